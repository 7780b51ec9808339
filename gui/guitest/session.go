package guitest

import (
	"time"

	"athar/domain"
	"athar/domain/session"
)

// Session opens a campaign at a moment that stands still. It never saves: what
// the tests of a screen are about ends at the session.
func Session(c domain.Campaign, now time.Time) *session.Session {
	return session.New(session.Deps{
		Store: NewMemory(), NewID: domain.NewID,
		Now:        func() time.Time { return now },
		Summarise:  func(domain.Campaign, time.Time) domain.Summary { return domain.Summary{} },
		Background: func(work, done func()) { work(); done() },
		After:      func(time.Duration, func()) func() { return func() {} },
	}, c, now)
}
