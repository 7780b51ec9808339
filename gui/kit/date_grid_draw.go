package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/calendar"
	"athar/gui/theme"
)

// dateCell is what is drawn of one day.
type dateCell struct {
	ground *canvas.Rectangle // chosen, or under the pointer
	ring   *canvas.Rectangle // today
	cursor *canvas.Rectangle // the keyboard
	number *caption
	hijri  *caption
	strike *canvas.Line // through a day that cannot be chosen
}

// build makes everything that is drawn; paint and arrange give it its looks and
// places.
func (g *dateGrid) build() {
	for i := range g.heads {
		g.heads[i] = newCaption(g.env, g.env.Printer.ShortWeekday(g.week.Day(i)), StyleCaption.face())
		g.heads[i].shown.Alignment = fyne.TextAlignCenter
		g.bands[i] = &canvas.Rectangle{}
	}
	for i := range g.cells {
		c := &dateCell{
			ground: &canvas.Rectangle{}, ring: &canvas.Rectangle{}, cursor: &canvas.Rectangle{},
			number: newCaption(g.env, "", StyleBody.face()), hijri: newCaption(g.env, "", StyleCaption.face()),
			strike: &canvas.Line{},
		}
		c.number.shown.Alignment, c.hijri.shown.Alignment = fyne.TextAlignCenter, fyne.TextAlignCenter
		if g.env.Hijri { // the two numbers of a day turn to each other
			c.number.shown.Alignment, c.hijri.shown.Alignment = g.env.endAlign(), g.env.startAlign()
		}
		g.cells[i] = c
	}
}

// CreateRenderer implements fyne.Widget.
func (g *dateGrid) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	for i := range g.bands {
		objects = append(objects, g.bands[i], g.heads[i].shown)
	}
	for _, c := range g.cells {
		objects = append(objects, c.ground, c.ring, c.cursor, c.number.shown, c.hijri.shown, c.strike)
	}
	return drawn(&drawing{widget: g, objects: objects, measure: g.measure, arrange: g.arrange, paint: g.paint})
}

// cellSize is big enough to press, and for two numbers.
func (g *dateGrid) cellSize() fyne.Size {
	width := size(theme.Space12) + StyleBody.face().measure("30")
	if g.env.Hijri {
		width += size(theme.Space8) + StyleCaption.face().measure("30")
	}
	target := size(theme.SizeTarget)
	return fyne.NewSize(ceil(max(width, target)), ceil(target))
}

func (g *dateGrid) headHeight() float32 {
	return ceil(StyleCaption.face().lineHeight() + 2*size(theme.Space4))
}

func (g *dateGrid) measure() fyne.Size {
	cell := g.cellSize()
	for _, h := range g.heads {
		cell.Width = max(cell.Width, ceil(h.size().Width+size(theme.Space4)))
	}
	return fyne.NewSize(weekDays*cell.Width, g.headHeight()+dateWeeks*cell.Height)
}

// cellAt returns the cell at a point, or -1.
func (g *dateGrid) cellAt(p fyne.Position) int {
	cell := g.pitch(g.Size())
	x, y := p.X, p.Y-g.headHeight()
	if g.env.RTL() {
		x = g.Size().Width - x
	}
	column, row := int(x/cell.Width), int(y/cell.Height)
	if x < 0 || y < 0 || column >= weekDays || row >= dateWeeks {
		return -1
	}
	return row*weekDays + column
}

// pitch is the distance from one cell to the next.
func (g *dateGrid) pitch(space fyne.Size) fyne.Size {
	return fyne.NewSize(space.Width/weekDays, (space.Height-g.headHeight())/dateWeeks)
}

func (g *dateGrid) arrange(space fyne.Size) {
	cell := g.pitch(space)
	head := g.headHeight()
	for i := range g.heads {
		x := g.env.place(float32(i)*cell.Width, cell.Width, space.Width)
		g.heads[i].put(x, 0, cell.Width, head)
		place(g.bands[i], x+1, 0, cell.Width-2, space.Height)
	}
	for i, c := range g.cells {
		x := g.env.place(float32(i%weekDays)*cell.Width, cell.Width, space.Width)
		c.arrange(g.env, fyne.NewPos(x, head+float32(i/weekDays)*cell.Height), cell)
	}
}

