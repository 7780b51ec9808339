package claims

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/claim"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/kit"
)

func in(t testing.TB, lang string) presenter { return presenter{guitest.Printer(t, lang)} }

func TestARowSaysWhereAClaimStands(t *testing.T) {
	ledger := claim.Ledger(campaign(), now)
	for _, tt := range []struct {
		name   string
		i, n   int
		en, ar row
	}{
		{
			"supported and due", 0, 0,
			row{Text: "Nine of twelve wells contain germs.", Status: "Supported", StatusTone: kit.ToneSuccess, Due: "Review is due", Line: "Statistic · 0 messages"},
			row{Text: "في تسع من اثنتي عشرة بئرًا جراثيم.", Status: "مثبت", StatusTone: kit.ToneSuccess, Due: "حان وقت المراجعة", Line: "إحصاء · لا رسالة"},
		},
		{
			"not checked", 1, 1,
			row{Text: "Boiling kills germs.", Status: "Not checked", Line: "Scientific · 1 message"},
			row{Text: "Boiling kills germs.", Status: "لم يُتحقق منه", Line: "علمي · رسالة واحدة"},
		},
		{
			"empty", 2, 2,
			row{Text: "Claim without text", Empty: true, Status: "Incomplete", StatusTone: kit.ToneWarning, Line: "2 messages"},
			row{Text: "ادعاء بلا نص", Empty: true, Status: "غير مكتمل", StatusTone: kit.ToneWarning, Line: "رسالتان"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for lang, want := range map[string]row{"en": tt.en, "ar": tt.ar} {
				if got := in(t, lang).row(ledger[tt.i], tt.n); got != want {
					t.Errorf("%s: %+v, want %+v", lang, got, want)
				}
			}
		})
	}
}

func TestTheListIsNarrowedAndSorted(t *testing.T) {
	c := campaign()
	ledger := claim.Ledger(c, now)
	for _, tt := range []struct {
		name   string
		choice choice
		want   []int
	}{
		{"all", choice{}, []int{0, 1, 2}},
		{"something to do", choice{filter: filterOpen}, []int{0, 1, 2}},
		{"due", choice{filter: filterDue}, []int{0}},
		{"a status", choice{filter: string(claim.Incomplete)}, []int{2}},
		{"what is kept", choice{filter: filterDue, keep: ledger[2].Claim.ID}, []int{0, 2}},
		{"words of the claim", choice{query: "GERMS boil"}, []int{1}},
		{"words of the evidence, folded", choice{query: "مختبر العياده"}, []int{0}},
		{"who checked", choice{query: "mariam"}, []int{0}},
		{"nothing", choice{query: "rain"}, nil},
		{"by text", choice{sort: sortText}, []int{2, 1, 0}},
		{"by status", choice{sort: sortStatus}, []int{2, 1, 0}},
		{"by review, those without last", choice{sort: sortReview}, []int{0, 1, 2}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []int
			for _, l := range in(t, "en").list(ledger, c.Evidence, tt.choice) {
				got = append(got, slices.IndexFunc(ledger, func(x claim.Linked) bool { return x.Claim.ID == l.Claim.ID }))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

func TestTheDetailGivesTheReasonsInSentences(t *testing.T) {
	c := campaign()
	ledger := claim.Ledger(c, now)
	for lang, want := range map[string][]string{
		"en": {
			"The evidence carries it. A message may rest on it.", "1 publisher supports it.", "To be looked at again since 4 June 2026",
			"Add evidence that supports it.", "Supports it · Primary · مختبر العيادة",
		},
		"ar": {
			"الأدلة تكفي، ويمكن لرسالة أن تستند إليه.", "جهة ناشرة واحدة تدعمه.", "يجب مراجعته منذ 4 يونيو 2026",
			"أضيفوا دليلًا يدعمه.", "يدعمه · أولي · مختبر العيادة",
		},
	} {
		p := in(t, lang)
		d := p.detail(c, ledger[0])
		open := p.detail(c, ledger[1])
		got := []string{d.Reason, d.Support, d.Review, open.Gaps[0].Sentence, guitest.Plain(d.Evidence[0].Line)}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
		if open.Gaps[0].Field != fieldEvidence || len(open.Messages) != 1 || len(open.Others) != 1 || d.Languages[0].Code != lang {
			t.Errorf("%s: %+v", lang, open)
		}
	}
}

// Whatever the domain finds has its sentence, and leads to a field of the form.
func TestEveryStatusAndEveryGapHasASentenceAndAField(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		p := d.screen.present
		for _, s := range claim.Statuses() {
			if !p.Has("claims.why." + string(s)) {
				t.Errorf("no sentence for %s", s)
			}
		}
		for _, g := range claim.Gaps() {
			field := p.fieldOf(g)
			_, known := d.screen.view.form.fields.all[field]
			if !p.Has("claims.lacks."+string(g)) || !known && field != fieldEvidence && field != fieldChecks {
				t.Errorf("%s leads to %q", g, field)
			}
		}
	})
}

func TestThePageHoldsTheWordsOfPeopleAsText(t *testing.T) {
	c := campaign()
	c.Claims[0].Text.En = "<b>Nine</b> & more"
	for lang, want := range map[string][]string{
		"en": {`dir="ltr">&lt;b&gt;Nine`, `lang="ar" dir="rtl">في تسع`, "Checked by Mariam on 4 June 2025", "page 2", "Still to do", "Used by: افحصوا"},
		"ar": {`<html lang="ar" dir="rtl">`, "تحقّق منه Mariam في 4 يونيو 2025", "صفحة 2", "ما بقي", "يُستخدم في: افحصوا"},
	} {
		page, err := in(t, lang).page(c, claim.Ledger(c, now), now)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(string(page), w) {
				t.Errorf("%s: the page lacks %q", lang, w)
			}
		}
		if strings.Contains(string(page), "<b>") {
			t.Errorf("%s: words became markup", lang)
		}
	}
	page, err := in(t, "en").page(domain.Campaign{}, nil, now)
	if err != nil || !strings.Contains(string(page), "This campaign has no claims.") {
		t.Errorf("without claims: %v", err)
	}
}

func TestTheTableHasARowForEveryClaim(t *testing.T) {
	c := campaign()
	c.Claims[1].Text.En = "=1+1"
	for _, lang := range i18n.Languages() {
		p := in(t, lang)
		file, err := csvOf(p, c)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(file, "\uFEFF"))).ReadAll()
		if err != nil || len(rows) != 4 {
			t.Fatalf("%s: %d rows, %v", lang, len(rows), err)
		}
		for _, r := range rows {
			if len(r) != len(rows[0]) || strings.ContainsAny(strings.Join(r, ""), "\u2066\u2067\u2068\u2069") {
				t.Errorf("%s: %q", lang, r)
			}
		}
		if !slices.Contains(rows[1], "2025-06-04") || slices.Contains(rows[2], "=1+1") {
			t.Errorf("%s: %q", lang, rows[1:])
		}
	}
}

func csvOf(p presenter, c domain.Campaign) (string, error) {
	file, err := csvFile(p.table(c, claim.Ledger(c, now)))
	return string(file), err
}
