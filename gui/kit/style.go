package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// Style is what a text is for. It decides size, weight and colour.
type Style int

// The styles of text.
const (
	StyleBody    Style = iota
	StyleMuted         // help, units, what is less important
	StyleCaption       // small and quiet: dates, counts
	StyleStrong        // the word that matters in a line
	StyleHeading       // a part of a page
	StyleTitle         // the one title of a page
	StyleDanger        // what is wrong; say so in words
	StyleSuccess       // what went well
	StyleWarning       // what needs attention
	StyleNumber        // figures in a column, on the right in both languages

	styleCardTitle // the title of a card
	stylePlaceHolder
	styleDisabled
)

// face is how a style looks, in names of the theme.
type face struct {
	size  fyne.ThemeSizeName
	color fyne.ThemeColorName
	bold  bool
}

func (s Style) face() face {
	switch s {
	case StyleMuted:
		return face{theme.TextBody, theme.ColorTextMuted, false}
	case StyleCaption:
		return face{theme.TextCaption, theme.ColorTextMuted, false}
	case StyleStrong:
		return face{theme.TextBody, fynetheme.ColorNameForeground, true}
	case StyleHeading:
		return face{theme.TextHeading, fynetheme.ColorNameForeground, true}
	case StyleTitle:
		return face{theme.TextTitle, fynetheme.ColorNameForeground, true}
	case StyleDanger:
		return face{theme.TextBody, fynetheme.ColorNameError, false}
	case StyleSuccess:
		return face{theme.TextBody, fynetheme.ColorNameSuccess, false}
	case StyleWarning:
		return face{theme.TextBody, fynetheme.ColorNameWarning, false}
	case styleCardTitle:
		return face{theme.TextSubheading, fynetheme.ColorNameForeground, true}
	case stylePlaceHolder:
		return face{theme.TextBody, fynetheme.ColorNamePlaceHolder, false}
	case styleDisabled:
		return face{theme.TextBody, fynetheme.ColorNameDisabled, false}
	}
	return face{theme.TextBody, fynetheme.ColorNameForeground, false}
}

// dress gives a canvas text the face in the current theme.
func (f face) dress(t *canvas.Text) {
	t.TextSize = size(f.size)
	t.Color = fynetheme.Color(f.color)
	t.TextStyle = fyne.TextStyle{Bold: f.bold}
}

// measure returns the width of a text in painting order.
func (f face) measure(visual string) float32 {
	return fyne.MeasureText(visual, size(f.size), fyne.TextStyle{Bold: f.bold}).Width
}

// lineHeight returns the height of one line.
func (f face) lineHeight() float32 {
	return fyne.MeasureText("M", size(f.size), fyne.TextStyle{Bold: f.bold}).Height
}
