package kit

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

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
	// Clear offers to empty the field: with a button at the reading end and
	// with Escape, while there is something in it. It is for what one searches or
	// filters by.
	Clear bool
	// MaxRunes is the most that can be typed or pasted; 0 is no limit.
	MaxRunes int
	// ReadOnly is a text to select and copy only.
	ReadOnly bool
	// OnChanged and OnSubmitted get the text in canonical form.
	OnChanged   func(string)
	OnSubmitted func(string)
	// OnLeft is told when the caret leaves the field: time to say what is wrong
	// with its text. May be nil.
	OnLeft func()
	// OwnUndo keeps Undo and Redo inside, as in a search field, whose text is no
	// part of the campaign.
	OwnUndo bool
	// Direction is that of the text; Auto lets the text find its own.
	Direction bidi.Direction
	// Remember is under which key the direction that the person chooses is kept,
	// "" for not at all; see Directions.
	Remember string
}

// Field is a line of text to type.
type Field struct {
	input
	icon  *glyph
	clear *inputButton // or that of a Secret; nil when there is none
	line  *caption     // the placeholder
}

// NewField makes a field.
func NewField(env *Env, o FieldOptions) *Field {
	f := &Field{icon: newGlyph(o.Icon), line: newCaption(env, "", stylePlaceHolder.face())}
	f.build(env, EditorOptions{
		Placeholder: o.Placeholder, Text: o.Text, MaxRunes: o.MaxRunes, ReadOnly: o.ReadOnly,
		OnChanged: o.OnChanged, OnLeft: o.OnLeft, Direction: o.Direction, Remember: o.Remember,
	}, false)
	f.box.ownUndo, f.box.indent = o.OwnUndo, f.indent
	if o.OnSubmitted != nil {
		f.box.onSubmitted = func() { o.OnSubmitted(f.Text()) }
	}
	if o.Clear {
		f.clear = newInputButton(env, fynetheme.ContentClearIcon(), env.T("kit.clear"), func() { f.empty(); f.Focus() })
		f.box.outdent = func() float32 { return size(theme.SizeTarget) }
		f.box.onEscape = f.empty
	}
	f.line.shown.Alignment = env.startAlign() // part of the interface, whatever it is in
	f.hint, f.write = f.line.shown, f.line.set
	f.ExtendBaseWidget(f)
	return f
}

// empty takes the text away, as a change of the person's that can be undone, and
// reports whether there was one.
func (f *Field) empty() bool {
	if f.box.layout.Len() == 0 || !f.box.editable() {
		return false
	}
	f.box.replace(0, f.box.layout.Len(), "", editOnce)
	return true
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
	objects := append(f.objects(), f.icon.image)
	if f.clear != nil {
		objects = append(objects, f.clear)
	}
	return drawn(&drawing{
		widget: f, objects: objects,
		measure: f.measure, arrange: f.arrange, paint: f.paint,
	})
}

func (f *Field) measure() fyne.Size {
	return fyne.NewSize(size(theme.TextBody)*8, inputHeight()+f.footHeight(f.Size().Width))
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
	start, behind := pad+f.indent(), pad
	if f.clear != nil {
		behind = size(theme.SizeTarget)
		place(f.clear, f.env.place(space.Width-behind, behind, space.Width), (height-behind)/2, behind, behind)
	}
	start += besideBeam
	width := max(space.Width-start-behind, 0)
	f.line.put(f.env.place(start, width, space.Width), 0, width, height)
}

func (f *Field) paint() {
	f.input.paint()
	f.icon.tint(fynetheme.ColorNamePlaceHolder)
	if f.clear != nil {
		f.clear.appear(f.box.layout.Len() > 0 && f.box.editable())
	}
}
