package typeset

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"athar/domain/text/bidi"
)

// draw generates a layout.
func draw(t *rapid.T, fonts *Fonts) *Layout {
	text := texts(30, parts, parts, breaks).Draw(t, "text")
	from := rapid.IntRange(0, 40).Draw(t, "bold")
	return New(fonts, arrangements().Draw(t, "params"), text, Span{from, from + 10})
}

const near = 0.01 // of a pixel

func TestEveryIndexHasACaretInsideItsLine(t *testing.T) {
	fonts := newFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		l := draw(t, fonts)
		for i := range l.Len() + 1 {
			for _, affinity := range []Affinity{Downstream, Upstream} {
				c := l.Caret(Position{i, affinity})
				line := l.Line(c.Line)
				left, right := min(0, line.X), max(l.Params().Width, line.X+line.Width)
				if l.Params().Width == 0 {
					gaps := l.row(c.Line).box.gaps
					left, right = 0, gaps[len(gaps)-1].pixels()
				}
				if c.X < left-near || c.X > right+near {
					t.Fatalf("caret %d/%d at %g is outside of %g to %g", i, affinity, c.X, left, right)
				}
				if c.Top != line.Top || c.Height != line.Height {
					t.Fatalf("caret %d/%d is not as high as its line", i, affinity)
				}
				if i < line.Start || i > line.End+2 {
					t.Fatalf("caret %d/%d is on line %d from %d to %d", i, affinity, c.Line, line.Start, line.End)
				}
			}
		}
	})
}

func TestHittingTheCaretFindsItsIndexOrTheOtherSideOfItsPlace(t *testing.T) {
	fonts := newFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		l := draw(t, fonts)
		for i := range l.Len() + 1 {
			want := l.Caret(Position{Index: i})
			hit := l.Hit(want.X, want.Top+want.Height/2)
			got := l.Caret(hit)
			if got.Line != want.Line || math.Abs(float64(got.X-want.X)) > near {
				t.Fatalf("index %d at %v is hit as %v at %v", i, want, hit, got)
			}
		}
	})
}

func TestHittingTheCaretFindsItsIndexInTextOfOneDirection(t *testing.T) {
	fonts := newFonts(t)
	letters := []string{"ا", "ب", "لا", "بَّ", "سلام", " ", "،", "ة", "\n"}
	latin := []string{"a", "fi", "AV", "e\u0301", " ", ",", "\n", "W"}
	rapid.Check(t, func(t *rapid.T) {
		params := Params{Size: 14, Width: rapid.SampledFrom([]float32{0, 80}).Draw(t, "width"), Base: bidi.RTL}
		choices := letters
		if rapid.Bool().Draw(t, "latin") {
			choices, params.Base = latin, bidi.LTR
		}
		l := New(fonts, params, texts(30, choices).Draw(t, "text"))
		for i := range l.Len() + 1 {
			c := l.Caret(Position{Index: i})
			line := l.Line(c.Line)
			hanging := params.Width > 0 && (c.X <= 0 || c.X >= params.Width)
			if hit := l.Hit(c.X, line.Top); hit.Index != i && !l.insideCell(i) && !hanging {
				t.Fatalf("index %d is hit as %v", i, hit)
			}
		}
	})
}

// insideCell reports whether no caret of its own is at index i.
func (l *Layout) insideCell(i int) bool {
	of := l.blockAt(i)
	b := l.blocks[of]
	i -= l.starts[of]
	return i > len(b.text) || int(b.cells[b.cellAt(i)]) != i
}

// walk goes from the start of the text to where move leads no further, and returns the
// places it comes by.
func walk(t *rapid.T, l *Layout, from Position, move func(Position) Position) []Caret {
	carets := []Caret{l.Caret(from)}
	for p := from; ; {
		next := move(p)
		if next == p {
			return carets
		}
		p = next
		if carets = append(carets, l.Caret(p)); len(carets) > 3*l.Len()+10 {
			t.Fatalf("the walk does not end: %v", p)
		}
	}
}

