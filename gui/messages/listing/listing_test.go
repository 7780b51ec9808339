package listing

import (
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/messages/gauge"
)

// campaign has one message for each thing that can be asked for.
func campaign() domain.Campaign {
	seg := domain.Segment{ID: domain.NewID(), Name: "Mothers"}
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID()}, Segments: []domain.Segment{seg}}
	order := ""
	add := func(title string, change func(*domain.Message)) {
		order = domain.OrderBetween(order, "")
		m := domain.Message{
			ID: domain.NewID(), Order: order, Title: title, Status: domain.MessageDraft, Core: domain.Text{Ar: "ماء", En: "water"},
			Action: domain.Text{En: "Come"}, Segments: []domain.ID{seg.ID},
		}
		change(&m)
		c.Messages = append(c.Messages, m)
	}
	add("whole", func(*domain.Message) {})
	add("long", func(m *domain.Message) { *m = m.WithOutgoing("x", "", "en", strings.Repeat("a", 300)) })
	add("stale", func(m *domain.Message) { m.Bases = []domain.Basis{{Lang: "en", From: "ar", Text: "كان"}} })
	add("مدرسة", func(m *domain.Message) { m.Core, m.Status = domain.Text{Ar: "الأطفال"}, domain.MessageDone })
	add("", func(m *domain.Message) { m.Core, m.Action, m.Segments = domain.Text{}, domain.Text{}, nil })
	add("an idea", func(m *domain.Message) { m.Core, m.Segments, m.Status = domain.Text{}, nil, domain.MessageIdea })
	add("pictured", func(m *domain.Message) {
		c.Media = []domain.Media{{ID: domain.NewID(), Message: m.ID, Type: "image", Caption: domain.Text{En: "A well"}}}
	})
	add("asked", func(m *domain.Message) {
		m.Action, m.Call.What = domain.Text{}, domain.Text{Ar: "زوروا"}
		first := domain.Comment{ID: domain.NewID(), Message: m.ID}
		c.Comments = []domain.Comment{
			first,
			{ID: domain.NewID(), Message: m.ID, Reply: first.ID},
			{ID: domain.NewID(), Message: m.ID, Resolved: time.Unix(1, 0)},
		}
	})
	add("approved", func(m *domain.Message) { m.Approval = domain.Approval{By: "Layla", Of: "another"} })
	return c
}

func lister(t *testing.T) *Lister {
	t.Helper()
	return New(judge(t), "ar", func(a, b domain.ID) int { return 0 })
}

// judge says that the checks have found something in two of the messages.
func judge(t *testing.T) func(domain.Campaign, domain.Message) Findings {
	t.Helper()
	g := gauge.New(guitest.Channels(t))
	return func(c domain.Campaign, m domain.Message) Findings {
		f := Judge(g, c, m)
		switch m.Title {
		case "pictured":
			f[Mend] = 2
		case "whole":
			f[Mend], f[Suggestion] = 0, 1
		}
		return f
	}
}

func titles(list []domain.Message) (all []string) {
	for _, m := range list {
		all = append(all, m.Title)
	}
	return all
}

func TestEveryFacetFindsWhatHasIt(t *testing.T) {
	c := campaign()
	for facet, want := range map[Facet][]string{
		"finding:too_long":    {"long"},
		"finding:mend":        {"pictured"},
		"finding:suggestion":  {"whole"},
		"finding:no_alt":      {"pictured"},
		"finding:stale":       {"stale"},
		"finding:no_text":     {""},
		"finding:no_language": {"مدرسة"},
		"finding:no_action":   {""},
		"finding:no_segment":  {""},
		"finding:lapsed":      {"approved"},
		"finding:comment":     {"asked"},
		"status:done":         {"مدرسة"},
		"status:idea":         {"an idea"},
		"channel:x":           {"long"},
		"language:fr":         nil,
		"nonsense":            nil,
		NewFacet(BySegment, c.Segments[0].ID.String()): {"whole", "long", "stale", "مدرسة", "pictured", "asked", "approved"},
	} {
		if got := titles(lister(t).List(c, Filter{Facets: []Facet{facet}}, Own, domain.NoID)); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", facet, got, want)
		}
	}
	for _, kind := range Kinds() {
		if f := (Filter{Facets: []Facet{NewFacet(ByFinding, string(kind))}}); len(lister(t).List(c, f, Own, domain.NoID)) == 0 {
			t.Errorf("nothing here has %s", kind)
		}
	}
}