func (c *dateCell) arrange(env *Env, at fyne.Position, cell fyne.Size) {
	inset := func(o fyne.CanvasObject, by float32) {
		place(o, at.X+by, at.Y+by, cell.Width-2*by, cell.Height-2*by)
	}
	inset(c.ground, 2)
	inset(c.ring, 3)
	inset(c.cursor, 1)
	if !env.Hijri {
		c.number.put(at.X, at.Y, cell.Width, cell.Height)
	} else {
		gap := size(theme.Space4) / 2
		first := cell.Width*0.54 - gap
		c.number.put(at.X+env.place(0, first, cell.Width), at.Y, first, cell.Height)
		second := cell.Width - first - 2*gap
		// The smaller number stands on the line of the larger one.
		drop := (c.number.face.lineHeight() - c.hijri.face.lineHeight()) / 3
		c.hijri.put(at.X+env.place(first+2*gap, second, cell.Width), at.Y+drop, second, cell.Height)
	}
	middle := at.Y + cell.Height/2
	c.strike.Position1 = fyne.NewPos(at.X+cell.Width*0.25, middle)
	c.strike.Position2 = fyne.NewPos(at.X+cell.Width*0.75, middle)
}

func (g *dateGrid) paint() {
	for i, h := range g.heads {
		rest := g.week.IsWeekend(g.week.Day(i))
		h.face = StyleCaption.face()
		h.face.bold = rest
		h.refresh()
		// Not the colour alone tells the weekend: it is framed, and its head bold.
		g.bands[i].Hidden = !rest
		fillBox(g.bands[i], theme.ColorSurfaceAccent, theme.ColorBorder)
		g.bands[i].CornerRadius = size(fynetheme.SizeNameMenuRadius)
	}
	today := g.popup.picker.o.Today()
	first := g.first()
	for i, c := range g.cells {
		g.paintCell(c, first.AddDays(i), i == g.under, today)
	}
}

func (g *dateGrid) paintCell(c *dateCell, d calendar.Date, pointed bool, today calendar.Date) {
	p := g.popup.picker
	barred, chosen := p.reasonAgainst(d) != "", d == p.date
	radius := size(fynetheme.SizeNameButtonRadius)
	fill := fyne.ThemeColorName("")
	switch {
	case chosen:
		fill = fynetheme.ColorNamePrimary
	case pointed && !barred:
		fill = fynetheme.ColorNameHover
	}
	fillBox(c.ground, fill, "")
	c.number.face, c.hijri.face = g.faces(d, chosen, barred)
	fillBox(c.ring, "", c.number.face.color)
	c.ring.Hidden = d != today
	c.ring.StrokeWidth = size(theme.SizeFocusRing)
	fillBox(c.cursor, "", theme.ColorFocusRing)
	c.cursor.Hidden = d != g.cursor || !g.focused
	c.cursor.StrokeWidth = size(theme.SizeFocusRing)
	c.ground.CornerRadius, c.ring.CornerRadius, c.cursor.CornerRadius = radius, 2*radius, radius+1
	c.number.set(g.env.Printer.Digits(strconv.Itoa(d.Day)))
	c.hijri.set(g.hijriDay(d))
	c.strike.Hidden = !barred
	c.strike.StrokeColor, c.strike.StrokeWidth = fynetheme.Color(fynetheme.ColorNameDisabled), 1
}

// faces are the looks of the two numbers of a day. The days of the months before
// and after are smaller, too.
func (g *dateGrid) faces(d calendar.Date, chosen, barred bool) (number, hijri face) {
	number, hijri = StyleBody.face(), StyleCaption.face()
	switch {
	case chosen:
		number.color, hijri.color = fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNameForegroundOnPrimary
		number.bold = true
	case barred:
		number.color, hijri.color = fynetheme.ColorNameDisabled, fynetheme.ColorNameDisabled
	case d.Month != g.cursor.Month:
		number = StyleCaption.face()
	}
	return number, hijri
}

// hijriDay is the number of a day in its month of the Hijra, if it is to be seen.
func (g *dateGrid) hijriDay(d calendar.Date) string {
	h, ok := d.Hijri()
	if !ok || !g.env.Hijri {
		return ""
	}
	return g.env.Printer.Digits(strconv.Itoa(h.Day))
}
