package theme

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/assets"
)

func TestEveryColourNameOfFyneIsDefined(t *testing.T) {
	for _, look := range looks() {
		test.AssertAllColorNamesDefined(t, look.theme, look.name)
	}
}

func TestEveryPaletteDefinesTheSameNames(t *testing.T) {
	light := lightPalette()
	for name, p := range map[string]palette{"dark": darkPalette(), "high contrast": highContrastPalette()} {
		for n := range light {
			if _, ok := p[n]; !ok {
				t.Errorf("%s lacks %s", name, n)
			}
		}
		if len(p) != len(light) {
			t.Errorf("%s has %d colours, light has %d", name, len(p), len(light))
		}
	}
}

// fyneSizes are all the size names of Fyne 2.8.1.
var fyneSizes = []fyne.ThemeSizeName{
	fynetheme.SizeNameCaptionText, fynetheme.SizeNameInlineIcon, fynetheme.SizeNameInnerPadding,
	fynetheme.SizeNameInnerWindowRadius, fynetheme.SizeNameLineSpacing, fynetheme.SizeNamePadding,
	fynetheme.SizeNameScrollBar, fynetheme.SizeNameScrollBarSmall, fynetheme.SizeNameSeparatorThickness,
	fynetheme.SizeNameSplitThickness, fynetheme.SizeNameText, fynetheme.SizeNameHeadingText,
	fynetheme.SizeNameSubHeadingText, fynetheme.SizeNameInputBorder, fynetheme.SizeNameInputRadius,
	fynetheme.SizeNameModalBlurRadius, fynetheme.SizeNameSelectionRadius, fynetheme.SizeNameScrollBarRadius,
	fynetheme.SizeNameWindowButtonHeight, fynetheme.SizeNameWindowButtonRadius, fynetheme.SizeNameWindowButtonIcon,
	fynetheme.SizeNameWindowTitleBarHeight, fynetheme.SizeNameButtonRadius, fynetheme.SizeNameCardRadius,
	fynetheme.SizeNameDialogRadius, fynetheme.SizeNamePopupRadius, fynetheme.SizeNameMenuRadius,
}

func TestEverySizeNameOfFyneIsDefined(t *testing.T) {
	table := New(Options{}).sizes
	for _, n := range fyneSizes {
		if _, ok := table[n]; !ok {
			t.Errorf("size %s is not defined", n)
		}
	}
	for n, s := range table {
		if s < 0 || s == 0 && n != fynetheme.SizeNameModalBlurRadius {
			t.Errorf("size %s is %v", n, s)
		}
	}
}

func TestTextAndDistancesGrowWithTheScaleAndLinesDoNot(t *testing.T) {
	one, big := New(Options{}), New(Options{TextScale: 1.5})
	for _, n := range []fyne.ThemeSizeName{
		TextCaption, TextBody, TextSubheading, TextHeading, TextTitle,
		Space4, Space8, Space12, Space16, Space24, Space32,
		SizeTarget, fynetheme.SizeNameInnerPadding, fynetheme.SizeNameInlineIcon,
	} {
		if got, want := big.Size(n), one.Size(n)*1.5; got != want {
			t.Errorf("%s = %v at scale 1.5, want %v", n, got, want)
		}
	}
	for _, n := range []fyne.ThemeSizeName{SizeFocusRing, fynetheme.SizeNameInputBorder, fynetheme.SizeNameButtonRadius} {
		if got, want := big.Size(n), one.Size(n); got != want {
			t.Errorf("%s = %v at scale 1.5, want %v as at scale 1", n, got, want)
		}
	}
}

func TestScaleStaysWithinItsRange(t *testing.T) {
	for _, c := range []struct{ in, want float32 }{
		{0, 1},
		{1, 1},
		{1.3, 1.3},
		{2, 2},
		{0.2, 1},
		{-3, 1},
		{9, 2},
		{float32(math.NaN()), 1},
		{float32(math.Inf(1)), 2},
	} {
		if got := New(Options{TextScale: c.in}).Size(TextBody); got != 14*c.want {
			t.Errorf("scale %v: body text is %v, want %v", c.in, got, 14*c.want)
		}
	}
}

func TestItalicAndMonospaceFallBackToTheEmbeddedFaces(t *testing.T) {
	th := New(Options{})
	for _, c := range []struct {
		style fyne.TextStyle
		want  []byte
	}{
		{fyne.TextStyle{}, assets.FontRegular},
		{fyne.TextStyle{Italic: true}, assets.FontRegular},
		{fyne.TextStyle{Monospace: true}, assets.FontRegular},
		{fyne.TextStyle{Bold: true}, assets.FontBold},
		{fyne.TextStyle{Bold: true, Italic: true}, assets.FontBold},
		{fyne.TextStyle{Bold: true, Monospace: true}, assets.FontBold},
	} {
		if got := th.Font(c.style); !bytes.Equal(got.Content(), c.want) {
			t.Errorf("%+v is set in %s", c.style, got.Name())
		}
	}
	if got := th.Font(fyne.TextStyle{Symbol: true}); strings.Contains(got.Name(), "Plex") {
		t.Errorf("symbols are set in %s, which has none", got.Name())
	}
}

func TestSystemFollowsTheDesktopAndTheOthersDoNot(t *testing.T) {
	ask := func(v Variant, desktop fyne.ThemeVariant) any {
		return New(Options{Variant: v}).Color(fynetheme.ColorNameBackground, desktop)
	}
	if ask(System, fynetheme.VariantLight) == ask(System, fynetheme.VariantDark) {
		t.Error("the system's variant makes no difference")
	}
	for _, v := range []Variant{Light, Dark, HighContrast} {
		if ask(v, fynetheme.VariantLight) != ask(v, fynetheme.VariantDark) {
			t.Errorf("variant %d follows the desktop", v)
		}
	}
}

func TestUnknownNamesAreAnsweredByFyne(t *testing.T) {
	th := New(Options{})
	if c := th.Color("someone-else's", fynetheme.VariantLight); c == nil {
		t.Error("an unknown colour is nil")
	}
	if got, want := th.Icon(fynetheme.IconNameHome).Name(), fynetheme.DefaultTheme().Icon(fynetheme.IconNameHome).Name(); got != want {
		t.Errorf("icon = %s, want %s", got, want)
	}
}

func TestSeriesColoursStartAgainAfterTheLast(t *testing.T) {
	for i, want := range map[int]fyne.ThemeColorName{0: ColorSeries1, 5: ColorSeries6, 6: ColorSeries1, -1: ColorSeries6} {
		if got := ColorSeries(i); got != want {
			t.Errorf("series %d = %s, want %s", i, got, want)
		}
	}
}

func TestWhatIsPressedOrTypedIntoIsHighEnough(t *testing.T) {
	for _, scale := range []float32{1, 1.3, 2} {
		th := New(Options{TextScale: scale})
		test.NewTempApp(t).Settings().SetTheme(th)
		for name, w := range map[string]fyne.Widget{
			"button": widget.NewButton("حفظ Save", nil),
			"entry":  widget.NewEntry(),
			"select": widget.NewSelect([]string{"أ"}, nil),
			"check":  widget.NewCheck("نعم", nil),
		} {
			if got, want := w.MinSize().Height, th.Size(SizeTarget); got < want {
				t.Errorf("scale %v: a %s is %v high, want at least %v", scale, name, got, want)
			}
		}
	}
}
