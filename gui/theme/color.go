package theme

import "fyne.io/fyne/v2"

// Colour names beyond Fyne's own.
const (
	// ColorSurface is a card on the page.
	ColorSurface fyne.ThemeColorName = "athar.surface"
	// ColorSurfaceAccent is a quiet field in the accent's hue: the chosen row,
	// a badge, the empty state.
	ColorSurfaceAccent fyne.ThemeColorName = "athar.surfaceAccent"

	// ColorSurfaceSuccess, ColorSurfaceWarning and ColorSurfaceError lie under
	// a message of that kind. Foreground text and Fyne's colour of the same
	// kind are legible on them. The message says its kind in words, too.
	ColorSurfaceSuccess fyne.ThemeColorName = "athar.surfaceSuccess"
	ColorSurfaceWarning fyne.ThemeColorName = "athar.surfaceWarning"
	ColorSurfaceError   fyne.ThemeColorName = "athar.surfaceError"

	// ColorTextMuted is for help, captions and units: less important than the
	// foreground, as legible as the rules for text demand.
	ColorTextMuted fyne.ThemeColorName = "athar.textMuted"

	// ColorBorder is the hairline around cards and between rows. It decorates;
	// the border of a field, which has to be seen, is Fyne's inputBorder.
	ColorBorder fyne.ThemeColorName = "athar.border"

	// ColorFocusRing is the line around what has the keyboard. Draw it one ring's
	// thickness away from a filled button: it is seen against the surfaces, not
	// against the accent.
	ColorFocusRing fyne.ThemeColorName = "athar.focusRing"

	// ColorChartAxis is for axes and ticks, ColorChartGrid for the lines
	// behind the data.
	ColorChartAxis fyne.ThemeColorName = "athar.chartAxis"
	ColorChartGrid fyne.ThemeColorName = "athar.chartGrid"
)

// The colours of a chart's series, in order of use. Any two of them differ for
// people with each of the three kinds of colour blindness, but a chart still
// names its series in words and varies the marker.
const (
	ColorSeries1 fyne.ThemeColorName = "athar.series1"
	ColorSeries2 fyne.ThemeColorName = "athar.series2"
	ColorSeries3 fyne.ThemeColorName = "athar.series3"
	ColorSeries4 fyne.ThemeColorName = "athar.series4"
	ColorSeries5 fyne.ThemeColorName = "athar.series5"
	ColorSeries6 fyne.ThemeColorName = "athar.series6"
)

// SeriesCount is how many series a chart can tell apart by colour.
const SeriesCount = 6

// ColorSeries returns the colour name of the i-th series, counted from zero. It
// starts again after SeriesCount; a chart with more series needs another means.
func ColorSeries(i int) fyne.ThemeColorName {
	all := [SeriesCount]fyne.ThemeColorName{
		ColorSeries1, ColorSeries2, ColorSeries3, ColorSeries4, ColorSeries5, ColorSeries6,
	}
	return all[((i%SeriesCount)+SeriesCount)%SeriesCount]
}
