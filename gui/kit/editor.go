package kit

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/text/bidi"
	"athar/gui/theme"
)

var (
	_ fyne.Widget     = (*Editor)(nil)
	_ fyne.Accessible = (*Editor)(nil)
	_ preferring      = (*Editor)(nil)
)

// EditorOptions is what an editor is made from.
type EditorOptions struct {
	Placeholder string
	Text        string
	Rows        int // how many lines show without scrolling; 0 means 3
	// MaxRunes is the most that can be typed or pasted; 0 is no limit.
	MaxRunes int
	// OnChanged gets the text in canonical form.
	OnChanged func(string)
	// OnLeft is told when the caret leaves the editor. May be nil.
	OnLeft func()
	// Direction is that of every paragraph; Auto lets each find its own.
	Direction bidi.Direction
}

// Editor is a text of many lines to type. The Tab key leaves it.
type Editor struct {
	input
	rows  int
	lines *Paragraph // the placeholder
}

// NewEditor makes an editor.
func NewEditor(env *Env, o EditorOptions) *Editor {
	if o.Rows == 0 {
		o.Rows = 3
	}
	ed := &Editor{rows: o.Rows, lines: NewParagraph(env, "", stylePlaceHolder)}
	ed.lines.atStart = true // part of the interface, whatever it is in
	ed.build(env, o, true)
	ed.hint, ed.write = ed.lines, ed.lines.SetText
	ed.ExtendBaseWidget(ed)
	return ed
}

// CreateRenderer implements fyne.Widget.
func (ed *Editor) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: ed, objects: ed.objects(),
		measure: ed.measure, arrange: ed.arrange, paint: ed.paint,
	})
}

func (ed *Editor) measure() fyne.Size {
	pad := size(fynetheme.SizeNameInnerPadding)
	height := StyleBody.face().lineHeight()*float32(ed.rows) + 2*pad
	return fyne.NewSize(size(theme.TextBody)*8, height+ed.problemHeight(ed.Size().Width))
}

func (ed *Editor) preferredSize() fyne.Size {
	return fyne.NewSize(size(theme.SizeTextColumn), ed.MinSize().Height)
}

func (ed *Editor) arrange(space fyne.Size) {
	height := space.Height - ed.problemHeight(space.Width)
	ed.frameAround(fyne.NewSize(space.Width, height))
	ed.below(space, height)
	pad, behind := size(fynetheme.SizeNameInnerPadding), size(fynetheme.SizeNameScrollBar)+beamRoom
	width := max(space.Width-pad-behind, 0)
	place(ed.lines, ed.env.place(pad, width, space.Width), pad, width, height-2*pad)
}
