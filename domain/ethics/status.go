package ethics

import (
	"strings"
	"time"

	"athar/domain"
)

// Standing is where an item stands in a campaign.
type Standing string

// The standings.
const (
	NotApplicable Standing = "not_applicable" // the plan says that it does not apply
	Unanswered    Standing = "unanswered"
	Open          Standing = "open" // answered, but not settled by the answer
	Settled       Standing = "settled"
)

// ItemState is an item as it stands in a campaign.
type ItemState struct {
	Item     Item
	Level    Level // of the item in this campaign, see LevelOf
	Why      Reason
	Answer   domain.Answer // zero when there is none; kept when the item does not apply
	Standing Standing
}

// IsOpen reports whether something is left to do.
func (s ItemState) IsOpen() bool { return s.Standing == Unanswered || s.Standing == Open }

// Status is where the whole checklist stands in a campaign.
type Status struct {
	Items       []ItemState // every item, in the order of the checklist
	OpenMusts   int
	OpenShoulds int
}

// In returns the items of the group and how many musts and shoulds among them
// are open.
func (s Status) In(group string) (items []ItemState, musts, shoulds int) {
	for _, state := range s.Items {
		if state.Item.Group == group {
			items = append(items, state)
		}
	}
	musts, shoulds = countOpen(items)
	return items, musts, shoulds
}

// Item returns the state of the item with the id.
func (s Status) Item(id string) (ItemState, bool) {
	for _, state := range s.Items {
		if state.Item.ID == id {
			return state, true
		}
	}
	return ItemState{}, false
}

// State returns where the checklist stands in the campaign.
func (l Checklist) State(c domain.Campaign) Status {
	s := Status{Items: make([]ItemState, 0, len(l.Items))}
	for _, item := range l.Items {
		applies, why := Applies(item, c.Header)
		state := ItemState{
			Item: item, Level: LevelOf(item, c.Header), Why: why,
			Answer: c.Answer(item.ID), Standing: NotApplicable,
		}
		if applies {
			state.Standing = standing(state.Level, state.Answer)
		}
		s.Items = append(s.Items, state)
	}
	s.OpenMusts, s.OpenShoulds = countOpen(s.Items)
	return s
}

// standing judges an answer to an item that applies. A reason explains a
// should away, and shows that a must does not concern this campaign, but it
// does not replace doing what a must asks for.
func standing(level Level, a domain.Answer) Standing {
	explained := strings.TrimSpace(a.Reason) != ""
	switch a.Value {
	case domain.AnswerNone:
		return Unanswered
	case domain.AnswerYes:
		return Settled
	case domain.AnswerNA:
		if explained {
			return Settled
		}
	case domain.AnswerPartly, domain.AnswerNo:
		if explained && level == Should {
			return Settled
		}
	}
	return Open
}

func countOpen(items []ItemState) (musts, shoulds int) {
	for _, state := range items {
		switch {
		case !state.IsOpen():
		case state.Level == Must:
			musts++
		default:
			shoulds++
		}
	}
	return musts, shoulds
}

// Summarise returns what a list of campaigns shows of the campaign. updated is
// the time of its newest commit.
func Summarise(c domain.Campaign, updated time.Time, list Checklist) domain.Summary {
	status := list.State(c)
	return domain.Summary{
		ID:          c.Header.ID,
		Title:       c.Header.Title,
		Stage:       c.Header.Stage,
		Sample:      c.Header.Sample,
		Created:     c.Header.Created,
		Updated:     updated,
		Trashed:     c.Header.Trashed,
		Segments:    len(c.Segments),
		Messages:    len(c.Messages),
		DataSets:    len(c.DataSets),
		OpenMusts:   status.OpenMusts,
		OpenShoulds: status.OpenShoulds,
	}
}
