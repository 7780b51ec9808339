package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget     = (*Banner)(nil)
	_ fyne.Accessible = (*Banner)(nil)
)

// BannerAction is a button of a banner.
type BannerAction struct {
	Label string
	Do    func()
}

// Banner tells in one sentence what happened. It is a strip that has its own room
// while it tells something, and none else: what it lay over could not be pressed
// until somebody had read it and put it away. A layout asks for its height once
// it has its width.
type Banner struct {
	widget.BaseWidget
	// OnResized is called when the banner needs another height, for the layout
	// around it: the toolkit forgets that one part of a layout changed when
	// another does in the same moment. It may be nil.
	OnResized func()

	env      *Env
	card     *bannerCard
	sentence string
}

// NewBanner makes a banner that shows nothing yet.
func NewBanner(env *Env) *Banner {
	b := &Banner{env: env}
	b.ExtendBaseWidget(b)
	return b
}

// Tell shows the sentence with buttons behind it, in place of what was shown.
// Pressing a button closes the banner, then acts. When to close it without a
// press is the caller's to decide.
func (b *Banner) Tell(tone Tone, sentence string, actions ...BannerAction) {
	b.sentence = sentence
	b.card = newBannerCard(b.env, tone, sentence, append(b.buttons(actions), NewButton(b.env, ButtonOptions{
		Text: b.env.T("kit.close"), Kind: ButtonQuiet, OnTapped: b.Hide,
	})))
	b.renew()
}

func (b *Banner) renew() {
	b.Refresh()
	if b.OnResized != nil {
		b.OnResized()
	}
}

func (b *Banner) buttons(actions []BannerAction) []fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for _, a := range actions {
		buttons = append(buttons, NewButton(b.env, ButtonOptions{Text: a.Label, OnTapped: func() {
			b.Hide()
			if a.Do != nil {
				a.Do()
			}
		}}))
	}
	return buttons
}

// Hide takes the banner away. The empty widget stays visible to the toolkit:
// layouts forget the size of what is hidden.
func (b *Banner) Hide() {
	if b.card == nil {
		return
	}
	b.sentence, b.card = "", nil
	b.renew()
}

// Sentence returns what is shown, "" for nothing.
func (b *Banner) Sentence() string { return b.sentence }

// AccessibilityLabel is the sentence.
func (b *Banner) AccessibilityLabel() string { return b.sentence }

// AccessibilityRole is part of fyne.Accessible.
func (b *Banner) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is part of fyne.Widget.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer { return &bannerRenderer{b} }

type bannerRenderer struct{ banner *Banner }

func (r *bannerRenderer) Layout(space fyne.Size) {
	if card := r.banner.card; card != nil && !space.IsZero() {
		place(card, 0, 0, space.Width, space.Height)
	}
}

// MinSize has no width: a banner never makes a window wider.
func (r *bannerRenderer) MinSize() fyne.Size {
	card, width := r.banner.card, r.banner.Size().Width
	if card == nil || width == 0 {
		return fyne.Size{}
	}
	return fyne.NewSize(0, settle(card, width))
}

func (r *bannerRenderer) Refresh() {
	r.Layout(r.banner.Size())
	if r.banner.card != nil {
		r.banner.card.Refresh()
	}
	canvas.Refresh(r.banner)
}

func (r *bannerRenderer) Objects() []fyne.CanvasObject {
	if r.banner.card == nil {
		return nil
	}
	return []fyne.CanvasObject{r.banner.card}
}

func (r *bannerRenderer) Destroy() {}

var (
	_ fyne.Tappable     = (*bannerCard)(nil)
	_ desktop.Hoverable = (*bannerCard)(nil)
)

// bannerCard is what is seen of a banner. It takes the presses on itself: with
// large text a page below it reaches under it.
type bannerCard struct {
	widget.BaseWidget
	env   *Env
	tone  Tone
	icon  *glyph
	plate *canvas.Rectangle
	edge  *canvas.Rectangle
	text  *Paragraph
	tail  *fyne.Container // the buttons
}

