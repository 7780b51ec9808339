package audit

import (
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/text"
)

func TestEveryDifferenceIsToldBothWays(t *testing.T) {
	zero, five := 0.0, 5.0
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	id := domain.DerivedID(domain.NoID, "x")
	segment := func(change func(*domain.Segment)) domain.Record {
		s := domain.Segment{ID: id, Name: "n"}
		if change != nil {
			change(&s)
		}
		return s
	}
	facts := func(yes bool) domain.Record {
		return domain.Header{ID: id, Facts: map[domain.Fact]bool{domain.FactChildren: yes}}
	}
	sms := func(text string) domain.Record {
		return domain.Message{ID: id, Variants: []domain.Variant{{Channel: "sms", Text: domain.Text{En: text}}}}
	}
	for _, tt := range []struct {
		path          string
		shape         Shape
		before, after domain.Record
		came          string // elements
	}{
		{"barriers", Reworded, segment(nil), segment(func(s *domain.Segment) { s.Barriers = "البئر بعيدة" }), ""},
		{"role", Replaced, segment(nil), segment(func(s *domain.Segment) { s.Role = "media" }), ""},
		{"age_min", Replaced, segment(nil), segment(func(s *domain.Segment) { s.AgeMin = 12 }), ""},
		{"data_cost", Replaced, segment(nil), segment(func(s *domain.Segment) { s.DataCost = true }), ""},
		{"languages", Regrouped, segment(nil), segment(func(s *domain.Segment) { s.Languages = []string{"ar", "ku"} }), "ar,ku"},
		{"order", Moved, segment(nil), segment(func(s *domain.Segment) { s.Order = "k" }), ""},
		{"target", Replaced, domain.Indicator{ID: id, Target: &zero}, domain.Indicator{ID: id, Target: &five}, ""},
		{"due", Replaced, domain.Indicator{ID: id}, domain.Indicator{ID: id, Due: day}, ""},
		{"fact/children", Replaced, facts(true), facts(false), ""},
		{"core/ar", Reworded, domain.Message{ID: id}, domain.Message{ID: id, Core: domain.Text{Ar: "ماء"}}, ""},
		{"variant/sms", Replaced, domain.Message{ID: id}, sms(""), ""},
		{"variant/sms/en", Reworded, sms(""), sms("x"), ""},
	} {
		t.Run(tt.path, func(t *testing.T) {
			forth := only(t, tt.before, tt.after)
			if forth.Path != tt.path || forth.Shape != tt.shape {
				t.Errorf("got %+v", forth)
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
	ref := d.lines()[0].Records[0].Ref
	d.writes(journal.Edit{Label: "newer", Changes: []journal.Change{
		{Record: ref, Field: journal.Field{Path: "a_newer_field"}, After: journal.Text("x")},
		{Record: ref, Field: journal.Field{Path: "ask"}, After: journal.Text("b")},
	}})
	for i, want := range []string{"ask a_newer_field", "name age_min ask"} {
		var paths []string
		for _, diff := range d.lines()[i].Records[0].Differences {
			paths = append(paths, diff.Path)
		}
		if got := strings.Join(paths, " "); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// Whoever adds a field to a record must say where people read it, or that they
// do not.
func TestEveryFieldHasItsPlace(t *testing.T) {
	one := 1.0
	id := domain.NewID()
	now := time.Now()
	for _, r := range []domain.Record{
		domain.Header{
			Title: "x", Goal: "x", Stage: "x", Template: "x", Forced: []string{"x"}, Facts: map[domain.Fact]bool{"x": true},
			Sample: true, Created: now, Trashed: now, Languages: []string{"fr"},
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
			Purpose: "x", Bases: []domain.Basis{{Lang: "ar", From: "en", Text: "x"}},
			Call:     domain.Call{Who: domain.Text{Ar: "x"}, What: domain.Text{Ar: "x"}, Where: domain.Text{Ar: "x"}, By: now},
			Approval: domain.Approval{By: "x", At: now, Of: "x"}, Writers: []string{"x"}, Quiet: []string{"x"},
		},
		domain.Core{Framework: "x", Fields: []domain.FieldText{{Field: "x", Text: domain.Text{Ar: "x"}}}},
		domain.Media{
			Message: id, Order: "V", Type: "x", File: "x", Alt: domain.Text{Ar: "x"}, Caption: domain.Text{Ar: "x"}, People: "yes", Credit: "x",
			Consent: "x", ConsentItem: "x",
		},
		domain.Alternative{Message: id, Order: "V", Name: "x", Hypothesis: "x", Text: domain.Text{Ar: "x"}},
		domain.Pretest{
			Message: id, Alternative: id, Order: "V", Segment: id, On: now, Readers: 1, Attention: 1, Understood: 1, Believed: 1,
			ForMe: 1, Offensive: 1, WouldDo: 1, Meaning: "x", Hurt: "x", Missing: "x",
		},
		domain.Comment{
			Message: id, Reply: id, Field: "x", Anchor: text.Anchor{Quote: "x", Before: "x", After: "x", At: 1}, Author: "x", At: now,
			Body: "x", Request: true, Resolved: now, ResolvedBy: "x",
		},
		domain.Claim{
			Order: "V", Text: domain.Text{Ar: "x"}, Type: "x", Origin: "x", Messages: []domain.ID{id}, FirstAppearance: "x",
			Appearances: "x", ClaimDate: now, DataDate: now, Place: "x", Checks: []string{"x"}, Risk: "x", RiskType: "x",
			Verdict: "x", Confidence: "x", ConfidenceReason: "x", AddedBy: "x", CheckedBy: "x", CheckedOn: now, ReviewBy: now,
			Correction: domain.Correction{Published: "x", Corrected: "x", On: now, Where: "x"},
		},
		domain.Evidence{
			Claim: id, Order: "V", Title: "x", Publisher: "x", Author: "x", Link: "x", Published: now, Accessed: now, Page: "x",
			Source: "x", Archived: "x", Stance: "x",
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
			if !told(r.Kind(), path) {
				continue
			}
			used[general(path)] = true
			if rank(r.Kind(), path) == len(formOrder(r.Kind())) {
				t.Errorf("%T: nobody knows where %q stands", r, path)
			}
		}
		if want := len(formOrder(r.Kind())); len(used) != want {
			t.Errorf("%T: %d fields have a place, %d are filled in here", r, want, len(used))
		}
	}
}
