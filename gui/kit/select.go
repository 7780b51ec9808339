package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

var (
	_ fyne.Widget       = (*Select)(nil)
	_ fyne.Focusable    = (*Select)(nil)
	_ fyne.Tappable     = (*Select)(nil)
	_ fyne.Accessible   = (*Select)(nil)
	_ desktop.Hoverable = (*Select)(nil)
	_ desktop.Mouseable = (*Select)(nil)
	_ preferring        = (*Select)(nil)
)

// Option is one of the things to choose from: what the program calls it, and
// what a person reads. The value "" stands for "not said".
type Option struct{ Value, Label string }

// labelOf returns the label of a value.
func labelOf(options []Option, value string) (label string, ok bool) {
	if i := indexOf(options, value); i >= 0 {
		return options[i].Label, true
	}
	return "", false
}

// indexOf returns the place of a value, or -1.
func indexOf(options []Option, value string) int {
	for i, o := range options {
		if o.Value == value {
			return i
		}
	}
	return -1
}

// OptionGroup is options under a heading of their own.
type OptionGroup struct {
	Label   string
	Options []Option
}

// Select shows the chosen one of several options and, when pressed, the list of
// all of them. A long list can be searched.
type Select struct {
	control
	options  []Option
	heads    map[int]string // the headings of groups, by their first option
	value    string
	subject  string // what is chosen, to those who cannot see it
	onChosen func(string)
	problem  *problemLine

	text       *caption
	chevron    *glyph
	box, cover *canvas.Rectangle
	frame      *canvas.Rectangle
	list       *optionList
}

// NewSelect makes a select with nothing chosen but the option with the value "",
// if there is one. onChosen may be nil.
func NewSelect(env *Env, options []Option, onChosen func(value string)) *Select {
	s := &Select{
		control:  control{env: env},
		options:  options,
		onChosen: onChosen,
		problem:  newProblemLine(env),
		text:     newCaption(env, "", StyleBody.face()),
		chevron:  newGlyph(fynetheme.MenuDropDownIcon()),
		box:      &canvas.Rectangle{},
		cover:    &canvas.Rectangle{},
		frame:    &canvas.Rectangle{},
	}
	s.text.shown.Alignment = env.startAlign()
	s.ExtendBaseWidget(s)
	return s
}

// Value returns the chosen value, "" when nothing is chosen.
func (s *Select) Value() string { return s.value }

// SetValue chooses the option with the value.
func (s *Select) SetValue(value string) {
	if value == s.value {
		return
	}
	s.value = value
	s.Refresh()
}

// SetOptions changes the options and keeps the value.
func (s *Select) SetOptions(options []Option) {
	s.options, s.heads = options, nil
	s.close()
	s.Refresh()
}

// SetGroups changes the options to those of groups and keeps the value. A group
// without a label follows the one before it without a heading.
func (s *Select) SetGroups(groups []OptionGroup) {
	var all []Option
	heads := map[int]string{}
	for _, g := range groups {
		if g.Label != "" && len(g.Options) > 0 {
			heads[len(all)] = g.Label
		}
		all = append(all, g.Options...)
	}
	s.SetOptions(all)
	s.heads = heads
}

// SetProblem shows a sentence under the field and marks its border; "" takes
// both away.
func (s *Select) SetProblem(sentence string) {
	if s.problem.set(sentence) {
		s.Refresh()
	}
}

// SetSubject says what is chosen here to those who cannot see the label beside
// it; a form row does.
func (s *Select) SetSubject(subject string) { s.subject = subject }

// Focus gives the select the keyboard.
func (s *Select) Focus() { s.env.focus(s) }

// Tapped opens the list.
func (s *Select) Tapped(*fyne.PointEvent) {
	s.takeFocus(s)
	s.open()
}

// TypedKey opens the list with Space, Enter and the arrows up and down.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	s.byKey()
	switch key.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.open()
	default:
		s.env.Pass(key)
	}
}

// TypedRune opens the list at the first option that begins with the letter.
func (s *Select) TypedRune(r rune) {
	if r == ' ' {
		return // the key has opened the list
	}
	s.open()
	if s.list.isOpen() {
		s.list.TypedRune(r)
	}
}

