package kit

import (
	"strings"

	"fyne.io/fyne/v2"

	"athar/domain/text"
)

// FocusGained implements fyne.Focusable.
func (l *optionList) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (l *optionList) FocusLost() {}

// AccessibilityLabel is the option that Enter would choose.
func (l *optionList) AccessibilityLabel() string {
	if row := l.row(l.current); row != nil {
		return row.AccessibilityLabel()
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (l *optionList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AcceptsTab keeps the keyboard inside the open list.
func (l *optionList) AcceptsTab() bool { return true }

// TypedKey moves, chooses and closes; it also gets what the search field has no
// use for.
func (l *optionList) TypedKey(key *fyne.KeyEvent) {
	page := max(int(l.scroll.Size().Height/inputHeight())-1, 1)
	switch key.Name {
	case fyne.KeyDown:
		l.move(l.current + 1)
	case fyne.KeyUp:
		l.move(l.current - 1)
	case fyne.KeyPageDown:
		l.move(l.current + page)
	case fyne.KeyPageUp:
		l.move(l.current - page)
	case fyne.KeyHome:
		l.move(0)
	case fyne.KeyEnd:
		l.move(len(l.shown) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if row := l.row(l.current); row != nil {
			l.close(row.index)
		}
	case fyne.KeyEscape:
		l.close(-1)
	}
}

// TypedRune searches in a long list. In a short one it goes to the next option
// that begins with the letter, whatever its marks and the shape of its alef.
func (l *optionList) TypedRune(r rune) {
	if l.search != nil {
		l.search.box.TypedRune(r)
		return
	}
	letter := text.Fold(string(r))
	if strings.TrimSpace(letter) == "" {
		return
	}
	for step := 1; step <= len(l.shown); step++ {
		i := (l.current + step) % len(l.shown)
		if strings.HasPrefix(l.row(i).folded, letter) {
			l.move(i)
			return
		}
	}
}
