package metric

// Replaced tells, for each table, which of its rows a later table has as well:
// a row counts once, and the newest export of it wins. The tables come in the
// order of their age, the newest last. A nil entry means that nothing of that
// table is replaced.
//
// Rows are the same when their ids are, in tables that have at least half of
// their columns in common; rows without an id are never the same.
func Replaced(tables ...*Table) [][]bool {
	masks := make([][]bool, len(tables))
	for i, old := range tables {
		for _, id := range laterIDs(old, tables[i+1:]) {
			masks[i] = mark(masks[i], old, id)
		}
	}
	return masks
}

// laterIDs returns the sets of ids in the later tables that are of the same
// kind.
func laterIDs(old *Table, later []*Table) []map[string]struct{} {
	if len(old.IDs) == 0 {
		return nil
	}
	var sets []map[string]struct{}
	for _, t := range later {
		if len(t.IDs) == 0 || !alike(old, t) {
			continue
		}
		set := make(map[string]struct{}, len(t.IDs))
		for _, id := range t.IDs {
			if id != "" {
				set[id] = struct{}{}
			}
		}
		sets = append(sets, set)
	}
	return sets
}

func mark(mask []bool, t *Table, ids map[string]struct{}) []bool {
	for row, id := range t.IDs {
		if _, ok := ids[id]; !ok {
			continue
		}
		if mask == nil {
			mask = make([]bool, t.Rows())
		}
		mask[row] = true
	}
	return mask
}

// alike reports whether b has at least half of the columns of a.
func alike(a, b *Table) bool {
	names := make(map[string]struct{}, len(b.Columns))
	for _, c := range b.Columns {
		names[c.Name] = struct{}{}
	}
	common := 0
	for _, c := range a.Columns {
		if _, ok := names[c.Name]; ok {
			common++
		}
	}
	return 2*common >= len(a.Columns)
}

// Without returns the table without the marked rows; t itself when mask is nil.
func (t *Table) Without(mask []bool) *Table {
	if mask == nil {
		return t
	}
	out := &Table{Times: filter(t.Times, mask), IDs: filter(t.IDs, mask)}
	for _, c := range t.Columns {
		c.Values = filter(c.Values, mask)
		out.Columns = append(out.Columns, c)
	}
	for _, d := range t.Dims {
		d.Index = filter(d.Index, mask)
		out.Dims = append(out.Dims, d)
	}
	return out
}

// filter returns the values that are not marked; nil stays nil.
func filter[T any](values []T, mask []bool) []T {
	if values == nil {
		return nil
	}
	kept := make([]T, 0, len(values))
	for i, v := range values {
		if !mask[i] {
			kept = append(kept, v)
		}
	}
	return kept
}

// Newest returns the tables without the rows that a later table has as well.
func Newest(tables ...*Table) []*Table {
	out := make([]*Table, len(tables))
	for i, mask := range Replaced(tables...) {
		out[i] = tables[i].Without(mask)
	}
	return out
}
