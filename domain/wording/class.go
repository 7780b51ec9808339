package wording

import "unicode"

// class is what a rune is to the scanner.
type class uint8

const (
	otherClass class = iota
	letterClass
	digitClass
	markClass // tashkeel and other marks on letters, tatweel
	blankClass
	lineClass
	hyphenClass
	underscoreClass
	apostropheClass
	pointClass // . , within numbers
	endClass   // ! ? and their like
	hashClass
	atClass
	emojiClass
	fancyClass
	formatClass // invisible: joiners, directions
)

// low holds the classes of the runes below U+0700: nearly all of a text in
// Arabic or in a European language.
var low = func() (table [0x700]class) {
	for r := range rune(len(table)) {
		table[r] = slowClass(r)
	}
	return table
}()

func classOf(r rune) class {
	if r >= 0 && r < rune(len(low)) {
		return low[r]
	}
	return slowClass(r)
}

func slowClass(r rune) class {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return lineClass
	case '-', '\u2010', '\u2011':
		return hyphenClass
	case '_':
		return underscoreClass
	case '\'', '’', 'ʼ':
		return apostropheClass
	case '.', ',', '٫', '٬':
		return pointClass
	case '!', '?', '؟', '…', '！', '？', '۔':
		return endClass
	case '#', '＃':
		return hashClass
	case '@':
		return atClass
	case 'ـ':
		return markClass
	}
	switch {
	case r >= 0x1D400 && r <= 0x1D7FF, r >= 0x24B6 && r <= 0x24E9, r >= 0x1F130 && r <= 0x1F169:
		return fancyClass
	case isEmoji(r):
		return emojiClass
	case unicode.IsLetter(r):
		return letterClass
	case unicode.IsDigit(r):
		return digitClass
	case unicode.IsMark(r):
		return markClass
	case unicode.IsSpace(r):
		return blankClass
	case unicode.Is(unicode.Cf, r):
		return formatClass
	}
	return otherClass
}

// isEmoji reports whether an emoji can begin with r. Signs that most texts show
// as plain signs (© ™ ← ✓) are none.
func isEmoji(r rune) bool {
	switch {
	case r < 0x231A:
		return false
	case r >= 0x1F1E6 && r <= 0x1F1FF, r >= 0x1F300 && r <= 0x1F64F, r >= 0x1F680 && r <= 0x1F6FF,
		r >= 0x1F7E0 && r <= 0x1F7EB, r >= 0x1F90C && r <= 0x1FAFF:
		return true
	case r >= 0x2600 && r <= 0x27BF:
		return !(r >= 0x2701 && r <= 0x2704) && r != 0x2713 && r != 0x2717 && !(r >= 0x2756 && r <= 0x275E) && !(r >= 0x2776 && r <= 0x2794) && !(r >= 0x2798 && r <= 0x27AF)
	case r == 0x231A, r == 0x231B, r >= 0x23E9 && r <= 0x23F3, r == 0x2B50, r == 0x2B55, r == 0x1F004, r == 0x1F0CF:
		return true
	}
	return false
}

// isDirection reports whether r is an invisible mark of direction.
func isDirection(r rune) bool {
	return r >= 0x200E && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x061C
}

func isArabic(r rune) bool {
	return r >= 0x0600 && r <= 0x06FF || r >= 0x0750 && r <= 0x077F || r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC
}
