// Package bidi decides in which order the characters of a text stand on the
// screen when writing from right to left and from left to right meet in one line.
//
// It is the Unicode Bidirectional Algorithm, UAX #9 (https://www.unicode.org/reports/tr9/),
// complete: embeddings, overrides, isolates, bracket pairs, the levels of a line and
// mirroring. Comments name its rules (P2, X5a, W1, N0, L2 …) and definitions (BD16 …).
// The classes of characters come from golang.org/x/text/unicode/bidi; nothing else of
// that package is used, because it hides the levels and resolves bracket pairs wrongly.
//
// The package must not know how text is measured or drawn, and must not change text:
// it answers with numbers about the runes it was given.
package bidi

//go:generate go run ./internal/gen -out tables.go

// Direction is the direction of a paragraph.
type Direction uint8

const (
	// Auto asks for the direction of the first strong character (rules P2 and P3).
	Auto Direction = iota
	// LTR is left to right.
	LTR
	// RTL is right to left.
	RTL
)

// Or returns d, or fallback when d is Auto.
func (d Direction) Or(fallback Direction) Direction {
	if d == Auto {
		return fallback
	}
	return d
}

// Level is an embedding level: even levels read from left to right, odd ones from
// right to left. Levels go from 0 to 126.
type Level uint8

// maxDepth is the deepest level that explicit embedding can reach (BD2). The implicit
// rules may add one to it.
const maxDepth = 125

// RTL reports whether text of the level reads from right to left.
func (l Level) RTL() bool { return l&1 == 1 }

// Direction returns the direction of text of the level; never Auto.
func (l Level) Direction() Direction {
	if l.RTL() {
		return RTL
	}
	return LTR
}

// strong returns the class of the level's direction, L or R.
func (l Level) strong() class {
	if l.RTL() {
		return cR
	}
	return cL
}

// Paragraph is a text with its resolved levels.
type Paragraph struct {
	// Base is the paragraph level: 0 or 1.
	Base Level
	// Levels has one level for each rune, as rules X1 to I2 leave them: whole lines
	// still need LineLevels. A rune that rule X9 removes has the level of the rune before it.
	Levels []Level

	classes []class
}

// Analyze resolves the levels of text. The text should be one paragraph: a paragraph
// separator in its midst ends all embeddings, but the runes behind it keep the same
// base level. With Auto, a text without strong characters is left to right; use
// FirstStrong first where another default is wanted.
//
// Time and memory grow linearly with the text, whatever it contains.
func Analyze(text []rune, base Direction) Paragraph {
	classes, seen := classify(text)
	p := Paragraph{Levels: make([]Level, len(text)), classes: classes}

	if base == LTR && !seen.has(turning) {
		return p
	}
	work := make([]class, len(classes))
	copy(work, classes)
	first := Auto
	if base == Auto || seen.has(setOf(cFSI)) {
		first = resolveIsolates(work)
	}
	if base.Or(first) == RTL {
		p.Base = 1
	} else if !seen.has(turning) {
		return p
	}

	p.explicit(work)
	p.implicit(text, work, seen)
	p.levelRemoved()
	return p
}

// Removed reports whether rule X9 takes rune i out of the text: an embedding, an
// override, the end of one, or a control without direction such as a zero-width joiner.
func (p Paragraph) Removed(i int) bool { return p.classes[i].in(removed) }

// levelRemoved gives each removed rune the level of the rune before it (section 5.2),
// so that it never splits a run.
func (p Paragraph) levelRemoved() {
	before := p.Base
	for i, c := range p.classes {
		if c.in(removed) {
			p.Levels[i] = before
		}
		before = p.Levels[i]
	}
}
