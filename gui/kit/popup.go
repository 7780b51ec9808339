package kit

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget            = (*layer)(nil)
	_ fyne.Tappable          = (*layer)(nil)
	_ fyne.SecondaryTappable = (*layer)(nil)
	_ desktop.Hoverable      = (*layer)(nil)
)

// layer covers the whole window and holds one floating thing: a menu or a
// dialog. While it is open nothing below it can be pressed or focused. The
// toolkit's own pop-ups are not used because they cannot be mirrored and keep
// neither keys nor focus inside.
type layer struct {
	widget.BaseWidget

	env     *Env
	content fyne.CanvasObject
	shaded  bool // dims what is below

	// place says where the content goes in a window of that size.
	place func(window fyne.Size) (fyne.Position, fyne.Size)
	// beside is told of a press next to the content; may be nil.
	beside func(at fyne.Position)
	// hovered is told where the pointer is next to the content; may be nil.
	hovered func(at fyne.Position)
	// key gets every key that nothing inside used; may be nil.
	key func(*fyne.KeyEvent)

	open    bool
	below   fyne.Focusable       // what had the focus
	unheard func(*fyne.KeyEvent) // the canvas's handler before this layer
	release func()               // of the keys
	lost    func()               // looks for another place of the focus when closed; may be nil
}

// show opens the layer over everything. What had the focus is told that it
// lost it, so that no second caret blinks below, and gets it back in close.
func (l *layer) show() {
	if l.open {
		return
	}
	l.ExtendBaseWidget(l)
	l.open = true
	c := l.env.Window.Canvas()
	if l.below = c.Focused(); l.below != nil {
		l.below.FocusLost()
	}
	l.unhint()
	l.release = l.env.catchKeys(l.catch)
	l.unheard = c.OnTypedKey()
	c.SetOnTypedKey(l.typedKey)
	c.Overlays().Add(l)
}

// close takes the layer away and nothing else: what was opened above it stays,
// as when accepting a dialog asks a question.
func (l *layer) close() {
	if !l.open {
		return
	}
	l.open = false
	l.release()
	l.unhint()
	c := l.env.Window.Canvas()
	list := c.Overlays().List()
	i := slices.Index(list, fyne.CanvasObject(l))
	switch {
	case i < 0: // somebody else took it away
		c.SetOnTypedKey(l.unheard)
	case i == len(list)-1:
		c.Unfocus() // or a caret in here would go on blinking unseen
		c.SetOnTypedKey(l.unheard)
		c.Overlays().Remove(l)
		if l.lost != nil {
			l.lost()
		}
		if l.below != nil && c.Focused() == l.below {
			l.below.FocusGained()
		}
	default:
		l.pullOut(slices.Clone(list[i+1:]))
	}
	if wait := l.env.uncovered; wait != nil && !l.env.covered() {
		l.env.uncovered = nil
		wait()
	}
}

// unhint takes the line of hints away where a dialog opens or closes: it was about
// what is behind, or in the dialog.
func (l *layer) unhint() {
	if l.shaded {
		l.env.hint("")
	}
}

// covered reports whether a dialog or a menu is open.
func (e *Env) covered() bool {
	return slices.ContainsFunc(e.Window.Canvas().Overlays().List(), func(o fyne.CanvasObject) bool {
		_, ok := o.(*layer)
		return ok
	})
}

// WhenUncovered calls f as soon as no dialog and no menu is open, which may be
// now: what is open keeps the keys and the focus of the window it was opened in,
// so that must not be made anew below. Only the last f is called.
func (e *Env) WhenUncovered(f func()) {
	if e.covered() {
		e.uncovered = f
		return
	}
	f()
}

// pullOut removes the layer from below others. The stack removes those as well,
// so they are put back.
func (l *layer) pullOut(above []fyne.CanvasObject) {
	if next, ok := above[0].(*layer); ok { // it now lies on what this one lay on
		next.below, next.unheard, next.lost = l.below, l.unheard, l.lost
	}
	c := l.env.Window.Canvas()
	focused := c.Focused()
	c.Overlays().Remove(l)
	for _, o := range above {
		c.Overlays().Add(o)
	}
	if focused != nil {
		c.Focus(focused)
	}
}

