package language

import (
	"strings"
	"unicode"

	"athar/domain/text/prose"
)

// Guess says what language a text is in.
type Guess struct {
	Lang string // "ar", "en", "fr", "es", another code, or "" when it is not known
	Sure bool   // enough of the text says so; if not, ask
}

// Of guesses the language of a text. Script and letters come first: Persian, Urdu and
// Kurdish have letters that Arabic has not. Latin texts are told apart by their small
// words, so a text without any, such as a name, is unknown. Links, hashtags and mentions
// say nothing.
func Of(text string) Guess {
	words := prose.Words(text, "")
	spelt := make([]string, len(words))
	var s scripts
	for i, w := range words {
		spelt[i] = w.In(text)
		s.add(spelt[i])
	}
	total := s.arabic + s.latin + s.other
	switch {
	case total == 0:
		return Guess{}
	case s.arabic*2 > total:
		return Guess{s.arabicLanguage(), s.arabic >= 4}
	case s.latin*2 > total:
		return latin(spelt)
	}
	return Guess{"", s.other*2 > total}
}

// scripts counts letters by what they tell.
type scripts struct {
	arabic, latin, other   int
	persian, urdu, kurdish int // letters that Arabic has not
}

func (s *scripts) add(word string) {
	for _, r := range word {
		switch {
		case !unicode.IsLetter(r):
			continue
		case unicode.Is(unicode.Arabic, r):
			s.arabic++
		case unicode.Is(unicode.Latin, r):
			s.latin++
		default:
			s.other++
		}
		switch r {
		case 'پ', 'چ', 'ژ', 'گ', 'ک', 'ی':
			s.persian++
		case 'ٹ', 'ڈ', 'ڑ', 'ں', 'ے', 'ہ', 'ھ':
			s.urdu++
		case 'ێ', 'ۆ', 'ڵ', 'ڕ', 'ە', 'ڤ':
			s.kurdish++
		}
	}
}

// arabicLanguage returns which of the languages in Arabic letters it is. One foreign
// letter, or one in fifty, is a name or a keyboard's way to write; more is a language.
func (s *scripts) arabicLanguage() string {
	const share = 50
	switch {
	case s.kurdish > 1+s.arabic/share && s.kurdish >= s.urdu:
		return "ckb"
	case s.urdu > 1+s.arabic/share:
		return "ur"
	case s.persian > 1+s.arabic/share:
		return "fa"
	}
	return "ar"
}

// latin tells the languages of Latin letters apart by their small words. A word that two
// of them share says half as much for each.
func latin(words []string) Guess {
	langs := [...]string{"en", "fr", "es"}
	const whole = 6 // parts of a word: it can be shared by two or three
	var hits, weight [len(langs)]int
	for _, w := range words {
		word := strings.ToLower(strings.ReplaceAll(w, "’", "'"))
		if i := strings.IndexByte(word, '\''); i > 0 && i <= 2 && elided[word[:i+1]] {
			hits[1]++ // "l'eau", "qu'on"
			weight[1] += whole
			continue
		}
		var in []int
		for i, lang := range langs {
			if small[lang][word] {
				in = append(in, i)
			}
		}
		for _, i := range in {
			hits[i]++
			weight[i] += whole / len(in)
		}
	}
	best, second := 0, -1
	for i := 1; i < len(langs); i++ {
		if weight[i] > weight[best] {
			best = i
		}
	}
	for i, n := range weight {
		if i != best {
			second = max(second, n)
		}
	}
	// A third of a running text is small words. One in eight is enough to name the
	// language; fewer is another one, or too little.
	if weight[best] == second || hits[best]*8 < len(words) {
		return Guess{}
	}
	return Guess{langs[best], hits[best] >= 3 && weight[best] >= 2*second}
}

var elided = map[string]bool{"l'": true, "d'": true, "qu'": true, "c'": true, "n'": true, "j'": true, "s'": true, "m'": true, "t'": true}

// small are the words that a text in the language cannot do without.
var small = map[string]map[string]bool{
	"en": set(`the of and to in is are was were be been for on with that this these those it its
		you your we our they their them he she his her at by from as or not but have has had will would
		can could should what when where who how why all there here if so do does did an about more into
		every no up out just than then now get please every i`),
	"fr": set(`le la les un une des du de et est sont était dans pour par sur avec que qui quoi où ce cette
		ces cet il elle ils elles nous vous leur leurs notre nos votre vos son sa ses mon ma mes ne pas plus
		ou mais au aux en être avoir a ont tout tous toute toutes comme si sans chez entre je tu on se`),
	"es": set(`el la los las un una unos unas del de y e es son era en para por con que quien qué donde este
		esta estos estas ese esa eso lo le les su sus nuestro nuestra nuestros tu mi no más o pero al se ha
		han hay todo todos toda todas como si sin entre muy ya cada yo nos está están ser a ni toda nadie tiene tienen desde hasta también cuando según sobre será él`),
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		m[word] = true
	}
	return m
}
