package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// present returns the parts that the owner wants to be seen: no lines at an end,
// nor two beside one another.
func (b *Toolbar) present() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, p := range b.parts {
		switch p := p.(type) {
		case *Tool:
			if p.absent {
				continue
			}
		case *separator:
			if len(parts) == 0 || isLine(parts[len(parts)-1]) {
				continue
			}
		}
		parts = append(parts, p)
	}
	return withoutLastLine(parts)
}

func isLine(o fyne.CanvasObject) bool {
	_, ok := o.(*separator)
	return ok
}

func withoutLastLine(parts []fyne.CanvasObject) []fyne.CanvasObject {
	if n := len(parts); n > 0 && isLine(parts[n-1]) {
		return parts[:n-1]
	}
	return parts
}

// long returns the width of parts and the gaps between them.
func (b *Toolbar) long(parts []fyne.CanvasObject) float32 {
	width, things := float32(0), 0
	for _, p := range parts {
		if !isSpacer(p) {
			width += p.MinSize().Width
			things++
		}
	}
	return width + float32(max(things-1, 0))*b.gap()
}

func (b *Toolbar) measure() fyne.Size {
	return fyne.NewSize(min(b.long(b.present()), b.more.MinSize().Width), inputHeight())
}

func (b *Toolbar) preferredSize() fyne.Size {
	return fyne.NewSize(b.long(b.present()), inputHeight())
}

// fitting returns how many of the parts are seen in a width.
func (b *Toolbar) fitting(parts []fyne.CanvasObject, width float32) int {
	if b.long(parts) <= width+0.01 {
		return len(parts)
	}
	room := width - b.more.MinSize().Width - b.gap()
	fit := 0
	for fit < len(parts) && b.long(parts[:fit+1]) <= room+0.01 {
		fit++
	}
	return len(withoutLastLine(parts[:fit]))
}

func (b *Toolbar) arrange(space fyne.Size) {
	if space.Width <= 0 {
		return
	}
	parts := b.present()
	fit := b.fitting(parts, space.Width)
	b.left = parts[fit:]
	seen := slices.Clone(parts[:fit])
	if len(b.left) > 0 {
		seen = append(seen, b.more)
	}
	b.showOnly(seen)
	b.putInRow(seen, space)
	b.settleCurrent()
}

// showOnly shows these parts and hides the others.
func (b *Toolbar) showOnly(seen []fyne.CanvasObject) {
	for _, p := range append(slices.Clone(b.parts), b.more) {
		show := slices.Contains(seen, p)
		t, isTool := p.(*Tool)
		switch {
		case show == p.Visible():
		case isTool && show:
			t.BaseWidget.Show() // not Tool.Show, which is the owner's
		case isTool:
			t.BaseWidget.Hide()
		case show:
			p.Show()
		default:
			p.Hide()
		}
	}
}

// putInRow puts the parts one after the other; spacers share what is left.
func (b *Toolbar) putInRow(seen []fyne.CanvasObject, space fyne.Size) {
	spacers := float32(0)
	for _, p := range seen {
		if isSpacer(p) {
			spacers++
		}
	}
	left, x := max(space.Width-b.long(seen), 0), float32(0)
	for _, p := range seen {
		if isSpacer(p) {
			x += left / spacers
			continue
		}
		width, height, y := p.MinSize().Width, space.Height, float32(0)
		if isLine(p) {
			height, y = space.Height/2, space.Height/4
		}
		place(p, b.env.place(x, width, space.Width), y, width, height)
		x += width + b.gap()
	}
}
