package metrics

import (
	"time"

	"athar/domain"
	"athar/domain/metric"
)

// reached is what an indicator has come to, with the figures to draw.
type reached struct {
	figures
	actual metric.Actual
	ok     bool // there is an actual figure
	rows   int  // rows of the indicator's metric in the data
	gone   int  // data sets whose rows are not in the store
}

// reach works an indicator out. It is slow on large tables.
func reach(ind domain.Indicator, readings []domain.Reading, tables []*metric.Table) reached {
	var r reached
	r.actual, r.ok = metric.ActualOf(ind, readings, tables)
	var data metric.Series
	if ind.Metric != "" {
		data = metric.SeriesFor(ind.Metric, tables...)
	}
	r.rows = len(data.Values)
	hand := byHand(ind.ID, readings)
	switch {
	case len(hand.Values) > 0 && (len(data.Values) == 0 || isRate(ind)):
		r.span(hand)
		r.Group = groupRows
		r.figures.rows(hand)
	case len(data.Values) > 0 && !isRate(ind):
		r.periods(metric.Join(data, hand), ind.Aggregate)
	}
	return r
}

func isRate(ind domain.Indicator) bool { return metric.KindOf(ind.Metric) == metric.KindRate }

func byHand(indicator domain.ID, readings []domain.Reading) metric.Series {
	var s metric.Series
	for _, r := range readings {
		if r.Indicator == indicator && !r.At.IsZero() {
			s.Times = append(s.Times, r.At.Unix())
			s.Values = append(s.Values, r.Value)
		}
	}
	return s
}

// periods takes over the figures of both kinds by the period that suits them.
func (r *reached) periods(s metric.Series, how domain.Aggregation) {
	r.span(s)
	if !r.Dated {
		return
	}
	r.Adds = how == domain.AggregateSum
	var list []metric.Bucket
	switch r.Group = r.usual(); r.Group {
	case groupDay:
		list = s.ByDay(nil)
	case groupWeek:
		list = s.ByWeek(nil, firstOfWeek)
	default:
		list = s.ByMonth(nil)
	}
	r.buckets(list)
	if how == domain.AggregateLast {
		r.lasts(s.Points(), list)
	}
}

// lasts puts the newest figure of each period in the place of its mean.
func (r *reached) lasts(points metric.Series, list []metric.Bucket) {
	next := 0
	for i := range list {
		end := int64(1<<63 - 1)
		if i+1 < len(list) {
			end = list[i+1].Start.Unix()
		}
		for ; next < len(points.Times) && points.Times[next] < end; next++ {
			r.Y[i] = points.Values[next]
		}
	}
}

// standing is how an indicator does on its way to the target.
type standing string

// The standings.
const (
	standingNone    standing = ""         // no figure yet
	standingFree    standing = "free"     // no target
	standingReached standing = "reached"  // at the target or past it
	standingOn      standing = "on"       // as far on the way as in time, or further
	standingBehind  standing = "behind"   // less far on the way than in time
	standingUndue   standing = "underway" // no date to measure by
)

// standingOf compares the share of the way that was gone with the share of the
// time from since until the due day that has passed.
func standingOf(ind domain.Indicator, r reached, since, now time.Time) standing {
	if ind.Target == nil {
		return standingFree
	}
	if !r.ok {
		return standingNone
	}
	share, ok := metric.Progress(ind, r.actual.Value)
	switch {
	case !ok && ind.Baseline != nil && *ind.Baseline == *ind.Target, ok && share >= 1:
		return standingReached
	case !ok:
		return standingNone
	case ind.Due.IsZero():
		return standingUndue
	}
	end := ind.Due.AddDate(0, 0, 1) // the due day belongs to the time
	if !now.Before(end) || share < float64(now.Sub(since))/float64(end.Sub(since)) {
		return standingBehind
	}
	return standingOn
}
