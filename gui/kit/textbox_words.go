package kit

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"athar/domain/text"
	"athar/gui/typeset"
)

// wording is a text in canonical form, kept by paragraph: canonical form never
// reaches over a line break, so a key costs no more in a long text than in a
// short one.
type wording struct {
	paragraphs []string
	joined     string
	stale      bool // joined is of before the last change
}

func newWording(s string) wording {
	s = text.Canonical(s)
	return wording{paragraphs: strings.Split(s, "\n"), joined: s}
}

// changed takes over what the layout now has in the place of removed. All line
// breaks of the layout are line feeds.
func (w *wording) changed(l *typeset.Layout, at int, removed, inserted string) {
	start, _ := l.ParagraphAt(at)
	_, end := l.ParagraphAt(at + utf8.RuneCountInString(inserted))
	first := l.ParagraphIndex(at)
	fresh := strings.Split(text.Canonical(l.Text(start, end)), "\n")
	w.paragraphs = slices.Replace(w.paragraphs, first, first+strings.Count(removed, "\n")+1, fresh...)
	w.stale = true
}

func (w *wording) text() string {
	if w.stale {
		w.joined, w.stale = strings.Join(w.paragraphs, "\n"), false
	}
	return w.joined
}

// typedAt returns where in a text as it was typed that rune is which is rune i of
// its canonical form. Both count from the same line's beginning.
func typedAt(typed, canonical string, i int) int {
	if typed == canonical {
		return i
	}
	at := 0
	for typed != "" && i > 0 {
		n := norm.NFC.NextBoundaryInString(typed, true)
		whole, composed := utf8.RuneCountInString(typed[:n]), utf8.RuneCountInString(norm.NFC.String(typed[:n]))
		if i < composed {
			return at + min(i, whole)
		}
		typed, at, i = typed[n:], at+whole, i-composed
	}
	return at
}

// difference returns the runes from start up to end of one text that have to be
// replaced to make it another, and by what.
func difference(from, to string) (start, end int, by string) {
	was, now := []rune(from), []rune(to)
	most := min(len(was), len(now))
	for start < most && was[start] == now[start] {
		start++
	}
	same := 0
	for same < most-start && was[len(was)-1-same] == now[len(now)-1-same] {
		same++
	}
	return start, len(was) - same, string(now[start : len(now)-same])
}
