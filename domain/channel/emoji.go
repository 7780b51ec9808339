package channel

import (
	"unicode"
	"unicode/utf8"
)

const (
	zwj             = '\u200D'
	textStyle       = '\uFE0E' // variation selector 15: show as text
	emojiStyle      = '\uFE0F' // variation selector 16: show as emoji
	enclosingKeycap = '\u20E3'
	cancelTag       = '\U000E007F'
)

// emojiLen returns the number of bytes of the emoji the text starts with, 0 if
// it does not start with one. An emoji is everything that is drawn as one
// picture: with its skin tone, its variation selector, its family joined by
// ZWJ, a flag, a keycap.
//
// The shape is that of emoji_zwj_sequence in UTS #51, section 1.4.9, and its
// members must be pictures on their own: 🏃 ZWJ ♂ is two things unless U+FE0F
// follows the sign. X looks its emoji up in Twemoji's list instead, which holds
// these forms only and grows every year; the shape stays right as the list
// grows. It differs for pictures that no keyboard makes, such as two foods
// joined by ZWJ or the flag of no country. Four members are the most that any list
// has: of a longer row, the rest is counted for itself.
func emojiLen(s string) int {
	const mostMembers = 4
	n, picture := emojiElement(s)
	for members := 1; picture && members < mostMembers; members++ {
		r, size := utf8.DecodeRuneInString(s[n:])
		if r != zwj {
			return n
		}
		var next int
		if next, picture = emojiElement(s[n+size:]); picture {
			n += size + next
		}
	}
	return n
}

// emojiElement returns the bytes of one member of a joined emoji, and whether
// it is a picture by default or on request, not a sign that some draw as one.
func emojiElement(s string) (n int, picture bool) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r < utf8.RuneSelf:
		n = keycapLen(s)
		return n, n > 0
	case isRegional(r):
		return flagLen(s), true
	case !unicode.Is(emojiChar, r):
		return 0, false
	}
	picture = unicode.Is(emojiByDefault, r)
	next, size := utf8.DecodeRuneInString(s[n:])
	// Outside the Basic Multilingual Plane, nothing chooses the style of what
	// is a picture already: a selector there is a character of its own.
	if !picture || r <= 0xFFFF {
		switch next {
		case textStyle:
			return 0, false
		case emojiStyle:
			n += size
			picture = true
			next, size = utf8.DecodeRuneInString(s[n:])
		}
	}
	switch {
	case needsStyle(r) && !picture:
		return 0, false
	case isSkinTone(next) && unicode.Is(emojiModifierBase, r):
		return n + size, true
	}
	return n + tagsLen(s[n:]), picture
}

// flagLen returns the bytes of one regional indicator or of the flag that two
// of them make.
func flagLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	if next, size := utf8.DecodeRuneInString(s[n:]); isRegional(next) {
		n += size
	}
	return n
}

// keycapLen is for the emoji that start with ASCII: 0 to 9, # and * in a key.
func keycapLen(s string) int {
	if s == "" || s[0] != '#' && s[0] != '*' && !isDigit(rune(s[0])) {
		return 0
	}
	n := 1
	r, size := utf8.DecodeRuneInString(s[n:])
	if r == emojiStyle {
		n += size
		r, size = utf8.DecodeRuneInString(s[n:])
	}
	if r != enclosingKeycap {
		return 0
	}
	return n + size
}

// tagsLen returns the bytes of the invisible tags that turn a black flag into
// that of Scotland: at least one tag, then the cancel tag.
func tagsLen(s string) int {
	n := 0
	for {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case r == cancelTag && n > 0:
			return n + size
		case r < '\U000E0020' || r >= cancelTag:
			return 0
		}
		n += size
	}
}

// needsStyle reports whether the sign is plain text unless U+FE0F asks for
// the picture: © and ® are ordinary letters of weight 1 on X, ™ goes with them.
func needsStyle(r rune) bool { return r == '©' || r == '®' || r == '™' }

func isRegional(r rune) bool { return '\U0001F1E6' <= r && r <= '\U0001F1FF' }

func isSkinTone(r rune) bool { return '\U0001F3FB' <= r && r <= '\U0001F3FF' }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
