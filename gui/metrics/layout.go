package metrics

import "fyne.io/fyne/v2"

// shares puts objects under one another and divides the height among them by
// their shares; one that needs more than its share gets what it needs, as far
// as there is room.
type shares []float32

var _ fyne.Layout = shares{}

// MinSize implements fyne.Layout.
func (s shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.Size{}
	for _, o := range objects {
		m := o.MinSize()
		least = fyne.NewSize(max(least.Width, m.Width), least.Height+m.Height)
	}
	return least
}

// Layout implements fyne.Layout.
func (s shares) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	total, extra := float32(0), space.Height-s.MinSize(objects).Height
	for i := range objects {
		total += s[i]
	}
	heights := make([]float32, len(objects))
	lacking := float32(0)
	for i, o := range objects {
		heights[i] = max(o.MinSize().Height, space.Height*s[i]/total)
		lacking += heights[i]
	}
	// What some need beyond their share is taken from what others have beyond
	// their need.
	over, spare := lacking-space.Height, lacking-(space.Height-extra)
	y := float32(0)
	for i, o := range objects {
		if over > 0 && spare > 0 {
			heights[i] -= min(over/spare, 1) * (heights[i] - o.MinSize().Height)
		}
		o.Resize(fyne.NewSize(space.Width, heights[i]))
		o.Move(fyne.NewPos(0, y))
		y += heights[i]
	}
}

// tall is an object of at least a height: tables and charts have none of their
// own.
type tall float32

var _ fyne.Layout = tall(0)

// MinSize implements fyne.Layout.
func (t tall) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[0].MinSize()
	return fyne.NewSize(m.Width, max(m.Height, float32(t)))
}

// Layout implements fyne.Layout.
func (t tall) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	objects[0].Resize(space)
	objects[0].Move(fyne.NewPos(0, 0))
}
