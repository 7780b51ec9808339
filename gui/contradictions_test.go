package gui

import (
	"testing"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/memory"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/settings"
)

// torn opens a campaign whose title was changed here and on another computer, and
// gives back what comes from there.
func torn(t *testing.T, language string) (b *bench, theirs *journal.Commit) {
	t.Helper()
	return tornBetween(t, language, domain.Device{Name: "Office", Author: "Sara"}, domain.Device{Name: "Laptop 2", Author: "عمر"})
}

// tornBetween does so with what the two computers and the people there are called.
func tornBetween(t *testing.T, language string, here, there domain.Device) (b *bench, theirs *journal.Commit) {
	t.Helper()
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	b = newBench(t, store, settings.Settings{Lang: language, Welcomed: true, AskedWho: true, Campaign: c.ID(), Width: 1366, Height: 700})
	b.becomeNames(here.Author, here.Name)
	b.retitle("Wells and springs")
	b.retitle("Wells and wells")
	state, err := store.Journal(t.Context(), c.ID())
	if err != nil {
		t.Fatal(err)
	}
	other := memory.Device(there.Author, b.deps.Session.Now)()
	there.ID = other.ID
	if err := store.PutDevice(t.Context(), there); err != nil {
		t.Fatal(err)
	}
	b.retitle("Deep wells")
	header := domain.RefOf(domain.KindHeader, c.ID())
	theirs, err = other.Write(state, journal.Edit{Label: "edit.campaign.rename", Changes: []journal.Change{
		{Record: header, Field: journal.Field{Path: "title"}, After: journal.String("Clean wells")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return b, theirs
}

// receive takes in what comes from another computer.
func (b *bench) receive(commits ...*journal.Commit) {
	b.t.Helper()
	report, err := b.desk.open.Receive(commits...)
	if err != nil || len(report.Refused) > 0 {
		b.t.Fatal(err, report.Refused)
	}
	b.settle()
	b.tellReceived(len(report.Applied), b.contradictions())
}

func TestAContradictionIsToldAndSettledAndUndone(t *testing.T) {
	for _, language := range i18n.Languages() {
		t.Run(language, func(t *testing.T) {
			b, theirs := torn(t, language)
			if b.header.torn.Visible() {
				t.Fatal("there is a badge without a contradiction")
			}
			b.receive(theirs)
			told := b.env.T("received.both", "changes", b.env.Printer.N("received.changes", 1), "contradictions", b.env.Printer.N("received.contradictions", 1))
			if b.banner.Sentence() != told || !b.header.torn.Visible() || b.header.torn.Text() != b.env.Printer.N("conflicts.count", 1) {
				t.Fatalf("the banner says %q, the header %q", b.banner.Sentence(), b.header.torn.Text())
			}
			p := b.person()
			p.Press("received.look")
			for _, want := range []string{"Deep wells", "Clean wells", "Sara", "عمر", "Laptop 2", "Office"} {
				if !p.Told(want) {
					t.Errorf("%q is not to be read in %q", want, b.texts())
				}
			}
			shown := b.desk.open.Campaign().Header.Title
			p.Press("conflicts.keep") // the first side
			p.Press("help.close")
			if b.contradictions() != 0 || b.header.torn.Visible() {
				t.Errorf("%d contradictions are left", b.contradictions())
			}
			if label, ok := b.desk.open.UndoLabel(); !ok || label != "edit.resolve" {
				t.Fatalf("undo would take back %q", label)
			}
			b.do("undo")
			if title := b.desk.open.Campaign().Header.Title; title != shown || b.contradictions() != 0 {
				t.Errorf("undo shows %q and %d contradictions, want %q as before the choice", title, b.contradictions(), shown)
			}
		})
	}
}

// Two people who give no name look alike but for their computers, which have the
// numbers that the history gives them.
func TestPeopleWithoutANameAreToldApartAsInTheHistory(t *testing.T) {
	for _, language := range i18n.Languages() {
		t.Run(language, func(t *testing.T) {
			b, theirs := tornBetween(t, language, domain.Device{}, domain.Device{})
			b.receive(theirs)
			b.do("contradictions")
			commits := []journal.ID{theirs.ID}
			for _, side := range b.desk.open.Conflicts()[0].Sides {
				commits = append(commits, side.Commits...)
			}
			hands, err := b.readHands(b.words(), b.desk.open.Campaign().ID(), commits)
			if err != nil {
				t.Fatal(err)
			}
			seen := map[string]bool{}
			for _, h := range hands {
				seen[h.Device] = true
			}
			first, second := b.words().Computer(1), b.words().Computer(2)
			if !seen[first] || !seen[second] || len(seen) != 2 {
				t.Errorf("the computers are %v", seen)
			}
			p := b.person()
			for _, device := range []string{first, second} {
				if !p.Told(b.words().Who("", device)) {
					t.Errorf("nobody reads %q in %q", device, b.texts())
				}
			}
			b.escape()
			b.do("history")
			for _, device := range []string{first, second} {
				if !p.Told(device) {
					t.Errorf("the history calls no computer %q: %q", device, b.texts())
				}
			}
		})
	}
}

func TestTheHeaderLeadsToTheContradictions(t *testing.T) {
	for _, language := range i18n.Languages() {
		b, theirs := torn(t, language)
		b.receive(theirs)
		b.banner.Hide()
		b.person().PressText(b.env.Printer.N("conflicts.count", 1))
		if !b.reads(b.env.T("conflicts.title")) {
			t.Errorf("%s: reads %q", language, b.texts())
		}
	}
}

func TestWhatCameWithoutAContradictionIsTold(t *testing.T) {
	for _, language := range i18n.Languages() {
		b, theirs := torn(t, language)
		b.receive(theirs)
		b.receive(theirs)
		if got := b.banner.Sentence(); got != b.env.T("received.nothing") {
			t.Errorf("%s: what was there already is told as %q", language, got)
		}
		b.tellReceived(3, b.contradictions())
		b.do("contradictions")
		b.person().Press("conflicts.keep")
		b.escape()
		b.tellReceived(3, b.contradictions())
		if got := b.banner.Sentence(); got != b.env.Printer.N("received.changes", 3) {
			t.Errorf("%s: told as %q", language, got)
		}
	}
}

func TestWithoutContradictionsTheDialogSaysSo(t *testing.T) {
	inBothWindows(t, func(t *testing.T, store *guitest.Memory, _ domain.ID, s settings.Settings) {
		b := newBench(t, store, s)
		b.do("contradictions")
		b.want(b.env.T("conflicts.none"))
	})
}

func TestTheHeaderIsWholeWithAContradiction(t *testing.T) {
	for _, language := range i18n.Languages() {
		b, theirs := torn(t, language)
		b.receive(theirs)
		for _, scale := range []float64{1, 2} {
			b.setScale(scale)
			b.settle()
			guitest.SeeWhole(t, b.env, guitest.Sight{Short: shortInLists()})
			guitest.Walk(t, b.env)
			if need := b.window.Content().MinSize(); need.Width > 1366 || need.Height > 700 {
				t.Errorf("%s at %v: the window needs %v", language, scale, need)
			}
		}
	}
}
