package claim_test

import (
	"slices"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/claim"
)

func on(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// sound is a statistic that nothing is to be said of on 1 November 2026.
func sound() domain.Claim {
	return domain.Claim{
		Text: domain.Text{En: "75% of children go to school"}, Type: "statistic", DataDate: on(2025, 12, 31),
		Checks: domain.ClaimSIFT(), Verdict: domain.VerdictSupported, Confidence: "high",
		AddedBy: "Layla", CheckedBy: "Samir", CheckedOn: on(2026, 2, 1), ReviewBy: on(2026, 12, 1),
	}
}

func source(kind, publisher, stance string) domain.Evidence {
	return domain.Evidence{Source: kind, Publisher: publisher, Stance: stance}
}

func TestWhereAClaimStands(t *testing.T) {
	primary := []domain.Evidence{source("primary", "UNICEF", "supports")}
	two := []domain.Evidence{source("secondary", "Daily", "supports"), source("secondary", "Weekly", "supports")}
	for _, tt := range []struct {
		name     string
		change   func(*domain.Claim)
		evidence []domain.Evidence
		status   claim.Status
		gaps     []claim.Gap
	}{
		{"nothing is missing", func(*domain.Claim) {}, primary, claim.Supported, nil},
		{"two houses carry it", func(*domain.Claim) {}, two, claim.Supported, nil},
		{
			"one house told it twice", func(*domain.Claim) {},
			[]domain.Evidence{source("secondary", "The Daily", "supports"), source("secondary", "the  daily", "supports")},
			claim.Unproven,
			[]claim.Gap{claim.NoTwoSources},
		},
		{
			"the host of a link is the publisher", func(*domain.Claim) {},
			[]domain.Evidence{
				{Source: "secondary", Stance: "supports", Link: "https://www.example.org/a"},
				{Source: "secondary", Stance: "supports", Link: "https://example.org/b"},
			},
			claim.Unproven,
			[]claim.Gap{claim.NoTwoSources},
		},
		{
			"sources without a name are not independent", func(*domain.Claim) {},
			[]domain.Evidence{source("secondary", "", "supports"), source("secondary", "", "supports")},
			claim.Unproven,
			[]claim.Gap{claim.NoTwoSources},
		},
		{
			"tertiary sources do not carry it", func(*domain.Claim) {},
			[]domain.Evidence{source("tertiary", "A", "supports"), source("tertiary", "B", "supports")},
			claim.Unproven,
			[]claim.Gap{claim.NoTwoSources},
		},
		{
			"context is no support", func(*domain.Claim) {},
			[]domain.Evidence{source("primary", "UNICEF", "context")},
			claim.Unproven,
			[]claim.Gap{claim.NoEvidence},
		},
		{"the evidence was deleted", func(*domain.Claim) {}, nil, claim.Unproven, []claim.Gap{claim.NoEvidence}},
		{
			"some evidence says otherwise", func(*domain.Claim) {},
			append(slices.Clone(primary), source("secondary", "Daily", "contradicts")), claim.Supported,
			[]claim.Gap{claim.Contradicted},
		},
		{"a statistic of no day", func(c *domain.Claim) { c.DataDate = time.Time{} }, primary, claim.Incomplete, []claim.Gap{claim.NoDataDate}},
		{"an event needs no day of data", func(c *domain.Claim) { c.Type, c.DataDate = "event", time.Time{} }, primary, claim.Supported, nil},
		{"nothing is written", func(c *domain.Claim) { c.Text, c.Type = domain.Text{}, "" }, primary, claim.Incomplete, []claim.Gap{claim.NoText, claim.NoType}},
		{"nobody judged it", func(c *domain.Claim) { c.Verdict = "" }, primary, claim.NotChecked, nil},
		{"nobody judged it and nothing is there", func(c *domain.Claim) { c.Verdict = "" }, nil, claim.NotChecked, []claim.Gap{claim.NoEvidence}},
		{"high risk, one publisher", func(c *domain.Claim) { c.Risk = "high" }, primary, claim.Unproven, []claim.Gap{claim.NoIndependence}},
		{"high risk, two publishers", func(c *domain.Claim) { c.Risk = "high" }, two, claim.Supported, nil},
		{
			"high risk, checked by who wrote it down", func(c *domain.Claim) { c.Risk, c.CheckedBy = "high", " layla" }, two,
			claim.Unproven,
			[]claim.Gap{claim.NoSecondPerson},
		},
		{"high risk, checked by nobody", func(c *domain.Claim) { c.Risk, c.CheckedBy = "high", "" }, two, claim.Unproven, []claim.Gap{claim.NoChecker}},
		{"the check has no day", func(c *domain.Claim) { c.CheckedOn = time.Time{} }, primary, claim.Supported, []claim.Gap{claim.NoCheckDate}},
		{"no confidence", func(c *domain.Claim) { c.Confidence = "" }, primary, claim.Supported, []claim.Gap{claim.NoConfidence}},
		{"a box of SIFT is open", func(c *domain.Claim) { c.Checks = []string{"stop", "find"} }, primary, claim.Supported, []claim.Gap{claim.OpenSIFT}},
		{"a picture without its boxes", func(c *domain.Claim) { c.Type = "image" }, primary, claim.Supported, []claim.Gap{claim.OpenMedia}},
		{"a picture with its boxes", func(c *domain.Claim) { c.Type, c.Checks = "image", domain.ClaimChecks() }, primary, claim.Supported, nil},
		{"an opinion needs no proof", func(c *domain.Claim) { c.Verdict, c.Checks, c.Confidence = domain.VerdictOpinion, nil, "" }, nil, claim.Opinion, nil},
		{
			"wrong, and out in a message", func(c *domain.Claim) { c.Verdict, c.Messages = domain.VerdictFalse, []domain.ID{{1}} }, nil,
			claim.False,
			[]claim.Gap{claim.NoCorrection},
		},
		{"wrong, and used nowhere", func(c *domain.Claim) { c.Verdict = domain.VerdictUnsupported }, nil, claim.Unsupported, nil},
	} {
		c := sound()
		tt.change(&c)
		s := claim.Judge(c, tt.evidence, on(2026, 11, 1))
		if s.Status != tt.status || !slices.Equal(s.Gaps, tt.gaps) {
			t.Errorf("%s: %s %v, want %s %v", tt.name, s.Status, s.Gaps, tt.status, tt.gaps)
		}
	}
}

func TestAClaimIsDueTheDayAfterItsReview(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*domain.Claim)
		today  time.Time
		due    bool
	}{
		{"on the day", func(*domain.Claim) {}, on(2026, 12, 1).Add(20 * time.Hour), false},
		{"the day after", func(*domain.Claim) {}, on(2026, 12, 2), true},
		{"a statistic, too late a review", func(c *domain.Claim) { c.ReviewBy = on(2030, 1, 1) }, on(2027, 2, 2), true},
		{"a statistic without a review", func(c *domain.Claim) { c.ReviewBy = time.Time{} }, on(2027, 2, 1), false},
		{"a statistic without a review, a year later", func(c *domain.Claim) { c.ReviewBy = time.Time{} }, on(2027, 2, 2), true},
		{"an event keeps its day", func(c *domain.Claim) { c.Type, c.ReviewBy = "event", on(2030, 1, 1) }, on(2029, 1, 1), false},
		{"an event without a review", func(c *domain.Claim) { c.Type, c.ReviewBy = "event", time.Time{} }, on(2039, 1, 1), false},
	} {
		c := sound()
		tt.change(&c)
		if s := claim.Judge(c, nil, tt.today); s.Due != tt.due {
			t.Errorf("%s: due %v, want %v (review %v)", tt.name, s.Due, tt.due, s.Review)
		}
	}
}
