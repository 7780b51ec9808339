package run_test

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"athar/gui/run"
)

func TestResultsAreShownOnlyWhenTheWindowTakesThem(t *testing.T) {
	q, r := run.NewQueue()
	var order []string
	r.Background(func() {}, func() { order = append(order, "shown") })
	order = append(order, "still building")
	q.Settle(r)
	if !slices.Equal(order, []string{"still building", "shown"}) {
		t.Fatalf("order %v", order)
	}
	if r.Busy() != 0 {
		t.Fatalf("%d are still busy", r.Busy())
	}
}

func TestWorkThatStartsWorkIsWaitedFor(t *testing.T) {
	q, r := run.NewQueue()
	done := false
	r.Background(func() {}, func() {
		r.Background(func() {}, func() { done = true })
	})
	q.Settle(r)
	if !done {
		t.Fatal("the second piece of work was not waited for")
	}
}

func TestAStoppedTimerNeverFires(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q, r := run.NewQueue()
		fired := []string{}
		stop := r.After(time.Second, func() { fired = append(fired, "stopped") })
		r.After(2*time.Second, func() { fired = append(fired, "kept") })
		late := r.After(time.Second, func() { fired = append(fired, "stopped late") })
		stop()
		time.Sleep(3 * time.Second) // the bubble's clock, no real time
		synctest.Wait()
		late() // it has fired, but the window has not taken it yet
		q.Settle(r)
		if !slices.Equal(fired, []string{"kept"}) {
			t.Fatalf("fired %v", fired)
		}
	})
}
