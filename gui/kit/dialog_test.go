package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
)

// openDialogs are the open dialogs from below.
func openDialogs(env *Env) (all []*dialogFrame) {
	for _, o := range env.Window.Canvas().Overlays().List() {
		if l, ok := o.(*layer); ok {
			all = append(all, l.content.(*dialogFrame))
		}
	}
	return all
}

func dialogStage(env *Env) (opener *Button, pressed *int) {
	pressed = new(int)
	opener = NewButton(env, ButtonOptions{Text: "open", OnTapped: func() { *pressed++ }})
	show(env, opener, 800, 600)
	opener.Focus()
	return opener, pressed
}

func TestADialogTakesTheFocusAndGivesItBack(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		opener, _ := dialogStage(env)
		field := NewField(env, FieldOptions{})
		d := ShowDialog(env, DialogOptions{Title: "t", Content: field, Accept: "Save"})
		if env.Window.Canvas().Focused() != fyne.Focusable(field.box) {
			t.Errorf("the focus is on %T", env.Window.Canvas().Focused())
		}
		if opener.focused {
			t.Error("the button below still shows the focus")
		}
		d.Close()
		if env.Window.Canvas().Focused() != fyne.Focusable(opener) || !opener.focused {
			t.Errorf("the focus is on %T", env.Window.Canvas().Focused())
		}
	})
}

func TestTheTabKeyStaysInTheDialog(t *testing.T) {
	env := window(t, "en", lookNow)
	opener, _ := dialogStage(env)
	ShowDialog(env, DialogOptions{Title: "t", Content: NewField(env, FieldOptions{}), Accept: "Save"})
	for range 7 {
		env.Window.Canvas().FocusNext()
		if f := env.Window.Canvas().Focused(); f == nil || f == fyne.Focusable(opener) {
			t.Fatalf("the focus went to %T", f)
		}
	}
}

func TestNothingBelowADialogCanBePressed(t *testing.T) {
	env := window(t, "en", lookNow)
	_, pressed := dialogStage(env)
	ShowDialog(env, DialogOptions{Title: "t"})
	test.TapCanvas(env.Window.Canvas(), fyne.NewPos(5, 5))
	if *pressed != 0 || len(openDialogs(env)) != 1 {
		t.Errorf("pressed %d times, %d dialogs open", *pressed, len(openDialogs(env)))
	}
}

func TestTheMainActionStandsAtTheReadingEnd(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		dialogStage(env)
		d := ShowDialog(env, DialogOptions{Title: "t", Accept: "Save"})
		if start(env, d.accept) <= start(env, d.cancel) {
			t.Errorf("accept is at %v, cancel at %v", start(env, d.accept), start(env, d.cancel))
		}
		end := start(env, d.frame) + d.frame.Size().Width - start(env, d.accept) - d.accept.Size().Width
		if !near(end, size(theme.Space24)) {
			t.Errorf("accept is %v from the end", end)
		}
	})
}

func TestEnterAcceptsAndEscapeCancelsFromAField(t *testing.T) {
	for name, want := range map[fyne.KeyName]string{fyne.KeyReturn: "accepted", fyne.KeyEscape: "cancelled"} {
		env := window(t, "en", lookNow)
		dialogStage(env)
		log := []string{}
		ShowDialog(env, DialogOptions{
			Title: "t", Content: NewField(env, FieldOptions{}), Accept: "Save",
			OnAccept: func() bool { log = append(log, "accepted"); return true },
			OnCancel: func() { log = append(log, "cancelled") },
		})
		press(env, name)
		if !slices.Equal(log, []string{want}) || len(openDialogs(env)) != 0 {
			t.Errorf("%s: %v, %d dialogs open", name, log, len(openDialogs(env)))
		}
	}
}

