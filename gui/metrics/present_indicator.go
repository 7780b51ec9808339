package metrics

import (
	"math"
	"slices"

	"athar/domain"
	"athar/domain/metric"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/kit/chart"
)

// indicatorRow is one line of the list of indicators.
type indicatorRow struct {
	Name   string
	Unsaid bool // Name says that there is none
	Actual string
	Badge  string
	Tone   kit.Tone
}

func (p presenter) indicatorRow(ind domain.Indicator, r reached, s standing) indicatorRow {
	row := indicatorRow{Name: ind.Name, Unsaid: ind.Name == "", Actual: p.actualOfTarget(ind, r)}
	if row.Unsaid {
		row.Name = p.T("metrics.unnamed")
	}
	row.Badge, row.Tone = p.badge(s)
	return row
}

// actualOfTarget says how far an indicator is, in words.
func (p presenter) actualOfTarget(ind domain.Indicator, r reached) string {
	switch {
	case !r.ok && ind.Target == nil:
		return p.T("metrics.actual.none")
	case !r.ok:
		return p.T("metrics.actual.none_of", "target", p.value(ind, *ind.Target))
	case ind.Target == nil:
		return p.T("metrics.actual.only", "actual", p.value(ind, r.actual.Value))
	}
	return p.T("metrics.actual.of", "actual", p.value(ind, r.actual.Value), "target", p.value(ind, *ind.Target))
}

func (p presenter) badge(s standing) (string, kit.Tone) {
	if s == standingNone {
		return "", kit.ToneNeutral
	}
	return p.T("metrics.standing." + string(s)), map[standing]kit.Tone{
		standingReached: kit.ToneSuccess, standingOn: kit.ToneSuccess, standingBehind: kit.ToneWarning,
	}[s]
}

// value writes a figure of an indicator in its unit.
func (p presenter) value(ind domain.Indicator, v float64) string {
	if isRate(ind) {
		return p.Percent(v)
	}
	return p.mean(v)
}

// progress says how much of the way is gone; "" when that cannot be said.
func (p presenter) progress(ind domain.Indicator, r reached) string {
	if !r.ok {
		return ""
	}
	share, ok := metric.Progress(ind, r.actual.Value)
	// A share just below 1 must not read as 100 %.
	whole := p.Percent(math.Floor(share*100+1e-9) / 100)
	switch {
	case !ok:
		return ""
	case share >= 1:
		return p.T("metrics.progress.reached", "share", whole)
	case share < 0:
		return p.T("metrics.progress.back")
	case ind.Baseline == nil:
		return p.T("metrics.progress.from_zero", "share", whole)
	}
	return p.T("metrics.progress.from_baseline", "share", whole)
}

// madeOf says which figures the actual one comes from, or why there is none.
func (p presenter) madeOf(ind domain.Indicator, r reached, hand bool) string {
	switch {
	case !r.ok && isRate(ind) && r.rows > 0:
		return p.T("metrics.made.small_base", "least", metric.SmallBase)
	case !r.ok && ind.Metric == "":
		return p.T("metrics.made.enter")
	case !r.ok:
		return p.T("metrics.made.nothing")
	case isRate(ind) && !hand:
		return p.spanned(p.N("metrics.made.rate", r.actual.Count), r.actual.From, r.actual.To)
	case ind.Aggregate == domain.AggregateLast && r.actual.To.IsZero():
		return p.T("metrics.made.last_undated")
	case ind.Aggregate == domain.AggregateLast:
		return p.T("metrics.made.last", "date", p.Date(r.actual.To))
	case ind.Aggregate == domain.AggregateMean:
		return p.spanned(p.N("metrics.made.mean", r.actual.Count), r.actual.From, r.actual.To)
	}
	return p.spanned(p.N("metrics.made.sum", r.actual.Count), r.actual.From, r.actual.To)
}

// noLine says why there is an actual figure and no picture; "" when there is one
// or neither.
func (p presenter) noLine(ind domain.Indicator, r reached) string {
	switch {
	case !r.ok || len(r.X) > 0:
		return ""
	case isRate(ind):
		return p.T("metrics.no_line_of_rate")
	}
	return p.T("metrics.no_dates")
}

// indicatorModel makes the picture of an indicator, with its target in words.
func (p presenter) indicatorModel(ind domain.Indicator, r reached, mirrored bool) chart.Model {
	kind := chart.Line
	if r.Adds {
		kind = chart.Bar
	}
	m := p.model(r.figures, p.indicatorSeries(ind, r), kind, mirrored)
	if r.Group == groupRows {
		m.Summary = p.summary(r.figures, p.N("metrics.summary_readings", r.N))
	}
	m.Format.Value = func(v float64) string { return p.value(ind, v) }
	if ind.Target != nil {
		m.Summary = p.T("metrics.summary_target", "summary", m.Summary, "target", p.value(ind, *ind.Target))
	}
	return m
}

// indicatorSeries names what is drawn.
func (p presenter) indicatorSeries(ind domain.Indicator, r reached) string {
	switch {
	case r.Group == groupRows || r.Group == "":
		return p.T("metrics.series.readings")
	case ind.Aggregate == domain.AggregateSum:
		return p.T("metrics.heading.sum."+r.Group, "metric", p.metric(ind.Metric))
	case ind.Aggregate == domain.AggregateLast:
		return p.T("metrics.heading.last."+r.Group, "metric", p.metric(ind.Metric))
	}
	return p.T("metrics.heading.mean."+r.Group, "metric", p.metric(ind.Metric))
}

// metricOptions lists what an indicator can read: nothing, a metric of the
// data, or what it reads already.
func (p presenter) metricOptions(sets []domain.DataSet, current string) []kit.Option {
	all := []kit.Option{{Value: "", Label: p.T("metrics.by_hand")}}
	for _, key := range metric.Known() {
		if has(sets, key) > 0 {
			all = append(all, kit.Option{Value: key, Label: p.metric(key)})
		}
	}
	missing := func(o kit.Option) bool { return o.Value == current }
	if !slices.ContainsFunc(all, missing) {
		all = append(all, kit.Option{Value: current, Label: p.T("metrics.not_in_data", "metric", p.metric(current))})
	}
	return all
}

// aggregateFor returns how figures of a metric become one, if only one way
// makes sense; otherwise the way that was chosen.
func aggregateFor(key string, chosen domain.Aggregation) domain.Aggregation {
	switch kind := metric.KindOf(key); {
	case kind == metric.KindStock && chosen == domain.AggregateSum:
		return domain.AggregateLast
	case kind == metric.KindDuration && chosen == domain.AggregateSum:
		return domain.AggregateMean
	}
	return chosen
}

// unit returns by what a figure of the indicator is multiplied to be typed:
// rates are kept as shares and typed in percent.
func unit(ind domain.Indicator) float64 {
	if isRate(ind) {
		return 100
	}
	return 1
}

// typed writes a figure of the indicator as it is typed into a field.
func typed(ind domain.Indicator, v *float64) string {
	if v == nil {
		return ""
	}
	// Without rounding, 7 % would come back as 7.000000000000001.
	shown := math.Round(*v*unit(ind)*1e9) / 1e9
	return i18n.Plain(&shown)
}

// readFigure reads what was typed for a figure of the indicator.
func readFigure(ind domain.Indicator, text string) (v *float64, ok bool) {
	v, ok = i18n.ParseNumber(text)
	if v != nil {
		kept := *v / unit(ind)
		v = &kept
	}
	return v, ok
}
