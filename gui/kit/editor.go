package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	lines *Paragraph
	view  *container.Scroll
}

// NewEditor makes an editor.
func NewEditor(env *Env, o EditorOptions) *Editor {
	if o.Rows == 0 {
		o.Rows = 3
	}
	ed := &Editor{rows: o.Rows, lines: NewParagraph(env, "", StyleBody)}
	ed.lines.base = o.Direction
	ed.view = Scroll(container.New(besideBar{}, ed.lines))
	e := &entry{}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(o.Rows)
	ed.build(env, e, o)
	ed.reading, ed.read = ed.view, ed.readLines
	ed.ExtendBaseWidget(ed)
	return ed
}

func (ed *Editor) readLines(s string, style Style) {
	ed.lines.atStart = style == stylePlaceHolder
	ed.lines.SetStyle(style)
	ed.lines.SetText(s)
	ed.view.Refresh()
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
	border, pad := size(fynetheme.SizeNameInputBorder), size(fynetheme.SizeNameInnerPadding)
	place(ed.cover, 0, 0, space.Width, height)
	place(ed.view, pad, pad+border, space.Width-pad-border, height-2*(pad+border))
}

// besideBar keeps text clear of the scroll bar, which Fyne has at the right in
// every language.
type besideBar struct{}

func (besideBar) margin() float32 { return 2 * size(fynetheme.SizeNameScrollBarSmall) }

func (b besideBar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(b.margin(), 0)
}

func (b besideBar) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	place(objects[0], 0, 0, space.Width-b.margin(), space.Height)
}
