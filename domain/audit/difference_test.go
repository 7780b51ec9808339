package audit

import (
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/journal"
)

func TestEveryDifferenceIsToldBothWays(t *testing.T) {
	zero, five := 0.0, 5.0
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	id := domain.DerivedID(domain.NoID, "x")
	segment := func(change func(*domain.Segment)) domain.Record {
		s := domain.Segment{ID: id, Name: "n"}
		change(&s)
		return s
	}
	for _, tt := range []struct {
		name          string
		before, after domain.Record
		key, part     string
		meaning       Meaning
		list          List
		came          string // elements
	}{
		{
			name: "prose", key: "segment.barriers", meaning: Words,
			before: segment(func(s *domain.Segment) {}), after: segment(func(s *domain.Segment) { s.Barriers = "البئر بعيدة" }),
		},
		{
			name: "a choice", key: "segment.role", meaning: Choice, list: "segment.role.",
			before: segment(func(s *domain.Segment) { s.Role = "youth" }), after: segment(func(s *domain.Segment) { s.Role = "media" }),
		},
		{
			name: "a count", key: "segment.age_min", meaning: Number,
			before: segment(func(s *domain.Segment) {}), after: segment(func(s *domain.Segment) { s.AgeMin = 12 }),
		},
		{
			name: "yes or no", key: "segment.data_cost", meaning: YesNo,
			before: segment(func(s *domain.Segment) {}), after: segment(func(s *domain.Segment) { s.DataCost = true }),
		},
		{
			name: "a set", key: "segment.languages", meaning: Members, list: "segment.language.", came: "ar,ku",
			before: segment(func(s *domain.Segment) { s.Languages = []string{"en"} }),
			after:  segment(func(s *domain.Segment) { s.Languages = []string{"ar", "en", "ku"} }),
		},
		{
			name: "a place in the list", key: "segment.order", meaning: Place,
			before: segment(func(s *domain.Segment) { s.Order = "V" }), after: segment(func(s *domain.Segment) { s.Order = "k" }),
		},
		{
			name: "a figure", key: "indicator.target", meaning: Number,
			before: domain.Indicator{ID: id, Target: &zero}, after: domain.Indicator{ID: id, Target: &five},
		},
		{name: "a day", key: "indicator.due", meaning: Day, before: domain.Indicator{ID: id}, after: domain.Indicator{ID: id, Due: day}},
		{
			name: "a fact", key: "campaign.fact", part: "children", meaning: YesNo,
			before: domain.Header{ID: id, Facts: map[domain.Fact]bool{domain.FactChildren: true}},
			after:  domain.Header{ID: id, Facts: map[domain.Fact]bool{domain.FactChildren: false}},
		},
		{
			name: "a text in a language", key: "message.core.ar", meaning: Words,
			before: domain.Message{ID: id}, after: domain.Message{ID: id, Core: domain.Text{Ar: "ماء"}},
		},
		{
			name: "a variant", key: "message.variant", part: "sms", meaning: YesNo,
			before: domain.Message{ID: id}, after: domain.Message{ID: id, Variants: []domain.Variant{{Channel: "sms"}}},
		},
		{
			name: "the text of a variant", key: "message.variant.en", part: "sms", meaning: Words,
			before: domain.Message{ID: id, Variants: []domain.Variant{{Channel: "sms"}}},
			after:  domain.Message{ID: id, Variants: []domain.Variant{{Channel: "sms", Text: domain.Text{En: "x"}}}},
		},
		{
			name: "a column", key: "data_set.column.sum", part: "2", meaning: Number,
			before: domain.DataSet{ID: id, Columns: []domain.DataColumn{{}, {Sum: 1}}},
			after:  domain.DataSet{ID: id, Columns: []domain.DataColumn{{}, {Sum: 2}}},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			forth := only(t, tt.before, tt.after)
			if forth.Key != tt.key || forth.Part != tt.part || forth.Meaning != tt.meaning || forth.List != tt.list {
				t.Errorf("got %+v", forth.About)
			}
			if got := strings.Join(forth.Came, ","); got != tt.came {
				t.Errorf("%q came", got)
			}
			back := only(t, tt.after, tt.before)
			if forth.Before != back.After || forth.After != back.Before ||
				!slices.Equal(forth.Came, back.Went) || !slices.Equal(forth.Went, back.Came) {
				t.Errorf("forth %+v, back %+v", forth, back)
			}
		})
	}
}

