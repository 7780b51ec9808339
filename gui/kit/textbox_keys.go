package kit

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/domain/text/bidi"
	"athar/gui/typeset"
)

// KeyDown implements desktop.Keyable.
func (b *textbox) KeyDown(key *fyne.KeyEvent) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		b.shift = true
	}
}

// KeyUp implements desktop.Keyable.
func (b *textbox) KeyUp(key *fyne.KeyEvent) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		b.shift = false
	}
}

// AcceptsTab lets the Tab key leave: otherwise nobody gets out of a text of many
// lines without a mouse.
func (b *textbox) AcceptsTab() bool { return false }

// TypedRune implements fyne.Focusable.
func (b *textbox) TypedRune(r rune) {
	b.env.noticed()
	if b.mask != nil {
		b.mask.heard(r, b.shift)
	}
	b.insert(string(r), editTyped)
}

// TypedKey moves and edits, and passes on the keys that mean nothing in a text.
func (b *textbox) TypedKey(key *fyne.KeyEvent) {
	b.env.noticed()
	switch key.Name {
	case fyne.KeyEscape:
		if !b.dismissNote() && (b.onEscape == nil || !b.onEscape()) {
			b.env.Pass(key)
		}
	case fyne.KeyF10:
		if !b.shift {
			b.env.Pass(key)
			return
		}
		b.showMenu(b.underCaret()) // many keyboards have no key for the menu
	case fyne.KeyF4:
		b.unfold(key)
	case fyne.KeyReturn, fyne.KeyEnter:
		b.enter(key)
	case fyne.KeyBackspace:
		b.erase(b.caret.Index-1, editBackward) // a rune: a mark goes before its letter
	case fyne.KeyDelete:
		b.erase(b.layout.Next(b.caret.Index), editForward)
	case desktop.KeyMenu:
		b.showMenu(b.underCaret())
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		switch {
		case b.multiLine:
			b.moveLines(key.Name)
		case key.Name == fyne.KeyDown:
			b.unfold(key)
		default:
			b.env.Pass(key) // a list of suggestions may be open below
		}
	default:
		b.moveTo(key.Name, false, b.shift)
	}
}

// unfold shows what there is to choose from instead of typing.
func (b *textbox) unfold(key *fyne.KeyEvent) {
	if b.onUnfold == nil || b.shift || !b.editable() {
		b.env.Pass(key) // a list of suggestions may be open below
		return
	}
	b.onUnfold()
}

func (b *textbox) enter(key *fyne.KeyEvent) {
	switch {
	case b.multiLine:
		b.insert("\n", editTyped)
	case b.onSubmitted != nil && b.editable():
		b.onSubmitted()
	default:
		b.env.Pass(key)
	}
}

// erase removes the selection, or else what is between the caret and a place.
func (b *textbox) erase(to int, how editing) {
	start, end := b.selection()
	if start == end {
		to = min(max(to, 0), b.layout.Len())
		start, end = min(b.caret.Index, to), max(b.caret.Index, to)
	} else {
		how = editOnce
	}
	b.replace(start, end, "", how)
}

// moveTo moves the caret by a character or to an end of the line; far by a word
// or to an end of the text.
func (b *textbox) moveTo(key fyne.KeyName, far, extend bool) {
	l, p := b.layout, b.caret
	crossed := crossing{}
	switch {
	case (key == fyne.KeyLeft || key == fyne.KeyRight) && !far && !extend && b.anchor != p.Index:
		p = b.edge(key == fyne.KeyLeft)
	case key == fyne.KeyLeft || key == fyne.KeyRight:
		p, crossed = b.step(key, far)
	case key == fyne.KeyHome && far:
		p = l.Start()
	case key == fyne.KeyEnd && far:
		p = l.End()
	case key == fyne.KeyHome:
		p = l.LineStart(p)
	case key == fyne.KeyEnd:
		p = l.LineEnd(p)
	default:
		return
	}
	if !extend {
		b.anchor = p.Index
	}
	b.extend(p)
	b.crossed = crossed
}

