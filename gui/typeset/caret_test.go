package typeset

import (
	"math"
	"strings"
	"testing"

	"athar/domain/text/bidi"
)

// one lays out a single line.
func one(t *testing.T, text string, base bidi.Direction) *Layout {
	t.Helper()
	return New(newFonts(t), Params{Size: 20, Base: base, Fallback: bidi.LTR}, text)
}

func (l *Layout) x(i int, affinity Affinity) float32 { return l.Caret(Position{i, affinity}).X }

func TestTheCaretStandsInTheMiddleOfLamAlef(t *testing.T) {
	l := one(t, "لا", bidi.RTL)
	right, middle, left := l.x(0, Downstream), l.x(1, Downstream), l.x(2, Downstream)
	if left != 0 || right <= 0 || math.Abs(float64(middle-right/2)) > 1./perPixel {
		t.Errorf("carets at %g, %g, %g", right, middle, left)
	}
	if runs := l.Line(0).Runs; len(runs) != 1 || runs[0].Width != right {
		t.Errorf("runs %+v", runs)
	}
}

func TestTheCaretSkipsMarks(t *testing.T) {
	l := one(t, "بَّت", bidi.RTL)
	p := l.Start()
	var stops []int
	for range 4 {
		stops = append(stops, p.Index)
		p = l.Left(p)
	}
	if want := []int{0, 3, 4, 4}; [4]int(stops) != [4]int(want) {
		t.Errorf("stops at %d, want %d", stops, want)
	}
	if l.x(1, Downstream) != l.x(0, Downstream) {
		t.Error("the caret of a mark is not that of its letter")
	}
	if l.Next(0) != 3 || l.Prev(3) != 0 || l.Prev(4) != 3 {
		t.Error("a letter is not deleted with its marks")
	}
}

func TestAtADirectionBorderTheAffinityDecides(t *testing.T) {
	l := one(t, "abسلم", bidi.LTR)
	if a, b := l.x(2, Upstream), l.x(2, Downstream); a >= b || b != l.x(5, Downstream) || a != l.x(5, Upstream) {
		t.Errorf("index 2 at %g and %g, index 5 at %g and %g", a, b, l.x(5, Upstream), l.x(5, Downstream))
	}
	p := Position{Index: 1}
	if p = l.Right(p); p != (Position{2, Upstream}) {
		t.Errorf("after b the caret is at %v", p)
	}
	if p = l.Right(p); p.Index != 4 {
		t.Errorf("right of the border the caret passes the last letter, but is at %v", p)
	}
	if p = l.LineEnd(p); p.Index != 5 || l.Caret(p).X != l.Line(0).Width {
		t.Errorf("the line ends at %v", p)
	}
}

func TestAWrappedLineHasAPlaceAtItsEndAndOneAtTheNext(t *testing.T) {
	l := New(newFonts(t), Params{Size: 20, Width: 60, Base: bidi.LTR}, "Water water")
	if l.Lines() != 2 || !l.Line(0).Soft {
		t.Fatalf("%d lines", l.Lines())
	}
	end, start := l.Caret(Position{6, Upstream}), l.Caret(Position{6, Downstream})
	if end.Line != 0 || start.Line != 1 || start.X != 0 {
		t.Errorf("end %v, start %v", end, start)
	}
	if p := l.Right(Position{Index: 5}); p.Index != 6 || l.Caret(p).Line != 1 {
		t.Errorf("right of the blank the caret is at %v", p)
	}
	if p, ok := l.Vertical(Position{Index: 0}, 1, 0); !ok || p.Index != 6 {
		t.Errorf("below the start is %v", p)
	}
}

func TestWordsAreFoundWithoutTheirPunctuation(t *testing.T) {
	tests := []struct {
		text, at, want string
	}{
		{"قال: «سلام»؟ نعم", "لام", "سلام"},
		{"سلام، يا", "لام", "سلام"},
		{"سلام؛ يا", "سلام", "سلام"},
		{"بنسبة 4.5% في", ".5", "4.5"},
		{"في 30/06/2026 م", "06", "30/06/2026"},
		{"don't stop", "n't", "don't"},
		{"مُحَمَّدٌ هنا", "حَ", "مُحَمَّدٌ"},
		{"می\u200cخواهم این", "خوا", "می\u200cخواهم"},
		{"a ، b", "،", "،"},
	}
	for _, tt := range tests {
		l := one(t, tt.text, bidi.Auto)
		start, end := l.WordAt(len([]rune(tt.text[:strings.Index(tt.text, tt.at)])))
		if got := l.Text(start, end); got != tt.want {
			t.Errorf("word at %q of %q is %q, want %q", tt.at, tt.text, got, tt.want)
		}
	}
}

