package tabular

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/metric"
)

func textFile(name, text string) File {
	return File{name, func() (io.ReadCloser, int64, error) {
		return io.NopCloser(strings.NewReader(text)), int64(len(text)), nil
	}}
}

const postHeader = "Post id,Date,Post text,Impressions,Likes,Engagements,Bookmarks\n"

func TestAPostInSeveralExportsCountsOnceAsInTheNewest(t *testing.T) {
	june := textFile("account_analytics_content_2026-06-01_2026-06-30.csv", postHeader+
		"101,\"Mon, Jun 1, 2026\",a,10,1,1,0\n102,\"Mon, Jun 29, 2026\",b,20,2,2,0\n")
	july := textFile("account_analytics_content_2026-06-28_2026-07-28.csv", postHeader+
		"102,\"Mon, Jun 29, 2026\",b,25,3,2,0\n103,\"Wed, Jul 1, 2026\",c,40,4,4,0\n")
	for _, files := range [][]File{{june, july}, {july, june}} {
		b, err := ReadAll(context.Background(), files, Options{})
		if err != nil || len(b.Imports) != 2 || len(b.Failed) != 0 {
			t.Fatal(err)
		}
		total := &b.Total
		if total.Rows != (Rows{4, 3, 1, 1}) || find(total, "Impressions").Sum != 75 || find(total, "Likes").Sum != 8 {
			t.Errorf("%+v %v", total.Rows, total.Columns)
		}
		if total.Shape != "x_content" || total.Warning(CautionSuperseded).Count != 1 || moments2(total) != [2]string{"2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z"} {
			t.Errorf("%+v", *total)
		}
		want := []Skip{{"account_analytics_content_2026-06-01_2026-06-30.csv", 2, ReasonNewerFile}}
		if !slices.Equal(total.Skipped, want) {
			t.Errorf("%v", total.Skipped)
		}
		sum := 0.0
		for _, i := range b.Imports {
			checkWhole(t, i)
			n, _ := metric.Total(i.Table.Column(metric.Impressions).Values)
			if n != find(&i.Report, "Impressions").Sum {
				t.Errorf("the report says %v, the table %v", find(&i.Report, "Impressions").Sum, n)
			}
			sum += n
		}
		if sum != 75 {
			t.Errorf("the parts add up to %v", sum)
		}
	}
}

func TestWithoutADayInTheNameTheLastRowTellsTheNewest(t *testing.T) {
	b, err := ReadAll(context.Background(), []File{
		textFile("b.csv", postHeader+"1,\"Jul 1, 2026\",x,5,0,0,0\n2,\"Jul 9, 2026\",x,1,0,0,0\n"),
		textFile("a.csv", postHeader+"1,\"Jul 1, 2026\",x,4,0,0,0\n"),
	}, Options{})
	if err != nil || find(&b.Total, "Impressions").Sum != 6 {
		t.Errorf("%v %+v", err, b.Total.Columns)
	}
}

func TestAFileGivenTwiceCountsOnce(t *testing.T) {
	text := "date,likes\n2026-01-01,5\n"
	b, err := ReadAll(context.Background(), []File{textFile("a.csv", text), textFile("copy of a.csv", text)}, Options{})
	if err != nil || find(&b.Total, "likes").Sum != 5 || b.Total.Rows != (Rows{2, 1, 1, 1}) || b.Total.Skipped[0].Reason != ReasonSameFile {
		t.Errorf("%v %+v", err, b.Total)
	}
}

func TestDaysInSeveralFilesAreToldOfAndCounted(t *testing.T) {
	header := "Date,Impressions,Likes,Engagements,Bookmarks\n"
	b, err := ReadAll(context.Background(), []File{
		textFile("one.csv", header+"\"Jul 1, 2026\",5,0,0,0\n\"Jul 2, 2026\",6,0,0,0\n"),
		textFile("two.csv", header+"\"Jul 2, 2026\",7,0,0,0\n"),
	}, Options{})
	if err != nil || find(&b.Total, "Impressions").Sum != 18 || b.Total.Warning(CautionSameDays).Count != 1 {
		t.Errorf("%v %+v", err, b.Total)
	}
}

