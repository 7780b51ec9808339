package metric

import (
	"encoding/csv"
	"math"
	"os"
	"testing"
)

// facebook reads the published set the plain way, apart from the importer.
func facebook(t *testing.T) *Table {
	t.Helper()
	f, err := os.Open("../../persistence/tabular/testdata/uci_dataset_Facebook.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = ';'
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]int{}
	for i, n := range records[0] {
		names[n] = i
	}
	table := &Table{}
	dims := map[string]string{DimType: "Type", DimWeekday: "Post Weekday", DimHour: "Post Hour", DimPaid: "Paid"}
	for key, name := range dims {
		d := Dim{Name: name, Key: key}
		seen := map[string]uint16{}
		for _, rec := range records[1:] {
			word := rec[names[name]]
			if _, ok := seen[word]; !ok {
				seen[word] = uint16(len(d.Words))
				d.Words = append(d.Words, word)
			}
			d.Index = append(d.Index, seen[word])
		}
		table.Dims = append(table.Dims, d)
	}
	c := Column{Name: "Total Interactions", Metric: Engagements}
	for _, rec := range records[1:] {
		v := 0.0
		for _, d := range rec[names["Total Interactions"]] {
			v = v*10 + float64(d-'0')
		}
		c.Values = append(c.Values, v)
		table.Times = append(table.Times, NoTime)
	}
	table.Columns = []Column{c}
	return table
}

func near(a, b, by float64) bool { return math.Abs(a-b) <= by }

func TestGroupsHaveThePublishedMeansAndMedians(t *testing.T) {
	table := facebook(t)
	if m := Median(table.Columns[0].Values); m != 123.5 {
		t.Errorf("median %v", m)
	}
	means := map[string]float64{"Photo": 216.5798, "Status": 217.0444, "Link": 89.0455, "Video": 295.8571}
	counts := map[string]int{"Photo": 426, "Status": 45, "Link": 22, "Video": 7}
	for _, g := range ByDim(Engagements, DimType, table) {
		if !near(g.Mean, means[g.Word], 5e-5) || g.Count != counts[g.Word] || g.Rows != g.Count {
			t.Errorf("%+v", g)
		}
	}
	for _, g := range ByDim(Engagements, DimPaid, table) {
		switch g.Word {
		case "1":
			if g.Count != 139 || g.Median != 158 || !near(g.Mean, 278.2302, 5e-5) {
				t.Errorf("%+v", g)
			}
		case "0":
			if g.Count != 360 || g.Median != 117 || !near(g.Mean, 186.8528, 5e-5) {
				t.Errorf("%+v", g)
			}
		default:
			if g.Word != "" || g.Count != 1 {
				t.Errorf("%+v", g)
			}
		}
	}
}

func TestGapsCountForNothing(t *testing.T) {
	s := Summarize([]float64{Missing, 4, Missing, 1, 2})
	if s.Sum != 7 || s.Count != 3 || s.Missing != 2 || s.Median != 2 || !near(s.Mean, 7.0/3, 1e-15) {
		t.Errorf("%+v", s)
	}
	none := Summarize([]float64{Missing})
	if !IsMissing(none.Mean) || !IsMissing(none.Median) || none.Sum != 0 || Median([]float64{1, 2}) != 1.5 {
		t.Errorf("%+v", none)
	}
}

func TestARateIsWeightedAndNeedsABase(t *testing.T) {
	rate, of, ok := Rate([]float64{5, 1, Missing, 9}, []float64{10, 90, 100, Missing})
	if !ok || rate != 0.06 || of != 100 {
		t.Errorf("%v of %v, %v", rate, of, ok)
	}
	if _, of, ok := Rate([]float64{5}, []float64{19}); ok || of != 19 {
		t.Error("a base of 19 is enough")
	}
	if _, _, ok := Rate([]float64{5}, []float64{20}); !ok {
		t.Error("a base of 20 is not enough")
	}
}

func TestEveryKnownMetricIsNamedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, key := range Known() {
		if seen[key] || key == "" {
			t.Errorf("%q twice", key)
		}
		seen[key] = true
	}
	if KindOf(Followers) != KindStock || KindOf(ClickRate) != KindRate || KindOf(Likes) != KindCount {
		t.Error("kinds")
	}
}
