package plain

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"athar/domain/metric"
	"athar/domain/text"
)

// byteOrderMark tells spreadsheets that a file is UTF-8; without it Arabic
// becomes unreadable in some.
const byteOrderMark = "\uFEFF"

// cells returns the columns of one row: a text in two languages takes two, a
// list one.
func cells(o object) (names, values []string) {
	for _, m := range o {
		if pair, is := m.value.(object); is {
			inner, list := cells(pair)
			for i := range inner {
				names, values = append(names, m.name+"_"+inner[i]), append(values, list[i])
			}
			continue
		}
		names, values = append(names, m.name), append(values, cell(m.value))
	}
	return names, values
}

func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return text.Harmless(v)
	case []any:
		var parts []string
		for _, e := range v {
			s, is := e.(string)
			if !is { // more than a word: as in the JSON Lines
				raw, _ := json.Marshal(v)
				return text.Harmless(string(raw))
			}
			parts = append(parts, s)
		}
		return text.Harmless(strings.Join(parts, "; "))
	case bool, int:
		return fmt.Sprint(v)
	case float64:
		return number(v)
	}
	raw, _ := json.Marshal(v)
	return text.Harmless(string(raw))
}

func number(v float64) string {
	if metric.IsMissing(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// writeTable writes the rows of a data set.
func writeTable(out io.Writer, t *metric.Table) error {
	w, err := newCSV(out)
	if err != nil {
		return err
	}
	row := []string{"time"}
	if t.IDs != nil {
		row = append(row, "id")
	}
	for _, d := range t.Dims {
		row = append(row, text.Harmless(d.Name))
	}
	for _, c := range t.Columns {
		row = append(row, text.Harmless(c.Name))
	}
	for i := -1; ; {
		if err := w.Write(row); err != nil {
			return err
		}
		if i++; i == t.Rows() {
			break
		}
		row = tableRow(row[:0], t, i)
	}
	w.Flush()
	return w.Error()
}

func tableRow(row []string, t *metric.Table, i int) []string {
	at := ""
	if t.Times[i] != metric.NoTime {
		at = time.Unix(t.Times[i], 0).UTC().Format(time.RFC3339)
	}
	row = append(row, at)
	if t.IDs != nil {
		row = append(row, text.Harmless(t.IDs[i]))
	}
	for _, d := range t.Dims {
		row = append(row, text.Harmless(d.Words[d.Index[i]]))
	}
	for _, c := range t.Columns {
		row = append(row, number(c.Values[i]))
	}
	return row
}

func newCSV(out io.Writer) (*csv.Writer, error) {
	_, err := io.WriteString(out, byteOrderMark)
	return csv.NewWriter(out), err
}
