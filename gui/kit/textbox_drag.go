package kit

import (
	"time"

	"fyne.io/fyne/v2"

	"athar/gui/typeset"
)

// dragTime is how often a text goes on scrolling while the pointer is held
// beyond an edge.
const dragTime = 40 * time.Millisecond

// dragging is what a press began.
type dragging struct {
	// unit is 1 for letters, 2 for words, 3 for paragraphs: the number of presses.
	unit int
	// start and end are what the presses selected, which stays selected.
	start, end int
	at         fyne.Position // the pointer
	stop       func()        // of the next step beyond an edge; nil when none is to come
}

func (d *dragging) hold() {
	if d.stop != nil {
		d.stop()
		d.stop = nil
	}
}

// Dragged selects up to the pointer: by letters, words or paragraphs. Beyond an
// edge it scrolls, and goes on while the pointer is held there.
func (b *textbox) Dragged(ev *fyne.DragEvent) {
	if b.disabled || b.drag.unit == 0 {
		return
	}
	b.drag.at = ev.Position
	if b.drag.stop == nil { // else the next step is on its way
		b.dragOn()
	}
}

// DragEnd implements fyne.Draggable.
func (b *textbox) DragEnd() { b.drag.hold() }

func (b *textbox) dragOn() {
	b.drag.stop = nil
	at, beyond := b.drag.at, b.beyond(b.drag.at)
	if b.multiLine {
		b.offset.Y += pace(beyond, b.view.Height)
		at.Y -= beyond
	} else {
		b.offset.X += pace(beyond, b.view.Width)
		at.X -= beyond
	}
	b.dragTo(b.hit(at))
	if beyond != 0 {
		b.drag.stop = b.env.after(dragTime, b.dragOn)
	}
}

// beyond returns how far a point is beyond the edges between which the text
// scrolls: below zero before the first, 0 between them.
func (b *textbox) beyond(at fyne.Position) float32 {
	from, long, where := b.clip.Position().X, b.clip.Size().Width, at.X
	if b.multiLine {
		from, long, where = b.clip.Position().Y, b.clip.Size().Height-1, at.Y
	}
	switch {
	case where < from:
		return where - from
	case where > from+long:
		return where - from - long
	}
	return 0
}

// pace returns how far to scroll at once: the further out the pointer, the
// faster, but never past what was not seen yet.
func pace(beyond, view float32) float32 {
	return min(max(beyond/3, -view/2), view/2)
}

// dragTo selects from what the press began with to a place.
func (b *textbox) dragTo(p typeset.Position) {
	start, end := p.Index, p.Index
	switch b.drag.unit {
	case 1:
		b.extend(p)
		return
	case 2:
		start, end = b.layout.WordAt(p.Index)
	case 3:
		start, end = b.layout.ParagraphAt(p.Index)
	}
	if start < b.drag.start {
		b.anchor = b.drag.end
		b.extend(typeset.Position{Index: start})
		return
	}
	b.anchor = b.drag.start
	b.extend(typeset.Position{Index: end, Affinity: typeset.Upstream})
}
