package tally_test

import (
	"reflect"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/tally"
)

func day(n int) time.Time { return time.Date(2026, 11, n, 0, 0, 0, 0, time.UTC) }

func TestACampaignIsCounted(t *testing.T) {
	id := func(n byte) domain.ID { return domain.ID{n} }
	message := func(n byte, s domain.MessageStatus) domain.Message {
		return domain.Message{ID: id(n), Status: s, Core: domain.Text{En: "Boil"}}
	}
	lapsed := message(4, domain.MessageReview)
	lapsed.Approval = domain.Approval{By: "Sara", Of: "another wording"}
	sound := domain.Claim{
		ID: id(20), Text: domain.Text{En: "The test is free."}, Type: "event", Verdict: domain.VerdictSupported,
		Confidence: "high", CheckedBy: "Rana", CheckedOn: day(1), Checks: domain.ClaimSIFT(), ReviewBy: day(20),
	}
	bare := domain.Claim{ID: id(21), Text: domain.Text{En: "900 households"}, Type: "event", Messages: []domain.ID{id(1)}}
	rumour := domain.Claim{ID: id(22), Text: domain.Text{En: "It is poisoned"}, Type: "event", Verdict: domain.VerdictFalse, Messages: []domain.ID{id(5)}}
	answer := message(5, domain.MessageDone)
	answer.Purpose = "answer"
	c := domain.Campaign{
		Messages: []domain.Message{
			answer, message(1, domain.MessageReview), lapsed, message(2, domain.MessageDraft), message(3, "of a newer Athar"),
		},
		Comments: []domain.Comment{
			{ID: id(10), Message: id(1), Request: true},
			{ID: id(11), Message: id(1), Request: true, Resolved: day(2)},
			{ID: id(12), Message: id(2)},
			{ID: id(13), Message: id(99), Request: true}, // of a message that is gone
		},
		Claims: []domain.Claim{sound, bare, rumour},
		Evidence: []domain.Evidence{
			{ID: id(30), Claim: sound.ID, Stance: "supports", Source: "primary", Publisher: "Health office"},
			{ID: id(31), Claim: rumour.ID, Stance: "contradicts", Source: "primary", Publisher: "Health office"},
		},
	}
	want := tally.Tally{
		Messages: []tally.Status{{domain.MessageDraft, 1}, {domain.MessageReview, 2}, {domain.MessageDone, 1}, {"of a newer Athar", 1}},
		Lapsed:   1, Requests: 1, Claims: 3, Unsourced: 1,
	}
	if got := tally.Of(c, day(20)); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	want.Due = 1
	if got := tally.Of(c, day(21)); !reflect.DeepEqual(got, want) {
		t.Errorf("the day after\ngot  %+v\nwant %+v", got, want)
	}
	if got := tally.Of(domain.Campaign{}, day(1)); !reflect.DeepEqual(got, tally.Tally{}) {
		t.Errorf("nothing counts %+v", got)
	}
}
