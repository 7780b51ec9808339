package domain

import (
	"maps"
	"time"
)

// Stage is how far a campaign has come. The strings are stored.
type Stage string

// The stages in their usual order.
const (
	StageIdea     Stage = "idea"
	StageDraft    Stage = "draft"
	StageReview   Stage = "review"
	StageReady    Stage = "ready"
	StageLive     Stage = "live"
	StageHold     Stage = "hold"
	StageDone     Stage = "done"
	StageArchived Stage = "archived"
)

// Stages returns every stage in its usual order.
func Stages() []Stage {
	return []Stage{
		StageIdea, StageDraft, StageReview, StageReady,
		StageLive, StageHold, StageDone, StageArchived,
	}
}

// Fact is something true or not of the plan that decides which checklist items
// apply, such as "children appear". The strings are stored and stand in the
// checklist's data as conditions.
type Fact string

// The facts of the shipped checklist.
const (
	FactFunded       Fact = "funded"       // somebody funds or pays for it
	FactAI           Fact = "ai"           // text, image or sound made by a machine
	FactImages       Fact = "images"       // pictures or video are published
	FactSocial       Fact = "social"       // social platforms are used
	FactIdentifiable Fact = "identifiable" // a person can be recognised
	FactChildren     Fact = "children"     // children appear or are addressed
	FactAtRisk       Fact = "at_risk"      // adults at risk appear or are addressed
	FactComments     Fact = "comments"     // comments or messages are open
)

// Facts returns every fact in the order in which the plan asks for them.
func Facts() []Fact {
	return []Fact{
		FactFunded, FactSocial, FactImages, FactIdentifiable,
		FactChildren, FactAtRisk, FactComments, FactAI,
	}
}

// Header is what is true of a campaign as a whole.
type Header struct {
	ID        ID
	Title     string
	Goal      string // what would be different, in a sentence
	Stage     Stage
	Template  string        // id of the template it came from, "" when blank
	Forced    []string      // checklist items the template makes a must
	Languages []string      // the campaign is written in, the first one first; empty means Arabic and English
	Facts     map[Fact]bool // facts that were answered; a missing one is not known yet
	Sample    bool          // the shipped sample
	Created   time.Time
	Trashed   time.Time // zero unless it is in the trash
}

// Kind implements Record.
func (Header) Kind() Kind { return KindHeader }

// RecordID implements Record; the header's ID is the campaign's.
func (h Header) RecordID() ID { return h.ID }

// InTrash reports whether the campaign was put into the trash.
func (h Header) InTrash() bool { return !h.Trashed.IsZero() }

// withFact returns the header with one fact answered.
func (h Header) withFact(f Fact, yes bool) Header {
	facts := maps.Clone(h.Facts)
	if facts == nil {
		facts = map[Fact]bool{}
	}
	facts[f] = yes
	h.Facts = facts
	return h
}

// Campaign is a whole plan. It is a value: do not change its slices in place.
type Campaign struct {
	Header       Header
	Cores        []Core // one at most; see Core
	Segments     []Segment
	Messages     []Message
	Media        []Media
	Alternatives []Alternative
	Pretests     []Pretest
	Comments     []Comment
	Claims       []Claim
	Evidence     []Evidence
	Answers      []Answer
	Indicators   []Indicator
	Readings     []Reading
	DataSets     []DataSet
}

// ID returns the campaign's ID.
func (c Campaign) ID() ID { return c.Header.ID }

// Segment returns the segment with the ID.
func (c Campaign) Segment(id ID) (Segment, bool) { return find(c.Segments, id) }

// Message returns the message with the ID.
func (c Campaign) Message(id ID) (Message, bool) { return find(c.Messages, id) }

// Medium returns the media item with the ID.
func (c Campaign) Medium(id ID) (Media, bool) { return find(c.Media, id) }

// Alternative returns the alternative with the ID.
func (c Campaign) Alternative(id ID) (Alternative, bool) { return find(c.Alternatives, id) }

// Pretest returns the pretest with the ID.
func (c Campaign) Pretest(id ID) (Pretest, bool) { return find(c.Pretests, id) }

// Comment returns the comment with the ID.
func (c Campaign) Comment(id ID) (Comment, bool) { return find(c.Comments, id) }

// Claim returns the claim with the ID.
func (c Campaign) Claim(id ID) (Claim, bool) { return find(c.Claims, id) }

// OneEvidence returns the piece of evidence with the ID.
func (c Campaign) OneEvidence(id ID) (Evidence, bool) { return find(c.Evidence, id) }

// Indicator returns the indicator with the ID.
func (c Campaign) Indicator(id ID) (Indicator, bool) { return find(c.Indicators, id) }

// DataSet returns the data set with the ID.
func (c Campaign) DataSet(id ID) (DataSet, bool) { return find(c.DataSets, id) }

// Answer returns the answer to the checklist item, a zero Answer when there is
// none yet.
func (c Campaign) Answer(item string) Answer {
	a, _ := find(c.Answers, AnswerID(c.ID(), item))
	return a
}

func find[R Record](list []R, id ID) (R, bool) {
	for _, r := range list {
		if r.RecordID() == id {
			return r, true
		}
	}
	var zero R
	return zero, false
}

// Summary is what a list of campaigns shows of one. It is derived: the store
// keeps it beside the campaign so that a list needs no whole campaign.
type Summary struct {
	ID          ID
	Title       string
	Stage       Stage
	Sample      bool
	Created     time.Time
	Updated     time.Time // time of the newest commit
	Trashed     time.Time
	Segments    int
	Messages    int
	DataSets    int
	OpenMusts   int
	OpenShoulds int
}

// InTrash reports whether the campaign was put into the trash.
func (s Summary) InTrash() bool { return !s.Trashed.IsZero() }
