package privacy

import (
	"iter"
	"slices"
	"strings"
)

// ColumnFinding is one type of personal data in a column of a table.
type ColumnFinding struct {
	Type     Type
	Severity Severity // the worst of the matches
	Filled   int      // cells that are not blank
	Matches  int      // cells that hold the type
}

// Column judges a column as a whole: a type counts when a tenth of the filled cells
// and at least three hold it, or a single one that is High. The header counts as a
// word beside every cell. All cells are looked at, not the first ones: the name that
// must not get out may be in the last row.
//
// Bare numbers are treated with more care than in a draft, because one in ten of any
// long row of them passes a check digit: where the header says nothing of papers or
// cards, half of the cells have to agree.
func (f *Finder) Column(header string, cells iter.Seq[string]) []ColumnFinding {
	c := tally{finder: f, prefix: strings.TrimSpace(header) + ": ", byType: map[Type]*count{}}
	head := newDraft(c.prefix)
	for _, w := range head.words {
		c.told = c.told || w.says&(ofID|ofCard) != 0 && w.says&ofThing == 0
	}
	for cell := range cells {
		c.look(strings.TrimSpace(cell))
	}
	return c.verdict()
}

// tally counts over a column.
type tally struct {
	finder *Finder
	prefix string
	told   bool // the header speaks of papers or cards
	filled int
	byType map[Type]*count
}

type count struct {
	matches, bare int
	worst         Severity
	high          bool // one of the matches that are not bare is High
}

// look counts what is in one cell, every type once.
func (c *tally) look(cell string) {
	if cell == "" {
		return
	}
	c.filled++
	if isHandle(cell) {
		c.count(Handle, Medium, false)
		return
	}
	seen := map[Type]bool{}
	d := c.finder.read(c.prefix + cell)
	for _, h := range d.hits {
		if start, _ := d.original(h.start, h.end); start < len([]rune(c.prefix)) || seen[h.kind] {
			continue
		}
		seen[h.kind] = true
		bare := h.end-h.start == len(d.s)-len(folded(c.prefix)) && countDigits(d.s[h.start:h.end]) == h.end-h.start
		c.count(h.kind, h.severity, bare)
	}
}

func (c *tally) count(t Type, s Severity, bare bool) {
	n := c.byType[t]
	if n == nil {
		n = &count{worst: s}
		c.byType[t] = n
	}
	n.matches++
	if s.rank() < n.worst.rank() {
		n.worst = s
	}
	if bare && !c.told {
		n.bare++
	} else {
		n.high = n.high || s == High
	}
}

// verdict returns what counts, the worst and most frequent first.
func (c *tally) verdict() []ColumnFinding {
	const share, least = 10, 3
	var found []ColumnFinding
	for t, n := range c.byType {
		byShare := n.matches >= least && n.matches*share >= c.filled
		if checkDigit := t == Card || t == SSN || strings.HasPrefix(string(t), string(NationalID)); checkDigit && n.bare == n.matches {
			byShare = byShare && n.matches*2 >= c.filled
		}
		if byShare || n.high {
			found = append(found, ColumnFinding{Type: t, Severity: n.worst, Filled: c.filled, Matches: n.matches})
		}
	}
	slices.SortFunc(found, func(a, b ColumnFinding) int {
		if d := a.Severity.rank() - b.Severity.rank(); d != 0 {
			return d
		}
		if d := b.Matches - a.Matches; d != 0 {
			return d
		}
		return strings.Compare(string(a.Type), string(b.Type))
	})
	return found
}

// isHandle reports whether a cell is the name of an account and nothing else.
func isHandle(cell string) bool {
	name, ok := strings.CutPrefix(cell, "@")
	return ok && name != "" && !strings.ContainsAny(name, " @,;")
}
