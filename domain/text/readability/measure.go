package readability

import (
	"unicode"
	"unicode/utf8"

	"athar/domain/text/prose"
)

// Range is a stretch of a text, half-open, in runes.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
	Words int `json:"words"`
}

// Part is what one paragraph adds to a Report.
type Part struct {
	Counts
	Runes int     // length of the paragraph
	Long  []Range // its sentences of more words than the target has, in the paragraph's runes
}

// Measure counts one paragraph, or a whole text: links, hashtags, mentions, e-mail
// addresses and emoji are left out. most is the largest number of words a sentence may
// have before it is long; 0 asks for no long ones.
func Measure(paragraph, lang string, most int) Part {
	part := Part{Runes: utf8.RuneCountInString(paragraph)}
	for _, s := range prose.Sentences(paragraph, lang) {
		part.Sentences++
		part.Words += len(s.Words)
		if most > 0 && len(s.Words) > most {
			part.Long = append(part.Long, Range{s.From, s.To, len(s.Words)})
		}
		for _, w := range s.Words {
			part.word(w.In(paragraph), lang)
		}
	}
	return part
}

// word adds a word to the counts.
func (c *Counts) word(word, lang string) {
	letters := 0
	for _, r := range word {
		if r < utf8.RuneSelf && r > ' ' && r != '-' && r != '.' && r != '\'' && r != ',' && r != ':' && r != '/' ||
			r >= utf8.RuneSelf && r != tatweel && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			letters++
		}
	}
	c.Letters += letters
	if letters > 6 {
		c.LongWords++
	}
	if lang == "ar" {
		c.Osman.word(word)
		c.Osman.countWord(word)
		return
	}
	c.Syllables += Syllables(word, lang)
}

const tatweel = 'ـ'