func (s *Select) open() {
	if s.disabled || s.list.isOpen() || len(s.options) == 0 || s.env.Window == nil {
		return
	}
	s.list = showOptions(s, func(chosen int) {
		s.list = nil
		if chosen >= 0 {
			s.choose(s.options[chosen].Value)
		}
	})
}

func (s *Select) close() {
	if s.list.isOpen() {
		s.list.close(-1)
	}
}

func (s *Select) choose(value string) {
	if value == s.value {
		return
	}
	s.SetValue(value)
	if s.onChosen != nil {
		s.onChosen(value)
	}
}

// AccessibilityLabel implements fyne.Accessible: what is chosen, and what is wrong
// with it.
func (s *Select) AccessibilityLabel() string {
	label, ok := labelOf(s.options, s.value)
	if !ok {
		label = s.env.T("kit.choose")
	}
	return s.env.spokenProblem(s.env.spoken(s.subject, label), s.problem.sentence)
}

// AccessibilityRole implements fyne.Accessible.
func (s *Select) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget:  s,
		objects: []fyne.CanvasObject{s.box, s.cover, s.text.shown, s.chevron.image, s.frame, s.problem},
		measure: s.measure, arrange: s.arrange, paint: s.paint,
	})
}

func (s *Select) measure() fyne.Size {
	problem := float32(0)
	if s.problem.Visible() {
		problem = s.problem.MinSize().Height
	}
	return fyne.NewSize(size(theme.TextBody)*8, inputHeight()+problem)
}

// preferredSize has room for the longest label, up to a third of a text column.
func (s *Select) preferredSize() fyne.Size {
	widest := StyleBody.face().measure(s.env.Visual(s.env.T("kit.choose")))
	for _, o := range s.options {
		widest = max(widest, StyleBody.face().measure(s.env.Visual(o.Label)))
	}
	widest = min(widest, size(theme.SizeTextColumn)/3) + 1
	side := size(fynetheme.SizeNameInlineIcon)
	least := s.measure()
	return fyne.NewSize(max(least.Width, widest+side+3*size(theme.Space8)), least.Height)
}

func (s *Select) arrange(space fyne.Size) {
	height, pad := inputHeight(), size(theme.Space8)
	side := size(fynetheme.SizeNameInlineIcon)
	place(s.box, 0, 0, space.Width, height)
	place(s.cover, 0, 0, space.Width, height)
	half := s.frame.StrokeWidth / 2
	place(s.frame, half, half, space.Width-2*half, height-2*half)
	s.chevron.put(s.env.place(space.Width-side-pad, side, space.Width), 0, side, height)
	width := max(space.Width-side-3*pad, 0)
	s.text.put(s.env.place(pad, width, space.Width), 0, width, height)
	if s.problem.Visible() {
		h := settle(s.problem, space.Width)
		place(s.problem, 0, height, space.Width, h)
	}
}

func (s *Select) paint() {
	radius := size(fynetheme.SizeNameInputRadius)
	fill, stroke, style := fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder, StyleBody
	width := size(fynetheme.SizeNameInputBorder)
	label, known := labelOf(s.options, s.value)
	if !known {
		label, style = s.env.T("kit.choose"), stylePlaceHolder
	}
	switch {
	case s.disabled:
		fill, stroke, style = fynetheme.ColorNameDisabledButton, fynetheme.ColorNameDisabled, styleDisabled
	case s.problem.sentence != "" && s.ringed():
		stroke, width = fynetheme.ColorNameError, 2*size(theme.SizeFocusRing)
	case s.problem.sentence != "":
		stroke, width = fynetheme.ColorNameError, size(theme.SizeFocusRing)
	case s.ringed():
		stroke, width = theme.ColorFocusRing, size(theme.SizeFocusRing)
	}
	fillBox(s.box, fill, "")
	fillBox(s.cover, s.veil(), "")
	fillBox(s.frame, "", stroke)
	s.frame.StrokeWidth = width
	s.box.CornerRadius, s.cover.CornerRadius, s.frame.CornerRadius = radius, radius, radius
	s.text.face = style.face()
	s.text.set(label)
	s.chevron.tint(style.face().color)
}
