package guitest

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAPseudoTextKeepsItsPlacesAndIsLonger(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Save", "‹Šåṽé öö›"},
		{"{n} of {limit}", "‹{n} öƒ {limit} ö›"},
		{"حفظ", "‹حْفْظْ مْمْ›"},
		{"{a} · {b}", "{a} · {b}"},
		{"، ", "، "},
	} {
		if got := Pseudo(c.text); got != c.want {
			t.Errorf("%q becomes %q, want %q", c.text, got, c.want)
		}
	}
	long := "What stands bare on the screen was never in a catalog."
	if share := float64(utf8.RuneCountInString(Pseudo(long))) / float64(len(long)); share < 1.3 || share > 1.6 {
		t.Errorf("a sentence grows to %.2f of its length", share)
	}
}

func TestBareWordsAreTheOnesNoCatalogGave(t *testing.T) {
	for _, c := range []struct {
		drawn string
		want  []string
	}{
		{Pseudo("Save all messages now"), nil},
		{Pseudo("حُفظ كل شيء في {place}"), []string{"place"}},
		{"Posts " + Pseudo("Save"), []string{"Posts"}},
		{"منشورات " + Pseudo("حفظ"), []string{"منشورات"}},
		{"12:30 A ب 75%", nil},
		{"حُفظت", []string{"حفظت"}},
	} {
		if got := bareWords(c.drawn); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.drawn, got, c.want)
		}
	}
}

func TestThePseudoCatalogHasEveryText(t *testing.T) {
	for _, lang := range Languages() {
		plain, pseudo := Catalog(t, lang), PseudoCatalog(t, lang)
		a, b := plain.Keys(), pseudo.Keys()
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(a, b) {
			t.Errorf("%s: %d texts became %d", lang, len(a), len(b))
		}
	}
	if n := utf8.RuneCountInString(dressedLetters); n != len(plainLetters) || strings.ContainsAny(dressedLetters, plainLetters) {
		t.Errorf("%d letters for %d", n, len(plainLetters))
	}
}
