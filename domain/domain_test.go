package domain_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"athar/domain"
)

func campaign() domain.Campaign {
	seg := domain.Segment{ID: domain.NewID(), Order: "V", Name: "الأمهات"}
	return domain.Campaign{
		Header:   domain.Header{ID: domain.NewID(), Title: "ماء", Facts: map[domain.Fact]bool{domain.FactImages: true}},
		Segments: []domain.Segment{seg},
		Messages: []domain.Message{{ID: domain.NewID(), Order: "V", Title: "m", Segments: []domain.ID{seg.ID}}},
	}
}

func TestChangesTurnOneCampaignIntoTheOtherAndBack(t *testing.T) {
	before := campaign()
	edits := []domain.Edit{
		domain.SetFact{Fact: domain.FactChildren, Yes: false},
		domain.AddSegment{Segment: domain.Segment{ID: domain.NewID(), Name: "b"}},
		domain.RemoveSegment{ID: before.Segments[0].ID},
		domain.AnswerItem{Item: "e01", Value: domain.AnswerYes},
		domain.AddIndicator{Indicator: domain.Indicator{ID: domain.NewID(), Name: "i"}},
	}
	after := before
	for _, e := range edits {
		var err error
		if after, err = e.Apply(after); err != nil {
			t.Fatalf("%T: %v", e, err)
		}
	}
	changes := domain.Diff(before, after)
	forth, err := before.With(changes)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(after, forth); diff != "" {
		t.Errorf("forth: %s", diff)
	}
	var back []domain.Change
	for _, c := range slices.Backward(changes) {
		back = append(back, c.Inverse())
	}
	again, err := after.With(back)
	if err != nil {
		t.Fatal(err)
	}
	if left := domain.Diff(before, again); len(left) > 0 {
		t.Errorf("%d changes are left after taking all of them back", len(left))
	}
}

func TestRemovingASegmentTakesItFromItsMessages(t *testing.T) {
	c := campaign()
	after, err := domain.RemoveSegment{ID: c.Segments[0].ID}.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	if len(after.Messages[0].Segments) != 0 || len(c.Messages[0].Segments) != 1 {
		t.Fatalf("after: %v, before: %v", after.Messages[0].Segments, c.Messages[0].Segments)
	}
}

func TestOrderBetweenSortsBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := []string{domain.OrderBetween("", "")}
		for range rapid.IntRange(1, 200).Draw(t, "insertions") {
			at := rapid.IntRange(0, len(keys)).Draw(t, "at")
			low, high := "", ""
			if at > 0 {
				low = keys[at-1]
			}
			if at < len(keys) {
				high = keys[at]
			}
			keys = slices.Insert(keys, at, domain.OrderBetween(low, high))
		}
		for i := 1; i < len(keys); i++ {
			if keys[i-1] >= keys[i] {
				t.Fatalf("%q before %q", keys[i-1], keys[i])
			}
		}
	})
}

func TestSegmentProblems(t *testing.T) {
	ok := domain.Segment{Name: "n"}
	for name, tt := range map[string]struct {
		change func(*domain.Segment)
		field  string
		code   domain.Code
	}{
		"OK":                    {func(*domain.Segment) {}, "", ""},
		"no name":               {func(s *domain.Segment) { s.Name = "" }, "name", domain.ErrRequired},
		"ages the wrong way":    {func(s *domain.Segment) { s.AgeMin, s.AgeMax = 40, 20 }, "age", domain.ErrOrder},
		"age of 200":            {func(s *domain.Segment) { s.AgeMax = 200 }, "age", domain.ErrRange},
		"only a lowest age":     {func(s *domain.Segment) { s.AgeMin = 40 }, "", ""},
		"size without a source": {func(s *domain.Segment) { s.SizeLow = 100 }, "size_source", domain.ErrNeedsSource},
		"size with a source":    {func(s *domain.Segment) { s.SizeLow, s.SizeSource = 100, "census" }, "", ""},
		"sizes the wrong way":   {func(s *domain.Segment) { s.SizeLow, s.SizeHigh, s.SizeSource = 9, 5, "x" }, "size", domain.ErrOrder},
		"power of 6":            {func(s *domain.Segment) { s.Power = 6 }, "power", domain.ErrRange},
	} {
		t.Run(name, func(t *testing.T) {
			s := ok
			tt.change(&s)
			problems := s.Validate()
			if tt.field == "" {
				if len(problems) > 0 {
					t.Fatalf("unexpected: %v", problems)
				}
				return
			}
			if p := problems.Field(tt.field); p == nil || p.Code != tt.code {
				t.Fatalf("got %v, want %s of %s", problems, tt.code, tt.field)
			}
		})
	}
}

func TestACopyHasIDsOfItsOwnAndKeepsItsLinks(t *testing.T) {
	c := campaign()
	c, _ = domain.AnswerItem{Item: "e01", Value: domain.AnswerYes}.Apply(c)
	now := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	copied := c.Copy(domain.NewID, now, "copy")
	own := map[domain.ID]bool{}
	for _, r := range c.Records() {
		own[r.RecordID()] = true
	}
	for _, r := range copied.Records() {
		if own[r.RecordID()] {
			t.Errorf("a record of kind %c has the original's ID", r.Kind())
		}
	}
	if !copied.Messages[0].ForSegment(copied.Segments[0].ID) {
		t.Error("the copied message is not for the copied segment")
	}
	if copied.Answer("e01").Value != domain.AnswerYes {
		t.Error("the answer is lost")
	}
	copied.Header.Facts[domain.FactImages] = false
	if !c.Header.Facts[domain.FactImages] {
		t.Error("the copy shares its facts with the original")
	}
}

func TestVariantsAreOnePerChannelAndLeaveTheOriginalAlone(t *testing.T) {
	var m domain.Message
	for _, ch := range []string{"x", "sms", "facebook", "x"} {
		m = m.WithVariant(domain.Variant{Channel: ch, Text: domain.Text{En: ch + "!"}})
	}
	before := m
	after := m.WithVariant(domain.Variant{Channel: "x", Text: domain.Text{En: "new"}}).WithoutVariant("sms")
	if len(before.Variants) != 3 || len(after.Variants) != 2 {
		t.Fatalf("before %v, after %v", before.Variants, after.Variants)
	}
	if v, _ := before.Variant("x"); v.Text.En != "x!" {
		t.Fatalf("the original changed: %v", v)
	}
}
