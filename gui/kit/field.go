package kit

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/domain/text"
	"athar/domain/text/bidi"
	"athar/gui/theme"
)

var (
	_ fyne.Widget     = (*Field)(nil)
	_ fyne.Accessible = (*Field)(nil)
	_ preferring      = (*Field)(nil)
)

// FieldOptions is what a field is made from.
type FieldOptions struct {
	Placeholder string
	Text        string
	Icon        fyne.Resource // at the reading start; may be nil
	// MaxRunes is the most that can be typed or pasted; 0 is no limit.
	MaxRunes int
	// OnChanged and OnSubmitted get the text in canonical form.
	OnChanged   func(string)
	OnSubmitted func(string)
	// OnLeft is told when the caret leaves the field: time to say what is wrong
	// with its text. May be nil.
	OnLeft func()
	// OwnUndo keeps Undo and Redo inside, as in a search field, whose text is no
	// part of the campaign.
	OwnUndo bool
}

// Field is a line of text to type.
type Field struct {
	input
	hasIcon bool
	line    *caption
}

// NewField makes a field.
func NewField(env *Env, o FieldOptions) *Field {
	f := &Field{hasIcon: o.Icon != nil, line: newCaption(env, "", StyleBody.face())}
	e := &entry{ownUndo: o.OwnUndo}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	f.build(env, e, EditorOptions{
		Placeholder: o.Placeholder, Text: o.Text, MaxRunes: o.MaxRunes, OnChanged: o.OnChanged, OnLeft: o.OnLeft,
	})
	if o.OnSubmitted != nil {
		e.OnSubmitted = func(s string) { o.OnSubmitted(text.Canonical(s)) }
	}
	if o.Icon != nil {
		f.setIcon(o.Icon)
	}
	f.reading, f.read = f.line.shown, f.readLine
	f.ExtendBaseWidget(f)
	return f
}

// setIcon puts the icon at the reading start. The entry has a place for an icon
// at the left only; at the right is its place for a thing to press, which takes
// an icon as well.
func (f *Field) setIcon(icon fyne.Resource) {
	muted := fynetheme.NewColoredResource(icon, fynetheme.ColorNamePlaceHolder)
	if f.env.RTL() {
		f.entry.ActionItem = Pad(size(theme.Space4), widget.NewIcon(muted))
		return
	}
	f.entry.Icon = muted
}

func (f *Field) readLine(s string, style Style) {
	f.line.face, f.line.base = style.face(), f.base(s)
	switch {
	case style == stylePlaceHolder: // part of the interface, whatever it is in
		f.line.shown.Alignment = f.env.startAlign()
	case f.line.base == bidi.RTL:
		f.line.shown.Alignment = fyne.TextAlignTrailing
	default:
		f.line.shown.Alignment = fyne.TextAlignLeading
	}
	f.line.set(s)
}

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: f, objects: f.objects(),
		measure: f.measure, arrange: f.arrange, paint: f.paint,
	})
}

func (f *Field) measure() fyne.Size {
	return fyne.NewSize(size(theme.TextBody)*8, inputHeight()+f.problemHeight(f.Size().Width))
}

func (f *Field) preferredSize() fyne.Size {
	return fyne.NewSize(size(theme.TextBody)*18, f.MinSize().Height)
}

func (f *Field) arrange(space fyne.Size) {
	height := inputHeight()
	f.frameAround(fyne.NewSize(space.Width, height))
	f.below(space, height)
	pad := size(fynetheme.SizeNameInnerPadding)
	start := float32(0)
	if f.hasIcon {
		start = pad + size(fynetheme.SizeNameInlineIcon)
	}
	width := space.Width - start
	x := f.env.place(start, width, space.Width)
	place(f.cover, x, 0, width, height)
	f.line.put(x+pad, 0, max(width-2*pad, 0), height)
}
