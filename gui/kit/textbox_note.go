package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/gui/typeset"
)

// MouseIn implements desktop.Hoverable.
func (b *textbox) MouseIn(ev *desktop.MouseEvent) {
	b.hovered = true
	b.onState()
	b.MouseMoved(ev)
}

// MouseMoved shows the note of the highlight under the pointer.
func (b *textbox) MouseMoved(ev *desktop.MouseEvent) {
	if ev == nil || len(b.highlights) == 0 {
		return
	}
	b.pointed = b.pointedAt(ev.Position)
	b.tellNote()
}

// MouseOut implements desktop.Hoverable.
func (b *textbox) MouseOut() {
	b.hovered, b.pointed = false, -1
	b.tellNote()
	b.onState()
}

// pointedAt returns the rune under a point, -1 where there is none.
func (b *textbox) pointedAt(at fyne.Position) int {
	p := b.hit(at)
	on := at.Subtract(b.clip.Position()).Add(b.offset)
	for _, i := range []int{p.Index - 1, p.Index} {
		for _, r := range b.layout.Selection(i, i+1) {
			if on.X-beamRoom >= r.X && on.X-beamRoom < r.X+r.Width && on.Y >= r.Y && on.Y < r.Y+r.Height {
				return i
			}
		}
	}
	return -1
}

// noteworthy returns the highlight whose note is to be read: the one under the
// pointer, else the one with the caret.
func (b *textbox) noteworthy() *Highlight {
	if b.pointed >= 0 {
		if h := b.highlightAt(b.pointed); h != nil && b.pointed < h.End {
			return h
		}
	}
	if b.focused && b.anchor == b.caret.Index {
		return b.highlightAt(b.caret.Index)
	}
	return nil
}

// tellNote shows the note of the moment, or takes it away.
func (b *textbox) tellNote() {
	h := b.noteworthy()
	if h == nil || h.Note == "" {
		if b.telling {
			b.telling = false
			b.env.hint("")
			b.env.hideNote(b)
		}
		b.noted = ""
		return
	}
	if h.Note != b.noted {
		b.telling, b.noted = true, h.Note
		b.env.hint(h.Note)
	}
	if b.telling {
		b.showNote(h)
	}
}

// dismissNote takes the note away until there is another, and reports whether
// there was one.
func (b *textbox) dismissNote() bool {
	if !b.telling {
		return false
	}
	b.telling = false
	b.env.hint("")
	b.env.hideNote(b)
	return true
}

// showNote shows the note at the highlight, as far as that is in view.
func (b *textbox) showNote(h *Highlight) {
	if b.env.notes == nil || b.menuOpen {
		b.env.hideNote(b)
		return
	}
	line := b.layout.Caret(b.caret).Line
	if b.pointed >= 0 {
		line = b.layout.Caret(typeset.Position{Index: b.pointed}).Line
	}
	for _, r := range b.layout.SelectionIn(h.Start, h.End, line, line+1) {
		if r.Y+r.Height <= b.offset.Y || r.Y >= b.offset.Y+b.view.Height {
			continue
		}
		where := func() fyne.Position {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
			return at.Add(b.clip.Position()).Add(b.toSheet(r.X, r.Y))
		}
		b.env.notes.tell(b, h.Tone, h.Note, where, fyne.NewSize(r.Width, r.Height))
		return
	}
	b.env.hideNote(b)
}
