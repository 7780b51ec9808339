package theme

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// What contrast a pair needs (WCAG 2.2: 1.4.3 and 1.4.6 for text, 1.4.11 for
// parts of the interface).
type need int

const (
	text     need = iota // 4.5:1, and 7:1 in high contrast
	part                 // 3:1: borders of fields, focus ring, chart series
	disabled             // WCAG asks nothing; Athar says why, so it has to be readable: 3:1
)

func (n need) ratio(highContrast bool) float64 {
	switch {
	case n == text && highContrast:
		return 7
	case n == text, n == disabled && highContrast:
		return 4.5
	default:
		return 3
	}
}

var surfaces = []fyne.ThemeColorName{
	fynetheme.ColorNameBackground, fynetheme.ColorNameHeaderBackground, fynetheme.ColorNameMenuBackground,
	fynetheme.ColorNameOverlayBackground, ColorSurface, ColorSurfaceAccent,
}

var kindSurfaces = []fyne.ThemeColorName{ColorSurfaceSuccess, ColorSurfaceWarning, ColorSurfaceError}

var fields = []fyne.ThemeColorName{fynetheme.ColorNameInputBackground}

var buttons = []fyne.ThemeColorName{fynetheme.ColorNameButton}

// tints are what Fyne lays over a surface while something happens to it.
var tints = []fyne.ThemeColorName{
	"", fynetheme.ColorNameHover, fynetheme.ColorNamePressed, fynetheme.ColorNameFocus, fynetheme.ColorNameSelection,
}

// pairs lists every foreground with the backgrounds it appears on and the tints
// that may come between the two.
func pairs() []pair {
	join := func(lists ...[]fyne.ThemeColorName) (all []fyne.ThemeColorName) {
		for _, l := range lists {
			all = append(all, l...)
		}
		return all
	}
	filled := tints[:4] // a filled button is hovered, pressed and focused, never selected
	ps := []pair{
		{fynetheme.ColorNameForeground, join(surfaces, kindSurfaces, fields, buttons), tints, text},
		{ColorTextMuted, join(surfaces, kindSurfaces, fields), tints[:2], text},
		{fynetheme.ColorNamePlaceHolder, join(surfaces, fields), tints[:1], text},
		{fynetheme.ColorNameHyperlink, surfaces, tints[:2], text},
		{fynetheme.ColorNamePrimary, join(surfaces, fields), tints[:2], text},
		{fynetheme.ColorNameDisabled, join(surfaces, fields, []fyne.ThemeColorName{fynetheme.ColorNameDisabledButton}), tints[:1], disabled},

		{fynetheme.ColorNameForegroundOnPrimary, []fyne.ThemeColorName{fynetheme.ColorNamePrimary}, filled, text},
		{fynetheme.ColorNameForegroundOnSuccess, []fyne.ThemeColorName{fynetheme.ColorNameSuccess}, filled, text},
		{fynetheme.ColorNameForegroundOnWarning, []fyne.ThemeColorName{fynetheme.ColorNameWarning}, filled, text},
		{fynetheme.ColorNameForegroundOnError, []fyne.ThemeColorName{fynetheme.ColorNameError}, filled, text},

		{fynetheme.ColorNameInputBorder, join(surfaces, fields), tints[:1], part},
		{ColorFocusRing, join(surfaces, kindSurfaces, fields, buttons), tints[:1], part},
		{ColorChartAxis, surfaces, tints[:1], part},
		{fynetheme.ColorNameScrollBar, surfaces, tints[:1], part},
		// The tint of focus is seen with the ring, but stock widgets have only
		// the filled circle or bar: what stands on it has to remain visible.
		{fynetheme.ColorNameInputBorder, surfaces[:1], tints[:2], part},
	}
	for _, kind := range []fyne.ThemeColorName{fynetheme.ColorNameSuccess, fynetheme.ColorNameWarning, fynetheme.ColorNameError} {
		ps = append(ps, pair{kind, join(surfaces, kindSurfaces, fields), tints[:2], text})
	}
	for i := range SeriesCount {
		ps = append(ps, pair{ColorSeries(i), surfaces, tints[:1], part})
	}
	return ps
}

type pair struct {
	front fyne.ThemeColorName
	backs []fyne.ThemeColorName
	tints []fyne.ThemeColorName
	need  need
}

func TestEveryPairThatMeetsOnTheScreenHasEnoughContrast(t *testing.T) {
	for _, look := range looks() {
		t.Run(look.name, func(t *testing.T) {
			for _, p := range pairs() {
				for _, back := range p.backs {
					for _, tint := range p.tints {
						ground := over(look.color(tint), look.color(back))
						got := contrast(over(look.color(p.front), ground), ground)
						if want := p.need.ratio(look.highContrast); got < want {
							t.Errorf("%s on %s under %q: %.2f:1, want at least %.1f:1", p.front, back, tint, got, want)
						}
					}
				}
			}
		})
	}
}

func TestContrastFollowsTheFormulaOfWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b color.Color
		want float64
	}{
		{hex(0x000000), hex(0xffffff), 21},
		{hex(0xffffff), hex(0xffffff), 1},
		{hex(0x777777), hex(0xffffff), 4.48}, // the well-known grey that just fails
		{hex(0xff0000), hex(0xffffff), 4.00},
	} {
		if got := contrast(c.a, c.b); math.Abs(got-c.want) > 0.005 {
			t.Errorf("contrast(%v, %v) = %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

type look struct {
	name         string
	theme        *Theme
	variant      fyne.ThemeVariant
	highContrast bool
}

func (l look) color(n fyne.ThemeColorName) color.Color {
	if n == "" {
		return color.Transparent
	}
	return l.theme.Color(n, l.variant)
}

func looks() []look {
	return []look{
		{"light", New(Options{Variant: Light}), fynetheme.VariantDark, false},
		{"dark", New(Options{Variant: Dark}), fynetheme.VariantLight, false},
		{"high contrast", New(Options{Variant: HighContrast}), fynetheme.VariantDark, true},
		{"system, light", New(Options{}), fynetheme.VariantLight, false},
		{"system, dark", New(Options{}), fynetheme.VariantDark, false},
	}
}

// over lays a colour on an opaque one.
func over(top, ground color.Color) color.Color {
	tr, tg, tb, ta := top.RGBA()
	gr, gg, gb, _ := ground.RGBA()
	mix := func(t, g uint32) uint16 { return uint16(t + g*(0xffff-ta)/0xffff) }
	return color.RGBA64{R: mix(tr, gr), G: mix(tg, gg), B: mix(tb, gb), A: 0xffff}
}

// contrast is the ratio of WCAG 2.2 between two opaque colours, 1 to 21.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b := linear(c)
	return 0.2126*r + 0.7152*g + 0.0722*b
}

// linear undoes the gamma of sRGB.
func linear(c color.Color) (r, g, b float64) {
	f := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	ri, gi, bi, _ := c.RGBA()
	return f(ri), f(gi), f(bi)
}

// The three dichromacies as matrices on linear RGB: Machado, Oliveira and
// Fernandes 2009, severity 1.
var dichromacies = map[string][3][3]float64{
	"no deficiency": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia": {
		{0.152286, 1.052583, -0.204868},
		{0.114503, 0.786281, 0.099216},
		{-0.003882, -0.048116, 1.051998},
	},
	"deuteranopia": {
		{0.367322, 0.860646, -0.227968},
		{0.280085, 0.672501, 0.047413},
		{-0.011820, 0.042940, 0.968881},
	},
	"tritanopia": {
		{1.255528, -0.076749, -0.178779},
		{-0.078411, 0.930809, 0.147602},
		{0.004733, 0.691367, 0.303900},
	},
}

func TestSeriesColoursDifferForPeopleWhoSeeFewerColours(t *testing.T) {
	// A difference of 2.3 is just noticeable side by side; thin lines apart
	// from one another need several times that.
	const least = 15
	for _, look := range looks() {
		for name, m := range dichromacies {
			t.Run(fmt.Sprintf("%s, %s", look.name, name), func(t *testing.T) {
				for i := range SeriesCount {
					for j := range i {
						a, b := ColorSeries(i), ColorSeries(j)
						if d := difference(look.color(a), look.color(b), m); d < least {
							t.Errorf("%s and %s differ by %.1f, want at least %d", a, b, d, least)
						}
					}
				}
			})
		}
	}
}

// difference is ΔE*ab of two colours as seen through the given matrix.
func difference(a, b color.Color, m [3][3]float64) float64 {
	p, q := lab(a, m), lab(b, m)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

func lab(c color.Color, m [3][3]float64) [3]float64 {
	r, g, b := linear(c)
	var v [3]float64
	for i, row := range m {
		v[i] = max(0, min(1, row[0]*r+row[1]*g+row[2]*b))
	}
	f := func(t float64) float64 {
		if t > 0.008856 {
			return math.Cbrt(t)
		}
		return 7.787*t + 16.0/116
	}
	x := f((0.4124*v[0] + 0.3576*v[1] + 0.1805*v[2]) / 0.95047) // D65
	y := f(0.2126*v[0] + 0.7152*v[1] + 0.0722*v[2])
	z := f((0.0193*v[0] + 0.1192*v[1] + 0.9505*v[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}
