package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/domain/text"
	"athar/domain/text/bidi"
	"athar/gui/theme"
	"athar/gui/typeset"
)

// input is what Field and Editor share: Fyne's entry, the text as it is read
// over it, the frame, and the line about a problem below.
//
// Fyne's entry paints and edits every text from left to right. So while nobody
// types, a text with Arabic in it is covered by the same text in the right order
// and at the right side; the placeholder is always drawn here.
type input struct {
	widget.BaseWidget
	env       *Env
	entry     *entry
	onChanged func(string)
	direction bidi.Direction // of the text; Auto asks each paragraph

	frame   *canvas.Rectangle
	cover   *canvas.Rectangle // hides the entry's own text
	problem *problemLine
	reading fyne.CanvasObject // the text, or the placeholder, as it is read
	read    func(text string, style Style)

	placeholder string
	reason      string // why it is disabled
	hinting     bool   // the reason is on show
	last        string // what onChanged was last told
	setting     bool
}

func (in *input) build(env *Env, e *entry, o EditorOptions) {
	in.env, in.entry, in.onChanged = env, e, o.OnChanged
	in.direction, in.placeholder = o.Direction, o.Placeholder
	in.frame = &canvas.Rectangle{}
	in.cover = &canvas.Rectangle{}
	in.problem = newProblemLine(env)
	e.env, e.maxRunes, e.onState = env, o.MaxRunes, in.stateChanged
	e.onLeft = o.OnLeft
	e.Text, in.last = o.Text, text.Canonical(o.Text)
	e.OnChanged = in.typed
}

// Text returns the text in canonical form.
func (in *input) Text() string { return text.Canonical(in.entry.Text) }

// SetText changes the text. The caret stays where it is, or at the new end.
// What is typed already, apart from its canonical form, is left alone: an echo
// of the person's own words never interrupts them.
func (in *input) SetText(s string) {
	canonical := text.Canonical(s)
	if canonical == in.Text() {
		return
	}
	in.setting = true
	in.entry.SetText(canonical)
	in.setting = false
	in.last = canonical
	in.BaseWidget.Refresh()
}

// typed hears of every change in the entry.
func (in *input) typed(string) {
	if in.setting {
		return
	}
	in.BaseWidget.Refresh()
	s := in.Text()
	if s == in.last {
		return
	}
	in.last = s
	if in.onChanged != nil {
		in.onChanged(s)
	}
}

// SetProblem shows a sentence under the field and marks its border; "" takes
// both away.
func (in *input) SetProblem(sentence string) {
	if in.problem.set(sentence) {
		in.BaseWidget.Refresh()
	}
}

// Enable makes the field usable.
func (in *input) Enable() {
	in.reason = ""
	in.entry.Enable()
	in.stateChanged()
}

// Disable makes the field unusable; the reason is shown while it is pointed at.
func (in *input) Disable(reason string) {
	in.reason = reason
	in.entry.Disable()
	in.stateChanged()
}

// Disabled reports whether the field is unusable.
func (in *input) Disabled() bool { return in.entry.Disabled() }

// Focus gives the field the keyboard.
func (in *input) Focus() { in.env.focus(in.entry) }

// AccessibilityRole implements fyne.Accessible.
func (in *input) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel implements fyne.Accessible.
func (in *input) AccessibilityLabel() string {
	if s := in.Text(); s != "" {
		return s
	}
	return in.placeholder
}

func (in *input) stateChanged() {
	show := in.entry.hovered && in.entry.Disabled()
	if show != in.hinting {
		in.hinting = show
		line := ""
		if show {
			line = in.reason
		}
		in.env.hint(line)
	}
	in.BaseWidget.Refresh()
}

// objects are in painting order. None of those above the entry takes the mouse,
// so a click goes through to it.
func (in *input) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{in.entry, in.cover, in.reading, in.frame, in.problem}
}

func (in *input) paint() {
	in.cover.FillColor = fynetheme.Color(fynetheme.ColorNameInputBackground)
	in.cover.CornerRadius = size(fynetheme.SizeNameInputRadius)
	stroke, width := fynetheme.Color(fynetheme.ColorNameInputBorder), size(fynetheme.SizeNameInputBorder)
	switch {
	case in.entry.Disabled():
		in.cover.FillColor = fynetheme.Color(fynetheme.ColorNameDisabledButton)
		stroke = fynetheme.Color(fynetheme.ColorNameDisabled)
	case in.problem.sentence != "" && in.entry.focused:
		stroke, width = fynetheme.Color(fynetheme.ColorNameError), 2*size(theme.SizeFocusRing)
	case in.problem.sentence != "":
		stroke, width = fynetheme.Color(fynetheme.ColorNameError), size(theme.SizeFocusRing)
	case in.entry.focused:
		stroke, width = fynetheme.Color(theme.ColorFocusRing), size(theme.SizeFocusRing)
	}
	in.frame.StrokeColor, in.frame.StrokeWidth = stroke, width
	in.frame.CornerRadius = size(fynetheme.SizeNameInputRadius)
	in.showReading()
	in.frame.Refresh()
	in.cover.Refresh()
}

// showReading decides what is drawn over the entry.
func (in *input) showReading() {
	s, style := in.entry.Text, StyleBody
	empty := s == ""
	covers := !in.entry.focused && (in.entry.Disabled() || !empty && in.reordered(s))
	switch {
	case empty:
		s, style = in.placeholder, stylePlaceHolder
	case in.entry.Disabled():
		style = styleDisabled
	}
	in.cover.Hidden = !covers
	if covers || empty {
		in.read(s, style)
		in.reading.Show()
		return
	}
	in.reading.Hide()
}

// base returns the direction of the text as one paragraph.
func (in *input) base(s string) bidi.Direction {
	return in.direction.Or(in.env.base(s))
}

// reordered reports whether Fyne's entry would show the text wrongly.
func (in *input) reordered(s string) bool {
	return in.base(s) == bidi.RTL || typeset.Visual(s, bidi.LTR) != s
}

// frameAround places what lies on the entry's edge.
func (in *input) frameAround(space fyne.Size) {
	place(in.entry, 0, 0, space.Width, space.Height)
	half := in.frame.StrokeWidth / 2
	place(in.frame, half, half, space.Width-2*half, space.Height-2*half)
}

// below places the problem under an entry of the given height.
func (in *input) below(space fyne.Size, height float32) {
	if in.problem.Visible() {
		place(in.problem, 0, height, space.Width, space.Height-height)
	}
}

// problemHeight returns what the line about a problem takes at a width.
func (in *input) problemHeight(width float32) float32 {
	if !in.problem.Visible() {
		return 0
	}
	if width == 0 {
		return in.problem.MinSize().Height
	}
	return settle(in.problem, width)
}