func TestWalkingVisitsEveryPlaceOnceAndEndsAtTheOtherEnd(t *testing.T) {
	fonts := newFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		params := arrangements().Draw(t, "params")
		if params.Base == bidi.Auto {
			params.Base = bidi.RTL
		}
		l := New(fonts, params, texts(30, parts, breaks).Draw(t, "text"))
		forward, back := l.Right, l.Left
		if params.Base == bidi.RTL {
			forward, back = back, forward
		}
		there := walk(t, l, l.Start(), forward)
		want := 1
		for i := range l.Lines() {
			r := l.row(i)
			want += r.box.cells()
			if !r.last() && !r.line.soft {
				want-- // the place behind a forced break is on the next line
			}
			if i > 0 && r.k == 0 || r.k > 0 && !r.block.lines[r.k-1].soft {
				want++
			}
		}
		if len(there) != want {
			t.Fatalf("visited %d places of %d", len(there), want)
		}
		if end := l.Caret(l.End()); there[len(there)-1] != end {
			t.Fatalf("ended at %v, not at %v", there[len(there)-1], end)
		}
		again := walk(t, l, l.End(), back)
		slices.Reverse(again)
		if !slices.Equal(there, again) {
			t.Fatalf("there %v\nback  %v", there, again)
		}
	})
}

func TestWordStepsReachBothEnds(t *testing.T) {
	fonts := newFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		params := arrangements().Draw(t, "params")
		params.Base = bidi.RTL
		l := New(fonts, params, texts(30, parts, breaks).Draw(t, "text"))
		there := walk(t, l, l.Start(), l.WordLeft)
		back := walk(t, l, l.End(), l.WordRight)
		if there[len(there)-1] != l.Caret(l.End()) || back[len(back)-1] != l.Caret(l.Start()) {
			t.Fatalf("there %v, back %v", there, back)
		}
	})
}

func TestSelectedCharactersCoverTheirWidthAndNoMore(t *testing.T) {
	fonts := newFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		params := arrangements().Draw(t, "params")
		params.Width = 0
		l := New(fonts, params, texts(30, parts).Draw(t, "text"))
		start := rapid.IntRange(0, l.Len()).Draw(t, "start")
		end := rapid.IntRange(start, l.Len()).Draw(t, "end")
		got, want := float32(0), unit(0)
		for _, r := range l.Selection(start, end) {
			got += r.Width
		}
		for i := range l.Lines() {
			r := l.row(i)
			for place := range r.box.cells() {
				if start < end && r.selected(place, start, end) {
					want += r.box.gaps[place+1] - r.box.gaps[place]
				}
			}
		}
		if math.Abs(float64(got-want.pixels())) > near {
			t.Fatalf("%g wide, want %g", got, want.pixels())
		}
	})
}

func TestAnEditedLayoutIsAsALayoutOfTheEditedText(t *testing.T) {
	fonts := newFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(texts(60, parts, breaks).Draw(t, "text"))
		params := arrangements().Draw(t, "params")
		l := New(fonts, params, string(text))
		for range rapid.IntRange(1, 4).Draw(t, "edits") {
			l.Line(rapid.IntRange(0, l.Lines()-1).Draw(t, "shown"))
			start := rapid.IntRange(0, len(text)).Draw(t, "start")
			end := min(len(text), start+rapid.IntRange(0, 12).Draw(t, "removed"))
			insert := []rune(texts(3, parts, breaks).Draw(t, "insert"))
			l.Edit(start, end, string(insert))
			text = slices.Concat(text[:start], insert, text[end:])
		}
		checkSame(t, l, New(fonts, params, string(text)))
		params.Width = 77
		l.SetParams(params)
		checkSame(t, l, New(fonts, params, string(text)))
	})
}

// checkSame compares all that can be asked of two layouts.
func checkSame(t *rapid.T, got, want *Layout) {
	if got.Text(0, got.Len()) != want.Text(0, want.Len()) {
		t.Fatalf("text %q, want %q", got.Text(0, got.Len()), want.Text(0, want.Len()))
	}
	if got.Lines() != want.Lines() || got.Height() != want.Height() {
		t.Fatalf("%d lines, want %d", got.Lines(), want.Lines())
	}
	for i := range got.Lines() {
		if g, w := got.Line(i), want.Line(i); !reflect.DeepEqual(g, w) {
			t.Fatalf("line %d: %+v, want %+v", i, g, w)
		}
	}
}

func TestLinesAreNotWiderThanTheirRoom(t *testing.T) {
	fonts := newFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		l := draw(t, fonts)
		if l.Params().Width == 0 {
			return
		}
		for i := range l.Lines() {
			r := l.row(i)
			// A letter at a line's end is no longer kerned with the blank behind it: that may
			// be worth a pixel.
			if line := l.Line(i); line.Width > l.Params().Width+1 && r.box.cells() > 1 {
				visible := 0
				for c := r.line.start; c < r.line.end; c++ {
					if !l.setter.hangs(r.block, c) && r.block.advances[c] > 0 {
						visible++
					}
				}
				if visible > 1 {
					t.Fatalf("line %d is %g wide in %g", i, line.Width, l.Params().Width)
				}
			}
		}
	})
}
