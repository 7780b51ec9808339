package spelling

import (
	"slices"
	"strconv"
	"strings"
)

// flag is a mark of a word or of an affix. 0 is none.
type flag uint32

// hiddenForm marks an entry that a dictionary does not have: the form with one capital of
// a word such as "iPhone", which is right only where everything is in capitals.
const hiddenForm flag = 1 << 31

// flagKind is how the flags of a dictionary are written.
type flagKind uint8

const (
	shortFlags flagKind = iota // one character each
	longFlags                  // two characters each
	numFlags                   // numbers with commas between them
)

// parseFlags returns the flags written in s, sorted. What is no flag is passed over.
func (k flagKind) parseFlags(s string) []flag {
	var flags []flag
	switch k {
	case numFlags:
		for number := range strings.SplitSeq(s, ",") {
			if n, err := strconv.ParseUint(strings.TrimSpace(number), 10, 16); err == nil && n > 0 {
				flags = append(flags, flag(n))
			}
		}
	case longFlags:
		var first rune
		for _, r := range s {
			if first == 0 {
				first = r
				continue
			}
			flags = append(flags, flag(first&0x7FFF)<<16|flag(r&0xFFFF))
			first = 0
		}
	default:
		for _, r := range s {
			flags = append(flags, flag(r))
		}
	}
	slices.Sort(flags)
	return slices.Compact(flags)
}

// one returns the first flag written in s, 0 if there is none.
func (k flagKind) one(s string) flag {
	if flags := k.parseFlags(s); len(flags) > 0 {
		return flags[0]
	}
	return 0
}

// has reports whether sorted flags hold f. No flags hold 0.
func has(flags []flag, f flag) bool {
	if f == 0 {
		return false
	}
	_, ok := slices.BinarySearch(flags, f)
	return ok
}

// flagSets keeps each set of flags once. A dictionary of 170,000 words has a few hundred.
type flagSets struct {
	kind    flagKind
	aliases []uint32 // of AF: the number of set n is aliases[n-1]
	sets    [][]flag // set 0 is empty
	byText  map[string]uint32
	// hiddenIDs are the sets of hidden forms by those of the words.
	hiddenIDs map[uint32]uint32
}

func newFlagSets() *flagSets {
	return &flagSets{sets: [][]flag{nil}, byText: map[string]uint32{"": 0}}
}

// id returns the number of the set that is written as s, or as its alias.
func (f *flagSets) id(s string) uint32 {
	if id, ok := f.byText[s]; ok {
		return id
	}
	if len(f.aliases) > 0 {
		if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= len(f.aliases) {
			return f.aliases[n-1]
		}
	}
	id := f.add(f.kind.parseFlags(s))
	f.byText[strings.Clone(s)] = id
	return id
}

// add keeps a set and returns its number.
func (f *flagSets) add(flags []flag) uint32 {
	f.sets = append(f.sets, flags)
	return uint32(len(f.sets) - 1)
}
