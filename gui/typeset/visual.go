package typeset

import (
	"strings"
	"unicode"

	"athar/domain/text/bidi"
)

const (
	override    = '\u202D' // left-to-right override
	endOverride = '\u202C' // pop directional formatting
	joiner      = '\u200D' // zero-width joiner
)

// Visual returns s as one line in the order in which it must be painted. Line breaks and
// tabs become blanks. With bidi.Auto the first strong letter decides the base direction,
// and left to right where there is none.
//
// What reads from left to right anyhow comes back unchanged.
func Visual(s string, base bidi.Direction) string {
	if base != bidi.RTL && isPlain(s) {
		return s
	}
	text := oneLine(s)
	p := bidi.Analyze(text, base)
	return paint(text, p.LineRuns(0, len(text)))
}

// isPlain reports, on sight, that every character of s is left to right or neutral and
// may be shown as it is. False means only that it takes a closer look.
func isPlain(s string) bool {
	for _, r := range s {
		// The first character from right to left is U+0590; dashes, quotes and the
		// ellipsis are common enough to be worth their line.
		if r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0x0590 && (r < 0x2010 || r > 0x2027) {
			return false
		}
	}
	return true
}

// oneLine returns the runes of s with blanks for line breaks and tabs.
func oneLine(s string) []rune {
	text := make([]rune, 0, len(s))
	before := rune(0)
	for _, r := range s {
		if r != '\n' || before != '\r' {
			text = append(text, shown(r))
		}
		before = r
	}
	return text
}

// shown returns a blank for what would break a line or jump, and r for everything else.
func shown(r rune) rune {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', 0x1C, 0x1D, 0x1E, 0x1F, 0x85, '\u2028', '\u2029':
		return ' '
	}
	return r
}

// paint writes runs, which are in visual order, as a visual string.
func paint(text []rune, runs []bidi.Run) string {
	var b strings.Builder
	size := 6
	for _, run := range runs {
		size += 2 * (run.End - run.Start)
	}
	b.Grow(size)
	b.WriteRune(override)
	turned := false
	for _, run := range runs {
		part := text[run.Start:run.End]
		turned = turned || run.Level > 0
		if run.Level.RTL() {
			paintReversed(&b, part)
			continue
		}
		for _, r := range part {
			if !isDirectional(r) {
				b.WriteRune(shown(r))
			}
		}
	}
	if body := b.String()[len(string(override)):]; !turned || isPlain(body) {
		return body
	}
	b.WriteRune(endOverride)
	return b.String()
}

// paintReversed writes a run from right to left: its clusters from the last to the first.
func paintReversed(b *strings.Builder, run []rune) {
	for end := len(run); end > 0; {
		start := end - 1
		for start > 0 && continues(run, start) {
			start--
		}
		for _, r := range run[start:end] {
			if !isDirectional(r) {
				r, _ = bidi.Mirror(r)
				b.WriteRune(shown(r))
			}
		}
		end = start
	}
}

// continues reports whether rune i is of the same cluster as the rune before it. The rule
// is the shaper's, which is that of UAX #29 but for one thing: a zero-width non-joiner
// stands alone. Kept with the letter before it, it would end up on that letter's other
// side when the shaper turns the run, and would part the wrong letters.
func continues(text []rune, i int) bool {
	r := text[i]
	switch {
	case r < 0x0300:
		return false
	case r == joiner, unicode.Is(unicode.M, r):
		return true
	case r >= 0x1F3FB && r <= 0x1F3FF: // skin tones
		return true
	case r >= 0xE0020 && r <= 0xE007F: // tags, as in the flag of Scotland
		return true
	}
	return text[i-1] == joiner && unicode.Is(unicode.So, r) // families and the like
}

// isDirectional reports whether r only steers the order of its neighbours. In a visual
// string it has done its work; an isolate would even escape the override.
func isDirectional(r rune) bool {
	switch {
	case r == '\u200E' || r == '\u200F' || r == '\u061C':
		return true
	case r >= '\u202A' && r <= '\u202E':
		return true
	}
	return r >= '\u2066' && r <= '\u2069'
}
