package spelling

// affix is one way to make a word of another: strip is taken off it and the text of the
// group is put there.
type affix struct {
	cond  condition
	flag  flag   // a word must have it
	cont  uint32 // flags that the new word gets
	cross bool   // prefix and suffix may come together
}

// group is the affixes that add the same text and take off the same.
type group struct {
	strip   string
	affixes []affix
	added   bool // another affix gives the flag of one of them to new words
}

// affixes is all prefixes, or all suffixes, of a dictionary, by the text they add. Words
// are taken apart, not put together: an Arabic noun has hundreds of forms.
type affixes struct {
	byText  map[string][]group
	longest int           // bytes of the longest text
	added   map[flag]bool // flags that the affixes give to new words
}

func newAffixes() *affixes {
	return &affixes{byText: map[string][]group{}, added: map[flag]bool{}}
}

func (a *affixes) add(text, strip string, one affix) {
	groups := a.byText[text]
	for i := range groups {
		if groups[i].strip == strip {
			groups[i].affixes = append(groups[i].affixes, one)
			return
		}
	}
	a.byText[text] = append(groups, group{strip: strip, affixes: []affix{one}})
	a.longest = max(a.longest, len(text))
}

// mark finds the groups that can come on top of another affix, once all are read.
func (a *affixes) mark() {
	for _, groups := range a.byText {
		for i := range groups {
			for _, one := range groups[i].affixes {
				groups[i].added = groups[i].added || a.added[one.flag]
			}
		}
	}
}

// eachSuffix takes every suffix off the word that can be taken off, and calls use with
// the group and the word before it until use returns true. The word is valid during the
// call only. It ends when there is no work left.
func (l lookup) eachSuffix(word []byte, use func(g *group, root []byte) bool) bool {
	d := l.d
	var space [2 * maxWord]byte
	for n := 0; n <= min(d.suffixes.longest, len(word)); n++ {
		if n == len(word) && !d.fullStrip {
			break
		}
		stem := word[:len(word)-n]
		groups := d.suffixes.byText[string(word[len(word)-n:])]
		for i := range groups {
			g := &groups[i]
			if !l.spend(0) {
				return false
			}
			if len(stem)+len(g.strip) > maxWord {
				continue
			}
			root := append(append(space[:0], stem...), g.strip...)
			if len(root) > 0 && use(g, root) {
				return true
			}
		}
	}
	return false
}

// eachPrefix does the same at the other end.
func (l lookup) eachPrefix(word []byte, use func(g *group, root []byte) bool) bool {
	d := l.d
	var space [2 * maxWord]byte
	for n := 0; n <= min(d.prefixes.longest, len(word)); n++ {
		if n == len(word) && !d.fullStrip {
			break
		}
		stem := word[n:]
		groups := d.prefixes.byText[string(word[:n])]
		for i := range groups {
			g := &groups[i]
			if !l.spend(0) {
				return false
			}
			if len(stem)+len(g.strip) > maxWord {
				continue
			}
			root := append(append(space[:0], g.strip...), stem...)
			if len(root) > 0 && use(g, root) {
				return true
			}
		}
	}
	return false
}
