package tabular

import (
	"slices"
	"strings"
)

// reasonToSkip recognises records that are not data; "" means keep.
func (t *rows) reasonToSkip(record []string) Reason {
	first := 0
	for first < len(record) && !filled(record[first]) {
		first++
	}
	switch {
	case first == len(record):
		return ReasonBlank
	case isTotalWord(record[first]) && !t.hasDate(record, first):
		return ReasonTotal
	case t.isHeader(record):
		t.nextBlock()
		return ReasonHeader
	case t.isNote(record, first):
		t.title = record[first]
		return ReasonNote
	case t.row == 1 && t.isDescription(record):
		return ReasonDescription
	}
	return ""
}

func (t *rows) hasDate(record []string, but int) bool {
	at := t.plan.time
	if at < 0 || at == but || at >= len(record) {
		return false
	}
	_, ok := t.times.reader.read(record[at])
	return ok
}

// isHeader recognises the header once more, as in files put together by hand.
func (t *rows) isHeader(record []string) bool {
	names := t.layout.names
	if t.layout.headless || len(record) != len(names) || !strings.Contains(record[0], names[0]) {
		return false
	}
	for i, cell := range record {
		if filled(cell) && tidy(cell) != names[i] {
			return false
		}
	}
	return true
}

// isNote recognises a sentence under the table.
func (t *rows) isNote(record []string, first int) bool {
	if len(t.plan.columns) < 2 || first > 0 || slices.ContainsFunc(record[1:], filled) {
		return false
	}
	if t.plan.time == 0 {
		_, ok := t.times.reader.read(record[0])
		return !ok
	}
	return len(record) == 1
}

// isDescription recognises the second header row of Page Insights: words where
// figures belong.
func (t *rows) isDescription(record []string) bool {
	words := 0
	for i, c := range t.plan.columns {
		if i >= len(record) || c.figures == nil || !c.figures.known || !filled(record[i]) {
			continue
		}
		if readFigure(record[i]).state != stateText {
			return false
		}
		words++
	}
	return words > 1 && !t.hasDate(record, -1)
}

// nextBlock: the export of several charts repeats title and header for each.
// The figures that follow are another metric and get a column of their own.
func (t *rows) nextBlock() {
	if t.plan.shape.name != chartShape || t.title == "" {
		return
	}
	for i := range t.plan.columns {
		old := t.plan.columns[i].figures
		if old == nil {
			continue
		}
		t.plan.columns = append(t.plan.columns, column{name: old.name, figures: old})
		next := &figures{name: old.name, metric: titleMetric(t.title, t.known), known: true}
		next.pad(t.kept)
		t.plan.columns[i].figures = next
		break
	}
	t.title = ""
}
