package privacy

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// draft is a text made ready for searching. The folded form has one spelling for
// what people write in several ways: lower case, ASCII digits and punctuation, Latin
// letters without accents, Arabic letters without hamza, marks and tatweel; and the
// invisible characters that pasted numbers are full of are gone.
type draft struct {
	s       string  // folded
	at      []int32 // for every byte of s, the rune of the text that it comes from
	ends    []int32 // for every byte of s, the rune after that one
	upper   []bool  // for every byte of s, whether the text has a capital letter there
	taken   []bool  // bytes of s that belong to a hit or are known to be none
	words   []word
	digits  bool // there is one at least
	lookups int  // of telephone numbers in the plans of regions
	hits    []hit
}

func newDraft(text string) *draft {
	d := &draft{at: make([]int32, 0, len(text)), ends: make([]int32, 0, len(text)), upper: make([]bool, 0, len(text))}
	var b strings.Builder
	b.Grow(len(text))
	i := int32(-1)
	for _, r := range text {
		i++
		folded := foldRune(r)
		if folded < 0 {
			continue
		}
		before := b.Len()
		b.WriteRune(folded)
		capital := r < utf8.RuneSelf && r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r)
		for range b.Len() - before {
			d.at, d.ends, d.upper = append(d.at, i), append(d.ends, i+1), append(d.upper, capital)
		}
		d.digits = d.digits || folded >= '0' && folded <= '9'
	}
	d.s = b.String()
	d.taken = make([]bool, len(d.s))
	d.words = wordsOf(d.s)
	return d
}

// original returns the range of runes of the text for a range of bytes, end not
// included, that is not empty.
func (d *draft) original(start, end int) (from, to int) {
	return int(d.at[start]), int(d.ends[end-1])
}

func (d *draft) isTaken(start, end int) bool { return slices.Contains(d.taken[start:end], true) }

// take keeps the range from further searches.
func (d *draft) take(start, end int) {
	for i := start; i < end; i++ {
		d.taken[i] = true
	}
}

// peek returns the byte at i, or 0 outside of the draft.
func (d *draft) peek(i int) byte {
	if i < 0 || i >= len(d.s) {
		return 0
	}
	return d.s[i]
}

// before returns the rune that ends at i, or 0.
func (d *draft) before(i int) rune {
	r, size := utf8.DecodeLastRuneInString(d.s[:i])
	if size == 0 {
		return 0
	}
	return r
}

// foldRune returns what stands for r in a folded draft, or -1 where nothing does.
func foldRune(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r < utf8.RuneSelf:
		return foldASCII(r)
	case r >= arabicFrom && r < arabicTo:
		return arabic[r-arabicFrom]
	}
	return foldOther(r)
}

// arabic has the folded form of every rune of the Arabic block, for speed.
const arabicFrom, arabicTo = 0x600, 0x700

var arabic = func() (table [arabicTo - arabicFrom]rune) {
	for i := range table {
		table[i] = foldOther(arabicFrom + rune(i))
	}
	return table
}()

func foldOther(r rune) rune {
	switch {
	case unicode.In(r, unicode.Cf, unicode.Mn, unicode.Me) || r == 'ـ':
		return -1
	case unicode.Is(unicode.Nd, r):
		return foldDigit(r)
	}
	if same, ok := spellings[r]; ok {
		return same
	}
	switch {
	case r < 0x250: // Latin letters with accents
		if parts := norm.NFD.PropertiesString(string(r)).Decomposition(); len(parts) > 0 {
			r, _ = utf8.DecodeRune(parts)
		}
	case r >= 0xFF01 && r <= 0xFF5E: // wide forms of ASCII
		r -= 0xFEE0
	case unicode.IsSpace(r):
		return ' '
	}
	return unicode.ToLower(r)
}

func foldASCII(r rune) rune {
	switch r {
	case '\t', '\r', '\v', '\f':
		return ' '
	case '`':
		return '\''
	}
	return r
}

// foldDigit returns the ASCII digit of the same value. The digits of a script stand
// in a row, zero first.
func foldDigit(r rune) rune {
	for _, zero := range "٠۰०০๐០၀߀" {
		if r >= zero && r <= zero+9 {
			return r - zero + '0'
		}
	}
	if r >= '０' && r <= '９' {
		return r - '０' + '0'
	}
	return r
}

// spellings has the characters that stand for the same thing. It is constant.
var spellings = map[rune]rune{
	'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ئ': 'ي', 'ؤ': 'و',
	'ة': 'ه', 'ۀ': 'ه', 'ک': 'ك', 'ı': 'i', 'ß': 's', 'ø': 'o', 'Ø': 'o',
	'٫': '.', '٬': ',', '،': ',', '؛': ';', '؟': '?', '٪': '%', '‰': '%',
	'‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-',
	'′': '\'', '’': '\'', '‘': '\'', 'ʹ': '\'', '´': '\'', '″': '"', '”': '"', '“': '"',
	'º': '°', '˚': '°', '№': '#', '⁄': '/', '∕': '/',
}
