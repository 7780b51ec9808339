package domain

import "time"

// Alternative is another wording of a message, written to learn which one people
// understand better.
type Alternative struct {
	ID      ID
	Message ID
	Order   string // fractional index among those of the message

	Name       string // as people call it: "B"
	Hypothesis string // what is expected of it, and why
	Text       Text
}

// Kind implements Record.
func (Alternative) Kind() Kind { return KindAlternative }

// RecordID implements Record.
func (a Alternative) RecordID() ID { return a.ID }

// MinReaders is how many readers of a segment a pretest needs at least, after
// guides for social and behaviour change (content, 6.6).
const MinReaders = 5

// Pretest is what some readers of a segment said of a message, counted on paper.
type Pretest struct {
	ID          ID
	Message     ID
	Alternative ID // NoID for the message as it is
	Order       string

	Segment ID // NoID when not said
	On      time.Time
	Readers int // who were asked

	Attention  int // of them: it caught their attention
	Understood int // said in their own words what it means
	Believed   int // believe it
	ForMe      int // find that it is for people like them
	Offensive  int // find something in it offensive
	WouldDo    int // would do what it asks

	Meaning string // what they understood, in their words
	Hurt    string // what was found offensive
	Missing string // what they missed
}

// Kind implements Record.
func (Pretest) Kind() Kind { return KindPretest }

// RecordID implements Record.
func (p Pretest) RecordID() ID { return p.ID }

// Validate returns what is wrong with the counts. It never keeps anything from
// being saved.
func (p Pretest) Validate() Problems {
	var out Problems
	if p.Readers < 0 || p.Readers > MaxPeople {
		out = append(out, Problem(ErrRange, "readers").With("min", 0).With("max", MaxPeople))
	}
	for _, n := range p.Counts() {
		if n.Count < 0 || n.Count > p.Readers {
			out = append(out, Problem(ErrRange, n.Field).With("min", 0).With("max", p.Readers))
		}
	}
	return out
}

// PretestCount is one of the counts of a pretest, by the name of its field.
type PretestCount struct {
	Field string
	Count int
	Good  bool // more is better
}

// Counts returns the counts in the order of the sheet.
func (p Pretest) Counts() []PretestCount {
	return []PretestCount{
		{"attention", p.Attention, true},
		{"understood", p.Understood, true},
		{"believed", p.Believed, true},
		{"for_me", p.ForMe, true},
		{"offensive", p.Offensive, false},
		{"would_do", p.WouldDo, true},
	}
}

// PretestSum adds up the pretests of one wording: of an alternative, or of the
// message as it is when it is NoID.
func (c Campaign) PretestSum(message, alternative ID) Pretest {
	sum := Pretest{Message: message, Alternative: alternative}
	for _, p := range c.Pretests {
		if p.Message != message || p.Alternative != alternative {
			continue
		}
		sum.Readers += p.Readers
		sum.Attention += p.Attention
		sum.Understood += p.Understood
		sum.Believed += p.Believed
		sum.ForMe += p.ForMe
		sum.Offensive += p.Offensive
		sum.WouldDo += p.WouldDo
	}
	return sum
}
