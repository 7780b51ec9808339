package proofing_test

import (
	"slices"
	"testing"

	"athar/domain"
	"athar/domain/claim"
	"athar/domain/proofing"
)

func TestAnAnswerToARumourIsJudgedInItsTextsAsWholes(t *testing.T) {
	const wrongly = "Do the tablets make people infertile? The tablets are safe."
	c, m := campaign("The tablets are safe. A false message says that they make people infertile. They clean the water.")
	m.Purpose = "answer"
	m.Call.Who.En = wrongly
	m = m.WithVariant(domain.Variant{Channel: "facebook", Text: domain.Text{En: wrongly}})
	m = m.WithVariant(domain.Variant{Channel: "youtube", Parts: []domain.FieldText{{Field: "title", Text: domain.Text{En: "Do the tablets make people infertile?"}}}})
	c.Messages[0] = m
	crew := quietly(t)
	if rules, _ := remarks(crew.Reader().Read(c, m, today)); !slices.Contains(rules, claim.RuleAnswerUnlinked) {
		t.Errorf("nobody asks for the rumour: %v", rules)
	}
	rumour := domain.Claim{ID: domain.NewID(), Text: domain.Text{En: "The tablets make people infertile."}, Verdict: domain.VerdictFalse, Messages: []domain.ID{m.ID}}
	c.Claims = []domain.Claim{rumour}
	var at []string
	for _, f := range crew.Reader().Read(c, m, today).Findings {
		if f.Rule == claim.RuleAnswerOrder {
			at = append(at, f.Text.Field)
			if f.Args["id"] != rumour.ID || !slices.Equal(f.Args["steps"].([]string), []string{"fact", "warning"}) {
				t.Errorf("said is %v", f.Args)
			}
		}
	}
	if !slices.Equal(at, []string{"variant.facebook"}) {
		t.Errorf("judged are %v", at)
	}
	hushed := m
	hushed.Quiet = []string{proofing.QuietRule(claim.RuleAnswerOrder)}
	if rules, _ := remarks(crew.Reader().Read(c, hushed, today)); slices.Contains(rules, claim.RuleAnswerOrder) {
		t.Error("it cannot be silenced")
	}
}
