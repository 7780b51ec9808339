package kit

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Tree)(nil)

// TreeOptions says what a Tree shows and whom it tells. A node is known by an ID
// that no other node of the tree has; "" is the root, which is not shown.
type TreeOptions struct {
	// Children returns the nodes below a node, in their order. It is asked for
	// the root and for nodes that are open.
	Children func(id string) []string
	// HasChildren reports whether a node can be opened. It is asked of every row
	// that is seen, so it should not have to read what is below.
	HasChildren func(id string) bool
	Label       func(id string) string
	// Icon returns the picture before the label, nil for none. May be nil.
	Icon func(id string) fyne.Resource
	// Badge returns a word or a number for the reading end of the row, "" for
	// none. May be nil.
	Badge func(id string) (text string, tone Tone)

	// OnSelected is called when the person chooses another node, never by Select.
	// May be nil.
	OnSelected func(id string)
	// OnActivated is called for Enter, Space and a double press. When it is nil,
	// these open and close.
	OnActivated func(id string)
}

// The most that a tree looks at: a tree without end must not stop the window.
const (
	mostTreeRows = 100_000 // that are shown at once, or searched for a node
	mostOpened   = 10_000  // that are opened together
)

// Tree shows nodes below nodes, any number of them, and keeps one selected. Only
// the rows that are seen have objects.
//
// The arrow key that points to the reading end opens a node or goes into it; the
// other one closes it or goes to the node above. An asterisk opens everything
// below. Letters go to the next row that begins with what is typed, whichever
// way it is written.
//
// What is open and what is selected is kept by ID: Refresh shows the same
// places, wherever they are now.
type Tree struct {
	widget.BaseWidget
	env  *Env
	o    TreeOptions
	rows *rows

	open     map[string]bool
	flat     []treeNode // the rows, from the first to the last
	selected string

	typed string    // what the last letters were
	last  time.Time // when the last one came
	now   func() time.Time
}

// treeNode is one row of a tree.
type treeNode struct {
	id     string
	parent int // the row of the node above, -1 for none
	depth  int // 0 for the rows without a node above
}

// NewTree makes a tree with everything closed and nothing selected.
func NewTree(env *Env, o TreeOptions) *Tree {
	t := &Tree{env: env, o: o, open: map[string]bool{}, now: time.Now}
	t.flatten()
	t.rows = newRows(env, rowsModel{
		count:       func() int { return len(t.flat) },
		make:        func() fyne.CanvasObject { return newTreeRow(t) },
		update:      func(i int, row fyne.CanvasObject) { row.(*treeRow).show(t.flat[i]) },
		plain:       true, // lines across would cut those that show what belongs together
		onSelected:  t.chosen,
		onActivated: t.activate,
		onKey:       t.key,
		onRune:      t.letter,
	})
	t.ExtendBaseWidget(t)
	return t
}

// Refresh shows the nodes anew, after what they show has changed. A selected node
// that is gone is no longer selected.
func (t *Tree) Refresh() {
	t.show()
	t.BaseWidget.Refresh()
}

// show brings the rows up to date with what there is and what is open.
func (t *Tree) show() {
	t.flatten()
	t.rows.current = t.row(t.selected)
	if t.rows.current < 0 {
		t.selected = ""
	}
	t.rows.hovered = -1 // another row may have come under the pointer
	t.rows.Refresh()
}

// row returns the row of a node, -1 if it has none.
func (t *Tree) row(id string) int {
	return slices.IndexFunc(t.flat, func(n treeNode) bool { return n.id == id })
}

// Selected returns the selected node, "" for none.
func (t *Tree) Selected() string { return t.selected }

// Select selects a node, opens what it lies in, and scrolls to it; "" and a node
// that cannot be found select nothing. It does not call OnSelected.
func (t *Tree) Select(id string) {
	if id == t.selected {
		return
	}
	if id != "" && t.row(id) < 0 {
		path := t.pathTo(id)
		for _, above := range path {
			t.open[above] = true
		}
		t.flatten()
		t.rows.Refresh()
	}
	i := t.row(id)
	t.selected = ""
	if i >= 0 {
		t.selected = id
	}
	t.rows.selectRow(i)
}

// IsOpen reports whether the nodes below a node are shown, or would be if it were
// itself.
func (t *Tree) IsOpen(id string) bool { return t.open[id] }

// SetOpen opens or closes a node. When the selected node would be hidden, the one
// that is closed becomes the selected one.
func (t *Tree) SetOpen(id string, open bool) {
	if open == t.open[id] {
		return
	}
	if open {
		t.open[id] = true
	} else {
		t.takeOut(id)
		delete(t.open, id)
	}
	t.show()
}

// OpenAll opens a node and everything below it, "" all that there is.
func (t *Tree) OpenAll(id string) {
	left := mostOpened
	if id != "" {
		t.openBelow([]string{id}, &left)
	} else {
		t.openBelow(t.o.Children(id), &left)
	}
	t.show()
}

func (t *Tree) openBelow(ids []string, left *int) {
	for len(ids) > 0 && *left > 0 { // level by level: what is near comes first
		var next []string
		for _, id := range ids {
			if *left == 0 {
				return
			}
			*left--
			if t.o.HasChildren(id) {
				t.open[id] = true
				next = append(next, t.o.Children(id)...)
			}
		}
		ids = next
	}
}

// Focus gives the tree the keyboard.
func (t *Tree) Focus() { t.env.focus(t.rows) }

// CreateRenderer is part of fyne.Widget.
func (t *Tree) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.rows) }
