// Package theme is the look of Athar: colours, sizes and fonts for Fyne.
//
// One accent colour on quiet surfaces, one spacing scale and one type scale,
// the same embedded font for Arabic and Latin. A change of appearance or of the
// text size makes a new theme; nothing in a theme ever changes.
//
// It must not know a widget, a screen or a setting's file. Code that draws asks
// Fyne for the current theme and uses the names declared here and in Fyne's own
// theme package; it never writes a colour or a size in numbers.
package theme

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/assets"
)

// Variant is one of the appearances a person can choose.
type Variant int

const (
	// System is light or dark as the desktop says.
	System Variant = iota
	Light
	Dark
	// HighContrast is black on white: projectors, sunlight and old panels wash
	// out pale greys first and dark backgrounds entirely.
	HighContrast
)

// The range of Options.TextScale.
const (
	MinTextScale = 1.0
	MaxTextScale = 2.0
)

// Options is what a person can choose about the look. The zero value is the
// look at first start.
type Options struct {
	Variant Variant
	// TextScale enlarges text and everything that has to keep its proportion
	// to text. Values outside MinTextScale and MaxTextScale are drawn to the
	// nearer of the two; zero means 1.
	TextScale float32
}

// Theme is a fyne.Theme. It is immutable and safe to use from any goroutine.
type Theme struct {
	light, dark   palette
	sizes         map[fyne.ThemeSizeName]float32
	regular, bold fyne.Resource
	base          fyne.Theme
}

var _ fyne.Theme = (*Theme)(nil)

// New makes the theme for the given options.
func New(o Options) *Theme {
	t := &Theme{
		light:   lightPalette(),
		dark:    darkPalette(),
		regular: fyne.NewStaticResource("IBMPlexSansArabic-Regular.ttf", assets.FontRegular),
		bold:    fyne.NewStaticResource("IBMPlexSansArabic-Bold.ttf", assets.FontBold),
		base:    fynetheme.DefaultTheme(),
	}
	switch o.Variant {
	case Light:
		t.dark = t.light
	case Dark:
		t.light = t.dark
	case HighContrast:
		t.light = highContrastPalette()
		t.dark = t.light
	case System:
	}
	t.sizes = sizes(clampScale(o.TextScale), o.Variant == HighContrast)
	return t
}

func clampScale(s float32) float32 {
	switch {
	case s == 0 || math.IsNaN(float64(s)):
		return 1
	default:
		return max(MinTextScale, min(MaxTextScale, s))
	}
}

// Color returns the colour with the given name. The variant is the desktop's
// and matters only to a theme made with System.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	p := t.light
	if v == fynetheme.VariantDark {
		p = t.dark
	}
	if c, ok := p[name]; ok {
		return c
	}
	return t.base.Color(name, v)
}

// Font returns the regular or the bold face. Italic falls back to upright:
// Arabic has no italic, and a slanted word among Arabic ones reads as an
// accident. Monospace falls back too, because the digits are tabular already
// and Fyne's monospaced font has no Arabic.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol:
		return t.base.Font(s)
	case s.Bold:
		return t.bold
	default:
		return t.regular
	}
}

// Icon returns Fyne's icon of that name; they take their colours from here.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return t.base.Icon(name)
}

// Size returns the size with the given name in device-independent pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := t.sizes[name]; ok {
		return s
	}
	return t.base.Size(name)
}
