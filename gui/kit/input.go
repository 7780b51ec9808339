package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/domain/text"
	"athar/domain/text/bidi"
	"athar/gui/theme"
)

// input is what Field and Editor share: the text that is edited, the placeholder
// over it, the frame, and the line about a problem below.
type input struct {
	widget.BaseWidget
	env       *Env
	box       *textbox
	onChanged func(string)

	frame   *canvas.Rectangle // with the surface
	problem *problemLine
	counter fyne.CanvasObject // may be nil
	hint    fyne.CanvasObject // the placeholder
	write   func(text string) // the placeholder

	placeholder string
	reason      string  // why it is disabled
	explaining  bool    // the reason is on show
	last        string  // what onChanged was last told
	counted     float32 // how wide the counter was

	key   string         // under which the direction is remembered
	usual bidi.Direction // while nothing is
}

func (in *input) build(env *Env, o EditorOptions, multiLine bool) {
	in.env, in.onChanged, in.placeholder = env, o.OnChanged, o.Placeholder
	in.key, in.usual = o.Remember, o.Direction
	in.frame = &canvas.Rectangle{}
	in.problem = newProblemLine(env)
	in.box = newTextbox(env, o.Text, in.remembered(), multiLine)
	in.box.maxRunes, in.box.onLeft = o.MaxRunes, o.OnLeft
	in.box.maxLines, in.box.readOnly, in.counter = o.MaxLines, o.ReadOnly, o.Counter
	in.box.onState, in.box.onChanged = in.stateChanged, in.typed
	in.box.onDirection = in.turned
	in.last = in.Text()
}

// Text returns the text in canonical form.
func (in *input) Text() string { return in.box.words.text() }

// SetText changes the text. The caret stays where it is, or at the new end.
// What is typed already, apart from its canonical form, is left alone: an echo
// of the person's own words never interrupts them.
func (in *input) SetText(s string) {
	if s == in.Text() { // most often, and much sooner known than the canonical form
		return
	}
	canonical := text.Canonical(s)
	if canonical == in.Text() {
		return
	}
	in.box.setText(canonical)
	in.last = canonical
	in.BaseWidget.Refresh()
}

// typed hears of every change that the person makes.
func (in *input) typed() {
	s := in.Text()
	if (s == "") != (in.last == "") {
		in.BaseWidget.Refresh() // the placeholder comes or goes
	}
	if s == in.last {
		return
	}
	in.last = s
	if in.onChanged != nil {
		in.onChanged(s)
	}
	if in.counter != nil && !sameLength(in.counted, preferred(in.counter).Width) {
		in.BaseWidget.Refresh()
	}
}

// setDirection makes the text go in a direction, or each paragraph in its own.
func (in *input) setDirection(d bidi.Direction) {
	if d == in.box.direction {
		return
	}
	in.box.setDirection(d)
	in.BaseWidget.Refresh()
}

// SetReadOnly makes the text one that can be selected and copied only, or one
// that can be edited.
func (in *input) SetReadOnly(readOnly bool) {
	if readOnly == in.box.readOnly {
		return
	}
	in.box.readOnly = readOnly
	in.BaseWidget.Refresh()
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
	in.box.Enable()
	in.stateChanged()
}

// Disable makes the field unusable; the reason is shown while it is pointed at.
func (in *input) Disable(reason string) {
	in.reason = reason
	in.box.Disable()
	in.stateChanged()
}

// Disabled reports whether the field is unusable.
func (in *input) Disabled() bool { return in.box.disabled }

// Focus gives the field the keyboard.
func (in *input) Focus() { in.env.focus(in.box) }

// AccessibilityRole implements fyne.Accessible.
func (in *input) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel implements fyne.Accessible.
func (in *input) AccessibilityLabel() string {
	value := in.Text()
	if value == "" {
		value = in.placeholder
	}
	return in.env.spokenProblem(value, in.problem.sentence)
}

