package channel

import (
	"strings"
)

// Encoding is how an SMS is sent.
type Encoding string

// The encodings. The names are those used everywhere in the field.
const (
	GSM7 Encoding = "GSM-7" // 3GPP TS 23.038: seven bits a character
	UCS2 Encoding = "UCS-2" // sixteen bits a UTF-16 unit
)

// A message has 140 octets. One that needs several parts spends six octets of
// each on the header that puts them together again (3GPP TS 23.040, 9.2.3.24.1).
const (
	gsmSingle, gsmPart = 160, 153
	ucsSingle, ucsPart = 70, 67
)

// The alphabet of 3GPP TS 23.038, 6.2.1, without what is ASCII, and its
// extension table, whose characters take two septets: an escape and a
// character. The shift tables of national languages are left out, since hardly
// any network has them switched on, and there is none for Arabic.
const (
	gsmNotASCII  = "£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà"
	gsmExtension = "\f^{}\\[~]|€"
)

// Mark is a character at a place in the text, for pointing it out.
type Mark struct {
	Rune   rune `json:"rune"`
	Index  int  `json:"index"`  // code points before it
	Offset int  `json:"offset"` // bytes before it
}

// SMS says how a text is sent as a short message.
type SMS struct {
	Encoding  Encoding `json:"encoding"`
	Parts     []int    `json:"parts"`     // units in each part: septets or UTF-16 units
	PerPart   int      `json:"perPart"`   // what one part holds, given how many there are
	Remaining int      `json:"remaining"` // units left in the last part
	Cause     *Mark    `json:"cause"`     // the first character that forced UCS-2; nil for GSM-7
}

// Unit returns the unit of the parts.
func (s SMS) Unit() Unit {
	if s.Encoding == UCS2 {
		return UTF16
	}
	return Septet
}

// Units returns the length of the whole message.
func (s SMS) Units() int {
	n := 0
	for _, p := range s.Parts {
		n += p
	}
	return n
}

// Segment divides a text into the parts of an SMS. One character outside the
// GSM alphabet, and every Arabic letter is, puts the whole message into UCS-2,
// where a part holds less than half. An escape and its character, or the two
// halves of a surrogate pair, always stay in one part; some senders also keep
// a whole emoji together, which can add a part.
func Segment(text string) SMS {
	s := SMS{Encoding: GSM7, Cause: firstNotGSM(text)}
	single, part, width := gsmSingle, gsmPart, septets
	if s.Cause != nil {
		s.Encoding = UCS2
		single, part, width = ucsSingle, ucsPart, utf16Len
	}
	s.Parts, s.PerPart = fill(text, single, width), single
	if len(s.Parts) > 1 {
		s.Parts, s.PerPart = fill(text, part, width), part
	}
	s.Remaining = s.PerPart
	if len(s.Parts) > 0 {
		s.Remaining -= s.Parts[len(s.Parts)-1]
	}
	return s
}

// fill puts the text into parts that hold size units each.
func fill(text string, size int, width func(rune) int) []int {
	var parts []int
	used := size
	for _, r := range text {
		w := width(r)
		if used+w > size {
			parts = append(parts, 0)
			used = 0
		}
		used += w
		parts[len(parts)-1] = used
	}
	return parts
}

func firstNotGSM(text string) *Mark {
	index := 0
	for offset, r := range text {
		if septets(r) == 0 {
			return &Mark{Rune: r, Index: index, Offset: offset}
		}
		index++
	}
	return nil
}

// septets returns how many septets a character takes: 1, 2 from the extension
// table, 0 if the GSM alphabet does not have it. The escape itself, U+001B, is
// no character.
func septets(r rune) int {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', ' ' <= r && r <= '?':
		return 1
	case r > 0x20AC: // beyond the euro sign, the highest of all
		return 0
	case strings.ContainsRune(gsmExtension, r):
		return 2
	case r == '\n', r == '\r', r == '@', r == '_', strings.ContainsRune(gsmNotASCII, r):
		return 1
	}
	return 0
}
