package typeset

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"

	"athar/domain/text/bidi"
	"athar/gui/theme"
)

// fyneText returns the text object an editor would paint a run with.
func fyneText(r Run, size float32) *canvas.Text {
	text := canvas.NewText(r.Text, nil)
	text.TextSize = size
	switch r.Face {
	case FaceBold:
		text.TextStyle.Bold = true
	case FaceFallback:
		text.FontSource = fynetheme.DefaultTextFont()
	case FaceFallback + 1:
		text.FontSource = fynetheme.DefaultEmojiFont()
	}
	return text
}

// checkWidths compares each run of the layout with what Fyne measures for it.
func checkWidths(t interface{ Errorf(string, ...any) }, l *Layout) {
	for i := range l.Lines() {
		for _, r := range l.Line(i).Runs {
			want := fyneText(r, l.Params().Size).MinSize().Width
			if math.Abs(float64(r.Width-want)) > 0.01 {
				t.Errorf("line %d of %q: run %+q is %g wide, for Fyne %g", i, l.Text(0, l.Len()), r.Text, r.Width, want)
			}
		}
	}
}

func TestRunsAreAsWideAsFynePaintsThem(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	fonts := newFonts(t)
	for _, s := range sentences {
		for _, size := range []float32{12, 14, 14.5, 18.2} {
			for _, width := range []float32{0, 40, 150} {
				checkWidths(t, New(fonts, Params{Size: size, Width: width, Base: bidi.RTL}, s, Span{3, 9}, Span{12, 20}))
			}
		}
	}
}

func TestRunsOfAnyTextAreAsWideAsFynePaintsThem(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	fonts := newFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		text := texts(20, parts, breaks).Draw(t, "text")
		from := rapid.IntRange(0, 10).Draw(t, "bold")
		checkWidths(t, New(fonts, arrangements().Draw(t, "params"), text, Span{from, from + 3}))
	})
}

func TestLinesAreAsHighAsFyneMakesThem(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	fonts := newFonts(t)
	for _, size := range []float32{12, 14, 14.5, 20} {
		line := New(fonts, Params{Size: size}, "ماء Water").Line(0)
		if want := fyne.MeasureText("ماء", size, fyne.TextStyle{}).Height; line.Height != want {
			t.Errorf("size %g: %g high, for Fyne %g", size, line.Height, want)
		}
	}
}
