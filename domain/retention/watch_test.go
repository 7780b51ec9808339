package retention_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"athar/domain"
	"athar/domain/retention"
)

const day = 24 * time.Hour

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// ending are the choices that end.
var ending = []retention.Keep{retention.Month, retention.Quarter, retention.Year}

func period(k retention.Keep) time.Duration {
	days, _ := k.Days()
	return time.Duration(days) * day
}

func TestACampaignGoesAtTheFirstStartAfterItsTime(t *testing.T) {
	for _, keep := range ending {
		var w retention.Watch
		var over []domain.ID
		days, _ := keep.Days()
		for d := range days {
			w, over = w.Start(noon.Add(time.Duration(d)*day), []domain.ID{{1}}, keep)
			if len(over) > 0 {
				t.Fatalf("%s: gone after %d days", keep, d)
			}
			if left, ends := w.Remaining(domain.ID{1}, noon.Add(time.Duration(d)*day), keep); !ends || left != days-d {
				t.Fatalf("%s: after %d days %d are left", keep, d, left)
			}
		}
		if _, over = w.Start(noon.Add(period(keep)), []domain.ID{{1}}, keep); !slices.Equal(over, []domain.ID{{1}}) {
			t.Errorf("%s: still there after its time", keep)
		}
	}
}

func TestWhatStaysForEverNeverGoes(t *testing.T) {
	var w retention.Watch
	for year := range 40 {
		var over []domain.ID
		if w, over = w.Start(noon.AddDate(year, 0, 0), []domain.ID{{1}}, retention.ForEver); len(over) > 0 {
			t.Fatalf("gone in year %d", year)
		}
	}
	if _, ends := w.Remaining(domain.ID{1}, noon, retention.ForEver); ends {
		t.Error("it is said to end")
	}
}

func TestAClockThatIsWrongOnceUsesUpAThirdAtMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keep := rapid.SampledFrom(ending).Draw(t, "keep")
		wrong := rapid.IntRange(0, 3).Draw(t, "wrong starts")
		after := map[int]bool{} // true starts that a wrong one follows
		for range wrong {
			after[rapid.IntRange(0, 60).Draw(t, "after")] = true
		}
		var w retention.Watch
		var over []domain.ID
		truth := noon
		for i := 0; ; i++ {
			if w, over = w.Start(truth, []domain.ID{{1}}, keep); len(over) > 0 {
				break
			}
			if after[i] {
				shift := time.Duration(rapid.Int64Range(-80*365, 80*365).Draw(t, "shift")) * day
				if w, over = w.Start(truth.Add(shift), []domain.ID{{1}}, keep); len(over) > 0 {
					break
				}
			}
			truth = truth.Add(time.Duration(rapid.Int64Range(0, int64(12*day)).Draw(t, "gap")))
		}
		stayed := truth.Sub(noon)
		if least := period(keep) - time.Duration(len(after))*period(keep)/3; stayed < least {
			t.Fatalf("gone after %v of %v, with %d wrong clocks", stayed, period(keep), len(after))
		}
	})
}

func TestNothingGoesBeforeItWasSeenAtFourStarts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keep := rapid.SampledFrom(ending).Draw(t, "keep")
		w := retention.Watch{Seen: noon}
		for range 3 {
			now := noon.Add(time.Duration(rapid.Int64Range(-100*365, 100*365).Draw(t, "clock")) * day)
			var over []domain.ID
			if w, over = w.Start(now, []domain.ID{{1}}, keep); len(over) > 0 {
				t.Fatal("gone after three starts")
			}
		}
	})
}

func TestWhatIsRestoredBeginsAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keep := rapid.SampledFrom(ending).Draw(t, "keep")
		var w retention.Watch
		now := noon
		start := func(inTrash ...domain.ID) (over []domain.ID) {
			now = now.Add(time.Duration(rapid.Int64Range(0, int64(period(keep)/3)).Draw(t, "gap")))
			w, over = w.Start(now, inTrash, keep)
			return over
		}
		for range rapid.IntRange(0, 5).Draw(t, "starts") {
			start(domain.ID{1}, domain.ID{2})
		}
		start(domain.ID{2}) // the first one is restored
		if over := start(domain.ID{1}, domain.ID{2}); slices.Contains(over, domain.ID{1}) {
			t.Fatal("its former time counts")
		}
		if left, _ := w.Remaining(domain.ID{1}, now, keep); time.Duration(left)*day != period(keep) {
			t.Fatalf("%d days are left", left)
		}
	})
}

func TestTheOrderOfTheTrashMakesNoDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keep := rapid.SampledFrom(ending).Draw(t, "keep")
		ids := []domain.ID{{1}, {2}, {3}, {2}}
		var a, b retention.Watch
		for range rapid.IntRange(1, 8).Draw(t, "starts") {
			now := noon.Add(time.Duration(rapid.Int64Range(0, 1000).Draw(t, "day")) * day)
			var overA, overB []domain.ID
			a, overA = a.Start(now, ids, keep)
			b, overB = b.Start(now, rapid.Permutation(ids).Draw(t, "order"), keep)
			byID := func(x, y domain.ID) int { return slices.Compare(x[:], y[:]) }
			slices.SortFunc(overA, byID)
			slices.SortFunc(overB, byID)
			if !slices.Equal(overA, overB) {
				t.Fatalf("%v and %v", overA, overB)
			}
		}
	})
}

func TestAShorterTimeTakesNothingWithinTheGrace(t *testing.T) {
	for _, keep := range ending {
		w := retention.Watch{Seen: noon, Stays: []retention.Stay{{Campaign: domain.ID{1}, For: 3 * 365 * day}, {Campaign: domain.ID{2}, For: day}}}
		short := w.Under(keep)
		if w.Stays[0].For != 3*365*day {
			t.Fatal("the watch itself was changed")
		}
		if _, over := short.Start(noon.Add(retention.Grace-time.Second), []domain.ID{{1}, {2}}, keep); len(over) > 0 {
			t.Errorf("%s: gone within the grace", keep)
		}
		if _, over := short.Start(noon.Add(retention.Grace), []domain.ID{{1}, {2}}, keep); !slices.Equal(over, []domain.ID{{1}}) {
			t.Errorf("%s: after the grace %v are over", keep, over)
		}
	}
	w := retention.Watch{Stays: []retention.Stay{{Campaign: domain.ID{1}, For: 3 * 365 * day}}}
	if w.Under(retention.ForEver).Stays[0].For != 3*365*day {
		t.Error("for ever counts less")
	}
}

func TestADamagedWatchIsRepaired(t *testing.T) {
	w := retention.Watch{Stays: []retention.Stay{
		{Campaign: domain.ID{1}, For: -day},
		{Campaign: domain.ID{1}, For: 90 * day},
		{For: day},
		{Campaign: domain.ID{2}, For: 1 << 62},
	}}.Repaired()
	if len(w.Stays) != 2 || w.Stays[0].For != 0 || w.Stays[1].For > 101*365*day {
		t.Fatalf("%+v", w.Stays)
	}
	if next, _ := w.Start(noon, []domain.ID{{2}}, retention.Quarter); next.Stays[0].For < 0 {
		t.Error("a long stay runs over")
	}
}

func TestAWatchIsBounded(t *testing.T) {
	ids := make([]domain.ID, retention.MaxStays+5)
	for i := range ids {
		ids[i] = domain.ID{byte(i), byte(i >> 8), byte(i >> 16), 1}
	}
	if w, _ := (retention.Watch{}).Start(noon, ids, retention.Month); len(w.Stays) != retention.MaxStays {
		t.Errorf("%d are watched", len(w.Stays))
	}
}

func TestAnythingElseIsAQuarter(t *testing.T) {
	for _, k := range []retention.Keep{"", "3 days", "EVER"} {
		if days, ends := k.Days(); k.Or() != retention.Quarter || days != 90 || !ends {
			t.Errorf("%q is %q of %d days", k, k.Or(), days)
		}
	}
	for _, k := range retention.Choices() {
		if k.Or() != k {
			t.Errorf("%q is %q", k, k.Or())
		}
	}
}
