package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"athar/domain/text/bidi"
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
	env   *Env
	text  string
	style Style
	// centred puts the lines in the middle, for a sentence that stands alone;
	// atStart puts them at the reading start of the window, for words that belong
	// to something there.
	centred, atStart bool
	base             bidi.Direction // of every paragraph; Auto asks each for its own

	wrapped float32 // the width the lines were made for; 0 before the first layout
	lines   []typeset.Line
	shown   []*canvas.Text
}

// NewParagraph makes a paragraph.
func NewParagraph(env *Env, text string, style Style) *Paragraph {
	p := &Paragraph{env: env, text: text, style: style}
	p.ExtendBaseWidget(p)
	p.wrap()
	return p
}

// Text returns the logical text.
func (p *Paragraph) Text() string { return p.text }

// SetText changes the text.
func (p *Paragraph) SetText(text string) {
	if text == p.text {
		return
	}
	p.text = text
	p.Refresh()
}

// SetStyle changes what the text is for.
func (p *Paragraph) SetStyle(style Style) {
	if style == p.style {
		return
	}
	p.style = style
	p.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (p *Paragraph) AccessibilityLabel() string { return p.text }

// AccessibilityRole implements fyne.Accessible.
func (p *Paragraph) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Refresh wraps the text anew, as another theme or text asks for.
func (p *Paragraph) Refresh() {
	p.wrap()
	p.BaseWidget.Refresh()
}

// MinSize is a few words wide; the height is that of the lines at the width the
// paragraph has.
func (p *Paragraph) MinSize() fyne.Size {
	f := p.style.face()
	return fyne.NewSize(min(p.natural(), size(f.size)*8), f.lineHeight()*float32(len(p.lines)))
}

// preferredSize is one line, up to the width of a column of text.
func (p *Paragraph) preferredSize() fyne.Size {
	return fyne.NewSize(min(p.natural(), size(theme.SizeTextColumn)), p.MinSize().Height)
}

// natural returns the width of the longest paragraph in one line. It is rounded
// up, so that the line fits into what is asked for.
func (p *Paragraph) natural() float32 {
	widest := float32(0)
	for _, paragraph := range strings.Split(p.text, "\n") {
		widest = max(widest, p.style.face().measure(typeset.Visual(paragraph, p.direction(paragraph))))
	}
	return widest + 1
}

// direction returns the direction in which a paragraph of the text is read.
func (p *Paragraph) direction(paragraph string) bidi.Direction {
	if p.base != bidi.Auto {
		return p.base
	}
	return p.env.base(paragraph)
}

// wrap makes the lines for the width the paragraph has, or a column of text
// before it has one.
func (p *Paragraph) wrap() {
	width := p.wrapped
	if width == 0 {
		width = size(theme.SizeTextColumn)
	}
	p.lines = p.lines[:0]
	for _, paragraph := range strings.Split(p.text, "\n") {
		p.lines = append(p.lines, typeset.Wrapping{
			Base: p.direction(paragraph), Width: width, Measure: p.style.face().measure,
		}.Wrap(paragraph)...)
	}
	for len(p.shown) < len(p.lines) {
		p.shown = append(p.shown, &canvas.Text{})
	}
	clear(p.shown[len(p.lines):])
	p.shown = p.shown[:len(p.lines)]
	for i, line := range p.lines {
		t := p.shown[i]
		p.style.face().dress(t)
		t.Text = line.Visual
		t.Alignment = p.alignment(line)
	}
}

func (p *Paragraph) alignment(line typeset.Line) fyne.TextAlign {
	switch {
	case p.centred:
		return fyne.TextAlignCenter
	case p.atStart:
		return p.env.startAlign()
	case line.Direction == bidi.RTL:
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignLeading
}

// CreateRenderer implements fyne.Widget.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer { return &paragraphRenderer{p} }

// paragraphRenderer is a renderer whose objects change with the count of lines.
type paragraphRenderer struct{ paragraph *Paragraph }

func (r *paragraphRenderer) Layout(space fyne.Size) {
	p := r.paragraph
	if space.Width > 0 && !sameLength(space.Width, p.wrapped) {
		p.wrapped = space.Width
		p.wrap()
		// Another count of lines is another least height: the frame that this
		// asks for makes the window look at it.
		canvas.Refresh(p)
	}
	height := p.style.face().lineHeight()
	for i, t := range p.shown {
		place(t, 0, float32(i)*height, space.Width, height)
	}
}

func (r *paragraphRenderer) MinSize() fyne.Size { return r.paragraph.MinSize() }

func (r *paragraphRenderer) Refresh() {
	r.Layout(r.paragraph.Size())
	canvas.Refresh(r.paragraph)
}

func (r *paragraphRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.paragraph.shown))
	for i, t := range r.paragraph.shown {
		objects[i] = t
	}
	return objects
}

func (r *paragraphRenderer) Destroy() {}
