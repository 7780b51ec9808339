package conflicts

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/journal"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestEveryContradictionSaysWhereAndWhoAndWhen(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		lang := env.Printer.Lang()
		sara, omar, _, _ := apart(t, lang)
		b := show(t, env, sara, omar)
		if len(b.dialog.items) != 3 || !b.Told(env.Printer.N("conflicts.count", 3)) {
			t.Fatalf("%d contradictions", len(b.dialog.items))
		}
		b.settleOn("core/" + lang)
		if !b.Told(env.T("conflicts.reading")) {
			t.Error("nothing says that who it was is being looked up")
		}
		b.found()
		for _, want := range []string{"Test your well", env.T("messages.field.core_" + lang), "Sara", "عمر", "Office", env.T("conflicts.shown")} {
			if !b.Told(want) {
				t.Errorf("%q is not to be read", want)
			}
		}
		for i, s := range b.dialog.items[b.dialog.selected].Sides {
			if want := texts[lang][i+1]; s.Value != want {
				t.Errorf("side %d says %q, want %q", i, s.Value, want)
			}
		}
		if b.Told(env.T("conflicts.reading")) {
			t.Error("it is still being looked up")
		}
	})
}

func TestASideIsKeptAndTheContradictionIsGone(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		for side := range 2 {
			lang := env.Printer.Lang()
			sara, omar, first, _ := apart(t, lang)
			b := show(t, env, sara, omar)
			b.found()
			b.settleOn("core/" + lang)
			want := b.dialog.items[b.dialog.selected].Sides[side].Value
			b.pressKeep(side)
			m, _ := sara.Campaign().Message(first)
			if got := m.Core.In(lang); got != want || len(sara.Conflicts()) != 2 || b.changed != 1 {
				t.Errorf("kept %q, want %q; %d contradictions are left", got, want, len(sara.Conflicts()))
			}
			if !b.Told(env.Printer.N("conflicts.count", 2)) {
				t.Error("the list was not made anew")
			}
		}
	})
}

// pressKeep presses the button of a side.
func (b *open) pressKeep(side int) {
	b.Helper()
	label := b.dialog.items[b.dialog.selected].Sides[side].Keep
	n := 0
	for _, o := range guitest.FindVisible[*kit.Button](b.Overlay()) {
		if o.Text() != label {
			continue
		}
		if n == side || b.Env.T("conflicts.keep") != label {
			o.Tapped(&fyne.PointEvent{})
			return
		}
		n++
	}
	b.Fatalf("no button %q", label)
}

func TestATextOfOnesOwnTakesThePlaceOfBoth(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		lang := env.Printer.Lang()
		sara, omar, first, _ := apart(t, lang)
		b := show(t, env, sara, omar)
		b.settleOn("core/" + lang)
		editor := guitest.FindVisible[*kit.Editor](b.Overlay())[0]
		if got, want := editor.Text(), b.dialog.items[b.dialog.selected].Sides[1].Value; got != want {
			t.Errorf("the text begins as %q, want the one that is shown", got)
		}
		editor.Focus()
		env.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
		b.Write(texts[lang][3])
		b.Press("conflicts.keep_text")
		m, _ := sara.Campaign().Message(first)
		if got := m.Core.In(lang); got != texts[lang][3] || len(sara.Conflicts()) != 2 {
			t.Errorf("the text is %q, %d contradictions are left", got, len(sara.Conflicts()))
		}
	})
}

func TestARemovedEntryIsKeptOrRemoved(t *testing.T) {
	for key, stays := range map[string]bool{"conflicts.keep_record": true, "conflicts.remove": false} {
		guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
			sara, omar, _, second := apart(t, env.Printer.Lang())
			b := show(t, env, sara, omar)
			b.settleOn("")
			for _, want := range []string{env.T("conflicts.removed"), env.T("conflicts.changed"), "Wash your hands often"} {
				if !b.Told(want) {
					t.Errorf("%q is not to be read", want)
				}
			}
			b.Press(key)
			if _, ok := sara.Campaign().Message(second); ok != stays || len(sara.Conflicts()) != 2 {
				t.Errorf("%s: there %v, %d contradictions are left", key, ok, len(sara.Conflicts()))
			}
		})
	}
}

