package memory

import (
	"crypto/rand"
	"time"

	"athar/domain"
	"athar/domain/journal"
)

// Device returns what makes the commits of one device in tests.
func Device(author string, now func() time.Time) func() *journal.Device {
	id := domain.NewID()
	return func() *journal.Device {
		return &journal.Device{
			ID: id, Author: author, Now: now, NewID: domain.NewID,
			Salt: func() (s journal.Salt) { _, _ = rand.Read(s[:]); return s },
		}
	}
}
