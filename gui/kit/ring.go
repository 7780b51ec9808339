package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget     = (*Ring)(nil)
	_ fyne.Accessible = (*Ring)(nil)
)

// Ring shows how much of a limit is used: a circle that closes, with a short
// figure in it, such as what remains. What it says in words must stand beside it:
// a ring alone is a picture.
type Ring struct {
	widget.BaseWidget
	env         *Env
	share       float64
	tone        Tone
	figure      *Label
	words       string
	track, used *canvas.Arc
}

// NewRing makes a ring of which nothing is used.
func NewRing(env *Env) *Ring {
	r := &Ring{env: env, figure: NewLabel(env, "", StyleCaption), track: &canvas.Arc{}, used: &canvas.Arc{}}
	r.ExtendBaseWidget(r)
	return r
}

// Set shows the share of the limit that is used, from 0 up; beyond 1 the ring is
// closed. The figure has at most four digits' room, "" for none; words are what
// is read aloud.
func (r *Ring) Set(share float64, tone Tone, figure, words string) {
	if math.IsNaN(share) {
		share = 0
	}
	share = max(0, min(share, 1))
	r.words = words
	if share == r.share && tone == r.tone && figure == r.figure.Text() {
		return
	}
	r.share, r.tone = share, tone
	r.figure.SetText(figure)
	r.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (r *Ring) AccessibilityLabel() string { return r.words }

// AccessibilityRole implements fyne.Accessible.
func (r *Ring) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (r *Ring) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: r, objects: []fyne.CanvasObject{r.track, r.used, r.figure},
		measure: r.measure, arrange: r.arrange, paint: r.paint,
	})
}

// measure leaves room for four digits and a sign.
func (r *Ring) measure() fyne.Size {
	widest := StyleCaption.face().measure(r.env.Visual(r.env.Printer.Int(-8888)))
	side := float32(math.Ceil(float64(widest + 4*size(theme.Space4))))
	return fyne.NewSize(side, side)
}

func (r *Ring) arrange(space fyne.Size) {
	side := min(space.Width, space.Height)
	x, y := (space.Width-side)/2, (space.Height-side)/2
	place(r.track, x, y, side, side)
	place(r.used, x, y, side, side)
	least := r.figure.MinSize()
	place(r.figure, (space.Width-least.Width)/2, (space.Height-least.Height)/2, least.Width, least.Height)
}

// paint draws the used part from the top in the direction of reading.
func (r *Ring) paint() {
	const thin = 0.86 // of the radius is empty
	r.track.StartAngle, r.track.EndAngle, r.track.CutoutRatio = 0, 360, thin
	r.track.FillColor = fynetheme.Color(theme.ColorBorder)
	sweep := float32(360 * r.share)
	if r.env.RTL() {
		sweep = -sweep
	}
	r.used.StartAngle, r.used.EndAngle, r.used.CutoutRatio = 0, sweep, thin
	_, ink := r.tone.colors()
	if r.tone == ToneNeutral {
		ink = fynetheme.ColorNamePrimary
	}
	r.used.FillColor = fynetheme.Color(ink)
	r.used.Hidden = r.share == 0
	r.track.Refresh()
	r.used.Refresh()
}
