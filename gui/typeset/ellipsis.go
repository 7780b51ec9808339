package typeset

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"athar/domain/text/bidi"
)

const ellipsis = "…"

// Ellipsis returns s as Visual does, shortened until fits accepts it: whole characters are
// left out at the end of the text, which is the left side of an Arabic line, and "…" stands
// for them. Fits is asked about visual strings. When nothing fits, "…" alone comes back.
func Ellipsis(s string, base bidi.Direction, fits func(visual string) bool) string {
	// What is left out must not change the direction of what stays.
	base = base.Or(bidi.FirstStrong(s))
	// Most strings are short and fit; a long one should not be measured whole.
	if visual := Visual(s, base); len(s) < 512 && fits(visual) {
		return visual
	}
	var ends []int // of each character, in bytes
	for clusters := graphemes.FromString(s); clusters.Next(); {
		ends = append(ends, clusters.End())
	}
	whole := longest(len(ends), 1, func(n int) bool { return fits(Visual(s[:ends[n-1]], base)) })
	if whole == len(ends) {
		return Visual(s, base)
	}
	short := ellipsis
	longest(whole, whole, func(n int) bool {
		candidate := Visual(strings.TrimRight(s[:ends[n-1]], " \t\n")+ellipsis, base)
		if !fits(candidate) {
			return false
		}
		short = candidate
		return true
	})
	return short
}

// longest returns the greatest n up to limit with fits(n), where fits is true up to some n
// and false from then on; 0 when there is none. It starts at guess and strides away from
// it, so that a good guess costs two questions, and no question is about much more than
// twice the result or the guess.
func longest(limit, guess int, fits func(n int) bool) int {
	good, bad := 0, limit+1
	next, stride := guess, 1
	for good+1 < bad {
		n := min(max(next, good+1), bad-1)
		if fits(n) {
			good = n
		} else {
			bad = n
		}
		switch {
		case bad > limit:
			next = good + stride
		case good == 0:
			next = bad - stride
		default:
			next = (good + bad) / 2
		}
		stride *= 2
	}
	return good
}
