package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/text/bidi"
	"athar/gui/typeset"
)

// Span is a stretch of runes, as of what is bold in a text.
type Span = typeset.Span

// lettering is a text that is shown and not edited: its layout, and what draws
// it. The layout is made when it is first asked for, with the theme of then.
type lettering struct {
	env   *Env
	text  string
	style Style
	spans []Span // bold
	// accent draws what is bold in the colour of what can be pressed.
	accent bool

	layout *typeset.Layout
	sheet  fyne.Container // holds a text object for each run
	texts  []*canvas.Text
}

// set changes the text and what of it is bold.
func (t *lettering) set(text string, spans []Span) {
	t.text, t.spans, t.layout = text, spans, nil
}

// restyle changes what the text is for.
func (t *lettering) restyle(style Style) {
	t.style, t.layout = style, nil
}

// inWidth returns the text laid out in the current theme; in a width of 0
// nothing is wrapped. With a count of lines, what does not fit into them is cut.
func (t *lettering) inWidth(width float32, align typeset.Align, lines int) *typeset.Layout {
	p := typeset.Params{
		Size: size(t.style.face().size), Width: width, Align: align, MaxLines: lines,
		Fallback: bidi.LTR, Reading: true,
	}
	if t.env.RTL() {
		p.Fallback = bidi.RTL
	}
	if t.layout == nil {
		t.layout = typeset.New(t.env.letters(), p, t.text, t.bold()...)
	}
	t.layout.SetParams(p)
	return t.layout
}

func (t *lettering) bold() []Span {
	if t.style.face().bold {
		return []Span{{End: len(t.text)}} // no more runes than bytes
	}
	return t.spans
}

// draw fills the sheet with the lines of the layout; dx moves a line sideways
// and may be nil.
func (t *lettering) draw(dx func(typeset.LineBox) float32) {
	l, ink, n := t.layout, fynetheme.Color(t.style.face().color), 0
	t.sheet.Objects = t.sheet.Objects[:0]
	for i := range l.Lines() {
		line := l.Line(i)
		x := line.X
		if dx != nil {
			x += dx(line)
		}
		for _, run := range line.Runs {
			if n == len(t.texts) {
				t.texts = append(t.texts, &canvas.Text{})
			}
			text := t.texts[n]
			n++
			dressRun(text, run, l.Params().Size)
			text.Color = ink
			if t.accent && run.Face == typeset.FaceBold {
				text.Color = fynetheme.Color(fynetheme.ColorNamePrimary)
			}
			place(text, x+run.X, line.Top+run.Y, run.Width, line.Height)
			t.sheet.Objects = append(t.sheet.Objects, text)
		}
	}
}
