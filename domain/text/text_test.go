package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

func TestCanonicalLeavesOneFormOfEveryText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"plain Arabic stays", "مياهٌ نظيفة", "مياهٌ نظيفة"},
		{"composed form", "cafe\u0301 ا\u0653", "café آ"},
		{"order of marks", "ب\u064E\u0651", "ب\u064E\u0651"},
		{"line ends of Windows, old Mac, Word and Unicode", "a\r\nb\rc\vd\u2028e\u2029f\u0085g", "a\nb\nc\nd\ne\nf\ng"},
		{"two empty lines stay two", "a\r\n\r\nb", "a\n\nb"},
		{"lam-alef sent as one sign", "\uFEFB \uFEF7ن س\uFEFCم \uFEF5 \uFEF9", "لا لأن سلام لآ لإ"},
		{"NUL", "a\x00b", "ab"},
		{"bytes that are no text", "a\xff\xfeb", "a\uFFFDb"},
		{"marks of direction stay", "\u200fa\u200e", "\u200fa\u200e"},
		{"joiners stay", "می\u200cخواهم", "می\u200cخواهم"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Canonical(tt.in); got != tt.want {
				t.Errorf("Canonical(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestFoldMakesSpellingsEqual(t *testing.T) {
	tests := []struct {
		name, want string
		spellings  []string
	}{
		{"forms of alef", "احمد", []string{"أحمد", "إحمد", "آحمد", "ٱحمد", "احمد", "ا\u0654حمد"}},
		{"ya", "علي", []string{"على", "علي", "علی"}},
		{"ta marbuta", "حمله", []string{"حملة", "حمله", "حَمْلَةٌ", "حـمـلـة"}},
		{"seats of hamza", "مسيول سوال", []string{"مسئول سؤال", "مسيول سوال"}},
		{"hamza alone stays", "ماء", []string{"ماء", "مَاءْ"}},
		{"kaf", "كتاب", []string{"کتاب", "ڪتاب", "كتاب"}},
		{"presentation forms", "لا سلام", []string{"\uFEFB \uFEB3\uFEFCم", "لا سلام"}},
		{"a presentation mark does not cut the word", "بيت", []string{"ب\uFE76يت", "ب\u064Eيت"}},
		{"digits and their separators", "1,234.5%", []string{"١٬٢٣٤٫٥٪", "۱٬۲۳۴٫۵٪", "1,234.5%"}},
		{"case and accents", "cafe resume", []string{"Café RÉSUMÉ", "cafe\u0301 resume"}},
		{"wide letters", "abc 12", []string{"ＡＢＣ　１２"}},
		{"white space", "a b", []string{"  a \t\n\u00A0 b\r\n", "a b"}},
		{"controls of direction and width", "ماء water", []string{"\u2067ماء\u2069 \u200ewat\u200ber\uFEFF"}},
		{"emoji with and without selector", "❤", []string{"❤\uFE0F", "❤"}},
		{"nothing is left", "", []string{"", " ", "ـ", "\u064E", "\u200f", "\x00"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, s := range tt.spellings {
				if got := Fold(s); got != tt.want {
					t.Errorf("Fold(%q) = %q, want %q", s, got, tt.want)
				}
			}
		})
	}
}

func TestFoldKeepsDifferentWordsApart(t *testing.T) {
	for _, pair := range [][2]string{{"ماء", "ما"}, {"حمل", "حملة"}, {"سوق", "شوق"}, {"1", "2"}, {"a b", "ab"}} {
		if Fold(pair[0]) == Fold(pair[1]) {
			t.Errorf("%q and %q are both %q", pair[0], pair[1], Fold(pair[0]))
		}
	}
}

func TestFoldOfEveryRuneIsStable(t *testing.T) {
	for r := rune(0); r <= 0x1FFFF; r++ {
		if r == 0x3400 {
			r = 0xF900 // ideographs, syllables, private use
		}
		once := Fold("a" + string(r) + "b")
		if twice := Fold(once); twice != once {
			t.Errorf("%U folds to %q and then to %q", r, once, twice)
		}
	}
}

func TestMatchWantsEveryWordInAnyOrder(t *testing.T) {
	folded := Fold("حملة المياه النظيفة 2026 (Clean Water)")
	for query, want := range map[string]bool{
		"":                true,
		"  ":              true,
		"مياه":            true,
		"water حملة":      true,
		"المِيَاه ٢٠٢٦":   true,
		"CLEAN حمله":      true,
		"مياه 2025":       false,
		"نظيفة المياه ال": true,
	} {
		if got := Match(folded, query); got != want {
			t.Errorf("Match(%q) = %t, want %t", query, got, want)
		}
	}
}

func TestSnippetShowsTheHit(t *testing.T) {
	long := "افتتحت الجمعية ثلاث آبار جديدة في وادي نور،\nوتصل المياه النظيفة إلى ٤٠٠ أسرة كل يوم."
	tests := []struct {
		name, text, query string
		length            int
		want              string
	}{
		{"a short text is shown whole, on one line", "ماء\n\nنظيف", "نظيف", 20, "ماء نظيف"},
		{"the hit in the middle", long, "النَظيفه", 30, "…المياه النظيفة إلى ٤٠٠ أسرة…"},
		{"the hit at the start", long, "الجمعية", 20, "افتتحت الجمعية ثلاث…"},
		{"the hit at the end", long, "يوم", 15, "…أسرة كل يوم."},
		{"the first of two words", long, "يوم آبار", 20, "…ثلاث آبار جديدة في…"},
		{"no hit shows the start", long, "مدرسة", 20, "افتتحت الجمعية ثلاث…"},
		{"a word longer than the room", "abcdefghijklmnop", "k", 6, "…ijklmn…"},
		{"no room", long, "يوم", 0, ""},
		{"an emoji is not cut", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", "", 2, "👩‍👩‍👧👩‍👩‍👧…"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Snippet(tt.text, tt.query, tt.length); got != tt.want {
				t.Errorf("Snippet(%q) = %q, want %q", tt.query, got, tt.want)
			}
		})
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "حَمْلَةٌ ١٢٪", "Café\u0301", "\xff a\u200f\n", "ﷺ ﷲ", "가\u1100\u1161", "İß", "ب\uFE76\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if !utf8.ValidString(once) || once != strings.TrimSpace(once) {
			t.Errorf("Fold(%q) = %q", s, once)
		}
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, and then %q", s, once, twice)
		}
		if !Match(once, s) {
			t.Errorf("%q does not match itself", s)
		}
	})
}

