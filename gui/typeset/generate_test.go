package typeset

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"

	"athar/assets"
	"athar/domain/text/bidi"
)

// newFonts returns the fonts that Fyne uses with Athar's theme: its own letters and emoji
// behind Athar's.
func newFonts(t testing.TB) *Fonts {
	t.Helper()
	f, err := NewFonts(assets.FontRegular, assets.FontBold,
		theme.DefaultTextFont().Content(), theme.DefaultEmojiFont().Content())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// sentences are mixed as people mix them.
var sentences = []string{
	"نسبة التفاعل 4.5% في Facebook لعام 2025 (تقرير)",
	"حملة 2026 للمياه (Clean Water) 75%.",
	"الهدف: 5,000 توقيع (بحلول 30/06/2026) عبر WhatsApp!",
	"Hello عالم 123 test.",
	"حَمْلَةُ المِيَاهِ (لِلأُسَرِ) [السلام] «لا» {x}",
	"The word (سلام) means “peace”, ١٢٫٥٪ من الناس",
	"Плакат και 😀 👩‍👧 🇸🇾 في دمشق",
}

// parts are what generated texts are made of: everything that makes order or width hard.
var parts = []string{
	"ا", "ب", "لا", "لأ", "سلام ", "بَ", "مُحَمَّد ", "اللّٰه", "ـ", "ء", "ة ", "و", "١", "٢٣", "٪", "،", "؟", "«", "»",
	"a", "fi", "Water ", "AV", "e\u0301", "é", "1", "23", ",", ".", "%", "-", "/", "+", "!", "(", ")", "[", "]", "…", "“", "”",
	" ", " ", " ", "  ", "\t", "\u00A0", "\u200C", "\u200D", "\u200E", "\u200F", "\u061C",
	"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069",
	"😀", "👩‍👧", "👍🏽", "🇸🇾", "1️⃣", "Привет ", "ש", "שלום ", "中文", "\u0903", "\u0600", "\u00AD", "\u200B", "\u2028", "\x00", "\uFFFD",
}

var breaks = []string{"\n", "\r\n", "\r", "\u2029", "\u0085"}

// texts generates texts from parts and lineBreaks.
func texts(most int, choices ...[]string) *rapid.Generator[string] {
	var all []string
	for _, c := range choices {
		all = append(all, c...)
	}
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(all), 0, most).Draw(t, "parts"), "")
	})
}

// arrangements generates parameters.
func arrangements() *rapid.Generator[Params] {
	return rapid.Custom(func(t *rapid.T) Params {
		return Params{
			Size:     rapid.SampledFrom([]float32{14, 13.5, 20}).Draw(t, "size"),
			Width:    rapid.SampledFrom([]float32{0, 1, 60, 120, 300}).Draw(t, "width"),
			Base:     rapid.SampledFrom([]bidi.Direction{bidi.Auto, bidi.LTR, bidi.RTL}).Draw(t, "base"),
			Fallback: rapid.SampledFrom([]bidi.Direction{bidi.LTR, bidi.RTL}).Draw(t, "fallback"),
			Reading:  rapid.Bool().Draw(t, "reading"),
			Align:    rapid.SampledFrom([]Align{AlignStart, AlignCenter, AlignEnd, AlignLeft, AlignRight}).Draw(t, "align"),
		}
	})
}
