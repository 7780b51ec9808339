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

type rowsRenderer struct{ rows *rows }

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
	a.carried.mark.FillColor = fynetheme.Color(fynetheme.ColorNamePrimary)
	a.ring.StrokeColor = fynetheme.Color(theme.ColorFocusRing)
	a.ring.StrokeWidth = size(theme.SizeFocusRing)
	a.ring.CornerRadius = size(fynetheme.SizeNameSelectionRadius)
	for _, s := range a.slots {
		s.paint()
	}
}

func (r *rowsRenderer) Objects() []fyne.CanvasObject {
	a := r.rows
	if want := 4*len(a.slots) + 3; len(a.sheet.Objects) != want {
		shown := make([]fyne.CanvasObject, 0, want)
		for _, s := range a.slots {
			shown = append(shown, s.line, s.choice, s.edge)
		}
		shown = append(shown, a.hover)
		for _, s := range a.slots {
			shown = append(shown, s.object)
		}
		a.sheet.Objects = append(shown, a.carried.mark, a.ring)
	}
	return []fyne.CanvasObject{a.wheel, a.clip, a.bar, a.lying}
}

func (r *rowsRenderer) Destroy() {}

func (s rowSlot) paint() {
	s.line.FillColor = fynetheme.Color(theme.ColorBorder)
	s.choice.FillColor = fynetheme.Color(theme.ColorSurfaceAccent)
	s.edge.FillColor = fynetheme.Color(fynetheme.ColorNamePrimary)
}
