package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

// DialogOptions is what a dialog is made from.
type DialogOptions struct {
	Title   string
	Content fyne.CanvasObject
	Accept  string // label of the main button; "" for none
	Cancel  string // label of the other one; "" for the usual word
	// Danger says that accepting loses something: the button says so by its
	// look, and Enter does not press it unless it has the focus.
	Danger bool
	// OnAccept returns false to keep the dialog open. May be nil.
	OnAccept func() bool
	// OnCancel is called for the other button and Escape. May be nil.
	OnCancel func()
	// MinSize is the size the content should have at least, if the window
	// allows.
	MinSize fyne.Size

	refused func()                    // accepting was tried while it was disabled; may be nil
	key     func(*fyne.KeyEvent) bool // gets keys first that nothing inside used; may be nil
	closed  func()                    // however it was closed; may be nil
}

// Dialog is an open dialog. It keeps the keyboard inside until it is closed and
// gives it back to where it was.
type Dialog struct {
	env    *Env
	o      DialogOptions
	layer  *layer
	frame  *dialogFrame
	accept *Button // nil for none
	cancel *Button
	why    *Paragraph // why the main button is disabled
}

// ShowDialog opens a dialog over the window. What is in it scrolls when it is
// higher than the window.
func ShowDialog(env *Env, o DialogOptions) *Dialog {
	d := &Dialog{env: env, o: o}
	if o.Cancel == "" {
		o.Cancel = env.T("kit.cancel")
	}
	d.cancel = NewButton(env, ButtonOptions{Text: o.Cancel, OnTapped: d.doCancel})
	d.why = NewParagraph(env, "", StyleMuted)
	d.why.Hide()
	buttons := []fyne.CanvasObject{d.cancel}
	if o.Accept != "" {
		kind := ButtonPrimary
		if o.Danger {
			kind = ButtonDanger
		}
		d.accept = NewButton(env, ButtonOptions{Text: o.Accept, Kind: kind, OnTapped: d.doAccept})
		buttons = append(buttons, d.accept)
	}
	d.frame = newDialogFrame(env, o, Ends(env, d.why, Row(env, buttons...)))
	d.layer = &layer{env: env, content: d.frame, shaded: true, place: d.frame.within, key: d.key}
	d.layer.show()
	d.focusFirst()
	return d
}

// Close closes the dialog without a word to anybody.
func (d *Dialog) Close() {
	if !d.layer.open {
		return
	}
	d.layer.close()
	if d.o.closed != nil {
		d.o.closed()
	}
}

// IsOpen reports whether the dialog was not closed yet.
func (d *Dialog) IsOpen() bool { return d.layer.open }

// Asking reports whether a dialog is open. What is behind it waits; a menu or a
// list of choices alone keeps nothing waiting.
func (e *Env) Asking() bool {
	return slices.ContainsFunc(e.Window.Canvas().Overlays().List(), func(o fyne.CanvasObject) bool {
		return o.Visible() && dialogIn(o) != nil
	})
}

// SetAcceptEnabled makes the main button usable or not; reason is the sentence
// that says why not. It stands beside the buttons, a long one above them: the
// status line is below the dialog's shade.
func (d *Dialog) SetAcceptEnabled(ok bool, reason string) {
	if d.accept == nil {
		return
	}
	if ok {
		reason = ""
		d.accept.Enable()
	} else {
		d.accept.Disable(reason)
	}
	if reason == d.why.Text() {
		return
	}
	d.why.SetText(reason)
	d.why.Hidden = reason == ""
	d.frame.buttons.Refresh()
	d.layer.Refresh() // a long reason makes the dialog higher
}

func (d *Dialog) doAccept() {
	if d.accept == nil || d.accept.Disabled() {
		if d.accept != nil && d.o.refused != nil {
			d.o.refused()
		}
		return
	}
	if d.o.OnAccept == nil || d.o.OnAccept() {
		d.Close()
	}
}

func (d *Dialog) doCancel() {
	d.Close()
	if d.o.OnCancel != nil {
		d.o.OnCancel()
	}
}

// key gets what the focused widget has no use for.
func (d *Dialog) key(ev *fyne.KeyEvent) {
	if d.o.key != nil && d.o.key(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyEscape:
		d.doCancel()
	case fyne.KeyPageDown, fyne.KeyPageUp:
		d.frame.scroll.page(ev.Name == fyne.KeyPageDown)
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case d.accept == nil:
			d.doCancel()
		case !d.o.Danger:
			d.doAccept()
		}
	}
}

// focusFirst gives the keyboard to the first thing to fill in, or to the safe
// button: where accepting loses something, that is the other one.
func (d *Dialog) focusFirst() {
	c := d.env.Window.Canvas()
	c.FocusNext()
	for first := c.Focused(); isSelector(c.Focused()); { // what is there to be read needs no keys
		if c.FocusNext(); c.Focused() == first {
			break
		}
	}
	if c.Focused() != fyne.Focusable(d.cancel) {
		return
	}
	if d.accept != nil && !d.o.Danger {
		c.Focus(d.accept)
	}
}

// dialogIn returns the frame of the dialog that an overlay holds, nil for another
// thing.
func dialogIn(overlay fyne.CanvasObject) *dialogFrame {
	l, ok := overlay.(*layer)
	if !ok {
		return nil
	}
	f, _ := l.content.(*dialogFrame)
	return f
}

