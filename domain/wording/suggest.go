package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fit returns the alternatives in the form in which they can take the place of
// the passage: with a capital where it begins with one, and with the letters
// that are attached to the front of an Arabic word. An alternative that would
// need more grammar than that is left out.
func fit(alternatives []string, passage string, c cut) []string {
	if len(alternatives) == 0 {
		return nil
	}
	if c.any() {
		return attach(alternatives, passage, c)
	}
	first, size := utf8.DecodeRuneInString(passage)
	if !unicode.IsUpper(first) {
		return alternatives
	}
	shout := len(passage) > size && passage == strings.ToUpper(passage)
	out := make([]string, len(alternatives))
	for i, a := range alternatives {
		if shout {
			out[i] = strings.ToUpper(a)
			continue
		}
		r, size := utf8.DecodeRuneInString(a)
		out[i] = string(unicode.ToUpper(r)) + a[size:]
	}
	return out
}

// attach writes the letters that stand in front of the passage before each
// alternative. Where the article was there and the words of the rule lack it,
// only an alternative of one word can take it.
func attach(alternatives []string, passage string, c cut) []string {
	letters := leading(passage, int(c.letters))
	var out []string
	for _, a := range alternatives {
		if c.article {
			if strings.ContainsRune(a, ' ') || strings.HasPrefix(a, "ال") {
				continue
			}
			a = "ال" + a
		}
		out = append(out, join(letters, a))
	}
	return out
}

// leading returns the first n letters of a word, without marks.
func leading(word string, n int) string {
	var b strings.Builder
	for _, r := range word {
		if n == 0 {
			break
		}
		if classOf(r) == letterClass {
			b.WriteRune(r)
			n--
		}
	}
	return b.String()
}

// join puts attached letters before a word. Behind ل the article loses its
// alef, and the whole of it before another lam.
func join(letters, word string) string {
	if strings.HasSuffix(letters, "ل") {
		if rest, ok := strings.CutPrefix(word, "الل"); ok {
			return letters + "ل" + rest
		}
		if rest, ok := strings.CutPrefix(word, "ال"); ok {
			return letters + "ل" + rest
		}
	}
	return letters + word
}
