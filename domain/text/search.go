package text

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Match reports whether a text contains every word of the query, in any order and also
// within longer words. The text must be folded (Fold); the query is as a person typed it.
// A query without words matches everything.
func Match(folded, query string) bool {
	for word := range strings.FieldsSeq(Fold(query)) {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}

// ellipsis stands where a snippet leaves text out.
const ellipsis = "…"

// Snippet returns a piece of the original text, on one line, that shows the first place
// where a word of the query stands, or its beginning where none does. It has at most
// length characters as a reader counts them (Graphemes), the "…" at cut ends not counted;
// words stay whole where there is room for them.
func Snippet(original, query string, length int) string {
	line := strings.Join(strings.Fields(original), " ")
	var starts []int // of each character, in bytes
	for clusters := graphemes.FromString(line); clusters.Next(); {
		starts = append(starts, clusters.Start())
	}
	if length <= 0 {
		return ""
	}
	if len(starts) <= length {
		return line
	}
	starts = append(starts, len(line))
	all := len(starts) - 1

	hit, hitEnd := findHit(line, query)
	first := 0
	if at := characterAt(starts, hit); at > length/2 {
		first = min(at-length/3, all-length)
	}
	last := first + length
	from, to := starts[first], starts[last]
	// Move the cuts inwards to the next blanks, but never over the hit.
	if first > 0 {
		if i := strings.IndexByte(line[from-1:max(hit, from)], ' '); i >= 0 {
			from += i
		}
	}
	if last < all {
		if low := max(hitEnd, from); low < to {
			if i := strings.LastIndexByte(line[low:to+1], ' '); i >= 0 {
				to = low + i
			}
		}
	}
	return mark(first > 0) + line[from:to] + mark(last < all)
}

func mark(cut bool) string {
	if cut {
		return ellipsis
	}
	return ""
}

// characterAt returns the index of the character that holds byte at.
func characterAt(starts []int, at int) int {
	low, high := 0, len(starts)-1
	for low < high-1 {
		mid := (low + high) / 2
		if starts[mid] <= at {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

// findHit returns where in line, in bytes, the first word of the query to be met begins
// and ends, or 0, 0. The end may lie within the last character: it is only good for
// keeping a cut behind it.
func findHit(line, query string) (start, end int) {
	var folded strings.Builder
	places := make([]int, 0, len(line)) // for each byte of folded, the place in line
	eachFolded(line, func(r rune, at int) {
		before := folded.Len()
		folded.WriteRune(r)
		for range folded.Len() - before {
			places = append(places, at)
		}
	})
	found := false
	for word := range strings.FieldsSeq(Fold(query)) {
		at := strings.Index(folded.String(), word)
		if at >= 0 && (!found || places[at] < start) {
			found, start, end = true, places[at], places[at+len(word)-1]+1
		}
	}
	return start, end
}
