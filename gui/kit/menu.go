package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

// MenuItem is one row of a menu.
type MenuItem struct {
	Label    string
	Shortcut fyne.Shortcut // shown only; the window's commands listen to it
	Icon     fyne.Resource
	Disabled string // why the row cannot be chosen now; "" when it can
	Checked  bool
	Action   func()

	Separator bool // a line; everything else is ignored

	// Items makes the row a heading with these rows below it. Menus do not open
	// further menus: to reach one without closing the other needs a steady
	// hand, and they open away from the eye in one of the two directions.
	Items []MenuItem
}

// ShowMenu opens a menu under an object, at its reading start.
func ShowMenu(env *Env, items []MenuItem, object fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(object)
	openMenu(env, items, at, object.Size())
}

func openMenu(env *Env, items []MenuItem, at fyne.Position, object fyne.Size) *menuPopup {
	p := newMenuPopup(env, items)
	p.layer.place = func(window fyne.Size) (fyne.Position, fyne.Size) {
		return under(env, window, at, object, p.MinSize())
	}
	p.layer.beside = func(fyne.Position) { p.close() }
	p.open()
	return p
}

var (
	_ fyne.Widget    = (*menuPopup)(nil)
	_ fyne.Focusable = (*menuPopup)(nil)
)

// menuPopup is an open menu. It has the keyboard as a whole; its rows do not.
type menuPopup struct {
	widget.BaseWidget

	env     *Env
	layer   *layer
	rows    []*menuRow
	scroll  *Scroller
	current int // the row under the keyboard or pointer, -1 for none

	onClosed func()           // may be nil
	onSide   func(right bool) // the arrow keys to the sides; may be nil
}

func newMenuPopup(env *Env, items []MenuItem) *menuPopup {
	p := &menuPopup{env: env, current: -1}
	column := &fyne.Container{Layout: menuColumn{}}
	for _, item := range flatten(items) {
		if item.Separator {
			column.Add(newMenuLine())
			continue
		}
		row := newMenuRow(p, item)
		column.Add(row)
		if !row.heading() {
			p.rows = append(p.rows, row)
		}
	}
	for _, o := range column.Objects {
		if row, ok := o.(*menuRow); ok {
			row.measure(column.Objects)
		}
	}
	p.scroll = Scroll(column)
	p.scroll.read(env.RTL())
	p.ExtendBaseWidget(p)
	p.layer = &layer{env: env, content: p, key: p.TypedKey}
	return p
}

// flatten writes rows with rows of their own as a heading and what belongs
// below it, set off by lines.
func flatten(items []MenuItem) []MenuItem {
	var flat []MenuItem
	for i, item := range items {
		if len(item.Items) == 0 {
			flat = append(flat, item)
			continue
		}
		if len(flat) > 0 && !flat[len(flat)-1].Separator {
			flat = append(flat, MenuItem{Separator: true})
		}
		flat = append(flat, item)
		flat = append(flat, item.Items...)
		if i+1 < len(items) && !items[i+1].Separator {
			flat = append(flat, MenuItem{Separator: true})
		}
	}
	return flat
}

func (p *menuPopup) open() {
	p.layer.show()
	p.env.Window.Canvas().Focus(p)
	p.highlight(p.next(-1, 1))
}

func (p *menuPopup) close() {
	if !p.layer.open {
		return
	}
	p.highlight(-1)
	p.layer.close()
	if p.onClosed != nil {
		p.onClosed()
	}
}

// choose closes the menu before it acts, so that the action finds the focus
// where it was.
func (p *menuPopup) choose(i int) {
	if i < 0 || i >= len(p.rows) {
		return
	}
	item := p.rows[i].item
	if item.Disabled != "" {
		p.highlight(i)
		return
	}
	p.close()
	if item.Action != nil {
		item.Action()
	}
}

// next is the row after i in steps of step, beginning again at the other end.
// Disabled rows are not left out: only there does one learn why they are.
func (p *menuPopup) next(i, step int) int {
	n := len(p.rows)
	if n == 0 {
		return -1
	}
	if i < 0 && step < 0 {
		return n - 1
	}
	return ((i+step)%n + n) % n
}

func (p *menuPopup) highlight(i int) {
	if i == p.current {
		return
	}
	old := p.current
	p.current = i
	if old >= 0 {
		p.rows[old].Refresh()
	}
	reason := ""
	if i >= 0 {
		reason = p.rows[i].item.Disabled
		p.rows[i].Refresh()
		p.reveal(p.rows[i])
	}
	p.env.hint(reason)
}

// reveal scrolls a long menu to the row.
func (p *menuPopup) reveal(row *menuRow) {
	top, bottom := row.Position().Y, row.Position().Y+row.Size().Height
	offset, height := p.scroll.Offset.Y, p.scroll.Size().Height
	switch {
	case height <= 0:
	case top < offset:
		p.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > offset+height:
		p.scroll.ScrollToOffset(fyne.NewPos(0, bottom-height))
	}
}

// TypedKey moves in the menu, chooses, or closes it.
func (p *menuPopup) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		p.highlight(p.next(p.current, 1))
	case fyne.KeyUp:
		p.highlight(p.next(p.current, -1))
	case fyne.KeyHome:
		p.highlight(p.next(-1, 1))
	case fyne.KeyEnd:
		p.highlight(p.next(-1, -1))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.choose(p.current)
	case fyne.KeyEscape, fyne.KeyF10:
		p.close()
	case fyne.KeyLeft, fyne.KeyRight:
		if p.onSide != nil {
			p.onSide(ev.Name == fyne.KeyRight)
		}
	}
}

// TypedRune goes to the next row that begins with the letter.
func (p *menuPopup) TypedRune(r rune) {
	letter := strings.ToLower(string(r))
	if strings.TrimSpace(letter) == "" {
		return
	}
	for step := 1; step <= len(p.rows); step++ {
		i := p.next(p.current, step)
		if strings.HasPrefix(strings.ToLower(p.rows[i].item.Label), letter) {
			p.highlight(i)
			return
		}
	}
}

// AcceptsTab keeps the keyboard inside the open menu.
func (p *menuPopup) AcceptsTab() bool { return true }

// FocusGained is part of fyne.Focusable: the highlighted row shows the focus.
func (p *menuPopup) FocusGained() {}

// FocusLost is part of fyne.Focusable.
func (p *menuPopup) FocusLost() {}

// CreateRenderer is part of fyne.Widget.
func (p *menuPopup) CreateRenderer() fyne.WidgetRenderer {
	return newPanel(fynetheme.ColorNameMenuBackground, fynetheme.SizeNamePopupRadius, theme.Space4, p.scroll)
}

// MinSize is the size at which every row is seen.
func (p *menuPopup) MinSize() fyne.Size {
	pad := 2 * size(theme.Space4)
	return p.scroll.Content.MinSize().AddWidthHeight(pad, pad)
}

// AccessibilityLabel names the rows.
func (p *menuPopup) AccessibilityLabel() string {
	labels := make([]string, len(p.rows))
	for i, row := range p.rows {
		labels[i] = row.item.Label
	}
	return strings.Join(labels, "\n")
}

// AccessibilityRole is part of fyne.Accessible.
func (p *menuPopup) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
