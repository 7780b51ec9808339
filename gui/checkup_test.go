package gui

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/settings"
)

// slowChecker is a Checker that takes until it is told how it ended.
type slowChecker struct {
	last    time.Time
	began   chan context.Context
	finish  chan int // places with damage
	now     func() time.Time
	checked int
}

func (c *slowChecker) Checked() time.Time { return c.last }

func (c *slowChecker) Check(ctx context.Context) (int, error) {
	c.checked++
	c.began <- ctx
	select {
	case <-ctx.Done():
		return 0, domain.Problem(domain.ErrCancelled, "")
	case damaged := <-c.finish:
		if damaged == 0 {
			c.last = c.now()
		}
		return damaged, nil
	}
}

// checked is a window whose data is verified by a slowChecker.
func checked(t *testing.T, language string) (*bench, *slowChecker, func(time.Duration)) {
	t.Helper()
	c := &slowChecker{began: make(chan context.Context, 1), finish: make(chan int, 1)}
	store := guitest.NewMemory()
	s := settings.Settings{Lang: language, Campaign: stored(t, store, "Springs").ID(), Welcomed: true}
	b := newBenchWith(t, store, s, content(t), func(d *Deps) { d.Checker = c })
	passing := &clock{}
	b.after = passing.after
	b.watchIdle()
	c.now = func() time.Time { return b.now }
	return b, c, func(d time.Duration) {
		for end := b.now.Add(d); b.now.Before(end); {
			b.now = b.now.Add(lookIdle)
			passing.pass(lookIdle)
			b.queue.Drain()
		}
	}
}

func TestTheDataIsVerifiedOnceAWeekWhenNobodyIsThere(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, c, away := checked(t, language)
		away(checkIdle - lookIdle)
		if c.checked > 0 {
			t.Fatal("it was verified while somebody may be there")
		}
		away(lookIdle)
		<-c.began
		away(time.Hour)
		c.finish <- 0
		b.settle()
		if c.checked != 1 {
			t.Fatalf("it was verified %d times", c.checked)
		}
		b.backups.list = nil
		b.do("backup")
		b.want(b.env.T("checkup.status", "backup", b.env.T("backup.status.last", "when", b.moment(b.backups.list[0].Created)),
			"when", b.moment(c.last)))
		away(checkEvery - time.Hour)
		if c.checked != 1 {
			t.Fatal("it was verified again within the week")
		}
		away(2 * time.Hour)
		<-c.began
		c.finish <- 0
		b.settle()
	})
}

func TestAKeyEndsTheVerificationAndItBeginsAgainLater(t *testing.T) {
	b, c, away := checked(t, "en")
	if !b.inPage(tabMessages) {
		t.Fatal("nothing to type into")
	}
	b.somebodyIsThere()
	away(checkIdle)
	<-c.began
	guitest.NewPerson(t, b.env).Keys(fyne.KeyTab)
	b.settle() // which waits for its end
	if b.checkup.cancel != nil {
		t.Fatal("it goes on although somebody is there")
	}
	away(checkIdle - 2*lookIdle)
	if c.checked != 1 {
		t.Fatal("it began again at once")
	}
	away(3 * lookIdle)
	<-c.began
	c.finish <- 0
	b.settle()
	if c.checked != 2 || b.checkup.last.IsZero() {
		t.Errorf("it was verified %d times, last %v", c.checked, b.checkup.last)
	}
}

func TestDamageThatAVerificationFindsIsTold(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, c, away := checked(t, language)
		away(checkIdle)
		<-c.began
		c.finish <- 2
		b.settle()
		b.want(b.env.Printer.N("checkup.wrong", 2), b.env.T("checkup.quit"))
		away(checkAgain - time.Hour)
		if c.checked != 1 {
			t.Error("it was told again on the same day")
		}
	})
}

func TestNothingKeepsTheDataOpenWhenItIsClosed(t *testing.T) {
	b, c, away := checked(t, "en")
	away(checkIdle)
	ctx := <-c.began
	b.Retire()
	b.settle()
	if ctx.Err() == nil {
		t.Error("the verification goes on")
	}
	away(time.Hour)
	if c.checked != 1 {
		t.Error("a window that is gone verifies")
	}
}

func TestAVerificationOfAnotherTimeIsNoReasonToWait(t *testing.T) {
	b, c, away := checked(t, "en")
	b.checkup.last = b.now.Add(300 * 24 * time.Hour) // the clock was wrong then
	away(checkIdle)
	<-c.began
	c.finish <- 0
	b.settle()
}
