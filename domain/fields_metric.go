package domain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"athar/domain/journal"
)

func indicatorParts(i *Indicator) []part {
	return []part{
		order(&i.Order),
		name("name", &i.Name),
		name("metric", &i.Metric),
		name("aggregate", &i.Aggregate),
		name("tag", &i.Tag),
		figure("baseline", &i.Baseline),
		figure("target", &i.Target),
		moment("due", &i.Due),
	}
}

func readingParts(r *Reading) []part {
	return []part{
		reference("indicator", &r.Indicator),
		moment("at", &r.At),
		number("value", &r.Value),
		prose("note", &r.Note),
	}
}

func dataSetParts(d *DataSet) []part {
	return []part{
		name("file", &d.File),
		name("hash", &d.Hash),
		name("shape", &d.Shape),
		name("encoding", &d.Encoding),
		whole("read", &d.Read),
		whole("kept", &d.Kept),
		whole("skipped", &d.Skipped),
		whole("duplicate", &d.Duplicate),
		whole("damaged", &d.Damaged),
		moment("from", &d.From),
		moment("to", &d.To),
		moment("imported", &d.Imported),
	}
}

// columnPath begins the paths of a column of a data set. Its number from 0 with
// at least four digits and the name of the part follow. The sum is always there.
const columnPath = "column/"

func columnParts(n int, c *DataColumn) []part {
	path := fmt.Sprintf("%s%04d/", columnPath, n)
	return []part{
		name(path+"name", &c.Name),
		name(path+"metric", &c.Metric),
		number(path+"sum", &c.Sum),
		whole(path+"missing", &c.Missing),
	}
}

func writeColumns(f journal.Fields, columns []DataColumn) {
	for n := range columns {
		write(f, columnParts(n, &columns[n]))
	}
}

// readColumns gives the columns in the order of their numbers. Gaps close, so
// that no number makes a list longer than there are fields.
func readColumns(f journal.Fields) []DataColumn {
	var numbers []int
	for path := range f {
		if n, ok := columnNumber(path); ok {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	var out []DataColumn
	for _, n := range slices.Compact(numbers) {
		var c DataColumn
		read(f, columnParts(n, &c))
		out = append(out, c)
	}
	return out
}

// columnNumber returns the number of the column that a sum belongs to.
func columnNumber(path string) (int, bool) {
	rest, ok := strings.CutPrefix(path, columnPath)
	if !ok {
		return 0, false
	}
	digits, ok := strings.CutSuffix(rest, "/sum")
	n, err := strconv.Atoi(digits)
	return n, ok && err == nil && digits == fmt.Sprintf("%04d", n) && n >= 0
}
