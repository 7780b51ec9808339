package kit

import (
	"fyne.io/fyne/v2"

	"athar/gui/typeset"
)

// crossing is how the caret came from one paragraph into another: by which key,
// and whether towards the end of the text.
type crossing struct {
	key     fyne.KeyName
	forward bool
}

// step returns where an arrow key to a side leads from the caret, by a character
// or far by a word, and how it left the paragraph if it did.
//
// A paragraph is left at its end for the start of the next, and at its start for
// the end of the one before, whichever sides these are. Beside a paragraph of the
// other direction the same key would then lead back at once, and back again for
// ever. So a key never returns over a border which it has just crossed: it rests
// there, or goes on where the paragraph is empty, until another key is pressed.
func (b *textbox) step(key fyne.KeyName, far bool) (typeset.Position, crossing) {
	l, p := b.layout, b.caret
	next := l.Left
	switch {
	case key == fyne.KeyLeft && far:
		next = l.WordLeft
	case key == fyne.KeyRight && far:
		next = l.WordRight
	case key == fyne.KeyRight:
		next = l.Right
	}
	to := next(p)
	was, is := l.ParagraphIndex(p.Index), l.ParagraphIndex(to.Index)
	if was == is {
		return to, b.crossed
	}
	c := crossing{key, is > was}
	if b.crossed.key != key || b.crossed.forward == c.forward {
		return to, c
	}
	start, end := l.ParagraphAt(p.Index)
	switch {
	case start < end: // nothing to go on to on this side
	case b.crossed.forward && end < l.Len():
		p = l.LineStart(typeset.Position{Index: end + 1})
	case !b.crossed.forward && start > 0:
		p = l.LineEnd(typeset.Position{Index: start - 1})
	}
	return p, b.crossed
}
