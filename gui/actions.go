package gui

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/gui/kit"
)

// action is one command: what the menu shows, the keys, what it does, and why
// it cannot be done now. Menu, shortcuts and buttons are made of it.
type action struct {
	key      string        // the catalog has "action.<key>"
	shortcut fyne.Shortcut // nil for none
	do       func()
	disabled func() string // the reason, "" while it can be done; nil for always
	checked  func() bool   // nil for commands that are no switches
	anywhere bool          // also while a dialog is open
}

// reason returns why the action cannot be done now, "" when it can.
func (a action) reason() string {
	if a.disabled == nil {
		return ""
	}
	return a.disabled()
}

// ctrl makes the shortcut of Ctrl (Command on a Mac) and a key. Never Alt and a
// letter: on an Arabic keyboard those do not arrive.
func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{
		KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift,
	}
}

// commands are the window's actions by key, and the shortcuts that lead to
// them.
type commands struct {
	byKey      map[string]action
	byShortcut map[string]string // shortcut name to key
	covered    func() string     // why those wait that are not for anywhere, "" while they do not
}

func newCommands(actions []action, covered func() string) commands {
	c := commands{map[string]action{}, map[string]string{}, covered}
	for _, a := range actions {
		c.byKey[a.key] = a
		if a.shortcut != nil {
			c.byShortcut[a.shortcut.ShortcutName()] = a.key
		}
	}
	return c
}

// run does the action of the shortcut and reports whether there is one. An
// action that cannot be done now takes its shortcut all the same. One that waits
// for a dialog leaves it to what is in there: a field has steps of its own to undo.
func (c commands) run(s fyne.Shortcut) bool {
	key, ok := c.byShortcut[s.ShortcutName()]
	if !ok {
		return false
	}
	a := c.byKey[key]
	if c.waits(a) != "" {
		return false
	}
	if a.reason() == "" {
		a.do()
	}
	return true
}

// waits returns what the action has to wait for, "" for nothing.
func (c commands) waits(a action) string {
	if a.anywhere {
		return ""
	}
	return c.covered()
}

// items makes menu items of the actions with the keys; "-" is a separator.
func (c commands) items(env *kit.Env, keys ...string) []kit.MenuItem {
	items := make([]kit.MenuItem, 0, len(keys))
	for _, key := range keys {
		if key == "-" {
			items = append(items, kit.MenuItem{Separator: true})
			continue
		}
		a := c.byKey[key]
		items = append(items, kit.MenuItem{
			Label: env.T("action." + a.key), Shortcut: a.shortcut, Disabled: cmp.Or(c.waits(a), a.reason()),
			Checked: a.checked != nil && a.checked(), Action: a.do,
		})
	}
	return items
}
