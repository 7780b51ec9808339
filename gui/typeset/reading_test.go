package typeset

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"athar/domain/text/bidi"
)

func TestAnArabicInterfaceReadsAnArabicSentenceFromTheRightWhateverItBeginsWith(t *testing.T) {
	tests := []struct {
		text       string
		interfaces bidi.Direction
		want       bidi.Direction
	}{
		{"WhatsApp قناة للمتطوعين", bidi.RTL, bidi.RTL},
		{"WhatsApp قناة للمتطوعين", bidi.LTR, bidi.LTR},
		{"Clean water for everybody in دمشق", bidi.RTL, bidi.LTR},
		{"Clean water", bidi.RTL, bidi.LTR},
		{"ماء (Water)", bidi.LTR, bidi.RTL},
		{"12.5%", bidi.RTL, bidi.RTL},
		{"12.5%", bidi.LTR, bidi.LTR},
	}
	fonts := newFonts(t)
	for _, tt := range tests {
		if got := ReadingDirection(tt.text, tt.interfaces); got != tt.want {
			t.Errorf("%q in %v: %v, want %v", tt.text, tt.interfaces, got, tt.want)
		}
		l := New(fonts, Params{Size: 14, Fallback: tt.interfaces, Reading: true}, "سلام\n"+tt.text)
		if got := l.Direction(l.Len()); got != tt.want {
			t.Errorf("%q laid out for %v: %v, want %v", tt.text, tt.interfaces, got, tt.want)
		}
	}
}

func TestNoUnwrappedLineIsWiderThanTheNaturalWidth(t *testing.T) {
	fonts := newFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		params := arrangements().Draw(t, "params")
		// A joiner at a line's end, where L1 takes it from its letter, is measured with the letter.
		text := strings.ReplaceAll(texts(30, parts, breaks).Draw(t, "text"), string(joiner), "")
		wrapped := New(fonts, params, text)
		params.Width = 0
		if got, want := wrapped.NaturalWidth(), New(fonts, params, text).Width(); got < want-near {
			t.Fatalf("%g, but a line is %g wide", got, want)
		}
	})
}

func TestTheNaturalWidthIsThatOfTheWidestUnwrappedLine(t *testing.T) {
	fonts := newFonts(t)
	text := strings.Join(sentences, "  \n") + " \n"
	for _, base := range []bidi.Direction{bidi.Auto, bidi.LTR, bidi.RTL} {
		wrapped := New(fonts, Params{Size: 14, Width: 50, Base: base}, text)
		unwrapped := New(fonts, Params{Size: 14, Base: base}, text)
		if got, want := wrapped.NaturalWidth(), unwrapped.Width(); got != want {
			t.Errorf("base %v: %g, want %g", base, got, want)
		}
	}
}

func TestLeftAndRightAreTheSameForEveryParagraph(t *testing.T) {
	fonts := newFonts(t)
	for align, want := range map[Align]func(line LineBox) float32{
		AlignLeft:  func(LineBox) float32 { return 0 },
		AlignRight: func(line LineBox) float32 { return 300 - line.Width },
	} {
		l := New(fonts, Params{Size: 20, Width: 300, Align: align}, "سلام  \nWater ")
		for i := range l.Lines() {
			if line := l.Line(i); line.X != want(line) {
				t.Errorf("align %d, line %d: x is %g", align, i, line.X)
			}
		}
	}
}
