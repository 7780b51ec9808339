package typeset

import (
	"sort"
	"unicode"

	"github.com/go-text/typesetting/segmenter"

	"athar/domain/text/bidi"
)

// Line is a line of wrapped text.
type Line struct {
	// Start and End are the logical text of the line in the wrapped string, in bytes,
	// without the white space and the line break at its end.
	Start, End int
	// Visual is what to paint.
	Visual string
	// Direction is that of the paragraph, LTR or RTL: the side on which the line begins.
	Direction bidi.Direction
	// EndsParagraph says that this is the last line of its paragraph.
	EndsParagraph bool
}

// Wrapping says how to wrap a text.
type Wrapping struct {
	// Base is the direction of every paragraph; with bidi.Auto each paragraph finds its
	// own by its first strong letter.
	Base bidi.Direction
	// Fallback is the direction of paragraphs without strong letters when Base is Auto:
	// the direction of the interface.
	Fallback bidi.Direction
	// Width is the room for a line, in the unit of Measure. Without room (0 or less)
	// only line breaks in the text end a line.
	Width float32
	// Measure returns the width of a visual string.
	Measure func(visual string) float32
}

// Wrap breaks s into lines, at the places where UAX #14 allows it and at every line break
// of the text; words too long for a line are broken between characters. There is always at
// least one line, and always one after a line break.
func (w Wrapping) Wrap(s string) []Line {
	var lines []Line
	for start := 0; ; {
		end, next := paragraphEnd(s, start)
		lines = append(lines, w.wrapParagraph(s[start:end], start)...)
		if next == end {
			return lines
		}
		start = next
	}
}

// paragraphEnd returns where the paragraph from start ends and where the next one begins;
// both are the same for the last.
func paragraphEnd(s string, start int) (end, next int) {
	for i, r := range s[start:] {
		i += start
		switch r {
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case '\n':
			return i, i + 1
		case '\u0085':
			return i, i + 2
		case '\u2029':
			return i, i + 3
		}
	}
	return len(s), len(s)
}

// paragraph is a paragraph on its way into lines.
type paragraph struct {
	text   []rune
	at     []int // for each rune, and for the end, the place in the string
	levels bidi.Paragraph
	// breaks are the places, in runes, where a line may end, the last of them at the
	// end of the text; forced says of each whether it must.
	breaks []int
	forced []bool
	// clusters are the starts of the characters, in runes, once a word had to be broken.
	clusters  []int
	segmenter segmenter.Segmenter

	nextForced int     // index of the first forced break not yet reached, or of the last break
	perRune    float32 // average width in the line measured last, 0 before
}

func (w Wrapping) wrapParagraph(s string, offset int) []Line {
	base := w.Base
	if base == bidi.Auto {
		base = bidi.FirstStrong(s).Or(w.Fallback)
	}
	p := newParagraph(s, offset, base)
	var lines []Line
	for start, k := 0, 0; start < len(p.text) || len(lines) == 0; {
		var end int
		end, k = w.nextBreak(p, start, k)
		shownEnd := p.trim(start, end)
		lines = append(lines, Line{
			Start: p.at[start], End: p.at[shownEnd],
			Visual:    p.visual(start, shownEnd),
			Direction: p.levels.Base.Direction(),
		})
		start = end
	}
	lines[len(lines)-1].EndsParagraph = true
	return lines
}

func newParagraph(s string, offset int, base bidi.Direction) *paragraph {
	p := &paragraph{text: make([]rune, 0, len(s)), at: make([]int, 0, len(s)+1)}
	for i, r := range s {
		p.text = append(p.text, r)
		p.at = append(p.at, offset+i)
	}
	p.at = append(p.at, offset+len(s))
	p.levels = bidi.Analyze(p.text, base)
	p.segmenter.Init(p.text)
	for words := p.segmenter.LineIterator(); words.Next(); {
		word := words.Line()
		p.breaks = append(p.breaks, word.Offset+len(word.Text))
		p.forced = append(p.forced, word.IsMandatoryBreak)
	}
	return p
}

// longWord is the length, in runes, from which a word is first taken to be too long:
// measured whole for each of its lines, it would take quadratic time.
const longWord = 100

// nextBreak returns where the line from start ends, and the index of the first break
// behind that. k is the index of the first break behind start.
func (w Wrapping) nextBreak(p *paragraph, start, k int) (end, next int) {
	if len(p.breaks) == 0 {
		return start, k
	}
	last := p.forcedFrom(k)
	if w.Width <= 0 {
		return p.breaks[last], last + 1
	}
	if p.breaks[k]-start > longWord {
		if end := w.breakWord(p, start, k); end < p.breaks[k] {
			return end, k
		}
	}
	guess := sort.SearchInts(p.breaks[k:last+1], start+w.guess(p)+1)
	words := longest(last-k+1, guess, func(n int) bool { return w.fits(p, start, p.breaks[k+n-1]) })
	if words > 0 {
		return p.breaks[k+words-1], k + words
	}
	if end := w.breakWord(p, start, k); end < p.breaks[k] {
		return end, k
	}
	return p.breaks[k], k + 1
}

// breakWord returns where the line from start ends if it has no room for more than the
// part of a word before break k: never within a character, and never so that white space
// would begin the next line.
func (w Wrapping) breakWord(p *paragraph, start, k int) int {
	first := p.clusterAfter(start)
	wordEnd := p.trim(start, p.breaks[k])
	inside := p.clusters[first:]
	inside = inside[:sort.SearchInts(inside, wordEnd)]
	n := longest(len(inside), w.guess(p), func(n int) bool { return w.fits(p, start, inside[n-1]) })
	switch {
	case len(inside) == 0:
		return p.breaks[k]
	case n == len(inside) && w.fits(p, start, wordEnd):
		return p.breaks[k]
	}
	return inside[max(n, 1)-1]
}

// fits reports whether the line from start to end has room, and notes how wide its runes are.
func (w Wrapping) fits(p *paragraph, start, end int) bool {
	end = p.trim(start, end)
	width := w.Measure(p.visual(start, end))
	if end > start {
		p.perRune = width / float32(end-start)
	}
	return width <= w.Width
}

// guess returns how many runes probably fit in a line.
func (w Wrapping) guess(p *paragraph) int {
	if p.perRune <= 0 {
		return 1
	}
	return int(min(w.Width/p.perRune, float32(len(p.text))))
}

// forcedFrom returns the index of the first break from k on at which a line must end.
func (p *paragraph) forcedFrom(k int) int {
	p.nextForced = max(p.nextForced, k)
	for !p.forced[p.nextForced] && p.nextForced < len(p.breaks)-1 {
		p.nextForced++
	}
	return p.nextForced
}

// clusterAfter returns the index of the first character that starts behind start.
func (p *paragraph) clusterAfter(start int) int {
	if p.clusters == nil {
		for clusters := p.segmenter.GraphemeIterator(); clusters.Next(); {
			p.clusters = append(p.clusters, clusters.Grapheme().Offset)
		}
	}
	return sort.SearchInts(p.clusters, start+1)
}

// trim returns the end of the line from start to end without the white space there.
func (p *paragraph) trim(start, end int) int {
	for end > start && unicode.IsSpace(p.text[end-1]) {
		end--
	}
	return end
}

// visual returns the visual string of a line. Its levels are the paragraph's: a line
// that begins with Latin in an Arabic paragraph is still an Arabic line.
func (p *paragraph) visual(start, end int) string {
	return paint(p.text, p.levels.LineRuns(start, end))
}
