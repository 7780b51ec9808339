package kit

import "fyne.io/fyne/v2"

// turn scrolls the text, and the page around it when the text is at its end.
func (b *textbox) turn(by fyne.Delta) {
	before := b.offset.Y
	b.scrollTo(before - by.DY)
	if b.offset.Y == before {
		b.env.scrollAround(b, by)
	}
}

// scrollTo shows another part of a text of many lines.
func (b *textbox) scrollTo(y float32) {
	b.offset.Y, b.pointed = y, -1 // what was pointed at moves away
	b.draw()
}
