package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// twoFields opens a form with a name and a number that must not be empty.
func twoFields(env *Env, accepted *int) (d *FormDialog, name, number *Field) {
	show(env, Gap(1), 800, 600)
	needed := func(f **Field, sentence string) func() string {
		return func() string {
			if (*f).Text() == "" {
				return sentence
			}
			return ""
		}
	}
	changed := func(string) { d.Changed() }
	name = NewField(env, FieldOptions{OnChanged: changed})
	number = NewField(env, FieldOptions{OnChanged: changed})
	d = ShowForm(env, FormOptions{
		Title: "t", Accept: "Save",
		Fields: []FormField{
			{Label: "Name", Input: name, Check: needed(&name, "No name.")},
			{Label: "Number", Help: "help", Input: number, Check: needed(&number, "No number.")},
			{Label: "Note", Input: NewField(env, FieldOptions{})},
		},
		OnAccept: func() bool { *accepted++; return true },
	})
	return d, name, number
}

func TestALongReasonStandsWholeAboveTheButtonsAndLeavesItsRoom(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		show(env, Gap(0), 420, 600)
		field := NewField(env, FieldOptions{})
		d := ShowDialog(env, DialogOptions{Title: "t", Content: field, Accept: "Save"})
		low := fyne.CurrentApp().Driver().AbsolutePositionForObject(field).Y
		d.SetAcceptEnabled(false, strings.Repeat(mixedEnglish+" ", 3))
		bottom := func(o fyne.CanvasObject) float32 {
			return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y + o.Size().Height
		}
		if d.why.Size().Height < d.why.MinSize().Height || bottom(d.why) > bottom(d.cancel)-d.cancel.Size().Height {
			t.Errorf("the reason has %v of %v and ends at %v, the buttons at %v", d.why.Size().Height, d.why.MinSize().Height, bottom(d.why), bottom(d.cancel))
		}
		if bottom(d.cancel) > bottom(d.frame) || bottom(field) > bottom(d.why)-d.why.Size().Height {
			t.Error("the dialog has no room for it")
		}
		high := fyne.CurrentApp().Driver().AbsolutePositionForObject(field).Y
		d.SetAcceptEnabled(true, "")
		if got := fyne.CurrentApp().Driver().AbsolutePositionForObject(field).Y; got != high || high >= low {
			t.Errorf("what is filled in was at %v, at %v, and without the reason at %v", low, high, got)
		}
	})
}

func TestAFormSaysBesideItsButtonsWhyItCannotBeAccepted(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		accepted := 0
		d, name, number := twoFields(env, &accepted)
		reason := env.T("kit_dialog.problem", "field", "Name", "problem", "No name.")
		if !d.accept.Disabled() || !slices.Contains(texts(d.frame), reason) {
			t.Errorf("reads %q", texts(d.frame))
		}
		if slices.Contains(texts(name.problem), "No name.") {
			t.Error("a field is wrong before anybody tried to go on")
		}
		if start(env, d.why) > start(env, d.cancel) {
			t.Errorf("the reason is at %v, behind the buttons", start(env, d.why))
		}
		write(env, "x")
		if got := d.why.Text(); got != env.T("kit_dialog.problem", "field", "Number", "problem", "No number.") {
			t.Errorf("then it says %q", got)
		}
		number.Focus()
		write(env, "5")
		if d.accept.Disabled() || d.why.Visible() {
			t.Errorf("all is well and it says %q", d.why.Text())
		}
		press(env, fyne.KeyReturn)
		if accepted != 1 || len(openDialogs(env)) != 0 {
			t.Errorf("accepted %d times, %d dialogs open", accepted, len(openDialogs(env)))
		}
	})
}

func TestTryingToGoOnShowsAllProblemsAndLeadsToTheFirst(t *testing.T) {
	env := window(t, "ar", lookNow)
	accepted := 0
	d, name, number := twoFields(env, &accepted)
	name.SetText("x")
	number.Focus()
	press(env, fyne.KeyReturn)
	if !slices.Contains(texts(number.problem), "No number.") || env.Window.Canvas().Focused() != fyne.Focusable(number.box) {
		t.Errorf("reads %q, the keyboard is at %T", texts(d.frame), env.Window.Canvas().Focused())
	}
	name.SetText("")
	press(env, fyne.KeyReturn)
	driver := fyne.CurrentApp().Driver()
	problem, below := driver.AbsolutePositionForObject(name.problem).Y, driver.AbsolutePositionForObject(d.rows[1]).Y
	if bottom := problem + name.problem.Size().Height; below < bottom {
		t.Errorf("the problem reaches to %v, what follows begins at %v", bottom, below)
	}
	if env.Window.Canvas().Focused() != fyne.Focusable(name.box) {
		t.Errorf("the keyboard is at %T, not at the first problem", env.Window.Canvas().Focused())
	}
	write(env, "y")
	if slices.Contains(texts(name.problem), "No name.") {
		t.Error("a mended field is still wrong")
	}
	if accepted != 0 {
		t.Error("it was accepted")
	}
}

func TestAnOptionIsChosenInADialog(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var chosen []string
		open := func(value string) *Dialog {
			return Choose(env, ChooseOptions{
				Title: "t", Sentence: mixedArabic, Accept: "Take", Options: cities(), Value: value,
				OnChosen: func(v string) { chosen = append(chosen, v) },
			})
		}
		b := NewButton(env, ButtonOptions{Text: "b"})
		show(env, b, 800, 600)
		b.Focus()
		d := open("")
		if !d.accept.Disabled() || d.why.Text() != env.T("kit_dialog.choose_first") {
			t.Errorf("nothing is chosen and it says %q", d.why.Text())
		}
		write(env, "ارب")
		press(env, fyne.KeyDown, fyne.KeyReturn)
		if !slices.Equal(chosen, []string{"2"}) || env.Window.Canvas().Focused() != fyne.Focusable(b) {
			t.Errorf("chose %v, the keyboard is at %T", chosen, env.Window.Canvas().Focused())
		}
		d = open("4")
		test.Tap(d.accept)
		d = open("4")
		write(env, "zzz")
		if !d.accept.Disabled() || !slices.Contains(texts(d.frame), env.T("kit_select.none")) {
			t.Errorf("nothing is found and it reads %q", texts(d.frame))
		}
		press(env, fyne.KeyReturn, fyne.KeyEscape)
		if !slices.Equal(chosen, []string{"2", "4"}) || len(openDialogs(env)) != 0 {
			t.Errorf("chose %v, %d dialogs open", chosen, len(openDialogs(env)))
		}
	})
}