func TestWhatIsNoTextIsSaidInWordsAndCannotBeMerged(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		sara, omar, _, _ := apart(t, env.Printer.Lang())
		b := show(t, env, sara, omar)
		b.settleOn("stage")
		if !b.Told(env.T("stage.review")) || !b.Told(env.T("stage.live")) || b.Offered("conflicts.keep_text") {
			t.Errorf("reads %q", guitest.Texts(b.Overlay()))
		}
	})
}

func TestGoingThereClosesTheDialog(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		lang := env.Printer.Lang()
		sara, omar, first, _ := apart(t, lang)
		b := show(t, env, sara, omar)
		b.settleOn("core/" + lang)
		b.Press("conflicts.go_to")
		want := domain.Place{Kind: domain.KindMessage, ID: first, Field: "core." + lang}
		if b.Overlay() != nil || len(b.Went) != 1 || b.Went[0] != want {
			t.Errorf("went to %+v", b.Went)
		}
	})
}

func TestWithTheLastContradictionTheDialogSaysSo(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		sara, omar, _, _ := apart(t, env.Printer.Lang())
		b := show(t, env, sara, omar)
		for range 3 {
			b.pressKeep(0)
		}
		if !b.Told(env.T("conflicts.none")) || len(sara.Conflicts()) != 0 {
			t.Errorf("reads %q", guitest.Texts(b.Overlay()))
		}
		b.Keys(fyne.KeyEscape)
		if b.Overlay() != nil {
			t.Error("the keyboard is not in the dialog any more")
		}
	})
}

func TestWithoutAContradictionNothingIsLookedUp(t *testing.T) {
	env := guitest.Env(t, "ar")
	b := show(t, env, newDesk(t, domain.NewID(), "", now))
	if b.found != nil || !b.Told(env.T("conflicts.none")) {
		t.Error("something was looked up")
	}
}

// refusing is a session that refuses every decision.
type refusing struct{ *desk }

func (refusing) Resolve(journal.Ref, journal.Field, journal.Value) error {
	return domain.Problem(domain.ErrNotFound, "")
}

func TestARefusedDecisionIsReported(t *testing.T) {
	env := guitest.Env(t, "en")
	sara, omar, _, _ := apart(t, "en")
	b := show(t, env, sara, omar)
	b.dialog.deps.Session = refusing{sara}
	b.pressKeep(0)
	if len(b.Errors) != 1 || len(b.dialog.items) != 3 || !b.Told(env.Printer.Error(b.Errors[0])) {
		t.Errorf("reported %v, reads %q", b.Errors, guitest.Texts(b.Overlay()))
	}
	b.dialog.deps.Session = sara
	if b.pressKeep(0); b.Told(env.Printer.Error(b.Errors[0])) {
		t.Error("it is still said, after it went well")
	}
}

func TestMarkedIsWhatTheOtherSideHasNot(t *testing.T) {
	sides := []side{
		{value: journal.Text("on Sunday at noon")},
		{value: journal.Text("on Monday at noon")},
		{value: journal.None},
	}
	mark(sides[:2])
	for i, want := range []string{"Sunday", "Monday"} {
		marked, whole := "", ""
		for _, p := range sides[i].Parts {
			if whole += p.Text; p.Fate == kit.FateAdded {
				marked += p.Text
			}
		}
		if marked != want || whole != sides[i].value.Text() {
			t.Errorf("side %d: %q of %q is marked, want %q", i, marked, whole, want)
		}
	}
	if mark(sides[1:]); len(sides[2].Parts) != 0 {
		t.Errorf("in an empty text %v is marked", sides[2].Parts)
	}
}