func FuzzCanonical(f *testing.F) {
	for _, s := range []string{"", "a\r\r\n\x00", "\uFEFB\u0653", "\xf0\x9f", "e\x00\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Canonical(s)
		if !utf8.ValidString(once) || !norm.NFC.IsNormalString(once) || strings.ContainsAny(once, "\x00\r") {
			t.Errorf("Canonical(%q) = %q", s, once)
		}
		if twice := Canonical(once); twice != once {
			t.Errorf("Canonical(%q) = %q, and then %q", s, once, twice)
		}
	})
}

func FuzzSnippet(f *testing.F) {
	f.Add("افتتحت الجمعية ثلاث آبار", "ابار", 7)
	f.Add("a b\xffc  d", "c d", 3)
	f.Fuzz(func(t *testing.T, s, query string, length int) {
		got := Snippet(s, query, length)
		room := max(length, 0) + 2
		if n := graphemeCount(got); n > room {
			t.Errorf("Snippet(%q, %q, %d) has %d characters: %q", s, query, length, n, got)
		}
	})
}

// graphemeCount returns how many characters a reader sees.
func graphemeCount(s string) (n int) {
	for clusters := graphemes.FromString(s); clusters.Next(); {
		n++
	}
	return n
}

func BenchmarkFoldMessage(b *testing.B) {
	message := strings.Repeat("حَمْلَة المياه النظيفة 2026 (Clean Water) ٧٥٪. ", 6)
	b.SetBytes(int64(len(message)))
	b.ReportAllocs()
	for b.Loop() {
		Fold(message)
	}
}
