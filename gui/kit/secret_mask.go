package kit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"athar/gui/typeset"
)

// mask makes a textbox one that shows dots and keeps the text to itself. The
// layout, which remembers what it has drawn, has only the dots; there are no
// steps to undo, nothing is copied out, and the text is in no string that stays.
type mask struct {
	runes []rune // never grows beyond its room, so that no copy is left behind
	shown bool   // the layout has the text itself
	caps  bool   // the last letters look like Caps Lock
}

// dot stands for each rune. It is neither Latin nor Arabic: the row of dots
// begins where the interface does and tells nothing of what it hides.
const dot = '•'

func newMask(most int) *mask { return &mask{runes: make([]rune, 0, most)} }

// replace makes a part of the text another, and returns what the layout is to
// have there.
func (m *mask) replace(start, end int, s string) (seen string) {
	m.runes = slices.Replace(m.runes, start, end, []rune(s)...)
	if m.shown {
		return s
	}
	return dots(utf8.RuneCountInString(s))
}

func dots(n int) string { return strings.Repeat(string(dot), n) }

// wipe overwrites the text.
func (m *mask) wipe() {
	clear(m.runes[:cap(m.runes)])
	m.runes, m.caps = m.runes[:0], false
}

// bytes returns the text in UTF-8. It belongs to the caller, to be wiped.
func (m *mask) bytes() []byte {
	b := make([]byte, 0, len(m.runes)*utf8.UTFMax)
	for _, r := range m.runes {
		b = utf8.AppendRune(b, r)
	}
	return b
}

// heard looks at a typed letter: a capital without Shift, or a small letter with
// it, comes from Caps Lock. Arabic letters say nothing about it.
func (m *mask) heard(r rune, shift bool) {
	switch {
	case unicode.IsUpper(r):
		m.caps = !shift
	case unicode.IsLower(r):
		m.caps = shift
	}
}

// unmask shows what is hidden, or hides it again.
func (b *textbox) unmask(shown bool) {
	if b.mask.shown = shown; shown {
		b.layout.Edit(0, b.layout.Len(), string(b.mask.runes))
		b.reveal()
		return
	}
	b.layout.Edit(0, b.layout.Len(), dots(len(b.mask.runes)))
	b.forgetDrawn()
	b.reveal()
}

// wipe empties a masked text for good and hides what is typed next.
func (b *textbox) wipe() {
	b.mask.wipe()
	b.layout.Edit(0, b.layout.Len(), "")
	b.mask.shown = false
	b.forgetDrawn()
	b.place(typeset.Position{})
	b.draw()
}

// forgetDrawn lets go of every picture of the text.
func (b *textbox) forgetDrawn() {
	for _, t := range b.texts {
		t.Text = ""
	}
	b.env.letters().Forget()
}
