package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/domain/text/bidi"
)

// turnShortcut turns the text to the other direction. It is a letter with Ctrl,
// for those work on Arabic keyboards as well.
func turnShortcut() *desktop.CustomShortcut {
	return &desktop.CustomShortcut{
		KeyName: fyne.KeyX, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift,
	}
}

// setDirection makes all paragraphs go in a direction, or each in its own.
func (b *textbox) setDirection(d bidi.Direction) {
	b.direction = d
	b.layout.SetParams(b.params())
	b.reveal()
}

// chooseDirection is setDirection by the person's own hand.
func (b *textbox) chooseDirection(d bidi.Direction) {
	if d == b.direction {
		return
	}
	b.setDirection(d)
	b.onDirection(d)
}

// otherDirection is the one in which the paragraph with the caret does not go.
func (b *textbox) otherDirection() bidi.Direction {
	if b.layout.Direction(b.caret.Index) == bidi.RTL {
		return bidi.LTR
	}
	return bidi.RTL
}

// directions are the rows of the menu about the direction.
func (b *textbox) directions() []MenuItem {
	var items []MenuItem
	for _, d := range []bidi.Direction{bidi.Auto, bidi.RTL, bidi.LTR} {
		_, key := directionLook(d)
		item := MenuItem{Label: b.env.T(key), Checked: b.direction == d, Action: func() { b.chooseDirection(d) }}
		if d == b.otherDirection() {
			item.Shortcut = turnShortcut()
		}
		items = append(items, item)
	}
	return items
}
