package home

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/selfcheck"
	"athar/gui/guitest"
)

// sorted makes lists of findings comparable: the checker has another order
// within the messages.
func sorted(found []selfcheck.Finding) []selfcheck.Finding {
	return slices.SortedStableFunc(slices.Values(found), func(a, b selfcheck.Finding) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.At.ID.String(), b.At.ID.String()),
			cmp.Compare(a.At.Field, b.At.Field), cmp.Compare(a.Lang, b.Lang))
	})
}

func same(a, b []selfcheck.Finding) bool {
	return slices.EqualFunc(sorted(a), sorted(b), func(a, b selfcheck.Finding) bool {
		return a.Code == b.Code && a.Level == b.Level && a.At == b.At && a.Lang == b.Lang
	})
}

func TestTheCheckerFindsWhatTheRulesFind(t *testing.T) {
	k := newChecker(rules(t))
	c := big()
	change := []func(){
		func() {},
		func() { c.Header.Goal = "Safe water" },
		func() {
			c.Messages = slices.Clone(c.Messages)
			c.Messages[3] = c.Messages[3].WithVariant(domain.Variant{Channel: "x", Text: domain.Text{En: "short"}})
		},
		func() {
			c.Messages = slices.Clone(c.Messages)
			c.Messages[4] = domain.Message{ID: c.Messages[4].ID, Title: "core", Core: domain.Text{En: "short"}}.WithChannel("x", true)
		},
		func() {
			c.Messages = slices.Clone(c.Messages)
			c.Messages[4].Core.En = strings.Repeat("Clean water ", 40)
		},
		func() { c.Header.Languages = []string{"fr", "en"} },
		func() { c.Messages = slices.Delete(slices.Clone(c.Messages), 5, 6) },
		func() { c.Messages = nil },
		func() { c = guitest.Sample(t, "ar", now) },
	}
	for i, change := range change {
		change()
		if got, want := k.findings(c), k.rules.Findings(c); !same(got, want) {
			t.Errorf("after change %d: %d findings, the rules find %d", i, len(got), len(want))
		}
	}
}

func TestTextsThatAreTooLongStandWithTheMessages(t *testing.T) {
	k := newChecker(rules(t))
	answers := false
	for _, f := range k.findings(big()) {
		answers = answers || f.At.Kind == domain.KindAnswer
		if f.Code == selfcheck.VariantTooLong && answers {
			t.Fatal("a text that is too long comes after the checklist's items")
		}
	}
}
