package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/gui/i18n"
	"athar/persistence"
)

// story is the words one person uses in the end-to-end scenario. The texts are
// written on a keyboard of their language.
type story struct {
	lang                                      string
	title, segment, message, core, other, ask string
}

func stories() []story {
	return []story{
		{
			lang: "ar", title: "حملة الماء", segment: "أمهات القرية", message: "اغلوا الماء",
			core: "اغلوا الماء قبل الشرب", other: "Boil water for 3 minutes", ask: "زوروا المركز",
		},
		{
			lang: "en", title: "Water campaign", segment: "Village mothers", message: "Boil the water",
			core: "Boil water before drinking (3 minutes)", other: "اغلوا الماء", ask: "Visit the centre",
		},
	}
}

func printerOf(t *testing.T, lang string) *i18n.Printer {
	t.Helper()
	catalog, err := loadCatalog(lang)
	if err != nil {
		t.Fatal(err)
	}
	return i18n.NewPrinter(catalog, i18n.Western)
}

// home makes a home directory that holds an export to import.
func home(t *testing.T) (dir, export string) {
	t.Helper()
	dir = t.TempDir()
	const name = "uci_dataset_Facebook.csv"
	data, err := os.ReadFile("../../persistence/tabular/testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, ".cache"), 0o700); err != nil { // where Fyne keeps fonts
		t.Fatal(err)
	}
	t.Setenv("HOME", dir)
	t.Setenv("XDG_RUNTIME_DIR", dir)
	return dir, name
}

// terminal runs a command of the terminal and returns what it printed.
func terminal(t *testing.T, want int, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if got := execute(args, streams{strings.NewReader(""), &out, &errs}); got != want {
		t.Fatalf("athar %v ended with %d, want %d: %s", args, got, want, errs.String())
	}
	return out.Bytes()
}

