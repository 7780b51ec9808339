package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The spacing scale. The number is the distance at text scale 1; ask the theme
// for the name to get it at the current one.
const (
	// Space4 is between things that are one: an icon and its word.
	Space4 fyne.ThemeSizeName = "athar.space4"
	// Space8 is between a label, its field and the help below.
	Space8 fyne.ThemeSizeName = "athar.space8"
	// Space12 is inside cards and between the rows of a list.
	Space12 fyne.ThemeSizeName = "athar.space12"
	// Space16 is between the fields of a form and at the edge of a page.
	Space16 fyne.ThemeSizeName = "athar.space16"
	// Space24 is between groups.
	Space24 fyne.ThemeSizeName = "athar.space24"
	// Space32 is between the parts of a page.
	Space32 fyne.ThemeSizeName = "athar.space32"
)

// The type scale. Four of the five are Fyne's own names under the word the
// design uses, so that stock widgets and ours follow the same scale.
const (
	TextCaption    = fynetheme.SizeNameCaptionText
	TextBody       = fynetheme.SizeNameText
	TextSubheading = fynetheme.SizeNameSubHeadingText
	TextHeading    = fynetheme.SizeNameHeadingText
	// TextTitle is for the one title of a page.
	TextTitle fyne.ThemeSizeName = "athar.textTitle"
)

const (
	// SizeFocusRing is the thickness of the line around what has the focus. It
	// does not grow with the text.
	SizeFocusRing fyne.ThemeSizeName = "athar.focusRing"
	// SizeTarget is the least height of anything to press or to type into.
	SizeTarget fyne.ThemeSizeName = "athar.target"
	// SizeTextColumn is the widest a column of running text should become,
	// about 70 Latin characters.
	SizeTextColumn fyne.ThemeSizeName = "athar.textColumn"
)

// sizes is the whole table at a text scale. Distances grow with the text, or a
// projector's screen looks cramped; lines and corners do not, or they look
// coarse. High contrast draws borders twice as thick, because there the border
// is what tells a field from the page.
func sizes(scale float32, strongLines bool) map[fyne.ThemeSizeName]float32 {
	line := float32(1)
	if strongLines {
		line = 2
	}
	t := map[fyne.ThemeSizeName]float32{
		TextCaption: 12, TextBody: 14, TextSubheading: 16, TextHeading: 20, TextTitle: 26,

		Space4: 4, Space8: 8, Space12: 12, Space16: 16, Space24: 24, Space32: 32,

		// The font's line is 1.5 em high, so a button is 21 + 7 + 7 pixels and
		// a Select, which saves two, still a comfortable target. More would
		// cost a form two of its fields on 1366 × 768.
		fynetheme.SizeNameInnerPadding: 7,
		fynetheme.SizeNamePadding:      4,
		fynetheme.SizeNameLineSpacing:  4,
		fynetheme.SizeNameInlineIcon:   20,
		SizeTarget:                     32,
		SizeTextColumn:                 560,

		fynetheme.SizeNameScrollBar:            12,
		fynetheme.SizeNameScrollBarSmall:       4,
		fynetheme.SizeNameWindowButtonHeight:   16,
		fynetheme.SizeNameWindowButtonIcon:     14,
		fynetheme.SizeNameWindowTitleBarHeight: 26,
	}
	for name := range t {
		t[name] *= scale
	}
	fixed := map[fyne.ThemeSizeName]float32{
		fynetheme.SizeNameSeparatorThickness: 1,
		fynetheme.SizeNameSplitThickness:     4,
		fynetheme.SizeNameInputBorder:        line,
		SizeFocusRing:                        2 * line,

		fynetheme.SizeNameInputRadius:        6,
		fynetheme.SizeNameButtonRadius:       6,
		fynetheme.SizeNameSelectionRadius:    4,
		fynetheme.SizeNameMenuRadius:         4,
		fynetheme.SizeNamePopupRadius:        6,
		fynetheme.SizeNameCardRadius:         8,
		fynetheme.SizeNameDialogRadius:       10,
		fynetheme.SizeNameInnerWindowRadius:  6,
		fynetheme.SizeNameScrollBarRadius:    4,
		fynetheme.SizeNameWindowButtonRadius: 8,
		// Blurring what lies behind a dialog costs a second drawing of the
		// whole window, on every frame, on a laptop without a graphics card.
		fynetheme.SizeNameModalBlurRadius: 0,
	}
	for name, size := range fixed {
		t[name] = size
	}
	return t
}