func TestABadFileDoesNotStopTheOthers(t *testing.T) {
	var shares []float64
	b, err := ReadAll(context.Background(), append(Paths("testdata/uci_dataset_Facebook.csv", "testdata/none.csv", "testdata"),
		textFile("empty.csv", ""),
		File{"broken.csv", func() (io.ReadCloser, int64, error) { return nil, 0, errors.New("no") }},
	), Options{Progress: func(s float64) { shares = append(shares, s) }})
	if err != nil || len(b.Imports) != 1 || b.Total.Rows.Kept != 500 {
		t.Fatalf("%v %+v", err, b)
	}
	var codes []domain.Code
	for _, f := range b.Failed {
		codes = append(codes, domain.CodeOf(f.Err))
	}
	if !slices.Equal(codes, []domain.Code{domain.ErrFileRead, domain.ErrFileRead, domain.ErrFileEmpty, domain.ErrFileRead}) {
		t.Errorf("%v", codes)
	}
	if !slices.IsSorted(shares) || shares[len(shares)-1] > 1 {
		t.Errorf("%v", shares)
	}
}

func TestTheReportHasTheKeysThatWerePromised(t *testing.T) {
	for name, i := range map[string]*Import{
		"with dates":    readText(t, "x.csv", "post id,date,likes\n1,2026-01-02 03:04,5\n", Options{}),
		"without dates": readText(t, "x.csv", "post id,likes\n1,5\n", Options{}),
	} {
		raw, err := json.Marshal(i.Report)
		if err != nil {
			t.Fatal(err)
		}
		var m map[string]any
		if err := json.Unmarshal(raw, &m); err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"file", "shape", "encoding", "rows", "columns", "skipped", "from", "to", "damaged", "warnings"} {
			if _, ok := m[key]; !ok {
				t.Errorf("%s: no %q in %s", name, key, raw)
			}
		}
		if skipped, ok := m["skipped"].([]any); !ok || skipped == nil {
			t.Errorf("%s: skipped is %v", name, m["skipped"])
		}
		if want := any("2026-01-02T03:04:00Z"); name == "with dates" && m["from"] != want || name == "without dates" && m["from"] != nil {
			t.Errorf("%s: from %v", name, m["from"])
		}
		column := m["columns"].([]any)[0].(map[string]any)
		if column["name"] != "likes" || column["metric"] != "likes" || column["sum"] != 5.0 || column["missing"] != 0.0 {
			t.Errorf("%v", column)
		}
	}
}

func TestEveryMetricOfThePackIsKnownAndNamedInBothLanguages(t *testing.T) {
	raw, err := os.ReadFile("../../assets/content/metrics.json")
	if err != nil {
		t.Fatal(err)
	}
	var p struct {
		Metrics, Dims []struct {
			Key, Kind string
			Name      map[string]string
			Aliases   []string
		}
		Columns map[string][]string
	}
	if err := json.Unmarshal(raw, &p); err != nil {
		t.Fatal(err)
	}
	var keys []string
	owner := map[string]string{}
	claim := func(by string, aliases []string) {
		for _, a := range aliases {
			if had, ok := owner[fold(a)]; ok && had != by {
				t.Errorf("%q stands for %s and for %s", a, had, by)
			}
			owner[fold(a)] = by
		}
	}
	for _, m := range p.Metrics {
		keys = append(keys, m.Key)
		if m.Kind != string(metric.KindOf(m.Key)) {
			t.Errorf("%s is a %s here and a %s there", m.Key, m.Kind, metric.KindOf(m.Key))
		}
		claim(m.Key, m.Aliases)
	}
	for _, m := range append(p.Metrics, p.Dims...) {
		if m.Name["en"] == "" || m.Name["ar"] == "" || len(m.Name) != 2 || len(m.Aliases) == 0 {
			t.Errorf("%s: names %v", m.Key, m.Name)
		}
	}
	for _, d := range p.Dims {
		claim(d.Key, d.Aliases)
		if mapped(d.Key).role != roleDim {
			t.Errorf("%s cannot be mapped", d.Key)
		}
	}
	for name, aliases := range p.Columns {
		claim(name, aliases)
	}
	if !slices.Equal(keys, metric.Known()) {
		t.Errorf("the pack has %v", keys)
	}
}