func shownIn(t *testing.T, data string) shownCampaign {
	t.Helper()
	var list []campaignJSON
	if err := json.Unmarshal(terminal(t, exitOK, "list", "--data", data, "--json"), &list); err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 {
		t.Fatalf("%d campaigns, want one", len(list))
	}
	var c shownCampaign
	if err := json.Unmarshal(terminal(t, exitOK, "show", list[0].ID.String(), "--data", data, "--json"), &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// TestAPersonPlansACampaign goes once through everything: first start, create,
// segment, message, answer, import, chart, close, reopen.
func TestAPersonPlansACampaign(t *testing.T) {
	for _, s := range stories() {
		t.Run(s.lang, func(t *testing.T) {
			p := printerOf(t, s.lang)
			dir, export := home(t)
			data := filepath.Join(dir, "data")
			d := newDesktop(t)

			a := d.open(data, s.lang)
			a.create(p, s)
			a.describe(p, s)
			a.compose(p, s)
			a.answerOne(p)
			a.importFile(p, export)
			if open := a.sockets(); len(open) > 0 {
				t.Errorf("network sockets are open: %v", open)
			}
			a.close()

			s.check(t, shownIn(t, data))
			terminal(t, exitOK, "verify", "--data", data)

			again := d.open(data, s.lang)
			again.expect(s.title)
			again.expect(export)
			again.key("ctrl+3")
			again.expect(s.message)
			again.shot("reopened")
			again.close()
		})
	}
}

func (a *athar) create(p *i18n.Printer, s story) {
	a.expect(p.T("home.welcome.title"))
	a.shot("welcome")
	a.click(p.T("home.new"))
	a.into(p.T("home.create.name"), 30)
	a.write(s.title)
	a.shot("create")
	a.click(p.T("home.create.accept"))
	a.expect(s.title)
}

func (a *athar) describe(p *i18n.Printer, s story) {
	a.key("ctrl+2")
	a.click(p.T("audience.new"))
	a.caretIn(p.T("audience.name"), 30)
	a.write(s.segment)
	a.shot("audience")
}

func (a *athar) compose(p *i18n.Printer, s story) {
	a.key("ctrl+3")
	a.click(p.T("messages.new"))
	a.caretIn(p.T("messages.field.title"), 30)
	a.write(s.message)
	own, other := "ar", "en"
	if s.lang == "en" {
		own, other = other, own
	}
	a.into(p.T("messages.field.core_"+own), 45)
	a.write(s.core)
	a.into(p.T("messages.field.core_"+other), 45)
	a.write(s.other)
	a.into(p.T("messages.field.action_"+own), 35)
	a.write(s.ask)
	a.click(s.segment)
	a.expect(p.N("messages.segments", 1))
	a.shot("message")
}

func (a *athar) answerOne(p *i18n.Printer) {
	a.key("ctrl+4")
	a.click(p.T("ethics.next"))
	a.click(p.T("ethics.answer.yes"))
	a.expect(p.T("ethics.standing.settled"))
	a.shot("ethics")
}

func (a *athar) importFile(p *i18n.Printer, file string) {
	a.key("ctrl+i")
	a.click(file)
	a.click(p.T("kit.open"))
	a.expect(p.T("metrics.import.accept"))
	a.shot("preview")
	a.click(p.T("metrics.import.accept"))
	a.until("the chart's table", func() bool { return a.sees(file) && !a.sees(p.T("metrics.import.accept")) })
	a.expect(p.T("metrics.table.sum"))
	a.shot("chart")
}

// check wants everything that was done in the window to be in the store.
func (s story) check(t *testing.T, c shownCampaign) {
	t.Helper()
	if c.Title != s.title {
		t.Errorf("title %q, want %q", c.Title, s.title)
	}
	if len(c.Segments) != 1 || c.Segments[0].Name != s.segment {
		t.Errorf("segments %+v", c.Segments)
	}
	want := shownText{"ar": s.core, "en": s.other}
	ask := shownText{"ar": s.ask, "en": ""}
	if s.lang == "en" {
		want, ask = shownText{"ar": s.other, "en": s.core}, shownText{"ar": "", "en": s.ask}
	}
	if len(c.Messages) != 1 || c.Messages[0].Title != s.message || !maps.Equal(c.Messages[0].Core, want) || !maps.Equal(c.Messages[0].Action, ask) {
		t.Errorf("messages %+v", c.Messages)
	} else if len(c.Messages[0].Segments) != 1 {
		t.Errorf("the message is for %v", c.Messages[0].Segments)
	}
	if !slices.ContainsFunc(c.Answers, func(a shownAnswer) bool { return a.Value == domain.AnswerYes }) {
		t.Errorf("answers %+v", c.Answers)
	}
	if len(c.DataSets) != 1 || c.DataSets[0].Kept != 500 {
		t.Fatalf("data sets %+v", c.DataSets)
	}
	sums := map[string]float64{}
	for _, col := range c.DataSets[0].Columns {
		sums[col.Metric] = col.Sum
	}
	if sums["likes"] != 88795 || sums["comments"] != 3741 || sums["reach"] != 6951680 {
		t.Errorf("sums %v", sums)
	}
}

// TestASecondStartBringsTheWindowToTheFront and ends.
func TestASecondStartBringsTheWindowToTheFront(t *testing.T) {
	for _, s := range stories() {
		p := printerOf(t, s.lang)
		dir, _ := home(t)
		data := filepath.Join(dir, "data")
		d := newDesktop(t)
		first := d.open(data, s.lang)
		first.expect(p.T("home.welcome.title"))
		first.activate()
		cover := d.open(filepath.Join(dir, "other"), s.lang)
		cover.expect(p.T("home.welcome.title"))
		cover.activate()
		d.start(data, s.lang).expectEnd()
		first.until("the window in front", func() bool {
			out, err := d.command("xdotool", "getactivewindow").Output()
			return err == nil && strings.TrimSpace(string(out)) == first.window
		})
		first.close()
		cover.close()
	}
}

// TestAWindowSaysWhyItCannotOpenTheData and offers a way on.
func TestAWindowSaysWhyItCannotOpenTheData(t *testing.T) {
	for _, s := range stories() {
		p := printerOf(t, s.lang)
		dir, _ := home(t)
		data := filepath.Join(dir, "data")
		store, err := persistence.Open(data, persistence.Options{}) // without a window that could come to the front
		if err != nil {
			t.Fatal(err)
		}
		a := newDesktop(t).open(data, s.lang)
		a.expect(p.T("trouble.title"))
		a.expect(p.T("trouble.retry"))
		a.shot(s.lang)
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
		a.activate()
		a.click(p.T("trouble.retry"))
		a.expect(p.T("home.welcome.title"))
		a.close()
	}
}

// saysSaved reports whether the header says that everything is saved, at this
// minute or the one before.
func (a *athar) saysSaved(p *i18n.Printer) bool {
	for _, ago := range []time.Duration{0, time.Minute} {
		if a.sees(p.T("save.saved_at", "time", p.Clock(time.Now().Add(-ago)))) {
			return true
		}
	}
	return false
}

// TestNothingSavedIsLostWhenTheProcessDiesDuringTyping kills Athar ten times
// while a person is typing. What the window called saved must be there.
func TestNothingSavedIsLostWhenTheProcessDiesDuringTyping(t *testing.T) {
	p := printerOf(t, "en")
	dir, _ := home(t)
	data := filepath.Join(dir, "data")
	terminal(t, exitOK, "new", "--title", "Kill", "--data", data)
	d := newDesktop(t)
	written := ""
	for i := range 10 {
		a := d.open(data, "en")
		if i == 0 {
			a.click("Kill")
			a.key("Return")
			a.expect(p.T("home.goal"))
			a.key("ctrl+3")
			a.click(p.T("messages.new"))
			a.caretIn(p.T("messages.field.title"), 30)
			a.write("Kill test")
		}
		a.until("the campaign", func() bool { return a.sees(p.T("home.goal")) || a.sees(p.T("messages.new")) })
		a.key("ctrl+3")
		a.into(p.T("messages.field.core_en"), 45)
		a.key("ctrl+End")
		word := "word" + string(rune('a'+i)) + " "
		a.write(word)
		a.until("the save", func() bool { return a.saysSaved(p) })
		written += word
		a.write(strings.Repeat("x", 1+3*i)) // not called saved: may be lost
		a.kill()

		got := shownIn(t, data).Messages[0].Core["en"]
		if !strings.HasPrefix(got, written) {
			t.Fatalf("after kill %d the store has %q, saved was %q", i+1, got, written)
		}
		written = got
	}
	terminal(t, exitOK, "verify", "--data", data)
}
