package home

import (
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/kit"
)

// lineView is one line of the self-check list: a sentence to press that leads to
// its place.
type lineView struct {
	row  *kit.Line
	line line
	text *kit.Paragraph
}

// newLineView makes a line. on says what a person does with it; what is read is
// the line's own.
func newLineView(env *kit.Env, on kit.LineOptions) *lineView {
	l := &lineView{text: kit.NewParagraph(env, "", kit.StyleBody)}
	arrow := fynetheme.NavigateNextIcon()
	if env.RTL() {
		arrow = fynetheme.NavigateBackIcon()
	}
	on.Content, on.Hint = kit.Border(env, nil, nil, nil, widget.NewIcon(arrow), l.text), env.T("home.missing.hint")
	l.row = kit.NewLine(env, "", on)
	l.row.Disable()
	return l
}

func (l *lineView) set(to line) {
	l.line = to
	l.row.SetLabel(to.Text)
	l.text.SetText(to.Text)
}
