package kit

import (
	"slices"
	"unicode/utf8"
)

// Highlight is a part of a text about which there is something to say.
type Highlight struct {
	// Start and End count runes of the text as Text gives it.
	Start, End int
	// Tone decides on the colour and on the kind of line below.
	Tone Tone
	// Note is a sentence or two, shown while the part is pointed at or holds the
	// caret.
	Note string
	// Items come first in the menu of the part: what could be written instead.
	Items []MenuItem
}

// setHighlights marks parts of the text, in place of those marked before.
func (b *textbox) setHighlights(all []Highlight) {
	b.highlights = b.inTyped(all)
	b.noted = ""
	b.draw()
}

// inTyped returns the highlights in the order of the text, their places counted
// in the text as it was typed. What is not in the text is left out.
func (b *textbox) inTyped(all []Highlight) []Highlight {
	list := make([]Highlight, 0, len(all))
	for _, h := range all {
		if h.Start < h.End && h.Start >= 0 {
			list = append(list, h)
		}
	}
	places := b.places(list)
	for i := range list {
		list[i].Start, list[i].End = places[list[i].Start], places[list[i].End]
	}
	list = slices.DeleteFunc(list, func(h Highlight) bool { return h.Start >= h.End })
	slices.SortStableFunc(list, func(a, b Highlight) int { return a.Start - b.Start })
	return list
}

// places returns for the ends of highlights where they are in the text as it was
// typed. It reads the text once.
func (b *textbox) places(list []Highlight) map[int]int {
	ends := make([]int, 0, 2*len(list))
	for _, h := range list {
		ends = append(ends, h.Start, h.End)
	}
	slices.Sort(ends)
	places := make(map[int]int, len(ends))
	canonical, typed, i := 0, 0, 0
	for _, paragraph := range b.words.paragraphs {
		start, end := b.layout.ParagraphAt(typed)
		n := utf8.RuneCountInString(paragraph)
		for ; i < len(ends) && ends[i] <= canonical+n; i++ {
			places[ends[i]] = start + typedAt(b.layout.Text(start, end), paragraph, ends[i]-canonical)
		}
		canonical, typed = canonical+n+1, end+1
	}
	for ; i < len(ends); i++ {
		places[ends[i]] = b.layout.Len()
	}
	return places
}

// passage returns where a passage of the text in canonical form is in the text as
// it was typed.
func (b *textbox) passage(start, end int) (from, to int) {
	list := []Highlight{{Start: max(start, 0), End: max(start, end)}}
	places := b.places(list)
	return places[list[0].Start], places[list[0].End]
}

// moveHighlights keeps the highlights on their words when the runes from start
// up to end become n others. What is written at an end of a highlight is not part
// of it; a highlight of which nothing is left is gone.
func (b *textbox) moveHighlights(start, end, n int) {
	if len(b.highlights) == 0 {
		return
	}
	more := n - (end - start)
	kept := b.highlights[:0]
	for _, h := range b.highlights {
		switch {
		case start >= h.End:
		case end <= h.Start:
			h.Start, h.End = h.Start+more, h.End+more
		default:
			if h.End = h.End + more; end >= h.End-more {
				h.End = start
			}
			if start <= h.Start {
				h.Start = start + n
			}
		}
		if h.Start < h.End {
			kept = append(kept, h)
		}
	}
	clear(b.highlights[len(kept):])
	b.highlights = kept
}

// highlightAt returns the highlight that holds a place, or has it at one of its
// ends; the innermost of several, nil for none.
func (b *textbox) highlightAt(i int) *Highlight {
	var found *Highlight
	for k := range b.highlights {
		h := &b.highlights[k]
		if h.Start <= i && i <= h.End && (found == nil || h.End-h.Start <= found.End-found.Start) {
			found = h
		}
	}
	return found
}