var _ fyne.Widget = (*dialogFrame)(nil)

// dialogFrame is the card: title, content, buttons.
type dialogFrame struct {
	widget.BaseWidget
	title   *Label
	content fyne.CanvasObject
	least   fyne.Size // of the content
	scroll  *Scroller
	buttons *fyne.Container
	foot    float32 // the most height that the buttons have needed
	ground  *canvas.Rectangle
	line    *canvas.Rectangle
}

func newDialogFrame(env *Env, o DialogOptions, buttons *fyne.Container) *dialogFrame {
	f := &dialogFrame{
		title: NewLabel(env, o.Title, StyleHeading), content: o.Content, least: o.MinSize, buttons: buttons,
		ground: &canvas.Rectangle{}, line: &canvas.Rectangle{},
	}
	if f.content == nil {
		f.content = Gap(0)
	}
	f.scroll = Scroll(container.New(sides{}, f.content))
	f.scroll.read(env.RTL())
	f.ExtendBaseWidget(f)
	return f
}

// within says where the dialog stands in a window: in the middle, a little
// above it, where the eye looks first.
func (f *dialogFrame) within(window fyne.Size) (fyne.Position, fyne.Size) {
	margin, pad := size(theme.Space24), 2*size(theme.Space24)
	width := max(f.content.MinSize().Width, f.least.Width, f.title.preferredSize().Width,
		f.buttons.MinSize().Width, 0.75*size(theme.SizeTextColumn)) + pad
	width = min(width, window.Width-2*margin)
	height := max(settle(f.content, width-pad), f.least.Height) + 2*dialogTop + f.chrome(width-pad)
	height = min(height, window.Height-2*margin)
	return fyne.NewPos((window.Width-width)/2, (window.Height-height)*0.42), fyne.NewSize(width, height)
}

// chrome is the height of everything but the content, of which the buttons have a
// width.
func (f *dialogFrame) chrome(width float32) float32 {
	// A reason that goes away while somebody types leaves its room: what they type in
	// does not move.
	f.foot = max(f.foot, settle(f.buttons, width))
	return f.title.MinSize().Height + f.foot + 2*size(theme.Space24) + 2*size(theme.Space16)
}

// CreateRenderer is part of fyne.Widget.
func (f *dialogFrame) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: f, objects: []fyne.CanvasObject{f.ground, f.title, f.scroll, f.line, f.buttons},
		measure: f.measure, arrange: f.arrange, paint: f.paint,
	})
}

// measure follows the height of the content and of the buttons, so that the layer
// lays the dialog out anew when a line about a problem appears in it.
func (f *dialogFrame) measure() fyne.Size {
	return fyne.NewSize(0, f.content.MinSize().Height+f.buttons.MinSize().Height)
}

func (f *dialogFrame) arrange(space fyne.Size) {
	pad, gap := size(theme.Space24), size(theme.Space16)
	place(f.ground, 0, 0, space.Width, space.Height)
	inner := space.Width - 2*pad
	top := f.title.MinSize().Height
	place(f.title, pad, pad, inner, top)
	bottom := settle(f.buttons, inner)
	place(f.buttons, pad, space.Height-pad-bottom, inner, bottom)
	bottom = max(bottom, f.foot)
	from := pad + top + gap
	high := space.Height - pad - bottom - gap - from
	place(f.scroll, 0, from, space.Width, high)
	f.scroll.arrange() // its content may have another height in the same room
	// A line says that there is more below than can be seen.
	f.line.Hidden = sameLength(high, max(high, f.content.MinSize().Height+2*dialogTop))
	place(f.line, 0, from+high, space.Width, 1)
}

// sides leaves room beside the content of a dialog inside its scroller: for the
// bar, and for the rings of what has the focus, which the scroller would cut.
type sides struct{}

func (sides) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	pad := size(theme.Space24)
	place(objects[0], pad, dialogTop, space.Width-2*pad, space.Height-2*dialogTop)
}

func (sides) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*size(theme.Space24), 2*dialogTop)
}

// dialogTop is room for a focus ring.
const dialogTop = 4

func (f *dialogFrame) paint() {
	fillBox(f.ground, fynetheme.ColorNameOverlayBackground, theme.ColorBorder)
	f.ground.CornerRadius = size(fynetheme.SizeNameDialogRadius)
	f.ground.Shadow = shadow()
	f.line.FillColor = fynetheme.Color(theme.ColorBorder)
}

// Confirm asks before something is done.
func Confirm(env *Env, title, sentence, accept string, danger bool, onAccept func()) {
	var d *Dialog
	d = ShowDialog(env, DialogOptions{
		Title: title, Content: NewParagraph(env, sentence, StyleBody), Accept: accept, Danger: danger,
		OnAccept: func() bool {
			d.Close() // first: what is done finds the focus where it was
			onAccept()
			return false
		},
	})
}

// Inform tells something that must be read before going on.
func Inform(env *Env, title, sentence string) {
	ShowDialog(env, DialogOptions{
		Title: title, Content: NewParagraph(env, sentence, StyleBody).Selectable(), Cancel: env.T("kit.ok"),
	})
}
