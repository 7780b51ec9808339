package pretest_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"athar/domain"
	"athar/domain/pretest"
)

// Among the values are published ones: Fisher's tea, and the example of SciPy's manual.
func TestTheExactTestGivesPublishedValues(t *testing.T) {
	for _, tt := range []struct {
		a, b, c, d int
		want       float64
	}{
		{3, 1, 1, 3, 0.48571428571428565},
		{6, 2, 1, 4, 0.1025641025641027},
		{8, 2, 1, 5, 0.03496503496503495},
		{1, 9, 11, 3, 0.0027594561852200836},
		{0, 5, 5, 0, 2.0 / 252},
		{5, 5, 5, 5, 1},
		{0, 0, 0, 0, 1},
		{7, 0, 3, 0, 1},
	} {
		if got := pretest.Fisher(tt.a, tt.b, tt.c, tt.d); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%d %d | %d %d: %v, want %v", tt.a, tt.b, tt.c, tt.d, got, tt.want)
		}
	}
}

func TestTheExactTestIsTheSameWhicheverWayOneLooks(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(0, 60)
		a, b, c, d := n.Draw(r, "a"), n.Draw(r, "b"), n.Draw(r, "c"), n.Draw(r, "d")
		p := pretest.Fisher(a, b, c, d)
		for _, q := range []float64{pretest.Fisher(c, d, a, b), pretest.Fisher(b, a, d, c)} {
			if math.Abs(p-q) > 1e-9 || p < 0 || p > 1 {
				r.Fatalf("%v and %v", p, q)
			}
		}
	})
}

func TestNoWordingIsBetterWithoutGrounds(t *testing.T) {
	sheet := func(readers, understood, offensive int) domain.Pretest {
		return domain.Pretest{Readers: readers, Understood: understood, Offensive: offensive}
	}
	for name, tt := range map[string]struct {
		first, second         domain.Pretest
		understood, offensive pretest.Says
	}{
		"four readers":                {sheet(4, 4, 0), sheet(40, 0, 40), pretest.TooFewReaders, pretest.TooFewReaders},
		"nobody read":                 {sheet(0, 0, 0), sheet(0, 0, 0), pretest.TooFewReaders, pretest.TooFewReaders},
		"the sample":                  {sheet(6, 4, 0), sheet(6, 6, 0), pretest.TooFewEvents, pretest.TooFewEvents},
		"all but one of each":         {sheet(6, 1, 3), sheet(6, 5, 3), pretest.NoDifference, pretest.NoDifference},
		"as clear as it can be":       {sheet(20, 3, 18), sheet(20, 18, 3), pretest.SecondBetter, pretest.SecondBetter},
		"the other way round":         {sheet(20, 18, 3), sheet(20, 3, 18), pretest.FirstBetter, pretest.FirstBetter},
		"more answers than readers":   {sheet(20, 30, 3), sheet(20, 3, 18), pretest.TooFewReaders, pretest.FirstBetter},
		"clear for one question only": {sheet(10, 2, 5), sheet(10, 8, 5), pretest.NoDifference, pretest.NoDifference}, // p = 0.023
	} {
		for _, q := range pretest.Compare(tt.first, tt.second) {
			switch {
			case q.Field == "understood" && q.Says != tt.understood, q.Field == "offensive" && q.Says != tt.offensive:
				t.Errorf("%s: of %s it says %s", name, q.Field, q.Says)
			case q.Field == "attention" && (q.Says == pretest.FirstBetter || q.Says == pretest.SecondBetter):
				t.Errorf("%s: nobody gave attention, and it says %s", name, q.Says)
			}
		}
	}
}

// A winner must be seen by hardly anybody when there is none to see.
func TestWordingsThatAreAlikeSeldomDiffer(t *testing.T) {
	told, sheets := 0.0, 12
	for a := range sheets + 1 {
		for b := range sheets + 1 {
			q := pretest.Compare(
				domain.Pretest{Readers: sheets, Believed: a}, domain.Pretest{Readers: sheets, Believed: b})[2]
			if q.Says == pretest.FirstBetter || q.Says == pretest.SecondBetter {
				told += binomial(sheets, a) * binomial(sheets, b)
			}
		}
	}
	if told > pretest.Chance/6 {
		t.Errorf("a difference is told in %.4f of the cases", told)
	}
}

// binomial is how likely k of n are when each is as likely as not.
func binomial(n, k int) float64 {
	p := math.Pow(0.5, float64(n))
	for i := range k {
		p *= float64(n-i) / float64(i+1)
	}
	return p
}
