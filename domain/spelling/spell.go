package spelling

import (
	"strings"
	"unicode/utf8"
)

// Knows reports whether a word is spelt as the dictionary has it. A word may have capitals
// where a sentence or an editor puts them, and hyphens between words that are known.
func (d *Dictionary) Knows(word string) bool {
	left := wordWork
	return d.knows(word, 0, &left)
}

// What may be spent on one word, and on the suggestions for one, in affixes looked at. The
// dearest of 10,000 Arabic words took 6,400 and 310,000; a hostile dictionary would take
// days.
const (
	wordWork    = 50_000
	suggestWork = 1_000_000
)

// knows is Knows without the words that have a flag, for suggestions, and within the work
// that is left. Where that runs out, a word is not known.
func (d *Dictionary) knows(word string, without flag, left *int) bool {
	if len(word) > maxWord || !utf8.ValidString(word) {
		return false
	}
	word = strings.TrimRight(d.without(convert(word, d.in)), ".")
	if word == "" {
		return true
	}
	look := lookup{d: d, without: [2]flag{hiddenForm, without}, left: left}
	parts := 0
	return look.whole(word) || look.broken(word, &parts)
}

// whole reports whether the word, with the capitals that it may have, is known.
func (l lookup) whole(word string) bool {
	look := l
	if kind := caseOf(word); kind == allCapitals {
		look.without[0] = 0
		lower := strings.ToLower(word)
		if look.known(word) {
			return true
		}
		look.keepCase = l.d.keepCase
		return look.known(lower) || look.known(title(lower))
	} else if kind == firstOnly {
		if look.known(word) {
			return true
		}
		look.keepCase = l.d.keepCase
		return look.known(strings.ToLower(word))
	}
	return look.known(word)
}

// maxParts bounds how often a word is parted, over all ways to do it.
const maxParts = 20

// broken reports whether the word consists of known ones where it may be parted.
func (l lookup) broken(word string, parts *int) bool {
	for _, at := range l.d.breaks {
		if *parts++; *parts > maxParts {
			return false
		}
		if first, ok := strings.CutPrefix(at, "^"); ok {
			if rest, ok := strings.CutPrefix(word, first); ok && first != "" && rest != "" && l.pieces(rest, parts) {
				return true
			}
			continue
		}
		if last, ok := strings.CutSuffix(at, "$"); ok {
			if rest, ok := strings.CutSuffix(word, last); ok && last != "" && rest != "" && l.pieces(rest, parts) {
				return true
			}
			continue
		}
		if left, right, ok := strings.Cut(word, at); ok && at != "" && left != "" && right != "" &&
			l.pieces(left, parts) && l.pieces(right, parts) {
			return true
		}
	}
	return false
}

func (l lookup) pieces(word string, parts *int) bool {
	return l.whole(word) || l.broken(word, parts)
}

// lookup looks for one word. A word with one of the flags in without does not count.
type lookup struct {
	d        *Dictionary
	without  [2]flag
	keepCase flag
	left     *int // work
}

// spend takes work for n affixes and reports whether there was some left.
func (l lookup) spend(n int) bool {
	*l.left -= n + 1
	return *l.left >= 0
}

// known reports whether the word is in the dictionary, is made from one that is, or is a
// compound.
func (l lookup) known(word string) bool {
	d := l.d
	bytes := []byte(word)
	if d.forbidden != 0 && d.words.each(bytes, func(set uint32) bool { return has(d.sets[set], d.forbidden) }) {
		return false
	}
	return l.plain(bytes) || l.suffixed(bytes) || l.prefixed(bytes) || d.compound.used() && l.compounded(bytes)
}

// plain reports whether the word stands in the dictionary as it is.
func (l lookup) plain(word []byte) bool {
	return l.d.words.each(word, func(set uint32) bool {
		flags := l.d.sets[set]
		return l.counts(flags) && !has(flags, l.d.needAffix)
	})
}

// counts reports whether a word with these flags may be the root of what is looked for.
func (l lookup) counts(flags []flag) bool {
	return !has(flags, l.without[0]) && !has(flags, l.without[1]) && !has(flags, l.keepCase) &&
		!has(flags, l.d.compound.only) && !has(flags, l.d.forbidden)
}

// suffixed reports whether the word is one with a suffix, or with a suffix on a suffix.
func (l lookup) suffixed(word []byte) bool {
	d := l.d
	return l.eachSuffix(word, func(g *group, root []byte) bool {
		if d.words.has(root) && l.spend(len(g.affixes)) {
			for i := range g.affixes {
				a := &g.affixes[i]
				if l.stands(a) && !has(d.sets[a.cont], d.circumfix) && a.cond.atEnd(root) && l.root(root, a.flag, 0, nil) {
					return true
				}
			}
		}
		return g.added && l.twice(g, root, nil)
	})
}

