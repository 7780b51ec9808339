package readability

import (
	"strings"
	"unicode/utf8"
)

// Osman holds the figures that OSMAN needs beside words and sentences (El-Haj and Rayson,
// "OSMAN – A Novel Arabic Readability Metric", LREC 2016). The paper leaves room; the
// figures follow what the authors' program of 2020 does.
type Osman struct {
	Hard    int // words of five letters or more
	Complex int // words of four marks of vowels, tanween or shadda, or more
	Faseeh  int // words of four syllables or more with one of ء ئ ؤ ذ ظ

	Short, Long, Stress int // syllables as the marks tell them
	Bare                int // letters without alef, of words whose vowels are not marked
	Marked              int // words whose vowels are marked
}

func (o Osman) add(p Osman) Osman {
	o.Hard += p.Hard
	o.Complex += p.Complex
	o.Faseeh += p.Faseeh
	o.Short += p.Short
	o.Long += p.Long
	o.Stress += p.Stress
	o.Bare += p.Bare
	o.Marked += p.Marked
	return o
}

// Syllables returns how many syllables were counted. Where vowels are not marked, the
// letters without alef stand for the short ones, two less for the text as a whole.
func (o Osman) Syllables() int {
	n := o.Short + 2*o.Long + 2*o.Stress
	if o.Bare > 0 {
		n += o.Bare - 2
	}
	return n
}

// value returns the score. The coefficient has the digits of the authors' program; the
// paper prints three.
func (o Osman) value(words, sentences int) float64 {
	w := float64(max(words, 1))
	return 200.791 - 1.015*(w/float64(max(sentences, 1))) -
		24.18143403*(float64(o.Hard+o.Syllables()+o.Complex+o.Faseeh)/w)
}

// count adds the syllables of a stretch of text as the authors' program does: as soon as
// one short vowel is marked, nothing is estimated.
func (o *Osman) count(text string) {
	bare := 0
	for i, r := range text {
		switch r {
		case fatha, damma, kasra:
			next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			if next == 'ا' || next == 'و' || next == 'ي' {
				o.Long++
			} else {
				o.Short++
			}
		case fathatan, dammatan, kasratan, shadda:
			o.Stress++
		}
		switch r {
		case 'ا', 'ى', '?', '.', '!', ',', ' ':
		default:
			bare++
		}
	}
	if o.Short == 0 {
		o.Bare += bare
	}
}

// countWord adds the syllables of one word of a post. Whether its vowels are marked is
// decided for each word, because people mark the one word that could be misread; a text
// would lose all its other syllables to that one mark.
func (o *Osman) countWord(word string) {
	letters, marks := 0, 0
	for _, r := range word {
		if isTashkeel(r) {
			marks++
		} else {
			letters++
		}
	}
	var own Osman
	own.count(word)
	if 2*marks >= letters {
		own.Marked, own.Bare = 1, 0
	} else {
		own = Osman{Bare: letters - strings.Count(word, "ا") - strings.Count(word, "ى"), Stress: own.Stress}
	}
	*o = o.add(own)
}

// word adds what a word tells beside its syllables.
func (o *Osman) word(word string) {
	letters, marks, rare := 0, 0, false
	for _, r := range word {
		switch {
		case isTashkeel(r):
			if r != sukun && r != daggerAlef {
				marks++
			}
			continue
		case r == 'ء' || r == 'ئ' || r == 'ؤ' || r == 'ذ' || r == 'ظ':
			rare = true
		}
		letters++
	}
	if letters >= 5 {
		o.Hard++
	}
	if marks >= 4 {
		o.Complex++
	}
	if rare {
		var own Osman
		own.count(word)
		if own.Syllables() >= 4 {
			o.Faseeh++
		}
	}
}

// The marks of Arabic.
const (
	fathatan   = 'ً'
	dammatan   = 'ٌ'
	kasratan   = 'ٍ'
	fatha      = 'َ'
	damma      = 'ُ'
	kasra      = 'ِ'
	shadda     = 'ّ'
	sukun      = 'ْ'
	daggerAlef = 'ٰ'
)

func isTashkeel(r rune) bool { return r >= fathatan && r <= sukun || r == daggerAlef }
