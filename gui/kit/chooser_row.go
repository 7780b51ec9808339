package kit

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/domain/text/bidi"
	"athar/gui/theme"
)

var (
	_ fyne.Widget     = (*chooserRow)(nil)
	_ fyne.Accessible = (*chooserRow)(nil)
)

// chooserRow is a line of the chooser: a tick, an icon, a name and, for files,
// size and day. Places are shown with the same row, without the last two.
type chooserRow struct {
	widget.BaseWidget
	env              *Env
	ticks            bool // room for a tick
	wide             bool // room for size and day
	tick, icon       *glyph
	name, bytes, day *caption
	folder           bool

	widestDay, dayFor float32 // for that height of the letters
}

func newChooserRow(env *Env, ticks, wide bool) *chooserRow {
	r := &chooserRow{
		env: env, ticks: ticks, wide: wide,
		tick: newGlyph(fynetheme.CheckButtonIcon()), icon: newGlyph(fynetheme.FileIcon()),
		name:  newCaption(env, "", StyleBody.face()),
		bytes: newCaption(env, "", StyleCaption.face()),
		day:   newCaption(env, "", StyleCaption.face()),
	}
	if wide { // or the dot and the letters of the kind would jump before an Arabic name
		r.name.base, r.name.fileEnd = bidi.LTR, true
	}
	r.name.shown.Alignment = env.startAlign()
	r.bytes.shown.Alignment = fyne.TextAlignTrailing
	r.day.shown.Alignment = env.startAlign()
	r.ExtendBaseWidget(r)
	return r
}

// show is what a row is about to show.
func (r *chooserRow) show(icon fyne.Resource, name, bytes, day string, ticked bool) {
	r.icon.source, r.tick.source = icon, fynetheme.CheckButtonIcon()
	if ticked {
		r.tick.source = fynetheme.CheckButtonCheckedIcon()
	}
	r.tick.image.Hidden = !r.ticks || r.folder
	r.name.set(name)
	r.bytes.set(bytes)
	r.day.set(day)
	r.Refresh()
}

// AccessibilityLabel is what the row says.
func (r *chooserRow) AccessibilityLabel() string { return r.name.logical }

// AccessibilityRole is part of fyne.Accessible.
func (r *chooserRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is part of fyne.Widget.
func (r *chooserRow) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: r,
		objects: []fyne.CanvasObject{
			r.tick.image, r.icon.image, r.name.shown, r.bytes.shown, r.day.shown,
		},
		measure: func() fyne.Size {
			return fyne.NewSize(6*size(theme.Space32), StyleBody.face().lineHeight()+2*size(fynetheme.SizeNameInnerPadding))
		},
		arrange: r.arrange, paint: r.paint,
	})
}

func (r *chooserRow) arrange(space fyne.Size) {
	pad, side := size(theme.Space8), size(fynetheme.SizeNameInlineIcon)
	at := pad + 4
	if r.ticks {
		r.tick.put(r.env.place(at, side, space.Width), 0, side, space.Height)
		at += side + pad
	}
	r.icon.put(r.env.place(at, side, space.Width), 0, side, space.Height)
	at += side + pad
	end := space.Width - pad
	if r.wide {
		bytes, day := 2.5*size(theme.Space32), r.dayWidth()
		end -= day
		r.day.put(r.env.place(end, day, space.Width), 0, day, space.Height)
		end -= pad + bytes
		r.bytes.put(r.env.place(end, bytes, space.Width), 0, bytes, space.Height)
		end -= pad
	}
	width := max(0, end-at)
	r.name.put(r.env.place(at, width, space.Width), 0, width, space.Height)
}

// dayWidth is the width of the longest day of a year, whatever the row shows: the days
// stand one below the other.
func (r *chooserRow) dayWidth() float32 {
	if text := r.day.face.lineHeight(); r.dayFor != text {
		r.dayFor, r.widestDay = text, 0
		for month := time.January; month <= time.December; month++ {
			day := r.env.Printer.Date(time.Date(2028, month, 28, 12, 0, 0, 0, time.UTC))
			r.widestDay = max(r.widestDay, r.day.face.measure(r.env.Visual(day)))
		}
		r.widestDay = float32(math.Ceil(float64(r.widestDay)))
	}
	return r.widestDay
}

func (r *chooserRow) paint() {
	for _, c := range []*caption{r.name, r.bytes, r.day} {
		c.refresh()
	}
	r.tick.tint(fynetheme.ColorNamePrimary)
	color := theme.ColorTextMuted
	if r.folder {
		color = fynetheme.ColorNamePrimary
	}
	r.icon.tint(color)
	canvas.Refresh(r)
}
