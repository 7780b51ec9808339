package check

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Paragraph is a piece of a draft that is checked by itself.
type Paragraph struct {
	Start int // where it begins in the draft, in runes
	Text  string
}

// Paragraphs cuts a draft at its empty lines: a paragraph is a run of lines
// with something on each of them. A single line break is within a paragraph,
// so that a word repeated over it is found; what lies apart is not read
// together. Empty lines belong to no paragraph.
func Paragraphs(draft string) iter.Seq[Paragraph] {
	return func(yield func(Paragraph) bool) {
		var from, to, runes int // of the paragraph being gathered, in bytes; runes before it
		for at := 0; at < len(draft); {
			line, end := draft[at:], len(draft)
			if i := strings.IndexByte(line, '\n'); i >= 0 {
				line, end = line[:i], at+i+1
			}
			switch {
			case !blank(line):
				to = at + len(line)
			case to > from:
				if !yield(Paragraph{runes, draft[from:to]}) {
					return
				}
				fallthrough
			default:
				runes += utf8.RuneCountInString(draft[from:end])
				from, to = end, end
			}
			at = end
		}
		if to > from {
			yield(Paragraph{runes, draft[from:to]})
		}
	}
}

// blank reports whether a reader sees nothing on the line.
func blank(line string) bool {
	return strings.IndexFunc(line, func(r rune) bool {
		return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r)
	}) < 0
}
