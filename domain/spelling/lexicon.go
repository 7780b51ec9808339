package spelling

import "hash/maphash"

// lexicon holds the words of a dictionary with the number of their flags. It is a hash
// table over one string, because a map of 170,000 strings takes four times the memory.
// A word may stand in it more than once.
type lexicon struct {
	text    []byte
	entries []entry
	slots   []uint32 // index of an entry plus one; a power of two of them
	seed    maphash.Seed
}

type entry struct {
	at  uint32 // in text
	len uint16
	set uint32 // of flags
}

// maxWord is how long a word may be, in bytes. Longer ones are not words, and a bound
// keeps what is done for each of them bounded.
const maxWord = 200

// add appends a word. The table is not ready until index is called.
func (l *lexicon) add(word string, set uint32) {
	if word == "" || len(word) > maxWord {
		return
	}
	l.entries = append(l.entries, entry{uint32(len(l.text)), uint16(len(word)), set})
	l.text = append(l.text, word...)
}

// index makes the table ready.
func (l *lexicon) index() {
	l.seed = maphash.MakeSeed()
	size := 16
	for size < len(l.entries)*3/2 {
		size *= 2
	}
	l.slots = make([]uint32, size)
	for i, e := range l.entries {
		at := maphash.Bytes(l.seed, l.bytes(e)) & uint64(size-1)
		for l.slots[at] != 0 {
			at = (at + 1) & uint64(size-1)
		}
		l.slots[at] = uint32(i + 1)
	}
}

func (l *lexicon) bytes(e entry) []byte { return l.text[e.at : e.at+uint32(e.len)] }

// each calls use with the flags of every entry of a word until use returns true, and
// reports whether it did.
func (l *lexicon) each(word []byte, use func(set uint32) bool) bool {
	mask := uint64(len(l.slots) - 1)
	for at := maphash.Bytes(l.seed, word) & mask; l.slots[at] != 0; at = (at + 1) & mask {
		e := l.entries[l.slots[at]-1]
		if int(e.len) == len(word) && string(l.bytes(e)) == string(word) && use(e.set) {
			return true
		}
	}
	return false
}

// has reports whether the word stands in the lexicon, with whatever flags.
func (l *lexicon) has(word []byte) bool {
	return l.each(word, func(uint32) bool { return true })
}
