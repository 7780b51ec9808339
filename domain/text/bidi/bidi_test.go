package bidi

import (
	"slices"
	"strings"
	"testing"
)

// show writes a line as it looks: runes in visual order, mirrored, without those that
// rule X9 removes.
func show(s string, base Direction) string {
	text := []rune(s)
	p := Analyze(text, base)
	levels := p.LineLevels(0, len(text))
	var b strings.Builder
	for _, i := range VisualOrder(levels) {
		r := text[i]
		if p.Removed(i) {
			continue
		}
		if levels[i].RTL() {
			r, _ = Mirror(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// The wanted strings are written from left to right, so an editor that applies the
// algorithm itself shows them turned: read them rune by rune.
func TestMixedSentencesStandInTheOrderOfTheReader(t *testing.T) {
	tests := []struct {
		name, text string
		base       Direction
		want       string
	}{
		{"digits and Latin in Arabic", "نسبة 4.5% في Facebook", RTL, "Facebook يف %4.5 ةبسن"},
		{"a number keeps its order", "عام 2025", Auto, "2025 ماع"},
		{"percent belongs to European digits", "75%", RTL, "75%"},
		{"brackets are mirrored and stay with the Latin they hold", "أ (b) ج", Auto, "ج (b) أ"},
		{"Arabic in English", "see بيت (x)", Auto, "see تيب (x)"},
		{"a date keeps its slashes", "حتى 30/06/2026", Auto, "30/06/2026 ىتح"},
		{"a full stop at the end goes left", "نعم.", Auto, ".معن"},
		{"an isolate hides its direction", "\u2068نعم\u2069 a", Auto, "\u2068معن\u2069 a"},
		{"nothing", "", Auto, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(tt.text, tt.base); got != tt.want {
				t.Errorf("show(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestFirstStrongSkipsWhatHasNoDirection(t *testing.T) {
	tests := []struct {
		text string
		want Direction
	}{
		{"", Auto},
		{"12 + 3%", Auto},
		{"١٢", Auto},
		{"12 ماء", RTL},
		{"(water) ماء", LTR},
		{"\u200fwater", RTL},
		{"\u2067ماء\u2069 water", LTR},
		{"\u2067ماء water", Auto},
		{"\u2067ماء\nwater", LTR},
		{"\u2069ماء", RTL},
		{"😀 ماء", RTL},
	}
	for _, tt := range tests {
		if got := FirstStrong(tt.text); got != tt.want {
			t.Errorf("FirstStrong(%q) = %d, want %d", tt.text, got, tt.want)
		}
		if got := Analyze([]rune(tt.text), Auto).Base.Direction(); got != tt.want.Or(LTR) {
			t.Errorf("Analyze(%q) has base %d, want %d", tt.text, got, tt.want.Or(LTR))
		}
	}
}

func TestWhiteSpaceAtTheEndOfALineReturnsToTheBase(t *testing.T) {
	text := []rune("abc ابت دهو xyz")
	p := Analyze(text, LTR)
	if got, want := p.LineLevels(0, 8), []Level{0, 0, 0, 0, 1, 1, 1, 0}; !slices.Equal(got, want) {
		t.Errorf("first line %d, want %d", got, want)
	}
	if p.Levels[7] != 1 {
		t.Errorf("LineLevels must not change the paragraph: level %d", p.Levels[7])
	}
	runs := p.LineRuns(8, len(text))
	if want := []Run{{8, 11, 1}, {11, 15, 0}}; !slices.Equal(runs, want) {
		t.Errorf("second line %v, want %v", runs, want)
	}
}

func TestASeparatorWithinTheTextEndsItsEmbeddings(t *testing.T) {
	text := []rune("\u202eab\u2067c\u2029de\u2069")
	p := Analyze(text, LTR)
	if got, want := p.Levels, []Level{0, 1, 1, 1, 4, 0, 0, 0, 0}; !slices.Equal(got, want) {
		t.Errorf("levels %d, want %d", got, want)
	}
}

func TestBracketsPairWithTheirCanonicalEquivalents(t *testing.T) {
	// U+2329 and U+3009 pair, so the Latin inside draws both to the left-to-right side
	// of the first word.
	same := Analyze([]rune("a\u2329b\u232aا"), RTL).Levels
	for _, text := range []string{"a\u2329b\u3009ا", "a\u3008b\u232aا", "a\u3008b\u3009ا"} {
		if got := Analyze([]rune(text), RTL).Levels; !slices.Equal(got, same) {
			t.Errorf("%q: levels %d, want %d", text, got, same)
		}
	}
	if other := Analyze([]rune("a\u2329b]ا"), RTL).Levels; slices.Equal(other, same) {
		t.Errorf("brackets of two kinds must not pair: %d", other)
	}
}

func TestTooManyOpenBracketsLeaveTheSequenceWithoutPairs(t *testing.T) {
	nested := func(n int) string {
		return "a(b)ا" + strings.Repeat("(", n) + "ب" + strings.Repeat(")", n)
	}
	within := Analyze([]rune(nested(maxBrackets)), RTL).Levels
	beyond := Analyze([]rune(nested(maxBrackets+1)), RTL).Levels
	if within[3] != 2 || beyond[3] != 1 {
		t.Errorf("closing bracket has levels %d and %d, want 2 and 1", within[3], beyond[3])
	}
}

func TestMirrorIsItsOwnInverse(t *testing.T) {
	for _, m := range mirrors {
		got, ok := Mirror(m.r)
		if !ok || got != m.mirror {
			t.Errorf("Mirror(%U) = %U, %t", m.r, got, ok)
		}
		if back, _ := Mirror(got); back != m.r {
			t.Errorf("Mirror(%U) = %U, want %U", got, back, m.r)
		}
	}
	for _, r := range []rune{'a', '/', '،', -1, 0x110000} {
		if got, ok := Mirror(r); ok || got != r {
			t.Errorf("Mirror(%U) = %U, %t", r, got, ok)
		}
	}
}

func TestInvalidRunesAreNeutral(t *testing.T) {
	p := Analyze([]rune{'ا', -1, 0xD800, 0x110000, 'ا'}, Auto)
	if want := []Level{1, 1, 1, 1, 1}; !slices.Equal(p.Levels, want) {
		t.Errorf("levels %d, want %d", p.Levels, want)
	}
}
