package backup

import (
	"context"
	"time"

	"athar/domain"
)

// Reason is why a backup was made. It is stored: never reuse a word.
type Reason string

// The reasons.
const (
	Asked         Reason = "asked"   // somebody asked for it
	Closing       Reason = "closing" // Athar was closed after changes
	Working       Reason = "working" // after half an hour of changes, or after many
	BeforeImport  Reason = "import"
	BeforeRestore Reason = "restore"

	// BeforeMigration is before the data is brought into a newer format.
	BeforeMigration Reason = "migration"
	Converting      Reason = "convert" // encryption was switched on or off
	// AfterForgetting is after something was removed for ever: the first without it.
	AfterForgetting Reason = "forgotten"
)

// Reasons returns every reason.
func Reasons() []Reason {
	return []Reason{
		Asked, Closing, Working, BeforeImport, BeforeRestore, BeforeMigration, Converting, AfterForgetting,
	}
}

// DueAfter is how much may be kept since the newest backup before the next one is
// made without waiting for its time, in bytes. A start after a kill reads all of it
// again: 2 GB took it more than a minute.
const DueAfter = 64 << 20

// Tag returns what goes into the file's name. A tag that begins with "pre-"
// keeps the file from ever being removed by rotation.
func (r Reason) Tag() string {
	switch r {
	case BeforeRestore:
		return "pre-restore"
	case BeforeMigration:
		return "pre-migration"
	}
	return ""
}

// Info is what the head of a backup says.
type Info struct {
	Path    string
	Size    int64 // bytes of the file
	Created time.Time
	Reason  Reason
	Version string    // of the Athar that wrote it
	Store   domain.ID // whose data it is
	Seq     uint64    // number of the newest change in it

	// Encrypted reports whether it takes a passphrase to open it. The counts are
	// zero then, unless it is open.
	Encrypted bool
	Campaigns int64
	Records   int64 // of all campaigns
	Blocks    int64 // of data sets' rows
}

// Contents is what a backup that was read as a whole holds.
type Contents struct {
	Info
	Campaigns []domain.Summary
	History   int64 // commits in it; of a backup of format 1, records of its log
	// Gaps reports whether some of the past is missing. What is kept now is
	// whole all the same.
	Gaps bool
}

// Difference is what a restore would change.
type Difference struct {
	Added   []domain.Summary // only in the backup
	Changed []domain.Summary // in both, not alike; as in the backup
	Missing []domain.Summary // only in what there is now
	Same    int
}

// None reports whether nothing would change.
func (d Difference) None() bool { return len(d.Added)+len(d.Changed)+len(d.Missing) == 0 }

// Compare says how the campaigns of a backup differ from those there are now.
// Every edit sets the time of its campaign's summary, so alike summaries mean
// alike campaigns.
func Compare(now, then []domain.Summary) Difference {
	var d Difference
	current := make(map[domain.ID]domain.Summary, len(now))
	for _, s := range now {
		current[s.ID] = s
	}
	for _, s := range then {
		was, both := current[s.ID]
		switch {
		case !both:
			d.Added = append(d.Added, s)
		case alike(was, s):
			d.Same++
		default:
			d.Changed = append(d.Changed, s)
		}
		delete(current, s.ID)
	}
	for _, s := range now {
		if _, left := current[s.ID]; left {
			d.Missing = append(d.Missing, s)
		}
	}
	return d
}

// alike compares times as moments, whatever their time zone.
func alike(a, b domain.Summary) bool {
	if !a.Created.Equal(b.Created) || !a.Updated.Equal(b.Updated) || !a.Trashed.Equal(b.Trashed) {
		return false
	}
	a.Created, a.Updated, a.Trashed = b.Created, b.Updated, b.Trashed
	return a == b
}

// Preview is what somebody should know before restoring.
type Preview struct {
	Contents
	Difference
	// Other reports whether the backup is of another store: of another
	// computer, or of data that was begun anew.
	Other bool
}

// Aside is data that a restore, a revert or protecting put aside.
type Aside struct {
	Path string
	Put  time.Time // in UTC, whole seconds
	Size int64     // bytes
	// Halved says that its removal was cut short: there is no way back to it.
	Halved bool
}

// Keeper makes backups of the open store and finds those there are. All of it
// waits for the disk, and Make for a whole backup to be written and read back.
type Keeper interface {
	// Make writes a backup into Athar's own folder, verifies it and removes
	// those that rotation gives up.
	Make(ctx context.Context, reason Reason, progress func(float64)) (Info, error)
	// Changed reports whether anything was kept since the newest backup.
	Changed() bool
	// Due reports whether DueAfter was reached. It never waits for the disk.
	Due() bool
	// List returns Athar's own backups, newest first.
	List() ([]Info, error)
	// CopyTo writes a verified backup into any folder.
	CopyTo(ctx context.Context, dir string, progress func(float64)) (Info, error)
	// Preview reads a backup as a whole and changes nothing.
	Preview(ctx context.Context, path string, progress func(float64)) (Preview, error)
	// Kept returns when the data was put aside that a revert would bring back,
	// the zero time when there is none.
	Kept() time.Time
	// Aside returns the data that was put aside and is still there, the oldest
	// first.
	Aside() []Aside
	// RemoveAside removes data that Aside named, for good. An error with the code
	// ErrNotOurs says that something else is in the folder, and nothing was removed.
	RemoveAside(path string) error
}
