package kit

import (
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

func TestAFormRowReadsLabelInputProblemHelp(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		field := NewField(env, FieldOptions{Text: "2026"})
		row := NewFormItem(env, "الاسم Name", "مساعدة Help", field)
		show(env, Scroll(Form(env, row)), 400, 300)
		if want := []string{"الاسم Name", "2026", "مساعدة Help"}; !slices.Equal(texts(row), want) {
			t.Errorf("reads %q, want %q", texts(row), want)
		}
		row.SetProblem("Wrong.")
		if field.problem.sentence != "Wrong." {
			t.Error("the field does not know of its problem")
		}
		off := env.T("kit.spoken_off", "name", "check")
		other := NewFormItem(env, "Name", "", NewCheck(env, "check", nil))
		other.SetProblem("Wrong.")
		if want := []string{"Name", off, "Wrong."}; !slices.Equal(texts(other), want) {
			t.Errorf("reads %q, want %q", texts(other), want)
		}
		other.SetHelp("New help")
		other.SetProblem("")
		if want := []string{"Name", off, "New help"}; !slices.Equal(texts(other), want) {
			t.Errorf("reads %q, want %q", texts(other), want)
		}
	})
}

func TestWhatFollowsAFieldStandsBelowItsProblem(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	field, after := NewField(env, FieldOptions{}), block(10, 10)
	row := NewFormItem(env, "Name", "", field)
	form := Form(env, row, after)
	show(env, Scroll(form), 200, 400)
	row.SetProblem(strings.Repeat("جملة طويلة عن المشكلة ", 5))
	form.Refresh()
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(field.problem.text).Y + lowest(field.problem.text)
	if got := fyne.CurrentApp().Driver().AbsolutePositionForObject(after).Y; got < bottom {
		t.Errorf("what follows is at %v, the problem reaches to %v", got, bottom)
	}
}

func TestABadgeWithoutTextTakesNoRoom(t *testing.T) {
	env := window(t, "en", theme.Options{})
	b := NewBadge(env, "", ToneDanger)
	row := Row(env, block(10, 10), b)
	if got := row.MinSize().Width; got != 10 {
		t.Errorf("the row is %v wide", got)
	}
	b.Set("3", ToneDanger)
	if got := row.MinSize().Width; got <= 10 || b.AccessibilityLabel() != "3" {
		t.Errorf("the row is %v wide, the badge reads %q", got, b.AccessibilityLabel())
	}
}

func TestEveryToneHasItsOwnColours(t *testing.T) {
	window(t, "en", theme.Options{})
	seen := map[fyne.ThemeColorName]bool{}
	for tone := ToneNeutral; tone <= ToneDanger; tone++ {
		surface, ink := tone.colors()
		if seen[surface] || surface == ink {
			t.Errorf("tone %d: %s on %s", tone, ink, surface)
		}
		seen[surface] = true
	}
}

func TestAnEmptyStateIsOneSentenceAndOneButtonInTheMiddle(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		button := NewButton(env, ButtonOptions{Text: "New"})
		state := NewEmptyState(env, fynetheme.FolderIcon(), mixedArabic, button)
		show(env, state, 600, 400)
		if want := []string{mixedArabic, "New"}; !slices.Equal(texts(state), want) {
			t.Errorf("reads %q", texts(state))
		}
		if got := left(button) + button.Size().Width/2; !near(got, 300) {
			t.Errorf("the middle of the button is at %v", got)
		}
	})
}

func TestACardShowsItsTitleAboveItsContent(t *testing.T) {
	env := window(t, "en", theme.Options{})
	content := NewLabel(env, "content", StyleBody)
	card := NewCard(env, "Title", content)
	show(env, card, 300, 200)
	if want := []string{"Title", "content"}; !slices.Equal(texts(card), want) {
		t.Errorf("reads %q", texts(card))
	}
	if got := left(content); !near(got, size(theme.Space16)) {
		t.Errorf("the content starts at %v", got)
	}
}

func TestProgressGrowsFromTheReadingStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		cancelled := false
		p := NewProgress(env, func() { cancelled = true })
		show(env, p, 600, 60)
		p.Set(0.5, "Importing")
		if !near(start(env, p.bar), start(env, p.track)) || !near(p.bar.Size().Width*2, p.track.Size().Width) {
			t.Errorf("bar from %v, %v wide of %v", start(env, p.bar), p.bar.Size().Width, p.track.Size().Width)
		}
		if want := []string{"Importing"}; !slices.Equal(texts(p), want) || p.percent.Text() != env.Printer.Percent(0.5) {
			t.Errorf("reads %q and %q", texts(p), p.percent.Text())
		}
		p.Set(0.999, "Importing")
		if p.percent.Text() != env.Printer.Percent(0.99) {
			t.Errorf("unfinished work reads %q", p.percent.Text())
		}
		for _, share := range []float64{math.NaN(), -1, 7, math.Inf(1)} {
			p.Set(share, "")
		}
		if !near(p.bar.Size().Width, p.track.Size().Width) {
			t.Error("more than everything is not everything")
		}
		test.Tap(p.cancel)
		if !cancelled {
			t.Error("the button does not cancel")
		}
	})
}

func TestACardAndWhatIsOnItTakeTheColoursOfANewTheme(t *testing.T) {
	env := window(t, "en", theme.Options{})
	show(env, Scroll(NewCard(env, "Wells", Column(
		NewLabel(env, mixedEnglish, StyleBody), Row(env, NewLabel(env, "12", StyleBody), Spacer(), NewLabel(env, "م", StyleBody)),
		NewCheck(env, mixedEnglish, nil)))), 800, 600)
	plates := find[*plate](env.Window.Content())
	before := plates[0].box.FillColor
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Options{Variant: theme.Dark}))
	if plates[0].box.FillColor == before {
		t.Error("a surface keeps the old colour")
	}
	dark := fynetheme.Color(fynetheme.ColorNameForeground)
	for _, l := range find[*Label](env.Window.Content()) {
		if l.letters.style == StyleBody && l.letters.texts[0].Color != dark {
			t.Errorf("%q keeps the old colour", l.Text())
		}
	}
}
