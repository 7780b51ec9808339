package text

import "slices"

// Anchor holds on to a passage of a text that goes on being edited: the words, and
// some of what stood around them. At is where they began, in runes; it decides
// between places that are alike.
type Anchor struct {
	Quote  string
	Before string
	After  string
	At     int
}

// Bounds of an anchor, in runes. A longer passage is held on to by its beginning.
const (
	anchorContext = 40
	anchorQuote   = 400
	anchorSpread  = 200 // how much longer a passage may become by edits inside it
)

// NewAnchor returns the anchor of the passage from the rune start to the rune end.
// What lies outside of the text is cut off.
func NewAnchor(s string, start, end int) Anchor {
	all := []rune(s)
	start = max(0, min(start, len(all)))
	end = max(start, min(end, len(all)))
	return Anchor{
		Quote:  string(all[start:min(end, start+anchorQuote)]),
		Before: string(all[max(0, start-anchorContext):start]),
		After:  string(all[end:min(len(all), end+anchorContext)]),
		At:     start,
	}
}

// Empty reports whether the anchor is of no passage.
func (a Anchor) Empty() bool { return a.Quote == "" }

// Find returns where the passage is in a text that was edited since, in runes: where
// the same words stand with the most of what stood around them, or else, when the
// passage itself was edited, what stands between the two sides now. ok is false
// when neither is left.
func (a Anchor) Find(s string) (start, end int, ok bool) {
	if a.Empty() {
		return 0, 0, false
	}
	all, quote := []rune(s), []rune(a.Quote)
	before, after := []rune(a.Before), []rune(a.After)
	best, at := -1, 0
	for i := range occurrences(all, quote) {
		score := commonSuffix(all[:i], before) + commonPrefix(all[i+len(quote):], after)
		if score > best || score == best && distance(i, a.At) < distance(at, a.At) {
			best, at = score, i
		}
	}
	if best >= 0 {
		return at, at + len(quote), true
	}
	return between(all, before, after, len(quote)+anchorSpread, a.At)
}

// between returns what stands between two contexts, of which as much as possible
// must be there, and at most longest runes.
func between(all, before, after []rune, longest, near int) (start, end int, ok bool) {
	for _, n := range []int{anchorContext, anchorContext / 2, anchorContext / 4} {
		left, right := before[max(0, len(before)-n):], after[:min(n, len(after))]
		best := -1
		for i := range occurrences(all, left) {
			i += len(left)
			if best < 0 || distance(i, near) < distance(best, near) {
				best = i
			}
		}
		if len(before) == 0 {
			best = 0
		}
		if best < 0 {
			continue
		}
		if len(after) == 0 {
			return best, len(all), len(all) > best && len(all)-best <= longest
		}
		for j := range occurrences(all[best:], right) {
			if j > 0 && j <= longest {
				return best, best + j, true
			}
			break
		}
	}
	return 0, 0, false
}

// occurrences goes through the places where a part stands; none for an empty one.
func occurrences(all, part []rune) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; len(part) > 0 && i+len(part) <= len(all); i++ {
			if all[i] == part[0] && slices.Equal(all[i:i+len(part)], part) && !yield(i) {
				return
			}
		}
	}
}

func commonPrefix(a, b []rune) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b []rune) int {
	n := 0
	for n < min(len(a), len(b)) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

func distance(a, b int) int { return max(a-b, b-a) }
