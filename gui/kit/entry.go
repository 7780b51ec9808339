package kit

import (
	"runtime"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget       = (*entry)(nil)
	_ fyne.Shortcutable = (*entry)(nil)
	_ desktop.Hoverable = (*entry)(nil)
)

// entry is Fyne's text field with the manners of this package: it keeps the
// limit of its length, lets the Tab key go on, and passes to the window what it
// does not use.
type entry struct {
	widget.Entry
	env      *Env
	maxRunes int  // 0 is no limit
	ownUndo  bool // Undo and Redo stay inside
	// onState hears of focus and pointer.
	onState func()
	onLeft  func() // may be nil

	focused, hovered bool
}

// AcceptsTab lets the Tab key leave a field of many lines: otherwise nobody gets
// out of it without a mouse.
func (e *entry) AcceptsTab() bool { return false }

// room returns how many runes still fit when the selection is replaced.
func (e *entry) room() int {
	if e.maxRunes == 0 {
		return int(^uint(0) >> 1)
	}
	return e.maxRunes - utf8.RuneCountInString(e.Text) + utf8.RuneCountInString(e.SelectedText())
}

// TypedRune types a character if there is room for it.
func (e *entry) TypedRune(r rune) {
	if e.room() > 0 {
		e.Entry.TypedRune(r)
	}
}

// TypedKey passes on the keys that mean nothing in a field of text.
func (e *entry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyTab:
		return
	case fyne.KeyEscape, fyne.KeyF10:
		e.env.Pass(key)
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.MultiLine && e.room() <= 0 {
			return
		}
		if !e.MultiLine && e.OnSubmitted == nil {
			e.env.Pass(key)
			return
		}
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		if !e.MultiLine {
			e.env.Pass(key) // a list of suggestions may be open below
		}
	}
	e.Entry.TypedKey(key)
}

// TypedShortcut keeps what edits text and offers everything else to the window.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		if !e.ownUndo && e.env.offer(s) {
			return
		}
	case *fyne.ShortcutPaste:
		e.paste(s)
		return
	case *fyne.ShortcutCut, *fyne.ShortcutCopy, *fyne.ShortcutSelectAll:
	case *desktop.CustomShortcut:
		if !movesInText(s) {
			e.env.offer(s)
			return
		}
	default:
		e.env.offer(s)
		return
	}
	e.Entry.TypedShortcut(s)
}

// movesInText reports whether a shortcut moves or deletes by words or lines.
func movesInText(s *desktop.CustomShortcut) bool {
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
	default:
		return false
	}
	switch s.Modifier &^ fyne.KeyModifierShift {
	case fyne.KeyModifierShortcutDefault:
		return true
	case fyne.KeyModifierAlt:
		return runtime.GOOS == "darwin"
	}
	return false
}

// paste puts in as much of the clipboard as there is room for. In a field of one
// line, line breaks become spaces.
func (e *entry) paste(s *fyne.ShortcutPaste) {
	if s.Clipboard == nil || e.Disabled() {
		return
	}
	text := s.Clipboard.Content()
	if !e.MultiLine {
		text = strings.Join(strings.FieldsFunc(text, isLineBreak), " ")
	}
	if room := e.room(); utf8.RuneCountInString(text) > room {
		text = string([]rune(text)[:max(room, 0)])
	}
	if text == "" {
		return
	}
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: croppedClipboard{s.Clipboard, text}})
}

func isLineBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// croppedClipboard answers with what may be pasted.
type croppedClipboard struct {
	fyne.Clipboard
	content string
}

func (c croppedClipboard) Content() string { return c.content }

// FocusGained implements fyne.Focusable.
func (e *entry) FocusGained() {
	e.focused = true
	e.env.reveal()
	e.Entry.FocusGained()
	e.onState()
}

// FocusLost implements fyne.Focusable.
func (e *entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	e.onState()
	if e.onLeft != nil {
		e.onLeft()
	}
}

// MouseIn implements desktop.Hoverable.
func (e *entry) MouseIn(*desktop.MouseEvent) {
	e.hovered = true
	e.onState()
}

// MouseMoved implements desktop.Hoverable.
func (e *entry) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (e *entry) MouseOut() {
	e.hovered = false
	e.onState()
}