func newBannerCard(env *Env, tone Tone, sentence string, buttons []fyne.CanvasObject) *bannerCard {
	c := &bannerCard{
		env: env, tone: tone, icon: newGlyph(toneIcon(tone)),
		plate: &canvas.Rectangle{}, edge: &canvas.Rectangle{},
		text: NewParagraph(env, sentence, StyleBody), tail: Flow(env, buttons...),
	}
	c.ExtendBaseWidget(c)
	return c
}

func toneIcon(t Tone) fyne.Resource {
	switch t {
	case ToneSuccess:
		return fynetheme.ConfirmIcon()
	case ToneWarning:
		return fynetheme.WarningIcon()
	case ToneDanger:
		return fynetheme.ErrorIcon()
	}
	return fynetheme.InfoIcon()
}

// toneColors are the ground and the icon of a banner. One without a tone lies on
// the ground of what floats.
func toneColors(t Tone) (ground, mark fyne.ThemeColorName) {
	if t == ToneNeutral {
		return fynetheme.ColorNameOverlayBackground, theme.ColorTextMuted
	}
	return t.colors()
}

// Tapped is part of fyne.Tappable: a press on the card does nothing.
func (c *bannerCard) Tapped(*fyne.PointEvent) {}

// MouseIn is part of desktop.Hoverable: what is below must not light up.
func (c *bannerCard) MouseIn(*desktop.MouseEvent) {}

// MouseMoved is part of desktop.Hoverable.
func (c *bannerCard) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (c *bannerCard) MouseOut() {}

// CreateRenderer is part of fyne.Widget.
func (c *bannerCard) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: c, objects: []fyne.CanvasObject{c.plate, c.edge, c.icon.image, c.text, c.tail},
		measure: c.least, arrange: c.arrange, paint: c.paint,
	})
}

// bannerShape is where the parts of a card stand at a width.
type bannerShape struct {
	lead, text, tail float32 // widths: before the sentence, of it, of the buttons
	below            bool    // the buttons stand below the sentence
}

// shape puts the buttons behind the sentence, or below it where they would leave
// it less than half the room.
func (c *bannerCard) shape(width float32) bannerShape {
	pad := size(theme.Space12)
	s := bannerShape{lead: pad + size(fynetheme.SizeNameInlineIcon) + pad, tail: preferred(c.tail).Width}
	room := max(0, width-s.lead-pad)
	if s.below = s.tail > room/2; s.below {
		s.text, s.tail = room, room
		return s
	}
	s.text = max(0, room-pad-s.tail)
	return s
}

func (c *bannerCard) least() fyne.Size {
	width := c.Size().Width
	if width == 0 { // not laid out yet: a column of single letters would make the window huge
		width = 2 * size(theme.SizeTextColumn)
	}
	s := c.shape(width)
	text, buttons := settle(c.text, s.text), settle(c.tail, s.tail)
	if s.below {
		return fyne.NewSize(0, text+buttons+3*size(theme.Space12))
	}
	return fyne.NewSize(0, max(text, buttons)+2*size(theme.Space12))
}

func (c *bannerCard) arrange(space fyne.Size) {
	s, pad, side := c.shape(space.Width), size(theme.Space12), size(fynetheme.SizeNameInlineIcon)
	const edge = 4
	place(c.plate, 0, 0, space.Width, space.Height)
	place(c.edge, c.env.place(0, edge, space.Width), 0, edge, space.Height)
	high, tall := settle(c.text, s.text), settle(c.tail, s.tail)
	top, from := (space.Height-high)/2, (space.Height-tall)/2
	if s.below {
		top, from = pad, space.Height-pad-tall
	}
	c.icon.put(c.env.place(pad, side, space.Width), top, side, high)
	place(c.text, c.env.place(s.lead, s.text, space.Width), top, s.text, high)
	start := space.Width - pad - s.tail
	if s.below {
		start = s.lead
	}
	place(c.tail, c.env.place(start, s.tail, space.Width), from, s.tail, tall)
}

func (c *bannerCard) paint() {
	ground, mark := toneColors(c.tone)
	fillBox(c.plate, ground, mark)
	fillBox(c.edge, mark, "")
	c.edge.CornerRadius = 2
	c.icon.tint(mark)
}
