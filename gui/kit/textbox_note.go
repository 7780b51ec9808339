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
		b.forgetNote()
		return
	}
	part, seen := b.partOf(h)
	if !seen {
		b.forgetNote()
		return
	}
	if h.Note != b.noted {
		b.telling, b.noted = true, h.Note
		b.env.hint(h.Note)
	}
	switch {
	case !b.telling:
	case b.env.notes == nil || b.menuOpen:
		b.env.hideNote(b)
	default:
		b.env.notes.tell(b, h.Tone, h.Note, part)
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

// forgetNote takes the note away until there is one to be read again.
func (b *textbox) forgetNote() {
	b.dismissNote()
	b.noted = ""
}

// partOf returns the line of a highlight at which its note stands, and whether it is in
// sight.
func (b *textbox) partOf(h *Highlight) (part notedPart, seen bool) {
	line := b.layout.Caret(b.caret).Line
	if b.pointed >= 0 {
		line = b.layout.Caret(typeset.Position{Index: b.pointed}).Line
	}
	for _, r := range b.layout.SelectionIn(h.Start, h.End, line, line+1) {
		if r.Y+r.Height <= b.offset.Y || r.Y >= b.offset.Y+b.view.Height {
			continue
		}
		part = b.partAt(r)
		_, seen = part.where()
		return part, seen
	}
	return part, false
}

// partAt returns a line of a highlight as what a note is about. What moves away below
// the pointer is not pointed at any more.
func (b *textbox) partAt(line typeset.Rect) notedPart {
	room := fyne.NewSize(line.Width, line.Height)
	pointed, began := b.pointed >= 0, b.env.partOnWindow(b.clip)
	where := func() (fyne.Position, bool) {
		clip := b.env.partOnWindow(b.clip)
		at := clip.Add(b.toSheet(line.X, line.Y))
		return at, !clip.IsZero() && (!pointed || clip == began) && b.env.inSight(b, at, room)
	}
	gone := func() {
		b.pointed = -1
		b.forgetNote()
	}
	return notedPart{where: where, size: room, gone: gone}
}

// partOnWindow returns where something is in the window, (0,0) where it is not on show.
func (e *Env) partOnWindow(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

// inSight reports whether a part of a widget is seen, as far as the pages go that it
// stands on.
func (e *Env) inSight(widget fyne.CanvasObject, at fyne.Position, part fyne.Size) bool {
	for _, s := range e.following() {
		top := e.partOnWindow(s).Y
		if at.Y+part.Height > top && at.Y < top+s.Size().Height {
			continue // it would be seen
		}
		if _, inside := s.placeOf(widget); inside {
			return false
		}
	}
	return true
}
