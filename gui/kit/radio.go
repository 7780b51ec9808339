package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Widget       = (*Radio)(nil)
	_ fyne.Focusable    = (*Radio)(nil)
	_ fyne.Tappable     = (*Radio)(nil)
	_ fyne.Accessible   = (*Radio)(nil)
	_ desktop.Hoverable = (*Radio)(nil)
	_ desktop.Mouseable = (*Radio)(nil)
	_ preferring        = (*Radio)(nil)
)

// RadioOption is an Option with room for a sentence on what it means.
type RadioOption struct {
	Value, Label string
	Help         string // may be ""
}

// Radio is a list of options of which one is on, each in as many lines as its
// words need: for a few options that have to be read before one is chosen. Words
// of one or two are better in a Choice, more than about seven options in a
// Select.
//
// The list is one stop of the Tab key. The arrows choose at once, as they do
// everywhere else; so do the digits 1 to 9, in either digit system. With nothing
// chosen, Space and Enter choose the first option.
type Radio struct {
	control
	options  []Option
	value    string
	onChosen func(string)
	subject  string // what is chosen, to those who cannot see it

	rows  []*radioRow
	ring  *ring
	under int // the row under the pointer, or -1
}

// radioRow is one option of a Radio.
type radioRow struct {
	label, help   *Paragraph
	hoop, dot     *canvas.Rectangle
	cover         *canvas.Rectangle
	top, height   float32
	lineOfTheHoop float32 // the top of the label's first line
}

// NewRadio makes a list with nothing chosen but the option with the value "", if
// there is one. onChosen may be nil.
func NewRadio(env *Env, options []RadioOption, onChosen func(value string)) *Radio {
	r := &Radio{control: control{env: env}, onChosen: onChosen, ring: newRing(), under: -1}
	for _, o := range options {
		r.options = append(r.options, Option{o.Value, o.Label})
		row := &radioRow{
			label: NewParagraph(env, o.Label, StyleBody), help: NewParagraph(env, o.Help, StyleMuted),
			hoop: &canvas.Rectangle{}, dot: &canvas.Rectangle{}, cover: &canvas.Rectangle{},
		}
		// The words stay beside their hoop whatever language they are in.
		row.label.atStart, row.help.atStart = true, true
		row.help.Hidden = o.Help == ""
		r.rows = append(r.rows, row)
	}
	r.ExtendBaseWidget(r)
	return r
}

// Value returns the chosen value.
func (r *Radio) Value() string { return r.value }

// SetValue chooses the option with the value; with a value that no option has,
// nothing is chosen.
func (r *Radio) SetValue(value string) {
	if value == r.value {
		return
	}
	r.value = value
	r.Refresh()
}

// SetSubject says what is chosen here to those who cannot see the label beside
// or above the list. A FormRow does it with its label.
func (r *Radio) SetSubject(subject string) { r.subject = subject }

// Focus gives the list the keyboard.
func (r *Radio) Focus() { r.env.focus(r) }

// FocusGained implements fyne.Focusable. A long list is shown where the keyboard
// is in it.
func (r *Radio) FocusGained() {
	r.control.FocusGained()
	r.revealCurrent()
}

func (r *Radio) revealCurrent() {
	if r.focused && len(r.rows) > 0 {
		r.env.revealPart(r.rows[r.current()].cover)
	}
}

// Tapped chooses the option under the pointer.
func (r *Radio) Tapped(at *fyne.PointEvent) {
	r.takeFocus(r)
	r.choose(r.at(at.Position.Y))
}

// MouseIn implements desktop.Hoverable.
func (r *Radio) MouseIn(at *desktop.MouseEvent) {
	r.under = r.at(at.Position.Y)
	r.control.MouseIn(at)
}

// MouseMoved implements desktop.Hoverable.
func (r *Radio) MouseMoved(at *desktop.MouseEvent) {
	if i := r.at(at.Position.Y); i != r.under {
		r.under = i
		r.Refresh()
	}
}

// at returns the row at a height, or -1.
func (r *Radio) at(y float32) int {
	for i, row := range r.rows {
		if y >= row.top && y < row.top+row.height {
			return i
		}
	}
	return -1
}

// TypedKey chooses. Enter, where there is nothing left for it to do, goes to the
// dialog around.
func (r *Radio) TypedKey(key *fyne.KeyEvent) {
	r.byKey()
	if i, ok := stepped(r.env, key.Name, indexOf(r.options, r.value), len(r.options)); ok {
		r.choose(i)
		return
	}
	if isPress(key.Name) && !r.disabled && indexOf(r.options, r.value) < 0 {
		r.choose(0)
		return
	}
	r.env.Pass(key)
}

// TypedRune chooses by a digit.
func (r *Radio) TypedRune(key rune) {
	r.byKey()
	r.choose(digitPlace(key))
}

func (r *Radio) choose(i int) {
	if r.disabled || i < 0 || i >= len(r.options) || r.options[i].Value == r.value {
		return
	}
	r.SetValue(r.options[i].Value)
	r.revealCurrent()
	if r.onChosen != nil {
		r.onChosen(r.value)
	}
}

// current is the row the keyboard is at.
func (r *Radio) current() int { return max(indexOf(r.options, r.value), 0) }

// AccessibilityLabel implements fyne.Accessible.
func (r *Radio) AccessibilityLabel() string {
	label, _ := labelOf(r.options, r.value)
	return r.env.spoken(r.subject, label)
}

// AccessibilityRole implements fyne.Accessible.
func (r *Radio) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