func TestWordStepsStopBehindWords(t *testing.T) {
	l := one(t, "قال: «سلام»؟ نعم", bidi.RTL)
	var stops []int
	for p := l.Start(); ; {
		next := l.WordLeft(p)
		if next == p {
			break
		}
		p = next
		stops = append(stops, p.Index)
	}
	if want := []int{3, 10, 16}; len(stops) != 3 || [3]int(stops) != [3]int(want) {
		t.Errorf("stops at %d, want %d", stops, want)
	}
}

func TestALongTextIsCutAtItsLogicalEnd(t *testing.T) {
	fonts := newFonts(t)
	for _, tt := range []struct {
		text string
		base bidi.Direction
	}{{"حملة المياه النظيفة (Clean Water) للجميع", bidi.RTL}, {"Clean water for all سلام and more", bidi.LTR}} {
		l := New(fonts, Params{Size: 20, Width: 120, Base: tt.base, MaxLines: 1}, tt.text)
		line := l.Line(0)
		if l.Lines() != 1 || !l.Cut() || line.Width > 120 || line.Start != 0 || line.End < 5 {
			t.Fatalf("%q is cut to %+v", tt.text, line)
		}
		last := line.Runs[len(line.Runs)-1]
		if tt.base == bidi.RTL {
			last = line.Runs[0]
		}
		if last.Text != ellipsis {
			t.Errorf("%q: no ellipsis at the end: %+v", tt.text, line.Runs)
		}
		if c := l.Caret(Position{Index: l.Len()}); c.Line != 0 || c.X < 0 || c.X > 120 {
			t.Errorf("the end of a cut text is at %v", c)
		}
	}
	if l := New(fonts, Params{Size: 20, Width: 400, MaxLines: 1}, "Clean water"); l.Cut() {
		t.Error("a text that fits is cut")
	}
	if l := New(fonts, Params{Size: 20, Width: 400, MaxLines: 2}, "a\nb\nc"); l.Lines() != 2 || !l.Cut() || l.Height() != 2*l.Line(0).Height {
		t.Error("lines after the limit are not cut")
	}
}

func TestTheEllipsisIsAsBoldAsWhatItFollows(t *testing.T) {
	for _, bold := range []bool{false, true} {
		var spans []Span
		if bold {
			spans = []Span{{0, 100}}
		}
		line := New(newFonts(t), Params{Size: 20, Width: 100, MaxLines: 1}, "Clean water for all", spans...).Line(0)
		if last := line.Runs[len(line.Runs)-1]; last.Text != ellipsis || (last.Face == FaceBold) != bold {
			t.Errorf("bold is %v: %+v", bold, last)
		}
		if line.Width > 100 {
			t.Errorf("bold is %v: %g wide", bold, line.Width)
		}
	}
}

func TestArabicLinesStandAtTheRight(t *testing.T) {
	fonts := newFonts(t)
	for _, tt := range []struct {
		align Align
		want  func(line LineBox) float32
	}{
		{AlignStart, func(line LineBox) float32 { return 300 - line.Width }},
		{AlignCenter, func(line LineBox) float32 { return (300 - line.Width) / 2 }},
		{AlignEnd, func(LineBox) float32 { return 0 }},
	} {
		line := New(fonts, Params{Size: 20, Width: 300, Align: tt.align}, "سلام  ").Line(0)
		if line.X != tt.want(line) {
			t.Errorf("align %d: x is %g", tt.align, line.X)
		}
	}
}

func TestAWordKeepsItsJoinsWhereItsWeightChanges(t *testing.T) {
	l := New(newFonts(t), Params{Size: 20, Base: bidi.RTL}, "بتن", Span{1, 2})
	runs := l.Line(0).Runs
	if len(runs) != 3 || runs[1].Face != FaceBold {
		t.Fatalf("runs %+v", runs)
	}
	for _, r := range runs {
		if !strings.ContainsRune(r.Text, joiner) {
			t.Errorf("run %+q does not show that the word goes on", r.Text)
		}
	}
	if runs := one(t, "دار", bidi.RTL).Line(0).Runs; strings.ContainsRune(runs[0].Text, joiner) {
		t.Errorf("run %+q joins with nothing", runs[0].Text)
	}
}

func TestTabsReachTheNextStopFromTheSideOfTheReader(t *testing.T) {
	for _, base := range []bidi.Direction{bidi.LTR, bidi.RTL} {
		l := New(newFonts(t), Params{Size: 20, Base: base, TabWidth: 50, Width: 200}, "a\tb")
		x := l.x(2, Upstream)
		if base == bidi.RTL {
			x = 200 - x
		}
		if want := float32(50); x != want {
			t.Errorf("base %d: behind the tab at %g, want %g", base, x, want)
		}
	}
}
