package kit

import (
	"slices"
	"time"
	"weak"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/text/bidi"
	"athar/gui/i18n"
	"athar/gui/typeset"
)

// Env is what widgets need to know about the window they are in. A change of
// language makes a new Env and new widgets.
type Env struct {
	// Printer has the words, the digits and the direction.
	Printer *i18n.Printer
	// Window is where dialogs and menus open.
	Window fyne.Window
	// Locked says that the data can only be read: fields that show it are
	// ReadOnly then.
	Locked bool
	// Hijri says that dates are shown in the calendar of the Hijra, too.
	Hijri bool

	// unread is the date that is being typed; see Settle.
	unread *DatePicker

	// Shortcut offers a shortcut to the window's commands and reports whether
	// one of them took it. While a text field has the focus Fyne gives shortcuts
	// to the field alone, so the field passes on what it does not use itself;
	// Undo and Redo it passes on first. May be nil.
	Shortcut func(fyne.Shortcut) bool
	// Break tells the window that what is changed in a text next is a step of its
	// own to undo: a new word, what is pasted. May be nil.
	Break func()
	// After runs f on the window's goroutine when some time has passed, unless
	// stop is called before; see run.Runner. When nil, nothing moves on its own:
	// no caret blinks. What tests wait for does not depend on it.
	After func(d time.Duration, f func()) (stop func())
	// Noticed is told that somebody presses a key or moves the mouse; see NewWatch.
	// May be nil.
	Noticed func()
	// Clipping knows what was copied here. When nil, nobody does.
	Clipping *Clipping
	// Hint shows one line while something is pointed at or has the focus: what
	// a button does, or why it is disabled. "" takes the line away. May be nil.
	Hint func(string)

	// Directions remembers how people turned their texts. When nil, that is
	// forgotten with the widgets.
	Directions Directions

	// Background runs work beside the window and then done on the window's
	// goroutine; see run.Runner. When nil, both run at once.
	Background func(work, done func())

	// drops are those who want files that are dropped on the window, the innermost
	// last; see Drop.
	drops []*dropCatcher
	// keys are those who want the keys that the focused widget does not use,
	// the innermost last: an open dialog waits for Escape and Enter.
	keys []*keyCatcher
	// uncovered waits until no dialog and no menu is open; may be nil.
	uncovered func()
	notes     *Notes // nil where nobody shows any
	// scrolls show what gains the keyboard; see Follow.
	scrolls []weak.Pointer[Scroller]
	// Fonts are for labels, paragraphs and fields; see ReadFonts. When nil, they are read
	// when they are first needed.
	Fonts *typeset.Fonts
}

type keyCatcher struct{ use func(*fyne.KeyEvent) bool }

// RTL reports whether the interface is read from right to left.
func (e *Env) RTL() bool { return e.Printer.RTL() }

// T returns a text of the catalog; see i18n.Printer.T.
func (e *Env) T(key string, args ...any) string { return e.Printer.T(key, args...) }

// Visual returns one line of text in painting order, for display only.
func (e *Env) Visual(s string) string { return typeset.Visual(s, e.base(s)) }

// base returns the direction in which a line or a paragraph is read.
func (e *Env) base(s string) bidi.Direction { return e.Printer.Base(s) }

// hint shows a line in the status bar; "" takes it away.
func (e *Env) hint(s string) {
	e.noticed()
	if e.Hint != nil {
		e.Hint(s)
	}
}

// after is After where there is one.
func (e *Env) after(d time.Duration, f func()) (stop func()) {
	if e.After == nil {
		return nil
	}
	return e.After(d, f)
}

// offer passes a shortcut to the window and reports whether it was used.
func (e *Env) offer(s fyne.Shortcut) bool {
	e.noticed()
	return e.Shortcut != nil && e.Shortcut(s)
}

// catchKeys gives use the keys that the focused widget has no use for, before
// those who asked earlier, until release is called. Fyne gives a key to the
// focused widget only, so a dialog would never see Escape while a field in it
// has the focus.
func (e *Env) catchKeys(use func(*fyne.KeyEvent) bool) (release func()) {
	c := &keyCatcher{use}
	e.keys = append(e.keys, c)
	return func() {
		e.keys = slices.DeleteFunc(e.keys, func(k *keyCatcher) bool { return k == c })
	}
}

// Pass hands on a key that the focused widget has no use for: an open dialog or
// the menu bar may wait for it, and Page Up and Page Down scroll the page.
func (e *Env) Pass(key *fyne.KeyEvent) {
	e.noticed()
	for i := len(e.keys) - 1; i >= 0; i-- {
		if e.keys[i].use(key) {
			return
		}
	}
	e.turnPage(key)
}

// startAlign returns the alignment of text at the reading start.
func (e *Env) startAlign() fyne.TextAlign {
	if e.RTL() {
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignLeading
}

// endAlign returns the alignment of text at the reading end.
func (e *Env) endAlign() fyne.TextAlign {
	if e.RTL() {
		return fyne.TextAlignLeading
	}
	return fyne.TextAlignTrailing
}

// place returns where the left edge of a thing of width w goes that begins
// start behind the reading start of a space of the given total width.
func (e *Env) place(start, w, total float32) float32 {
	if e.RTL() {
		return total - start - w
	}
	return start
}

// forward returns the arrow key that points to the reading end.
func (e *Env) forward() fyne.KeyName {
	if e.RTL() {
		return fyne.KeyLeft
	}
	return fyne.KeyRight
}

// backward returns the arrow key that points to the reading start.
func (e *Env) backward() fyne.KeyName {
	if e.RTL() {
		return fyne.KeyRight
	}
	return fyne.KeyLeft
}

// size asks the current theme for a size.
func size(name fyne.ThemeSizeName) float32 { return fynetheme.Size(name) }
