package wording_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"athar/domain/check"
	"athar/domain/wording"
)

// small returns rules of one pack made of the rules given as JSON.
func small(t testing.TB, lang, rules string) (*wording.Rules, error) {
	t.Helper()
	p, err := wording.Parse([]byte(`{"version": 1, "lang": "` + lang + `",
		"sources": {"s": {"en": "S", "ar": "م"}}, "reasons": {"r": {"en": "R", "ar": "س"}}, "rules": [` + rules + `]}`))
	if err != nil {
		return nil, err
	}
	return wording.Compile(p)
}

const rest = `"class": "label", "level": "suggestion", "on": true, "reason": "r", "source": "s", "match": ["x"], "no_match": ["y"]`

func TestArabicWordsAreFoundInAllTheirSpellings(t *testing.T) {
	rules, err := small(t, "ar", `{"id": "ar.a", "kind": "substitution", `+rest+`, "replace": [
		{"find": ["معاق"], "with": ["ذو إعاقة"]}, {"find": ["المعاقين"], "with": ["الأشخاص ذوي الإعاقة"]},
		{"find": ["اللاجئين الغرباء"], "with": ["اللاجئين"]}, {"find": ["مدرسة~"], "with": ["بيت"]}, {"find": ["حوكمة"], "with": ["إدارة"]}]}`)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]struct {
		passage string
		with    []string
	}{
		"طفل معاق":            {"معاق", []string{"ذو إعاقة"}},
		"طفل مُعــاقٌ.":       {"مُعــاقٌ", []string{"ذو إعاقة"}},
		"والمعاقين":           {"والمعاقين", []string{"والأشخاص ذوي الإعاقة"}},
		"للمعاقين":            {"للمعاقين", []string{"للأشخاص ذوي الإعاقة"}},
		"وبالمعاقين":          {"وبالمعاقين", []string{"وبالأشخاص ذوي الإعاقة"}},
		"للاجئين\nالغرباء":    {"للاجئين\nالغرباء", []string{"للاجئين"}},
		"في مدرستهم":          {"مدرستهم", []string{"بيت"}},
		"في الحوكمة":          {"الحوكمة", []string{"الإدارة"}},
		"للحوكمة":             {"للحوكمة", []string{"للإدارة"}},
		"الطفل المعاق":        {"المعاق", nil}, // needs more grammar than there is
		"#المعاقين_أولا":      {"المعاقين", nil},
		"معاقبة":              {},
		"اللاجئين، الغرباء":   {},
		"اللاجئين. الغرباء":   {},
		"اللاجئين\n\nالغرباء": {},
		"https://معاق.org":    {},
	} {
		found := rules.Check(text, "ar")
		if want.passage == "" {
			if len(found) > 0 {
				t.Errorf("%q: found %q", text, found[0].Passage)
			}
			continue
		}
		if len(found) != 1 || found[0].Passage != want.passage || !reflect.DeepEqual(found[0].Alternatives, want.with) {
			t.Errorf("%q: %+v, want %+v", text, found, want)
		}
	}
}

