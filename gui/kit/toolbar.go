package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget     = (*Toolbar)(nil)
	_ fyne.Focusable  = (*Toolbar)(nil)
	_ fyne.Accessible = (*Toolbar)(nil)
	_ preferring      = (*Toolbar)(nil)
)

// Toolbar is a row of actions that never asks for more room than there is: what
// does not fit goes into a menu at its end, with its shortcut and, where it
// cannot be done now, the reason.
//
// It is one stop of the Tab key. The arrows move in it as the eye sees, Home and
// End to its ends, Enter and Space press; the tool the keyboard was at last is
// remembered. Disabled tools are not left out: only there does one learn why.
type Toolbar struct {
	widget.BaseWidget
	env     *Env
	parts   []fyne.CanvasObject // tools, separators, spacers
	more    *Tool               // opens the menu
	left    []fyne.CanvasObject // the parts without room, from the first on
	wanted  *Tool               // where the person took the keyboard; may have no room now
	current *Tool               // what the keyboard is at; nil before the first time
	focused bool
}

// NewToolbar makes a toolbar of tools, of Separators between groups, and of
// Spacers, which push what follows to the reading end.
func NewToolbar(env *Env, parts ...fyne.CanvasObject) *Toolbar {
	b := &Toolbar{env: env, parts: parts}
	b.more = NewTool(env, ToolOptions{
		Text: env.T("kit.more_actions"), Icon: fynetheme.MoreHorizontalIcon(), IconOnly: true, OnTapped: b.openMenu,
	})
	b.more.bar = b
	b.more.BaseWidget.Hide()
	for _, p := range parts {
		if t, ok := p.(*Tool); ok {
			t.bar = b
		}
	}
	b.ExtendBaseWidget(b)
	return b
}

// Focus gives the toolbar the keyboard.
func (b *Toolbar) Focus() { b.env.focus(b) }

// openMenu shows what found no room.
func (b *Toolbar) openMenu() {
	var items []MenuItem
	for _, p := range b.left {
		switch p := p.(type) {
		case *Tool:
			items = append(items, p.item())
		case *separator:
			if len(items) > 0 {
				items = append(items, MenuItem{Separator: true})
			}
		}
	}
	ShowMenu(b.env, items, b.more)
}

// stops returns where the arrows lead, from the reading start.
func (b *Toolbar) stops() []*Tool {
	var stops []*Tool
	for _, p := range b.parts {
		if t, ok := p.(*Tool); ok && t.Visible() {
			stops = append(stops, t)
		}
	}
	if b.more.Visible() {
		stops = append(stops, b.more)
	}
	return stops
}

// pressed takes the keyboard to a tool that was pressed by the mouse.
func (b *Toolbar) pressed(t *Tool) {
	b.wanted = t
	if b.focused && t == b.current {
		return
	}
	if b.focused && b.current != nil {
		b.current.FocusLost()
	}
	b.current, t.byMouse = t, true
	if b.focused {
		t.FocusGained()
		return
	}
	b.Focus()
}

// moveTo takes the keyboard to a stop.
func (b *Toolbar) moveTo(t *Tool) {
	b.wanted = t
	b.settleCurrent()
}

// settleCurrent has the keyboard where the person took it, or in the menu when
// that has no room now.
func (b *Toolbar) settleCurrent() {
	to, stops := b.wanted, b.stops()
	switch {
	case slices.Contains(stops, to):
	case len(stops) == 0:
		to = nil
	case to == nil || to.absent:
		to = stops[0]
	default:
		to = stops[len(stops)-1]
	}
	if to == b.current {
		return
	}
	if b.current != nil && b.current.focused {
		b.current.FocusLost()
	}
	if b.current = to; b.focused && to != nil {
		to.FocusGained()
	}
}

// FocusGained implements fyne.Focusable.
func (b *Toolbar) FocusGained() {
	b.settleCurrent()
	b.focused = true
	if b.current != nil {
		b.current.FocusGained()
	}
}

// FocusLost implements fyne.Focusable.
func (b *Toolbar) FocusLost() {
	b.focused = false
	if b.current != nil {
		b.current.FocusLost()
	}
}

// TypedRune implements fyne.Focusable.
func (b *Toolbar) TypedRune(rune) {}

// TypedKey moves in the toolbar and presses.
func (b *Toolbar) TypedKey(key *fyne.KeyEvent) {
	stops := b.stops()
	at := slices.Index(stops, b.current)
	if at < 0 {
		b.env.Pass(key)
		return
	}
	b.current.byKey()
	switch last := len(stops) - 1; key.Name {
	case b.env.forward():
		b.moveTo(stops[min(at+1, last)])
	case b.env.backward():
		b.moveTo(stops[max(at-1, 0)])
	case fyne.KeyHome:
		b.moveTo(stops[0])
	case fyne.KeyEnd:
		b.moveTo(stops[last])
	default:
		if isPress(key.Name) || key.Name == fyne.KeyDown && b.current == b.more {
			b.current.press()
			return
		}
		b.env.Pass(key)
	}
}

// AccessibilityLabel is the tool the keyboard is at.
func (b *Toolbar) AccessibilityLabel() string {
	if !b.focused || b.current == nil {
		return ""
	}
	return b.current.Text()
}

// AccessibilityRole implements fyne.Accessible.
func (b *Toolbar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (b *Toolbar) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: b, objects: append(slices.Clone(b.parts), b.more),
		measure: b.measure, arrange: b.arrange, paint: func() {},
	})
}

// gap is the distance between two parts.
func (b *Toolbar) gap() float32 { return size(theme.Space4) }
