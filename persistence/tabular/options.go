package tabular

import "time"

// Options say what the file itself cannot.
type Options struct {
	// DropRepeats leaves out rows whose id was seen before in the same file.
	// They are kept by default: a repeated id is not always a repeated row.
	DropRepeats bool

	// Zone is the zone of moments that carry none, such as Meta's, which are
	// in the account's zone; nil means UTC. Platforms known to write UTC are
	// read as UTC whatever is said here. A day without a time of day becomes
	// midnight in Zone, so that it is the same day when shown in Zone.
	Zone *time.Location

	// Year is the year of the newest row when dates have none and the file's
	// name does not tell it either; 0 means not known.
	Year int

	// Today serves where Year is not given: the newest row is the last such day
	// that is not after it. Zero means not known, and rows whose year nothing
	// tells have no moment.
	Today time.Time

	// DayFirst says how to read 03/04/2026 when no cell of the column decides:
	// nil takes what the platform writes, with a warning.
	DayFirst *bool

	// Mapping says what a column is, by its name in the file: a metric key, a
	// dimension key ("type", "hour"), MapID, MapTime, or MapNothing. Columns
	// not named are recognised by their header.
	Mapping map[string]string

	// Progress, which may be nil, is told the share done, 0 to 1, from the
	// calling goroutine.
	Progress func(share float64)

	// MaxBytes is the size of file that is accepted; 0 means the constant
	// MaxBytes.
	MaxBytes int64
}

// Values of Options.Mapping that are neither a metric nor a dimension.
const (
	MapID      = "id"
	MapTime    = "time"
	MapNothing = ""
)

// zone returns the zone of days and of moments that carry none.
func (o Options) zone() *time.Location {
	if o.Zone == nil {
		return time.UTC
	}
	return o.Zone
}
