// Package listing says which messages of a campaign a list shows, in which order,
// and what is to be said of each. It is pure but for what it remembers, draws
// nothing and makes no sentences.
package listing

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"athar/domain"
	"athar/domain/text"
)

// Order is how a list is sorted.
type Order string

// The orders. The catalogs name them under "messages.order.<order>".
const (
	Own    Order = "own" // as people have put them
	Title  Order = "title"
	Status Order = "status"
	Newest Order = "newest" // what was changed last comes first
)

// Orders returns every order.
func Orders() []Order { return []Order{Own, Title, Status, Newest} }

// Facet is one thing a message can have in common with others: "status:draft",
// "segment:<id>", "channel:x", "language:ar", "finding:stale".
type Facet string

// The sorts of facets.
const (
	BySegment  = "segment"
	ByChannel  = "channel"
	ByLanguage = "language"
	ByStatus   = "status"
	ByFinding  = "finding"
)

// NewFacet makes a facet.
func NewFacet(by, value string) Facet { return Facet(by + ":" + value) }

// Parts returns the sort and the value.
func (f Facet) Parts() (by, value string) {
	by, value, _ = strings.Cut(string(f), ":")
	return by, value
}

// Filter is what of the messages is shown: those that have, of each sort among the
// facets, at least one, and all words of the query. The zero Filter shows all.
type Filter struct {
	Query  string
	Facets []Facet
}

// Active reports whether the filter can keep anything back.
func (f Filter) Active() bool { return strings.TrimSpace(f.Query) != "" || len(f.Facets) > 0 }

// Lister makes lists for one screen. It remembers the words of messages, folded for
// searching.
type Lister struct {
	judge    func(domain.Campaign, domain.Message) Findings
	newer    func(a, b domain.ID) int
	collator *collate.Collator
	folded   map[domain.ID]string
}

// New makes a lister. judge says what there is to say of a message; lang is the language
// whose order titles are in; newer is negative where a was changed later than b.
func New(judge func(domain.Campaign, domain.Message) Findings, lang string, newer func(a, b domain.ID) int) *Lister {
	return &Lister{
		judge: judge, newer: newer, folded: map[domain.ID]string{},
		collator: collate.New(language.Make(lang), collate.Numeric),
	}
}

// Forget says that a message is another than before.
func (l *Lister) Forget(id domain.ID) { delete(l.folded, id) }

// List returns the messages that pass the filter, and keep, which does not have to;
// NoID keeps none.
func (l *Lister) List(c domain.Campaign, f Filter, by Order, keep domain.ID) []domain.Message {
	all := c.SortedMessages()
	if f.Active() {
		all = slices.DeleteFunc(all, func(m domain.Message) bool { return m.ID != keep && !l.passes(c, f, m) })
	}
	l.sort(all, by)
	return all
}

func (l *Lister) passes(c domain.Campaign, f Filter, m domain.Message) bool {
	asked, met := map[string]bool{}, map[string]bool{}
	var found Findings
	for _, facet := range f.Facets {
		by, value := facet.Parts()
		if by == ByFinding && found == nil {
			found = l.judge(c, m)
		}
		asked[by] = true
		if has(m, found, by, value) {
			met[by] = true
		}
	}
	return len(asked) == len(met) && (strings.TrimSpace(f.Query) == "" || text.Match(l.words(c, m), f.Query))
}

func has(m domain.Message, found Findings, by, value string) bool {
	switch by {
	case BySegment:
		return slices.ContainsFunc(m.Segments, func(id domain.ID) bool { return id.String() == value })
	case ByChannel:
		return m.OnChannel(value)
	case ByLanguage:
		return m.Core.Of(value) != ""
	case ByStatus:
		return string(m.Status) == value
	case ByFinding:
		return found[Kind(value)] > 0
	}
	return false
}

// words returns all that was written in a message, folded.
func (l *Lister) words(c domain.Campaign, m domain.Message) string {
	if s, ok := l.folded[m.ID]; ok {
		return s
	}
	var b strings.Builder
	add := func(t domain.Text) {
		for _, lang := range t.Languages() {
			b.WriteString(t.Of(lang) + "\n")
		}
	}
	b.WriteString(m.Title + "\n")
	for _, t := range []domain.Text{m.Core, m.Action, m.Call.Who, m.Call.What, m.Call.Where} {
		add(t)
	}
	for _, v := range m.Variants {
		add(v.Text)
		for _, p := range v.Parts {
			add(p.Text)
		}
	}
	for _, item := range c.MediaOf(m.ID) {
		b.WriteString(item.File + "\n" + item.Credit + "\n")
		add(item.Alt)
		add(item.Caption)
	}
	l.folded[m.ID] = text.Fold(b.String())
	return l.folded[m.ID]
}

// sort keeps their own order among messages that are equal.
func (l *Lister) sort(all []domain.Message, by Order) {
	switch by {
	case Title:
		l.sortByTitle(all)
	case Status:
		place := func(m domain.Message) int { return slices.Index(domain.MessageStatuses(), m.Status) }
		slices.SortStableFunc(all, func(a, b domain.Message) int { return cmp.Compare(place(a), place(b)) })
	case Newest:
		slices.SortStableFunc(all, func(a, b domain.Message) int { return l.newer(a.ID, b.ID) })
	}
}

// sortByTitle puts those without a title last.
func (l *Lister) sortByTitle(all []domain.Message) {
	var buffer collate.Buffer
	keys := make(map[domain.ID][]byte, len(all))
	for _, m := range all {
		keys[m.ID] = l.collator.KeyFromString(&buffer, m.Title)
	}
	slices.SortStableFunc(all, func(a, b domain.Message) int {
		if (a.Title == "") != (b.Title == "") {
			return cmp.Compare(len(b.Title), len(a.Title))
		}
		return slices.Compare(keys[a.ID], keys[b.ID])
	})
}
