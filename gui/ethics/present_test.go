package ethics

import (
	"slices"
	"strings"
	"testing"

	"athar/domain"
	checklist "athar/domain/ethics"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func presenterOf(t testing.TB, lang string) presenter {
	t.Helper()
	return presenter{guitest.Checklist(t), guitest.Printer(t, lang)}
}

// state returns how an item stands in a campaign.
func state(t testing.TB, c domain.Campaign, item string) checklist.ItemState {
	t.Helper()
	s, ok := guitest.Checklist(t).State(c).Item(item)
	if !ok {
		t.Fatalf("the checklist has no item %s", item)
	}
	return s
}

func TestOpenItemsAreCountedInWords(t *testing.T) {
	tests := []struct {
		musts, shoulds int
		en, ar         string
	}{
		{0, 0, "Nothing open", "لا شيء مفتوح"},
		{1, 0, "1 must open", "المفتوح: واجب واحد"},
		{2, 0, "2 musts open", "المفتوح: واجبان"},
		{0, 1, "1 should open", "المفتوح: مستحسن واحد"},
		{2, 1, "2 musts, 1 should open", "المفتوح: واجبان ومستحسن واحد"},
		{3, 2, "3 musts, 2 shoulds open", "المفتوح: 3 واجبات ومستحسنان"},
		{11, 3, "11 musts, 3 shoulds open", "المفتوح: 11 واجبًا و3 مستحسنات"},
		{100, 12, "100 musts, 12 shoulds open", "المفتوح: 100 واجب و12 مستحسنًا"},
	}
	for lang, want := range map[string]func(i int) string{
		"en": func(i int) string { return tests[i].en }, "ar": func(i int) string { return tests[i].ar },
	} {
		p := presenterOf(t, lang)
		for i, tt := range tests {
			if got := p.open(tt.musts, tt.shoulds); got != want(i) {
				t.Errorf("%s %d/%d: %q, want %q", lang, tt.musts, tt.shoulds, got, want(i))
			}
		}
	}
}

func TestSectionsAreThePlanAndTheGroupsWithWhatIsOpen(t *testing.T) {
	c := said(domain.FactImages)
	delete(c.Header.Facts, domain.FactAI)
	for lang, want := range map[string][]sectionText{
		"en": {{planSection, "Your plan", "1 question not answered yet"}, {"A", "Transparency", "3 musts, 2 shoulds open"}},
		"ar": {{planSection, "خطتكم", "سؤال واحد بلا إجابة"}, {"A", "الشفافية", "المفتوح: 3 واجبات ومستحسنان"}},
	} {
		p := presenterOf(t, lang)
		got := p.sections(c, p.list.State(c))
		if len(got) != 9 || !slices.Equal(got[:2], want) {
			t.Errorf("%s: %q, want 9 that begin with %q", lang, got, want)
		}
	}
	p := presenterOf(t, "en")
	if got := p.sections(said(), p.list.State(said()))[0].Caption; got != "All questions answered" {
		t.Errorf("plan answered: %q", got)
	}
}

func TestTotalIsCountsAndNoPercentage(t *testing.T) {
	c := domain.Campaign{Header: domain.Header{ID: domain.ID{1}}}
	for lang, want := range map[string]string{
		"en": "Open musts: 32 · open shoulds: 18",
		"ar": "الواجبات المفتوحة: 32 · المستحسنات المفتوحة: 18",
	} {
		p := presenterOf(t, lang)
		if got := p.total(p.list.State(c)); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

func TestHeadSaysLevelAndStandingInWordAndTone(t *testing.T) {
	tests := []struct {
		name     string
		campaign domain.Campaign
		item     string
		en, ar   string
		tone     kit.Tone
	}{
		{"unanswered", said(), "e01", "1. Who speaks. Must. Not answered.", "1. من المتحدث. واجب. بلا إجابة.", kit.ToneNeutral},
		{"yes", with(said(), "e01", domain.AnswerYes, ""), "e01", "1. Who speaks. Must. Settled.", "1. من المتحدث. واجب. محسوم.", kit.ToneSuccess},
		{"no to a must, explained", with(said(), "e01", domain.AnswerNo, "why"), "e01", "1. Who speaks. Must. Open.", "1. من المتحدث. واجب. مفتوح.", kit.ToneWarning},
		{"no to a should, explained", with(said(), "e04", domain.AnswerNo, "why"), "e04", "4. Counting told. Should. Settled.", "4. إخبار الناس بما نعدّه. مستحسن. محسوم.", kit.ToneSuccess},
		{"not in the plan", said(), "e02", "2. Who pays. Must. Does not apply.", "2. من يدفع. واجب. لا ينطبق.", kit.ToneNeutral},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := state(t, tt.campaign, tt.item)
			for lang, want := range map[string]string{"en": tt.en, "ar": tt.ar} {
				if got := presenterOf(t, lang).head(s); got.Label != want || got.Tone != tt.tone {
					t.Errorf("%s: %q tone %v, want %q tone %v", lang, got.Label, got.Tone, want, tt.tone)
				}
			}
		})
	}
}

func TestEveryConditionIsSaidInASentence(t *testing.T) {
	sentence := map[checklist.ReasonCode][2]string{
		checklist.ReasonPlan:     {"Asked because ", "يرد هذا البند لأن"},
		checklist.ReasonUnknown:  {"Asked because you have not said yet whether ", "يرد هذا البند لأنكم لم تذكروا بعد هل "},
		checklist.ReasonNotInUse: {"Does not apply because ", "لا ينطبق لأن"},
	}
	for i, lang := range []string{"en", "ar"} {
		p := presenterOf(t, lang)
		for code, begins := range sentence {
			for _, f := range domain.Facts() {
				got := p.because(checklist.Reason{Code: code, Facts: []domain.Fact{f}})
				if !strings.HasPrefix(got, begins[i]) || !strings.HasSuffix(got, ".") {
					t.Errorf("%s %s %s: %q", lang, code, f, got)
				}
			}
		}
		both := checklist.Reason{Code: checklist.ReasonPlan, Facts: []domain.Fact{domain.FactChildren, domain.FactAtRisk}}
		if got := p.because(both); strings.Count(got, "\n") != 1 {
			t.Errorf("%s: two facts are not two lines: %q", lang, got)
		}
		if got := p.because(checklist.Reason{Code: checklist.ReasonAlways}); got != "" {
			t.Errorf("%s: an item of every plan says %q", lang, got)
		}
		if got := p.because(checklist.Reason{Code: checklist.ReasonTemplate}); got != p.printer.T("ethics.because_template") {
			t.Errorf("%s: template: %q", lang, got)
		}
	}
}

func TestReasonIsAskedForWhereItCounts(t *testing.T) {
	tests := []struct {
		item  string
		value domain.AnswerValue
		en    string // a part of the help, "" when no reason is asked for
		ar    string
	}{
		{"e01", domain.AnswerNone, "", ""},
		{"e01", domain.AnswerYes, "", ""},
		{"e01", domain.AnswerPartly, "stays open until the answer is yes", "يبقى البند مفتوحًا"},
		{"e01", domain.AnswerNo, "stays open until the answer is yes", "يبقى البند مفتوحًا"},
		{"e01", domain.AnswerNA, "settled only with a reason", "لا يُحسم البند إلا"},
		{"e04", domain.AnswerPartly, "settled only with a reason", "لا يُحسم البند إلا"},
		{"e04", domain.AnswerNo, "settled only with a reason", "لا يُحسم البند إلا"},
		{"e04", domain.AnswerNA, "settled only with a reason", "لا يُحسم البند إلا"},
		{"e02", domain.AnswerNo, "", ""}, // does not apply
	}
	for _, tt := range tests {
		s := state(t, with(said(), tt.item, tt.value, ""), tt.item)
		for lang, want := range map[string]string{"en": tt.en, "ar": tt.ar} {
			got := presenterOf(t, lang).body(s)
			if got.AskReason != (want != "") || !strings.Contains(got.ReasonHelp, want) {
				t.Errorf("%s %s %q: asked %v, help %q, want %q", lang, tt.item, tt.value, got.AskReason, got.ReasonHelp, want)
			}
		}
	}
}

func TestBodyShowsTheWholeItemInTheWindowsLanguage(t *testing.T) {
	list := guitest.Checklist(t)
	for _, lang := range guitest.Languages() {
		p := presenterOf(t, lang)
		for _, item := range list.Items {
			b := p.body(state(t, said(), item.ID))
			if b.Question != item.Question.In(lang) || b.Harm != item.Harm.In(lang) ||
				len(b.How) != len(item.How) || len(b.Sources) != len(item.Sources) {
				t.Errorf("%s %s: %+v", lang, item.ID, b)
			}
			if slices.Contains(b.Sources, "") || slices.Contains(b.How, "") {
				t.Errorf("%s %s: an empty line in %+v", lang, item.ID, b)
			}
		}
	}
}

func TestConditionOffersTheQuestionThatDecides(t *testing.T) {
	unknown := said()
	delete(unknown.Header.Facts, domain.FactImages)
	p := presenterOf(t, "en")
	for _, tt := range []struct {
		campaign domain.Campaign
		item     string
		fact     domain.Fact
		button   string
	}{
		{unknown, "e19", domain.FactImages, "Answer the question"},
		{said(domain.FactImages), "e19", domain.FactImages, "See the question"},
		{said(), "e19", domain.FactImages, "See the question"},
		{said(), "e01", "", ""},
	} {
		if b := p.body(state(t, tt.campaign, tt.item)); b.Fact != tt.fact || b.ToFact != tt.button {
			t.Errorf("%s: %q %q, want %q %q", tt.item, b.Fact, b.ToFact, tt.fact, tt.button)
		}
	}
}

func TestKeysStandForAnswers(t *testing.T) {
	for lang, tests := range map[string]map[rune]domain.AnswerValue{
		"en": {
			'1': domain.AnswerYes, '2': domain.AnswerPartly, '3': domain.AnswerNo, '4': domain.AnswerNA,
			'y': domain.AnswerYes, 'P': domain.AnswerPartly, 'n': domain.AnswerNo, 'a': domain.AnswerNA, '٣': domain.AnswerNo,
		},
		"ar": {
			'١': domain.AnswerYes, '٢': domain.AnswerPartly, '٣': domain.AnswerNo, '٤': domain.AnswerNA, '4': domain.AnswerNA,
			'ن': domain.AnswerYes, 'ج': domain.AnswerPartly, 'ل': domain.AnswerNo, 'غ': domain.AnswerNA, 'y': domain.AnswerYes,
		},
	} {
		p := presenterOf(t, lang)
		for key, want := range tests {
			if got, ok := p.answerFor(key); !ok || got != want {
				t.Errorf("%s %c: %q, want %q", lang, key, got, want)
			}
		}
		for _, key := range "05٥ xق" {
			if got, ok := p.answerFor(key); ok {
				t.Errorf("%s %c: %q, want nothing", lang, key, got)
			}
		}
	}
}

func TestPlanAsksEveryQuestionAndNamesWhatItDecides(t *testing.T) {
	c := said(domain.FactImages)
	delete(c.Header.Facts, domain.FactAI)
	for lang, want := range map[string][3]string{
		"en": {"Items that depend on the answer: Pictures cleaned", "Not said yet", "Items that depend on the answer: Informed consent, Scope recorded, Withdrawal works, Seen before release"},
		"ar": {"البنود المتوقفة على الإجابة: تنظيف الصور", "لم يُذكر بعد", "البنود المتوقفة على الإجابة: موافقة مستنيرة، تسجيل حدود الموافقة، سحب الموافقة ممكن فعلًا، الاطلاع قبل النشر"},
	} {
		facts := map[domain.Fact]factText{}
		for _, f := range presenterOf(t, lang).plan(c) {
			facts[f.Fact] = f
		}
		if len(facts) != len(domain.Facts()) {
			t.Errorf("%s: %d questions", lang, len(facts))
		}
		if f := facts[domain.FactImages]; f.Answer != factYes || f.Decides != want[0] || f.Unsaid != "" {
			t.Errorf("%s: %+v", lang, f)
		}
		if f := facts[domain.FactAI]; f.Answer != "" || f.Unsaid != want[1] {
			t.Errorf("%s: %+v", lang, f)
		}
		if f := facts[domain.FactIdentifiable]; f.Answer != factNo || f.Decides != want[2] {
			t.Errorf("%s: %+v", lang, f)
		}
	}
}
