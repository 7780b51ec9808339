package metric

import (
	"testing"
	"time"

	"athar/domain"
)

func day(d int) time.Time { return time.Date(2026, 3, d, 0, 0, 0, 0, time.UTC) }

func TestAnIndicatorIsWorkedOutFromRowsAndReadings(t *testing.T) {
	id, other := domain.NewID(), domain.NewID()
	reading := func(of domain.ID, d int, v float64) domain.Reading {
		return domain.Reading{Indicator: of, At: day(d), Value: v}
	}
	likes := &Table{
		Times:   []int64{day(2).Unix(), day(5).Unix(), NoTime},
		Columns: []Column{{Metric: Likes, Values: []float64{10, 30, Missing}}},
	}
	more := &Table{Times: []int64{day(3).Unix()}, Columns: []Column{{Metric: Likes, Values: []float64{5}}}}
	tests := []struct {
		name     string
		ind      domain.Indicator
		readings []domain.Reading
		want     Actual
		ok       bool
	}{
		{
			"a sum adds tables and readings",
			domain.Indicator{Metric: Likes, Aggregate: domain.AggregateSum},
			[]domain.Reading{reading(id, 9, 100), reading(other, 1, 7)},
			Actual{145, 4, day(2), day(9)},
			true,
		},
		{
			"the newest figure is the last",
			domain.Indicator{Metric: Likes, Aggregate: domain.AggregateLast},
			[]domain.Reading{reading(id, 1, 100)},
			Actual{30, 1, day(5), day(5)},
			true,
		},
		{
			"of equal moments the reading is the last",
			domain.Indicator{Metric: Likes, Aggregate: domain.AggregateLast},
			[]domain.Reading{reading(id, 5, 31)},
			Actual{31, 1, day(5), day(5)},
			true,
		},
		{
			"a mean is per figure",
			domain.Indicator{Metric: Likes, Aggregate: domain.AggregateMean},
			nil,
			Actual{15, 3, day(2), day(5)},
			true,
		},
		{
			"readings alone are enough",
			domain.Indicator{Aggregate: domain.AggregateSum},
			[]domain.Reading{reading(id, 1, 2), reading(id, 2, 3)},
			Actual{5, 2, day(1), day(2)},
			true,
		},
		{"nothing is not zero", domain.Indicator{Metric: Shares, Aggregate: domain.AggregateSum}, nil, Actual{}, false},
		{"nothing has no last figure", domain.Indicator{Metric: Shares, Aggregate: domain.AggregateLast}, nil, Actual{}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.ind.ID = id
			got, ok := ActualOf(tt.ind, tt.readings, []*Table{likes, more})
			if ok != tt.ok || ok && got != tt.want {
				t.Errorf("%+v %v, want %+v", got, ok, tt.want)
			}
		})
	}
}

func TestARateIndicatorIsMadeFromItsBase(t *testing.T) {
	ind := domain.Indicator{ID: domain.NewID(), Metric: EngagementRate, Aggregate: domain.AggregateMean}
	table := func(base string, engaged, of float64) *Table {
		return &Table{Times: []int64{day(1).Unix()}, Columns: []Column{
			{Metric: Engagements, Values: []float64{engaged}},
			{Metric: base, Values: []float64{of}},
			{Metric: EngagementRate, Values: []float64{engaged / of}},
		}}
	}
	got, ok := ActualOf(ind, nil, []*Table{table(Impressions, 9, 10), table(Impressions, 1, 90)})
	if !ok || got.Value != 0.1 || got.Count != 100 || !got.From.Equal(day(1)) {
		t.Errorf("%+v %v", got, ok)
	}
	if got, ok := ActualOf(ind, nil, []*Table{table(Reach, 5, 50)}); !ok || got.Value != 0.1 {
		t.Errorf("by reach: %+v %v", got, ok)
	}
	if _, ok := ActualOf(ind, nil, []*Table{table(Impressions, 9, 10)}); ok {
		t.Error("a rate over ten people")
	}
	byHand := []domain.Reading{{Indicator: ind.ID, At: day(2), Value: 0.2}}
	if got, ok := ActualOf(ind, byHand, nil); !ok || got.Value != 0.2 {
		t.Errorf("entered by hand: %+v", got)
	}
}

func TestProgressGoesFromBaselineToTarget(t *testing.T) {
	p := func(v float64) *float64 { return &v }
	tests := []struct {
		name             string
		baseline, target *float64
		actual, want     float64
		ok               bool
	}{
		{"half of the way up", p(100), p(200), 150, 0.5, true},
		{"half of the way down", p(200), p(100), 150, 0.5, true},
		{"worse than at the start", p(100), p(200), 90, -0.1, true},
		{"worse when it should fall", p(200), p(100), 220, -0.2, true},
		{"more than enough", p(0), p(10), 15, 1.5, true},
		{"without a baseline from zero", nil, p(50), 20, 0.4, true},
		{"no target", p(1), nil, 5, 0, false},
		{"no way to go", p(5), p(5), 5, 0, false},
		{"down to zero needs a baseline", nil, p(0), 5, 0, false},
		{"no figure", p(0), p(1), Missing, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := Progress(domain.Indicator{Baseline: tt.baseline, Target: tt.target}, tt.actual)
			if ok != tt.ok || !near(got, tt.want, 1e-12) {
				t.Errorf("%v %v, want %v %v", got, ok, tt.want, tt.ok)
			}
		})
	}
}

func TestTheNewestTableHasTheRow(t *testing.T) {
	table := func(name string, ids []string, values ...float64) *Table {
		t := &Table{IDs: ids, Columns: []Column{{Name: name, Metric: Likes, Values: values}}}
		for range values {
			t.Times = append(t.Times, NoTime)
			t.Dims = []Dim{{Key: DimType, Words: []string{"x"}, Index: make([]uint16, len(values))}}
		}
		return t
	}
	got := Newest(
		table("Likes", []string{"a", "b", "", "b"}, 1, 2, 3, 4),
		table("Likes", []string{"b", "c", ""}, 20, 30, 40),
		table("Other", []string{"a", "c"}, 500, 600),
		table("Likes", nil, 7000),
	)
	for i, want := range []float64{1 + 3, 20 + 30 + 40, 500 + 600, 7000} {
		if sum, _ := Total(got[i].Columns[0].Values); sum != want || len(got[i].Times) != len(got[i].Columns[0].Values) {
			t.Errorf("table %d holds %v, want %v", i, sum, want)
		}
	}
	if got[0].Rows() != 2 || len(got[0].IDs) != 2 || len(got[0].Dims[0].Index) != 2 {
		t.Errorf("%+v", got[0])
	}
}
