package journal

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// newest returns the commits that changed the field and that no author of
// another such commit knew of.
func (w *world) newest(ref Ref, f Field) []*Commit {
	var out []*Commit
	for _, c := range w.all {
		if c.change(ref, f) != nil && !slices.ContainsFunc(w.all, func(later *Commit) bool {
			return later.change(ref, f) != nil && w.knew[later.ID][c.ID]
		}) {
			out = append(out, c)
		}
	}
	return out
}

// oracleConflict decides by knowledge alone whether the field is in conflict.
func (w *world) oracleConflict(ref Ref, f Field) bool {
	if f.Path == "order" || f.Path == "set" {
		return false
	}
	seen := map[string]bool{}
	for _, c := range w.newest(ref, f) {
		v := c.change(ref, f).After
		if v.Type() == TypeInt {
			seen[v.data] = true
		} else {
			seen[strings.TrimSpace(norm.NFC.String(v.Text()))] = true
		}
	}
	return len(seen) > 1
}

// oracleBeing decides by knowledge alone whether the record is gone, and whether
// people contradict each other about that.
func (w *world) oracleBeing(ref Ref) (dead, disputed bool) {
	var gone, kept []*Commit
	for _, c := range w.newest(ref, Field{}) {
		if c.change(ref, Field{}).After == exists {
			kept = append(kept, c)
		} else {
			gone = append(gone, c)
		}
	}
	if len(gone) == 0 || len(kept) > 0 {
		return false, len(gone) > 0
	}
	unknown := slices.ContainsFunc(w.all, func(c *Commit) bool {
		edits := slices.ContainsFunc(c.Changes, func(ch Change) bool {
			return ch.Record == ref && ch.Field != (Field{}) && slices.Contains(w.newest(ref, ch.Field), c)
		})
		return edits && !slices.ContainsFunc(gone, func(g *Commit) bool {
			return g == c || w.knew[g.ID][c.ID]
		})
	})
	return !unknown, unknown
}
