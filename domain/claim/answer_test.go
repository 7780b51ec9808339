package claim_test

import (
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/check"
	"athar/domain/claim"
)

func TestAnAnswerIsJudgedByItsFourSteps(t *testing.T) {
	tablets := domain.Text{En: "The water tablets make people infertile.", Ar: "أقراص الماء تسبب العقم."}
	for name, tt := range map[string]struct {
		lang, text string
		want       []string
		passage    string
	}{
		"in order": {
			"en", "The clinic's tablets clean water and do no harm. A message that is going round is wrong: it says that they make people infertile. The tablets contain chlorine, as tap water does. They clean water and do not harm.",
			nil, "",
		},
		"a fact with words of the rumour": {
			"en", "The tablets that the clinic gives out clean water and do not harm people who follow the instructions. A message that is going round is wrong: it says that they make people infertile. The tablets contain a little chlorine. They clean water and do not harm.",
			nil, "",
		},
		"in order, in Arabic": {
			"ar", "أقراص العيادة تنقّي الماء ولا تضر من يتبع التعليمات. تنتشر رسالة خاطئة تقول إنها تسبب العقم. في الأقراص كلور، كما في مياه الشبكة. وهي تنقّي الماء ولا تضر.",
			nil, "",
		},
		"without the rumour":   {"en", "The tablets are safe. A message that says otherwise is wrong. The tablets are safe.", nil, ""},
		"nothing":              {"en", "", nil, ""},
		"in another language":  {"fr", "Les comprimés rendent stérile.", nil, ""},
		"the warning before":   {"en", "The tablets are safe. What follows is false. They make people infertile, it goes. We asked the clinic.", nil, ""},
		"the rumour first":     {"en", "Do the tablets make people infertile? That is false. The tablets are safe.", []string{"fact", "warning"}, "Do the tablets make people infertile?"},
		"a warning is no fact": {"en", "Beware of a rumour. It says the tablets make people infertile. The tablets are safe.", []string{"fact"}, "It says the tablets make people infertile."},
		"no warning":           {"en", "The tablets are safe. Some say they make people infertile. The tablets are safe.", []string{"warning"}, "Some say they make people infertile."},
		"said twice": {
			"en", "The tablets are safe. It is false that they make people infertile. They do not make people infertile. They are safe.",
			[]string{"once"},
			"They do not make people infertile.",
		},
		"the last word": {"en", "The tablets are safe. It is false that they make people infertile.", []string{"again"}, "It is false that they make people infertile."},
		"all of it, in Arabic": {
			"ar", "هل تسبب أقراص الماء العقم؟\nالأقراص آمنة.\nلا، أقراص الماء لا تسبب العقم!",
			[]string{"fact", "warning", "once", "again"},
			"هل تسبب أقراص الماء العقم؟",
		},
	} {
		t.Run(name, func(t *testing.T) {
			found := claim.Order(tt.text, tt.lang, []claim.Myth{{Claim: domain.NewID(), Text: tablets}})
			if len(tt.want) == 0 {
				if len(found) > 0 {
					t.Fatalf("said is %v of %q", found[0].Args, found[0].Passage)
				}
				return
			}
			if len(found) != 1 || !slices.Equal(found[0].Args["steps"].([]string), tt.want) || found[0].Passage != tt.passage || found[0].Level != check.Suggestion {
				t.Fatalf("found %+v, want %v at %q", found, tt.want, tt.passage)
			}
			if got := string([]rune(tt.text)[found[0].Start:found[0].End]); got != tt.passage {
				t.Errorf("the range holds %q", got)
			}
		})
	}
}

func TestTheRumourOfAnAnswerIsAClaimThatWasFoundFalse(t *testing.T) {
	m := domain.Message{ID: domain.NewID(), Purpose: "answer", Status: domain.MessageDraft, Core: domain.Text{En: "The tablets are safe."}}
	myth := domain.Claim{ID: domain.NewID(), Messages: []domain.ID{m.ID}, Verdict: domain.VerdictFalse, Text: domain.Text{En: "They harm."}}
	fact := domain.Claim{ID: domain.NewID(), Messages: []domain.ID{m.ID}, Verdict: domain.VerdictSupported, Text: domain.Text{En: "They clean."}}
	core := &domain.Core{Framework: "fact-myth-fact", Fields: []domain.FieldText{{Field: "myth", Text: domain.Text{En: "They harm."}}}}
	for name, tt := range map[string]struct {
		change func(*domain.Campaign, *domain.Message)
		myths  int
		asks   bool
	}{
		"linked":              {func(*domain.Campaign, *domain.Message) {}, 1, false},
		"not an answer":       {func(_ *domain.Campaign, m *domain.Message) { m.Purpose = "inform" }, 0, false},
		"nothing linked":      {func(c *domain.Campaign, _ *domain.Message) { c.Claims = []domain.Claim{fact} }, 0, true},
		"an idea":             {func(c *domain.Campaign, m *domain.Message) { c.Claims, m.Status = nil, domain.MessageIdea }, 0, false},
		"nothing is written":  {func(c *domain.Campaign, m *domain.Message) { c.Claims, m.Core = nil, domain.Text{} }, 0, false},
		"in the core message": {func(c *domain.Campaign, _ *domain.Message) { c.Claims, c.Cores = nil, []domain.Core{*core} }, 1, false},
	} {
		c, m := domain.Campaign{Header: domain.Header{ID: domain.NewID()}, Claims: []domain.Claim{myth, fact}}, m
		core.ID = domain.CoreID(c.ID())
		tt.change(&c, &m)
		myths := claim.Myths(c, m)
		if asked := len(claim.Unlinked(m, myths)) == 1; len(myths) != tt.myths || asked != tt.asks {
			t.Errorf("%s: %d rumours, asked for one is %v", name, len(myths), asked)
		}
	}
}

func FuzzOrder(f *testing.F) {
	f.Add("The tablets are safe. It is false that they harm.", "tablets harm", "en")
	f.Add("لا تسبب العقم", "تسبب العقم", "ar")
	f.Fuzz(func(t *testing.T, written, myth, lang string) {
		for _, found := range claim.Order(written, lang, []claim.Myth{{Text: domain.Text{}.With("en", myth).With(lang, myth)}}) {
			if runes := []rune(strings.ToValidUTF8(written, "\ufffd")); found.Start > found.End || found.End > len(runes) && strings.ToValidUTF8(written, "") == written {
				t.Errorf("%d to %d of %d", found.Start, found.End, len(runes))
			}
		}
	})
}
