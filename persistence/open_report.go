package persistence

import (
	"time"

	"athar/domain"
)

// OpenReport tells what happened when a store was opened. Each field that is
// not zero is worth a sentence to the person or a line in the log.
type OpenReport struct {
	Created    bool     // the directory was new
	Rebuilt    bool     // Badger's part was missing or ruined and made anew
	Quarantine string   // where what could not be used was put, "" when nothing was
	Replayed   int      // journal records that Badger had lost
	Completed  int      // records Badger had and the journal lacked
	TornBytes  int64    // end of the journal that was cut off: a write cut short
	Removed    []string // places that could be read of a store that was encrypted
	Unfinished int      // imports that never finished and were removed
	Migrated   bool     // brought up from an older format; a backup of it as it was is kept
	Problems   []Problem

	// FromCheckpoint is when the checkpoint was made that the store was made anew
	// from; the zero time when the log alone was enough.
	FromCheckpoint time.Time
	// What was done from LostFrom to LostTo could not be brought back. Both are
	// zero when nothing was lost; LostTo is zero when its end is not known.
	LostFrom, LostTo time.Time
}

// Problem is damage that could not be repaired, or that Verify found.
type Problem struct {
	Code  domain.Code
	Place string // where in the data directory; never what stood there
}

func (r *OpenReport) problem(place string) {
	r.Problems = append(r.Problems, Problem{domain.ErrStoreDamaged, place})
}
