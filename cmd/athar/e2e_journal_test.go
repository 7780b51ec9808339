package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"athar/domain"
	"athar/gui/i18n"
)

// TestWhatAPersonDidIsKeptThroughEverything goes through what the journal is for,
// in one story: edits in four tabs, undo, the end of the program, encryption, redo,
// history, an earlier version, the lock, and a store that is damaged from outside.
func TestWhatAPersonDidIsKeptThroughEverything(t *testing.T) {
	for _, s := range stories() {
		t.Run(s.lang, func(t *testing.T) {
			p := printerOf(t, s.lang)
			dir, _ := home(t)
			data := filepath.Join(dir, "data")
			var id domain.ID
			if err := id.UnmarshalText(bytes.TrimSpace(terminal(t, exitOK, "new", "--title", s.title, "--data", data))); err != nil {
				t.Fatal(err)
			}
			d := newDesktop(t)
			a := d.open(data, s.lang)
			a.plan(p, s)
			a.takeBack(p)
			a.close()
			wantEmpty(t, decoded[shownCampaign](t, terminal(t, exitOK, "show", id.String(), "--json", "--data", data)), s.title)
			secretly(t, exitOK, firstPhrase, "encrypt", "--data", data)

			a = d.open(data, s.lang)
			a.unlock(p)
			a.doAgain(p, s)
			a.lookBack(p, s)
			a.lockAndUnlock(p, s)
			a.close()
			before := shownLocked(t, data, id)
			s.checkKept(t, decoded[shownCampaign](t, before))
			acts := actsIn(t, data, id)

			harm(t, data, map[string]string{"ar": "store/*.sst", "en": "store/MANIFEST"}[s.lang])
			a = d.open(data, s.lang)
			a.unlock(p)
			a.toldOfRebuilding(p)
			a.expect(s.core) // where they were
			a.close()
			if after := shownLocked(t, data, id); !bytes.Equal(after, before) {
				t.Errorf("the campaign was\n%s\nand is\n%s", before, after)
			}
			if after := actsIn(t, data, id); !slices.Equal(after, acts) {
				t.Errorf("the history was %v and is %v", acts, after)
			}
			secretly(t, exitOK, firstPhrase, "verify", "--deep", "--data", data)
		})
	}
}

// plan edits in four tabs.
func (a *athar) plan(p *i18n.Printer, s story) {
	a.t.Helper()
	a.click(p.T("people.not_now")) // it covers what is to be pressed
	a.click(p.T("home.open"))
	a.into(p.T("home.goal"), 45)
	a.write(s.ask)
	a.describe(p, s)
	a.compose(p, s)
	a.answerOne(p)
}

// takeBack undoes all of it. Each step is seen where it is done: the first one
// of a tab brings that tab to the front.
func (a *athar) takeBack(p *i18n.Printer) {
	a.t.Helper()
	const undo = "ctrl+z"
	a.key(undo)
	a.until("the answer to be gone", func() bool {
		return a.sees(p.T("ethics.next")) && !a.sees(p.T("ethics.standing.settled"))
	})
	a.key(undo)
	a.expect(p.T("messages.new"))
	a.expect(p.T("messages.no_segment"))
	a.again(undo, p.T("messages.empty"))
	a.key(undo)
	a.expect(p.T("audience.new"))
	a.again(undo, p.T("audience.empty"))
	a.key(undo)
	a.expect(p.T("home.goal"))
	a.again(undo, p.T("home.goal_example"))
}

// doAgain redoes all of it, in a window that never saw it done.
func (a *athar) doAgain(p *i18n.Printer, s story) {
	a.t.Helper()
	const redo = "ctrl+y"
	a.expect(p.T("home.goal"))
	a.again(redo, s.ask)
	a.key(redo)
	a.expect(p.T("audience.new"))
	a.again(redo, s.segment)
	a.key(redo)
	a.expect(p.T("messages.new"))
	a.again(redo, p.N("messages.segments", 1))
	a.expect(s.core)
	a.key(redo)
	a.expect(p.T("ethics.next"))
	a.expect(p.T("ethics.standing.settled"))
}

// again presses a key until a text can be seen.
func (a *athar) again(key, text string) {
	a.t.Helper()
	a.until(key+" to bring "+text, func() bool {
		if a.sees(text) {
			return true
		}
		a.key(key)
		a.turn()
		return a.sees(text)
	})
}

// lookBack reads the history, changes a message and restores what it was.
func (a *athar) lookBack(p *i18n.Printer, s story) {
	a.t.Helper()
	redid := func(label string) string {
		said := p.T("history.redid", "what", p.T(label))
		first, size := utf8.DecodeRuneInString(said)
		return string(unicode.ToUpper(first)) + said[size:]
	}
	a.key("ctrl+h")
	a.expect(p.T("history.title"))
	a.expect(redid("edit.answer.choose"))
	a.expect(redid("edit.message.change"))
	a.shot("history")
	a.leave(p.T("history.title"))

	a.key("ctrl+3")
	a.into(p.T("messages.field.core_"+s.lang), 45)
	a.key("ctrl+a")
	a.write(s.title)
	a.until("the core text to be another", func() bool { return !a.sees(s.core) })
	a.key("ctrl+shift+h")
	a.expect(p.T("history.title"))
	a.click(redid("edit.message.change"))
	a.click(p.T("history.restore"))
	a.expect(p.T("history.restored"))
	a.shot("restored")
	a.leave(p.T("history.title"))
	a.expect(s.core)
}

