package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/domain/text/bidi"
	"athar/gui/typeset"
)

// press notes a press and returns how many there were at this place: 1, 2, 3 and
// from 1 again.
func (c *clicks) press(at fyne.Position, now time.Time, delay time.Duration) int {
	const shake = 4 // pixels that a hand moves between two presses
	d := at.Subtract(c.at)
	near := d.X < shake && d.X > -shake && d.Y < shake && d.Y > -shake
	if !near || now.Sub(c.last) > delay {
		c.count = 0
	}
	c.count = c.count%3 + 1
	c.at, c.last = at, now
	return c.count
}

// MouseDown puts the caret under the pointer; the second press selects a word,
// the third a paragraph.
func (b *textbox) MouseDown(ev *desktop.MouseEvent) {
	if b.disabled {
		return
	}
	b.takeFocus()
	p := b.hit(ev.Position)
	if ev.Button == desktop.MouseButtonSecondary {
		if start, end := b.selection(); p.Index < start || p.Index >= end {
			b.place(p)
		}
		return
	}
	switch b.clicks.press(ev.Position, time.Now(), fyne.CurrentApp().Driver().DoubleTapDelay()) {
	case 1:
		if ev.Modifier&fyne.KeyModifierShift != 0 {
			b.extend(p)
			return
		}
		b.place(p)
	case 2:
		b.choose(b.layout.WordAt(p.Index))
	default:
		b.choose(b.layout.ParagraphAt(p.Index))
	}
}

// MouseUp implements desktop.Mouseable.
func (b *textbox) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable: without it a press would reach what lies
// below.
func (b *textbox) Tapped(*fyne.PointEvent) { b.takeFocus() }

func (b *textbox) takeFocus() {
	if !b.disabled && !b.focused {
		b.env.focus(b)
	}
}

// Dragged selects up to the pointer; beyond an edge it scrolls.
func (b *textbox) Dragged(ev *fyne.DragEvent) {
	if b.disabled || b.clicks.count != 1 { // a hand that shakes keeps the word it selected
		return
	}
	b.extend(b.hit(ev.Position))
}

// DragEnd implements fyne.Draggable.
func (b *textbox) DragEnd() {}

// hit returns the place in the text that is closest to a point of the box.
func (b *textbox) hit(at fyne.Position) typeset.Position {
	at = at.Subtract(b.clip.Position()).Add(b.offset)
	return b.layout.Hit(at.X-beamRoom, at.Y)
}

// TappedSecondary opens the menu.
func (b *textbox) TappedSecondary(ev *fyne.PointEvent) { b.showMenu(ev.AbsolutePosition) }

func (b *textbox) showMenu(at fyne.Position) {
	if b.disabled || b.env.Window == nil {
		return
	}
	b.menuOpen = true // what the menu acts on remains visible
	openMenu(b.env, b.menu(), at, fyne.Size{}).onClosed = func() {
		b.menuOpen = false
		b.draw()
	}
}

func (b *textbox) menu() []MenuItem {
	env, clipboard := b.env, fyne.CurrentApp().Clipboard()
	nothing := ""
	if b.selected() == "" {
		nothing = env.T("kit.edit_nothing")
	}
	row := func(key, disabled string, s fyne.Shortcut) MenuItem {
		return MenuItem{Label: env.T(key), Disabled: disabled, Shortcut: s, Action: func() { b.TypedShortcut(s) }}
	}
	direction := func(key string, d bidi.Direction) MenuItem {
		return MenuItem{Label: env.T(key), Checked: b.direction == d, Action: func() { b.setDirection(d) }}
	}
	return []MenuItem{
		row("kit.edit_undo", "", &fyne.ShortcutUndo{}),
		row("kit.edit_redo", "", &fyne.ShortcutRedo{}),
		{Separator: true},
		row("kit.edit_cut", nothing, &fyne.ShortcutCut{Clipboard: clipboard}),
		row("kit.edit_copy", nothing, &fyne.ShortcutCopy{Clipboard: clipboard}),
		row("kit.edit_paste", "", &fyne.ShortcutPaste{Clipboard: clipboard}),
		row("kit.edit_select_all", "", &fyne.ShortcutSelectAll{}),
		{Label: env.T("kit.direction"), Items: []MenuItem{
			direction("kit.direction_auto", bidi.Auto),
			direction("kit.direction_rtl", bidi.RTL),
			direction("kit.direction_ltr", bidi.LTR),
		}},
	}
}