func (in *input) stateChanged() {
	show := in.box.hovered && in.box.disabled
	if show != in.explaining {
		in.explaining = show
		line := ""
		if show {
			line = in.reason
		}
		in.env.hint(line)
	}
	in.BaseWidget.Refresh()
}

// objects are in painting order. None of those above the box takes the mouse, so
// a click goes through to it.
func (in *input) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{in.frame, in.box, in.hint, in.problem}
}

func (in *input) paint() {
	fill := fynetheme.Color(fynetheme.ColorNameInputBackground)
	if in.box.readOnly {
		fill = color.Transparent
	}
	stroke, width := fynetheme.Color(fynetheme.ColorNameInputBorder), size(fynetheme.SizeNameInputBorder)
	radius := size(fynetheme.SizeNameInputRadius)
	switch {
	case in.box.disabled:
		fill = fynetheme.Color(fynetheme.ColorNameDisabledButton)
		stroke = fynetheme.Color(fynetheme.ColorNameDisabled)
	case in.underlined():
		fill, width, radius = fynetheme.Color(fynetheme.ColorNameInputBorder), 0, 0
	case in.problem.sentence != "" && in.box.focused:
		stroke, width = fynetheme.Color(fynetheme.ColorNameError), 2*size(theme.SizeFocusRing)
	case in.problem.sentence != "":
		stroke, width = fynetheme.Color(fynetheme.ColorNameError), size(theme.SizeFocusRing)
	case in.box.focused:
		stroke, width = fynetheme.Color(theme.ColorFocusRing), size(theme.SizeFocusRing)
	}
	in.frame.FillColor, in.frame.StrokeColor, in.frame.StrokeWidth = fill, stroke, width
	in.frame.CornerRadius = radius
	in.hint.Hide()
	if in.box.layout.Len() == 0 && in.placeholder != "" {
		in.write(in.placeholder)
		in.hint.Show()
	}
	in.frame.Refresh()
}

// underlined reports whether the text stands on a line instead of in a frame: it
// is not for editing, and nobody is selecting in it.
func (in *input) underlined() bool {
	return in.box.readOnly && !in.box.disabled && !in.box.focused && in.problem.sentence == ""
}

// frameAround places the box and what has its size.
func (in *input) frameAround(space fyne.Size) {
	place(in.box, 0, 0, space.Width, space.Height)
	if in.underlined() {
		line := size(fynetheme.SizeNameInputBorder)
		place(in.frame, 0, space.Height-line, space.Width, line)
		return
	}
	half := in.frame.StrokeWidth / 2
	place(in.frame, half, half, space.Width-2*half, space.Height-2*half)
}

// below places the problem and the counter under a box of the given height.
func (in *input) below(space fyne.Size, height float32) {
	room := in.besideCounter(space.Width)
	if in.problem.Visible() {
		place(in.problem, in.env.place(0, room, space.Width), height, room, space.Height-height)
	}
	if in.counter != nil {
		in.counted = preferred(in.counter).Width
		width := min(in.counted, space.Width/2)
		top := height + size(theme.Space4)
		place(in.counter, in.env.place(space.Width-width, width, space.Width), top, width, in.counter.MinSize().Height)
	}
}

// besideCounter returns the width that the counter leaves for a problem.
func (in *input) besideCounter(width float32) float32 {
	if in.counter == nil || !in.counter.Visible() {
		return width
	}
	return max(width-min(preferred(in.counter).Width, width/2)-size(theme.Space8), 0)
}

// footHeight returns what stands under the box takes at a width.
func (in *input) footHeight(width float32) float32 {
	height := float32(0)
	if in.counter != nil && in.counter.Visible() {
		height = in.counter.MinSize().Height + size(theme.Space4)
	}
	switch {
	case !in.problem.Visible():
		return height
	case width == 0:
		return max(height, in.problem.MinSize().Height)
	}
	return max(height, settle(in.problem, in.besideCounter(width)))
}
