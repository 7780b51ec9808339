package kit

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

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
		} else {
			b.place(p)
		}
	case 2:
		b.choose(b.layout.WordAt(p.Index))
	default:
		b.choose(b.layout.ParagraphAt(p.Index))
	}
	b.drag.hold()
	b.drag.unit = b.clicks.count
	b.drag.start, b.drag.end = b.selection()
}

// MouseUp implements desktop.Mouseable.
func (b *textbox) MouseUp(*desktop.MouseEvent) { b.drag.hold() }

// Tapped implements fyne.Tappable: without it a press would reach what lies
// below.
func (b *textbox) Tapped(*fyne.PointEvent) { b.takeFocus() }

func (b *textbox) takeFocus() {
	if !b.disabled && !b.focused {
		b.env.focus(b)
	}
}

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

// menu offers first what a highlight has to offer.
func (b *textbox) menu() []MenuItem {
	if b.mask != nil {
		return b.maskMenu()
	}
	env, clipboard := b.env, fyne.CurrentApp().Clipboard()
	nothing, fixed := "", ""
	if b.selected() == "" {
		nothing = env.T("kit.edit_nothing")
	}
	if b.readOnly {
		fixed = env.T("kit.edit_read_only")
	}
	row := func(key, disabled string, s fyne.Shortcut) MenuItem {
		return MenuItem{Label: env.T(key), Disabled: disabled, Shortcut: s, Action: func() { b.TypedShortcut(s) }}
	}
	var items []MenuItem
	if h := b.highlightAt(b.caret.Index); h != nil && len(h.Items) > 0 {
		items = append(slices.Clone(h.Items), MenuItem{Separator: true})
	}
	return append(items,
		row("kit.edit_undo", fixed, &fyne.ShortcutUndo{}),
		row("kit.edit_redo", fixed, &fyne.ShortcutRedo{}),
		MenuItem{Separator: true},
		row("kit.edit_cut", cmp.Or(fixed, nothing), &fyne.ShortcutCut{Clipboard: clipboard}),
		row("kit.edit_copy", nothing, &fyne.ShortcutCopy{Clipboard: clipboard}),
		row("kit.edit_paste", fixed, &fyne.ShortcutPaste{Clipboard: clipboard}),
		row("kit.edit_select_all", "", &fyne.ShortcutSelectAll{}),
		MenuItem{Label: env.T("kit.direction"), Items: b.directions()},
	)
}
