package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// CreateRenderer is part of fyne.Widget.
func (a *rows) CreateRenderer() fyne.WidgetRenderer {
	r := &rowsRenderer{rows: a}
	r.paint()
	return r
}

type rowsRenderer struct {
	rows    *rows
	objects []fyne.CanvasObject
}

// IsClip tells the painter that nothing is drawn outside.
func (r *rowsRenderer) IsClip() {}

func (r *rowsRenderer) Layout(fyne.Size) { r.rows.arrange() }

func (r *rowsRenderer) MinSize() fyne.Size { return r.rows.MinSize() }

func (r *rowsRenderer) Refresh() {
	r.paint()
	r.rows.arrange()
	canvas.Refresh(r.rows)
}

func (r *rowsRenderer) paint() {
	a := r.rows
	a.hover.FillColor = fynetheme.Color(fynetheme.ColorNameHover)
	a.ring.StrokeColor = fynetheme.Color(theme.ColorFocusRing)
	a.ring.StrokeWidth = size(theme.SizeFocusRing)
	a.ring.CornerRadius = size(fynetheme.SizeNameSelectionRadius)
	for _, s := range a.slots {
		s.paint()
	}
}

func (r *rowsRenderer) Objects() []fyne.CanvasObject {
	a := r.rows
	if want := 4*len(a.slots) + 5; len(r.objects) != want {
		r.objects = append(make([]fyne.CanvasObject, 0, want), a.wheel)
		for _, s := range a.slots {
			r.objects = append(r.objects, s.line, s.choice, s.edge)
		}
		r.objects = append(r.objects, a.hover)
		for _, s := range a.slots {
			r.objects = append(r.objects, s.object)
		}
		r.objects = append(r.objects, a.ring, a.bar, a.lying)
	}
	return r.objects
}

func (r *rowsRenderer) Destroy() {}

func (s rowSlot) paint() {
	s.line.FillColor = fynetheme.Color(theme.ColorBorder)
	s.choice.FillColor = fynetheme.Color(theme.ColorSurfaceAccent)
	s.edge.FillColor = fynetheme.Color(fynetheme.ColorNamePrimary)
}
