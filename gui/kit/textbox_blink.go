package kit

import (
	"time"

	"fyne.io/fyne/v2/canvas"
)

const (
	blinkTime = 530 * time.Millisecond
	// maxBlinks is after about ten seconds, and even, so the caret is seen at
	// the end. From then on nothing is drawn until somebody comes back.
	maxBlinks = 18
)

// blinking is what the caret does while nothing else happens.
type blinking struct {
	off  bool
	done int
	stop func() // of the next blink; nil when none is to come
}

// hold stops the blinking with the caret in sight.
func (k *blinking) hold() {
	if k.stop != nil {
		k.stop()
	}
	*k = blinking{}
}

// wake shows the caret and has it blink from now on if it has the keyboard.
func (b *textbox) wake() {
	b.blink.hold()
	if b.focused && !b.disabled {
		b.blink.stop = b.env.after(blinkTime, b.blinkOnce)
	}
}

func (b *textbox) blinkOnce() {
	b.blink.off, b.blink.stop = !b.blink.off, nil
	if b.blink.done++; b.blink.done < maxBlinks {
		b.blink.stop = b.env.after(blinkTime, b.blinkOnce)
	}
	b.drawBeam()
	canvas.Refresh(b.beam)
}
