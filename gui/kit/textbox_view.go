package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/assets"
	"athar/domain/text/bidi"
	"athar/gui/theme"
	"athar/gui/typeset"
)

const (
	beamWidth = 2 // of the caret
	// beamRoom is what is visible beside the text, so that the caret can stand
	// at either end of it.
	beamRoom = 2
	// besideBeam keeps a placeholder clear of the caret, which covers an alif.
	besideBeam = 3
)

// ReadFonts reads the embedded fonts, with those that Fyne falls back to, for
// all that is laid out here. It takes a dozen milliseconds, so a program reads them
// once and gives them to every Env. They are for one goroutine at a time.
func ReadFonts() *typeset.Fonts {
	fonts, err := typeset.NewFonts(assets.FontRegular, assets.FontBold,
		fynetheme.DefaultTextFont().Content(), fynetheme.DefaultEmojiFont().Content())
	if err != nil {
		panic(err) // the fonts are part of the program
	}
	return fonts
}

func (e *Env) letters() *typeset.Fonts {
	if e.Fonts == nil {
		e.Fonts = ReadFonts()
	}
	return e.Fonts
}

func (b *textbox) params() typeset.Params {
	p := typeset.Params{Size: size(theme.TextBody), Base: b.direction, Fallback: bidi.LTR}
	if b.env.RTL() {
		p.Fallback = bidi.RTL
	}
	if b.multiLine {
		p.Width = b.view.Width
	}
	return p
}

// CreateRenderer implements fyne.Widget.
func (b *textbox) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: b, objects: []fyne.CanvasObject{b.clip, b.wheel, b.bar},
		measure: func() fyne.Size { return fyne.NewSquareSize(size(theme.SizeTarget)) },
		arrange: b.arrange, paint: b.draw,
	})
}

// arrange gives the text what the padding, an icon and the scroll bar leave.
func (b *textbox) arrange(space fyne.Size) {
	pad, bar := size(fynetheme.SizeNameInnerPadding), size(fynetheme.SizeNameScrollBar)
	before, behind := pad, pad
	if b.indent != nil {
		before += b.indent()
	}
	top, height := pad, space.Height-2*pad
	if b.outdent != nil {
		behind = max(pad, b.outdent())
	}
	if b.multiLine {
		behind = max(pad, bar+beamRoom)
		if b.outdent != nil {
			behind += b.outdent()
		}
		at := space.Width - bar
		if b.outdentFirst {
			before, behind, at = behind, before, 0
		}
		place(b.bar, b.env.place(at, bar, space.Width), beamRoom, bar, space.Height-2*beamRoom)
	} else {
		height = StyleBody.face().lineHeight()
		top = (space.Height - height) / 2
	}
	b.view = fyne.NewSize(max(space.Width-before-behind, 1), max(height, 1))
	left := b.env.place(before, b.view.Width, space.Width)
	place(b.clip, left-beamRoom, top, b.view.Width+2*beamRoom, b.view.Height)
	place(b.wheel, 0, 0, space.Width, space.Height)
	b.reveal()
}

// reveal scrolls as little as shows the caret of a text that is being edited. A
// line nobody edits is seen from its beginning.
func (b *textbox) reveal() {
	b.wake()
	b.layout.SetParams(b.params())
	at := b.layout.Caret(b.caret)
	if !b.multiLine {
		b.offset = fyne.NewPos(b.slide(at.X), at.Top)
	} else if b.focused {
		b.offset.Y = min(max(b.offset.Y, at.Top+at.Height-b.view.Height), at.Top)
	}
	b.draw()
}

// slide returns how far a single line is moved to the left: below zero where it
// has room and stands at the right.
func (b *textbox) slide(caret float32) float32 {
	whole := max(b.layout.Caret(b.layout.LineStart(b.caret)).X, b.layout.Caret(b.layout.LineEnd(b.caret)).X)
	rtl, over := b.layout.Direction(b.caret.Index) == bidi.RTL, whole-b.view.Width
	switch {
	case rtl && (over <= 0 || !b.focused):
		return over
	case over <= 0 || !b.focused:
		return 0
	}
	return min(max(b.offset.X, caret-b.view.Width, 0), caret, over)
}