// twice reports whether root, before the suffixes of the outer group were put to it, is
// itself a word with a suffix that allows them. With a prefix, that must be allowed too.
func (l lookup) twice(outer *group, root []byte, prefix *affix) bool {
	d := l.d
	var kept [2 * maxWord]byte
	word := append(kept[:0], root...)
	return l.eachSuffix(word, func(inner *group, root []byte) bool {
		if !d.words.has(root) || !l.spend(len(inner.affixes)) {
			return false
		}
		for i := range inner.affixes {
			in := &inner.affixes[i]
			if prefix != nil && !in.cross || in.cont == 0 || !in.cond.atEnd(root) || !l.spend(len(outer.affixes)) {
				continue
			}
			for j := range outer.affixes {
				out := &outer.affixes[j]
				if !has(d.sets[in.cont], out.flag) || !l.stands(out) || !out.cond.atEnd(word) {
					continue
				}
				if prefix == nil && l.root(root, in.flag, 0, nil) ||
					prefix != nil && (has(d.sets[out.cont], prefix.flag) || has(d.sets[in.cont], prefix.flag)) && l.root(root, in.flag, 0, prefix) ||
					prefix != nil && l.root(root, in.flag, prefix.flag, prefix) {
					return true
				}
			}
		}
		return false
	})
}

// prefixed reports whether the word is one with a prefix, or with a prefix and suffixes.
func (l lookup) prefixed(word []byte) bool {
	d := l.d
	return l.eachPrefix(word, func(g *group, rest []byte) bool {
		var kept [2 * maxWord]byte
		rest = append(kept[:0], rest...) // what is done below uses the space again
		if !l.spend(len(g.affixes)) {
			return false
		}
		known, crossing := d.words.has(rest), false
		for i := range g.affixes {
			p := &g.affixes[i]
			if !p.cond.atStart(rest) {
				continue
			}
			if known && l.stands(p) && !has(d.sets[p.cont], d.circumfix) && l.root(rest, p.flag, 0, nil) {
				return true
			}
			crossing = crossing || p.cross
		}
		return crossing && l.both(g, rest)
	})
}

// both reports whether what is left after one of the prefixes is a word with a suffix.
func (l lookup) both(prefixes *group, rest []byte) bool {
	d := l.d
	return l.eachSuffix(rest, func(g *group, root []byte) bool {
		known, twice := d.words.has(root), g.added
		if !known && !twice || !l.spend(len(prefixes.affixes)) {
			return false
		}
		for i := range prefixes.affixes {
			p := &prefixes.affixes[i]
			if !p.cross || !p.cond.atStart(rest) {
				continue
			}
			if known && l.around(p, g, root) || twice && l.twice(g, root, p) {
				return true
			}
		}
		return false
	})
}

// around reports whether the root is a word with the prefix and one of the suffixes.
func (l lookup) around(p *affix, suffixes *group, root []byte) bool {
	d := l.d
	circumfix := has(d.sets[p.cont], d.circumfix)
	if !l.spend(len(suffixes.affixes)) {
		return false
	}
	for i := range suffixes.affixes {
		s := &suffixes.affixes[i]
		if !s.cross || !s.cond.atEnd(root) || has(d.sets[s.cont], d.circumfix) != circumfix || !l.stands(s) && !l.stands(p) {
			continue
		}
		needed := p.flag // the suffix, if not the root, must allow the prefix
		if has(d.sets[s.cont], p.flag) {
			needed = 0
		}
		if l.root(root, s.flag, needed, p) {
			return true
		}
	}
	return false
}

// root reports whether the word is in the dictionary with the flags of the affixes that
// were taken off it. The first one may also be given by the prefix.
func (l lookup) root(word []byte, first, second flag, prefix *affix) bool {
	return l.d.words.each(word, func(set uint32) bool {
		flags := l.d.sets[set]
		return l.counts(flags) && (second == 0 || has(flags, second)) &&
			(has(flags, first) || prefix != nil && has(l.d.sets[prefix.cont], first))
	})
}

// stands reports whether a word with this affix is whole.
func (l lookup) stands(a *affix) bool {
	flags := l.d.sets[a.cont]
	return !has(flags, l.d.needAffix) && !has(flags, l.d.compound.only) && !has(flags, l.without[1])
}

// convert replaces what stands in the table, the longest first.
func convert(word string, table []replacement) string {
	if len(table) == 0 {
		return word
	}
	var b strings.Builder
	changed := false
	for i := 0; i < len(word); {
		best := -1
		for j, pair := range table {
			if strings.HasPrefix(word[i:], pair.from) && pair.from != "" && (best < 0 || len(pair.from) > len(table[best].from)) {
				best = j
			}
		}
		if best < 0 {
			_, size := firstRune(word[i:])
			b.WriteString(word[i : i+size])
			i += size
			continue
		}
		changed = true
		b.WriteString(table[best].to)
		i += len(table[best].from)
	}
	if !changed || b.Len() > maxWord {
		return word
	}
	return b.String()
}
