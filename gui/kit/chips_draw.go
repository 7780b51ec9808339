package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// CreateRenderer implements fyne.Widget.
func (c *Chips) CreateRenderer() fyne.WidgetRenderer {
	r := &chipsRenderer{chips: c}
	r.Refresh()
	return r
}

// chipsRenderer is a renderer whose objects change with the options.
type chipsRenderer struct{ chips *Chips }

func (r *chipsRenderer) MinSize() fyne.Size { return r.chips.measure() }

func (r *chipsRenderer) Layout(space fyne.Size) { r.chips.arrange(space) }

func (r *chipsRenderer) Refresh() {
	r.chips.paint()
	r.chips.arrange(r.chips.Size())
	canvas.Refresh(r.chips)
}

func (r *chipsRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.chips.ring.line}
	for _, one := range r.chips.chips {
		objects = append(objects, one.box, one.cover, one.tick.image, one.text.shown)
	}
	return objects
}

func (r *chipsRenderer) Destroy() {}

// sizes returns the size of each chip, with room for the tick whether it is on
// or not, so that switching moves nothing.
func (c *Chips) sizes(limit float32) []fyne.Size {
	sizes := make([]fyne.Size, len(c.chips))
	extra := size(fynetheme.SizeNameInlineIcon) + size(theme.Space4) + 2*size(theme.Space8)
	for i, one := range c.chips {
		width := one.text.size().Width + 1 + extra
		if limit > 0 {
			width = min(width, limit)
		}
		sizes[i] = fyne.NewSize(width, size(theme.SizeTarget))
	}
	return sizes
}

func (c *Chips) measure() fyne.Size {
	width := c.width
	if width == 0 {
		width = size(theme.SizeTextColumn)
	}
	sizes := c.sizes(width)
	least := float32(0)
	for _, s := range sizes {
		least = max(least, min(s.Width, size(theme.SizeTextColumn)/3))
	}
	_, height := flow(sizes, width, size(theme.Space8))
	return fyne.NewSize(least, height)
}

// preferredSize is all chips in one line, up to the width of a column of text.
func (c *Chips) preferredSize() fyne.Size {
	sizes := c.sizes(0)
	total := size(theme.Space8) * float32(max(len(sizes)-1, 0))
	for _, s := range sizes {
		total += s.Width
	}
	total = min(total, size(theme.SizeTextColumn))
	_, height := flow(sizes, total, size(theme.Space8))
	return fyne.NewSize(total, height)
}

func (c *Chips) arrange(space fyne.Size) {
	if space.Width <= 0 {
		return
	}
	c.width = space.Width
	sizes := c.sizes(space.Width)
	spots, _ := flow(sizes, space.Width, size(theme.Space8))
	for i, one := range c.chips {
		one.size = sizes[i]
		one.place = fyne.NewPos(c.env.place(spots[i].X, sizes[i].Width, space.Width), spots[i].Y)
		c.arrangeChip(one)
	}
	if c.current < len(c.chips) {
		one := c.chips[c.current]
		c.ring.around(one.place.X, one.place.Y, one.size.Width, one.size.Height)
	}
}

// arrangeChip centres the tick and the words of a chip that is on, and the words
// alone of one that is off.
func (c *Chips) arrangeChip(one *chip) {
	x, y, w, h := one.place.X, one.place.Y, one.size.Width, one.size.Height
	place(one.box, x, y, w, h)
	place(one.cover, x, y, w, h)
	side, gap := size(fynetheme.SizeNameInlineIcon), size(theme.Space4)
	words := min(one.text.size().Width+1, w-side-gap-2*size(theme.Space8))
	content := words
	if one.tick.image.Visible() {
		content += side + gap
	}
	start := (w - content) / 2
	if one.tick.image.Visible() {
		one.tick.put(x+c.env.place(start, side, w), y, side, h)
		start += side + gap
	}
	one.text.put(x+c.env.place(start, words, w), y, words, h)
}

func (c *Chips) paint() {
	for i, one := range c.chips {
		on := slices.Contains(c.values, c.options[i].Value)
		fill, stroke, ink := c.chipColors(on)
		fillBox(one.box, fill, stroke)
		veil := fyne.ThemeColorName("")
		if i == c.under {
			veil = c.veil()
		}
		fillBox(one.cover, veil, "")
		one.box.CornerRadius = size(theme.SizeTarget) / 2
		one.cover.CornerRadius = one.box.CornerRadius
		one.text.face.color = ink
		one.text.refresh()
		one.tick.tint(ink)
		one.tick.image.Hidden = !on
	}
	c.ring.show(c.ringed() && len(c.chips) > 0, fynetheme.SizeNameButtonRadius)
	c.ring.line.CornerRadius = size(theme.SizeTarget)/2 + ringDistance()
}

func (c *Chips) chipColors(on bool) (fill, stroke, ink fyne.ThemeColorName) {
	switch {
	case c.disabled && on:
		return fynetheme.ColorNameDisabledButton, fynetheme.ColorNameDisabled, fynetheme.ColorNameDisabled
	case c.disabled:
		return "", fynetheme.ColorNameDisabled, fynetheme.ColorNameDisabled
	case on:
		return theme.ColorSurfaceAccent, fynetheme.ColorNamePrimary, fynetheme.ColorNamePrimary
	}
	return fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder, fynetheme.ColorNameForeground
}
