package persistence

import (
	"crypto/rand"
	"time"

	"athar/domain"
	"athar/domain/journal"
	"athar/persistence/vault"
)

// Options are what a store takes from outside. The zero value is right for the
// program.
type Options struct {
	// Now tells the time, for the names of directories put aside; time.Now
	// when nil.
	Now func() time.Time
	// FreeSpace returns the bytes free on the disk that holds dir; the
	// system's answer when nil.
	FreeSpace func(dir string) (uint64, error)
	// Probe tries a store that was not closed in order before it is opened; nil
	// for none, and then some damage of Badger's logs can end the process.
	Probe Probe
	// Device returns the device that works on the store in an epoch: it signs
	// what bringing the store up to this format writes. When nil it is one that
	// nobody else is.
	Device func(epoch domain.ID) *journal.Device
	// Version is Athar's, for backups made when the store is opened.
	Version string
	// Site tells where a folder lies; SiteOf when nil.
	Site func(dir string) Site
	// ReadOnly opens what is there for reading, also while somebody else has it
	// open, and touches nothing.
	ReadOnly bool

	// Keys open an encrypted store; nil for any other. They are the caller's,
	// and must last as long as the store is open.
	Keys *vault.Keys
	// NewKeys is the key file of Keys, with which a store that is not there yet
	// is made encrypted.
	NewKeys *vault.File

	segmentLimit int64        // tests rotate sooner
	noReserve    bool         // tests open many stores
	noSync       bool         // tests that repeat a lot do not wait for the disk
	step         func(string) // tests stop here
	asIs         bool         // nothing is tidied, migrated or begun anew
}

// complete sets what was left out.
func (o Options) complete() Options {
	o = o.tortured()
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.FreeSpace == nil {
		o.FreeSpace = freeSpace
	}
	if o.Site == nil {
		o.Site = SiteOf
	}
	if o.segmentLimit == 0 {
		o.segmentLimit = segmentLimit
	}
	if o.Device == nil {
		o.Device = func(epoch domain.ID) *journal.Device {
			return &journal.Device{ID: domain.DerivedID(epoch, "device"), Now: o.Now, NewID: domain.NewID, Salt: freshSalt}
		}
	}
	if o.step == nil {
		o.step = func(string) {}
	}
	return o
}

func freshSalt() (s journal.Salt) {
	_, _ = rand.Read(s[:]) // which never fails
	return s
}
