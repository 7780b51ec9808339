package tabular

import (
	"bytes"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestEveryExportShapeIsReadWithoutASilentLoss(t *testing.T) {
	files, err := filepath.Glob("testdata/export-shapes/*.csv")
	if err != nil || len(files) != 15 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			w, ok := exports()[filepath.Base(file)]
			if !ok {
				t.Fatal("no expected values")
			}
			imported, err := readFile(t, file, Options{Year: 2026})
			if err != nil {
				t.Fatal(err)
			}
			check(t, imported, w)
		})
	}
}

func check(t *testing.T, i *Import, w want) {
	t.Helper()
	r := &i.Report
	if w.encoding == "" {
		w.encoding = "utf-8"
	}
	if r.Shape != w.shape || r.Encoding != w.encoding || r.Separator != w.separator || r.HeaderRow != w.header {
		t.Errorf("shape %q, encoding %q, separator %q, header in line %d", r.Shape, r.Encoding, r.Separator, r.HeaderRow)
	}
	if r.Rows != (Rows{w.read, w.kept, w.read - w.kept, 0}) || i.Table.Rows() != w.kept {
		t.Errorf("rows %+v, table of %d", r.Rows, i.Table.Rows())
	}
	if len(r.Skipped) != len(w.skipped) || len(r.Skipped) > 0 && r.Skipped[0] != w.skipped[0] {
		t.Errorf("skipped %v", r.Skipped)
	}
	checkColumns(t, r, w)
	if got := moments2(r); got != [2]string{w.from, w.to} {
		t.Errorf("from, to %v", got)
	}
	if len(i.Table.IDs) != len(w.ids) {
		t.Errorf("ids %q", i.Table.IDs)
	}
	for k, id := range w.ids {
		if i.Table.IDs[k] != id {
			t.Errorf("id %q, want %q", i.Table.IDs[k], id)
		}
	}
	if len(r.Warnings) != len(w.warnings) {
		t.Errorf("warnings %v", r.Warnings)
	}
	for code, n := range w.warnings {
		if r.Warning(code).Count != n {
			t.Errorf("%s %d times, want %d", code, r.Warning(code).Count, n)
		}
	}
	if len(r.Damaged)+len(r.Unread) > 0 {
		t.Errorf("damaged %v, unread %v", r.Damaged, r.Unread)
	}
}

// checkColumns: every column expected is there with its sum, and no column at
// all has another number of gaps than expected.
func checkColumns(t *testing.T, r *Report, w want) {
	t.Helper()
	found := 0
	for _, c := range r.Columns {
		if sum, ok := w.sums[c.Name]; ok {
			found++
			if math.Abs(c.Sum-sum) > 1e-12 {
				t.Errorf("%s adds up to %v, want %v", c.Name, c.Sum, sum)
			}
		}
		if c.Missing != w.missing[c.Name] {
			t.Errorf("%s has %d gaps, want %d", c.Name, c.Missing, w.missing[c.Name])
		}
	}
	if found != len(w.sums) {
		t.Errorf("%d of %d columns found: %+v", found, len(w.sums), r.Columns)
	}
}

func moments2(r *Report) [2]string {
	if r.From == nil {
		return [2]string{}
	}
	return [2]string{r.From.Format(time.RFC3339), r.To.Format(time.RFC3339)}
}

func TestEveryColumnOfAnExportIsToldOfOnce(t *testing.T) {
	for file := range exports() {
		i := readReal(t, filepath.Join("testdata/export-shapes", file), Options{Year: 2026})
		r := &i.Report
		told := map[string]int{r.IDColumn: 1, r.DayColumn: 1}
		for _, c := range i.Table.Columns {
			told[c.Name]++
		}
		for _, d := range r.Dims {
			told[d.Name]++
		}
		for _, l := range r.LeftOut {
			if l.Name != r.IDColumn { // the id is taken out of a link, the link is left out
				told[l.Name]++
			}
		}
		for _, name := range headerOf(t, file, r) {
			if told[name] != 1 {
				t.Errorf("%s: %q told of %d times", file, name, told[name])
			}
		}
	}
}

// headerOf reads the header the plain way.
func headerOf(t *testing.T, file string, r *Report) []string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata/export-shapes", file))
	if err != nil {
		t.Fatal(err)
	}
	if r.Encoding == encodingUTF16LE {
		raw = bytes.ReplaceAll(raw[2:], []byte{0}, nil)
	}
	lines := strings.Split(strings.TrimPrefix(string(raw), "\uFEFF"), "\n")
	reader := csv.NewReader(strings.NewReader(lines[r.HeaderRow-1]))
	reader.Comma = rune(r.Separator[0])
	names, err := reader.Read()
	if err != nil {
		t.Fatal(err)
	}
	return names
}
