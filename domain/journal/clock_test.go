package journal

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestTheClockNeverRunsBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var ticker Ticker
		last := Clock{}
		for range rapid.IntRange(1, 30).Draw(t, "readings") {
			wall := time.UnixMilli(rapid.Int64Range(-5, 1000).Draw(t, "wall"))
			if rapid.Bool().Draw(t, "hear") {
				ticker.Observe(Clock{Millis: uint64(rapid.IntRange(0, 2000).Draw(t, "other"))}, wall)
				continue
			}
			now := ticker.Next(wall)
			if now.Compare(last) <= 0 {
				t.Fatalf("%v after %v", now, last)
			}
			last = now
		}
	})
}

func TestAClockFollowsThoseItHasSeen(t *testing.T) {
	var ticker Ticker
	wall := time.UnixMilli(1_000_000)
	other := Clock{Millis: 1_000_000 + 3_600_000, Count: 7}
	if _, ok := ticker.Observe(other, wall); !ok {
		t.Fatal("an hour ahead was refused")
	}
	if got := ticker.Next(wall); got != (Clock{other.Millis, 8}) {
		t.Errorf("got %v", got)
	}
}

func TestAClockFarAheadIsNotAdopted(t *testing.T) {
	for _, limit := range []time.Duration{0, time.Hour} {
		ticker := Ticker{Ahead: limit}
		want := limit
		if want == 0 {
			want = DefaultAhead
		}
		wall := time.UnixMilli(1_000_000)
		for _, c := range []struct {
			ahead time.Duration
			ok    bool
		}{{want, true}, {want + time.Millisecond, false}} {
			ahead, ok := ticker.Observe(Clock{Millis: uint64(wall.Add(c.ahead).UnixMilli())}, wall)
			if ok != c.ok || !ok && ahead != c.ahead {
				t.Errorf("limit %v: %v ahead gives %v, %v", limit, c.ahead, ahead, ok)
			}
		}
		if ahead, ok := ticker.Observe(Clock{Millis: math.MaxUint64}, wall); ok || ahead <= 0 {
			t.Errorf("the end of time gives %v, %v", ahead, ok)
		}
		if got := ticker.Next(wall).Millis; got != uint64(wall.Add(want).UnixMilli()) {
			t.Errorf("limit %v: the next reading is %d", limit, got)
		}
	}
}

func TestAFullCounterCarriesIntoTheTime(t *testing.T) {
	if got := (Clock{5, math.MaxUint32}).next(); got != (Clock{6, 0}) {
		t.Errorf("got %v", got)
	}
}
