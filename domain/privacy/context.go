package privacy

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// context is what a word says about the number beside it; words can say several things.
type context uint32

const (
	ofPhone    context = 1 << iota
	ofHotline          // a telephone that is there for everybody
	ofID               // of a person's papers, in general
	ofNational         // of a number that a state gives to a person
	ofSSN              // of the American one
	ofCard
	ofBirth
	ofPassport
	ofCase
	ofPlate
	ofMoney
	ofThing   // numbers of orders, posts, versions: of no person
	ofVersion // of a program or a form
	ofPlace
	filler // may stand between the word that matters and the number
)

// word is a run of letters, as a range of bytes, with what it says.
type word struct {
	start, end int
	says       context
}

// wordsOf returns the words of a folded text. A sign such as ☎ is a word too.
func wordsOf(s string) []word {
	var words []word
	start := -1
	flush := func(end int) {
		if start >= 0 {
			words = append(words, word{start, end, meaning(s[start:end])})
			start = -1
		}
	}
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf && !isLatin(byte(r)) || r >= utf8.RuneSelf && !unicode.IsLetter(r):
			flush(i)
			if says, ok := meanings[string(r)]; ok {
				words = append(words, word{i, i + utf8.RuneLen(r), says})
			}
		case start < 0:
			start = i
		}
	}
	flush(len(s))
	for i := 1; i < len(words); i++ {
		words[i].says |= pairs[[2]string{bare(s[words[i-1].start:words[i-1].end]), bare(s[words[i].start:words[i].end])}]
	}
	return words
}

// meaning looks a word up, with and without the particles that Arabic writes
// together with the word that follows.
func meaning(w string) context {
	if says, ok := meanings[w]; ok {
		return says
	}
	return meanings[bare(w)]
}

// particles are what may cling to the front of an Arabic word, the longest first.
var particles = []string{"وبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال", "و", "ب", "ل", "ف"}

// bare returns an Arabic word without its particles.
func bare(w string) string {
	for _, p := range particles {
		if rest, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(rest) >= 3 {
			return rest
		}
	}
	return w
}

// reach is how far, in bytes, a word can be from what it is about. An Arabic letter
// has two.
const reach = 72

// near returns what the nearest word in front of i that says one of the wanted
// things says, or 0. It looks at so many words and no further than the line before,
// and not beyond a number in between when strict.
func (d *draft) near(i int, wanted context, words int, strict bool) context {
	for at := d.wordsBefore(i) - 1; at >= 0 && words > 0; at, words = at-1, words-1 {
		w := d.words[at]
		if i-w.end > reach {
			return 0
		}
		if strict && strings.ContainsAny(d.s[w.end:i], "0123456789\n") {
			return 0
		}
		if w.says&wanted != 0 {
			return w.says
		}
	}
	return 0
}

// after returns what the next two words behind i say of the wanted things.
func (d *draft) after(i int, wanted context) context {
	at := d.wordsBefore(i)
	for n := 0; n < 2 && at < len(d.words); n, at = n+1, at+1 {
		w := d.words[at]
		if w.start-i > 12 || strings.ContainsAny(d.s[i:w.start], "0123456789\n.") {
			return 0
		}
		if w.says&wanted != 0 {
			return w.says & wanted
		}
	}
	return 0
}

// wordsBefore returns how many words end at i or in front of it.
func (d *draft) wordsBefore(i int) int {
	n, _ := slices.BinarySearchFunc(d.words, i, func(w word, i int) int {
		if w.end <= i {
			return -1
		}
		return 1
	})
	return n
}

// wordAt returns the word that begins at i.
func (d *draft) wordAt(i int) (word, bool) {
	if n := d.wordsBefore(i); n < len(d.words) && d.words[n].start == i {
		return d.words[n], true
	}
	return word{}, false
}
