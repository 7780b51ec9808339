package ethics

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/kit"
	"athar/gui/theme"
)

var _ fyne.Widget = (*card)(nil)

// card is an item: its head and, while it is open, its body on one surface.
type card struct {
	widget.BaseWidget
	item   string
	head   *head
	body   *body // nil while closed: most items are never opened
	box    *canvas.Rectangle
	column *fyne.Container
}

func newCard(h *head) *card {
	c := &card{item: h.text.Item, head: h, box: &canvas.Rectangle{}, column: kit.Column(h.line)}
	c.ExtendBaseWidget(c)
	return c
}

// open shows the body.
func (c *card) open(b *body) {
	c.body = b
	c.head.setOpen(true)
	c.column.Objects = []fyne.CanvasObject{c.head.line, underHead(b.content)}
	c.Refresh()
}

// close takes the body away.
func (c *card) close() {
	c.body = nil
	c.head.setOpen(false)
	c.column.Objects = []fyne.CanvasObject{c.head.line}
	c.Refresh()
}

// underHead leaves room at the sides and below: the head has its own above.
func underHead(o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Pad(fynetheme.Size(theme.Space12), o)
}

// MinSize is that of what is shown.
func (c *card) MinSize() fyne.Size { return c.column.MinSize() }

// CreateRenderer implements fyne.Widget.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{c}
	r.paint()
	return r
}

type cardRenderer struct{ card *card }

func (r *cardRenderer) MinSize() fyne.Size { return r.card.MinSize() }

func (r *cardRenderer) Layout(space fyne.Size) {
	r.card.box.Resize(space)
	r.card.column.Resize(space)
}

func (r *cardRenderer) paint() {
	box := r.card.box
	box.FillColor = fynetheme.Color(theme.ColorSurface)
	box.StrokeColor = fynetheme.Color(theme.ColorBorder)
	box.StrokeWidth = fynetheme.Size(fynetheme.SizeNameInputBorder)
	box.CornerRadius = fynetheme.Size(fynetheme.SizeNameCardRadius)
}

// Refresh lays the column out even where the card keeps its size: what is in it
// may have changed.
func (r *cardRenderer) Refresh() {
	r.paint()
	r.Layout(r.card.Size())
	if l := r.card.column; l.Size().Width > 0 {
		layOut(l)
	}
	canvas.Refresh(r.card)
}

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.card.box, r.card.column}
}

func (r *cardRenderer) Destroy() {}
