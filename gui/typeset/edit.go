package typeset

import "slices"

// Edit replaces the runes from start up to end by text. What is inserted within bold text,
// or in place of it, is bold.
func (l *Layout) Edit(start, end int, text string) {
	start, end = l.clamp(start), l.clamp(end)
	if end < start {
		start, end = end, start
	}
	first, last := l.blockAt(start), l.blockAt(end)+1
	c := change{runes: []rune(text)}
	// A line feed right behind a carriage return is one line break with it.
	if first > 0 && isCR(l.blocks[first-1].end) {
		first--
	}
	c.start, c.end = start-l.starts[first], end-l.starts[first]
	after, bold := c.apply(l.region(first, last))
	if n := len(after); n > 0 && after[n-1] == '\r' && last < len(l.blocks) {
		last++
		after, bold = c.apply(l.region(first, last))
	}
	l.replace(first, last, split(after, bold), c)
}

func isCR(end []rune) bool { return len(end) == 1 && end[0] == '\r' }

// change is an edit, counted from the first block it concerns.
type change struct {
	start, end int
	runes      []rune
}

// apply returns the text and its weights after the change.
func (c change) apply(text []rune, bold []bool) ([]rune, []bool) {
	after := make([]rune, 0, len(text)-(c.end-c.start)+len(c.runes))
	after = append(append(append(after, text[:c.start]...), c.runes...), text[c.end:]...)
	if bold == nil {
		return after, nil
	}
	heavy := c.start < c.end && bold[c.start] ||
		c.start == c.end && c.start > 0 && bold[c.start-1] && c.end < len(bold) && bold[c.end]
	weights := make([]bool, 0, len(after))
	weights = append(weights, bold[:c.start]...)
	for range c.runes {
		weights = append(weights, heavy)
	}
	return after, append(weights, bold[c.end:]...)
}

// region returns the text of the blocks from first up to last with their line breaks, and
// which of it is bold, nil if nothing.
func (l *Layout) region(first, last int) (text []rune, bold []bool) {
	n, anyBold := 0, false
	for _, b := range l.blocks[first:last] {
		n += b.runes()
		anyBold = anyBold || b.bold != nil
	}
	text = make([]rune, 0, n)
	if anyBold {
		bold = make([]bool, n)
	}
	for _, b := range l.blocks[first:last] {
		if b.bold != nil {
			copy(bold[len(text):], b.bold)
		}
		text = append(append(text, b.text...), b.end...)
	}
	return text, bold
}

// replace puts fresh blocks in the place of those from first up to last. What the change
// did not touch in the first and the last of them is not shaped again.
func (l *Layout) replace(first, last int, fresh []*block, c change) {
	if l.setter.params.MaxLines > 0 {
		l.blocks = slices.Replace(l.blocks, first, last, fresh...)
		*l = *l.again()
		return
	}
	// The text of the region ends with a line break unless it is the end of the whole, and
	// so leaves an empty block behind.
	if n := len(fresh); last < len(l.blocks) && n > 1 && len(fresh[n-1].text) == 0 {
		fresh = fresh[:n-1]
	}
	was := origin{first: l.blocks[first], last: l.blocks[last-1]}
	was.prefix = min(c.start, len(was.first.text))
	behind := l.starts[last] - l.starts[first] - c.end - len(was.last.end)
	was.suffix = min(max(behind, 0), len(was.last.text))
	for k, b := range fresh {
		from := origin{}
		if k == 0 {
			from.first, from.prefix = was.first, was.prefix
		}
		if k == len(fresh)-1 {
			from.last, from.suffix = was.last, was.suffix
		}
		l.setter.set(b, from)
	}
	l.blocks = slices.Replace(l.blocks, first, last, fresh...)
	l.relocate(first)
}