func TestEnterInAnEditorMakesALine(t *testing.T) {
	env := window(t, "en", lookNow)
	dialogStage(env)
	editor := NewEditor(env, EditorOptions{Text: "a"})
	ShowDialog(env, DialogOptions{Title: "t", Content: editor, Accept: "Save", OnAccept: func() bool {
		t.Error("Enter accepted")
		return true
	}})
	press(env, fyne.KeyReturn)
	press(env, fyne.KeyEscape)
	if len(openDialogs(env)) != 0 {
		t.Error("Escape did not close the dialog")
	}
}

func TestKeysReachADialogThatLostTheFocus(t *testing.T) {
	env := window(t, "en", lookNow)
	dialogStage(env)
	ShowDialog(env, DialogOptions{Title: "t"})
	c := env.Window.Canvas()
	c.Unfocus()
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(openDialogs(env)) != 0 {
		t.Error("the dialog is still open")
	}
}

func TestADialogThatRefusesStaysOpen(t *testing.T) {
	env := window(t, "en", lookNow)
	dialogStage(env)
	d := ShowDialog(env, DialogOptions{Title: "t", Accept: "Save", OnAccept: func() bool { return false }})
	test.Tap(d.accept)
	if len(openDialogs(env)) != 1 {
		t.Error("the dialog is closed")
	}
}

func TestADisabledMainActionSaysWhyAndEnterDoesNothing(t *testing.T) {
	env := window(t, "en", lookNow)
	dialogStage(env)
	hint := hints(env)
	d := ShowDialog(env, DialogOptions{Title: "t", Content: NewField(env, FieldOptions{}), Accept: "Save", OnAccept: func() bool {
		t.Error("accepted")
		return true
	}})
	d.SetAcceptEnabled(false, "Type a name first.")
	press(env, fyne.KeyReturn)
	d.accept.MouseIn(nil)
	if *hint != "Type a name first." {
		t.Errorf("hint is %q", *hint)
	}
}

func TestWhatLosesSomethingIsNotOneEnterAway(t *testing.T) {
	env := window(t, "ar", lookNow)
	dialogStage(env)
	Confirm(env, "حذف؟", mixedArabic, "حذف", true, func() { t.Error("accepted") })
	press(env, fyne.KeyReturn)
	if len(openDialogs(env)) != 0 {
		t.Error("Enter did not press the safe button")
	}
}

func TestADialogCanOpenAnotherAndCloseBelowIt(t *testing.T) {
	env := window(t, "en", lookNow)
	opener, _ := dialogStage(env)
	var inner *Dialog
	outer := ShowDialog(env, DialogOptions{Title: "outer", Accept: "Go on", OnAccept: func() bool {
		inner = ShowDialog(env, DialogOptions{Title: "inner", Content: NewField(env, FieldOptions{})})
		return true
	}})
	test.Tap(outer.accept)
	if got := openDialogs(env); len(got) != 1 || got[0].title.Text() != "inner" {
		t.Fatalf("%d dialogs are open", len(got))
	}
	press(env, fyne.KeyEscape)
	if len(openDialogs(env)) != 0 || env.Window.Canvas().Focused() != fyne.Focusable(opener) {
		t.Errorf("%d dialogs open, the focus is on %T", len(openDialogs(env)), env.Window.Canvas().Focused())
	}
	inner.Close() // a second time does nothing
}

func TestKeysGoToTheUppermostDialogOnly(t *testing.T) {
	env := window(t, "en", lookNow)
	dialogStage(env)
	ShowDialog(env, DialogOptions{Title: "lower"})
	Inform(env, "upper", mixedEnglish)
	press(env, fyne.KeyEscape)
	if got := openDialogs(env); len(got) != 1 || got[0].title.Text() != "lower" {
		t.Errorf("%d dialogs are open", len(got))
	}
}

