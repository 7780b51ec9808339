package history

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/calendar"
	"athar/domain/journal"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestWhatWasDoneIsListedTheNewestFirst(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		o := newOpen(t, env, worked(t, env.Printer.Lang())).show(journal.Ref{})
		if got, want := len(o.lines()), 7; got != want {
			t.Fatalf("%d lines, want %d", got, want)
		}
		if o.session.saved != 1 {
			t.Error("what was typed last was not saved before reading")
		}
		for _, want := range []string{
			"Test your well", "Families", "Sara", "عمر", "Office", env.Printer.N("history.count", 7),
			env.T("history.whole", "edits", env.Printer.N("history.edits", 7), "devices", env.Printer.N("history.devices", 2)),
		} {
			if !o.Told(want) {
				t.Errorf("%q is not to be read", want)
			}
		}
	})
}

func TestALineIsToldInDifferencesThatCanBeRead(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		lang := env.Printer.Lang()
		o := newOpen(t, env, worked(t, lang)).show(journal.Ref{})
		before, _ := texts(lang)
		for i, wants := range [][]string{
			0: {env.T("history.removed"), env.T("history.bring_back")},
			1: {env.T("stage.review"), env.T("stage.draft"), env.T("wording.yes")},
			2: {env.T("segment.language.en"), env.T("segment.language.so"), env.T("wording.segment.age_min"), "18"},
			3: {env.T("messages.field.core_" + lang), env.T("history.same_now")},
			5: {env.T("history.added"), before, env.T("messages.status.draft"), env.T("history.restore")},
		} {
			o.selects(i)
			for _, want := range wants {
				if !o.Told(want) {
					t.Errorf("line %d does not say %q", i, want)
				}
			}
		}
	})
}

func TestAnUndoIsNamed(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := worked(t, env.Printer.Lang())
		d.undoes()
		d.undoes()
		o := newOpen(t, env, d).show(journal.Ref{})
		name := env.T("edit.segment.remove")
		for i, want := range []string{env.T("history.redid", "what", name), env.T("history.undid", "what", name)} {
			if got := o.lines()[i]; !strings.EqualFold(got, want) {
				t.Errorf("line %d is %q, want %q", i, got, want)
			}
		}
	})
}

func TestTheListIsNarrowedDown(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		o := newOpen(t, env, worked(t, env.Printer.Lang())).show(journal.Ref{})
		today := calendar.Of(now().Local())
		for _, tt := range []struct {
			name string
			f    filter
			want int
		}{
			{"Sara", filter{person: "0"}, 3},
			{"Omar", filter{person: "1"}, 4},
			{"one computer", filter{device: "1"}, 3},
			{"messages", filter{part: "messages"}, 2},
			{"ethics", filter{part: "ethics"}, 1},
			{"today", filter{from: today}, 4},
			{"before today", filter{to: today.AddDays(-1)}, 3},
			{"nothing", filter{part: "metrics"}, 0},
			{"all", filter{}, 7},
		} {
			o.dialog.filtered(tt.f)
			if got := len(o.lines()); got != tt.want || got > 0 && !o.Told(env.Printer.N("history.count", tt.want)) {
				t.Errorf("%s: %d lines, want %d", tt.name, got, tt.want)
			}
			if o.Told(env.T("history.none_found")) != (tt.want == 0) {
				t.Errorf("%s: whether to look for something else is not said right", tt.name)
			}
		}
	})
}

func TestTheHistoryOfOneEntry(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		o := newOpen(t, env, worked(t, env.Printer.Lang())).show(messageRef())
		if got := len(o.lines()); got != 2 || !o.Offered("history.show_all") {
			t.Errorf("%d lines", got)
		}
		o.Press("history.show_all")
		if got := len(o.lines()); got != 7 || o.Offered("history.show_all") {
			t.Errorf("of all: %d lines", got)
		}
		o.selects(2)
		o.Press("history.only_this")
		if got := len(o.lines()); got != 3 || !o.Told("Families") {
			t.Errorf("of the segment: %d lines", got)
		}
	})
}

func TestAVersionIsRestoredInOneStep(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		lang := env.Printer.Lang()
		o := newOpen(t, env, worked(t, lang)).show(messageRef())
		before, _ := texts(lang)
		o.selects(1)
		o.Press("history.restore")
		m, _ := o.session.Campaign().Message(messageID())
		if m.Core.In(lang) != before || len(o.session.made) != 8 {
			t.Errorf("the message says %q after %d commits", m.Core.In(lang), len(o.session.made))
		}
		if !o.Told(env.T("history.restored")) || len(o.lines()) != 3 {
			t.Errorf("nobody is told, or the list has %d lines", len(o.lines()))
		}
		if got := o.lines()[0]; !strings.EqualFold(got, env.T("edit.restore_version")) {
			t.Errorf("the newest line is %q", got)
		}
	})
}

