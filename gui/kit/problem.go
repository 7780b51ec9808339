package kit

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var _ fyne.Widget = (*problemLine)(nil)

// problemLine is a sentence about what is wrong, with a sign before it so that
// the colour is not all that tells. It takes no room while there is no problem.
type problemLine struct {
	widget.BaseWidget
	env      *Env
	sentence string
	text     *Paragraph
	sign     *glyph
}

func newProblemLine(env *Env) *problemLine {
	p := &problemLine{env: env, text: NewParagraph(env, "", StyleDanger), sign: newGlyph(fynetheme.WarningIcon())}
	p.text.atStart = true
	p.Hidden = true
	p.ExtendBaseWidget(p)
	return p
}

// set changes the sentence and reports whether it was another one.
func (p *problemLine) set(sentence string) bool {
	if sentence == p.sentence {
		return false
	}
	p.sentence = sentence
	p.Hidden = sentence == ""
	p.text.SetText(sentence)
	p.Refresh()
	return true
}

// spokenProblem is what an input says to those who cannot see the sentence under
// it.
func (e *Env) spokenProblem(value, sentence string) string {
	if sentence == "" {
		return value
	}
	return e.T("kit_problem.spoken", "value", value, "problem", sentence)
}

// CreateRenderer implements fyne.Widget.
func (p *problemLine) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget:  p,
		objects: []fyne.CanvasObject{p.sign.image, p.text},
		measure: p.measure, arrange: p.arrange, paint: p.paint,
	})
}

// indent is the room of the sign.
func (p *problemLine) indent() float32 {
	return size(fynetheme.SizeNameInlineIcon) + size(theme.Space4)
}

func (p *problemLine) measure() fyne.Size {
	return p.text.MinSize().Add(fyne.NewSize(p.indent(), size(theme.Space4)))
}

func (p *problemLine) arrange(space fyne.Size) {
	top, side := size(theme.Space4), size(fynetheme.SizeNameInlineIcon)
	line := StyleDanger.face().lineHeight()
	p.sign.put(p.env.place(0, side, space.Width), top, side, line)
	width := space.Width - p.indent()
	place(p.text, p.env.place(p.indent(), width, space.Width), top, width, space.Height-top)
}

func (p *problemLine) paint() { p.sign.tint(fynetheme.ColorNameError) }
