// Package ethics holds the checklist that a campaign answers: which items
// apply to a plan, which of them are open, and how many. The items themselves
// are content, written in a file that people without a programmer's training
// can edit; this package reads and judges that file.
//
// It gives counts of open musts and shoulds and must never give a percentage
// or a score: a percentage invites gaming and hides the one fatal gap.
package ethics

import "athar/domain"

// Level is how much an item weighs. The strings stand in the content file.
type Level string

// The levels.
const (
	Must   Level = "must"   // open until it is settled, a reason is not enough
	Should Level = "should" // settled as well by a reason why not
)

// Checklist is the content of the checklist's file.
type Checklist struct {
	Version int        `json:"version"` // rises with every change to the file
	Sources []Source   `json:"sources"`
	Facts   []Question `json:"facts"` // in the order in which they are asked
	Groups  []Group    `json:"groups"`
	Items   []Item     `json:"items"` // sorted by group
}

// Source is where the idea of an item comes from. The wording is Athar's own.
type Source struct {
	Code string      `json:"code"`
	Name domain.Text `json:"name"`
}

// Question asks whether a fact is true of the plan.
type Question struct {
	Fact     domain.Fact `json:"id"`
	Question domain.Text `json:"question"`
	Help     domain.Text `json:"help"` // what counts and what does not
}

// Group is a part of the checklist with a heading.
type Group struct {
	ID   string      `json:"id"`
	Name domain.Text `json:"name"`
}

// Item is one thing to be answered. The question is put so that "yes" is the
// good answer.
type Item struct {
	ID       string        `json:"id"` // stored in answers: never changed or used again
	Group    string        `json:"group"`
	Level    Level         `json:"level"`
	When     Condition     `json:"when,omitzero"`
	Name     domain.Text   `json:"name"`
	Question domain.Text   `json:"question"`
	How      []domain.Text `json:"how"`  // steps by which a small team complies
	Harm     domain.Text   `json:"harm"` // what happened where it was neglected
	Sources  []string      `json:"sources"`
}

// Item returns the item with the id.
func (l Checklist) Item(id string) (Item, bool) {
	for _, item := range l.Items {
		if item.ID == id {
			return item, true
		}
	}
	return Item{}, false
}

// In returns the items of the group, in order.
func (l Checklist) In(group string) []Item {
	var out []Item
	for _, item := range l.Items {
		if item.Group == group {
			out = append(out, item)
		}
	}
	return out
}

// Source returns the source with the code.
func (l Checklist) Source(code string) (Source, bool) {
	for _, s := range l.Sources {
		if s.Code == code {
			return s, true
		}
	}
	return Source{}, false
}

// Question returns the question about the fact.
func (l Checklist) Question(fact domain.Fact) (Question, bool) {
	for _, q := range l.Facts {
		if q.Fact == fact {
			return q, true
		}
	}
	return Question{}, false
}
