package channel

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The longest names twitter-text accepts. A longer name is cut, not refused.
const (
	maxScreenName = 20
	maxListSlug   = 25
)

// Mention is an account named in a text, or a list of one.
type Mention struct {
	Span        // with the sign and the list
	Name string // without the sign
	List string // with its slash; usually empty
}

// Mentions returns the accounts named in the text, in order, by twitter-text's
// valid_mention_or_list.
func Mentions(text string) []Mention {
	var found []Mention
	free := 0 // what lies before belongs to a candidate already
	for i, sign := range text {
		if i < free || !isAtSign(sign) || !mentionMayFollow(text, free, i) {
			continue
		}
		name := i + utf8.RuneLen(sign)
		end := name + runOf(text[name:], maxScreenName, isNameChar)
		if end == name {
			continue
		}
		list := end
		end += listLen(text[end:])
		free = end
		if !endsMention(text[end:]) {
			found = append(found, Mention{Span{i, end}, text[name:list], text[list:end]})
		}
	}
	return found
}

// mentionMayFollow reports whether an at sign at pos may begin a mention: not
// inside a word or an address, except after RT, the old sign of a repost.
func mentionMayFollow(text string, free, pos int) bool {
	before := text[free:pos]
	r, size := utf8.DecodeLastRuneInString(before)
	if size == 0 {
		return pos == 0
	}
	if !isNameChar(r) && !isAtSign(r) && !strings.ContainsRune("!#$%&*", r) {
		return true
	}
	if len(before) < 2 || !strings.EqualFold(before[len(before)-2:], "rt") {
		return false
	}
	r, size = utf8.DecodeLastRuneInString(before[:len(before)-2])
	if size == 0 {
		return free == 0
	}
	return !isNameChar(r) && !strings.ContainsRune("+~.-", r)
}

func listLen(s string) int {
	if len(s) < 2 || s[0] != '/' || !isASCIILetter(rune(s[1])) {
		return 0
	}
	return 1 + runOf(s[1:], maxListSlug, func(r rune) bool { return isNameChar(r) || r == '-' })
}

// runOf returns the bytes of the ASCII characters at the start that belong, at
// most limit of them.
func runOf(s string, limit int, belongs func(rune) bool) int {
	n := 0
	for n < len(s) && n < limit && belongs(rune(s[n])) {
		n++
	}
	return n
}

// endsMention reports whether what follows shows that it was no mention but
// part of an address or of a longer word.
func endsMention(after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return isAtSign(r) || isLatinAccent(r) || strings.HasPrefix(after, "://")
}

// fediverseMention is @user@domain, of which Mastodon counts the first half.
type fediverseMention struct {
	Span
	name string // with the sign
}

// fediverseMentions follows Mastodon's Account::MENTION_RE, and
// lib/extractor.rb for what rules a match out.
func fediverseMentions(text string) []fediverseMention {
	var found []fediverseMention
	free := 0
	for i := range len(text) {
		if i < free || text[i] != '@' {
			continue
		}
		if r, size := utf8.DecodeLastRuneInString(text[:i]); size > 0 && (r == '=' || r == '/' || isWordChar(r)) {
			continue
		}
		name := i + 1 + joinedRun(text[i+1:], ".-", isNameChar)
		if name == i+1 {
			continue
		}
		free = name
		if strings.HasPrefix(text[name:], "@") {
			if n := joinedRun(text[name+1:], ".-", isWordChar); n > 0 {
				free = name + 1 + n
			}
		}
		if !endsMention(text[free:]) {
			found = append(found, fediverseMention{Span{i, free}, text[i:name]})
		}
	}
	return found
}

// joinedRun returns the bytes at the start that belong, with the joints between
// them but not after them.
func joinedRun(s, joints string, belongs func(rune) bool) int {
	end := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case belongs(r):
			end = i
		case end == 0 || !strings.ContainsRune(joints, r):
			return end
		}
	}
	return end
}

// isWordChar is [[:word:]] of Ruby's regular expressions.
func isWordChar(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Pc)
}
