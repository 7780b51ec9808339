// Package pretest compares what small groups of readers said of two wordings of a
// message, counted on paper.
//
// It must not call a wording better than the counts can show: with few readers most
// differences are chance. It knows no sentence; the codes get theirs in the catalogs.
package pretest

import (
	"math"

	"athar/domain"
)

// Says is what the counts of one question say about two wordings.
type Says string

// What they can say.
const (
	TooFewReaders Says = "too_few_readers" // one of the wordings had fewer than domain.MinReaders
	TooFewEvents  Says = "too_few_events"  // fewer than MinEvents said yes, or said no
	NoDifference  Says = "no_difference"   // it may well be chance
	FirstBetter   Says = "first_better"
	SecondBetter  Says = "second_better"
)

// MinEvents is how often the rarer of the two answers must have been given, by all
// readers of both wordings together, before anything is said of a difference.
const MinEvents = 5

// Chance is how likely a difference that is told may be by chance alone, in any of
// the questions of a sheet together. Each question gets its share of it, after
// Bonferroni: whoever asks six questions has six chances to be misled.
const Chance = 0.05

// Question is what one question of the sheet says.
type Question struct {
	Field         string // as domain.PretestCount names it
	First, Second int    // who said yes
	Says          Says
}

// Compare says question by question what the counts tell of two wordings that were
// shown to readers of the same segment. Both are sums; see domain.PretestSum.
// Counts that cannot be, such as more answers than readers, tell nothing.
func Compare(first, second domain.Pretest) []Question {
	a, b := first.Counts(), second.Counts()
	out := make([]Question, len(a))
	for i := range a {
		q := Question{Field: a[i].Field, First: a[i].Count, Second: b[i].Count}
		q.Says = says(q, first.Readers, second.Readers, a[i].Good, Chance/float64(len(a)))
		out[i] = q
	}
	return out
}

func says(q Question, readers, others int, good bool, level float64) Says {
	yes, no := q.First+q.Second, readers+others-q.First-q.Second
	switch {
	case readers < domain.MinReaders || others < domain.MinReaders || !counted(q.First, readers) || !counted(q.Second, others):
		return TooFewReaders
	case min(yes, no) < MinEvents:
		return TooFewEvents
	case Fisher(q.First, readers-q.First, q.Second, others-q.Second) >= level:
		return NoDifference
	}
	// Products of counts, so that no division can round two equal shares apart.
	if (q.First*others > q.Second*readers) == good {
		return FirstBetter
	}
	return SecondBetter
}

// maxReaders is more than anybody asks on paper. It bounds the work.
const maxReaders = 100_000

func counted(n, of int) bool { return n >= 0 && n <= of && of <= maxReaders }

// Fisher returns how likely it is to see a difference at least as large as between
// two groups, of which a and c said yes and b and d said no, when there is none: the
// two-sided exact test of R. A. Fisher. It adds up all tables with the same sums that
// are no likelier than the one seen. The counts must not be negative.
func Fisher(a, b, c, d int) float64 {
	first, second, yes := a+b, c+d, a+c
	seen := logTable(a, first, second, yes)
	p := 0.0
	for k := max(0, yes-second); k <= min(first, yes); k++ {
		// Tables that are equally likely differ by rounding.
		if l := logTable(k, first, second, yes); l <= seen+1e-7 {
			p += math.Exp(l)
		}
	}
	return min(1, p)
}

// logTable returns the logarithm of how likely it is that k of the yes come from the
// first group.
func logTable(k, first, second, yes int) float64 {
	return logChoose(first, k) + logChoose(second, yes-k) - logChoose(first+second, yes)
}

func logChoose(n, k int) float64 {
	f := func(n int) float64 { l, _ := math.Lgamma(float64(n) + 1); return l }
	return f(n) - f(k) - f(n-k)
}
