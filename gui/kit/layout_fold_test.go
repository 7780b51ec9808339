package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// folded is a fold of blocks of 30 above one that wants 100.
func folded(env *Env) (content fyne.CanvasObject, first *Field, more, below fyne.CanvasObject) {
	first = NewField(env, FieldOptions{})
	more, below = block(50, 30), block(50, 60)
	content = Fold(env, FoldOptions{
		Action: block(50, 30), First: first, More: more, Below: below,
		Hint: "Search", Room: func() float32 { return 100 }, Pair: 100,
	})
	return content, first, more, below
}

func TestWhatNarrowsAListIsFoldedAwayWhereThereIsNoRoom(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		content, first, more, below := folded(env)
		show(env, content, 300, 400)
		toggle := find[*Button](content)[0]
		if toggle.Visible() || !first.Visible() || !more.Visible() || first.Position().Y != 0 {
			t.Fatalf("with much room: %v %v %v at %v", toggle.Visible(), first.Visible(), more.Visible(), first.Position())
		}
		if got := start(env, first); got < 150 {
			t.Errorf("what finds an entry is at %v of 300", got)
		}
		content.Resize(fyne.NewSize(180, 400))
		if first.Position().Y == 0 || !first.Visible() {
			t.Error("in a narrow window it has no line of its own")
		}
		content.Resize(fyne.NewSize(300, 160))
		if !toggle.Visible() || first.Visible() || more.Visible() {
			t.Fatalf("with little room: %v %v %v", toggle.Visible(), first.Visible(), more.Visible())
		}
		if got := below.Position().Y + below.Size().Height; below.Size().Height < 100 || got != 160 {
			t.Errorf("the list is %v high and ends at %v", below.Size().Height, got)
		}
	})
}

func TestTheButtonOfAFoldShowsWhatIsFoldedAndGoesThere(t *testing.T) {
	env := window(t, "ar", lookNow)
	content, first, more, below := folded(env)
	show(env, content, 300, 160)
	content.Resize(fyne.NewSize(300, 160))
	toggle := find[*Button](content)[0]
	least := content.MinSize().Height
	toggle.press()
	if !first.Visible() || !more.Visible() || env.Window.Canvas().Focused() != fyne.Focusable(first.box) {
		t.Fatalf("shown: %v %v, the keyboard is at %T", first.Visible(), more.Visible(), env.Window.Canvas().Focused())
	}
	if content.MinSize().Height <= least || first.Position().Y < toggle.Size().Height || below.Position().Y < more.Position().Y+30 {
		t.Errorf("one lies on the other: %v, %v, %v", first.Position(), more.Position(), below.Position())
	}
	toggle.press()
	if first.Visible() || content.MinSize().Height != least {
		t.Error("it is not folded again")
	}
}
