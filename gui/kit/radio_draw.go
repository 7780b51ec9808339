package kit

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// CreateRenderer implements fyne.Widget.
func (r *Radio) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	for _, row := range r.rows {
		objects = append(objects, row.cover, row.hoop, row.dot, row.label, row.help)
	}
	return drawn(&drawing{
		widget: r, objects: append(objects, r.ring.line),
		measure: r.measure, arrange: r.arrange, paint: r.paint,
	})
}

// side is how wide a hoop is: a little narrower than the icon it stands in the
// place of, as the box of a Check is.
func (r *Radio) side() float32 { return size(fynetheme.SizeNameInlineIcon) - 2 }

// start returns where the words begin: where those of a Check do.
func (r *Radio) start() float32 {
	return size(theme.Space4) + size(fynetheme.SizeNameInlineIcon) + size(theme.Space8)
}

func (r *Radio) measure() fyne.Size { return r.around(fyne.CanvasObject.MinSize) }

func (r *Radio) preferredSize() fyne.Size { return r.around(preferred) }

// around returns the size of the whole when the words have the sizes that of
// says.
func (r *Radio) around(of func(fyne.CanvasObject) fyne.Size) fyne.Size {
	var all fyne.Size
	for _, row := range r.rows {
		label := of(row.label)
		if !row.help.Hidden {
			help := of(row.help)
			label = fyne.NewSize(max(label.Width, help.Width), label.Height+help.Height)
		}
		all.Width = max(all.Width, label.Width)
		all.Height += rowOf(label.Height)
	}
	return all.AddWidthHeight(r.start()+size(theme.Space4), 0)
}

// rowOf is the height of a row with words of that height.
func rowOf(words float32) float32 {
	return max(words+2*size(theme.Space4), size(theme.SizeTarget))
}

func (r *Radio) arrange(space fyne.Size) {
	width := max(space.Width-r.start()-size(theme.Space4), 0)
	x, y := r.env.place(r.start(), width, space.Width), float32(0)
	for i, row := range r.rows {
		label, help := settle(row.label, width), float32(0)
		if !row.help.Hidden {
			help = settle(row.help, width)
		}
		row.top, row.height = y, rowOf(label+help)
		row.lineOfTheHoop = y + (row.height-label-help)/2
		place(row.cover, 0, y, space.Width, row.height)
		place(row.label, x, row.lineOfTheHoop, width, label)
		place(row.help, x, row.lineOfTheHoop+label, width, help)
		r.arrangeHoop(row, space.Width, i == r.current())
		y += row.height
	}
}

// arrangeHoop puts the hoop beside the first line of the words.
func (r *Radio) arrangeHoop(row *radioRow, total float32, current bool) {
	side := r.side()
	x := r.env.place(size(theme.Space4)+1, side, total)
	y := row.lineOfTheHoop + (StyleBody.face().lineHeight()-side)/2
	place(row.hoop, x, y, side, side)
	dot := side * 0.4
	place(row.dot, x+(side-dot)/2, y+(side-dot)/2, dot, dot)
	if current {
		r.ring.around(x, y, side, side)
	}
}

func (r *Radio) paint() {
	for i, row := range r.rows {
		chosen := r.options[i].Value == r.value
		fill, stroke, dot := fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder, fynetheme.ColorNameForegroundOnPrimary
		label, help := StyleBody, StyleMuted
		switch {
		case r.disabled:
			fill, stroke, dot = fynetheme.ColorNameDisabledButton, fynetheme.ColorNameDisabled, fynetheme.ColorNameDisabled
			label, help = styleDisabled, styleDisabled
		case chosen:
			fill, stroke = fynetheme.ColorNamePrimary, fynetheme.ColorNamePrimary
		}
		veil := fyne.ThemeColorName("")
		if i == r.under {
			veil = r.veil()
		}
		fillBox(row.cover, veil, "")
		fillBox(row.hoop, fill, stroke)
		fillBox(row.dot, dot, "")
		row.cover.CornerRadius = size(fynetheme.SizeNameInputRadius)
		row.hoop.CornerRadius, row.dot.CornerRadius = r.side()/2, r.side()*0.2
		row.dot.Hidden = !chosen
		row.label.SetStyle(label)
		row.help.SetStyle(help)
	}
	r.ring.show(r.ringed() && len(r.rows) > 0, fynetheme.SizeNameMenuRadius)
	r.ring.line.CornerRadius = r.side()/2 + ringDistance()
}
