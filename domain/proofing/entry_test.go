package proofing_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/claim"
	"athar/domain/proofing"
	"athar/domain/spelling"
	"athar/domain/starter"
	"athar/domain/text/readability"
)

// remarks returns the rules of the entries with the number of their places.
func remarks(r proofing.Result) (rules []string, places []int) {
	for _, e := range r.Entries {
		rules, places = append(rules, e.First().Rule), append(places, len(e.Places))
	}
	return rules, places
}

// quietly is the checks without spelling and without the call to action.
func quietly(t testing.TB) *proofing.Team {
	return team(t, proofing.Choices{Off: []string{proofing.RuleActionGap, proofing.RuleNoAction, spelling.RuleUnknown}})
}

func TestWhatIsFoundAtSeveralPlacesIsSaidOnce(t *testing.T) {
	const long = "We drink the water and we drink the water and we drink the water and we go home"
	for name, tt := range map[string]struct {
		text   string
		rules  []string
		places []int
	}{
		"initials":     {"The WASH team met with people of UNRWA and later also those of OCHA. OCHA and UNRWA were glad.", []string{"all.initials"}, []int{2}},
		"hashtags":     {"#cleanwaterforeveryone #waterforeverychild", []string{"all.hashtag_case"}, []int{2}},
		"a word":       {"Help the handicapped. The handicapped help.", []string{"en.handicapped"}, []int{2}},
		"marks":        {"Really?? Now?? Here??", []string{"all.punctuation_run"}, []int{3}},
		"exclamations": {"Come! Now! Here! To us! All!", []string{"all.exclamations"}, []int{1}},
		"shouted":      {"Come!!!!", []string{"all.punctuation_run"}, []int{1}},
		"emoji":        {"Come to the well with us now 💧💧💧💧💧", []string{"all.emoji_run"}, []int{1}},
		"sentences":    {strings.Repeat(long+".\n\n", 5), []string{readability.RuleLongSentence}, []int{3}},
	} {
		t.Run(name, func(t *testing.T) {
			c, m := campaign(tt.text)
			c.Segments = []domain.Segment{{ID: domain.NewID(), Literacy: "low"}}
			m.Segments = []domain.ID{c.Segments[0].ID}
			c.Messages[0] = m
			r := quietly(t).Reader().Read(c, m, today)
			rules, places := remarks(r)
			if !slices.Equal(rules, tt.rules) || !slices.Equal(places, tt.places) || r.Count().Suggestions != len(tt.rules) {
				t.Errorf("said are %v at %v, counted as %+v, want %v at %v", rules, places, r.Count(), tt.rules, tt.places)
			}
		})
	}
}

func TestTheTextsOfAMessageHaveOneRemarkForAllOfThem(t *testing.T) {
	c, m := campaign("Help the handicapped.")
	m = m.WithVariant(domain.Variant{Channel: "x", Text: domain.Text{En: "The handicapped need help."}})
	c.Messages[0] = m
	r := quietly(t).Reader().Read(c, m, today)
	if rules, places := remarks(r); !slices.Equal(rules, []string{"en.handicapped"}) || places[0] != 2 {
		t.Fatalf("said are %v at %v", rules, places)
	}
	if at := r.Entries[0].Places; at[0].Text.Field != "core" || at[1].Text.Field != "variant.x" {
		t.Errorf("the places are in %q and %q", at[0].Text.Field, at[1].Text.Field)
	}
}

func TestErrorsAreSaidOneByOneAndFirstAndWhatWeighsMostComesNext(t *testing.T) {
	c, m := campaign("WASH is here. Help the handicapped. Write to sara.k@gmail.com. 4,200 children drink, 5,100 men drink.")
	m.Status = domain.MessageReview
	c.Messages[0] = m
	rules, places := remarks(quietly(t).Reader().Read(c, m, today))
	want := []string{claim.RuleNumber, claim.RuleNumber, "privacy_email", "en.handicapped", "all.initials"}
	if !slices.Equal(rules, want) || slices.Max(places) > 1 {
		t.Errorf("said are %v at %v, want %v", rules, places, want)
	}
	m.Status = domain.MessageDraft
	c.Messages[0] = m
	rules, places = remarks(quietly(t).Reader().Read(c, m, today))
	want = []string{"privacy_email", "en.handicapped", claim.RuleNumber, "all.initials"}
	if !slices.Equal(rules, want) || places[2] != 2 {
		t.Errorf("of a draft said are %v at %v, want %v", rules, places, want)
	}
}

