package domain_test

import (
	"testing"

	"pgregory.net/rapid"

	"athar/domain"
)

// Changes made at once are changes made one after the other, but for the order of
// records in the lists, which means nothing.
func TestChangesAtOnceAreChangesOneByOne(t *testing.T) {
	ids := []domain.ID{domain.NewID(), domain.NewID(), domain.NewID(), domain.NewID()}
	rapid.Check(t, func(r *rapid.T) {
		start := domain.Campaign{Header: domain.Header{ID: domain.NewID()}}
		for _, id := range ids[:rapid.IntRange(0, len(ids)).Draw(r, "there")] {
			start.Messages = append(start.Messages, domain.Message{ID: id})
		}
		var changes []domain.Change
		for range rapid.IntRange(0, 12).Draw(r, "changes") {
			id := rapid.SampledFrom(ids).Draw(r, "id")
			var ch domain.Change
			switch title := rapid.StringMatching("[ab]").Draw(r, "title"); rapid.IntRange(0, 2).Draw(r, "what") {
			case 0:
				ch = domain.Change{Kind: domain.KindMessage, ID: id}
			case 1:
				ch = domain.Change{Kind: domain.KindMessage, ID: id, After: domain.Message{ID: id, Title: title}}
			case 2:
				ch = domain.Change{Kind: domain.KindSegment, ID: id, After: domain.Segment{ID: id, Name: title}}
			}
			changes = append(changes, ch)
		}
		before := domain.Diff(domain.Campaign{}, start)
		at, err := start.With(changes)
		if err != nil {
			r.Fatal(err)
		}
		one := start
		for _, ch := range changes {
			if one, err = one.With([]domain.Change{ch}); err != nil {
				r.Fatal(err)
			}
		}
		if diff := domain.Diff(one, at); len(diff) > 0 {
			r.Fatalf("one by one differs: %+v", diff)
		}
		if len(domain.Diff(domain.Campaign{}, start)) != len(before) {
			r.Fatal("the campaign that was changed is another one")
		}
	})
}

func TestChangesThatCannotBeMadeLeaveTheCampaignAsItWas(t *testing.T) {
	message := domain.Message{ID: domain.NewID(), Title: "kept"}
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID()}, Messages: []domain.Message{message}}
	other := domain.NewID()
	for name, tt := range map[string]struct {
		change domain.Change
		code   domain.Code
	}{
		"the removal of what is not there": {domain.Change{Kind: domain.KindMessage, ID: other}, ""},
		"a kind that nobody knows":         {domain.Change{Kind: 'z', ID: other}, domain.ErrUnknownValue},
		"a record of another kind": {
			domain.Change{Kind: domain.KindMessage, ID: other, After: domain.Segment{ID: other}}, domain.ErrUnknownValue,
		},
		"the removal of the header": {domain.Change{Kind: domain.KindHeader, ID: c.ID()}, domain.ErrNotFound},
	} {
		got, err := c.With([]domain.Change{tt.change})
		if domain.CodeOf(err) != tt.code || len(domain.Diff(c, got)) > 0 {
			t.Errorf("%s: %v, %v", name, err, domain.Diff(c, got))
		}
	}
}
