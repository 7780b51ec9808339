package kit

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

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
	icon *glyph
	line *caption // the placeholder
}

// NewField makes a field.
func NewField(env *Env, o FieldOptions) *Field {
	f := &Field{icon: newGlyph(o.Icon), line: newCaption(env, "", stylePlaceHolder.face())}
	f.build(env, EditorOptions{
		Placeholder: o.Placeholder, Text: o.Text, MaxRunes: o.MaxRunes, OnChanged: o.OnChanged, OnLeft: o.OnLeft,
	}, false)
	f.box.ownUndo, f.box.indent = o.OwnUndo, f.indent
	if o.OnSubmitted != nil {
		f.box.onSubmitted = func() { o.OnSubmitted(f.Text()) }
	}
	f.line.shown.Alignment = env.startAlign() // part of the interface, whatever it is in
	f.hint, f.write = f.line.shown, f.line.set
	f.ExtendBaseWidget(f)
	return f
}

// indent is the room of the icon.
func (f *Field) indent() float32 {
	if f.icon.source == nil {
		return 0
	}
	return size(fynetheme.SizeNameInlineIcon) + size(theme.Space8)
}

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: f, objects: append(f.objects(), f.icon.image),
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
	pad, side := size(fynetheme.SizeNameInnerPadding), size(fynetheme.SizeNameInlineIcon)
	f.icon.put(f.env.place(pad, side, space.Width), 0, side, height)
	start := pad + f.indent()
	width := max(space.Width-start-pad, 0)
	f.line.put(f.env.place(start, width, space.Width), 0, width, height)
}

func (f *Field) paint() {
	f.input.paint()
	f.icon.tint(fynetheme.ColorNamePlaceHolder)
}