func TestTheLongestSentenceOfAllTextsComesFirst(t *testing.T) {
	words := func(n int) string { return strings.Repeat("word ", n-1) + "word." }
	c, m := campaign(words(27) + " " + words(29) + " " + words(28))
	m = m.WithVariant(domain.Variant{Channel: "facebook", Text: domain.Text{En: words(40)}})
	c.Messages[0] = m
	var got []int
	for _, e := range quietly(t).Reader().Read(c, m, today).Entries {
		for _, f := range e.Places {
			if f.Rule == readability.RuleLongSentence {
				got = append(got, f.Args["words"].(int))
			}
		}
	}
	if !slices.Equal(got, []int{40, 29, 28, 27}) {
		t.Errorf("the sentences have %v words", got)
	}
}

func TestAWordWithBetterOnesIsNotCalledUnknownToo(t *testing.T) {
	c, m := campaign("clean waterrrr for everyone")
	m.Call.Who.En, m.Action.En = "", "water now"
	c.Messages[0] = m
	if rules := rules(team(t, proofing.Choices{}).Reader().Read(c, m, today), "core"); !slices.Equal(rules, []string{"all.stretched"}) {
		t.Errorf("said are %v", rules)
	}
}

func TestARuleCanBeSilencedAtOneMessageWhateverThePassage(t *testing.T) {
	c, m := campaign("The WASH team met with people of UNRWA and later also those of OCHA.")
	m.Quiet = []string{proofing.QuietRule("all.initials")}
	c.Messages[0] = m
	if rules, _ := remarks(quietly(t).Reader().Read(c, m, today)); len(rules) > 0 {
		t.Errorf("said are %v", rules)
	}
	if rule, passage := proofing.Quieted(m.Quiet[0]); rule != "all.initials" || passage != "" {
		t.Errorf("%q and %q", rule, passage)
	}
}

// A message that was written with care must not be met by a list that nobody reads.
func TestTheSampleIsNotNagged(t *testing.T) {
	c := read(t, "sample.json", func(data []byte) (domain.Campaign, error) {
		return starter.Sample(data, domain.NewID, today, "en")
	})
	crew := team(t, proofing.Choices{Off: []string{spelling.RuleUnknown}}) // the dictionary is tiny
	for _, m := range c.SortedMessages() {
		r := crew.Reader().Read(c, m, today)
		rules, places := remarks(r)
		t.Logf("%q: %d places, said are %v at %v", m.Title, len(r.Findings), rules, places)
		if len(rules) > 5 {
			t.Errorf("%q is told %v", m.Title, rules)
		}
	}
}

// TestRemarks counts the places and the remarks of whole texts, in the folder that
// ATHAR_DATA names; docs/wording.md has the figures of the last time.
func TestRemarks(t *testing.T) {
	dir := os.Getenv("ATHAR_DATA")
	if dir == "" {
		t.Skip("counts remarks on real texts: set ATHAR_DATA to their folder")
	}
	for _, lang := range []string{"ar", "en", "es", "fr"} {
		data, err := os.ReadFile(filepath.Join(dir, "text", "udhr-"+lang+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		c, m := campaign("")
		m.Core = m.Core.With(lang, strings.ReplaceAll(string(data), "#", ""))
		c.Messages[0] = m
		r := quietly(t).Reader().Read(c, m, today)
		rules, places := remarks(r)
		t.Logf("%s: %d places, %d remarks: %v at %v", lang, len(r.Findings), len(rules), rules, places)
	}
}
