package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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

func TestWhatIsNotShownIsListedAndShownAgain(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		b, first, _ := writing(t, lang, "title")
		for _, name := range []string{proofing.QuietRule("all.initials"), proofing.QuietName(check.Finding{Rule: "privacy_email", Passage: "info@example.org"})} {
			if err := b.desk.open.Apply(domain.Hush{ID: first, Finding: name, Quiet: true}); err != nil {
				t.Fatal(err)
			}
		}
		b.do("checks")
		b.settle()
		next := map[string]fyne.KeyName{"en": fyne.KeyRight, "ar": fyne.KeyLeft}[lang]
		b.person().Keys(next)
		b.want(b.env.T("proofs.whole_rule"), "info@example.org", b.env.T("proofs.show_again"))
		b.person().Press("proofs.show_again")
		if got := b.message(first).Quiet; len(got) != 1 {
			t.Errorf("%s: quiet are %q", lang, got)
		}
	}
}

func TestAWordIsAddedWithTheEnterKeyAndTheDialogStaysOpen(t *testing.T) {
	b, _, _ := writing(t, "en", "title")
	b.do("checks")
	b.settle()
	b.person().Keys(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	b.window.Canvas().FocusNext()
	for _, word := range []string{"Noor", "  ", "Sindiyana"} {
		b.write(word)
		b.person().Keys(fyne.KeyReturn)
	}
	b.want("Noor", "Sindiyana", b.env.T("proofs.close"))
	if got := b.proofs.Choices().Words; !slices.Equal(got, []string{"Noor", "Sindiyana"}) {
		t.Errorf("the words are %q", got)
	}
}

func TestTheRulesOfTheLanguageOfTheWindowComeFirst(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		if got := ownFirst(guitest.Wording(t), lang)[0].Lang; got != lang {
			t.Errorf("%s: first come the rules for %q", lang, got)
		}
	}
}
