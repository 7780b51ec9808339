package domain

import (
	"slices"
	"strconv"
	"strings"
)

// Text is what a person wrote, in one language or in several. No language is by
// itself the translation of another; all may be empty. Texts are equal with ==.
//
// JSON knows Ar and En alone: it is for content that ships in these two.
type Text struct {
	Ar string
	En string

	// more has the other languages, in the order of their codes: code, ":",
	// length in bytes, ":" and the text of each. A string, so that == compares it.
	more string
}

// Equal reports whether both say the same in the same languages.
func (t Text) Equal(other Text) bool { return t == other }

// Of returns the text in a language, "" when there is none.
func (t Text) Of(lang string) string {
	switch lang {
	case "ar":
		return t.Ar
	case "en":
		return t.En
	}
	for code, written := range t.others {
		if code == lang {
			return written
		}
	}
	return ""
}

// With returns the text with what is written in one language replaced. What is no
// code of a language has no text: t comes back as it is.
func (t Text) With(lang, written string) Text {
	switch {
	case lang == "ar":
		t.Ar = written
	case lang == "en":
		t.En = written
	case IsLanguage(lang):
		t.more = t.moreWith(lang, written)
	}
	return t
}

// moreWith returns the other languages with one replaced, or left out when empty.
func (t Text) moreWith(lang, written string) string {
	var b strings.Builder
	add := func(code, words string) {
		if words != "" {
			b.WriteString(code + ":" + strconv.Itoa(len(words)) + ":" + words)
		}
	}
	put := false
	for code, words := range t.others {
		if !put && code >= lang {
			add(lang, written)
			put = true
		}
		if code != lang {
			add(code, words)
		}
	}
	if !put {
		add(lang, written)
	}
	return b.String()
}

// others goes through the languages but Arabic and English.
func (t Text) others(yield func(lang, written string) bool) {
	for rest := t.more; rest != ""; {
		code, tail, _ := strings.Cut(rest, ":")
		size, tail, _ := strings.Cut(tail, ":")
		n, err := strconv.Atoi(size)
		if err != nil || n > len(tail) || !yield(code, tail[:n]) {
			return
		}
		rest = tail[n:]
	}
}

// Languages returns the languages in which something is written: Arabic, English,
// then the others in the order of their codes.
func (t Text) Languages() []string {
	var out []string
	if t.Ar != "" {
		out = append(out, "ar")
	}
	if t.En != "" {
		out = append(out, "en")
	}
	for code := range t.others {
		out = append(out, code)
	}
	return out
}

// In returns the text in the language or, when that is empty, in another one:
// English, Arabic, or the first there is.
func (t Text) In(lang string) string {
	for _, code := range []string{lang, "en", "ar"} {
		if written := t.Of(code); written != "" {
			return written
		}
	}
	for _, written := range t.others {
		return written
	}
	return ""
}

// Empty reports whether nothing was written in any language.
func (t Text) Empty() bool { return t == Text{} }

// Languages lists the languages in which a campaign can be written, by their
// codes in ISO 639, the most likely first. The catalogs name them under
// "language.<code>". The strings are stored.
func Languages() []string {
	return []string{
		"ar", "en", "fr", "es", "tr", "ku", "ckb", "fa", "ur", "ps", "so", "am", "ti", "sw", "ha", "zgh",
		"he", "de", "it", "pt", "nl", "sv", "el", "ru", "uk", "bn", "hi", "id", "my", "zh",
	}
}

// IsLanguage reports whether a word has the form of a code of a language: two or
// three small letters. Campaigns from elsewhere may use more than Languages lists.
func IsLanguage(code string) bool {
	return (len(code) == 2 || len(code) == 3) && strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") == ""
}

// IsRightToLeft reports whether a language is written from right to left.
func IsRightToLeft(lang string) bool {
	return slices.Contains([]string{"ar", "fa", "ur", "ckb", "ps", "he", "ug", "sd", "dv", "yi"}, lang)
}

// WrittenIn returns the languages that the campaign is written in, the first one
// first.
func (h Header) WrittenIn() []string {
	if len(h.Languages) == 0 {
		return []string{"ar", "en"}
	}
	return slices.Clone(h.Languages)
}
