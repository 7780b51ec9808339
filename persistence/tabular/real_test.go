package tabular

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"athar/domain/metric"
)

// realData returns the path of a data set that is too large for the
// repository, in the folder that ATHAR_DATA names; where there is none, the test
// is skipped.
func realData(t *testing.T, file string) string {
	t.Helper()
	folder := os.Getenv("ATHAR_DATA")
	if folder == "" {
		t.Skip("the data set is not at hand: ATHAR_DATA names no folder")
	}
	path := filepath.Join(folder, "metrics", file)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the data set is not at hand: %v", err)
	}
	return path
}

// readFile imports a single file.
func readFile(t *testing.T, path string, o Options) (*Import, error) {
	t.Helper()
	b, err := ReadAll(context.Background(), Paths(path), o)
	if err != nil {
		return nil, err
	}
	if len(b.Failed) > 0 {
		return nil, b.Failed[0].Err
	}
	return b.Imports[0], nil
}

func readReal(t *testing.T, path string, o Options) *Import {
	t.Helper()
	imported, err := readFile(t, path, o)
	if err != nil {
		t.Fatal(err)
	}
	return imported
}

func TestTheFacebookMetricsSetHasItsPublishedTotals(t *testing.T) {
	i := readReal(t, "testdata/uci_dataset_Facebook.csv", Options{})
	r := &i.Report
	if r.Shape != "uci_facebook" || r.Separator != ";" || r.Rows != (Rows{500, 500, 0, 0}) || r.From != nil || len(r.LeftOut) > 0 {
		t.Errorf("%+v", *r)
	}
	type facts struct {
		sum     float64
		missing int
	}
	for name, w := range map[string]facts{
		"comment": {3741, 0}, "like": {88795, 1}, "share": {13524, 4}, "Total Interactions": {106060, 0},
		"Lifetime Post Total Reach": {6951680, 0}, "Lifetime Post Total Impressions": {14792974, 0}, "Paid": {139, 1},
	} {
		if c := find(r, name); c.Sum != w.sum || c.Missing != w.missing {
			t.Errorf("%s: %+v", name, c)
		}
	}
	for _, key := range []string{metric.DimType, metric.DimMonth, metric.DimWeekday, metric.DimHour, metric.DimPaid} {
		if i.Table.Dim(key) == nil {
			t.Errorf("no dimension %s", key)
		}
	}
	if len(i.Table.Columns) != 13 || i.Table.IDs != nil {
		t.Errorf("%d columns of figures", len(i.Table.Columns))
	}
}

func find(r *Report, name string) Column {
	for _, c := range r.Columns {
		if c.Name == name {
			return c
		}
	}
	return Column{}
}

func TestTheFacebookLiveSetHasItsPublishedTotals(t *testing.T) {
	path := realData(t, "uci_facebook_live_sellers_Live.csv")
	i := readReal(t, path, Options{})
	r := &i.Report
	if r.Shape != "facebook_live" || r.Rows != (Rows{7050, 7050, 0, 53}) {
		t.Errorf("%s %+v", r.Shape, r.Rows)
	}
	for name, sum := range map[string]float64{
		"num_comments": 1581710, "num_shares": 282159, "num_reactions": 1622326, "num_likes": 1516054,
	} {
		if c := find(r, name); c.Sum != sum || c.Missing != 0 {
			t.Errorf("%+v", c)
		}
	}
	if got := moments2(r); got != [2]string{"2012-07-15T02:51:00Z", "2018-06-13T01:12:00Z"} {
		t.Errorf("%v", got)
	}
	if n := r.Warning(CautionSumUnlikeParts).Count; n != 7050-7041 {
		t.Errorf("%d sums unlike their parts", n)
	}
	counts := map[string]int{}
	d := i.Table.Dim(metric.DimType)
	for _, w := range d.Index {
		counts[d.Words[w]]++
	}
	if counts["photo"] != 4288 || counts["video"] != 2334 || counts["status"] != 365 || counts["link"] != 63 {
		t.Errorf("%v", counts)
	}
	dropped := &readReal(t, path, Options{DropRepeats: true}).Report
	if dropped.Rows != (Rows{7050, 6997, 53, 53}) || len(dropped.Skipped) != 53 || dropped.Skipped[0].Reason != ReasonRepeated {
		t.Errorf("%+v", dropped.Rows)
	}
}

func TestTheDamagedTweetsAreKeptAndListed(t *testing.T) {
	i := readReal(t, realData(t, "fivethirtyeight_twitter-ratio_BarackObama.csv"), Options{})
	r := &i.Report
	if r.Shape != "tweet_list" || r.Encoding != "utf-8" || r.Rows != (Rows{3207, 3207, 0, 0}) {
		t.Errorf("%s %s %+v", r.Shape, r.Encoding, r.Rows)
	}
	for name, sum := range map[string]float64{"replies": 1674570, "retweets": 14448644, "favorites": 44275398} {
		if c := find(r, name); c.Sum != sum || c.Missing != 0 {
			t.Errorf("%+v", c)
		}
	}
	// 1,378 rows hold bytes that are not UTF-8, all of them in the text.
	if len(r.Damaged) != 1378 || r.DamagedRows() != 1378 || r.Damaged[0] != (Place{4, "text"}) {
		t.Errorf("%d damaged", len(r.Damaged))
	}
	if d := i.DataSet([16]byte{1}, time.Unix(0, 0)); d.Damaged != 1378 || d.Kept != 3207 || len(d.Columns) != 3 || d.From.IsZero() {
		t.Errorf("%+v", d)
	}
}
