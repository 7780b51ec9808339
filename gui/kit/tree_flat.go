package kit

// flatten writes the open part of the tree as rows.
func (t *Tree) flatten() {
	t.flat = t.flat[:0]
	t.addBelow("", -1, 0, map[string]bool{"": true})
}

// addBelow adds the rows below a node. A node that has a row already gets no
// second one: what lies in itself, or in two places, would have no end or two
// places to be selected.
func (t *Tree) addBelow(id string, parent, depth int, seen map[string]bool) {
	for _, child := range t.o.Children(id) {
		if seen[child] || len(t.flat) >= mostTreeRows {
			continue
		}
		seen[child] = true
		t.flat = append(t.flat, treeNode{child, parent, depth})
		if t.open[child] && t.o.HasChildren(child) {
			t.addBelow(child, len(t.flat)-1, depth+1, seen)
		}
	}
}

// pathTo returns the nodes that a node lies in, nil if it is not found.
func (t *Tree) pathTo(id string) []string {
	left := mostTreeRows
	path, _ := t.search("", id, nil, map[string]bool{"": true}, &left)
	return path
}

func (t *Tree) search(in, id string, path []string, seen map[string]bool, left *int) (found []string, ok bool) {
	for _, child := range t.o.Children(in) {
		if child == id {
			return path, true
		}
		if *left--; *left < 0 {
			return nil, false
		}
		if seen[child] || !t.o.HasChildren(child) {
			continue
		}
		seen[child] = true
		if found, ok = t.search(child, id, append(path, child), seen, left); ok {
			return found, true
		}
	}
	return nil, false
}

// under reports whether a row lies below a node, at whatever depth.
func (t *Tree) under(row int, id string) bool {
	for row >= 0 {
		if row = t.flat[row].parent; row >= 0 && t.flat[row].id == id {
			return true
		}
	}
	return false
}

// takeOut moves the selection out of a node that is about to close and reports
// whether it did.
func (t *Tree) takeOut(id string) bool {
	if !t.under(t.row(t.selected), id) {
		return false
	}
	t.selected = id
	return true
}
