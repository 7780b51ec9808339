package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// palette gives every colour name a colour. The contrast of each pair that
// meets on the screen is held by a test, so a colour can be tried by changing
// it here.
type palette map[fyne.ThemeColorName]color.Color

// hex is an opaque colour from 0xRRGGBB.
func hex(rgb uint32) color.NRGBA { return tint(rgb, 0xff) }

// tint is a colour laid over what is below it. Fyne puts the colours of hover,
// focus, selection and pressing over surfaces of every kind, so they must let
// these through.
func tint(rgb uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: alpha}
}

func lightPalette() palette {
	return palette{
		fynetheme.ColorNameBackground:        hex(0xf6f7f7),
		fynetheme.ColorNameHeaderBackground:  hex(0xecf0f0),
		fynetheme.ColorNameMenuBackground:    hex(0xffffff),
		fynetheme.ColorNameOverlayBackground: hex(0xffffff),
		ColorSurface:                         hex(0xffffff),
		ColorSurfaceAccent:                   hex(0xe0f0ef),
		ColorSurfaceSuccess:                  hex(0xe2f3e6),
		ColorSurfaceWarning:                  hex(0xfcefd8),
		ColorSurfaceError:                    hex(0xfce8e5),

		fynetheme.ColorNameForeground:  hex(0x1b2326),
		fynetheme.ColorNamePlaceHolder: hex(0x5b6768),
		fynetheme.ColorNameDisabled:    hex(0x747e7f),
		fynetheme.ColorNameHyperlink:   hex(0x0f6165),
		ColorTextMuted:                 hex(0x4f5b5d),

		fynetheme.ColorNamePrimary:             hex(0x0f6165),
		fynetheme.ColorNameForegroundOnPrimary: hex(0xffffff),
		fynetheme.ColorNameSuccess:             hex(0x1c6537),
		fynetheme.ColorNameForegroundOnSuccess: hex(0xffffff),
		fynetheme.ColorNameWarning:             hex(0x7d4a00),
		fynetheme.ColorNameForegroundOnWarning: hex(0xffffff),
		fynetheme.ColorNameError:               hex(0xa82219),
		fynetheme.ColorNameForegroundOnError:   hex(0xffffff),

		fynetheme.ColorNameButton:          hex(0xe2e8e8),
		fynetheme.ColorNameDisabledButton:  hex(0xedf0f0),
		fynetheme.ColorNameInputBackground: hex(0xffffff),
		fynetheme.ColorNameInputBorder:     hex(0x778384),
		ColorBorder:                        hex(0xd6dcdc),
		fynetheme.ColorNameSeparator:       hex(0xd6dcdc),

		fynetheme.ColorNameHover:     tint(0x0b2a2c, 0x12),
		fynetheme.ColorNamePressed:   tint(0x0b2a2c, 0x26),
		fynetheme.ColorNameFocus:     tint(0x1d8f94, 0x52),
		fynetheme.ColorNameSelection: tint(0x1d8f94, 0x46),
		ColorFocusRing:               hex(0x0f6165),

		fynetheme.ColorNameScrollBar:                 tint(0x0b2a2c, 0x99),
		fynetheme.ColorNameScrollBarBackground:       tint(0x0b2a2c, 0x0a),
		fynetheme.ColorNameShadow:                    tint(0x0b2a2c, 0x33),
		fynetheme.ColorNameInnerWindowBorder:         hex(0xecf0f0),
		fynetheme.ColorNameInnerWindowBorderInactive: hex(0xf6f7f7),

		ColorChartAxis: hex(0x778384),
		ColorChartGrid: hex(0xdfe5e5),
		ColorSeries1:   hex(0x0f6165),
		ColorSeries2:   hex(0x9a3800),
		ColorSeries3:   hex(0x4982ce),
		ColorSeries4:   hex(0xad7800),
		ColorSeries5:   hex(0xa06b9d),
		ColorSeries6:   hex(0x212d27),
	}
}

