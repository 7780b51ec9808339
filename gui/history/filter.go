package history

import (
	"strconv"
	"time"

	"athar/domain/audit"
	"athar/domain/calendar"
	"athar/domain/journal"
)

// filter is what the person asks for. Persons and devices are known by their
// place among those of the history: names may be empty.
type filter struct {
	record   journal.Ref
	person   string // "" for everybody
	device   string // "" for every computer
	part     string // "" for everything
	from, to calendar.Date
}

// narrow reports whether the filter leaves anything out, but for the record.
func (f filter) narrow() bool {
	f.record = journal.Ref{}
	return f != filter{}
}

// audit returns the filter in the words of the audit. A day is that of the
// person's own time zone.
func (f filter) audit(p past) audit.Filter {
	out := audit.Filter{Record: f.record, Part: audit.Part(f.part)}
	if name, ok := at(p.people, f.person); ok {
		out.Authors = []string{name}
	}
	if id, ok := at(p.devices, f.device); ok {
		out.Devices = []journal.ID{id}
	}
	if !f.from.IsZero() {
		out.From = midnight(f.from)
	}
	if !f.to.IsZero() {
		out.To = midnight(f.to.AddDays(1))
	}
	return out
}

func midnight(d calendar.Date) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.Local)
}

// at returns the element that a value of a choice stands for.
func at[E any](list []E, value string) (e E, ok bool) {
	i, err := strconv.Atoi(value)
	if err != nil || i < 0 || i >= len(list) {
		return e, false
	}
	return list[i], true
}
