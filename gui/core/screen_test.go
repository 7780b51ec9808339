package core

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestWithoutAFrameworkOneButtonBeginsTheHouse(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, domain.Campaign{})
		if !d.Sees(env.T("core.empty")) {
			t.Fatal("nothing says what a core message is")
		}
		d.Press("core.begin")
		d.Write("Boil اغلوا")
		lang := env.Printer.Lang()
		if k := d.core(); k.Framework != house || k.Field("roof").Of(lang) != "Boil اغلوا" {
			t.Errorf("typing after the button gave %+v", k)
		}
		if d.Sees(env.T("core.empty")) || len(d.Errors) > 0 {
			t.Errorf("the empty state stays, or %v", d.Errors)
		}
	})
}

func TestSwitchingTheFrameworkKeepsWhatWasWrittenAndShowsIt(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, with("problem-solution-action", map[string]domain.Text{"problem": {En: "The well is foul"}, "solution": {Ar: "الغليان"}}))
		d.screen.choose("problem-plan-support-ask")
		if !d.Sees("الغليان") || !d.Sees(env.T("core.kept")) {
			t.Error("what is kept elsewhere is not shown")
		}
		if d.screen.view.parts["problem"].editors["en"].Text() != "The well is foul" {
			t.Error("a field of both frameworks is empty")
		}
		if err := d.session.Undo(); err != nil {
			t.Fatal(err)
		}
		if d.core().Framework != "problem-solution-action" || d.screen.view.parts["solution"] == nil || d.screen.view.keptCard.Visible() {
			t.Error("undo does not bring the framework back")
		}
	})
}

func TestEveryFieldIsKeptWhereItBelongs(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, with(house, nil))
		f, _ := d.screen.deps.Frameworks.Framework(house)
		for _, x := range f.Fields {
			for _, lang := range []string{"ar", "en"} {
				d.enter(x.ID, lang, x.ID+lang)
			}
		}
		for _, x := range f.Fields {
			if got := d.core().Field(x.ID); got != (domain.Text{Ar: x.ID + "ar", En: x.ID + "en"}) {
				t.Errorf("%s has %+v", x.ID, got)
			}
		}
		if err := d.session.Undo(); err != nil || d.core().Field("foundation").En != "" {
			t.Errorf("undo of the last field: %v, %+v", err, d.core().Field("foundation"))
		}
	})
}

func TestAnotherLanguageOfTheCampaignGetsItsEditors(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), with(house, nil))
	if err := d.session.Apply(domain.SetLanguages{Languages: []string{"ar", "fr"}}); err != nil {
		t.Fatal(err)
	}
	d.enter("roof", "fr", "Eau propre")
	if d.core().Field("roof").Of("fr") != "Eau propre" || d.screen.view.parts["roof"].editors["en"] != nil {
		t.Errorf("%+v", d.core().Field("roof"))
	}
}

func TestAMessageIsMadeOfThePillarThatIsChosen(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, with(house, map[string]domain.Text{
			"roof": {En: "Boil it.", Ar: "اغلوه."}, "pillar1": {En: "Clear water can make ill."}, "proof1": {En: "Nine wells."},
		}))
		d.Press("core.make")
		if d.Overlay() == nil {
			t.Fatal("nothing asks what the message is made of")
		}
		d.Keys(fyne.KeyDown, fyne.KeyReturn)
		messages := d.session.Campaign().Messages
		if len(messages) != 1 || len(d.Went) != 1 || d.Went[0].ID != messages[0].ID {
			t.Fatalf("%d messages, went to %v", len(messages), d.Went)
		}
		if m := messages[0]; !strings.HasPrefix(m.Core.En, "Boil it.\n\nClear water") || m.Core.Ar != "اغلوه." || m.Title == "" {
			t.Errorf("%+v", m)
		}
	})
}

func TestWithOneDraftTheMessageIsMadeAtOnce(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), with("crisis", map[string]domain.Text{"known": {En: "The bridge is closed."}, "action": {En: "Take the north road."}}))
	d.Press("core.make")
	if m := d.session.Campaign().Messages; len(m) != 1 || m[0].Purpose != "warn" || m[0].Action.En != "Take the north road." {
		t.Errorf("%+v", m)
	}
}

func TestWhereNoMessageCanBeMadeTheButtonSaysWhy(t *testing.T) {
	for framework, texts := range map[string]map[string]domain.Text{
		"quadrants": {"us_on_us": {En: "We dig wells"}}, house: nil,
	} {
		d := open(t, guitest.Env(t, "en"), with(framework, texts))
		if !d.screen.view.message.Disabled() {
			t.Errorf("%s: the button works", framework)
		}
	}
}

func TestPrintingSavesAPage(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, guitest.Sample(t, env.Printer.Lang(), now))
		d.Press("core.print")
		if len(d.saved) != 1 || d.saved[0].Name != "athar-core-2026-11-23.html" || d.saved[0].Extension != "html" {
			t.Fatalf("%+v", d.saved)
		}
		page, err := d.saved[0].Make()
		if err != nil || !strings.Contains(string(page), "<!DOCTYPE html>") {
			t.Error(err)
		}
	})
}

func TestShowingEditsNothing(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, guitest.Sample(t, env.Printer.Lang(), now))
		before := d.session.Campaign()
		for _, field := range []string{"framework", "field.roof.ar", "field.proof3.en", "field.myth.ar", "field.roof", "nothing"} {
			d.screen.Show(domain.Place{Kind: domain.KindCore, Field: field})
		}
		if changes := domain.Diff(before, d.session.Campaign()); len(changes) > 0 {
			t.Errorf("showing changed %v", changes)
		}
		if p := d.screen.Place(); p.Kind != domain.KindCore || p.ID != domain.CoreID(before.ID()) {
			t.Errorf("place %v", p)
		}
	})
}

func TestTheHouseIsOneWhereThereIsRoom(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, guitest.Sample(t, env.Printer.Lang(), now))
		first, third := d.screen.view.parts["pillar1"].content, d.screen.view.parts["pillar3"].content
		guitest.Settle(env.Window.Content())
		if guitest.Top(first) != guitest.Top(third) {
			t.Error("the pillars do not stand side by side")
		}
		if begins := guitest.Left(first) < guitest.Left(third); begins == env.RTL() {
			t.Error("the first pillar is not at the reading start")
		}
		env.Window.Resize(fyne.NewSize(560, guitest.Height))
		guitest.Settle(env.Window.Content())
		if guitest.Top(first) >= guitest.Top(third) {
			t.Error("in a narrow window the pillars do not stand under one another")
		}
	})
}