// typedKey gets the keys while nothing in the layer has the focus.
func (l *layer) typedKey(ev *fyne.KeyEvent) { l.catch(ev) }

// catch lets no key through to what is below.
func (l *layer) catch(ev *fyne.KeyEvent) bool {
	if l.key != nil {
		l.key(ev)
	}
	return true
}

// Tapped hears of presses next to the content; those on it never arrive here.
func (l *layer) Tapped(ev *fyne.PointEvent) {
	if l.beside != nil && !l.covers(ev.Position) {
		l.beside(ev.AbsolutePosition)
	}
}

// TappedSecondary closes a menu like any other press beside it.
func (l *layer) TappedSecondary(ev *fyne.PointEvent) { l.Tapped(ev) }

// MouseIn keeps the pointer from hovering over what is below.
func (l *layer) MouseIn(ev *desktop.MouseEvent) { l.MouseMoved(ev) }

// MouseMoved lets an open menu bar follow the pointer.
func (l *layer) MouseMoved(ev *desktop.MouseEvent) {
	l.env.noticed()
	if l.hovered != nil {
		l.hovered(ev.AbsolutePosition)
	}
}

// MouseOut is part of desktop.Hoverable.
func (l *layer) MouseOut() {}

// covers says whether the point is on the content: its gaps and labels take no
// presses of their own and let them fall through to here.
func (l *layer) covers(p fyne.Position) bool {
	at, area := l.content.Position(), l.content.Size()
	return p.X >= at.X && p.Y >= at.Y && p.X < at.X+area.Width && p.Y < at.Y+area.Height
}

// CreateRenderer is part of fyne.Widget.
func (l *layer) CreateRenderer() fyne.WidgetRenderer {
	r := &layerRenderer{layer: l, objects: []fyne.CanvasObject{l.content}}
	if l.shaded {
		r.shade = canvas.NewRectangle(fynetheme.Color(fynetheme.ColorNameShadow))
		r.objects = []fyne.CanvasObject{r.shade, l.content}
	}
	return r
}

type layerRenderer struct {
	layer   *layer
	shade   *canvas.Rectangle
	objects []fyne.CanvasObject
}

// Layout places the content anew at each size of the window.
func (r *layerRenderer) Layout(window fyne.Size) {
	if window.IsZero() {
		return
	}
	if r.shade != nil {
		r.shade.Resize(window)
	}
	at, inner := r.layer.place(window)
	r.layer.content.Resize(inner)
	r.layer.content.Move(at)
}

// MinSize is nothing: a dialog must never make the window grow.
func (r *layerRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *layerRenderer) Refresh() {
	if r.shade != nil {
		r.shade.FillColor = fynetheme.Color(fynetheme.ColorNameShadow)
		r.shade.Refresh()
	}
	r.Layout(r.layer.Size())
	r.layer.content.Refresh()
}

func (r *layerRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *layerRenderer) Destroy()                     {}

// under places a popup of the wanted size below an object: at its reading
// start, above it where there is no room below, and always inside the window.
func under(env *Env, window fyne.Size, at fyne.Position, object, want fyne.Size) (fyne.Position, fyne.Size) {
	const margin, gap = 4, 2
	fit := fyne.NewSize(min(ceil(want.Width), window.Width-2*margin), min(want.Height, window.Height-2*margin))
	x := at.X + env.place(0, fit.Width, object.Width)
	x = max(margin, min(x, window.Width-margin-fit.Width))

	y := at.Y + object.Height + gap
	if below, above := window.Height-margin-y, at.Y-gap-margin; fit.Height > below {
		if above > below {
			fit.Height = min(fit.Height, above)
			y = at.Y - gap - fit.Height
		} else {
			fit.Height = below
		}
	}
	if fit.Height < 2*size(fynetheme.SizeNameText) { // no room on either side
		fit.Height = min(want.Height, window.Height-2*margin)
		y = window.Height - margin - fit.Height
	}
	return fyne.NewPos(ceil(x), max(margin, ceil(y))), fit
}

// ceil is the next whole pixel: hairlines between two are blurred.
func ceil(v float32) float32 { return float32(math.Ceil(float64(v))) }
