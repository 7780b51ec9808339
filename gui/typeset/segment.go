package typeset

// segment finds the cells, and before which of them a line may end: anew only between what
// is kept of the block before.
func (s *setter) segment(b *block, k kept) {
	start, end := k.start(), k.end()
	middle := b.text[start:end]
	s.segmenter.Init(middle)
	b.cells = make([]int32, 0, len(b.text)+1)
	b.cells = append(b.cells, k.first.cells[:k.before]...)
	levels := b.levels.Levels
	for g := s.segmenter.GraphemeIterator(); g.Next(); {
		grapheme := g.Grapheme()
		from, to := start+grapheme.Offset, start+grapheme.Offset+len(grapheme.Text)
		b.cells = append(b.cells, int32(from))
		for i := from + 1; i < to; i++ {
			if levels[i] != levels[i-1] {
				b.cells = append(b.cells, int32(i))
			}
		}
	}
	tail := len(b.cells)
	for _, cell := range k.last.cells[k.behind:] {
		b.cells = append(b.cells, cell+k.shift)
	}
	b.breaks = make([]chance, len(b.cells))
	s.findBreaks(b, k.before, start)
	copy(b.breaks, k.first.breaks[:min(k.before+1, len(k.first.breaks))])
	if k.behind < k.last.len() {
		copy(b.breaks[tail:], k.last.breaks[k.behind:])
	}
}

// findBreaks notes the chances in what the segmenter has, which begins with cell c at a rune.
func (s *setter) findBreaks(b *block, c, start int) {
	for l := s.segmenter.LineIterator(); l.Next(); {
		word := l.Line()
		end := int32(start + word.Offset + len(word.Text))
		for b.cells[c] < end {
			c++
		}
		if b.cells[c] != end {
			continue // never within a cell
		}
		b.breaks[c] = may
		if word.IsMandatoryBreak {
			b.breaks[c] = must
		}
	}
}
