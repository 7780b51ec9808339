package claim_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/check"
	"athar/domain/claim"
)

// told describes findings as "level rule passage".
func told(found []check.Finding) string {
	var all []string
	for _, f := range found {
		all = append(all, strings.TrimSpace(string(f.Level)+" "+strings.TrimPrefix(f.Rule, "claim_")+" "+f.Passage))
	}
	return strings.Join(all, "|")
}

func TestAClaimWithoutSourceIsAnErrorOnlyAtTheApproval(t *testing.T) {
	sourced := claim.Linked{Claim: sound(), Standing: claim.Standing{Status: claim.Supported}}
	due := sourced
	due.Standing.Due = true
	bare := claim.Linked{Claim: sound(), Standing: claim.Standing{Status: claim.Unproven}}
	arabic := sourced
	arabic.Claim.Text = domain.Text{Ar: "أكبر مُخَيَّم في البلد"}
	for _, tt := range []struct {
		name, text string
		linked     []claim.Linked
		approving  bool
		want       string
	}{
		{"a draft", "75% of children", nil, false, "suggestion number 75% of children"},
		{"an approval", "75% of children", nil, true, "error number 75% of children"},
		{"a share without base is style", "up 12%", nil, true, "suggestion percent 12%"},
		{"the claim is there", "75% of Children", []claim.Linked{sourced}, true, ""},
		{"the claim is there, in Arabic", "أكبر مخيم", []claim.Linked{arabic}, true, ""},
		{"another claim is there", "300 schools", []claim.Linked{sourced}, true, "suggestion number 300 schools"},
		{"the claim has no source, in a draft", "75% of children", []claim.Linked{bare}, false, "suggestion unsourced"},
		{"the claim has no source, at the approval", "75% of children", []claim.Linked{bare}, true, "error unsourced"},
		{"the claim is due", "75% of children", []claim.Linked{due}, true, "suggestion due"},
		{"nothing is said", "Join us", nil, true, ""},
	} {
		found := claim.ForMessage(claim.Finder{}.Check(tt.text, ""), tt.linked, "en", tt.approving)
		if got := told(found); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestAnAnswerToARumourNeedsWhatShowsThatItIsFalse(t *testing.T) {
	rumour := sound()
	rumour.Verdict, rumour.Risk = domain.VerdictFalse, ""
	against := []domain.Evidence{{Stance: "contradicts", Source: "primary", Publisher: "Health office"}}
	for _, tt := range []struct {
		name, purpose string
		evidence      []domain.Evidence
		want          string
	}{
		{"an answer", "answer", against, ""},
		{"a message that rests on it", "inform", against, "error unsourced"},
		{"an answer without evidence", "answer", nil, "error unsourced"},
		{"an answer with one house's word", "answer", []domain.Evidence{{Stance: "contradicts", Source: "secondary", Publisher: "A"}}, "error unsourced"},
	} {
		m := domain.Message{ID: domain.NewID(), Purpose: tt.purpose}
		l := claim.Link(m, rumour, tt.evidence, on(2026, 1, 10))
		if got := told(claim.ForMessage(nil, []claim.Linked{l}, "en", true)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestOnlyWhatOneSaidOneselfIsToBeCorrected(t *testing.T) {
	answer := domain.Message{ID: domain.NewID(), Purpose: "answer"}
	other := domain.Message{ID: domain.NewID(), Purpose: "inform"}
	for name, messages := range map[string][]domain.ID{"answered": {answer.ID}, "said": {answer.ID, other.ID}} {
		k := sound()
		k.ID, k.Verdict, k.Messages = domain.NewID(), domain.VerdictFalse, messages
		ledger := claim.Ledger(domain.Campaign{Messages: []domain.Message{answer, other}, Claims: []domain.Claim{k}}, on(2026, 1, 10))
		if got := slices.Contains(ledger[0].Standing.Gaps, claim.NoCorrection); got != (name == "said") {
			t.Errorf("%s: a correction is asked for: %v", name, got)
		}
	}
}

func TestALedgerThatIsBroughtUpToDateIsTheSameAsANewOne(t *testing.T) {
	today := on(2026, 11, 1)
	c := domain.Campaign{Messages: []domain.Message{{ID: domain.NewID(), Purpose: "answer"}}}
	for range 4 {
		k := sound()
		k.ID, k.Order = domain.NewID(), domain.OrderBetween(last(c.SortedClaims()), "")
		c.Claims = append(c.Claims, k)
	}
	before := claim.Ledger(c, today)
	after := c
	after.Claims = slices.Clone(c.Claims[1:]) // the first one is gone
	k := sound()
	k.ID, k.Order, k.Messages = domain.NewID(), "A", []domain.ID{c.Messages[0].ID}
	after.Claims = append(after.Claims, k) // a new one, in front
	after.Claims[1].Verdict = domain.VerdictFalse
	after.Evidence = []domain.Evidence{{ID: domain.NewID(), Claim: after.Claims[0].ID, Source: "primary", Publisher: "Clinic", Stance: "supports"}}
	changed := map[domain.ID]bool{c.Claims[0].ID: true, after.Claims[0].ID: true, after.Claims[1].ID: true, k.ID: true}
	if got, want := claim.After(before, after, today, changed), claim.Ledger(after, today); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func last(all []domain.Claim) string {
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1].Order
}

func TestFindingsOfOtherChecksAreLeftAlone(t *testing.T) {
	other := check.Finding{Rule: "privacy_email", Kind: check.Privacy, Level: check.Suggestion, Passage: "a@b.org"}
	if got := told(claim.ForMessage([]check.Finding{other}, nil, "en", true)); got != "suggestion privacy_email a@b.org" {
		t.Errorf("%q", got)
	}
}

func TestARumourIsAnsweredWithTheFactFirstAndLast(t *testing.T) {
	r := claim.Rumour{Fact: "The water is tested every day", Warning: "a false message goes round", Myth: "the water is poisoned", FactAgain: "Tests are public"}
	for _, tt := range []struct{ name, text, want string }{
		{"in order", "The water is tested every day. But a false message goes round that the water is poisoned. Tests are public.", ""},
		{"nothing written yet", "", ""},
		{"in other words", "Drink it, it is clean.", ""},
		{"the myth first", "The water is poisoned? A false message goes round. The water is tested every day. Tests are public.", "suggestion rumour_first"},
		{"the myth twice", "The water is tested every day. Not: the water is poisoned. Who says the water is poisoned lies. Tests are public.", "suggestion rumour_repeated"},
		{"the myth last", "The water is tested every day. A false message goes round: the water is poisoned!", "suggestion rumour_last"},
	} {
		r.Text = tt.text
		if got := told(r.Check()); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	arabic := claim.Rumour{Fact: "الماء نظيف", Warning: "تنتشر رسالة كاذبة", Myth: "الماء ملوّث", Text: "الماء مُلوَّث؟ تنتشر رسالة كاذبة. الماء نظيف."}
	if got := told(arabic.Check()); got != "suggestion rumour_first" {
		t.Errorf("in Arabic: %q", got)
	}
	if got := told(claim.Rumour{Fact: "x"}.Check()); got != "suggestion rumour_missing|suggestion rumour_missing" {
		t.Errorf("missing parts: %q", got)
	}
}
