package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Widget       = (*Slider)(nil)
	_ fyne.Focusable    = (*Slider)(nil)
	_ fyne.Draggable    = (*Slider)(nil)
	_ fyne.Accessible   = (*Slider)(nil)
	_ desktop.Hoverable = (*Slider)(nil)
	_ desktop.Mouseable = (*Slider)(nil)
	_ desktop.Keyable   = (*Slider)(nil)
	_ preferring        = (*Slider)(nil)
)

// SliderOptions is what a slider is made from.
type SliderOptions struct {
	// Min and Max are the ends; a Max that is not above Min leaves one value.
	Min, Max float64
	// Step is the distance between the values that can be chosen, counted from
	// Min; the last one may be shorter. 0 lets every value be chosen.
	Step float64
	// Format writes a value beside the slider and to those who cannot see it.
	Format func(value float64) string
	Ticks  bool   // marks each step, where there is room for the marks
	Hint   string // what the value does; shown while pointed at

	// OnChanged is told of every value on the way. May be nil.
	OnChanged func(value float64)
	// OnCommitted is told of the value at the end of a gesture, if it is another
	// one than before: when the mouse or the key is let go. What is kept and can
	// be undone belongs here, so that one drag is one step. May be nil.
	OnCommitted func(value float64)
}

// Slider chooses a number by where it lies between two ends, where the feel of
// it matters more than the figure: the size of text, a share. The least value is
// at the reading start.
//
// The arrow key that points to the higher end raises, as does Up; PageUp and
// PageDown go ten steps, Home and End to the ends. The wheel turns the value
// only while the slider has the keyboard, so that scrolling a page never changes
// what the pointer happens to pass over.
type Slider struct {
	control
	o         SliderOptions
	value     float64
	committed float64 // what OnCommitted knows
	subject   string  // what is chosen, to those who cannot see it

	held     bool    // a key is down: its release ends the gesture
	dragging bool    // the pointer has moved since it was pressed
	grab     float32 // from the thumb's middle to where the pointer took it

	track, filled, thumb, cover *canvas.Rectangle
	ticks                       []*canvas.Rectangle
	text                        *caption
	room                        float32 // the width that the widest value needs
	wheel                       *wheelArea
	ring                        *ring
}

// NewSlider makes a slider at its least value.
func NewSlider(env *Env, o SliderOptions) *Slider {
	if !(o.Max > o.Min) { // also NaN
		o.Max = o.Min
	}
	if !(o.Step > 0) {
		o.Step = 0
	}
	s := &Slider{
		control: control{env: env, help: o.Hint}, o: o, value: o.Min, committed: o.Min,
		track: &canvas.Rectangle{}, filled: &canvas.Rectangle{}, thumb: &canvas.Rectangle{},
		cover: &canvas.Rectangle{}, ring: newRing(),
	}
	s.text = newCaption(env, o.Format(o.Min), StyleBody.face())
	s.text.shown.Alignment = env.endAlign()
	s.wheel = newWheelArea(s.turn)
	for range s.tickCount() {
		s.ticks = append(s.ticks, &canvas.Rectangle{})
	}
	s.ExtendBaseWidget(s)
	return s
}

// Value returns the value.
func (s *Slider) Value() float64 { return s.value }

// SetValue moves the slider to the nearest value that can be chosen; what is no
// number changes nothing.
func (s *Slider) SetValue(value float64) {
	value = s.nearest(value)
	s.committed = value
	s.put(value)
}

// put shows a value and reports whether it is another one.
func (s *Slider) put(value float64) bool {
	if value == s.value {
		return false
	}
	s.value = value
	s.text.set(s.o.Format(value))
	s.Refresh()
	return true
}

// nearest returns the nearest value that can be chosen.
func (s *Slider) nearest(value float64) float64 {
	if math.IsNaN(value) {
		return s.value
	}
	if s.o.Step > 0 {
		// Counted from the least value, not added up: ten times a tenth is one.
		value = s.o.Min + math.Round((value-s.o.Min)/s.o.Step)*s.o.Step
	}
	return max(s.o.Min, min(value, s.o.Max))
}

// step is how far an arrow key goes.
func (s *Slider) step() float64 {
	if s.o.Step > 0 {
		return s.o.Step
	}
	return (s.o.Max - s.o.Min) / 100
}

// SetSubject says what is chosen here to those who cannot see the label beside
// or above the slider. A FormRow does it with its label.
func (s *Slider) SetSubject(subject string) { s.subject = subject }

// Focus gives the slider the keyboard.
func (s *Slider) Focus() { s.env.focus(s) }

// move is put by the person.
func (s *Slider) move(value float64) {
	if s.disabled {
		return
	}
	if s.put(s.nearest(value)) && s.o.OnChanged != nil {
		s.o.OnChanged(s.value)
	}
}

// commit ends a gesture.
func (s *Slider) commit() {
	if s.value == s.committed {
		return
	}
	s.committed = s.value
	if s.o.OnCommitted != nil {
		s.o.OnCommitted(s.value)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (s *Slider) AccessibilityLabel() string { return s.env.spoken(s.subject, s.text.logical) }

// AccessibilityRole implements fyne.Accessible.
func (s *Slider) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