// only returns the one difference of an edit.
func only(t *testing.T, before, after domain.Record) Difference {
	t.Helper()
	d := newDesk(t, "Rana")
	d.does("add", "", before)
	d.does("change", "", after)
	r := d.lines()[0].Records
	if len(r) != 1 || len(r[0].Differences) != 1 {
		t.Fatalf("records %+v", r)
	}
	return r[0].Differences[0]
}

func TestTextsDifferInWords(t *testing.T) {
	d := only(t, message("t", "اشربوا ماء البئر"), message("t", "افحصوا ماء البئر"))
	want := []journal.Span{{Kind: journal.Removed, Text: "اشربوا"}, {Kind: journal.Added, Text: "افحصوا"}, {Kind: journal.Kept, Text: " ماء البئر"}}
	if got := d.Spans(); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestFieldsStandInTheOrderOfTheForm(t *testing.T) {
	d := newDesk(t, "Rana")
	d.does("add", "", domain.Segment{ID: domain.NewID(), Name: "n", Ask: "a", AgeMin: 1, Order: "V"})
	d.writes(journal.Edit{Label: "newer", Changes: []journal.Change{{
		Record: d.lines()[0].Records[0].Ref, Field: journal.Field{Path: "a_newer_field"}, After: journal.Text("x"),
	}}})
	var keys []string
	for _, diff := range d.lines()[1].Records[0].Differences {
		keys = append(keys, diff.Key)
	}
	if want := []string{"segment.name", "segment.age_min", "segment.ask"}; !slices.Equal(keys, want) {
		t.Errorf("got %v", keys)
	}
	if diff := d.lines()[0].Records[0].Differences[0]; diff.Key != "" || diff.Meaning != Unknown || diff.Path != "a_newer_field" {
		t.Errorf("a field of a newer Athar: %+v", diff)
	}
}

// Whoever adds a field to a record must say here what it means to a reader.
func TestEveryFieldIsKnown(t *testing.T) {
	one := 1.0
	id := domain.NewID()
	now := time.Now()
	for _, r := range []domain.Record{
		domain.Header{
			Title: "x", Goal: "x", Stage: "x", Template: "x", Forced: []string{"x"}, Facts: map[domain.Fact]bool{"x": true},
			Sample: true, Created: now, Trashed: now,
		},
		domain.Segment{
			Order: "V", Name: "x", Description: "x", Role: "x", SizeLow: 1, SizeHigh: 1, SizeSource: "x", AgeMin: 1,
			AgeMax: 1, Gender: "x", Place: "x", Languages: []string{"x"}, Dialect: "x", Literacy: "x", Connectivity: "x",
			DataCost: true, Channels: []string{"x"}, AccessNeeds: []string{"x"}, Stance: "x", Power: 1, Interest: 1,
			Readiness: "x", Values: "x", Barriers: "x", Messengers: "x", Ask: "x", Hours: "x", Risk: "x", RiskNote: "x", DataSource: "x",
		},
		domain.Message{
			Order: "V", Title: "x", Core: domain.Text{Ar: "x", En: "x"}, Action: domain.Text{Ar: "x", En: "x"}, Status: "x",
			Variants: []domain.Variant{{Channel: "x", Text: domain.Text{Ar: "x", En: "x"}}}, Segments: []domain.ID{id},
		},
		domain.Answer{Item: "x", Value: "x", Reason: "x", At: now},
		domain.Indicator{Order: "V", Name: "x", Metric: "x", Aggregate: "x", Tag: "x", Baseline: &one, Target: &one, Due: now},
		domain.Reading{Indicator: id, At: now, Value: 1, Note: "x"},
		domain.DataSet{
			File: "x", Hash: "x", Shape: "x", Encoding: "x", Read: 1, Kept: 1, Skipped: 1, Duplicate: 1, Damaged: 1,
			Columns: []domain.DataColumn{{Name: "x", Metric: "x", Sum: 1, Missing: 1}}, From: now, To: now, Imported: now,
		},
	} {
		used := map[string]bool{}
		for path := range domain.FieldsOf(r) {
			a := Describe(r.Kind(), path)
			if a.Key == "" {
				t.Errorf("%T: nobody knows what %q is", r, path)
			}
			used[a.Key] = true
		}
		if want := len(aboutKind(r.Kind())); len(used) != want {
			t.Errorf("%T: %d fields are told of, %d are filled in here", r, want, len(used))
		}
	}
}
