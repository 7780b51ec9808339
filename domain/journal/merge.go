package journal

import "strings"

// MergeText merges two texts that were both made from base. Where only one of
// them differs from base, its words are taken; where both differ in the same
// way, they are taken once. Where they differ in different ways the merge fails,
// and a person has to choose: ok is false.
//
// Lines are compared first, then the words within lines that both changed. Two
// insertions at one place, unless they are equal, are different ways: nobody
// knows which should come first, or whether both are wanted. The order of a and
// b makes no difference.
func MergeText(base, a, b string) (merged string, ok bool) {
	switch {
	case a == b || base == b:
		return a, true
	case base == a:
		return b, true
	}
	return mergeBy(splitLines, base, a, b, func(base, a, b string) (string, bool) {
		return mergeBy(splitWords, base, a, b, nil)
	})
}

// mergeBy merges token by token. What overlaps goes to finer, or fails when that
// is nil.
func mergeBy(split func(string) []string, base, a, b string,
	finer func(base, a, b string) (string, bool),
) (string, bool) {
	m := &merger{base: split(base), sides: [2]side{newSide(split, base, a), newSide(split, base, b)}}
	for m.next() {
		from, to, touched := m.cluster()
		m.keep(from)
		was := strings.Join(m.base[from:to], "")
		left, right := m.text(0, from, to), m.text(1, from, to)
		switch {
		case touched[0] && !touched[1] || left == right || right == was:
			m.out.WriteString(left)
		case touched[1] && !touched[0] || left == was:
			m.out.WriteString(right)
		case finer == nil:
			return "", false
		default:
			fine, ok := finer(was, left, right)
			if !ok {
				return "", false
			}
			m.out.WriteString(fine)
		}
		m.done(to)
	}
	m.keep(len(m.base))
	return m.out.String(), true
}

// merger walks along the base and the two sides at once.
type merger struct {
	base  []string
	sides [2]side
	at    int // tokens of base that are done
	out   strings.Builder
}

// side is one of the two texts against the base.
type side struct {
	tokens []string
	hunks  []hunk
	first  int // first hunk that is not done
	past   int // first hunk after the cluster under way
	shift  int // place in tokens less place in base, before the hunk first
}

func newSide(split func(string) []string, base, s string) side {
	tokens := split(s)
	return side{tokens: tokens, hunks: compare(split(base), tokens)}
}

func (m *merger) next() bool {
	return m.sides[0].first < len(m.sides[0].hunks) || m.sides[1].first < len(m.sides[1].hunks)
}

// cluster finds the next hunks that overlap one another, from whichever side, and
// the part of base they are about.
func (m *merger) cluster() (from, to int, touched [2]bool) {
	for i := range m.sides {
		m.sides[i].past = m.sides[i].first
	}
	first := m.earliest()
	h := m.sides[first].hunks[m.sides[first].first]
	from, to, touched[first] = h.fromA, h.toA, true
	m.sides[first].past++
	for grown := true; grown; {
		grown = false
		for i := range m.sides {
			s := &m.sides[i]
			if s.past < len(s.hunks) && overlaps(s.hunks[s.past], from, to) {
				from, to = min(from, s.hunks[s.past].fromA), max(to, s.hunks[s.past].toA)
				touched[i], grown = true, true
				s.past++
			}
		}
	}
	return from, to, touched
}

// earliest returns the side whose next hunk comes first. Of two that begin at
// one place an insertion comes first, since it goes before what is replaced.
func (m *merger) earliest() int {
	a, b := &m.sides[0], &m.sides[1]
	switch {
	case a.first == len(a.hunks):
		return 1
	case b.first == len(b.hunks):
		return 0
	}
	x, y := a.hunks[a.first], b.hunks[b.first]
	if y.fromA < x.fromA || y.fromA == x.fromA && y.toA < x.toA {
		return 1
	}
	return 0
}

// overlaps reports whether a hunk and the part of base share a token, or one is
// an insertion inside the other, or both are insertions at one place.
func overlaps(h hunk, from, to int) bool {
	if h.fromA == h.toA && from == to {
		return h.fromA == from
	}
	return h.fromA < to && from < h.toA
}

// text returns what a side made of base[from:to] with the hunks of the cluster.
func (m *merger) text(i, from, to int) string {
	s := &m.sides[i]
	start, end := from+s.shift, to+s.shift
	for _, h := range s.hunks[s.first:s.past] {
		end += (h.toB - h.fromB) - (h.toA - h.fromA)
	}
	return strings.Join(s.tokens[start:end], "")
}

// keep copies base up to a place.
func (m *merger) keep(to int) {
	for ; m.at < to; m.at++ {
		m.out.WriteString(m.base[m.at])
	}
}

// done leaves the cluster behind.
func (m *merger) done(to int) {
	m.at = to
	for i := range m.sides {
		s := &m.sides[i]
		for _, h := range s.hunks[s.first:s.past] {
			s.shift += (h.toB - h.fromB) - (h.toA - h.fromA)
		}
		s.first = s.past
	}
}
