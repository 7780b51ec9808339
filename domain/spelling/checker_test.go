package spelling

import (
	"slices"
	"sync"
	"testing"

	"athar/domain/check"
)

var _ check.Checker = (*Checker)(nil)

func passages(found []check.Finding) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Passage)
	}
	return out
}

func TestOnlyWordsThatADictionaryCouldKnowAreChecked(t *testing.T) {
	en := parse(t, "SET UTF-8\nTRY aeioutr\n", "6\nwater\nis\nlife\ndon't\nwell\nknown")
	ar := parse(t, "SET UTF-8\nIGNORE ًٌٍَُِّْ\n", "2\nالماء\nحياة")
	c := NewChecker(map[string]*Dictionary{"en": en, "ar": ar}, NewPersonal("Athar", "Sana'a"), 3)
	for _, one := range []struct {
		lang, text string
		want       []string
	}{
		{"en", "Water is life", nil},
		{"en", "Watr is lfe.", []string{"Watr", "lfe"}},
		{"en", "wwwx https://exampel.org/abc #Watr @watr help@watr.org", []string{"wwwx"}},
		{"en", "WhatsApp iPhone WAtr", []string{"WAtr"}},
		{"en", "UNHCR 20th 2026 10:30 U.N. p.m. x", nil},
		{"en", "Athar ATHAR Athar’s Sana’a", nil},
		{"en", "the الماء maa", []string{"the", "maa"}},
		{"en", "'water' well-known “life” don’t", nil},
		{"en", "👍🏽 water ❤️", nil},
		{"ar", "الماءُ حَيَاة water", nil},
		{"ar", "المااء حيااة #المااء", []string{"المااء", "حيااة"}},
		{"fr", "Watr lfe", nil},
		{"", "Watr lfe", nil},
	} {
		for range 2 { // the second time from memory
			if got := passages(c.Check(one.text, one.lang)); !slices.Equal(got, one.want) {
				t.Errorf("%s %q: %q, want %q", one.lang, one.text, got, one.want)
			}
		}
	}
}

func TestAFindingSaysWhereTheWordIsAndWhatMayBeMeant(t *testing.T) {
	c := NewChecker(map[string]*Dictionary{"en": parse(t, "TRY ae\n", "1\nwater")}, Personal{}, 3)
	text := "🙂 ماء watr"
	found := c.Check(text, "en")
	if len(found) != 1 {
		t.Fatalf("%v", found)
	}
	f := found[0]
	if got := string([]rune(text)[f.Start:f.End]); got != "watr" || f.Passage != "watr" {
		t.Errorf("%q at %d to %d is %q", f.Passage, f.Start, f.End, got)
	}
	if f.Rule != RuleUnknown || f.Kind != check.Spelling || f.Level != check.Suggestion || !slices.Equal(f.Alternatives, []string{"water"}) {
		t.Errorf("%+v", f)
	}
	if quiet := NewChecker(c.dictionaries, Personal{}, 0).Check(text, "en"); len(quiet) != 1 || quiet[0].Alternatives != nil {
		t.Errorf("%+v", quiet)
	}
	if got := c.Suggest("watr’", "en", 1); !slices.Equal(got, []string{"water"}) {
		t.Errorf("%q", got)
	}
}

func TestACheckerServesSeveralAtOnce(t *testing.T) {
	c := NewChecker(map[string]*Dictionary{"en": parse(t, "TRY ae\n", "1\nwater")}, Personal{}, 1)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 50 {
				if got := c.Check("water watr wter", "en"); len(got) != 2 {
					t.Errorf("%v", got)
				}
			}
		})
	}
	all.Wait()
}

func TestAPersonalDictionaryIsAValue(t *testing.T) {
	none := NewPersonal("", " ", "two words")
	one := none.Add("Sana’a")
	both := one.Add("أثر").Add("أثَر")
	if none.Knows("Sana'a") || !one.Knows("sana'a") || !both.Knows("أَثر") || both.Knows("اثر") {
		t.Error("adding a word changed another value, or did not take")
	}
	if got := both.Words(); !slices.Equal(got, []string{"Sana'a", "أثر"}) {
		t.Errorf("%q", got)
	}
	if got := both.Remove("SANA'A").Words(); !slices.Equal(got, []string{"أثر"}) {
		t.Errorf("%q", got)
	}
	var zero Personal
	if zero.Knows("x") || len(zero.Add("x").Words()) != 1 || len(zero.Remove("x").Words()) != 0 {
		t.Error("the zero value is not an empty dictionary")
	}
}

func TestEnglishIsRightOnBothSidesOfTheAtlantic(t *testing.T) {
	american := parse(t, "SET UTF-8\n", "9\nneighbor\norganization\norganize\nanalyze\ncenter\ndialog\ntraveled\nprogram\nthis")
	british := parse(t, "SET UTF-8\n", "9\nneighbour\norganisation\norganise\nanalyse\ncentre\ndialogue\ntravelled\nprogramme\nthis")
	for name, d := range map[string]*Dictionary{"american": american, "british": british} {
		c := NewChecker(map[string]*Dictionary{"en": d}, Personal{}, 0)
		text := "neighbour neighbor Neighbour organisation organize analyse analyze centre center dialogue travelled traveled programme"
		if got := passages(c.Check(text, "en")); len(got) != 0 {
			t.Errorf("%s: %q", name, got)
		}
		if got := passages(c.Check("neighbuor thiz centrre", "en")); len(got) != 3 {
			t.Errorf("%s: only %q", name, got)
		}
	}
}
