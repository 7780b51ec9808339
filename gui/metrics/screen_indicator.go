package metrics

import (
	"fmt"
	"slices"

	"athar/domain"
	"athar/domain/calendar"
)

// worked is an indicator that was worked out, or is being.
type worked struct {
	key     string // what it was worked out from
	version int
	pending bool
	reached
}

// workOut works out the indicators that have changed: at once from readings, in
// the background from rows.
func (s *Screen) workOut() {
	c := s.deps.Session.Campaign()
	for _, ind := range s.indicators {
		readings, sets := c.SortedReadings(ind.ID), setsFor(ind, c.DataSets)
		key := fmt.Sprint(ind.Metric, ind.Aggregate, nameOf(sets), readings)
		old, ok := s.worked[ind.ID]
		if ok && old.key == key {
			continue
		}
		if len(sets) == 0 {
			s.worked[ind.ID] = worked{key: key, version: old.version + 1, reached: reach(ind, readings, nil)}
			continue
		}
		if s.started {
			s.fetchFor(ind, readings, sets, worked{key: key, version: old.version + 1, pending: true})
		}
	}
}

// setsFor returns the data sets an indicator reads. A rate is worked out from
// other metrics than its own, so it reads all.
func setsFor(ind domain.Indicator, sets []domain.DataSet) []domain.DataSet {
	if ind.Metric == "" {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(sets), func(d domain.DataSet) bool {
		return !isRate(ind) && len(columnsOf(d.Columns, ind.Metric)) == 0
	})
}

func (s *Screen) fetchFor(ind domain.Indicator, readings []domain.Reading, sets []domain.DataSet, w worked) {
	s.worked[ind.ID] = w
	wanted := func() bool { return s.worked[ind.ID].key == w.key }
	s.shelf.do(job{
		sets: sets, wanted: wanted,
		work: func(src sources) {
			w.reached = reach(ind, readings, src.tables)
			w.gone = len(src.gone)
		},
		done: func(src sources) {
			s.deps.Report(src.err)
			if !wanted() {
				return
			}
			w.pending = false
			w.version++
			s.worked[ind.ID] = w
			s.show()
		},
	})
}

// forget has everything fetched again that lacked rows.
func (s *Screen) forget() {
	s.shelf.forget()
	s.look.forget()
	for id, w := range s.worked {
		if w.gone > 0 && !w.pending {
			delete(s.worked, id)
		}
	}
}

func (s *Screen) standing(ind domain.Indicator) standing {
	return standingOf(ind, s.worked[ind.ID].reached, s.deps.Session.Campaign().Header.Created, s.deps.Now())
}

func (s *Screen) indicatorRow(i int) indicatorRow {
	ind := s.indicators[i]
	w := s.worked[ind.ID]
	row := s.present.indicatorRow(ind, w.reached, s.standing(ind))
	if w.pending {
		row.Actual, row.Badge = s.present.T("metrics.working"), ""
	}
	return row
}

func (s *Screen) showIndicator(ind domain.Indicator) {
	c := s.deps.Session.Campaign()
	readings := c.SortedReadings(ind.ID)
	slices.Reverse(readings)
	w := s.worked[ind.ID]
	s.view.indicator.show(indicatorState{
		ind: ind, readings: readings, sets: c.DataSets, reached: w.reached, standing: s.standing(ind),
		working: w.pending, version: w.version,
		mirrored: s.deps.Env.RTL() && s.look.direction == directionReading,
	})
	s.view.indicator.propose(s.today())
}

// Add adds an indicator and puts the caret into its name.
func (s *Screen) Add() {
	ind := domain.Indicator{ID: s.deps.NewID(), Aggregate: domain.AggregateLast}
	if s.apply(domain.AddIndicator{Indicator: ind}) == nil {
		s.view.indicator.focus("name")
	}
}

// change edits the selected indicator.
func (s *Screen) change(field string, edit func(*domain.Indicator)) {
	ind, ok := s.deps.Session.Campaign().Indicator(s.selected.ID)
	if !ok {
		return
	}
	edit(&ind)
	_ = s.apply(domain.ChangeIndicator{Indicator: ind, Field: field})
}

