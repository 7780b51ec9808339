package typeset_test

import (
	"image"
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"athar/domain/text/bidi"
	"athar/gui/theme"
	"athar/gui/typeset"
)

// These tests look at what Fyne really paints. When one fails after an upgrade, the way in
// which Fyne treats directions has changed, and the trick of this package with it. Each of
// them stands for a row of the table in docs/arabic-in-fyne.md.

// paint draws the lines one below the other as Fyne's canvas.Text does.
func paint(t *testing.T, lines ...string) image.Image {
	t.Helper()
	const width, height, size = 520, 34, 20
	app := test.NewTempApp(t)
	look := theme.New(theme.Options{Variant: theme.Light})
	app.Settings().SetTheme(look)

	page := canvas.NewRectangle(color.White)
	page.Resize(fyne.NewSize(width, height*float32(len(lines))))
	content := container.NewWithoutLayout(page)
	for i, line := range lines {
		text := canvas.NewText(line, color.Black)
		text.TextSize = size
		text.Resize(text.MinSize())
		text.Move(fyne.NewPos(8, height*float32(i)))
		content.Add(text)
	}
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(content)
	c.Resize(page.Size())
	return software.RenderCanvas(c, look)
}

func TestFynePaintsTheRunsOfALineInLogicalOrderFromTheLeft(t *testing.T) {
	const line = "سلام Water 12"
	raw := paint(t, line)
	if !samePicture(raw, paint(t, typeset.Visual("سلام ", bidi.RTL)+"Water 12")) {
		t.Error("the word that was typed first is no longer at the left")
	}
	if samePicture(raw, paint(t, typeset.Visual(line, bidi.RTL))) {
		t.Error("Fyne reorders the line itself: visual strings are no longer needed")
	}
}

func TestMixedLinesArePaintedInTheOrderOfTheReader(t *testing.T) {
	lines := []struct {
		text string
		base bidi.Direction
	}{
		{"نسبة التفاعل 4.5% في Facebook لعام 2025 (تقرير)", bidi.RTL},
		{"حملة 2026 للمياه (Clean Water) 75%.", bidi.RTL},
		{"الهدف: 5,000 توقيع (بحلول 30/06/2026) عبر WhatsApp!", bidi.RTL},
		{"Hello عالم 123 test.", bidi.LTR},
		{"حَمْلَةُ المِيَاهِ (لِلأُسَرِ) [السلام] «لا» {x}", bidi.RTL},
		{"The word (سلام) means “peace”, ١٢٫٥٪ من الناس", bidi.LTR},
	}
	visual := make([]string, len(lines))
	for i, l := range lines {
		visual[i] = typeset.Visual(l.text, l.base)
	}
	test.AssertImageMatches(t, "mixed_lines.png", paint(t, visual...))
}

// Fyne paints a line right that is Arabic and nothing else, so there its own picture is the
// measure of ours: letters join, marks sit on their letters, lam and alef are one.
func TestArabicIsPaintedAsIfItWereNotTurned(t *testing.T) {
	for name, line := range map[string]string{
		"joined letters":         "مياه نظيفة للجميع",
		"lam-alef":               "لا إله السلام فلأجل الآباء والإعلام",
		"marks":                  "حَمْلَةٌ لِلشَّبَابِ، شُكْرًا وَلَٰكِنَّهُ اللّٰهُ",
		"non-joiner":             "می\u200cخواهم نمی\u200cدانم",
		"joiner at a word's end": "عام ه\u200d ثم س\u200dـ",
		"tatweel":                "تطويــــل هـ",
	} {
		t.Run(name, func(t *testing.T) {
			visual := typeset.Visual(line, bidi.RTL)
			if visual == line {
				t.Fatal("the line was not turned")
			}
			if !samePicture(paint(t, line), paint(t, visual)) {
				t.Errorf("Visual(%q) is not painted as Fyne paints the line itself", line)
			}
		})
	}
}

func TestAVisualStringIsAsWideAsItsText(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	for _, line := range []string{"حملة المياه", "حملة 2026 للمياه (Clean Water) 75%.", "Water"} {
		want := fyne.MeasureText(line, 20, fyne.TextStyle{}).Width
		got := fyne.MeasureText(typeset.Visual(line, bidi.RTL), 20, fyne.TextStyle{}).Width
		if diff := got - want; diff > 0.5 || diff < -0.5 {
			t.Errorf("%q is %g wide, its visual string %g", line, want, got)
		}
	}
}

// Kept with the letter before it, as UAX #29 has it, a non-joiner ends up on the letter's
// other side.
func TestANonJoinerHasToStandAloneInAVisualString(t *testing.T) {
	const line, own, kept = "بت\u200cثج", "\u202dجث\u200cتب\u202c", "\u202dجثت\u200cب\u202c"
	want := paint(t, line)
	if !samePicture(want, paint(t, own)) {
		t.Error("a non-joiner that stands alone is not painted in its place")
	}
	if samePicture(want, paint(t, kept)) {
		t.Error("a non-joiner may stay with its letter")
	}
}

func TestFyneShapesWhatIsInvisibleAtAnEndApart(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	width := func(s string) float32 { return fyne.MeasureText("\u202d"+s+"\u202c", 20, fyne.TextStyle{}).Width }
	// A beh that goes on to the left: both should be its narrow initial form.
	if bare, guarded := width("\u200dب"), width("\u034f\u200dب"); bare == guarded {
		t.Error("a joiner at the end of a run has its say: no guard is needed")
	} else if guarded >= width("ب") {
		t.Error("a guarded joiner has no say")
	}
}

func TestFyneShapesInSizesOfWholePixels(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	width := func(size float32) float32 { return fyne.MeasureText("Water ماء", size, fyne.TextStyle{}).Width }
	if width(14.2) != width(15) || width(14) == width(15) {
		t.Errorf("%g wide in size 14, %g in 14.2, %g in 15", width(14), width(14.2), width(15))
	}
}

func TestFyneCountsTabStopsFromTheLeft(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	width := func(s string) float32 { return fyne.MeasureText(s, 20, fyne.TextStyle{}).Width }
	if width("\tا") <= width("ا") || width("\t")+width("ا") != width("\tا") {
		t.Error("a tab before Arabic is not a distance from the left")
	}
}

func samePicture(a, b image.Image) bool {
	x, ok1 := a.(*image.NRGBA)
	y, ok2 := b.(*image.NRGBA)
	return ok1 && ok2 && x.Rect == y.Rect && slices.Equal(x.Pix, y.Pix)
}
