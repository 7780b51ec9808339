package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
)

func TestTheTabKeyNeverLeadsOutOfSight(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		var rows []fyne.CanvasObject
		for range 20 {
			rows = append(rows, NewFormItem(env, "label", "help", NewField(env, FieldOptions{})))
		}
		scroll := Follow(env, Scroll(Form(env, rows...)))
		show(env, scroll, 400, 300)
		for range 20 {
			env.Window.Canvas().FocusNext()
			o := env.Window.Canvas().Focused().(fyne.CanvasObject)
			y := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
			if y < 0 || y+o.Size().Height > 300 {
				t.Fatalf("the caret is at %v, out of sight", y)
			}
		}
		if scroll.Offset.Y == 0 {
			t.Fatal("nothing was scrolled: the test shows nothing")
		}
	})
}

func TestRevealLeavesWhatIsInSightAlone(t *testing.T) {
	env := window(t, "en", theme.Options{})
	b := NewButton(env, ButtonOptions{Text: "b"})
	scroll := Follow(env, Scroll(Column(block(10, 500), b, block(10, 500))))
	show(env, scroll, 400, 300)
	scroll.ScrollToOffset(fyne.NewPos(0, 400))
	b.Focus()
	if scroll.Offset.Y != 400 {
		t.Fatalf("scrolled to %v", scroll.Offset.Y)
	}
}

func TestRevealFindsWhatTheDriverHasNotDrawn(t *testing.T) {
	env := window(t, "en", theme.Options{})
	late := block(10, 30)
	page := Column(block(10, 500))
	scroll := Scroll(Pad(16, page))
	show(env, scroll, 400, 300)
	page.Add(Column(block(10, 200), late, block(10, 200)))
	scroll.Refresh()           // gives the new objects their places
	test.NewTempWindow(t, nil) // the test driver knows the places of the last window only
	if fyne.CurrentApp().Driver().AbsolutePositionForObject(late) != (fyne.Position{}) {
		t.Fatal("the driver knows the place: the test shows nothing")
	}
	Reveal(scroll, late)
	at, _ := placeIn(scroll.Content, late)
	if top := at.Y - scroll.Offset.Y; scroll.Offset.Y == 0 || top < 0 || top+late.Size().Height > 300 {
		t.Errorf("it stands at %v", top)
	}
}

func TestRevealOfWhatLiesElsewhereMovesNothing(t *testing.T) {
	env := window(t, "en", theme.Options{})
	elsewhere, hidden := NewButton(env, ButtonOptions{Text: "b"}), block(10, 30)
	scroll := Scroll(Column(block(10, 500), block(10, 500), hidden))
	show(env, Border(env, elsewhere, nil, nil, nil, scroll), 400, 300)
	hidden.Hide()
	scroll.ScrollToOffset(fyne.NewPos(0, 400))
	for _, o := range []fyne.CanvasObject{elsewhere, hidden, block(10, 10)} {
		if Reveal(scroll, o); scroll.Offset.Y != 400 {
			t.Fatalf("scrolled to %v", scroll.Offset.Y)
		}
	}
}

func TestTheKeyboardMovesOnlyTheScrollersItIsIn(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		page := func() (*Scroller, *Field) {
			field := NewField(env, FieldOptions{})
			return Follow(env, Scroll(Column(block(10, 900), field, block(10, 900)))), field
		}
		hidden, _ := page()
		shown, field := page()
		above, _ := page()
		tabs := NewTabs(env, []Tab{
			{Key: "a", Title: "One", Content: Stack(hidden)}, {Key: "b", Title: "Two", Content: Stack(shown)},
		}, nil)
		show(env, container.NewGridWithRows(2, above, tabs), 900, 600) // its content goes on below the tabs, unseen
		hidden.ScrollToOffset(fyne.NewPos(0, 200))
		tabs.SetSelected("b")
		field.Focus()
		if shown.Offset.Y == 0 {
			t.Fatal("its own page does not scroll to the field")
		}
		if hidden.Offset.Y != 200 || above.Offset.Y != 0 {
			t.Errorf("the hidden page is at %v, the one above at %v", hidden.Offset.Y, above.Offset.Y)
		}
		env.Window.Canvas().Unfocus()
		shown.ScrollToTop()
		env.Pass(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		if hidden.Offset.Y != 200 {
			t.Errorf("Page Down moved the hidden page to %v", hidden.Offset.Y)
		}
	})
}