func (s *Screen) setName(name string) {
	s.change("name", func(i *domain.Indicator) { i.Name = name })
}

// setMetric also corrects how figures become one, where only one way makes
// sense: followers of two days are not two days' followers.
func (s *Screen) setMetric(key string) {
	s.change("", func(i *domain.Indicator) {
		if i.Metric == "" && key != "" {
			i.Aggregate = domain.AggregateSum
		}
		i.Metric, i.Aggregate = key, aggregateFor(key, i.Aggregate)
	})
}

func (s *Screen) setAggregate(how string) {
	s.change("", func(i *domain.Indicator) { i.Aggregate = domain.Aggregation(how) })
}

func (s *Screen) setTag(tag string) {
	s.change("", func(i *domain.Indicator) { i.Tag = tag })
}

func (s *Screen) setBaseline(text string) {
	s.setFigure("baseline", text, func(i *domain.Indicator, v *float64) { i.Baseline = v })
}

func (s *Screen) setTarget(text string) {
	s.setFigure("target", text, func(i *domain.Indicator, v *float64) { i.Target = v })
}

func (s *Screen) setFigure(field, text string, set func(*domain.Indicator, *float64)) {
	ind, ok := s.deps.Session.Campaign().Indicator(s.selected.ID)
	if !ok {
		return
	}
	v, ok := readFigure(ind, text)
	if !ok {
		s.problem(field, domain.ErrNotNumber)
		return
	}
	s.problem(field, "")
	s.change(field, func(i *domain.Indicator) { set(i, v) })
}

func (s *Screen) setDue(day calendar.Date) {
	s.change("due", func(i *domain.Indicator) { i.Due = day.Time() })
}

func (s *Screen) today() calendar.Date { return calendar.Of(s.deps.Now()) }

// problem says under a field what is wrong with it; "" takes that away.
func (s *Screen) problem(field string, code domain.Code) {
	sentence := ""
	if code != "" {
		sentence = s.present.Error(domain.Problem(code, field))
	}
	s.view.indicator.problem(field, sentence)
}

func (s *Screen) removeIndicator() {
	if s.selected.Kind == domain.KindIndicator {
		_ = s.apply(domain.RemoveIndicator{ID: s.selected.ID})
	}
}

// addReading adds what stands in the line for a new reading. A reading of a day
// to come is a slip of the pen.
func (s *Screen) addReading() {
	ind, ok := s.deps.Session.Campaign().Indicator(s.selected.ID)
	if !ok {
		return
	}
	day, value, note, dayOK := s.view.indicator.newReading()
	v, numberOK := readFigure(ind, value)
	problems := map[string]domain.Code{"reading.at": "", "reading.value": ""}
	if dayOK && day.IsZero() {
		problems["reading.at"] = domain.ErrRequired
	}
	switch {
	case !numberOK:
		problems["reading.value"] = domain.ErrNotNumber
	case v == nil:
		problems["reading.value"] = domain.ErrRequired
	}
	for field, code := range problems {
		s.problem(field, code)
	}
	if !dayOK || problems["reading.at"] != "" || problems["reading.value"] != "" {
		return
	}
	if day.Compare(s.today()) > 0 {
		s.view.indicator.problem("reading.at", s.present.T("metrics.problem.future"))
		return
	}
	r := domain.Reading{ID: s.deps.NewID(), Indicator: ind.ID, At: day.Time(), Value: *v, Note: note}
	if s.apply(domain.PutReading{Reading: r}) == nil {
		s.view.indicator.clearReading()
		s.view.indicator.focus("reading.value")
	}
}

func (s *Screen) removeReading(row int) {
	readings := s.deps.Session.Campaign().SortedReadings(s.selected.ID)
	if i := len(readings) - 1 - row; row >= 0 && i >= 0 {
		_ = s.apply(domain.RemoveReading{ID: readings[i].ID})
	}
}
