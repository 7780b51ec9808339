package metrics

import (
	"context"
	"slices"
	"strings"

	"athar/domain"
	"athar/domain/metric"
	"athar/gui/run"
)

// sources are the rows of some data sets, each row once.
type sources struct {
	tables []*metric.Table
	gone   []domain.DataSet // whose rows are not in the store
	err    error            // the store failed
}

// shelf fetches the rows of data sets in the background and keeps them for the
// next time. Its methods belong to the window's goroutine. One job runs at a
// time: two would fetch the same rows twice.
type shelf struct {
	store metric.Store
	run   *run.Runner
	ctx   context.Context

	tables map[domain.ID]*metric.Table // nil for rows that are not in the store
	recent []domain.ID                 // in tables, the least recently used first
	newest []*metric.Table             // of the data sets in newestOf
	of     string

	busy    bool
	waiting []job
}

// job is something to do with the rows of data sets.
type job struct {
	sets   []domain.DataSet
	wanted func() bool   // asked before the job begins; a job nobody wants is dropped
	work   func(sources) // in the background
	done   func(sources) // back on the window's goroutine
}

// mostCells is how many figures stay in memory, at 8 bytes each, beside those
// in use. A file of 300,000 rows and 8 columns has 2.4 million.
const mostCells = 6_000_000

func newShelf(ctx context.Context, store metric.Store, runner *run.Runner) *shelf {
	return &shelf{store: store, run: runner, ctx: ctx, tables: map[domain.ID]*metric.Table{}}
}

// do runs a job, after those that came before it.
func (s *shelf) do(j job) {
	s.waiting = append(s.waiting, j)
	s.next()
}

func (s *shelf) next() {
	for !s.busy && len(s.waiting) > 0 {
		j := s.waiting[0]
		s.waiting = s.waiting[1:]
		if s.ctx.Err() == nil && j.wanted() {
			s.start(j)
		}
	}
}

func (s *shelf) start(j job) {
	s.busy = true
	f := s.fetching(j.sets)
	var src sources
	s.run.Background(func() {
		src = f.fetch(s.ctx, s.store)
		if src.err == nil {
			j.work(src)
		}
	}, func() {
		s.busy = false
		s.keep(f)
		if s.ctx.Err() == nil {
			j.done(src)
		}
		s.next()
	})
}

// fetching is one trip to the store. Between leaving and coming back it belongs
// to the background.
type fetching struct {
	sets   []domain.DataSet
	of     string // names the sets
	have   map[domain.ID]*metric.Table
	newest []*metric.Table // nil when not worked out yet
}

func (s *shelf) fetching(sets []domain.DataSet) *fetching {
	f := &fetching{sets: slices.Clone(sets), of: nameOf(sets), have: map[domain.ID]*metric.Table{}}
	for _, d := range sets {
		if t, ok := s.tables[d.ID]; ok {
			f.have[d.ID] = t
		}
	}
	if f.of == s.of {
		f.newest = s.newest
	}
	return f
}

// nameOf names data sets whose rows never change.
func nameOf(sets []domain.DataSet) string {
	var b strings.Builder
	for _, d := range sets {
		b.Write(d.ID[:])
	}
	return b.String()
}

func (f *fetching) fetch(ctx context.Context, store metric.Store) sources {
	var src sources
	// The newest export of a row counts, so the oldest comes first.
	slices.SortStableFunc(f.sets, func(a, b domain.DataSet) int { return a.Imported.Compare(b.Imported) })
	for _, d := range f.sets {
		t, ok := f.have[d.ID]
		if !ok {
			var err error
			t, err = store.Table(ctx, d.ID)
			if err != nil && domain.CodeOf(err) != domain.ErrNotFound {
				return sources{err: err}
			}
			f.have[d.ID] = t
		}
		if t == nil {
			src.gone = append(src.gone, d)
			continue
		}
		src.tables = append(src.tables, t)
	}
	if f.newest == nil {
		f.newest = metric.Newest(src.tables...)
	}
	src.tables = f.newest
	return src
}

// keep puts what was fetched on the shelf and takes down what was not used for
// longest, if there is too much.
func (s *shelf) keep(f *fetching) {
	s.of, s.newest = f.of, f.newest
	for _, d := range f.sets {
		if t, ok := f.have[d.ID]; ok {
			s.tables[d.ID] = t
			s.recent = append(slices.DeleteFunc(s.recent, func(id domain.ID) bool { return id == d.ID }), d.ID)
		}
	}
	cells := 0
	for i := len(s.recent) - 1; i >= 0; i-- {
		if t := s.tables[s.recent[i]]; t != nil {
			cells += t.Rows() * (len(t.Columns) + 2)
		}
		if cells > mostCells && i < len(s.recent)-len(f.sets) {
			for _, id := range s.recent[:i+1] {
				delete(s.tables, id)
			}
			s.recent = s.recent[i+1:]
			return
		}
	}
}

// forget drops the rows that were missing: an undo or an import may have
// brought them.
func (s *shelf) forget() {
	s.of, s.newest = "", nil
	for id, t := range s.tables {
		if t == nil {
			delete(s.tables, id)
			s.recent = slices.DeleteFunc(s.recent, func(r domain.ID) bool { return r == id })
		}
	}
}