// draw shows what is in view: the selection, the runs of the lines on it, the
// caret.
func (b *textbox) draw() {
	if b.view.IsZero() {
		return
	}
	l := b.layout
	l.SetParams(b.params()) // the theme may have changed
	if b.multiLine {
		b.offset.Y = max(min(b.offset.Y, l.Height()-b.view.Height), 0)
		b.wheel.cover(b.Size(), l.Height() > b.view.Height)
		b.bar.show(float64(l.Height()), float64(b.view.Height), float64(b.offset.Y))
	}
	first := l.LineAt(b.offset.Y)
	last := l.LineAt(b.offset.Y+b.view.Height) + 1
	objects := b.drawHighlights(nil, first, last)
	objects = b.drawSelection(objects, first, last)
	objects = b.drawLines(objects, first, last)
	b.drawBeam()
	b.sheet.Objects = append(objects, b.beam)
	canvas.Refresh(b)
	b.tellNote()
}

// toSheet turns a place in the layout into one on the sheet.
func (b *textbox) toSheet(x, y float32) fyne.Position {
	return fyne.NewPos(x-b.offset.X+beamRoom, y-b.offset.Y)
}

func (b *textbox) drawSelection(objects []fyne.CanvasObject, first, last int) []fyne.CanvasObject {
	if !b.focused && !b.menuOpen {
		return objects
	}
	start, end := b.selection()
	for i, r := range b.layout.SelectionIn(start, end, first, last) {
		if i == len(b.marks) {
			b.marks = append(b.marks, &canvas.Rectangle{})
		}
		m := b.marks[i]
		m.FillColor = fynetheme.Color(fynetheme.ColorNameSelection)
		at := b.toSheet(r.X, r.Y)
		place(m, at.X, at.Y, r.Width, r.Height)
		objects = append(objects, m)
	}
	return objects
}

func (b *textbox) drawLines(objects []fyne.CanvasObject, first, last int) []fyne.CanvasObject {
	ink := fynetheme.Color(fynetheme.ColorNameForeground)
	switch {
	case b.disabled:
		ink = fynetheme.Color(fynetheme.ColorNameDisabled)
	case b.muted:
		ink = fynetheme.Color(theme.ColorTextMuted)
	}
	n := 0
	for i := first; i < last; i++ {
		line := b.layout.Line(i)
		for _, run := range line.Runs {
			if n == len(b.texts) {
				b.texts = append(b.texts, &canvas.Text{})
			}
			t := b.texts[n]
			n++
			dressRun(t, run, b.layout.Params().Size)
			t.Color = ink
			at := b.toSheet(line.X+run.X, line.Top+run.Y)
			least := t.MinSize()
			place(t, at.X, at.Y, least.Width, least.Height)
			objects = append(objects, t)
		}
	}
	return objects
}

// dressRun makes a text object the picture of a run.
func dressRun(t *canvas.Text, run typeset.Run, size float32) {
	t.Text, t.TextSize, t.FontSource = run.Text, size, nil
	t.TextStyle = fyne.TextStyle{Bold: run.Face == typeset.FaceBold}
	switch run.Face {
	case typeset.FaceFallback:
		t.FontSource = fynetheme.DefaultTextFont()
	case typeset.FaceFallback + 1:
		t.FontSource = fynetheme.DefaultEmojiFont()
	}
}

func (b *textbox) drawBeam() {
	b.beam.Hidden = !b.focused || b.disabled || b.blink.off
	b.beam.FillColor = fynetheme.Color(fynetheme.ColorNamePrimary)
	c := b.layout.Caret(b.caret)
	at := b.toSheet(c.X, c.Top)
	place(b.beam, at.X-beamWidth/2, at.Y, beamWidth, c.Height)
}

// underCaret returns the point of the window at the foot of the caret.
func (b *textbox) underCaret() fyne.Position {
	c := b.layout.Caret(b.caret)
	at := b.toSheet(c.X, c.Top+c.Height).Add(b.clip.Position())
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(b).Add(at)
}
