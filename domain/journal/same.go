package journal

import (
	"strings"

	"athar/domain/text"
)

// Same reports whether two values say the same to a reader. Texts are compared
// in normalisation form C, with one kind of line end, without blanks at the
// ends of lines and of the whole, so that two people who differ in nothing
// visible never have a conflict. What is stored keeps those blanks: a person
// who pauses after a space finds it there again.
func Same(a, b Value) bool {
	if a == b {
		return true
	}
	return a.wordy() && b.wordy() && visible(a.data) == visible(b.data)
}

// wordy reports whether the value is text or may stand for an empty one.
func (v Value) wordy() bool {
	return v.typ == TypeText || v.typ == TypeString || v.typ == TypeNone
}

// visible returns what a reader sees of a text. Values that came
// from elsewhere need not be in the stored form, hence text.Canonical.
func visible(s string) string {
	lines := strings.Split(text.Canonical(s), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, blanks)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n"+blanks)
}

// blanks are the spaces that nobody sees at the end of a line.
const blanks = " \t\u00A0\u202F\u3000"
