package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
	"athar/gui/typeset"
)

// dragTo moves the pressed pointer to where a rune stands.
func dragTo(b *textbox, index int) {
	c := b.layout.Caret(typeset.Position{Index: index})
	ev := &fyne.DragEvent{}
	ev.Position = b.toSheet(c.X, c.Top+c.Height/2).Add(b.clip.Position())
	b.Dragged(ev)
}

func TestADragAfterPressesGoesOnInTheirUnits(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		const s = "سلام يا عالم\nthe second line"
		for _, c := range []struct {
			presses, from, to int
			want              string
		}{
			{1, 6, 10, "ا عا"},
			{2, 6, 10, "يا عالم"},
			{2, 6, 1, "سلام يا"},
			{2, 6, 6, "يا"},
			{2, 10, 14, "عالم\nthe"},
			{3, 6, 10, "سلام يا عالم"},
			{3, 6, 18, s},
			{3, 18, 2, s},
		} {
			_, b := edited(env, s, 0)
			for range c.presses {
				pressAt(b, c.from, 0)
			}
			dragTo(b, c.to)
			b.DragEnd()
			if got := b.selected(); got != c.want {
				t.Errorf("%d presses at %d and a drag to %d select %q, want %q", c.presses, c.from, c.to, got, c.want)
			}
		}
	})
}

func TestADragComesBackToTheWordItBeganWith(t *testing.T) {
	_, b := edited(window(t, "ar", theme.Options{}), "one two three", 0)
	pressAt(b, 5, 0)
	pressAt(b, 5, 0)
	for _, c := range []struct {
		to   int
		want string
	}{{10, "two three"}, {1, "one two"}, {5, "two"}} {
		dragTo(b, c.to)
		if got := b.selected(); got != c.want {
			t.Errorf("dragged to %d: %q, want %q", c.to, got, c.want)
		}
	}
}

func TestAPointerHeldBeyondAnEdgeGoesOnScrolling(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		c := clocked(env)
		_, b := edited(env, strings.Repeat(mixedArabic+"\n", 60), 0)
		pressAt(b, 3, 0)
		ev := &fyne.DragEvent{}
		ev.Position = fyne.NewPos(50, b.Size().Height+30)
		b.Dragged(ev)
		for was := b.offset.Y; b.offset.Y+b.view.Height < b.layout.Height(); was = b.offset.Y {
			if !c.tick(dragTime) || b.offset.Y <= was {
				t.Fatalf("it stopped at %v of %v", b.offset.Y+b.view.Height, b.layout.Height())
			}
		}
		if start, end := b.selection(); start != 3 || end < b.layout.Len()-60 {
			t.Errorf("%d to %d of %d selected", start, end, b.layout.Len())
		}
		ev.Position.Y = -10
		b.Dragged(ev)
		c.tick(dragTime)
		c.tick(dragTime)
		if b.offset.Y+b.view.Height >= b.layout.Height()-1 {
			t.Error("a pointer above the text does not scroll back")
		}
		b.MouseUp(nil)
		if c.tick(dragTime) {
			t.Error("it goes on after the button was let go")
		}
	})
}

func TestADragOverTheEndOfALineScrollsIt(t *testing.T) {
	for _, s := range []string{strings.Repeat("كلمة ", 60) + "نهاية", strings.Repeat("word ", 60) + "end"} {
		env := window(t, "en", theme.Options{})
		c := clocked(env)
		f, _ := typed(t, env, FieldOptions{Text: s})
		b := f.box
		keys(b, "Home")
		pressAt(b, 1, 0)
		ev := &fyne.DragEvent{}
		ev.Position = fyne.NewPos(b.Size().Width+60, 15)
		if s[0] != 'w' {
			ev.Position.X = -60
		}
		b.Dragged(ev)
		for range 500 {
			c.tick(dragTime)
		}
		if _, end := b.selection(); end < b.layout.Len()-1 {
			t.Errorf("%q: selected up to %d of %d", s[:8], end, b.layout.Len())
		}
	}
}

func TestTheWheelTurnsWhatHasSomethingToTurn(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		short, long := NewEditor(env, EditorOptions{Text: mixedArabic}), NewEditor(env, EditorOptions{Text: strings.Repeat(mixedArabic+"\n", 9)})
		page := Follow(env, Scroll(Column(short, long, block(10, 900))))
		show(env, page, 400, 300)
		turn := func(o fyne.CanvasObject, by float32) {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			test.Scroll(env.Window.Canvas(), at.AddXY(100, 20), 0, by)
		}
		turn(short, -10)
		if page.Offset.Y != 10 {
			t.Errorf("over a text that is all in view the page goes to %v", page.Offset.Y)
		}
		turn(long, -30)
		if page.Offset.Y != 10 || long.box.offset.Y != 30 {
			t.Errorf("over a long text the page is at %v, the text at %v", page.Offset.Y, long.box.offset.Y)
		}
		turn(long, -1e6)
		turn(long, -20)
		if page.Offset.Y != 30 {
			t.Errorf("at the end of the text the page goes to %v", page.Offset.Y)
		}
	})
}
