package home

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/retention"
	"athar/gui/guitest"
	"athar/gui/kit"
)

// fakeTrash notes what is asked of the trash.
type fakeTrash struct {
	keep      retention.Keep
	left      func(domain.ID) (int, bool)
	forgotten []domain.Summary
}

func (f *fakeTrash) Keep() retention.Keep           { return f.keep.Or() }
func (f *fakeTrash) SetKeep(k retention.Keep)       { f.keep = k }
func (f *fakeTrash) Stays(id domain.ID) (int, bool) { return f.left(id) }
func (f *fakeTrash) Forget(campaigns []domain.Summary) {
	f.forgotten = append(f.forgotten, campaigns...)
}
func ninety(domain.ID) (days int, ends bool) { return 90, true }

// inTrash opens the tab at a trash with two campaigns.
func inTrash(t testing.TB, env *kit.Env) *tab {
	t.Helper()
	first, second := titled("First", domain.StageDraft), titled("Second", domain.StageDraft)
	first.Header.Trashed, second.Header.Trashed = now.AddDate(0, 0, -3), now
	b := open(t, env, -1, titled("Third", domain.StageDraft), first, second)
	b.screen.ShowTrash()
	return b
}

func TestTheTrashSaysHowLongACampaignStays(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		for _, tt := range []struct {
			days       int
			ends       bool
			note, said string
			tone       kit.Tone
		}{
			{34, true, env.Printer.N("home.trash.note", 34), env.Printer.N("home.trash.days", 34), kit.ToneNeutral},
			{7, true, env.Printer.N("home.trash.note", 7), env.Printer.N("home.trash.days", 7), kit.ToneWarning},
			{0, true, env.T("home.trash.note_over"), env.Printer.N("home.trash.days", 0), kit.ToneWarning},
			{0, false, env.T("home.trash.note_ever"), env.T("home.trash.stays"), kit.ToneNeutral},
		} {
			b := inTrash(t, env)
			b.trash.left = func(domain.ID) (int, bool) { return tt.days, tt.ends }
			b.screen.present.stays = b.trash.left
			b.screen.showAll()
			if !b.Sees(tt.note) || !b.Sees(tt.said) {
				t.Errorf("%d days, %v: reads %q", tt.days, tt.ends, guitest.Texts(b.screen.Content()))
			}
			if _, tone := b.screen.present.stay(domain.ID{1}); tone != tt.tone {
				t.Errorf("%d days, %v: the tone is %v", tt.days, tt.ends, tone)
			}
		}
	})
}

func TestHowLongCampaignsStayIsChosenInTheTrash(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := inTrash(t, env)
		if got := b.screen.view.list.keep.Value(); got != string(retention.Quarter) {
			t.Fatalf("%q is chosen at first", got)
		}
		b.screen.view.list.keep.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		b.Keys(fyne.KeyDown, fyne.KeyReturn)
		if b.trash.keep != retention.Year {
			t.Errorf("%q was chosen", b.trash.keep)
		}
		b.screen.setKeep(retention.ForEver)
		if b.Sees(env.T("home.keep_help")) || !b.Sees(env.T("home.keep_help_ever")) {
			t.Errorf("for ever: reads %q", guitest.Texts(b.screen.Content()))
		}
		b.screen.turnTo(shelfActive)
		if b.Sees(env.T("home.keep")) || b.Offered("home.trash.empty") {
			t.Error("the choice stands beside campaigns that are not in the trash")
		}
	})
}

func TestOneCampaignOrAllOfTheTrashGoForEver(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := inTrash(t, env)
		b.choose(1)
		b.Press("home.trash.forget")
		if len(b.trash.forgotten) != 1 || b.trash.forgotten[0].Title != "Second" {
			t.Fatalf("to be removed: %v", b.trash.forgotten)
		}
		b.screen.view.list.filter.Focus()
		b.Write("First")
		b.Press("home.trash.empty")
		if len(b.trash.forgotten) != 3 {
			t.Errorf("of all in the trash, %d are to be removed", len(b.trash.forgotten)-1)
		}
	})
}

func TestAnEmptyTrashCannotBeEmptied(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := open(t, env, -1, titled("Third", domain.StageDraft))
		b.screen.turnTo(shelfTrash)
		if !b.screen.view.list.empty.Disabled() {
			t.Error("there is something to empty")
		}
	})
}
