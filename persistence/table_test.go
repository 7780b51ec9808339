package persistence

import (
	"context"
	"math"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/metric"
)

func TestTableSurvivesReopening(t *testing.T) {
	odd := &metric.Table{
		Times: []int64{metric.NoTime, math.MaxInt64, math.MinInt64 + 1, 0},
		IDs:   []string{"", "a", "a\xff", "ab"},
		Columns: []metric.Column{{Name: "odd", Values: []float64{
			math.Inf(1), math.Copysign(0, -1), metric.Missing, math.MaxFloat64,
		}}, {Name: "whole", Metric: "likes", Values: []float64{1 << 53, -(1 << 53), 0, -1}}},
		Dims: []metric.Dim{{Name: "d", Key: "type", Words: []string{"x", "", "never used"}, Index: []uint16{1, 0, 0, 1}}},
	}
	long := newTable(2)
	long.IDs[0] = strings.Repeat("x", maxCell)
	many := &metric.Table{Dims: []metric.Dim{{Name: "many"}}}
	for i := range math.MaxUint16 + 1 {
		many.Times = append(many.Times, int64(i))
		many.Dims[0].Words = append(many.Dims[0].Words, domain.NewID().String())
		many.Dims[0].Index = append(many.Dims[0].Index, uint16(i))
	}
	wide := &metric.Table{Times: make([]int64, 1000)}
	for range 300 {
		values := make([]float64, 1000)
		for i := range values {
			values[i] = float64(i) + 0.1
		}
		wide.Columns = append(wide.Columns, metric.Column{Values: values})
	}
	tests := map[string]*metric.Table{
		"empty":                {},
		"only times":           {Times: []int64{1, 2, 3}},
		"a block and a row":    newTable(rowsPerBlock + 1),
		"many blocks":          newTable(50_000),
		"odd values":           odd,
		"long ids":             long,
		"65,536 words":         many,
		"300 columns of rates": wide,
	}
	s := mustOpen(t, t.TempDir(), fast())
	ids := map[string]domain.ID{}
	for name, table := range tests {
		ids[name] = domain.NewID()
		last := 0.0
		err := s.PutTable(ctx, ids[name], table, func(share float64) {
			if share < last || share > 1 {
				t.Errorf("%s: share %v after %v", name, share, last)
			}
			last = share
		})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if last != 1 {
			t.Errorf("%s: ended at share %v", name, last)
		}
		wantTable(t, s, ids[name], table)
	}
	s = reopen(t, s)
	for name, table := range tests {
		t.Run(name, func(t *testing.T) { wantTable(t, s, ids[name], table) })
	}
	wantVerified(t, s)
}

func TestTableThatContradictsItselfIsRefused(t *testing.T) {
	tests := map[string]func(*metric.Table){
		"short column":     func(t *metric.Table) { t.Columns[0].Values = t.Columns[0].Values[1:] },
		"short ids":        func(t *metric.Table) { t.IDs = t.IDs[1:] },
		"short dim":        func(t *metric.Table) { t.Dims[0].Index = nil },
		"word not there":   func(t *metric.Table) { t.Dims[0].Index[1] = 9 },
		"id is too long":   func(t *metric.Table) { t.IDs[0] = strings.Repeat("x", maxCell+1) },
		"word is too long": func(t *metric.Table) { t.Dims[0].Words[0] = strings.Repeat("x", maxCell+1) },
	}
	s := mustOpen(t, t.TempDir(), fast())
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			table, id := newTable(10), domain.NewID()
			spoil(table)
			if err := s.PutTable(ctx, id, table, nil); err == nil {
				t.Fatal("it was kept")
			}
			_, err := s.Table(ctx, id)
			wantCode(t, err, domain.ErrNotFound)
		})
	}
}

func TestCancelledImportLeavesNothing(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	id, table := domain.NewID(), newTable(200_000)
	stopping, cancel := context.WithCancel(ctx)
	err := s.PutTable(stopping, id, table, func(float64) { cancel() })
	wantCode(t, err, domain.ErrCancelled)
	_, err = s.Table(ctx, id)
	wantCode(t, err, domain.ErrNotFound)
	if n := s.state.Counts[letterTable]; n != 0 {
		t.Errorf("%d blocks are left", n)
	}
	wantVerified(t, s)
	if err := s.PutTable(ctx, id, table, nil); err != nil { // and can be done again
		t.Fatal(err)
	}
	wantTable(t, s, id, table)
}

func TestImportCutShortByACrashIsRemovedAtTheNextStart(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	id, table := domain.NewID(), newTable(200_000)
	head, _ := headOf(table)
	parts := 0
	p := tablePut{ctx: ctx, id: id, head: head, keep: func(id domain.ID, first uint32, values [][]byte) error {
		parts++
		return s.keepPart(id, first, values)
	}}
	if err := p.run(table); err != nil {
		t.Fatal(err)
	}
	if parts < 2 {
		t.Fatalf("%d parts: the table is too small for this test", parts)
	}
	crash(t, s)
	s = mustOpen(t, s.Dir(), s.opts)
	if r := s.OpenReport(); r.Unfinished != 1 {
		t.Errorf("report is %+v", r)
	}
	_, err := s.Table(ctx, id)
	wantCode(t, err, domain.ErrNotFound)
	if n := s.state.Counts[letterTable]; n != 0 {
		t.Errorf("%d blocks are left", n)
	}
	wantVerified(t, s)
}

func TestTableIsImmutable(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	id, table := domain.NewID(), newTable(3000)
	for range 2 { // the same again is no mistake
		if err := s.PutTable(ctx, id, table, nil); err != nil {
			t.Fatal(err)
		}
	}
	other := newTable(3000)
	other.Columns[0].Values[7]++
	wantCode(t, s.PutTable(ctx, id, other, nil), domain.ErrUnknownValue)
	wantTable(t, s, id, table)
}

func FuzzBlock(f *testing.F) {
	for _, rows := range []int{1, 3, 40} {
		t := newTable(rows)
		f.Add(appendRows(nil, t, 0, rows), true)
		words, _ := appendWords(nil, 0, t.Dims[0].Words, 0)
		f.Add(words, false)
	}
	f.Fuzz(func(t *testing.T, payload []byte, withIDs bool) {
		table := emptyTable(wireTable{
			Rows: 10, Blocks: 1, IDs: withIDs,
			Columns: make([]wireColumn, 6), Dims: make([]wireColumn, 1),
		})
		table.Dims[0].Words = []string{"a", "b", "c"}
		if !(&blockReader{buf: payload}).read(table, withIDs) {
			return
		}
		for _, c := range table.Columns {
			if len(c.Values) != table.Rows() {
				t.Fatalf("%d values in %d rows", len(c.Values), table.Rows())
			}
		}
		if table.Rows() > rowsPerBlock || (withIDs && len(table.IDs) != table.Rows()) {
			t.Fatalf("%d rows, %d ids", table.Rows(), len(table.IDs))
		}
	})
}
