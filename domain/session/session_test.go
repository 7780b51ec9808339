package session_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/memory"
	"athar/domain/session"
)

// bench is a session over a store in memory, with a clock, timers and
// background work that the test moves by hand.
type bench struct {
	t      *testing.T
	now    time.Time
	store  *memory.Store
	device func() *journal.Device
	id     domain.ID

	timers []*timer
	work   []func()
	*session.Session
}

type timer struct {
	at      time.Time
	f       func()
	stopped bool
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, now: time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC), store: memory.New(), id: domain.NewID()}
	b.device = memory.Device("ليلى", func() time.Time { return b.now })
	c := domain.Campaign{Header: domain.Header{ID: b.id, Title: "ماء", Stage: domain.StageIdea}}
	if err := b.library().Add(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	b.reopen()
	return b
}

func (b *bench) library() *session.Library { return session.NewLibrary(b.deps()) }

// reopen does what a restart does.
func (b *bench) reopen() {
	b.t.Helper()
	s, err := b.library().Open(b.t.Context(), b.id)
	if err != nil {
		b.t.Fatal(err)
	}
	b.Session = s
}

func (b *bench) deps() session.Deps {
	return session.Deps{
		Store: b.store, Now: func() time.Time { return b.now }, NewID: domain.NewID, Device: b.device,
		Summarise: func(c domain.Campaign, at time.Time) domain.Summary {
			return domain.Summary{ID: c.ID(), Title: c.Header.Title, Updated: at}
		},
		Background: func(work, done func()) { b.work = append(b.work, work, done) },
		After: func(d time.Duration, f func()) func() {
			tm := &timer{at: b.now.Add(d), f: f}
			b.timers = append(b.timers, tm)
			return func() { tm.stopped = true }
		},
	}
}

// kept is the campaign as the store has it.
func (b *bench) kept() domain.Campaign {
	b.t.Helper()
	return b.store.Stored()[b.id]
}

// pass lets time go by, with timers and background work done on the way.
func (b *bench) pass(d time.Duration) {
	end := b.now.Add(d)
	for {
		var next *timer
		for _, tm := range b.timers {
			if !tm.stopped && !tm.at.After(end) && (next == nil || tm.at.Before(next.at)) {
				next = tm
			}
		}
		if next == nil {
			break
		}
		b.now, next.stopped = next.at, true
		next.f()
		b.drain()
	}
	b.now = end
}

func (b *bench) drain() {
	for len(b.work) > 0 {
		f := b.work[0]
		b.work = b.work[1:]
		f()
	}
}

func (b *bench) apply(e domain.Edit) {
	b.t.Helper()
	if err := b.Apply(e); err != nil {
		b.t.Fatalf("apply %T: %v", e, err)
	}
}

func (b *bench) wantTitle(kept, shown string) {
	b.t.Helper()
	if b.kept().Header.Title != kept || b.Session.Campaign().Header.Title != shown {
		b.t.Fatalf("kept %q, shown %q; want %q and %q",
			b.kept().Header.Title, b.Session.Campaign().Header.Title, kept, shown)
	}
}

func TestAnEditIsSavedWithinASecondOfTheLastKey(t *testing.T) {
	b := newBench(t)
	b.apply(domain.Rename{Title: "مياه"})
	if got := b.SaveState().Phase; got != session.Dirty {
		t.Fatalf("phase %v right after the edit, want Dirty", got)
	}
	b.pass(time.Second)
	b.wantTitle("مياه", "مياه")
	if got := b.SaveState(); got.Phase != session.Saved || !got.At.Before(b.now) {
		t.Fatalf("state %+v a second later, want Saved at the time of the save", got)
	}
}

func TestTypingWithoutAPauseIsSavedWithinTenSeconds(t *testing.T) {
	b := newBench(t)
	calls := b.store.Calls()
	for range 100 {
		b.apply(domain.Rename{Title: b.Session.Campaign().Header.Title + "ه"})
		b.pass(100 * time.Millisecond)
		if b.store.Calls() > calls {
			return
		}
	}
	t.Fatal("ten seconds of typing and nothing was saved")
}

func TestAFailedSaveSaysWhyKeepsTheEditsAndTriesAgain(t *testing.T) {
	b := newBench(t)
	b.store.Fail(domain.Problem(domain.ErrDiskFull, ""))
	b.apply(domain.Rename{Title: "a"})
	b.pass(time.Second)
	if got := b.SaveState(); got.Phase != session.Failed || domain.CodeOf(got.Err) != domain.ErrDiskFull {
		t.Fatalf("state %+v, want Failed with the reason", got)
	}
	b.wantTitle("ماء", "a")
	b.store.Fail(nil)
	b.pass(session.RetryAfter)
	b.wantTitle("a", "a")
	if got := b.SaveState().Phase; got != session.Saved {
		t.Fatalf("phase %v after the retry, want Saved", got)
	}
}

func TestEditsDuringASaveFollowIt(t *testing.T) {
	b := newBench(t)
	b.apply(domain.Rename{Title: "a"})
	b.Flush(nil) // handed over, not yet done
	b.apply(domain.Rename{Title: "ab"})
	var flushed error = errors.New("not told")
	b.Flush(func(err error) { flushed = err })
	if b.SaveState().Phase == session.Saved {
		t.Fatal("saved before the store answered")
	}
	b.drain()
	b.wantTitle("ab", "ab")
	if flushed != nil {
		t.Fatalf("flush: %v", flushed)
	}
}

func TestARefusedEditChangesNothing(t *testing.T) {
	b := newBench(t)
	before := b.Session.Campaign()
	if err := b.Apply(domain.Rename{}); domain.CodeOf(err) != domain.ErrRequired {
		t.Fatalf("empty title: %v", err)
	}
	if diff := cmp.Diff(before, b.Session.Campaign()); diff != "" {
		t.Fatal(diff)
	}
	if b.SaveState().Phase != session.Saved {
		t.Fatal("a refused edit made the session dirty")
	}
}

func TestListenersHearOfEachChangeUntilTheyStop(t *testing.T) {
	b := newBench(t)
	var heard []string
	stop := b.OnChange(func(e session.Event) { heard = append(heard, e.After.Header.Title) })
	b.apply(domain.Rename{Title: "a"})
	stop()
	b.apply(domain.Rename{Title: "b"})
	if diff := cmp.Diff([]string{"a"}, heard); diff != "" {
		t.Fatal(diff)
	}
}

func TestListenersHearThatSomebodyElseWorksHere(t *testing.T) {
	b := newBench(t)
	heard := 0
	b.OnChange(func(e session.Event) {
		if e.Author && len(e.Changes) == 0 && b.Author() == "Omar" {
			heard++
		}
	})
	b.SetAuthor("Omar")
	b.SetAuthor("Omar")
	if heard != 1 {
		t.Errorf("they heard of it %d times", heard)
	}
}

func TestLibraryAppliesAnEditToACampaignThatIsNotOpen(t *testing.T) {
	b := newBench(t)
	lib := session.NewLibrary(b.deps())
	if err := lib.Apply(t.Context(), b.id, domain.Trash{At: b.now}); err != nil {
		t.Fatal(err)
	}
	if !b.kept().Header.InTrash() {
		t.Fatal("not in the trash")
	}
	if err := lib.Add(t.Context(), domain.Campaign{}); domain.CodeOf(err) != domain.ErrRequired {
		t.Fatalf("a campaign without a title: %v", err)
	}
}
