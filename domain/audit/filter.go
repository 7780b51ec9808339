package audit

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/journal"
)

// Part is a part of the plan as people know it: a tab. The strings are those of
// the window's settings.
type Part string

// The parts.
const (
	PartHome     Part = "home"
	PartAudience Part = "audience"
	PartMessages Part = "messages"
	PartEthics   Part = "ethics"
	PartMetrics  Part = "metrics"
)

// Parts returns every part in the order of the tabs.
func Parts() []Part { return []Part{PartHome, PartAudience, PartMessages, PartEthics, PartMetrics} }

// partOf returns where a field is shown. What is true of the plan is asked in the
// ethics tab.
func partOf(kind domain.Kind, path string) Part {
	switch kind {
	case domain.KindSegment:
		return PartAudience
	case domain.KindMessage, domain.KindCore, domain.KindMedia, domain.KindAlternative, domain.KindPretest,
		domain.KindComment, domain.KindClaim, domain.KindEvidence:
		return PartMessages
	case domain.KindAnswer:
		return PartEthics
	case domain.KindIndicator, domain.KindReading, domain.KindDataSet:
		return PartMetrics
	case domain.KindHeader:
		if strings.HasPrefix(path, "fact/") {
			return PartEthics
		}
	}
	return PartHome
}

// Filter says which lines are wanted. Its zero value means all.
type Filter struct {
	Record  journal.Ref  // one record
	Part    Part         // "" for all
	Authors []string     // any of these people; nil for all
	Devices []journal.ID // any of these devices; nil for all
	From    time.Time    // of Line.At, inclusive
	To      time.Time    // exclusive
}

// Choose returns the lines that the filter takes, in their order, with no more
// of each than it asks for. The lines passed in are not changed.
func (f Filter) Choose(lines []Line) []Line {
	var out []Line
	for _, l := range lines {
		if !f.takes(l) {
			continue
		}
		if f.Record != (journal.Ref{}) || f.Part != "" {
			if l.Records = f.records(l.Records); len(l.Records) == 0 {
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

func (f Filter) takes(l Line) bool {
	return (f.Authors == nil || slices.Contains(f.Authors, l.Author)) &&
		(f.Devices == nil || slices.Contains(f.Devices, l.Device)) &&
		(f.From.IsZero() || !l.At.Before(f.From)) &&
		(f.To.IsZero() || l.At.Before(f.To))
}

func (f Filter) records(all []Record) []Record {
	var out []Record
	for _, r := range all {
		if f.Record != (journal.Ref{}) && f.Record != r.Ref {
			continue
		}
		if f.Part != "" {
			wanted := func(d Difference) bool { return partOf(r.Kind(), d.Path) == f.Part }
			some := len(r.Differences) > 0
			r.Differences = keep(r.Differences, wanted)
			if !some && partOf(r.Kind(), "") != f.Part || some && len(r.Differences) == 0 {
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

func keep(all []Difference, wanted func(Difference) bool) []Difference {
	var out []Difference
	for _, d := range all {
		if wanted(d) {
			out = append(out, d)
		}
	}
	return out
}

// People returns who did something, sorted, "" first if somebody gave no name.
func People(lines []Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.Author)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// DevicesOf returns what Devices returns of the lines of the commits, without the
// lines: in the order in which people see devices numbered.
func DevicesOf(commits iter.Seq[*journal.Commit]) []journal.ID {
	newest := map[journal.ID]journal.Position{}
	for c := range commits {
		if at, known := newest[c.Device]; !known || c.Position().Compare(at) > 0 {
			newest[c.Device] = c.Position()
		}
	}
	return slices.SortedFunc(maps.Keys(newest), func(a, b journal.ID) int { return newest[b].Compare(newest[a]) })
}

// Devices returns on which devices something was done, that of the newest line
// first.
func Devices(lines []Line) []journal.ID {
	var out []journal.ID
	for _, l := range lines {
		if !slices.Contains(out, l.Device) {
			out = append(out, l.Device)
		}
	}
	return out
}
