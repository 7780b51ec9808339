package domain

import (
	"context"
	"iter"

	"athar/domain/journal"
)

// Store keeps campaigns. An implementation may be used from several
// goroutines.
type Store interface {
	// Summaries returns one summary per campaign, the trash included, in no
	// particular order.
	Summaries(ctx context.Context) ([]Summary, error)

	// Campaign returns the whole campaign; ErrNotFound when there is none.
	Campaign(ctx context.Context, id ID) (Campaign, error)

	// Commit keeps the commits in order, each as a whole. When it returns nil
	// they survive the death of the process and a power cut. When it returns an
	// error, none, some or all of them may have been kept: giving the same
	// commits again is safe.
	Commit(ctx context.Context, commits ...Commit) error
}

// JournalStore is a Store that keeps who did what as well.
type JournalStore interface {
	Store

	// Journal returns what the commits of a campaign amount to, with those
	// that wait for others. A campaign that was never heard of has the state of
	// no commits. The state belongs to the caller; it reads older commits from
	// the store when it needs them.
	Journal(ctx context.Context, campaign ID) (*journal.State, error)

	// History gives every commit of a campaign, those of one device in the
	// order of their numbers. It ends after the first error.
	History(ctx context.Context, campaign ID) iter.Seq2[*journal.Commit, error]

	// Own returns the newest commits, at most n, that a device made in a
	// campaign, the oldest first.
	Own(ctx context.Context, campaign, device ID, n int) ([]*journal.Commit, error)

	// Devices returns every device that is known by name.
	Devices(ctx context.Context) ([]Device, error)

	// PutDevice keeps what a device is called and who works on it.
	PutDevice(ctx context.Context, d Device) error
}

// Preferences keeps what people chose for the whole workspace and not for a
// campaign, such as which checks are off. What is kept may be a person's own
// words, so it lies with the campaigns, is encrypted and backed up with them, and
// does not go to another workspace with a campaign; takeover says what a merge takes over.
type Preferences interface {
	// Preference returns what is kept under a name, nil when nothing is. Names
	// are of the program: small letters of ASCII, digits and underscores.
	Preference(ctx context.Context, name string) ([]byte, error)

	// SetPreference keeps up to a megabyte under a name, instead of what was
	// there; nothing at all removes it. Nil means what it means in Store.Commit.
	SetPreference(ctx context.Context, name string, data []byte) error
}

// Device is a computer on which campaigns are edited. Its name and the name of
// who works on it are what a person chose to write; both may be empty.
type Device struct {
	ID     ID
	Name   string
	Author string // who works on it now; every commit tells who it was then
}
