package spelling

import "unicode/utf8"

// compounds says how words are joined to one.
type compounds struct {
	any, begin, middle, end flag // what a word must have to be a part, and where
	permit, forbid          flag // affixes that may, or must not, stand inside
	only                    flag // words that are a part and nothing else

	min, most                     int // letters of a part; parts of a word, 0 for no limit
	noDouble, noTriple, noCapital bool
}

func (c *compounds) used() bool { return c.any != 0 || c.begin != 0 }

// maxSplits bounds what is tried for one word: the ways to part it grow with 2 to the
// number of its letters.
const maxSplits = 2000

// compounded reports whether the word is two words or more without a blank.
func (l lookup) compounded(word []byte) bool {
	left := maxSplits
	return l.parts(word, 0, nil, &left)
}

// parts reports whether the rest of a word, after n parts, consists of parts.
func (l lookup) parts(rest []byte, n int, before []byte, left *int) bool {
	c := &l.d.compound
	letters := 0
	for i := range rest {
		if !utf8.RuneStart(rest[i]) {
			continue
		}
		if letters++; letters <= c.min || utf8.RuneCount(rest[i:]) < c.min {
			continue
		}
		if *left--; *left < 0 || !l.spend(0) {
			return false
		}
		first, more := rest[:i], rest[i:]
		where := c.middle
		if n == 0 {
			where = c.begin
		}
		if !l.joins(first, more) || n > 0 && c.noDouble && string(before) == string(first) || !l.part(first, where, false) {
			continue
		}
		if c.noDouble && string(first) == string(more) {
			continue
		}
		if (c.most == 0 || n+2 <= c.most) && l.part(more, c.end, true) || (c.most == 0 || n+3 <= c.most) && l.parts(more, n+1, first, left) {
			return true
		}
	}
	return false
}

// joins reports whether two parts may stand side by side by their letters.
func (l lookup) joins(a, b []byte) bool {
	c := &l.d.compound
	last, size := utf8.DecodeLastRune(a)
	first, firstSize := utf8.DecodeRune(b)
	if c.noCapital && (isUpper(last) || isUpper(first)) {
		return false
	}
	if c.noTriple && last == first {
		before, _ := utf8.DecodeLastRune(a[:len(a)-size])
		after, _ := utf8.DecodeRune(b[firstSize:])
		return before != last && after != first
	}
	return true
}

// part reports whether a word may be a part of a compound at a place: it, or the suffix
// it ends with, has the flag for that.
func (l lookup) part(word []byte, where flag, last bool) bool {
	d, c := l.d, &l.d.compound
	fits := func(flags []flag) bool { return has(flags, c.any) || has(flags, where) }
	if d.words.each(word, func(set uint32) bool {
		flags := d.sets[set]
		return l.partCounts(flags) && fits(flags) && !has(flags, d.needAffix)
	}) {
		return true
	}
	return l.eachSuffix(word, func(g *group, root []byte) bool {
		if !d.words.has(root) || !l.spend(len(g.affixes)) {
			return false
		}
		for i := range g.affixes {
			a := &g.affixes[i]
			cont := d.sets[a.cont]
			if !last && !has(cont, c.permit) || has(cont, c.forbid) || has(cont, d.needAffix) || !a.cond.atEnd(root) {
				continue
			}
			if d.words.each(root, func(set uint32) bool {
				flags := d.sets[set]
				return l.partCounts(flags) && has(flags, a.flag) && (fits(flags) || fits(cont))
			}) {
				return true
			}
		}
		return false
	})
}

// partCounts is counts for a part, which may be one that never stands alone.
func (l lookup) partCounts(flags []flag) bool {
	return !has(flags, l.without[0]) && !has(flags, l.without[1]) && !has(flags, l.d.forbidden)
}
