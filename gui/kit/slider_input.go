package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// KeyDown implements desktop.Keyable: until the key is let go, all that it does
// is one gesture, however often it repeats.
func (s *Slider) KeyDown(*fyne.KeyEvent) { s.held = true }

// KeyUp implements desktop.Keyable.
func (s *Slider) KeyUp(*fyne.KeyEvent) {
	s.held = false
	s.commit()
}

// TypedKey moves the value.
func (s *Slider) TypedKey(key *fyne.KeyEvent) {
	s.byKey()
	const page = 10
	switch key.Name {
	case s.env.forward(), fyne.KeyUp:
		s.move(s.value + s.step())
	case s.env.backward(), fyne.KeyDown:
		s.move(s.value - s.step())
	case fyne.KeyPageUp:
		s.move(s.value + page*s.step())
	case fyne.KeyPageDown:
		s.move(s.value - page*s.step())
	case fyne.KeyHome:
		s.move(s.o.Min)
	case fyne.KeyEnd:
		s.move(s.o.Max)
	default:
		s.env.Pass(key)
		return
	}
	if !s.held { // no release will follow
		s.commit()
	}
}

// FocusGained implements fyne.Focusable.
func (s *Slider) FocusGained() {
	s.wheel.cover(s.Size(), true)
	s.control.FocusGained()
}

// FocusLost ends what a key held down began: its release goes elsewhere.
func (s *Slider) FocusLost() {
	s.held = false
	s.wheel.cover(s.Size(), false)
	s.control.FocusLost()
	s.commit()
}

// MouseDown takes the thumb, or brings it to the pointer.
func (s *Slider) MouseDown(ev *desktop.MouseEvent) {
	s.takeFocus(s)
	s.control.MouseDown(ev)
	if s.disabled || ev.Button == desktop.MouseButtonSecondary {
		return
	}
	s.grab = ev.Position.X - s.middle()
	if half := s.side() / 2; s.grab < -half || s.grab > half {
		s.grab = 0
		s.move(s.valueAt(ev.Position.X))
	}
}

// MouseUp implements desktop.Mouseable.
func (s *Slider) MouseUp(ev *desktop.MouseEvent) {
	s.control.MouseUp(ev)
	if !s.dragging { // or DragEnd is still to come
		s.commit()
	}
}

// Dragged moves the thumb with the pointer.
func (s *Slider) Dragged(ev *fyne.DragEvent) {
	s.dragging = true
	s.move(s.valueAt(ev.Position.X - s.grab))
}

// DragEnd implements fyne.Draggable.
func (s *Slider) DragEnd() {
	s.dragging, s.pressed, s.grab = false, false, 0
	s.commit()
	s.BaseWidget.Refresh()
}

// turn moves the value by a step for each notch of the wheel; away from oneself
// raises. Each notch is a gesture: the wheel does not say when it comes to rest.
func (s *Slider) turn(by fyne.Delta) {
	switch {
	case by.DY > 0:
		s.move(s.value + s.step())
	case by.DY < 0:
		s.move(s.value - s.step())
	}
	s.commit()
}
