package metric

import (
	"time"

	"athar/domain"
)

// Actual is what an indicator has reached.
type Actual struct {
	Value float64
	Count int       // figures it is made of; for a rate, what it is a share of
	From  time.Time // first and last moment of these figures; zero without dates
	To    time.Time
}

// ActualOf works out an indicator from the readings entered by hand for it and
// from the tables of the campaign's data sets. It is not ok when there is no
// figure, or when a rate's base is too small to speak of.
//
// A sum adds rows and readings up. The last figure is the one with the newest
// moment; of equal moments the later table and the reading win, and figures
// without a moment count only when none has one. A mean is per figure. A rate
// is made anew from its base, whatever the aggregation: see Rate.
func ActualOf(ind domain.Indicator, readings []domain.Reading, tables []*Table) (Actual, bool) {
	byHand := readingsOf(ind.ID, readings)
	if KindOf(ind.Metric) == KindRate && len(byHand.Values) == 0 {
		return actualRate(ind.Metric, tables)
	}
	figures := byHand
	if ind.Metric != "" && KindOf(ind.Metric) != KindRate {
		figures = Join(SeriesFor(ind.Metric, tables...), byHand)
	}
	if ind.Aggregate == domain.AggregateLast {
		return figures.last()
	}
	a, ok := figures.total()
	if ok && ind.Aggregate == domain.AggregateMean {
		a.Value /= float64(a.Count)
	}
	return a, ok
}

func readingsOf(indicator domain.ID, readings []domain.Reading) Series {
	var s Series
	for _, r := range readings {
		if r.Indicator != indicator {
			continue
		}
		at := int64(NoTime)
		if !r.At.IsZero() {
			at = r.At.Unix()
		}
		s.Times = append(s.Times, at)
		s.Values = append(s.Values, r.Value)
	}
	return s
}

// last returns the newest figure.
func (s Series) last() (Actual, bool) {
	best := -1
	for i, v := range s.Values {
		// NoTime is below every moment.
		if !IsMissing(v) && (best < 0 || s.Times[i] >= s.Times[best]) {
			best = i
		}
	}
	if best < 0 {
		return Actual{}, false
	}
	a := Actual{Value: s.Values[best], Count: 1}
	a.reach(s.Times[best])
	return a, true
}

func (s Series) total() (Actual, bool) {
	var a Actual
	for i, v := range s.Values {
		if !IsMissing(v) {
			a.Value += v
			a.Count++
			a.reach(s.Times[i])
		}
	}
	return a, a.Count > 0
}

// reach widens the span of an actual figure to a moment.
func (a *Actual) reach(at int64) {
	if at == NoTime {
		return
	}
	t := time.Unix(at, 0).UTC()
	if a.From.IsZero() || t.Before(a.From) {
		a.From = t
	}
	if a.To.IsZero() || t.After(a.To) {
		a.To = t
	}
}

// bases returns what a rate is a share of, the better base first: X and
// LinkedIn count engagements by impressions, Meta by reach.
func bases(rate string) (part string, base []string) {
	switch rate {
	case EngagementRate:
		return Engagements, []string{Impressions, Reach}
	case ClickRate:
		return LinkClicks, []string{Impressions, Views}
	}
	return "", nil
}

// actualRate makes a rate over the tables, all of them by the same base.
func actualRate(rate string, tables []*Table) (Actual, bool) {
	part, candidates := bases(rate)
	for _, base := range candidates {
		over, under, times := []float64(nil), []float64(nil), []int64(nil)
		for _, t := range tables {
			p, b := t.Column(part), t.Column(base)
			if p == nil || b == nil {
				continue
			}
			over, under, times = append(over, p.Values...), append(under, b.Values...), append(times, t.Times...)
		}
		value, of, ok := Rate(over, under)
		if !ok {
			continue
		}
		a := Actual{Value: value, Count: int(of)}
		for i, at := range times {
			if !IsMissing(over[i]) && !IsMissing(under[i]) {
				a.reach(at)
			}
		}
		return a, true
	}
	return Actual{}, false
}

// Progress returns how much of the way from the baseline to the target has been
// gone: 0 at the baseline, 1 at the target, below 0 when things got worse. A
// target below the baseline is one to come down to. Without a baseline the way
// begins at zero. It is not ok without a target, or when there is no way to go.
func Progress(ind domain.Indicator, actual float64) (share float64, ok bool) {
	if ind.Target == nil || IsMissing(actual) {
		return 0, false
	}
	from := 0.0
	if ind.Baseline != nil {
		from = *ind.Baseline
	}
	way := *ind.Target - from
	if way == 0 {
		return 0, false
	}
	return (actual - from) / way, true
}
