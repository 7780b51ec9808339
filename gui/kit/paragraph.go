package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
	"athar/gui/typeset"
)

var (
	_ fyne.Widget     = (*Paragraph)(nil)
	_ fyne.Accessible = (*Paragraph)(nil)
	_ preferring      = (*Paragraph)(nil)
)

// Paragraph is text in as many lines as its width asks for. Each paragraph of
// the text has its own direction, and stands at the side where that direction
// starts: an English paragraph stays at the left in an Arabic window.
type Paragraph struct {
	widget.BaseWidget
	letters lettering
	// centred puts the lines in the middle, for a sentence that stands alone;
	// atStart puts them at the reading start of the window, for words that belong
	// to something there.
	centred, atStart bool
	selector         *selector // nil unless the text can be selected
	revision         *revision // nil unless it shows how the text was changed

	wrapped float32 // the width the lines were made for; 0 before the first layout
	natural float32 // the width of the longest paragraph in one line; 0 if unknown
}

// NewParagraph makes a paragraph.
func NewParagraph(env *Env, text string, style Style) *Paragraph {
	return NewParagraphSpans(env, text, style)
}

// NewParagraphSpans makes a paragraph of which some is bold.
func NewParagraphSpans(env *Env, text string, style Style, bold ...Span) *Paragraph {
	p := &Paragraph{letters: lettering{env: env, style: style}}
	p.letters.set(text, bold)
	p.ExtendBaseWidget(p)
	return p
}

// Selectable lets people select the text and copy it, and returns the paragraph.
// It is for what somebody would want to quote or ask about: the Tab key stops at
// it, so a page of several should make them SelectableTogether. To be called
// before the paragraph is shown.
func (p *Paragraph) Selectable() *Paragraph {
	if p.selector == nil {
		p.selector = newSelector(p)
	}
	return p
}

// Accented gives what is bold the colour of links as well, and returns the
// paragraph. To be called before the paragraph is shown.
func (p *Paragraph) Accented() *Paragraph {
	p.letters.accent = true
	return p
}

// Text returns the logical text.
func (p *Paragraph) Text() string { return p.letters.text }

// SetText changes the text, of which nothing is bold then.
func (p *Paragraph) SetText(text string) {
	if text == p.letters.text && p.letters.spans == nil {
		return
	}
	p.SetSpans(text)
}

// SetSpans changes the text and says which of it is bold.
func (p *Paragraph) SetSpans(text string, bold ...Span) {
	if text == p.letters.text && slices.Equal(bold, p.letters.spans) {
		return
	}
	p.letters.set(text, bold)
	if p.selector != nil {
		p.selector.reset()
	}
	p.Refresh()
}

// SetStyle changes what the text is for.
func (p *Paragraph) SetStyle(style Style) {
	if style == p.letters.style {
		return
	}
	p.letters.restyle(style)
	p.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (p *Paragraph) AccessibilityLabel() string {
	if p.revision != nil {
		return p.revision.said
	}
	return p.letters.text
}

// AccessibilityRole implements fyne.Accessible.
func (p *Paragraph) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Refresh measures the text anew, as another theme or text asks for.
func (p *Paragraph) Refresh() {
	p.natural = 0
	p.BaseWidget.Refresh()
}

// MinSize is a few words wide; the height is that of the lines at the width the
// paragraph has, or in a column of text before it has one.
func (p *Paragraph) MinSize() fyne.Size {
	least := min(p.naturalWidth(), size(p.letters.style.face().size)*8)
	return fyne.NewSize(least, p.layout().Height())
}

// preferredSize is one line, up to the width of a column of text.
func (p *Paragraph) preferredSize() fyne.Size {
	return fyne.NewSize(min(p.naturalWidth(), size(theme.SizeTextColumn)), p.layout().Height())
}

// naturalWidth returns the width of the longest paragraph in one line, with a
// little room for what is rounded on the way to a place.
func (p *Paragraph) naturalWidth() float32 {
	if p.natural == 0 {
		p.natural = p.layout().NaturalWidth() + 1
	}
	return p.natural
}

// layout returns the text laid out for its width.
func (p *Paragraph) layout() *typeset.Layout {
	width, align := p.wrapped, typeset.AlignStart
	if width == 0 {
		width = size(theme.SizeTextColumn)
	}
	switch {
	case p.centred:
		align = typeset.AlignCenter
	case p.atStart && p.letters.env.RTL():
		align = typeset.AlignRight
	case p.atStart:
		align = typeset.AlignLeft
	}
	return p.letters.inWidth(width, align, 0)
}

// CreateRenderer implements fyne.Widget.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{&p.letters.sheet}
	if p.selector != nil {
		objects = []fyne.CanvasObject{&p.selector.marks, &p.letters.sheet, p.selector}
	}
	if p.revision != nil {
		objects = append([]fyne.CanvasObject{&p.revision.below}, append(objects, &p.revision.above)...)
	}
	return drawn(&drawing{
		widget: p, objects: objects, measure: p.MinSize, arrange: p.arrange, paint: func() {},
	})
}

func (p *Paragraph) arrange(space fyne.Size) {
	if space.Width > 0 && !sameLength(space.Width, p.wrapped) {
		p.wrapped = space.Width
		// Another count of lines is another least height: the frame that this
		// asks for makes the window look at it.
		canvas.Refresh(p)
	}
	p.layout()
	p.letters.draw(nil)
	place(&p.letters.sheet, 0, 0, space.Width, space.Height)
	if p.revision != nil {
		p.revision.draw(p)
		place(&p.revision.below, 0, 0, space.Width, space.Height)
		place(&p.revision.above, 0, 0, space.Width, space.Height)
	}
	if p.selector != nil {
		place(p.selector, 0, 0, space.Width, space.Height)
		p.selector.mark()
	}
}
