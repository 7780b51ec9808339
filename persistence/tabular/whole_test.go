package tabular

import (
	"encoding/json"
	"testing"
	"unicode/utf8"
)

// checkWhole holds an import against what is true of every import.
func checkWhole(t *testing.T, i *Import) {
	t.Helper()
	r, table := &i.Report, i.Table
	if r.Rows.Read != r.Rows.Kept+r.Rows.Skipped || len(r.Skipped) != r.Rows.Skipped || table.Rows() != r.Rows.Kept {
		t.Fatalf("rows %+v, %d listed, table of %d", r.Rows, len(r.Skipped), table.Rows())
	}
	if table.IDs != nil && len(table.IDs) != r.Rows.Kept {
		t.Fatalf("%d ids", len(table.IDs))
	}
	for k, c := range table.Columns {
		if len(c.Values) != r.Rows.Kept {
			t.Fatalf("column %d has %d rows", k, len(c.Values))
		}
	}
	for k, d := range table.Dims {
		if len(d.Index) != r.Rows.Kept {
			t.Fatalf("dimension %d has %d rows", k, len(d.Index))
		}
		for _, w := range d.Index {
			if int(w) >= len(d.Words) {
				t.Fatalf("word %d of %d", w, len(d.Words))
			}
		}
	}
	for _, list := range [][]Place{r.Damaged, r.Unread} {
		for _, p := range list {
			if p.Row < 1 || p.Row > r.Rows.Read {
				t.Fatalf("place %v of %d rows", p, r.Rows.Read)
			}
		}
	}
	raw, err := json.Marshal(r)
	if err != nil || !utf8.Valid(raw) {
		t.Fatalf("report: %v", err)
	}
}
