package kit

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/text"
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
	// MaxLines is how many lines Enter can make; 0 is no limit. Lines that were
	// wrapped do not count.
	MaxLines int
	// ReadOnly is a text to select and copy only.
	ReadOnly bool
	// Counter stands below the editor at the reading end: how much room is left.
	// May be nil.
	Counter fyne.CanvasObject
	// OnChanged gets the text in canonical form.
	OnChanged func(string)
	// OnLeft is told when the caret leaves the editor. May be nil.
	OnLeft func()
	// Direction is that of every paragraph; Auto lets each find its own.
	Direction bidi.Direction
	// Remember is under which key the direction that the person chooses is kept,
	// "" for not at all; see Directions.
	Remember string
}

// Editor is a text of many lines to type. The Tab key leaves it.
type Editor struct {
	input
	rows  int
	lines *Paragraph   // the placeholder
	turn  *inputButton // the direction
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
	ed.turn = newInputButton(env, autoIcon, "", ed.askDirection)
	ed.box.outdent = func() float32 { return size(theme.SizeTarget) }
	ed.box.onChanged = func() { ed.typed(); ed.turnRound() }
	ed.ExtendBaseWidget(ed)
	return ed
}

// SetHighlights marks parts of the text, in place of those marked before. They
// stay on their words while the text is edited around them. A highlight that goes
// beyond the end of the text is cut there.
func (ed *Editor) SetHighlights(all []Highlight) { ed.box.setHighlights(all) }

// Select selects a passage and brings it into view. Start and end count runes of
// Text; what goes beyond its end is cut there.
func (ed *Editor) Select(start, end int) {
	ed.box.choose(ed.box.passage(start, end))
}

// Replace puts words in the place of a passage, as a person would who types them:
// OnChanged hears of it, and it can be undone. Start and end count runes of Text.
// Nothing happens where the passage is not was any more.
func (ed *Editor) Replace(start, end int, was, with string) {
	if runes := []rune(ed.Text()); start < 0 || start > end || end > len(runes) || string(runes[start:end]) != was {
		return
	}
	start, end = ed.box.passage(start, end)
	ed.box.replace(start, end, text.Canonical(with), editOnce)
}

// SetMuted makes the text quieter, for one that comes from elsewhere until it is
// edited. Say so in words beside the editor.
func (ed *Editor) SetMuted(muted bool) {
	if muted != ed.box.muted {
		ed.box.muted = muted
		ed.box.Refresh()
	}
}

// askDirection opens the choice of directions below its button.
func (ed *Editor) askDirection() {
	ed.Focus() // where the menu gives the keyboard back to
	ShowMenu(ed.env, ed.box.directions(), ed.turn)
}

// CreateRenderer implements fyne.Widget.
func (ed *Editor) CreateRenderer() fyne.WidgetRenderer {
	objects := append(ed.objects(), ed.turn)
	if ed.counter != nil {
		objects = append(objects, ed.counter)
	}
	return drawn(&drawing{
		widget: ed, objects: objects,
		measure: ed.measure, arrange: ed.arrange, paint: ed.paint,
	})
}

func (ed *Editor) measure() fyne.Size {
	pad := size(fynetheme.SizeNameInnerPadding)
	height := StyleBody.face().lineHeight()*float32(ed.rows) + 2*pad
	return fyne.NewSize(size(theme.TextBody)*8, height+ed.footHeight(ed.Size().Width))
}

func (ed *Editor) preferredSize() fyne.Size {
	return fyne.NewSize(size(theme.SizeTextColumn), ed.MinSize().Height)
}

func (ed *Editor) arrange(space fyne.Size) {
	if back := ed.readsBack(); back != ed.box.outdentFirst {
		ed.box.outdentFirst = back
		defer ed.box.Refresh() // of the same size it would be left as it is
	}
	height := space.Height - ed.footHeight(space.Width)
	ed.frameAround(fyne.NewSize(space.Width, height))
	ed.below(space, height)
	pad, side := size(fynetheme.SizeNameInnerPadding), size(theme.SizeTarget)
	bar := size(fynetheme.SizeNameScrollBar) + beamRoom
	before, behind, turn := pad, bar+side, space.Width-bar-side
	if ed.box.outdentFirst {
		before, behind, turn = behind, before, bar
	}
	before += besideBeam
	width := max(space.Width-before-behind, 0)
	place(ed.lines, ed.env.place(before, width, space.Width), pad, width, height-2*pad)
	place(ed.turn, ed.env.place(turn, side, space.Width), 0, side, side)
}

// readsBack reports whether the text is read against the direction of the window.
// The button of the direction stands where the text ends, so that its start lines
// up with what is above and below the editor.
func (ed *Editor) readsBack() bool {
	return ed.box.layout.Len() > 0 && (ed.box.layout.Direction(0) == bidi.RTL) != ed.env.RTL()
}

// turnRound takes the button to the other side when the text has turned.
func (ed *Editor) turnRound() {
	if ed.readsBack() != ed.box.outdentFirst {
		ed.Refresh()
	}
}

func (ed *Editor) paint() {
	ed.input.paint()
	icon, key := directionLook(ed.box.direction)
	ed.turn.set(icon, ed.env.T("kit.direction_is", "direction", ed.env.T(key)))
	ed.turn.appear(!ed.box.disabled)
}