func TestEnglishWordsAreFoundInAllTheirForms(t *testing.T) {
	rules, err := small(t, "en", `{"id": "en.a", "kind": "substitution", `+rest+`, "unless": ["plan ahead of"], "replace": [
		{"find": ["utilise~"], "with": ["use"]}, {"find": ["a (very) large/great number * people"], "with": ["many"]},
		{"find": ["plan ahead"], "with": ["plan"]}, {"find": ["^so"], "with": ["then"]}]}`)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][]string{
		"UTILISE it":                       {"UTILISE", "USE"},
		"Utilising it":                     {"Utilising", "Use"},
		"a large-number of people":         {"a large-number of people", "many"},
		"a very great number\nof people x": {"a very great number\nof people", "many"},
		"plan ahead":                       {"plan ahead", "plan"},
		"Yes. So we go":                    {"So", "Then"},
		"and so we go":                     nil,
		"plan ahead of time":               nil,
		"utiliser":                         nil,
		"a number of people":               nil,
		"mail me@utilise.org":              nil,
		"@utilise and www.utilise.org":     nil,
	} {
		found := rules.Check(text, "en-GB")
		var got []string
		if len(found) > 0 {
			got = append([]string{found[0].Passage}, found[0].Alternatives...)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestASlipInAFileIsRefused(t *testing.T) {
	ok := `{"id": "en.a", "kind": "existence", ` + rest + `, "find": ["a b"]}`
	if _, err := small(t, "en", ok); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"an error for style":      {`"suggestion"`, `"error"`},
		"another language's id":   {`en.a`, `ar.a`},
		"an unknown class":        {`"label"`, `"lable"`},
		"an unknown kind":         {`"existence"`, `"exists"`},
		"an unknown key":          {`"find"`, `"finds"`},
		"no reason":               {`"reason": "r"`, `"reason": "q"`},
		"no source":               {`"source": "s"`, `"source": "q"`},
		"no example":              {`["x"]`, `[]`},
		"an open bracket":         {`a b`, `a (b`},
		"a phrase of nothing":     {`a b`, ` `},
		"a phrase of any word":    {`a b`, `a *`},
		"a phrase without end":    {`a b`, strings.Repeat("a ", 30)},
		"a phrase in every form":  {`a b`, strings.Repeat("a/b/c/d/e/f/g ", 9)},
		"a limit without measure": {`"find": ["a b"]`, `"find": ["a b"], "limit": 3`},
		"two rules of one id":     {ok, ok + "," + ok},
	} {
		if _, err := small(t, "en", strings.Replace(ok, change[0], change[1], 1)); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

func TestMeasuresCountAsTheySay(t *testing.T) {
	rules := shipped(t, false)
	for _, tt := range []struct{ rule, text, passage string }{
		{"all.exclamations", "Come!\n\nHelp!", "!"},
		{"all.emoji_run", "Thanks 🙏🙏 🙏🙏 all", "🙏🙏 🙏🙏"},
		{"all.mixed_digits", "في 2026 و 2027 زرنا ٣٠ أسرة", "٣٠"},
		{"en.repeat", "It is open open\nopen now", "open open\nopen"},
		{"all.initials", "The IDPs came. IDPs left.", "IDPs"},
	} {
		found := append(rules.Check(tt.text, "en"), rules.CheckDraft(tt.text, "en")...)
		n := 0
		for _, f := range found {
			if f.Rule == tt.rule {
				n++
				if f.Passage != tt.passage {
					t.Errorf("%s in %q: %q, want %q", tt.rule, tt.text, f.Passage, tt.passage)
				}
			}
		}
		if n != 1 {
			t.Errorf("%s is found %d times in %q", tt.rule, n, tt.text)
		}
	}
}

func TestTheLanguageOfAParagraphIsSeenByItsLetters(t *testing.T) {
	rules := shipped(t, false)
	found := rules.Check("Clean water, in order to live.\n\nوذلك من أجل الماء.", "")
	if len(found) != 2 || found[0].Rule != "en.in_order_to" || found[1].Rule != "ar.and_that" {
		t.Errorf("found %v", found)
	}
	for _, lang := range []string{"fr", "xx-YY", "-"} {
		if found := rules.Check("in order to وذلك من أجل", lang); len(found) > 0 {
			t.Errorf("%q: found %v", lang, found)
		}
	}
}

// FuzzCheck holds a check to what every reader of it relies on.
func FuzzCheck(f *testing.F) {
	rules := shipped(f, true)
	f.Add(draft())
	f.Add("# \u200f👨\u200d👩🇯🇴🇯 '’ a@b.c ١٬٢ ـــ لل ال\xff !!؟ 𝗯 ...  ((")
	f.Add("معاقين\n\nوالوالوال للل للللل")
	f.Fuzz(func(t *testing.T, text string) {
		runes := []rune(text)
		for _, lang := range []string{"", "ar", "en"} {
			found := rules.Check(text, lang)
			for _, f := range append(found, rules.CheckDraft(text, lang)...) {
				if f.Start < 0 || f.Start >= f.End || f.End > len(runes) || string(runes[f.Start:f.End]) != string([]rune(f.Passage)) {
					t.Fatalf("%q: the range of %+v", text, f)
				}
				for _, with := range f.Alternatives {
					if utf8.ValidString(text) && !utf8.ValidString(with) {
						t.Fatalf("%q: alternative %q", text, with)
					}
				}
			}
			desk := check.NewDesk(rules)
			desk.Check(text+"a\n\nin order to", lang)
			whole := append(rules.Check(text, lang), rules.CheckDraft(text, lang)...)
			check.Sort(whole)
			if got := desk.Check(text, lang); len(got) != len(whole) {
				t.Fatalf("%q: a desk finds %d, a whole check %d", text, len(got), len(whole))
			}
		}
	})
}

// FuzzParse never panics, and what it accepts can be used.
func FuzzParse(f *testing.F) {
	p := pack(f, "wording-all.json")
	p.Rules = p.Rules[:2]
	data, err := json.Marshal(p)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := wording.Parse(data)
		if err != nil {
			return
		}
		if rules, err := wording.Compile(p); err == nil {
			rules.Check(draft(), "")
		}
	})
}
