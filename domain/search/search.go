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
	for _, f := range c.Core().Fields {
		a.texts(domain.Place{Kind: domain.KindCore, ID: c.Core().ID, Field: "field." + f.Field}, "", f.Text, inText)
	}
	for _, s := range c.SortedSegments() {
		a.segment(s)
	}
	for _, m := range c.SortedMessages() {
		a.message(m)
	}
	for _, k := range c.SortedClaims() {
		a.claim(k)
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

// texts adds a text in each of its languages.
func (a adder) texts(place domain.Place, name string, t domain.Text, weight int) {
	for _, lang := range t.Languages() {
		a.add(place, name, t.Of(lang), weight)
	}
}

func (a adder) message(m domain.Message) {
	at := func(field string) domain.Place {
		return domain.Place{Kind: domain.KindMessage, ID: m.ID, Field: field}
	}
	a.add(at(""), m.Title, m.Title, inName)
	for _, f := range []struct {
		field   string
		written domain.Text
	}{
		{"core", m.Core},
		{"action", m.Action},
		{"call_who", m.Call.Who},
		{"call_what", m.Call.What},
		{"call_where", m.Call.Where},
	} {
		a.texts(at(f.field), m.Title, f.written, inText)
	}
	for _, v := range m.Variants {
		a.texts(at("variant."+v.Channel), m.Title, v.Text, inText)
		for _, p := range v.Parts {
			a.texts(at("variant."+v.Channel+"."+p.Field), m.Title, p.Text, inText)
		}
	}
	a.parts(m)
}

// parts adds what belongs to a message.
func (a adder) parts(m domain.Message) {
	at := func(r domain.Record) domain.Place {
		return domain.Place{Kind: domain.KindMessage, ID: m.ID, Item: r.RecordID().String(), Field: r.Kind().Word()}
	}
	for _, item := range a.campaign.MediaOf(m.ID) {
		a.texts(at(item), m.Title, item.Alt, inText)
		a.texts(at(item), m.Title, item.Caption, inText)
		a.add(at(item), m.Title, item.File, inText)
		a.add(at(item), m.Title, item.Credit, inText)
		a.add(at(item), m.Title, item.Consent, inText)
	}
	for _, b := range a.campaign.AlternativesOf(m.ID) {
		a.add(at(b), m.Title, b.Name, inText)
		a.add(at(b), m.Title, b.Hypothesis, inText)
		a.texts(at(b), m.Title, b.Text, inText)
	}
	for _, p := range a.campaign.PretestsOf(m.ID) {
		for _, written := range []string{p.Meaning, p.Hurt, p.Missing} {
			a.add(at(p), m.Title, written, inText)
		}
	}
	for _, k := range a.campaign.CommentsOf(m.ID) {
		a.add(at(k), m.Title, k.Body, inText)
	}
}

func (a adder) claim(k domain.Claim) {
	place := domain.Place{Kind: domain.KindClaim, ID: k.ID}
	name := k.Text.In("en")
	a.texts(place, name, k.Text, inName)
	for _, f := range []struct{ field, written string }{
		{"first_appearance", k.FirstAppearance},
		{"appearances", k.Appearances},
		{"place", k.Place},
		{"confidence_reason", k.ConfidenceReason},
		{"correction_published", k.Correction.Published},
		{"correction_corrected", k.Correction.Corrected},
		{"correction_where", k.Correction.Where},
	} {
		place.Field = f.field
		a.add(place, name, f.written, inText)
	}
	for _, e := range a.campaign.EvidenceOf(k.ID) {
		place.Item, place.Field = e.ID.String(), e.Kind().Word()
		for _, written := range []string{e.Title, e.Publisher, e.Author, e.Link, e.Archived} {
			a.add(place, name, written, inText)
		}
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
