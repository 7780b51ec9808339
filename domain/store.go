package domain

import "context"

// Store keeps campaigns. An implementation may be used from several
// goroutines.
type Store interface {
	// Summaries returns one summary per campaign, the trash included, in no
	// particular order.
	Summaries(ctx context.Context) ([]Summary, error)

	// Campaign returns the whole campaign; ErrNotFound when there is none.
	Campaign(ctx context.Context, id ID) (Campaign, error)

	// Commit keeps the commits in order. When it returns nil they survive the
	// death of the process and a power cut. When it returns an error, none, some
	// or all of them may have been kept: giving the same commits again is safe.
	Commit(ctx context.Context, commits ...Commit) error
}
