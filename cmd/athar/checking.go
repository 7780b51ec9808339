package main

import (
	"context"
	"time"

	"athar/gui"
	"athar/persistence"
)

// checker verifies the open data for the window.
type checker struct {
	store *persistence.Store
}

var _ gui.Checker = checker{}

// checker returns nil for data that can only be read: what is found could neither
// be mended nor remembered.
func (p *program) checker() gui.Checker {
	if p.store.Reading() != "" {
		return nil
	}
	return checker{p.store}
}

// Checked implements gui.Checker.
func (c checker) Checked() time.Time { return c.store.Checked() }

// checkPause is how long a check rests after every 50 KB or so: it takes less than
// half of one processor.
const checkPause = time.Millisecond

// Check implements gui.Checker.
func (c checker) Check(ctx context.Context) (damaged int, err error) {
	report, err := c.store.VerifyOn(ctx, func() { time.Sleep(checkPause) })
	return len(report.Problems), err
}