// edge returns the end of the selection that is further left or right. Of a
// selection of several lines it is the one that comes first or last where the
// paragraph is read.
func (b *textbox) edge(left bool) typeset.Position {
	start, end := b.selection()
	first := typeset.Position{Index: start}
	last := typeset.Position{Index: end, Affinity: typeset.Upstream}
	from, to := b.layout.Caret(first), b.layout.Caret(last)
	startsLeft := from.X < to.X
	if from.Line != to.Line {
		startsLeft = b.layout.Direction(start) == bidi.LTR
	}
	if startsLeft == left {
		return first
	}
	return last
}

// moveLines moves the caret up or down, by a line or by what is visible.
func (b *textbox) moveLines(key fyne.KeyName) {
	at := b.layout.Caret(b.caret)
	if !b.goal.known {
		b.goal = goal{at.X, true}
	}
	lines := 1
	if key == fyne.KeyPageUp || key == fyne.KeyPageDown {
		lines = max(int(b.view.Height/at.Height)-1, 1)
	}
	if key == fyne.KeyUp || key == fyne.KeyPageUp {
		lines = -lines
	}
	p, _ := b.layout.Vertical(b.caret, lines, b.goal.x)
	kept := b.goal
	if b.shift {
		b.extend(p)
	} else {
		b.place(p)
	}
	b.goal = kept
}

// TypedShortcut keeps what edits text and offers everything else to the window.
func (b *textbox) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		if b.ownUndo || !b.env.offer(s) {
			b.undo()
		}
	case *fyne.ShortcutRedo:
		if b.ownUndo || !b.env.offer(s) {
			b.redo()
		}
	case *fyne.ShortcutPaste:
		if s.Clipboard != nil {
			b.insert(s.Clipboard.Content(), editOnce)
		}
	case *fyne.ShortcutCopy:
		b.copyTo(s.Clipboard)
	case *fyne.ShortcutCut:
		if b.copyTo(s.Clipboard) {
			b.erase(b.caret.Index, editOnce)
		}
	case *fyne.ShortcutSelectAll:
		b.choose(0, b.layout.Len())
	case *desktop.CustomShortcut:
		switch {
		case *s == *turnShortcut():
			b.chooseDirection(b.otherDirection())
		case !b.farKey(s):
			b.env.offer(s)
		}
	default:
		b.env.offer(s)
	}
}

// copyTo puts the selection on the clipboard, in the order in which it is read,
// and reports whether there was one.
func (b *textbox) copyTo(c fyne.Clipboard) bool {
	s := b.selected()
	if s == "" || c == nil || b.mask != nil {
		return false
	}
	b.env.toClipboard(c, s)
	return true
}

// farKey moves or deletes by words or to an end of the text, and reports whether
// the shortcut says that.
func (b *textbox) farKey(s *desktop.CustomShortcut) bool {
	shift := s.Modifier&fyne.KeyModifierShift != 0
	switch m := s.Modifier &^ fyne.KeyModifierShift; {
	case m == fyne.KeyModifierShortcutDefault:
	case m == fyne.KeyModifierAlt && runtime.GOOS == "darwin":
	default:
		return false
	}
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd:
		b.moveTo(s.KeyName, true, shift)
	case fyne.KeyBackspace:
		b.erase(b.wordBefore(), editOnce)
	case fyne.KeyDelete:
		b.erase(b.wordBehind(), editOnce)
	default:
		return false
	}
	return true
}

// wordBefore returns the start of the word before the caret, beyond blanks.
func (b *textbox) wordBefore() int {
	i := b.layout.Prev(b.caret.Index)
	for i > 0 && b.blank(i) {
		i = b.layout.Prev(i)
	}
	if start, end := b.layout.WordAt(i); end > i {
		return min(start, i)
	}
	return i // a mark behind a word
}

// wordBehind returns the end of the word behind the caret, beyond blanks.
func (b *textbox) wordBehind() int {
	i := b.caret.Index
	for i < b.layout.Len() && b.blank(i) {
		i = b.layout.Next(i)
	}
	if _, end := b.layout.WordAt(i); end > i {
		return end
	}
	return b.layout.Next(i)
}

// blank reports whether the character at i is white space.
func (b *textbox) blank(i int) bool {
	return strings.TrimSpace(b.layout.Text(i, b.layout.Next(i))) == ""
}