// leave closes the dialog with a title.
func (a *athar) leave(title string) {
	a.t.Helper()
	a.key("Escape")
	a.until(title+" to be closed", func() bool { return !a.sees(title) })
}

// unlock types the passphrase where it is asked for.
func (a *athar) unlock(p *i18n.Printer) {
	a.t.Helper()
	a.expect(p.T("lock.screen_title"))
	a.write(firstPhrase)
	a.key("Return")
	a.until("the data to be open", func() bool { return !a.sees(p.T("lock.screen_title")) && a.sees(p.T("tab.home")) })
}

// lockAndUnlock tries a wrong passphrase in between.
func (a *athar) lockAndUnlock(p *i18n.Printer, s story) {
	a.t.Helper()
	a.key("ctrl+shift+l")
	a.expect(p.T("lock.screen_title"))
	for _, text := range []string{s.core, s.message, s.title} {
		if a.sees(text) {
			a.t.Errorf("the locked window shows %q", text)
		}
	}
	a.write(strings.ToUpper(firstPhrase))
	a.key("Return")
	a.expect(p.T("lock.wrong"))
	a.shot("wrong")
	a.unlock(p)
	a.expect(p.T("messages.field.title"))
	a.expect(s.core)
}

// toldOfRebuilding expects to be told that the data was damaged and is whole,
// and that more can be read about it.
func (a *athar) toldOfRebuilding(p *i18n.Printer) {
	a.t.Helper()
	a.until("the sentence about rebuilding", func() bool {
		var labels []string
		a.query(labelsQuestion, &labels)
		return slices.ContainsFunc(labels, func(said string) bool { return tellsOfRebuilding(p, said) })
	})
	a.shot("rebuilt")
	a.click(p.T("opened.details"))
	a.expect(p.T("opened.title"))
	a.shot("details")
	a.leave(p.T("opened.title"))
}

// tellsOfRebuilding reports whether a sentence says that the data was rebuilt,
// of whatever number of edits, from a backup of whatever time.
func tellsOfRebuilding(p *i18n.Printer, said string) bool {
	const when = "{when}"
	for n := range 200 {
		if said == p.N("opened.rebuilt", n) {
			return true
		}
		head, tail, _ := strings.Cut(p.N("opened.from_backup", n, "when", when), when)
		if strings.HasPrefix(said, head) && strings.HasSuffix(said, tail) {
			return true
		}
	}
	return false
}

// harm cuts the files of a pattern in the data to half of their lengths.
func harm(t *testing.T, data, pattern string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(data, pattern))
	if err != nil || len(names) == 0 {
		t.Fatal(pattern, names, err)
	}
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(name, info.Size()/2); err != nil {
			t.Fatal(err)
		}
	}
}

// shownLocked returns what the terminal shows of a campaign in encrypted data.
func shownLocked(t *testing.T, data string, id domain.ID) []byte {
	t.Helper()
	out, _ := secretly(t, exitOK, firstPhrase, "show", id.String(), "--json", "--data", data)
	return out
}

// actsIn returns what was done to a campaign in encrypted data, the newest first,
// and expects its history to be whole.
func actsIn(t *testing.T, data string, id domain.ID) (acts []string) {
	t.Helper()
	out, _ := secretly(t, exitOK, firstPhrase, "history", id.String(), "--json", "--data", data)
	h := decoded[historyJSON](t, out)
	if !h.Whole {
		t.Errorf("the history is not whole: %+v", h)
	}
	for _, act := range h.Actions {
		acts = append(acts, act.Act+" "+act.Label)
	}
	for _, want := range []string{
		"did edit.campaign.goal", "undid edit.campaign.goal", "redid edit.campaign.goal",
		"undid edit.segment.add", "redid edit.message.add", "redid edit.answer.choose", "did edit.restore_version",
	} {
		if !slices.Contains(acts, want) {
			t.Errorf("the history does not say %q: %q", want, acts)
		}
	}
	return acts
}

// wantEmpty wants nothing of the plan to be left.
func wantEmpty(t *testing.T, c shownCampaign, title string) {
	t.Helper()
	if c.Title != title || c.Goal != "" || len(c.Segments) > 0 || len(c.Messages) > 0 || len(c.Answers) > 0 {
		t.Errorf("after undoing everything there is %+v", c)
	}
}

// checkKept wants everything of the plan, with the message as it was restored.
func (s story) checkKept(t *testing.T, c shownCampaign) {
	t.Helper()
	if c.Title != s.title || c.Goal != s.ask || len(c.Segments) != 1 || c.Segments[0].Name != s.segment {
		t.Errorf("the plan is %+v", c)
	}
	if len(c.Messages) != 1 || c.Messages[0].Title != s.message || c.Messages[0].Core[s.lang] != s.core || len(c.Messages[0].Segments) != 1 {
		t.Errorf("the messages are %+v", c.Messages)
	}
	if len(c.Answers) != 1 || c.Answers[0].Value != domain.AnswerYes {
		t.Errorf("the answers are %+v", c.Answers)
	}
}
