package metrics

import (
	"slices"
	"strconv"
	"strings"

	"athar/domain"
	"athar/gui/kit"
)

// mostNamed is how many rows are named before the rest is only counted.
const mostNamed = 20

// fact is a line "what: how much".
type fact struct{ Label, Value string }

// setFacts says what is known of a data set.
func (p presenter) setFacts(d domain.DataSet) []fact {
	all := []fact{
		{p.T("metrics.fact.shape"), p.shape(d.Shape)},
		{p.T("metrics.fact.encoding"), p.encoding(d.Encoding)},
		{p.T("metrics.fact.read"), p.Int(d.Read)},
		{p.T("metrics.fact.kept"), p.Int(d.Kept)},
		{p.T("metrics.fact.skipped"), p.Int(d.Skipped)},
		{p.T("metrics.fact.repeated"), p.Int(d.Duplicate)},
		{p.T("metrics.fact.damaged"), p.Int(d.Damaged)},
	}
	if span := p.span(d.From, d.To); span != "" {
		all = slices.Insert(all, 2, fact{p.T("metrics.fact.span"), span})
	}
	return all
}

// columnRow is a line of the table of a data set's columns.
type columnRow = [4]string

func (p presenter) columnTitles() []kit.TableColumn {
	return []kit.TableColumn{
		{Title: p.T("metrics.column.metric")},
		{Title: p.T("metrics.column.name")},
		{Title: p.T("metrics.column.sum"), Numeric: true},
		{Title: p.T("metrics.column.missing"), Numeric: true},
	}
}

func (p presenter) columnRows(d domain.DataSet) []columnRow {
	all := make([]columnRow, len(d.Columns))
	for i, c := range d.Columns {
		name := p.T("metrics.column.no_metric")
		if c.Metric != "" {
			name = p.metric(c.Metric)
		}
		all[i] = columnRow{name, c.Name, p.Number(c.Sum), p.Int(c.Missing)}
	}
	return all
}

// remark is a sentence about a file, with the rows it is about.
type remark struct {
	Sentence string
	Rows     string // "" for none
	Style    kit.Style
}

// remarks are everything worth saying about a file that was read, what a person
// may have to act on first.
func (p presenter) remarks(in Incoming) []remark {
	var all []remark
	for _, w := range in.Warnings {
		all = append(all, remark{p.N("metrics.caution."+w.Code, w.Count), p.rowList(w.Rows, w.Count), kit.StyleWarning})
	}
	if rows := rowsOf(in.Damaged); len(rows) > 0 {
		all = append(all, remark{p.N("metrics.damaged", len(rows)), p.rowList(rows, len(rows)), kit.StyleWarning})
	}
	if rows := rowsOf(in.Unread); len(rows) > 0 {
		all = append(all, remark{p.N("metrics.unread", len(rows)), p.rowList(rows, len(rows)), kit.StyleWarning})
	}
	all = append(all, p.skips(in.Skipped)...)
	return append(all, p.leftOut(in.LeftOut)...)
}

// skips says why rows were skipped, reason by reason.
func (p presenter) skips(list []Skip) []remark {
	var reasons []string
	rows := map[string][]int{}
	for _, s := range list {
		if rows[s.Reason] == nil {
			reasons = append(reasons, s.Reason)
		}
		rows[s.Reason] = append(rows[s.Reason], s.Row)
	}
	var all []remark
	for _, why := range reasons {
		n := len(rows[why])
		all = append(all, remark{p.N("metrics.skip."+why, n), p.rowList(rows[why], n), kit.StyleBody})
	}
	return all
}

// leftOut says which columns were left out and why, personal data first.
func (p presenter) leftOut(list []LeftOut) []remark {
	var reasons []string
	names := map[string][]string{}
	for _, l := range list {
		if names[l.Why] == nil {
			reasons = append(reasons, l.Why)
		}
		names[l.Why] = append(names[l.Why], l.Name)
	}
	slices.SortStableFunc(reasons, func(a, b string) int {
		return order(a != whyPerson, (a == whyPerson) != (b == whyPerson))
	})
	var all []remark
	for _, why := range reasons {
		columns := strings.Join(names[why], p.T("metrics.list_comma"))
		all = append(all, remark{p.T("metrics.why."+why, "columns", columns), "", kit.StyleBody})
	}
	return all
}

// whyPerson is the reason to leave out a column of personal data.
const whyPerson = "person"

// rowsOf returns the rows of cells, each once.
func rowsOf(cells []Cell) []int {
	var rows []int
	for _, c := range cells {
		if len(rows) == 0 || rows[len(rows)-1] != c.Row {
			rows = append(rows, c.Row)
		}
	}
	return rows
}

// rowList names the first rows and counts the others of all.
func (p presenter) rowList(rows []int, all int) string {
	if len(rows) == 0 {
		return ""
	}
	named := rows[:min(len(rows), mostNamed)]
	words := make([]string, len(named))
	for i, row := range named {
		words[i] = p.Digits(strconv.Itoa(row))
	}
	list := strings.Join(words, p.T("metrics.list_comma"))
	if all > len(named) {
		return p.N("metrics.row_list_more", all-len(named), "rows", list)
	}
	return p.N("metrics.row_list", len(named), "rows", list)
}

// sameFile returns the data set the file was imported as before.
func sameFile(sets []domain.DataSet, in Incoming) (domain.DataSet, bool) {
	i := slices.IndexFunc(sets, func(d domain.DataSet) bool { return d.Hash != "" && d.Hash == in.Set.Hash })
	if i < 0 {
		return domain.DataSet{}, false
	}
	return sets[i], true
}
