package framework_test

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"athar/domain"
	"athar/domain/framework"
)

func shipped(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("../../assets/content/frameworks.json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func library(t testing.TB) framework.Library {
	t.Helper()
	l, err := framework.Parse(shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestTheFourteenFrameworksAreThere(t *testing.T) {
	l := library(t)
	want := map[string]string{
		"house":                    "roof pillar1 proof1 pillar2 proof2 pillar3 proof3 foundation",
		"quadrants":                "us_on_us us_on_them them_on_us them_on_them",
		"questions":                "why_exist how who results",
		"problem-solution-action":  "problem solution action",
		"problem-plan-support-ask": "problem plan support action",
		"challenge-choice-outcome": "character challenge choice outcome value",
		"self-us-now":              "self shared today",
		"hope-shifts":              "shift_hope shift_solution shift_for shift_chance shift_hero",
		"fact-myth-fact":           "fact warning myth fact_again",
		"barrier-benefit-ask":      "barrier benefit action vision",
		"before-after-bridge":      "before vision bridge",
		"question-listen-reply":    "question use_of_answers reply_by",
		"crisis":                   "known unknown action next_update",
		"thank-show-invite":        "thanks results action",
	}
	all := l.Frameworks()
	if len(all) != len(want) || all[0].ID != framework.Default {
		t.Errorf("%d frameworks, the first is %q", len(all), all[0].ID)
	}
	for _, f := range all {
		var ids []string
		for _, field := range f.Fields {
			ids = append(ids, field.ID)
		}
		if got := strings.Join(ids, " "); got != want[f.ID] {
			t.Errorf("%s has the fields %s, want %s", f.ID, got, want[f.ID])
		}
	}
}

// Ids stand in campaigns: one that can be mistaken for a part of a path, or for a
// key of the catalogs, would come back as something else.
func TestIdsAreWordsThatCanStandInAPath(t *testing.T) {
	for _, f := range library(t).Frameworks() {
		for _, field := range f.Fields {
			if strings.Trim(field.ID, "abcdefghijklmnopqrstuvwxyz_0123456789") != "" {
				t.Errorf("field %q", field.ID)
			}
		}
	}
}

func TestArabicIsWrittenInArabic(t *testing.T) {
	for _, f := range library(t).Frameworks() {
		texts := []domain.Text{f.Name, f.Use, f.Source}
		for _, field := range f.Fields {
			texts = append(texts, field.Name, field.Prompt, field.Hint)
		}
		for _, text := range texts {
			if strings.ContainsFunc(text.Ar, func(r rune) bool { return unicode.Is(unicode.Latin, r) || strings.ContainsRune(",;?", r) }) {
				t.Errorf("%s: %q", f.ID, text.Ar)
			}
		}
	}
}

func TestWhatIsWrittenSurvivesAChangeOfFramework(t *testing.T) {
	l := library(t)
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID()}}
	apply := func(e domain.Edit) {
		t.Helper()
		var err error
		if c, err = e.Apply(c); err != nil {
			t.Fatal(err)
		}
	}
	apply(domain.SetFramework{Framework: "problem-solution-action"})
	apply(domain.SetCoreField{Field: "problem", Lang: "ar", Text: "البئر ملوثة"})
	apply(domain.SetCoreField{Field: "solution", Lang: "en", Text: "Boil it"})
	apply(domain.SetFramework{Framework: "problem-plan-support-ask"})
	f, _ := l.Framework(c.Core().Framework)
	if !f.Has("problem") || c.Core().Field("problem").Ar != "البئر ملوثة" {
		t.Error("the problem is not there")
	}
	if rest := f.Elsewhere(c.Core()); len(rest) != 1 || rest[0].Field != "solution" || rest[0].Text.En != "Boil it" {
		t.Errorf("elsewhere is %v", rest)
	}
	apply(domain.SetFramework{Framework: "problem-solution-action"})
	if c.Core().Field("solution").En != "Boil it" || len(c.Cores) != 1 {
		t.Error("the solution did not come back")
	}
}

func TestParseRefusesWhatDoesNotHoldTogether(t *testing.T) {
	good := string(shipped(t))
	for name, change := range map[string][2]string{
		"unknown key":       {`"version": 1,`, `"version": 1, "extra": 2,`},
		"another version":   {`"version": 1,`, `"version": 2,`},
		"unknown field":     {`"them_on_us",`, `"nothing",`},
		"field twice":       {`"them_on_us",`, `"us_on_us",`},
		"framework twice":   {`"id": "quadrants"`, `"id": "house"`},
		"no house":          {`"id": "house"`, `"id": "hut"`},
		"field id twice":    {`"id": "pillar2"`, `"id": "pillar1"`},
		"one language only": {`"ar": "السقف"`, `"ar": " "`},
		"something after":   {"\n}\n", "\n} {}"},
	} {
		broken := strings.Replace(good, change[0], change[1], 1)
		if broken == good {
			t.Fatalf("%s: the shipped file has no %s", name, change[0])
		}
		if _, err := framework.Parse([]byte(broken)); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"version": 1, "fields": [], "frameworks": []}`))
	f.Add([]byte(`{"version": 1, "fields": [{"id": "a"}], "frameworks": [{"id": "house", "fields": ["a"]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := framework.Parse(data)
		if err != nil {
			return
		}
		for _, w := range l.Frameworks() {
			if len(w.Fields) == 0 {
				t.Error("a framework without fields")
			}
		}
	})
}
