package gui

import (
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/check"
	"athar/domain/proofing"
	"athar/gui/guitest"
	"athar/gui/proofs"
	"athar/gui/settings"
)

func TestEveryRuleThatCanBeTurnedOffHasANameInBothLanguages(t *testing.T) {
	packs := guitest.Wording(t)
	for _, lang := range []string{"en", "ar"} {
		p := guitest.Printer(t, lang)
		seen := map[string]bool{}
		for _, g := range ruleGroups(p, packs) {
			if g.Name == "" || len(g.Rules) == 0 || strings.HasPrefix(g.Name, "[") {
				t.Errorf("%s: the group %s is %q with %d rules", lang, g.Key, g.Name, len(g.Rules))
			}
			for _, r := range g.Rules {
				if seen[r.ID] || r.Name == "" || r.Reason == "" || strings.ContainsAny(r.Name+r.Reason, "[{}/^") {
					t.Errorf("%s: %s is called %q, for %q", lang, r.ID, r.Name, r.Reason)
				}
				seen[r.ID] = true
				if proofing.IsFact(r.ID) {
					t.Errorf("%s is a fact", r.ID)
				}
			}
		}
		if len(seen) < 330 {
			t.Errorf("%s: %d rules", lang, len(seen))
		}
	}
}

func TestALanguageIsListedWhenItIsWrittenOrHasADictionary(t *testing.T) {
	found := []proofs.Dictionary{{Name: "fr_FR", Lang: "fr"}, {Name: "en_GB", Lang: "en", Own: true}}
	var langs []string
	for _, s := range spellers(guitest.Printer(t, "en"), found, []string{"ar", "en"}) {
		langs = append(langs, s.Lang)
		if (s.Help != "") != (s.Lang == "ar") || s.Options[len(s.Options)-1].Value != proofing.NoDictionary {
			t.Errorf("%+v", s)
		}
	}
	if !slices.Equal(langs, []string{"ar", "en", "fr"}) {
		t.Errorf("listed are %v", langs)
	}
}

func TestWhatIsChosenAboutChecksIsKeptInTheStore(t *testing.T) {
	store := guitest.NewMemory()
	stored(t, store, "Water")
	b := newBench(t, store, settings.Settings{Lang: "en"})
	b.do("checks")
	b.want("Rules about", "Easy to read")
	b.proofs.Change(func(c proofing.Choices) proofing.Choices {
		return c.Switched("reading_hard", false, true).Taught("Noor", true).Silenced(check.Mute{Rule: "privacy_email", Passage: "info@example.org"}, true)
	})
	b.settle()
	data, err := store.Preference(t.Context(), proofing.Preference)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := proofing.ParseChoices(data)
	if err != nil || !slices.Equal(kept.Off, []string{"reading_hard"}) || !slices.Equal(kept.Words, []string{"Noor"}) || len(kept.Never) != 1 {
		t.Errorf("kept are %+v, %v", kept, err)
	}
	if data := string(b.kept.Bytes()); strings.Contains(data, "Noor") {
		t.Error("the settings have what somebody typed")
	}
	again := newBench(t, store, settings.Settings{Lang: "ar"})
	again.do("checks")
	if got := again.proofs.Choices(); !slices.Equal(got.Words, []string{"Noor"}) {
		t.Errorf("the next window has %+v", got)
	}
}

func TestChoicesThatCannotBeKeptAreToldAndStayForThisWindow(t *testing.T) {
	store := guitest.NewMemory()
	b := newBench(t, store, settings.Settings{Lang: "en"})
	b.do("checks")
	store.Fail(domain.Problem(domain.ErrDiskFull, "").With("path", "/data").With("free", 1).With("need", 2))
	b.proofs.Change(func(c proofing.Choices) proofing.Choices { return c.Taught("Noor", true) })
	b.settle()
	if len(b.proofs.Choices().Words) != 1 {
		t.Error("the choice is gone")
	}
}
