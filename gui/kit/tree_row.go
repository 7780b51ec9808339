package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget     = (*treeRow)(nil)
	_ fyne.Accessible = (*treeRow)(nil)
)

// treeRow is one row of a Tree: a line for each level above, the arrow that opens,
// icon, label and badge.
type treeRow struct {
	widget.BaseWidget
	tree *Tree
	node treeNode

	guides []*canvas.Rectangle
	arrow  *treeArrow
	icon   *glyph
	label  *caption
	badge  *Badge
}

func newTreeRow(t *Tree) *treeRow {
	env := t.env
	r := &treeRow{
		tree: t, icon: newGlyph(nil),
		label: newCaption(env, "", StyleBody.face()), badge: NewBadge(env, "", ToneNeutral),
	}
	r.label.shown.Alignment = env.startAlign()
	r.arrow = newTreeArrow(r)
	r.ExtendBaseWidget(r)
	return r
}

// show puts a node into the row.
func (r *treeRow) show(n treeNode) {
	o := r.tree.o
	r.node = n
	r.label.set(o.Label(n.id))
	r.icon.source = nil
	if o.Icon != nil {
		r.icon.source = o.Icon(n.id)
	}
	r.icon.image.Hidden = r.icon.source == nil
	if o.Badge != nil {
		r.badge.Set(o.Badge(n.id))
	}
	for len(r.guides) < n.depth {
		r.guides = append(r.guides, &canvas.Rectangle{})
	}
	r.arrow.show(o.HasChildren(n.id), r.tree.open[n.id])
	r.Refresh()
}

// AccessibilityLabel is the label, and whether what is below is shown.
func (r *treeRow) AccessibilityLabel() string {
	env := r.tree.env
	switch {
	case !r.arrow.Visible():
		return r.label.logical
	case r.arrow.open:
		return env.T("kit.tree_open", "name", r.label.logical)
	}
	return env.T("kit.tree_closed", "name", r.label.logical)
}

// AccessibilityRole is part of fyne.Accessible.
func (r *treeRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is part of fyne.Widget.
func (r *treeRow) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &treeRowRenderer{drawing{widget: r, measure: r.least, arrange: r.arrange, paint: r.paint}, r}
}

// treeRowRenderer is a renderer whose objects change with the depth.
type treeRowRenderer struct {
	drawing
	row *treeRow
}

func (r *treeRowRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(r.row.guides)+4)
	for _, g := range r.row.guides {
		objects = append(objects, g)
	}
	return append(objects, r.row.arrow, r.row.icon.image, r.row.label.shown, r.row.badge)
}

func (r *treeRow) least() fyne.Size {
	target := size(theme.SizeTarget)
	return fyne.NewSize(2*target, max(target, r.label.size().Height+2*size(theme.Space4)))
}

// indent is how much further in a level is than the one above.
func (r *treeRow) indent() float32 { return size(fynetheme.SizeNameInlineIcon) + size(theme.Space4) }

// levels returns how many levels further in the row is drawn: in a narrow tree
// the label needs the room more than the depth does.
func (r *treeRow) levels(width float32) int {
	return max(0, min(r.node.depth, int(width/2/r.indent())))
}

func (r *treeRow) arrange(space fyne.Size) {
	env := r.tree.env
	target, levels := size(theme.SizeTarget), r.levels(space.Width)
	for i, g := range r.guides {
		const thick = 1
		x := float32(int(target/2)) + float32(i)*r.indent()
		place(g, env.place(x, thick, space.Width), 0, thick, space.Height)
		g.Hidden = i >= levels
	}
	start := float32(levels) * r.indent()
	place(r.arrow, env.place(start, target, space.Width), 0, target, space.Height)
	start += target
	if r.icon.source != nil {
		side := size(fynetheme.SizeNameInlineIcon)
		r.icon.put(env.place(start, side, space.Width), 0, side, space.Height)
		start += side + size(theme.Space8)
	}
	end := space.Width - size(theme.Space8)
	if r.badge.Visible() {
		s := r.badge.MinSize()
		end -= s.Width
		place(r.badge, env.place(end, s.Width, space.Width), (space.Height-s.Height)/2, s.Width, s.Height)
		end -= size(theme.Space8)
	}
	width := max(end-start, 0)
	r.label.put(env.place(start, width, space.Width), 0, width, space.Height)
}

func (r *treeRow) paint() {
	r.label.face = StyleBody.face()
	r.label.refresh()
	r.icon.tint(theme.ColorTextMuted)
	for _, g := range r.guides {
		fillBox(g, theme.ColorBorder, "")
	}
}

var (
	_ fyne.Widget       = (*treeArrow)(nil)
	_ fyne.Tappable     = (*treeArrow)(nil)
	_ desktop.Mouseable = (*treeArrow)(nil)
)

// treeArrow opens and closes a node without selecting it. Its two strokes point
// to the reading end, or down when the node is open.
type treeArrow struct {
	widget.BaseWidget
	row          *treeRow
	open         bool
	upper, lower *canvas.Line
}

func newTreeArrow(r *treeRow) *treeArrow {
	a := &treeArrow{row: r, upper: &canvas.Line{}, lower: &canvas.Line{}}
	a.ExtendBaseWidget(a)
	return a
}

func (a *treeArrow) show(usable, open bool) {
	a.open = open
	SetVisible(a, usable)
	a.Refresh()
}

// Tapped opens or closes.
func (a *treeArrow) Tapped(*fyne.PointEvent) {
	t := a.row.tree
	t.rows.takeFocus()
	t.toggle(a.row.node.id)
}

// MouseDown is part of desktop.Mouseable: the row below must not be selected.
func (a *treeArrow) MouseDown(*desktop.MouseEvent) {}

// MouseUp is part of desktop.Mouseable.
func (a *treeArrow) MouseUp(*desktop.MouseEvent) {}

// CreateRenderer is part of fyne.Widget.
func (a *treeArrow) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: a, objects: []fyne.CanvasObject{a.upper, a.lower},
		measure: func() fyne.Size { return fyne.NewSquareSize(size(theme.SizeTarget)) },
		arrange: a.arrange, paint: a.paint,
	})
}

func (a *treeArrow) arrange(space fyne.Size) {
	middle := fyne.NewPos(space.Width/2, space.Height/2)
	long := size(fynetheme.SizeNameInlineIcon) / 4 // of a stroke, in each direction
	if a.open {
		tip := middle.AddXY(0, long/2)
		a.upper.Position1, a.upper.Position2 = tip.AddXY(-long, -long), tip
		a.lower.Position1, a.lower.Position2 = tip.AddXY(long, -long), tip
		return
	}
	if a.row.tree.env.RTL() {
		long = -long
	}
	up := max(long, -long)
	tip := middle.AddXY(long/2, 0)
	a.upper.Position1, a.upper.Position2 = tip.AddXY(-long, -up), tip
	a.lower.Position1, a.lower.Position2 = tip.AddXY(-long, up), tip
}

func (a *treeArrow) paint() {
	for _, l := range []*canvas.Line{a.upper, a.lower} {
		l.StrokeColor = fynetheme.Color(fynetheme.ColorNameForeground)
		l.StrokeWidth = size(fynetheme.SizeNameInlineIcon) / 10
		l.Refresh()
	}
}
