package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/kit"
)

// newFrame puts the header above the tabs and the status line below them; the
// banner floats over everything.
//
// The tabs come first in the tree and header and status line stand on plates in
// front of them: with large text a tab scrolls, and for Fyne what is scrolled
// out of sight in it can still be pressed. For the Tab key, which goes round,
// the order is that of reading.
func newFrame(header, tabs, status, banner fyne.CanvasObject) *fyne.Container {
	return container.New(frameLayout{}, tabs, banner,
		kit.Stack(newGround(), status), kit.Stack(newGround(), header))
}

// The places of the parts in the frame.
const (
	frameTabs = iota
	frameBanner
	frameStatus
	frameHeader
)

// frameLayout arranges the parts of the window.
type frameLayout struct{}

var _ fyne.Layout = frameLayout{}

// MinSize implements fyne.Layout.
func (frameLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.Size{}
	for _, o := range objects {
		m := o.MinSize()
		least = fyne.NewSize(max(least.Width, m.Width), least.Height+m.Height)
	}
	return least
}

// Layout implements fyne.Layout.
func (frameLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	tabs, header, status := objects[frameTabs], objects[frameHeader], objects[frameStatus]
	if header.Size().Width != space.Width {
		header.Resize(fyne.NewSize(space.Width, header.MinSize().Height)) // its height follows its width
	}
	top, bottom := header.MinSize().Height, status.MinSize().Height
	header.Resize(fyne.NewSize(space.Width, top))
	header.Move(fyne.NewPos(0, 0))
	tabs.Resize(fyne.NewSize(space.Width, space.Height-top-bottom))
	tabs.Move(fyne.NewPos(0, top))
	status.Resize(fyne.NewSize(space.Width, bottom))
	status.Move(fyne.NewPos(0, space.Height-bottom))
	objects[frameBanner].Resize(fyne.NewSize(space.Width, space.Height-bottom))
}

// ground is a plate in the colour of the window that keeps the mouse from what
// lies behind it.
type ground struct{ widget.BaseWidget }

var (
	_ fyne.Tappable          = (*ground)(nil)
	_ fyne.SecondaryTappable = (*ground)(nil)
	_ fyne.DoubleTappable    = (*ground)(nil)
	_ fyne.Draggable         = (*ground)(nil)
	_ fyne.Scrollable        = (*ground)(nil)
	_ desktop.Hoverable      = (*ground)(nil)
	_ desktop.Mouseable      = (*ground)(nil)
	_ desktop.Cursorable     = (*ground)(nil)
)

func newGround() *ground {
	g := &ground{}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer implements fyne.Widget.
func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(fynetheme.Color(fynetheme.ColorNameBackground)))
}

// The mouse ends here.

func (*ground) Tapped(*fyne.PointEvent)          {}
func (*ground) TappedSecondary(*fyne.PointEvent) {}
func (*ground) DoubleTapped(*fyne.PointEvent)    {}
func (*ground) Dragged(*fyne.DragEvent)          {}
func (*ground) DragEnd()                         {}
func (*ground) Scrolled(*fyne.ScrollEvent)       {}
func (*ground) MouseIn(*desktop.MouseEvent)      {}
func (*ground) MouseMoved(*desktop.MouseEvent)   {}
func (*ground) MouseOut()                        {}
func (*ground) MouseDown(*desktop.MouseEvent)    {}
func (*ground) MouseUp(*desktop.MouseEvent)      {}
func (*ground) Cursor() desktop.Cursor           { return desktop.DefaultCursor }
