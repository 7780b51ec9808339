package wording_test

import (
	"slices"
	"strings"
	"testing"

	"athar/assets"
	"athar/domain/check"
	"athar/domain/wording"
)

// files are the packs that are built into the program, and how many rules of
// its own language each is to have at least.
var files = map[string]int{"wording-en.json": 150, "wording-ar.json": 100, "wording-all.json": 10}

func pack(t testing.TB, name string) wording.Pack {
	t.Helper()
	data, err := assets.Content.ReadFile("content/" + name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := wording.Parse(data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return p
}

// shipped returns all rules as they are built in; with all of them on if asked.
func shipped(t testing.TB, all bool) *wording.Rules {
	t.Helper()
	var packs []wording.Pack
	for name := range files {
		p := pack(t, name)
		if all {
			p = everything(p)
		}
		packs = append(packs, p)
	}
	rules, err := wording.Compile(packs...)
	if err != nil {
		t.Fatal(err)
	}
	return rules
}

func everything(p wording.Pack) wording.Pack {
	var ids []string
	for _, r := range p.Rules {
		ids = append(ids, r.ID)
	}
	return p.Switch(ids, nil)
}

// of returns the findings of one rule in a text, alone and without the others.
func of(t testing.TB, p wording.Pack, id, text string) []check.Finding {
	t.Helper()
	var others []string
	for _, r := range p.Rules {
		if r.ID != id {
			others = append(others, r.ID)
		}
	}
	rules, err := wording.Compile(p.Switch([]string{id}, others))
	if err != nil {
		t.Fatal(err)
	}
	lang := p.Lang
	if lang == "" {
		lang = "ar"
	}
	return append(rules.Check(text, lang), rules.CheckDraft(text, lang)...)
}

func TestThereAreEnoughRules(t *testing.T) {
	for name, least := range files {
		if n := len(pack(t, name).Rules); n < least {
			t.Errorf("%s has %d rules, want %d", name, n, least)
		}
	}
}

func TestEveryRuleFindsItsExamplesAndLeavesTheOthersAlone(t *testing.T) {
	for name := range files {
		p := pack(t, name)
		for _, r := range p.Rules {
			for _, text := range r.Match {
				if len(of(t, p, r.ID, text)) == 0 {
					t.Errorf("%s does not find anything in %q", r.ID, text)
				}
			}
			for _, text := range r.NoMatch {
				if found := of(t, p, r.ID, text); len(found) > 0 {
					t.Errorf("%s finds %q in %q", r.ID, found[0].Passage, text)
				}
			}
		}
	}
}

// TestNoAlternativeIsItselfFound keeps one click from leading to the next
// remark.
func TestNoAlternativeIsItselfFound(t *testing.T) {
	rules := shipped(t, false)
	for name := range files {
		p := pack(t, name)
		for _, r := range p.Rules {
			for _, replacement := range r.Replace {
				for _, with := range replacement.With {
					for _, f := range rules.Check("x, "+with+" x", p.Lang) {
						t.Errorf("%s offers %q, in which %s finds %q", r.ID, with, f.Rule, f.Passage)
					}
				}
			}
		}
	}
}

// TestEveryPhraseIsFound takes each phrase of each rule as a text of its own:
// none may be hidden by an exception.
func TestEveryPhraseIsFound(t *testing.T) {
	clean := strings.NewReplacer("(", "", ")", "", "~", "", "^", "", "*", "ثلاث")
	for name := range files {
		p := pack(t, name)
		for _, r := range p.Rules {
			if r.Kind == wording.Repetition {
				continue
			}
			phrases := slices.Clone(r.Find)
			for _, replacement := range r.Replace {
				phrases = append(phrases, replacement.Find...)
			}
			for _, phrase := range phrases {
				var words []string
				for slot := range strings.FieldsSeq(clean.Replace(phrase)) {
					first, _, _ := strings.Cut(slot, "/")
					words = append(words, first)
				}
				text := strings.Join(words, " ")
				if len(of(t, p, r.ID, text)) == 0 {
					t.Errorf("%s: %q is not found in %q", r.ID, phrase, text)
				}
			}
		}
	}
}
