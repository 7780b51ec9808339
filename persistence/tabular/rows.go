package tabular

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"athar/domain"
)

// rows reads the records of a file into the gatherers of its columns.
type rows struct {
	in     *input
	text   *text
	csv    *csv.Reader
	layout layout
	plan   plan
	known  catalog
	o      Options
	r      *Report

	ids   *ids
	times *moments
	kept  int
	row   int // number of the data row being read

	total    []string // the first Total row
	totalRow int
	title    string // of the block of a chart that follows
}

// run reads everything. It returns domain errors only.
func (t *rows) run() error {
	if err := t.skipToData(); err != nil {
		return err
	}
	for {
		start := t.csv.InputOffset()
		record, err := t.csv.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return t.in.unreadable(err)
		}
		t.text.recordAt = t.csv.InputOffset()
		if t.text.ended && ends(record) {
			t.end(record, start)
			break
		}
		t.row++
		if start < t.text.suspectTo {
			t.watch(record)
		}
		if err := t.take(record); err != nil {
			return err
		}
	}
	t.r.Rows.Read = t.row
	t.keepOnlyTotal()
	return nil
}

// skipToData reads what stands above the data.
func (t *rows) skipToData() error {
	above := t.layout.above
	if !t.layout.headless {
		above++
	}
	line := 0
	for range above {
		if _, err := t.csv.Read(); err != nil {
			return t.in.unreadable(err)
		}
		line, _ = t.csv.FieldPos(0)
	}
	t.text.recordAt = t.csv.InputOffset()
	if t.layout.headless {
		t.r.warn(CautionNoHeader, 0)
		return nil
	}
	if t.layout.declared {
		line++
	}
	t.r.HeaderRow = line
	t.r.warnMany(CautionPreamble, t.layout.above)
	return nil
}

// ends reports whether a record is the end mark or swallowed it.
func ends(record []string) bool {
	return strings.HasSuffix(record[len(record)-1], endMark) ||
		strings.HasSuffix(record[len(record)-1], endMark+"\n")
}

// end deals with the record that holds the end mark. When it holds more, a
// quotation mark was never closed: everything after it is one cell.
func (t *rows) end(record []string, start int64) {
	if len(record) == 1 && record[0] == endMark {
		return
	}
	t.row++
	last := strings.TrimSuffix(strings.TrimSpace(record[len(record)-1]), endMark)
	lines := 1 + strings.Count(strings.TrimSpace(last), "\n")
	if start < t.text.suspectTo {
		t.watch(record[:len(record)-1])
	}
	t.r.skip(t.row, ReasonOpenQuote)
	t.r.warnMany(CautionOpenQuote, lines, t.row)
}

// watch lists the cells that could not be decoded.
func (t *rows) watch(record []string) {
	for i, cell := range record {
		if damaged(cell) {
			t.r.place(&t.r.Damaged, t.row, t.name(i))
		}
	}
}

func (t *rows) name(i int) string {
	if i < len(t.layout.names) {
		return t.layout.names[i]
	}
	return ""
}

// take keeps a record or skips it with a reason.
func (t *rows) take(record []string) error {
	if reason := t.reasonToSkip(record); reason != "" {
		if reason == ReasonTotal {
			t.noteTotal(record)
		}
		t.r.skip(t.row, reason)
		return nil
	}
	if len(record) != len(t.layout.names) {
		t.ragged(record)
	}
	id, repeated := t.id(record)
	if repeated {
		t.r.Rows.Duplicate++
		t.r.warn(CautionRepeatedIDs, t.row)
		if t.o.DropRepeats {
			t.r.skip(t.row, ReasonRepeated)
			return nil
		}
	}
	return t.keep(record, id)
}

func (t *rows) keep(record []string, id string) error {
	if (t.kept+1)*(len(t.plan.columns)+2) > maxCells {
		return domain.Problem(domain.ErrFileTooBig, "").With("file", t.in.file).With("limit", int64(8*maxCells))
	}
	if t.ids != nil {
		t.ids.add(id)
	}
	for i := range t.plan.columns {
		cell := ""
		if i < len(record) {
			cell = record[i]
		}
		c := &t.plan.columns[i]
		switch {
		case c.figures != nil:
			c.figures.add(cell, t.row)
		case c.dims != nil:
			c.dims.add(cell)
		case i == t.plan.time:
			t.times.add(cell, t.row)
		}
	}
	t.kept++
	return nil
}

// id returns the id of a row, and whether a kept row has it already.
func (t *rows) id(record []string) (id string, repeated bool) {
	if t.ids == nil || t.plan.id >= len(record) {
		return "", false
	}
	id = t.ids.clean(record[t.plan.id])
	if isDamagedID(id) {
		t.r.warn(CautionDamagedIDs, t.row)
		return "", false
	}
	if t.plan.perDay && id != "" && t.plan.time < len(record) {
		id += " " + record[t.plan.time]
	}
	return id, t.ids.seen(id)
}

// ragged tells of a row that is narrower or wider than the header.
func (t *rows) ragged(record []string) {
	width := len(t.layout.names)
	if len(record) > width && !slices.ContainsFunc(record[width:], filled) {
		return // separators at the end of the line
	}
	t.r.warn(CautionRagged, t.row)
	if len(record) > width {
		t.r.warn(CautionLostCells, t.row)
	}
}

func filled(cell string) bool { return strings.TrimSpace(cell) != "" }

func (t *rows) noteTotal(record []string) {
	t.r.warn(CautionTotalLeftOut, t.row)
	if t.total == nil {
		t.total, t.totalRow = slices.Clone(record), t.row
	}
}

// keepOnlyTotal keeps the Total row of a file that holds nothing else: nothing
// is counted twice then.
func (t *rows) keepOnlyTotal() {
	if t.kept > 0 || t.total == nil || t.r.Warning(CautionTotalLeftOut).Count > 1 {
		return
	}
	t.r.Skipped = slices.DeleteFunc(t.r.Skipped, func(s Skip) bool { return s.Row == t.totalRow })
	t.r.Rows.Skipped--
	t.r.Warnings = slices.DeleteFunc(t.r.Warnings, func(w Warning) bool { return w.Code == CautionTotalLeftOut })
	t.row = t.totalRow
	for _, at := range []int{t.plan.id, t.plan.time} {
		if at >= 0 && at < len(t.total) && isTotalWord(t.total[at]) {
			t.total[at] = ""
		}
	}
	if t.keep(t.total, "") == nil {
		t.r.warn(CautionOnlyTotal, t.totalRow)
	}
}