func darkPalette() palette {
	return palette{
		fynetheme.ColorNameBackground:        hex(0x14191a),
		fynetheme.ColorNameHeaderBackground:  hex(0x1a2122),
		fynetheme.ColorNameMenuBackground:    hex(0x232b2c),
		fynetheme.ColorNameOverlayBackground: hex(0x1f2728),
		ColorSurface:                         hex(0x1c2324),
		ColorSurfaceAccent:                   hex(0x173436),
		ColorSurfaceSuccess:                  hex(0x18321f),
		ColorSurfaceWarning:                  hex(0x3a2b10),
		ColorSurfaceError:                    hex(0x40201c),

		fynetheme.ColorNameForeground:  hex(0xe9eeee),
		fynetheme.ColorNamePlaceHolder: hex(0x9fabac),
		fynetheme.ColorNameDisabled:    hex(0x849091),
		fynetheme.ColorNameHyperlink:   hex(0x74cbc7),
		ColorTextMuted:                 hex(0xaebabb),

		fynetheme.ColorNamePrimary:             hex(0x74cbc7),
		fynetheme.ColorNameForegroundOnPrimary: hex(0x05282a),
		fynetheme.ColorNameSuccess:             hex(0x86d39b),
		fynetheme.ColorNameForegroundOnSuccess: hex(0x06250f),
		fynetheme.ColorNameWarning:             hex(0xecbe6c),
		fynetheme.ColorNameForegroundOnWarning: hex(0x2c1c00),
		fynetheme.ColorNameError:               hex(0xf4a79d),
		fynetheme.ColorNameForegroundOnError:   hex(0x3a0a05),

		fynetheme.ColorNameButton:          hex(0x2d3738),
		fynetheme.ColorNameDisabledButton:  hex(0x20282a),
		fynetheme.ColorNameInputBackground: hex(0x101415),
		fynetheme.ColorNameInputBorder:     hex(0x7f8c8d),
		ColorBorder:                        hex(0x333e3f),
		fynetheme.ColorNameSeparator:       hex(0x333e3f),

		fynetheme.ColorNameHover:     tint(0xdff5f4, 0x14),
		fynetheme.ColorNamePressed:   tint(0xdff5f4, 0x28),
		fynetheme.ColorNameFocus:     tint(0x49b3b0, 0x4c),
		fynetheme.ColorNameSelection: tint(0x49b3b0, 0x48),
		ColorFocusRing:               hex(0x74cbc7),

		fynetheme.ColorNameScrollBar:                 tint(0xdff5f4, 0x80),
		fynetheme.ColorNameScrollBarBackground:       tint(0xdff5f4, 0x0a),
		fynetheme.ColorNameShadow:                    tint(0x000000, 0x80),
		fynetheme.ColorNameInnerWindowBorder:         hex(0x232b2c),
		fynetheme.ColorNameInnerWindowBorderInactive: hex(0x1c2324),

		ColorChartAxis: hex(0x7f8c8d),
		ColorChartGrid: hex(0x2b3536),
		ColorSeries1:   hex(0x6cc5c1),
		ColorSeries2:   hex(0xe17739),
		ColorSeries3:   hex(0x6d89d4),
		ColorSeries4:   hex(0xe6cb74),
		ColorSeries5:   hex(0xaa72a2),
		ColorSeries6:   hex(0xf7f7ff),
	}
}

// highContrastPalette has white surfaces only: what sets things apart there is
// a line, never a shade.
func highContrastPalette() palette {
	return palette{
		fynetheme.ColorNameBackground:        hex(0xffffff),
		fynetheme.ColorNameHeaderBackground:  hex(0xffffff),
		fynetheme.ColorNameMenuBackground:    hex(0xffffff),
		fynetheme.ColorNameOverlayBackground: hex(0xffffff),
		ColorSurface:                         hex(0xffffff),
		ColorSurfaceAccent:                   hex(0xe4f6f5),
		ColorSurfaceSuccess:                  hex(0xeaf8ed),
		ColorSurfaceWarning:                  hex(0xfff4df),
		ColorSurfaceError:                    hex(0xfff0ee),

		fynetheme.ColorNameForeground:  hex(0x000000),
		fynetheme.ColorNamePlaceHolder: hex(0x3d3d3d),
		fynetheme.ColorNameDisabled:    hex(0x595959),
		fynetheme.ColorNameHyperlink:   hex(0x00474b),
		ColorTextMuted:                 hex(0x262626),

		fynetheme.ColorNamePrimary:             hex(0x003c40),
		fynetheme.ColorNameForegroundOnPrimary: hex(0xffffff),
		fynetheme.ColorNameSuccess:             hex(0x00401a),
		fynetheme.ColorNameForegroundOnSuccess: hex(0xffffff),
		fynetheme.ColorNameWarning:             hex(0x4d3000),
		fynetheme.ColorNameForegroundOnWarning: hex(0xffffff),
		fynetheme.ColorNameError:               hex(0x7a0008),
		fynetheme.ColorNameForegroundOnError:   hex(0xffffff),

		fynetheme.ColorNameButton:          hex(0xe0e0e0),
		fynetheme.ColorNameDisabledButton:  hex(0xf2f2f2),
		fynetheme.ColorNameInputBackground: hex(0xffffff),
		fynetheme.ColorNameInputBorder:     hex(0x000000),
		ColorBorder:                        hex(0x000000),
		fynetheme.ColorNameSeparator:       hex(0x000000),

		fynetheme.ColorNameHover:     tint(0x000000, 0x1a),
		fynetheme.ColorNamePressed:   tint(0x000000, 0x33),
		fynetheme.ColorNameFocus:     tint(0x00a0a8, 0x59),
		fynetheme.ColorNameSelection: tint(0x00a0a8, 0x59),
		ColorFocusRing:               hex(0x000000),

		fynetheme.ColorNameScrollBar:                 hex(0x000000),
		fynetheme.ColorNameScrollBarBackground:       hex(0xe6e6e6),
		fynetheme.ColorNameShadow:                    tint(0x000000, 0x66),
		fynetheme.ColorNameInnerWindowBorder:         hex(0xf2f2f2),
		fynetheme.ColorNameInnerWindowBorderInactive: hex(0xffffff),

		ColorChartAxis: hex(0x000000),
		ColorChartGrid: hex(0xbfbfbf),
		ColorSeries1:   hex(0x00474b),
		ColorSeries2:   hex(0x802201),
		ColorSeries3:   hex(0x446ec5),
		ColorSeries4:   hex(0x916a00),
		ColorSeries5:   hex(0xb04386),
		ColorSeries6:   hex(0x18140f),
	}
}
