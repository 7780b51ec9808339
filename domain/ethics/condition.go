package ethics

import (
	"slices"

	"athar/domain"
)

// Condition says of which plans an item speaks. The zero Condition is true of
// every plan. In the file it is {"fact": "images"} or, where any one of
// several is enough, {"any": ["children", "at_risk"]}.
type Condition struct {
	Fact domain.Fact   `json:"fact,omitempty"`
	Any  []domain.Fact `json:"any,omitempty"`
}

// facts returns what the condition asks about; none for the zero Condition.
func (c Condition) facts() []domain.Fact {
	if c.Fact != "" {
		return []domain.Fact{c.Fact}
	}
	return c.Any
}

// ReasonCode says why an item applies or not.
type ReasonCode string

// The reasons.
const (
	ReasonAlways   ReasonCode = "always"     // speaks of every plan
	ReasonTemplate ReasonCode = "template"   // the campaign's template makes it a must
	ReasonPlan     ReasonCode = "plan"       // the plan says yes to Facts
	ReasonUnknown  ReasonCode = "unknown"    // Facts are not answered yet, so it applies
	ReasonNotInUse ReasonCode = "not_in_use" // the plan says no to Facts: it does not apply
)

// Reason is why an item applies or not, and the facts that decided it.
type Reason struct {
	Code  ReasonCode
	Facts []domain.Fact
}

// Applies reports whether the item is to be answered for a plan with the
// header, and why. While it is not known whether the condition holds the item
// applies: forgetting a question must not switch off a safeguard.
func Applies(item Item, header domain.Header) (bool, Reason) {
	if slices.Contains(header.Forced, item.ID) {
		return true, Reason{Code: ReasonTemplate}
	}
	asked := item.When.facts()
	if len(asked) == 0 {
		return true, Reason{Code: ReasonAlways}
	}
	var yes, unknown []domain.Fact
	for _, fact := range asked {
		switch value, answered := header.Facts[fact]; {
		case !answered:
			unknown = append(unknown, fact)
		case value:
			yes = append(yes, fact)
		}
	}
	switch {
	case len(yes) > 0:
		return true, Reason{ReasonPlan, yes}
	case len(unknown) > 0:
		return true, Reason{ReasonUnknown, unknown}
	}
	return false, Reason{ReasonNotInUse, asked}
}

// LevelOf returns what the item weighs for a plan with the header: a template
// can make a should a must, never the other way round.
func LevelOf(item Item, header domain.Header) Level {
	if slices.Contains(header.Forced, item.ID) {
		return Must
	}
	return item.Level
}