func TestWhatWasRemovedIsBroughtBack(t *testing.T) {
	o := newOpen(t, guitest.Env(t, "en"), worked(t, "en")).show(journal.Ref{})
	o.Press("history.bring_back")
	if all := o.session.Campaign().Segments; len(all) != 1 || all[0].AgeMin != 18 {
		t.Errorf("there are %+v", all)
	}
}

func TestTheListIsTakenAlong(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		lang := env.Printer.Lang()
		d := worked(t, lang)
		d.does("edit.message.change", domain.Message{ID: messageID(), Title: "=1+1"})
		o := newOpen(t, env, d).show(messageRef())
		o.Press("history.export")
		o.Press("kit.save")
		path := filepath.Join(o.folder, "athar-2026-11-23.csv")
		got, written := o.files[path]
		if !written {
			t.Fatalf("written: %v", o.files)
		}
		rows := strings.Split(strings.TrimSuffix(got, "\r\n"), "\r\n")
		before, after := texts(lang)
		if !strings.HasPrefix(rows[0], "\uFEFF") || !strings.Contains(got, before) || !strings.Contains(got, after) || !strings.Contains(got, "عمر") {
			t.Errorf("got %q", got)
		}
		if !strings.Contains(got, ",'=1+1,") || strings.ContainsAny(got, "\u2066\u2068\u2069") {
			t.Error("a formula could be run, or fences are left")
		}
		if !o.Told(filepath.Base(path)) {
			t.Error("nobody is told where it is")
		}
		o.disk = domain.Problem(domain.ErrDiskFull, "").With("free", int64(1)).With("need", int64(2))
		o.dialog.write(path)
		if !o.Told(env.Printer.Error(o.disk)) || len(o.Errors) != 1 {
			t.Error("a full disk is not told of")
		}
	})
}

func TestALabelFromElsewhereIsNoKeyToAnyText(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := worked(t, "en")
		for _, label := range []string{"edit.of_a_newer_athar", "error.internal", ""} {
			d.does(label, domain.Message{ID: messageID(), Title: "T" + label})
			o := newOpen(t, env, d).show(journal.Ref{})
			if got := o.lines()[0]; !strings.EqualFold(got, env.T("history.unknown_edit")) {
				t.Errorf("%q is said as %q", label, got)
			}
		}
	})
}

func TestNothingYetSaysWhatWillBeHere(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := newDesk(t, domain.NewID(), "Sara", now())
		if o := newOpen(t, env, d).show(journal.Ref{}); !o.Told(env.T("history.empty")) {
			t.Error("nothing is said")
		}
		if o := newOpen(t, env, worked(t, "en")).show(domain.RefOf(domain.KindMessage, domain.NewID())); !o.Told(env.T("history.none_of_record")) {
			t.Error("nothing is said of an entry without a history")
		}
	})
}

func TestReadingCanBeCancelled(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		o := newOpen(t, env, worked(t, "en"))
		o.hold = true
		o.show(journal.Ref{})
		if !o.Told(env.T("history.reading")) {
			t.Error("nothing says that it is being read")
		}
		o.Press("kit.cancel")
		o.comeBack()
		if o.Overlay() != nil || o.dialog.past.read || len(o.Errors) > 0 {
			t.Error("what was cancelled went on")
		}
	})
}

func TestWhatCannotBeReadIsReported(t *testing.T) {
	o := newOpen(t, guitest.Env(t, "en"), worked(t, "en"))
	o.fail = domain.Problem(domain.ErrStoreDamaged, "")
	o.show(journal.Ref{})
	if len(o.Errors) != 1 || o.Overlay() != nil {
		t.Errorf("%v was reported", o.Errors)
	}
}

func TestWhatWasAlteredIsSaid(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		altered := worked(t, "en")
		c := *altered.made[1]
		c.Author = "Nobody"
		altered.made[1] = &c
		o := newOpen(t, env, altered).show(journal.Ref{})
		if !o.Told(env.Printer.N("history.broken", 1, "which", 2, "device", "Office")) {
			t.Errorf("it says %q", o.dialog.view.proof.Text())
		}
		torn := worked(t, "en")
		torn.made = slices.Delete(torn.made, 5, 6)
		o = newOpen(t, env, torn).show(journal.Ref{})
		if !o.Told(env.Printer.N("history.missing", 1)) {
			t.Errorf("it says %q", o.dialog.view.proof.Text())
		}
	})
}

func TestALongHistoryIsShownByTheFewLinesInSight(t *testing.T) {
	o := newOpen(t, guitest.Env(t, "en"), busy(t, 2000)).show(journal.Ref{})
	if n := len(guitest.Find[*listRow](o.dialog.view.list)); n == 0 || n > 40 || len(o.lines()) != 2000 {
		t.Errorf("%d rows for %d lines", n, len(o.lines()))
	}
}