func TestFacetsOfOneSortAreAlternatives(t *testing.T) {
	c := campaign()
	f := Filter{Facets: []Facet{"status:done", "status:idea"}}
	if got := titles(lister(t).List(c, f, Own, domain.NoID)); !slices.Equal(got, []string{"مدرسة", "an idea"}) {
		t.Errorf("either: %q", got)
	}
	f.Facets = append(f.Facets, "language:ar")
	if got := titles(lister(t).List(c, f, Own, domain.NoID)); !slices.Equal(got, []string{"مدرسة"}) {
		t.Errorf("and a language: %q", got)
	}
}

func TestWordsAreFoundHoweverTheyAreWritten(t *testing.T) {
	c := campaign()
	for query, want := range map[string][]string{
		"مدرسه":      {"مدرسة"}, // the title
		"اطفال":      {"مدرسة"}, // the text
		"WELL":       {"pictured"},
		"water come": {"whole", "stale", "pictured", "approved", "long"},
		"زوروا":      {"asked"},
		"   ":        titles(c.SortedMessages()),
		"nobody":     nil,
	} {
		got := titles(lister(t).List(c, Filter{Query: query}, Own, domain.NoID))
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
}

func TestAMessageThatChangedIsSearchedAnew(t *testing.T) {
	c, l := campaign(), lister(t)
	f := Filter{Query: "newly"}
	if got := l.List(c, f, Own, domain.NoID); len(got) != 0 {
		t.Fatalf("found %q", titles(got))
	}
	c.Messages[0].Title = "newly written"
	l.Forget(c.Messages[0].ID)
	if got := l.List(c, f, Own, domain.NoID); len(got) != 1 {
		t.Errorf("found %q", titles(got))
	}
}

func TestAListIsSortedAsAskedAndKeepsOneMessage(t *testing.T) {
	c := campaign()
	last := c.Messages[8].ID
	l := New(judge(t), "ar", func(a, b domain.ID) int {
		switch last {
		case a:
			return -1
		case b:
			return +1
		}
		return 0
	})
	for order, want := range map[Order]string{
		Own:    "whole long stale مدرسة  an idea pictured asked approved",
		Newest: "approved whole long stale مدرسة  an idea pictured asked",
		Status: "an idea whole long stale  pictured asked approved مدرسة",
	} {
		if got := strings.Join(titles(l.List(c, Filter{}, order, domain.NoID)), " "); got != want {
			t.Errorf("%s: %q, want %q", order, got, want)
		}
	}
	byTitle := titles(l.List(c, Filter{}, Title, domain.NoID))
	if byTitle[len(byTitle)-1] != "" || !slices.IsSorted(slices.DeleteFunc(byTitle[:8:8], func(s string) bool { return s == "مدرسة" })) {
		t.Errorf("by title: %q", byTitle)
	}
	if got := titles(l.List(c, Filter{Query: "whole"}, Own, last)); !slices.Equal(got, []string{"whole", "approved"}) {
		t.Errorf("with one that is kept: %q", got)
	}
}

func TestFactsAreThoseOfTheChecksOnceTheyAreKnown(t *testing.T) {
	c := campaign()
	for i, want := range []int{0, 1, 0, 0, 0, 0, 2, 0, 0} {
		m := c.SortedMessages()[i]
		if got := judge(t)(c, m).Facts(); got != want {
			t.Errorf("%q: %d facts, want %d", m.Title, got, want)
		}
	}
}
