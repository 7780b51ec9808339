package metrics

import (
	"math"
	"slices"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/metric"
)

func TestFiguresAddUpInEveryGrouping(t *testing.T) {
	table := posts(t)
	want, _ := metric.Total(table.Column(metric.Likes).Values)
	m := measure{metric.Likes, "Likes"}
	for _, group := range []string{groupDay, groupWeek, groupMonth, groupRows, groupDim + metric.DimType} {
		f := compute([]*metric.Table{table}, m, group)
		got, _ := metric.Total(f.Y)
		if f.Group != group || got != want || f.N != table.Rows() {
			t.Errorf("by %s (asked for %s): sum %v of %d rows, want %v of %d", f.Group, group, got, f.N, want, table.Rows())
		}
	}
}

func TestTheUsualGroupingSuitsTheSpan(t *testing.T) {
	for days, want := range map[int]string{1: groupDay, 60: groupDay, 200: groupWeek, 2000: groupMonth} {
		table := &metric.Table{
			Times:   []int64{0, int64(days) * 86400},
			Columns: []metric.Column{{Metric: metric.Likes, Values: []float64{1, 2}}},
		}
		if f := compute([]*metric.Table{table}, measure{Metric: metric.Likes}, ""); f.Group != want {
			t.Errorf("%d days are grouped by %q, want %q", days, f.Group, want)
		}
	}
}

func TestLevelsAndLengthsAreAveragedAndRatesAreNot(t *testing.T) {
	table := &metric.Table{
		Times: []int64{0, 60, 86400},
		Columns: []metric.Column{
			{Metric: metric.Followers, Values: []float64{100, 110, 120}},
			{Metric: metric.EngagementRate, Values: []float64{0.1, 0.2, 0.3}},
		},
		Dims: []metric.Dim{{Key: metric.DimType, Words: []string{"a", "b"}, Index: []uint16{0, 1, 0}}},
	}
	f := compute([]*metric.Table{table}, measure{Metric: metric.Followers}, groupDay)
	if !slices.Equal(f.Y, []float64{105, 120}) || !math.IsNaN(f.Sums[0]) {
		t.Errorf("followers by day: %v, sums %v", f.Y, f.Sums)
	}
	f = compute([]*metric.Table{table}, measure{Metric: metric.EngagementRate}, groupDay)
	if f.Group != groupRows || len(f.Y) != 3 {
		t.Errorf("a rate is grouped by %q", f.Group)
	}
}

func TestWordsThatAreNumbersKeepTheirOrderAndNoWordComesLast(t *testing.T) {
	table := &metric.Table{
		Times:   []int64{metric.NoTime, metric.NoTime, metric.NoTime, metric.NoTime},
		Columns: []metric.Column{{Name: "x", Values: []float64{1, 50, metric.Missing, 9}}},
		Dims:    []metric.Dim{{Name: "Hour", Key: metric.DimHour, Words: []string{"10", "", "9", "2"}, Index: []uint16{0, 1, 2, 3}}},
	}
	f := compute([]*metric.Table{table}, measure{Column: "x"}, "")
	if !slices.Equal(f.Words, []string{"2", "9", "10", ""}) {
		t.Fatalf("in the order %q", f.Words)
	}
	if f.Y[1] == f.Y[1] || f.Count[1] != 0 {
		t.Errorf("the hour without a figure has %v of %d", f.Y[1], f.Count[1])
	}
	table.Dims[0].Words = []string{"Photo", "", "Video", "Link"}
	f = compute([]*metric.Table{table}, measure{Column: "x"}, "")
	if f.Words[0] != "Link" || f.Words[3] != "" {
		t.Errorf("words in the order %q", f.Words)
	}
}

func TestFiguresWithoutDatesAndWordsGiveNothingToDraw(t *testing.T) {
	table := &metric.Table{
		Times: []int64{metric.NoTime}, Columns: []metric.Column{{Metric: metric.Likes, Values: []float64{4}}},
	}
	f := compute([]*metric.Table{table}, measure{Metric: metric.Likes}, groupDay)
	if f.Group != "" || len(f.X) != 0 || f.N != 1 {
		t.Errorf("%+v", f)
	}
}

func TestThePeriodsOfAnIndicatorFollowItsAggregation(t *testing.T) {
	hour := int64(3600)
	table := &metric.Table{
		Times:   []int64{0, hour, 24 * hour},
		Columns: []metric.Column{{Metric: metric.Likes, Values: []float64{1, 3, 10}}},
	}
	ind := domain.Indicator{ID: domain.NewID(), Metric: metric.Likes}
	readings := []domain.Reading{{Indicator: ind.ID, At: time.Unix(24*hour, 0).UTC().Add(time.Hour), Value: 20}}
	for how, want := range map[domain.Aggregation][]float64{
		domain.AggregateSum: {4, 30}, domain.AggregateMean: {2, 15}, domain.AggregateLast: {3, 20},
	} {
		ind.Aggregate = how
		if r := reach(ind, readings, []*metric.Table{table}); !slices.Equal(r.Y, want) {
			t.Errorf("%s: %v, want %v", how, r.Y, want)
		}
	}
}

func TestAllDataTogetherIsOfferedWhenFilesShareAMetric(t *testing.T) {
	likes := domain.DataSet{ID: domain.NewID(), Columns: []domain.DataColumn{{Metric: metric.Likes, Sum: 4}}}
	more := domain.DataSet{ID: domain.NewID(), Columns: []domain.DataColumn{{Metric: metric.Likes}, {Metric: metric.Views}}}
	views := domain.DataSet{ID: domain.NewID(), Columns: []domain.DataColumn{{Name: "?"}, {Metric: metric.Followers}}}
	if all := entriesOf([]domain.DataSet{likes, views}); len(all) != 2 {
		t.Errorf("%d lines, want one a file", len(all))
	}
	all := entriesOf([]domain.DataSet{likes, more, views})
	if len(all) != 4 || !all[0].together() {
		t.Fatalf("%d lines", len(all))
	}
	if got := presenterIn(t, "en").choices(all[0]); len(got) != 1 || got[0].Metric != metric.Likes {
		t.Errorf("together there are %v", got)
	}
	choices := presenterIn(t, "en").choices(all[2])
	if i := first(choices, all[2].sets); choices[i].Metric != metric.Views && i != 0 {
		t.Errorf("begins with %v", choices[i])
	}
}
