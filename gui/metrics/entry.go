package metrics

import (
	"slices"
	"time"

	"athar/domain"
	"athar/domain/metric"
)

// entry is a line in the list of data: one data set, or all of them together.
type entry struct {
	id   domain.ID // NoID for all together
	sets []domain.DataSet
}

func (e entry) together() bool { return e.id == domain.NoID }

// mixed reports whether the data sets come from different exports, which may
// count differently under one name.
func (e entry) mixed() bool {
	return slices.ContainsFunc(e.sets, func(d domain.DataSet) bool { return d.Shape != e.sets[0].Shape })
}

func (e entry) span() (from, to time.Time) {
	for _, d := range e.sets {
		if d.From.IsZero() {
			continue
		}
		if from.IsZero() || d.From.Before(from) {
			from = d.From
		}
		if d.To.After(to) {
			to = d.To
		}
	}
	return from, to
}

// entriesOf returns the lines of the list: all data together, if some metric is
// in more than one data set, and then each.
func entriesOf(sets []domain.DataSet) []entry {
	var all []entry
	if slices.ContainsFunc(metric.Known(), func(key string) bool { return has(sets, key) > 1 }) {
		all = append(all, entry{sets: sets})
	}
	for _, d := range sets {
		all = append(all, entry{id: d.ID, sets: []domain.DataSet{d}})
	}
	return all
}
