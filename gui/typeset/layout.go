package typeset

import (
	"slices"
	"sort"

	"athar/domain/text/bidi"
)

// Params say how to lay a text out. Lengths are in pixels at scale 1, as Fyne's are.
type Params struct {
	// Size is the size of the letters.
	Size float32
	// Width is the room for a line; lines that need more are wrapped. 0 wraps nothing.
	Width float32
	// Base is the direction of every paragraph; with bidi.Auto each has that of its first
	// strong letter, or Fallback if it has none: the direction of the interface.
	Base, Fallback bidi.Direction
	// Reading replaces the rule of the first strong letter by that of ReadingDirection. It is
	// for texts nobody edits: while somebody types, a paragraph should not turn and turn again.
	Reading bool
	// Align says where lines that leave room stand. It needs a Width.
	Align Align
	// TabWidth is the distance between tab stops; 0 means twice Size.
	TabWidth float32
	// MaxLines is the number of lines after which the text is cut, with an ellipsis at
	// the logical end; 0 cuts nothing. With it, each edit lays out the whole text again.
	MaxLines int
}

// Align is where a line stands in its width.
type Align uint8

// Start and End are sides in the direction of the paragraph: an Arabic line starts at the
// right. Left and Right are the same for all paragraphs.
const (
	AlignStart Align = iota
	AlignCenter
	AlignEnd
	AlignLeft
	AlignRight
)

// Span is a stretch of runes.
type Span struct{ Start, End int }

// Layout is a text laid out in lines. Places in it are numbers of runes; a byte that is
// not UTF-8 counts as one and is U+FFFD.
//
// It is kept by paragraph: an edit lays out again only the paragraphs it touches, and in
// them shapes only what changed; lines are worked out in detail when first asked for.
type Layout struct {
	setter setter
	blocks []*block
	// For each block, and for the end of the text: its first rune, its first line and its
	// top. Only the first known entries are right.
	starts, firsts []int
	tops           []float32
	known          int
}

// New lays out a text. Bold spans may come in any order.
func New(fonts *Fonts, params Params, text string, bold ...Span) *Layout {
	l := &Layout{setter: setter{fonts: fonts, params: params}}
	runes := []rune(text)
	l.blocks = split(runes, boldness(len(runes), bold))
	for _, b := range l.blocks {
		l.setter.set(b, origin{})
	}
	l.relocate(0)
	l.cut()
	return l
}

// boldness returns for each of n runes whether it is in a span; nil if none is.
func boldness(n int, spans []Span) []bool {
	if len(spans) == 0 {
		return nil
	}
	bold := make([]bool, n)
	for _, s := range spans {
		for i := max(s.Start, 0); i < min(s.End, n); i++ {
			bold[i] = true
		}
	}
	return bold
}

// split cuts a text into its paragraphs, of which there is always at least one.
func split(text []rune, bold []bool) []*block {
	var blocks []*block
	for start := 0; ; {
		end, next := start, len(text)
		for end < len(text) && !endsParagraph(text[end]) {
			end++
		}
		if end < len(text) {
			next = end + 1
			if text[end] == '\r' && next < len(text) && text[next] == '\n' {
				next++
			}
		}
		b := &block{text: text[start:end:end], end: text[end:next:next]}
		if bold != nil && slices.Contains(bold[start:end], true) {
			b.bold = bold[start:end:end]
		}
		blocks = append(blocks, b)
		if start = next; end == len(text) {
			return blocks
		}
	}
}

// endsParagraph reports whether r is of the bidirectional class of line ends that Athar
// takes for the end of a paragraph.
func endsParagraph(r rune) bool {
	return r == '\n' || r == '\r' || r == '\u0085' || r == '\u2029'
}

// SetParams lays the text out in another way. If nothing but Width, Align or TabWidth is
// new, nothing is shaped again.
func (l *Layout) SetParams(params Params) {
	old := l.setter.params
	if params == old {
		return
	}
	l.setter.params = params
	// A cut text has lost the lines behind the cut, and knows no others.
	rewrap := params.Size == old.Size && params.Base == old.Base && params.Fallback == old.Fallback &&
		params.Reading == old.Reading && params.MaxLines == old.MaxLines && params.MaxLines == 0
	if !rewrap {
		*l = *l.again()
		return
	}
	for _, b := range l.blocks {
		l.setter.breakLines(b)
	}
	l.relocate(0)
}

