package typeset

import (
	"slices"
	"strings"
	"testing"

	"athar/domain/text/bidi"
)

// lines returns the text of each line without the blanks that hang over its end.
func (l *Layout) lines() []string {
	texts := make([]string, l.Lines())
	for i := range texts {
		line := l.Line(i)
		texts[i] = strings.TrimRight(l.Text(line.Start, line.End), " \t\u2028")
	}
	return texts
}

// wrapped lays a text out in the width of another one.
func wrapped(fonts *Fonts, text, room string) *Layout {
	params := Params{Size: 16, Fallback: bidi.LTR}
	if room != "" {
		params.Width = New(fonts, params, room).NaturalWidth() + 0.5
	}
	return New(fonts, params, text)
}

func TestLinesEndWhereWordsAllow(t *testing.T) {
	fonts := newFonts(t)
	for _, tt := range []struct {
		name, in, room string
		want           []string
	}{
		{"nothing", "", "aaaa", []string{""}},
		{"one line", "ماء نظيف", "ماء نظيف", []string{"ماء نظيف"}},
		{"at blanks", "ماء نظيف للجميع", "ماء نظيف", []string{"ماء نظيف", "للجميع"}},
		{"blanks at the end take no room", "ماء   نظيف", "نظيف", []string{"ماء", "نظيف"}},
		{"a long word between others", "a mmmmmmmm b", "mmm", []string{"a", "mmm", "mmm", "mm b"}},
		{"no room for a single character", "ab c", " ", []string{"a", "b", "c"}},
		{"characters stay whole", "دَدَدَ", "د", []string{"دَ", "دَ", "دَ"}},
		{"at line breaks", "a\nb\r\nc\rd\u2029e\u0085f", "aaaa", []string{"a", "b", "c", "d", "e", "f"}},
		{"empty lines", "\n\na\n", "aaaa", []string{"", "", "a", ""}},
		{"line separator", "ab\u2028cd ef", "cd ef", []string{"ab", "cd ef"}},
		{"after a hyphen, not within a number", "well-known 1,000", "known 1", []string{"well-", "known", "1,000"}},
		{"without room only at line breaks", "a b c\nd", "", []string{"a b c", "d"}},
		{"only blanks", "   ", "a", []string{""}},
		{"a no-break space holds", "ab 5\u00A0km b", "ab 5\u00A0k", []string{"ab", "5\u00A0km", "b"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := wrapped(fonts, tt.in, tt.room).lines(); !slices.Equal(got, tt.want) {
				t.Errorf("lines %q, want %q", got, tt.want)
			}
		})
	}
}

func TestABrokenBracketKeepsTheLevelsOfTheWholeParagraph(t *testing.T) {
	// The bracket closes on the second line; alone, that line would not know of its partner.
	l := wrapped(newFonts(t), "أ (bcd efg) ه", "أ (bcd e")
	if got, want := l.lines(), []string{"أ (bcd", "efg) ه"}; !slices.Equal(got, want) {
		t.Fatalf("lines %q", got)
	}
	var runs []string
	for _, run := range l.Line(1).Runs {
		runs = append(runs, strings.Trim(run.Text, "\u202d\u202c"))
	}
	if want := []string{"ه (", "efg"}; !slices.Equal(runs, want) {
		t.Errorf("runs %q, want %q", runs, want)
	}
}
