package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"athar/domain/channel"
)

// aside is a stretch of a text, in bytes, that is no part of its sentences.
type aside struct{ start, end int }

// asides returns the links, hashtags, mentions and e-mail addresses of a text, in
// order, none within another. Each has a sign that is rare elsewhere, and is looked for
// only where the sign stands.
func asides(text string) []aside {
	var found []aside
	if strings.IndexByte(text, '.') >= 0 {
		for _, s := range channel.Links(text) {
			found = append(found, aside{s.Start, s.End})
		}
	}
	if strings.ContainsAny(text, "#＃") {
		for _, s := range channel.Hashtags(text) {
			found = append(found, aside{s.Start, s.End})
		}
	}
	if strings.ContainsAny(text, "@＠") {
		for _, m := range channel.Mentions(text) {
			found = append(found, aside{m.Start, m.End})
		}
		found = addresses(text, found)
	}
	if len(found) < 2 {
		return found
	}
	slices.SortFunc(found, func(a, b aside) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	return merged(found)
}

// merged joins the asides that overlap, so that a link within an address ends nothing.
func merged(found []aside) []aside {
	kept := found[:1]
	for _, a := range found[1:] {
		last := &kept[len(kept)-1]
		if a.start < last.end {
			last.end = max(last.end, a.end)
			continue
		}
		kept = append(kept, a)
	}
	return kept
}

// addresses adds what has an @ within it and no blank: an e-mail address, or an account
// with its server.
func addresses(text string, found []aside) []aside {
	for from := 0; ; {
		at := strings.IndexByte(text[from:], '@')
		if at < 0 {
			return found
		}
		at += from
		start, end := at, at+1
		for start > from {
			r, size := utf8.DecodeLastRuneInString(text[from:start])
			if !isAddressRune(r) {
				break
			}
			start -= size
		}
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !isAddressRune(r) && r != '@' {
				break
			}
			end += size
		}
		for text[end-1] == '.' || text[end-1] == '-' { // of the sentence
			end--
		}
		if start < at && end > at+1 {
			found = append(found, aside{start, end})
		}
		from = max(end, at+1)
	}
}

// isAddressRune reports whether r can stand in an e-mail address.
func isAddressRune(r rune) bool {
	switch r {
	case '.', '_', '-', '+', '%':
		return true
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || isDigit(r))
}
