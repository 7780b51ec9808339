package gui

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/journal"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/settings"
)

func TestAnEntryIsMadeWhatItWasAndUndoTakesThatBack(t *testing.T) {
	for _, language := range i18n.Languages() {
		t.Run(language, func(t *testing.T) {
			b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Width: 1366, Height: 768})
			b.openSample()
			b.settle()
			b.selectTab(tabMessages)
			b.settle()
			m, _ := b.desk.open.Campaign().Message(b.place().ID)
			was := m.Title
			m.Title = "Another title"
			if err := b.desk.open.Apply(domain.ChangeMessage{Message: m, Field: "title"}); err != nil {
				t.Fatal(err)
			}
			title := func() string {
				m, _ := b.desk.open.Campaign().Message(m.ID)
				return m.Title
			}

			b.do("record_history")
			over := b.window.Canvas().Overlays().Top()
			for _, want := range []string{
				"Another title", was, b.env.Printer.N("history.count", 2),
			} {
				if !guitest.Sees(over, want) {
					t.Errorf("%q is not to be read in %q", want, guitest.Texts(over))
				}
			}
			person := guitest.NewPerson(t, b.env)
			person.Settle = b.settle
			guitest.FindVisible[*kit.List](over)[0].Focus()
			person.Keys(fyne.KeyEnd) // the oldest action
			person.Press("history.restore")
			if title() != was {
				t.Errorf("the title is %q, want %q", title(), was)
			}
			person.Press("help.close")
			b.do("undo")
			if title() != "Another title" {
				t.Errorf("after Undo the title is %q", title())
			}
		})
	}
}

func TestTheHistoryOfAnEntryNeedsOne(t *testing.T) {
	store := guitest.NewMemory()
	other := stored(t, store, "Another campaign")
	b := newBench(t, store, settings.Settings{Lang: "en"})
	for _, key := range []string{"history", "record_history"} {
		if got := b.commands.byKey[key].reason(); got != b.env.T("reason.no_campaign") {
			t.Errorf("%s without a campaign: %q", key, got)
		}
	}
	b.openSample()
	b.settle()
	b.selectTab(tabHome)
	b.settle()
	if ref, ok := b.selectedRecord(); !ok || ref != domain.RefOf(domain.KindHeader, b.desk.open.Campaign().ID()) {
		t.Errorf("at home the campaign is not the entry: %v %v", ref, ok)
	}
	b.showPlace(tabHome, domain.Place{Kind: domain.KindHeader, ID: other.ID()})
	if ref, ok := b.selectedRecord(); ok || ref != (journal.Ref{}) {
		t.Errorf("a campaign that is not open has a history: %v", ref)
	}
	if got := b.commands.byKey["record_history"].reason(); got != b.env.T("reason.nothing_selected") {
		t.Errorf("the reason is %q", got)
	}
}