// again lays the whole text out from the beginning.
func (l *Layout) again() *Layout {
	fresh := &Layout{setter: setter{fonts: l.setter.fonts, params: l.setter.params}}
	text, bold := l.region(0, len(l.blocks))
	fresh.blocks = split(text, bold)
	for _, b := range fresh.blocks {
		fresh.setter.set(b, origin{})
	}
	fresh.relocate(0)
	fresh.cut()
	return fresh
}

// relocate notes that blocks from the first on may stand elsewhere.
func (l *Layout) relocate(first int) {
	n := len(l.blocks) + 1
	l.starts = slices.Grow(l.starts[:min(len(l.starts), n)], n)[:n]
	l.firsts = slices.Grow(l.firsts[:min(len(l.firsts), n)], n)[:n]
	l.tops = slices.Grow(l.tops[:min(len(l.tops), n)], n)[:n]
	if first == 0 {
		l.starts[0], l.firsts[0], l.tops[0] = 0, 0, 0
	}
	l.known = min(max(l.known, 1), first+1)
}

// locate makes sure that the places of all blocks are known.
func (l *Layout) locate() {
	for ; l.known <= len(l.blocks); l.known++ {
		k := l.known - 1
		b := l.blocks[k]
		l.starts[k+1] = l.starts[k] + b.runes()
		l.firsts[k+1] = l.firsts[k] + len(b.lines)
		l.tops[k+1] = l.tops[k] + b.height
	}
}

// cut drops the lines behind the last that is to be shown.
func (l *Layout) cut() {
	limit := l.setter.params.MaxLines
	if l.locate(); limit <= 0 || l.Lines() <= limit {
		return
	}
	k := sort.Search(len(l.blocks), func(k int) bool { return l.firsts[k+1] >= limit })
	l.setter.cutLine(l.blocks[k], limit-1-l.firsts[k])
	for _, b := range l.blocks[k+1:] {
		b.lines, b.height = nil, 0
	}
	l.relocate(k)
}

// Cut reports whether the text was cut after MaxLines.
func (l *Layout) Cut() bool {
	for k := len(l.blocks) - 1; k >= 0; k-- {
		if n := len(l.blocks[k].lines); n > 0 {
			return l.blocks[k].lines[n-1].cut
		}
	}
	return false
}

// Params returns how the text is laid out.
func (l *Layout) Params() Params { return l.setter.params }

// Len returns the length of the text in runes.
func (l *Layout) Len() int {
	l.locate()
	return l.starts[len(l.blocks)]
}

// Lines returns the number of lines, which is at least one.
func (l *Layout) Lines() int {
	l.locate()
	return l.firsts[len(l.blocks)]
}

// Height returns the height of all lines together.
func (l *Layout) Height() float32 {
	l.locate()
	return l.tops[len(l.blocks)]
}

// Width returns the extent of the widest line. It works out every line in detail, so it
// is for short texts that ask how much room they need.
func (l *Layout) Width() float32 {
	width := float32(0)
	for i := range l.Lines() {
		width = max(width, l.Line(i).Width)
	}
	return width
}

// Text returns the runes from start up to end.
func (l *Layout) Text(start, end int) string {
	start, end = l.clamp(start), l.clamp(end)
	if start >= end {
		return ""
	}
	first, last := l.blockAt(start), l.blockAt(end)
	text, _ := l.region(first, last+1)
	return string(text[start-l.starts[first] : end-l.starts[first]])
}

func (l *Layout) clamp(i int) int { return min(max(i, 0), l.Len()) }

// blockAt returns the block that holds rune i, its line break included.
func (l *Layout) blockAt(i int) int {
	l.locate()
	k := sort.SearchInts(l.starts[:len(l.blocks)], i+1) - 1
	return max(k, 0)
}
