package gui

import (
	"context"
	"time"

	"athar/domain"
	"athar/gui/kit"
)

// Checker verifies everything that is kept, the past included.
type Checker interface {
	// Checked returns when that was last done and found nothing, the zero time when
	// it is not known.
	Checked() time.Time
	// Check does it and returns in how many places something is wrong. It leaves the
	// computer to others, ends soon after it is cancelled, and goes on the next time
	// where it was.
	Check(ctx context.Context) (damaged int, err error)
}

// When the data is verified: once a week, when nobody is there.
const (
	checkEvery = 7 * 24 * time.Hour
	checkIdle  = 4 * time.Minute
	checkAgain = 24 * time.Hour // after one that found something, or could not be done
)

// checkup verifies the data now and then while nobody works.
type checkup struct {
	window *Window
	last   time.Time // when nothing was found; zero when not known
	next   time.Time // not before
	looked bool      // last is known
	cancel func()    // nil while nothing is verified
}

// begin finds out when the data was last verified.
func (c *checkup) begin() {
	from := c.window.deps.Checker
	if from == nil {
		return
	}
	var last time.Time
	c.window.deps.Run.Background(func() { last = from.Checked() }, func() {
		c.last, c.looked = last, true
		c.window.safety.show()
	})
}

// look is called from time to time with how long nobody was there.
func (c *checkup) look(idle time.Duration) {
	w := c.window
	now := w.deps.Session.Now()
	switch {
	case !c.looked || c.cancel != nil || w.held || idle < checkIdle || now.Before(c.next):
		return
	case now.Sub(c.last) < checkEvery && !now.Before(c.last): // a clock that was wrong does not put it off
		return
	case w.deps.Run.Busy() > 0:
		return // it goes first
	}
	c.check()
}

func (c *checkup) check() {
	w := c.window
	ctx, cancel := context.WithCancel(context.Background())
	c.cancel = cancel
	var damaged int
	var err error
	var last time.Time
	w.deps.Run.Background(func() {
		damaged, err = w.deps.Checker.Check(ctx)
		last = w.deps.Checker.Checked()
	}, func() {
		cancel()
		c.cancel = nil
		if domain.CodeOf(err) == domain.ErrCancelled {
			return // it goes on when nobody is there again
		}
		c.done(damaged, last, err)
	})
}

// done tells what is wrong, and nothing where nothing is. What could not be
// verified is tried again another day; a disk that fails says so in other places.
func (c *checkup) done(damaged int, last time.Time, err error) {
	w := c.window
	c.last = last
	if err != nil || damaged > 0 {
		c.next = w.deps.Session.Now().Add(checkAgain)
		w.deps.Log.Error("verify", "code", domain.CodeOf(err), "places", damaged)
	}
	if w.held {
		return
	}
	if damaged > 0 {
		w.banner.Tell(kit.ToneDanger, w.env.Printer.N("checkup.wrong", damaged),
			kit.BannerAction{Label: w.env.T("checkup.quit"), Do: w.quit},
			kit.BannerAction{Label: w.env.T("backup.elsewhere"), Do: w.copyBackup})
	}
	w.safety.show()
}

// stop ends what is under way, because somebody is there or the data is needed.
func (c *checkup) stop() {
	if c.cancel != nil {
		c.cancel()
	}
}

// end ends it for good: the window goes.
func (c *checkup) end() {
	c.stop()
	c.looked = false
}
