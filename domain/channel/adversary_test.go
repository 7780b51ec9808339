package channel

import (
	"strings"
	"testing"
)

// What follows was worked out by hand from the grammar of twitter-text 3.1.0, for
// texts that its suite does not have: Arabic around everything.
func TestLinksAmongArabicAreThoseOfTheGrammar(t *testing.T) {
	for text, want := range map[string]string{
		"شاهدexample.comالآن":              "example.com",
		"شاهدhttps://example.comالآن":      "https://example.com",
		"https://example.com/مسار":         "https://example.com/",
		"https://example.com/a_(ب)":        "https://example.com/a_",
		"https://example.com?س=1":          "https://example.com",
		"https://example.com/a؟":           "https://example.com/a",
		"https://example.com/a،":           "https://example.com/a",
		"(example.com)،":                   "example.com",
		"«example.com»":                    "example.com",
		"http://موقع.وزارة-الاتصالات.مصر/": "http://موقع.وزارة-الاتصالات.مصر/",
		"موقع.مصر":                         "",
		"@example.com":                     "",
		"#example.com":                     "",
		"a@example.com":                    "",
		"\u200fexample.com\u200f":          "example.com",
		"\u2067https://example.com\u2069":  "https://example.com",
		"ـexample.com":                     "example.com",
		"-example.com":                     "",
		"example.comـ":                     "example.com",
		"example.com٣":                     "example.com",
		"example.com3":                     "",
	} {
		if got := strings.Join(texts(text, Links(text)), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestHashtagsAmongArabicAreThoseOfTheGrammar(t *testing.T) {
	for text, want := range map[string]string{
		"#وسم_٢٠٢٦":          "#وسم_٢٠٢٦",
		"#٢٠٢٦":              "",
		"#٢٠٢٦_م":            "#٢٠٢٦_م",
		"#می\u200cخواهم":     "#می\u200cخواهم",
		"#\u200c":            "",
		"#مـاء":              "#مـاء",
		"#مَاءٌ":             "#مَاءٌ",
		"#وسم،":              "#وسم",
		"كلمة#وسم":           "",
		"كلمة،#وسم":          "#وسم",
		"كلمةـ#وسم":          "",
		"٣#وسم":              "",
		"_#وسم":              "",
		"\u200f#وسم\u200f":   "#وسم",
		"##وسم":              "#وسم",
		"#وسم#آخر":           "",
		"#وسم #آخر":          "#وسم #آخر",
		"#وسم-آخر":           "#وسم",
		"#وسم؟":              "#وسم",
		"＃وسم":               "＃وسم",
		"# وسم":              "",
		"#وسم://x":           "",
		"https://a.com/#وسم": "", // the sign belongs to the link
		"&#وسم;":             "",
	} {
		if got := strings.Join(texts(text, Hashtags(text)), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestMentionsAmongArabicAreThoseOfTheGrammar(t *testing.T) {
	for text, want := range map[string]string{
		"،@user":                   "@user",
		"مرحبا@user":               "@user",
		"@userمرحبا":               "@user",
		"٣@user":                   "@user",
		"\u200f@user\u200f":        "@user",
		"@مستخدم":                  "",
		"@user_":                   "@user_",
		"@12345678901234567890abc": "@12345678901234567890",
		"@@user":                   "",
		"_@user":                   "",
		"＠user":                    "＠user",
		"@user@":                   "",
		"@useré":                   "",
	} {
		var got string
		for _, m := range Mentions(text) {
			got += m.In(text)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A part never ends within a pair, so the sum alone does not give the parts.
func TestPairsNeverStraddleTwoParts(t *testing.T) {
	a, m := func(n int) string { return strings.Repeat("a", n) }, func(n int) string { return strings.Repeat("م", n) }
	for _, tt := range []struct {
		text  string
		units int
		parts int
	}{
		{a(160), 160, 1},
		{a(158) + "€", 160, 1},
		{a(159) + "€", 161, 2},
		{a(152) + "€" + a(152), 306, 3},
		{a(151) + "€" + a(153), 306, 2},
		{a(152) + "€" + a(151), 305, 2},
		{strings.Repeat("€", 80), 160, 1},
		{strings.Repeat("€", 81), 162, 2},
		{strings.Repeat("€", 153), 306, 3}, // 76 pairs a part
		{m(70), 70, 1},
		{m(71), 71, 2},
		{m(134), 134, 2},
		{m(66) + "😀" + m(66), 134, 3},
		{m(65) + "😀" + m(67), 134, 2},
		{m(68) + "😀", 70, 1},
		{m(69) + "😀", 71, 2},
		{"مَ" + m(68), 70, 1},
		{"مـ" + m(68), 70, 1},
		{a(69) + "`", 70, 1},
		{a(70) + "`", 71, 2},
		{a(159) + "\n", 160, 1},
		{a(158) + "\f", 160, 1},
		{a(69) + "\t", 70, 1},
		{a(69) + "Α", 70, 1},   // Greek, of which the alphabet has other capitals only
		{a(159) + "Δ", 160, 1}, // one of those
		{a(159) + "Ç", 160, 1},
		{a(69) + "ç", 70, 1},
		{"🇱🇧" + m(66), 70, 1},
	} {
		sms := Segment(tt.text)
		if sms.Units() != tt.units || len(sms.Parts) != tt.parts {
			t.Errorf("%.20q and so on: %d units in %d parts, want %d in %d", tt.text, sms.Units(), len(sms.Parts), tt.units, tt.parts)
		}
	}
}

func TestEmojiWeighTwoWhateverTheyAreMadeOf(t *testing.T) {
	for text, want := range map[string]int{
		"😀": 2, "👍🏽": 2, "👨‍👩‍👧‍👦": 2, "👩🏽‍🚀": 2, "🏳️‍🌈": 2, "🏴󠁧󠁢󠁳󠁣󠁴󠁿": 2, "🇵🇸": 2, "🇵🇸🇱🇧": 4, "🇵": 2, "1️⃣": 2, "#️⃣": 2, "1⃣": 2,
		"❤️": 2, "❤": 2, "©": 1, "©️": 2, "™": 2, "ℹ️": 2, "☎": 2, "☎️": 2, "👁️‍🗨️": 2, "🫱🏻‍🫲🏿": 2,
		"ﷺ": 2, "ﷲ": 2, "\u200f": 2, "\u200c": 1, "\u061c": 1, "\u2067": 2, "\ufeff": 2, "ـ": 1, "مَ": 2, "٣": 1, "؟": 1, "…": 2, "—": 1, "“": 1, "€": 2, "「": 2,
	} {
		if got := xWeight(text, true); got != want {
			t.Errorf("%q weighs %d, want %d", text, got, want)
		}
	}
}
