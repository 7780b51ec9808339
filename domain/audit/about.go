package audit

import (
	"strings"

	"athar/domain"
)

// About says what a field is, for whoever writes it down.
type About struct {
	Path string
	// Key names the field, such as "segment.size_low"; "" for one that this
	// Athar does not know.
	Key string
	// Part says which of several fields of one key it is: the fact, the channel,
	// or the number of the column from 1.
	Part    string
	Meaning Meaning
	List    List // what a choice, or the elements of a set, are from

	rank   int  // place among the fields of the record
	hidden bool // it says which record this is, not what it holds
}

// Meaning says how a value is to be read.
type Meaning int

// The meanings.
const (
	Unknown Meaning = iota
	Words           // prose, of which the words that changed are shown
	Name            // a short text that was replaced
	Choice
	Number
	YesNo
	Day
	Moment
	Members // elements of a set
	Place   // where it stands in its list
)

// List is where the names of choices are found: a prefix of catalog keys where
// it ends in ".", otherwise one of those below.
type List string

// The lists that are no part of the interface's texts.
const (
	FromChannels   List = "channels"
	FromItems      List = "items" // of the checklist
	FromMetrics    List = "metrics"
	FromSegments   List = "segments" // of the campaign, by ID
	FromIndicators List = "indicators"
	FromTemplates  List = "templates"
)

// Describe says what the field of a path is.
func Describe(kind domain.Kind, path string) About {
	general, part := generalise(path)
	for i, a := range aboutKind(kind) {
		if a.Path == general {
			a.Path, a.Part, a.rank = path, part, i
			a.Key = kindName(kind) + "." + strings.ReplaceAll(general, "/", ".")
			return a
		}
	}
	return About{Path: path, Meaning: Unknown, rank: 1 << 10}
}

// generalise takes out of a path what is different from record to record.
func generalise(path string) (general, part string) {
	head, rest, ok := strings.Cut(path, "/")
	if !ok {
		return path, ""
	}
	switch head {
	case "fact":
		return head, rest
	case "variant", "column":
		part, tail, more := strings.Cut(rest, "/")
		if head == "column" {
			part = ordinal(part)
		}
		if more {
			return head + "/" + tail, part
		}
		return head, part
	}
	return path, ""
}

// ordinal makes the number of a column one that people count with.
func ordinal(number string) string {
	n := 0
	for _, r := range number {
		if r < '0' || r > '9' || n > 1e6 {
			return number
		}
		n = 10*n + int(r-'0')
	}
	return digits(n + 1)
}

// kindName returns the name of a kind in keys.
func kindName(k domain.Kind) string {
	switch k {
	case domain.KindHeader:
		return "campaign"
	case domain.KindSegment:
		return "segment"
	case domain.KindMessage:
		return "message"
	case domain.KindAnswer:
		return "answer"
	case domain.KindIndicator:
		return "indicator"
	case domain.KindReading:
		return "reading"
	case domain.KindDataSet:
		return "data_set"
	}
	return "other"
}

// Key returns the name of the record's kind in keys, such as "message"; "other"
// for a kind that this Athar does not know.
func (r Record) Key() string { return kindName(r.Kind()) }
