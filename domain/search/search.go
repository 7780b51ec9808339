// Package search finds what was written anywhere in the campaigns. It compares
// folded text, so that أ finds ا, ة finds ه, and digits of both kinds are one.
//
// It holds everything in memory and looks at every text for every query: ten
// thousand texts take a few milliseconds. It must not be shown to anybody who
// may not see the campaigns.
package search

import (
	"cmp"
	"slices"

	"athar/domain"
	"athar/domain/text"
)

// Hit is a place where the words were found.
type Hit struct {
	Campaign domain.ID
	Title    string // of the campaign
	Place    domain.Place
	Name     string // of the record, "" for the campaign itself
	Snippet  string // the words with a little of what stands around them
}

// snippetLength is how many characters of context a hit shows.
const snippetLength = 70

// Index holds the texts of campaigns.
type Index struct{ entries []entry }

type entry struct {
	campaign domain.ID
	title    string
	place    domain.Place
	name     string
	text     string
	folded   string
	weight   int // titles first, then names, then long texts
}

// weights of what was found where.
const (
	inTitle = iota
	inName
	inText
)

// Add puts the texts of a campaign into the index. Campaigns added earlier
// come first among equal hits.
func (x *Index) Add(c domain.Campaign) {
	a := adder{index: x, campaign: c}
	a.add(domain.Place{Kind: domain.KindHeader, ID: c.ID()}, "", c.Header.Title, inTitle)
	a.add(domain.Place{Kind: domain.KindHeader, ID: c.ID(), Field: "goal"}, "", c.Header.Goal, inText)
	for _, s := range c.SortedSegments() {
		a.segment(s)
	}
	for _, m := range c.SortedMessages() {
		a.message(m)
	}
	for _, n := range c.Answers {
		place := domain.Place{Kind: domain.KindAnswer, ID: n.ID, Item: n.Item}
		a.add(place, "", n.Reason, inText)
	}
	for _, i := range c.SortedIndicators() {
		a.add(domain.Place{Kind: domain.KindIndicator, ID: i.ID}, i.Name, i.Name, inName)
		for _, r := range c.SortedReadings(i.ID) {
			a.add(domain.Place{Kind: domain.KindIndicator, ID: i.ID}, i.Name, r.Note, inText)
		}
	}
	for _, d := range c.DataSets {
		a.add(domain.Place{Kind: domain.KindDataSet, ID: d.ID}, d.File, d.File, inName)
	}
}

type adder struct {
	index    *Index
	campaign domain.Campaign
}

func (a adder) add(place domain.Place, name, written string, weight int) {
	if written == "" {
		return
	}
	a.index.entries = append(a.index.entries, entry{
		campaign: a.campaign.ID(), title: a.campaign.Header.Title, place: place, name: name,
		text: written, folded: text.Fold(written), weight: weight,
	})
}

func (a adder) segment(s domain.Segment) {
	place := domain.Place{Kind: domain.KindSegment, ID: s.ID}
	a.add(place, s.Name, s.Name, inName)
	for _, f := range []struct{ field, written string }{
		{"description", s.Description},
		{"place", s.Place},
		{"size_source", s.SizeSource},
		{"values", s.Values},
		{"barriers", s.Barriers},
		{"messengers", s.Messengers},
		{"ask", s.Ask},
		{"hours", s.Hours},
		{"risk_note", s.RiskNote},
	} {
		place.Field = f.field
		a.add(place, s.Name, f.written, inText)
	}
}

func (a adder) message(m domain.Message) {
	place := domain.Place{Kind: domain.KindMessage, ID: m.ID}
	a.add(place, m.Title, m.Title, inName)
	both := func(field string, t domain.Text) {
		place.Field = field
		a.add(place, m.Title, t.Ar, inText)
		a.add(place, m.Title, t.En, inText)
	}
	both("core", m.Core)
	both("action", m.Action)
	for _, v := range m.Variants {
		both("variant."+v.Channel, v.Text)
	}
}

// Find returns up to limit places where all words of the query stand, titles
// first. An empty query finds nothing.
func (x *Index) Find(query string, limit int) []Hit {
	folded := text.Fold(query)
	if folded == "" {
		return nil
	}
	var found []entry
	for _, e := range x.entries {
		if text.Match(e.folded, folded) {
			found = append(found, e)
		}
	}
	slices.SortStableFunc(found, func(a, b entry) int { return cmp.Compare(a.weight, b.weight) })
	hits := make([]Hit, 0, min(limit, len(found)))
	for _, e := range found[:min(limit, len(found))] {
		hits = append(hits, Hit{
			Campaign: e.campaign, Title: e.title, Place: e.place, Name: e.name,
			Snippet: text.Snippet(e.text, query, snippetLength),
		})
	}
	return hits
}
