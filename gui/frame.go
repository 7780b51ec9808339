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

// newFrame puts the header above the tabs and, below them, the banner while it
// tells something and the status line.
//
// The tabs come first in the tree and what is around them stands on plates in
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

// MinSize implements fyne.Layout. The banner takes its room from the tabs: a
// window that grew for a sentence would not shrink again.
func (frameLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.Size{}
	for i, o := range objects {
		if i == frameBanner {
			continue
		}
		m := o.MinSize()
		least = fyne.NewSize(max(least.Width, m.Width), least.Height+m.Height)
	}
	return least
}

// Layout implements fyne.Layout.
func (frameLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	header, status, banner := objects[frameHeader], objects[frameStatus], objects[frameBanner]
	top, foot, strip := heightAt(header, space.Width), heightAt(status, space.Width), heightAt(banner, space.Width)
	strip = min(strip, max(0, space.Height-top-foot))
	put := func(o fyne.CanvasObject, y, height float32) {
		o.Resize(fyne.NewSize(space.Width, height))
		o.Move(fyne.NewPos(0, y))
	}
	put(header, 0, top)
	put(objects[frameTabs], top, space.Height-top-strip-foot)
	put(banner, space.Height-foot-strip, strip)
	put(status, space.Height-foot, foot)
}

// heightAt returns the height that o needs at a width, which it may follow.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	return o.MinSize().Height
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
