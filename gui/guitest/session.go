package guitest

import (
	"time"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/memory"
	"athar/domain/session"
)

// Session opens a campaign at a moment that stands still. It never saves: what
// the tests of a screen are about ends at the session.
func Session(c domain.Campaign, now time.Time) *session.Session {
	if c.Header.ID == domain.NoID {
		c.Header.ID = domain.NewID()
	}
	clock := func() time.Time { return now }
	return session.New(session.Deps{
		Store: NewMemory(), NewID: domain.NewID, Now: clock, Device: memory.Device("", clock),
		Summarise:  func(domain.Campaign, time.Time) domain.Summary { return domain.Summary{} },
		Background: func(work, done func()) { work(); done() },
		After:      func(time.Duration, func()) func() { return func() {} },
	}, session.Opened{Campaign: c, State: journal.NewState(c.ID(), nil), Updated: now})
}