func TestATallDialogScrollsInsideASmallWindow(t *testing.T) {
	for _, lang := range languages {
		for _, s := range []fyne.Size{{Width: 800, Height: 600}, {Width: 1366, Height: 768}} {
			env := window(t, lang, theme.Options{TextScale: 1.3})
			show(env, Gap(1), s.Width, s.Height)
			d := ShowDialog(env, DialogOptions{Title: mixedArabic, Content: NewEditor(env, EditorOptions{Rows: 60}), Accept: "x"})
			at, area := d.frame.Position(), d.frame.Size()
			if at.X < 0 || at.Y < 0 || at.X+area.Width > s.Width || at.Y+area.Height > s.Height {
				t.Errorf("%s %v: the dialog is at %v, %v large", lang, s, at, area)
			}
			if bottom := d.frame.buttons.Position().Y + d.frame.buttons.Size().Height; bottom > area.Height {
				t.Errorf("%s %v: the buttons end at %v of %v", lang, s, bottom, area.Height)
			}
			if env.Window.Canvas().Size() != s {
				t.Errorf("the window grew to %v", env.Window.Canvas().Size())
			}
		}
	}
}

func TestADialogStaysInsideAWindowThatShrinks(t *testing.T) {
	env := window(t, "en", lookNow)
	show(env, Gap(1), 1366, 768)
	d := ShowDialog(env, DialogOptions{Title: "t", MinSize: fyne.NewSize(1000, 600)})
	env.Window.Resize(fyne.NewSize(800, 600))
	if at, area := d.frame.Position(), d.frame.Size(); at.X+area.Width > 800 || at.Y+area.Height > 600 {
		t.Errorf("the dialog is at %v, %v large", at, area)
	}
}

func TestWhatWasConfirmedFindsTheFocusWhereItWas(t *testing.T) {
	env := window(t, "en", lookNow)
	opener, _ := dialogStage(env)
	var found fyne.Focusable
	Confirm(env, "t", mixedEnglish, "Go on", false, func() { found = env.Window.Canvas().Focused() })
	press(env, fyne.KeyReturn)
	if found != fyne.Focusable(opener) {
		t.Errorf("the focus was on %T", found)
	}
}

func TestADialogGrowsWhenAProblemAppears(t *testing.T) {
	env := window(t, "en", lookNow)
	dialogStage(env)
	field := NewField(env, FieldOptions{})
	d := ShowDialog(env, DialogOptions{Title: "t", Content: field, Accept: "Save"})
	before, least := d.frame.Size().Height, d.frame.MinSize()
	field.SetProblem("Type a name first.")
	if d.frame.MinSize() == least {
		t.Fatal("the window is not told to lay out anew")
	}
	d.layer.Refresh()
	if after := d.frame.Size().Height; after <= before {
		t.Errorf("the dialog was %v high and is %v", before, after)
	}
}

func TestADialogHigherThanTheWindowScrollsToWhatHasTheKeyboard(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		show(env, Gap(1), 500, 300)
		var rows []fyne.CanvasObject
		for range 12 {
			rows = append(rows, NewFormItem(env, "label", "", NewField(env, FieldOptions{})))
		}
		d := ShowDialog(env, DialogOptions{Title: "t", Content: Form(env, rows...), Accept: "Save"})
		driver := fyne.CurrentApp().Driver()
		if y := driver.AbsolutePositionForObject(d.accept).Y; y+d.accept.Size().Height > 300 {
			t.Errorf("the button is at %v", y)
		}
		top, high := driver.AbsolutePositionForObject(d.frame.scroll).Y, d.frame.scroll.Size().Height
		for range 11 {
			env.Window.Canvas().FocusNext()
			o := env.Window.Canvas().Focused().(fyne.CanvasObject)
			if y := driver.AbsolutePositionForObject(o).Y; y < top || y+o.Size().Height > top+high {
				t.Fatalf("the caret is at %v, the dialog shows %v to %v", y, top, top+high)
			}
		}
		if bar := d.frame.scroll.bar; !bar.Visible() || start(env, bar) < start(env, d.frame)+d.frame.Size().Width/2 {
			t.Errorf("the bar is at %v", start(env, bar))
		}
		before := d.frame.scroll.Offset.Y
		press(env, fyne.KeyPageUp)
		if d.frame.scroll.Offset.Y >= before {
			t.Error("Page Up does not scroll the dialog")
		}
	})
}
