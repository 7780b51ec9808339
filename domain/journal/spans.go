package journal

import "strings"

// SpanKind says what became of a part of a text.
type SpanKind int

// The kinds of spans.
const (
	Kept SpanKind = iota
	Removed
	Added
)

// Span is a part of the difference of two texts.
type Span struct {
	Kind SpanKind
	Text string
}

// Differences tells how one text became another, in whole words, for a person to
// read. The kept and removed spans together are the first text, the kept and
// added ones the second; between two kept spans stands at most one removed and
// then one added.
func Differences(before, after string) []Span {
	var w spanWriter
	a, b := splitLines(before), splitLines(after)
	at := 0
	for _, h := range compare(a, b) {
		w.add(Kept, strings.Join(a[at:h.fromA], ""))
		w.words(strings.Join(a[h.fromA:h.toA], ""), strings.Join(b[h.fromB:h.toB], ""))
		at = h.toA
	}
	w.add(Kept, strings.Join(a[at:], ""))
	w.flush()
	return w.out
}

// spanWriter gathers spans. Blanks between two changes become part of both: a
// replaced sentence reads as one change, not as one for each word.
type spanWriter struct {
	out            []Span
	removed, added strings.Builder // of the change under way
	blank          strings.Builder // kept blanks after it, not yet decided about
}

func (w *spanWriter) words(before, after string) {
	a, b := splitWords(before), splitWords(after)
	at := 0
	for _, h := range compare(a, b) {
		w.add(Kept, strings.Join(a[at:h.fromA], ""))
		w.add(Removed, strings.Join(a[h.fromA:h.toA], ""))
		w.add(Added, strings.Join(b[h.fromB:h.toB], ""))
		at = h.toA
	}
	w.add(Kept, strings.Join(a[at:], ""))
}

func (w *spanWriter) add(kind SpanKind, s string) {
	if s == "" {
		return
	}
	if kind == Kept {
		if w.changing() && strings.TrimLeft(s, blanks) == "" {
			w.blank.WriteString(s)
			return
		}
		w.flush()
		if n := len(w.out); n > 0 && w.out[n-1].Kind == Kept {
			w.out[n-1].Text += s
			return
		}
		w.out = append(w.out, Span{Kept, s})
		return
	}
	blank := w.blank.String()
	w.blank.Reset()
	w.removed.WriteString(blank)
	w.added.WriteString(blank)
	if kind == Removed {
		w.removed.WriteString(s)
	} else {
		w.added.WriteString(s)
	}
}

func (w *spanWriter) changing() bool { return w.removed.Len() > 0 || w.added.Len() > 0 }

// flush ends the change under way.
func (w *spanWriter) flush() {
	if w.removed.Len() > 0 {
		w.out = append(w.out, Span{Removed, w.removed.String()})
	}
	if w.added.Len() > 0 {
		w.out = append(w.out, Span{Added, w.added.String()})
	}
	blank := w.blank.String()
	w.removed.Reset()
	w.added.Reset()
	w.blank.Reset()
	if blank != "" {
		w.out = append(w.out, Span{Kept, blank})
	}
}
