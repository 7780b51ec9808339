package channel

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Spender is a class of characters that cost room without being words. The
// strings stand in keys.
type Spender string

// The spenders that Savings looks for.
const (
	SpendTashkeel   Spender = "tashkeel"   // marks of Arabic vowels and doubling
	SpendTatweel    Spender = "tatweel"    // the stroke that stretches a word
	SpendDirections Spender = "directions" // invisible marks of direction
	SpendTypography Spender = "typography" // curly quotes, long dashes, the ellipsis, hard spaces
	SpendEmoji      Spender = "emoji"
	SpendSpaces     Spender = "spaces" // repeated, or at the end of a line
)

// Saving is what a text would save if it did without a class of characters: as
// the field counts, so that 0 of a class on Bluesky can be 40 units of an SMS.
type Saving struct {
	Class Spender `json:"class"`
	Units int     `json:"units"` // of the field; 0 where they are counted in another alphabet afterwards
	Parts int     `json:"parts"` // short messages saved, 0 for other fields
	Spans []Span  `json:"spans"` // where the characters stand
	Text  string  `json:"text"`  // the text without them
}

// Savings returns what could be left out or written more simply without losing a
// word, the most worthwhile first; what saves nothing is left out. A short message
// that becomes one of 7-bit characters saves parts though its units may not be fewer.
func (f Field) Savings(text string) []Saving {
	before := f.Count(text)
	var all []Saving
	for _, s := range spenders() {
		spans, plain := s.replace(text)
		if len(spans) == 0 {
			continue
		}
		after := f.Count(plain)
		saving := Saving{Class: s.class, Spans: spans, Text: plain}
		if before.Unit == after.Unit {
			saving.Units = max(0, before.Length-after.Length)
		}
		if before.SMS != nil && after.SMS != nil {
			saving.Parts = max(0, len(before.SMS.Parts)-len(after.SMS.Parts))
		}
		if saving.Units > 0 || saving.Parts > 0 {
			all = append(all, saving)
		}
	}
	slices.SortStableFunc(all, func(a, b Saving) int {
		return cmp.Or(b.Parts-a.Parts, b.Units-a.Units)
	})
	return all
}

// spender finds the characters of one class.
type spender struct {
	class Spender
	// at returns how many bytes at the start of rest belong to the class, and what
	// stands in their place. before is what comes before rest.
	at func(before, rest string) (n int, instead string)
}

func spenders() []spender {
	return []spender{
		{SpendTashkeel, runesOf(isTashkeel)},
		{SpendTatweel, runesOf(func(r rune) bool { return r == 'ـ' })},
		{SpendDirections, runesOf(isDirection)},
		{SpendTypography, typography},
		{SpendEmoji, func(_, rest string) (int, string) { return emojiLen(rest), "" }},
		{SpendSpaces, idleSpace},
	}
}

func (s spender) replace(text string) (spans []Span, plain string) {
	var b strings.Builder
	for i := 0; i < len(text); {
		n, instead := s.at(text[:i], text[i:])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			b.WriteString(text[i : i+size])
			i += size
			continue
		}
		spans = append(spans, Span{i, i + n})
		b.WriteString(instead)
		i += n
	}
	return spans, b.String()
}

func runesOf(is func(rune) bool) func(before, rest string) (int, string) {
	return func(_, rest string) (int, string) {
		if r, n := utf8.DecodeRuneInString(rest); is(r) {
			return n, ""
		}
		return 0, ""
	}
}

// isTashkeel reports whether a rune is a mark over or under an Arabic letter that
// reading does without. Hamza and madda, when they stand alone, are part of a letter.
func isTashkeel(r rune) bool {
	return r >= 0x064B && r <= 0x0652 || r >= 0x0656 && r <= 0x065F || r == 0x0670
}

// isDirection reports whether a rune only says in which direction others run
// (UAX #9, table of explicit formatting characters).
func isDirection(r rune) bool {
	return r == 0x061C || r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// typography finds signs with a plain counterpart in the alphabet of short
// messages (3GPP TS 23.038).
func typography(_, rest string) (int, string) {
	r, n := utf8.DecodeRuneInString(rest)
	switch r {
	case '“', '”', '„', '«', '»':
		return n, `"`
	case '‘', '’', '‚', '`', '´':
		return n, "'"
	case '–', '—', '•':
		return n, "-"
	case '…':
		return n, "..."
	case '\u00a0', '\u202f', '\t':
		return n, " "
	}
	return 0, ""
}

// idleSpace finds spaces that follow a space, or that end a line.
func idleSpace(before, rest string) (int, string) {
	if rest[0] != ' ' {
		return 0, ""
	}
	after := strings.TrimLeft(rest, " ")
	r, _ := utf8.DecodeRuneInString(after)
	if strings.HasSuffix(before, " ") || after == "" || r == '\n' || r == '\r' {
		return len(rest) - len(after), ""
	}
	if last, _ := utf8.DecodeLastRuneInString(before); before == "" || unicode.IsSpace(last) {
		return len(rest) - len(after), ""
	}
	return 0, ""
}
