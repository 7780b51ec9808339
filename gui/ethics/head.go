package ethics

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/kit"
	"athar/gui/theme"
)

var (
	_ fyne.Widget       = (*head)(nil)
	_ fyne.Focusable    = (*head)(nil)
	_ fyne.Tappable     = (*head)(nil)
	_ fyne.Accessible   = (*head)(nil)
	_ desktop.Hoverable = (*head)(nil)
)

// headEvents is what a person does at an item's head.
type headEvents struct {
	onToggle func(item string)
	onKey    func(item string, key rune)      // a letter or digit
	onMove   func(item string, to moveTarget) // by the arrow keys
	onReach  func(item string)                // the keyboard's focus came to it
}

// moveTarget is where an arrow key goes.
type moveTarget int

const (
	toPrevious moveTarget = iota
	toNext
	toFirst
	toLast
)

// head is the line of an item that is always seen. It takes the keyboard for
// the item: the arrow keys go to its neighbours, Enter and Space open and close
// it, digits and letters answer it.
type head struct {
	widget.BaseWidget
	env  *kit.Env
	on   headEvents
	text headText

	number, name, because *kit.Label
	level, standing       *kit.Badge
	arrow                 *widget.Icon
	row                   *fyne.Container
	cover, ring           *canvas.Rectangle

	focused, hovered, byMouse bool
}

// columns are the widths that the heads of a list share, so that numbers,
// levels and standings stand under one another.
type columns struct{ number, level, standing float32 }

func newHead(env *kit.Env, t headText, widths columns, on headEvents) *head {
	h := &head{
		env: env, on: on, text: t,
		number:  kit.NewLabel(env, t.Number, kit.StyleNumber),
		name:    kit.NewLabel(env, t.Name, nameStyle(t)),
		because: kit.NewLabel(env, t.Because, kit.StyleCaption),
		level:   kit.NewBadge(env, t.Level, t.Weighs), standing: kit.NewBadge(env, t.Standing, t.Tone),
		arrow: widget.NewIcon(fynetheme.MenuDropDownIcon()),
		cover: &canvas.Rectangle{}, ring: &canvas.Rectangle{},
	}
	h.because.Hidden = t.Because == ""
	h.row = kit.Row(env, cell(widths.number, h.number), kit.ColumnTight(h.name, h.because), kit.Spacer(),
		cell(widths.level, h.level), cell(widths.standing, h.standing), h.arrow)
	h.ExtendBaseWidget(h)
	return h
}

// cell gives a thing a width of its own.
func cell(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewGridWrap(fyne.NewSize(width, o.MinSize().Height), o)
}

func nameStyle(t headText) kit.Style {
	if t.Applies {
		return kit.StyleStrong
	}
	return kit.StyleMuted
}

// set shows another state of the item and reports whether the head needs
// another height.
func (h *head) set(t headText) (resized bool) {
	if t == h.text {
		return false
	}
	resized = (t.Because == "") != (h.text.Because == "")
	h.text = t
	h.name.SetText(t.Name)
	h.name.SetStyle(nameStyle(t))
	h.because.SetText(t.Because)
	h.because.Hidden = t.Because == ""
	h.level.Set(t.Level, t.Weighs)
	h.standing.Set(t.Standing, t.Tone)
	if resized {
		h.row.Refresh()
	}
	return resized
}

// setOpen turns the arrow.
func (h *head) setOpen(open bool) {
	if open {
		h.arrow.SetResource(fynetheme.MenuDropUpIcon())
		return
	}
	h.arrow.SetResource(fynetheme.MenuDropDownIcon())
}

func (h *head) focus() { h.env.Window.Canvas().Focus(h) }

// Tapped opens or closes the item.
func (h *head) Tapped(*fyne.PointEvent) {
	if !h.focused {
		h.byMouse = true
		h.focus()
	}
	h.on.onToggle(h.text.Item)
}

// TypedKey implements fyne.Focusable.
func (h *head) TypedKey(key *fyne.KeyEvent) {
	h.byMouse = false
	h.Refresh()
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		h.on.onToggle(h.text.Item)
	case fyne.KeyUp:
		h.on.onMove(h.text.Item, toPrevious)
	case fyne.KeyDown:
		h.on.onMove(h.text.Item, toNext)
	case fyne.KeyHome:
		h.on.onMove(h.text.Item, toFirst)
	case fyne.KeyEnd:
		h.on.onMove(h.text.Item, toLast)
	default:
		h.env.Pass(key)
	}
}

// TypedRune implements fyne.Focusable.
func (h *head) TypedRune(key rune) { h.on.onKey(h.text.Item, key) }

// FocusGained implements fyne.Focusable.
func (h *head) FocusGained() {
	h.focused = true
	if h.env.Hint != nil && h.text.Applies {
		h.env.Hint(h.env.T("ethics.item_hint", "first", 1, "last", 4))
	}
	if !h.byMouse {
		h.on.onReach(h.text.Item)
	}
	h.Refresh()
}

// FocusLost implements fyne.Focusable.
func (h *head) FocusLost() {
	h.focused, h.byMouse = false, false
	if h.env.Hint != nil {
		h.env.Hint("")
	}
	h.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (h *head) MouseIn(*desktop.MouseEvent) {
	h.hovered = true
	h.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (h *head) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (h *head) MouseOut() {
	h.hovered = false
	h.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (h *head) AccessibilityLabel() string { return h.text.Label }

// AccessibilityRole implements fyne.Accessible.
func (h *head) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// MinSize is the row and the room around it.
func (h *head) MinSize() fyne.Size {
	return h.row.MinSize().Add(fyne.NewSize(2*fynetheme.Size(theme.Space12), 2*fynetheme.Size(theme.Space8)))
}

// CreateRenderer implements fyne.Widget.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	r := &headRenderer{h}
	r.paint()
	return r
}

type headRenderer struct{ head *head }

func (r *headRenderer) MinSize() fyne.Size { return r.head.MinSize() }

func (r *headRenderer) Layout(space fyne.Size) {
	h := r.head
	across, down := fynetheme.Size(theme.Space12), fynetheme.Size(theme.Space8)
	h.row.Resize(fyne.NewSize(space.Width-2*across, space.Height-2*down))
	h.row.Move(fyne.NewPos(across, down))
	h.cover.Resize(space)
	const inside = 2 // the ring stays within the card's border
	h.ring.Resize(fyne.NewSize(space.Width-2*inside, space.Height-2*inside))
	h.ring.Move(fyne.NewPos(inside, inside))
}

func (r *headRenderer) paint() {
	h := r.head
	radius := fynetheme.Size(fynetheme.SizeNameCardRadius)
	h.cover.Hidden = !h.hovered
	h.cover.FillColor = fynetheme.Color(fynetheme.ColorNameHover)
	h.cover.CornerRadius = radius
	h.ring.Hidden = !h.focused || h.byMouse
	h.ring.StrokeColor = fynetheme.Color(theme.ColorFocusRing)
	h.ring.StrokeWidth = fynetheme.Size(theme.SizeFocusRing)
	h.ring.CornerRadius = radius
}

func (r *headRenderer) Refresh() {
	r.paint()
	r.Layout(r.head.Size())
	canvas.Refresh(r.head)
}

func (r *headRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.head.cover, r.head.row, r.head.ring}
}

func (r *headRenderer) Destroy() {}
