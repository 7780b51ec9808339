package metrics

import (
	"athar/domain"
	"athar/domain/metric"
)

// choice is a measure that can be chosen.
type choice struct {
	measure
	Label string
}

// choices returns what there is to look at in an entry, what people look for
// first in front.
func (p presenter) choices(e entry) []choice {
	if e.together() {
		return p.shared(e.sets)
	}
	var known, others []choice
	columns := e.sets[0].Columns
	for _, key := range metric.Known() {
		same := columnsOf(columns, key)
		for _, c := range same {
			label := p.metric(key)
			if len(same) > 1 {
				label = p.T("metrics.column_of", "metric", label, "column", c.Name)
			}
			known = append(known, choice{measure{key, c.Name}, label})
		}
	}
	for _, c := range columnsOf(columns, "") {
		others = append(others, choice{measure{"", c.Name}, c.Name})
	}
	return append(known, others...)
}

func columnsOf(columns []domain.DataColumn, metric string) []domain.DataColumn {
	var all []domain.DataColumn
	for _, c := range columns {
		if c.Metric == metric {
			all = append(all, c)
		}
	}
	return all
}

// shared returns the metrics that more than one data set has.
func (p presenter) shared(sets []domain.DataSet) []choice {
	var all []choice
	for _, key := range metric.Known() {
		if has(sets, key) > 1 {
			all = append(all, choice{measure{Metric: key}, p.metric(key)})
		}
	}
	return all
}

// has counts the data sets with a metric.
func has(sets []domain.DataSet, key string) int {
	n := 0
	for _, d := range sets {
		if len(columnsOf(d.Columns, key)) > 0 {
			n++
		}
	}
	return n
}

// first returns the measure to begin with: the one people look for first that
// has a figure and can be added up. How many people saw several posts cannot.
func first(choices []choice, sets []domain.DataSet) int {
	for _, people := range []bool{false, true} {
		for i, c := range choices {
			if adds(metric.KindOf(c.Metric)) && countsPeople(c.Metric) == people && c.hasFigure(sets) {
				return i
			}
		}
	}
	return 0
}

// hasFigure reports whether the measure adds up to something.
func (m measure) hasFigure(sets []domain.DataSet) bool {
	for _, d := range sets {
		for _, c := range columnsOf(d.Columns, m.Metric) {
			if (m.Column == "" || m.Column == c.Name) && c.Sum != 0 {
				return true
			}
		}
	}
	return false
}

// countsPeople reports whether a metric counts people, who may be the same in
// several rows.
func countsPeople(key string) bool {
	return key == metric.Reach || key == metric.Viewers || key == metric.EngagedUsers
}
