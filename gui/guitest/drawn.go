package guitest

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// piece is a text as it is painted: a whole line or a part of one.
type piece struct {
	owner fyne.CanvasObject // the widget it belongs to
	text  string            // in painting order, without marks of direction
	ink   box               // where the letters stand in the window
	clip  box               // what can be seen there
}

// box is a rectangle in the window.
type box struct{ x, y, right, bottom float32 }

func boxAt(at fyne.Position, s fyne.Size) box {
	return box{at.X, at.Y, at.X + s.Width, at.Y + s.Height}
}

func (b box) in(c box) box {
	return box{max(b.x, c.x), max(b.y, c.y), min(b.right, c.right), min(b.bottom, c.bottom)}
}

func (b box) width() float32  { return b.right - b.x }
func (b box) height() float32 { return b.bottom - b.y }
func (b box) empty() bool     { return b.width() <= 0 || b.height() <= 0 }

// visit walks through everything visible in a tree, parents first, with where
// it stands in the window and what can be seen there.
func visit(o fyne.CanvasObject, origin fyne.Position, clip box, owner fyne.CanvasObject, f func(o, owner fyne.CanvasObject, at, clip box)) {
	if o == nil || !o.Visible() {
		return
	}
	at := boxAt(origin.Add(o.Position()), o.Size())
	f(o, owner, at, clip)
	if clips(o) {
		clip = clip.in(at)
	}
	if _, ok := o.(fyne.Widget); ok {
		owner = o
	}
	for _, child := range children(o) {
		visit(child, fyne.NewPos(at.x, at.y), clip, owner, f)
	}
}

// clips reports whether what reaches beyond an object is not seen.
func clips(o fyne.CanvasObject) bool {
	if _, ok := o.(fyne.Scrollable); ok {
		return true
	}
	w, ok := o.(fyne.Widget)
	if !ok {
		return false
	}
	_, ok = test.WidgetRenderer(w).(interface{ IsClip() })
	return ok
}

// pieces returns the texts painted in a tree that fills the window.
func pieces(root fyne.CanvasObject, window fyne.Size) (all []piece) {
	whole := boxAt(fyne.Position{}, window)
	visit(root, fyne.Position{}, whole, nil, func(o, owner fyne.CanvasObject, at, clip box) {
		t, ok := o.(*canvas.Text)
		if !ok || strings.TrimSpace(t.Text) == "" {
			return
		}
		all = append(all, piece{owner: owner, text: withoutMarks(t.Text), ink: inkOf(t, at), clip: clip})
	})
	return all
}

// inkOf returns where the letters of a text stand that has been given a box.
func inkOf(t *canvas.Text, at box) box {
	need := t.MinSize()
	x := at.x
	switch t.Alignment {
	case fyne.TextAlignCenter:
		x += (at.width() - need.Width) / 2
	case fyne.TextAlignTrailing:
		x = at.right - need.Width
	}
	y := at.y + (at.height()-need.Height)/2
	return box{x, y, x + need.Width, y + need.Height}
}

// withoutMarks takes the marks of direction out of a text.
func withoutMarks(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '\u200e' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, s)
}
