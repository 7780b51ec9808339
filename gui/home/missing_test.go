package home

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/selfcheck"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestTheGoalMissingGoesFromTheListAsItIsWritten(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageDraft))
	sentence := b.env.T("check.goal_missing")
	if !b.reads(sentence) {
		t.Fatal("the goal is not said to be missing")
	}
	b.screen.Show(domain.Place{Kind: domain.KindHeader, ID: b.selected().ID(), Field: "goal"})
	b.write("S")
	if b.reads(sentence) {
		t.Error("the goal is still said to be missing")
	}
	b.write("afe")
	if got := b.selected().Header.Goal; got != "Safe" {
		t.Errorf("the caret has moved: %q", got)
	}
}

func TestALineOfTheSelfCheckLeadsToItsPlace(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := sample(t, env.Printer.Lang())
		c.Messages[0].Segments = nil
		b := open(t, env, 0, c)
		v := b.screen.view.page.missing
		i := slices.IndexFunc(v.all(), func(l *lineView) bool { return l.line.At.Field == "segments" })
		if i < 0 {
			t.Fatal("the message without a segment is not in the list")
		}
		v.all()[i].Tapped(&fyne.PointEvent{})
		want := domain.Place{Kind: domain.KindMessage, ID: c.Messages[0].ID, Field: "segments"}
		if !slices.Equal(b.went, []domain.Place{want}) {
			t.Errorf("went to %+v", b.went)
		}
	})
}

func TestArrowKeysMoveThroughTheSelfCheckAndTabComesToOneLine(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageDraft))
	v := b.screen.view.page.missing
	lines := v.all()
	b.env.Window.Canvas().Focus(lines[0])
	b.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyDown)
	if b.focused() != fyne.Focusable(lines[2]) {
		t.Fatalf("the keyboard is at %v", b.focused())
	}
	b.keys(fyne.KeyEnd)
	if b.focused() != fyne.Focusable(lines[len(lines)-1]) {
		t.Error("End does not go to the last line")
	}
	stops := 0
	for _, l := range lines {
		if !l.Disabled() {
			stops++
		}
	}
	if stops != 1 {
		t.Errorf("Tab comes to %d lines", stops)
	}
	b.keys(fyne.KeyHome, fyne.KeyReturn)
	if len(b.went) != 1 || b.went[0] != lines[0].line.At {
		t.Errorf("went to %+v", b.went)
	}
}

func TestTabStillComesToALineAfterTheListGotShorter(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageDraft))
	v := b.screen.view.page.missing
	b.env.Window.Canvas().Focus(v.all()[0])
	b.keys(fyne.KeyEnd)
	b.env.Window.Canvas().Unfocus()
	c := b.desk.campaigns[0]
	for _, f := range domain.Facts() {
		c, _ = domain.SetFact{Fact: f, Yes: true}.Apply(c)
	}
	b.desk.campaigns[0] = c
	b.desk.changed()
	if !slices.ContainsFunc(v.all(), func(l *lineView) bool { return !l.Disabled() }) {
		t.Error("Tab passes over the whole list")
	}
}

func TestNothingMissingIsSaidInOneSentence(t *testing.T) {
	b := open(t, guitest.Env(t, "ar"), 0, titled("ماء", domain.StageDraft))
	b.screen.view.page.missing.show(presenterIn(t, "ar").missing(domain.Campaign{}, nil))
	if !b.reads(b.env.T("home.missing.nothing")) || len(b.screen.view.page.missing.all()) != 0 {
		t.Errorf("reads %q", guitest.Texts(b.screen.view.page.missing.content))
	}
}

func TestTheMistakesOfTheTemplateAreTold(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		lang := env.Printer.Lang()
		template := templates(t)[0]
		b := open(t, env, 0, template.Campaign(domain.NewID, now, lang, ""), titled("Blank", domain.StageDraft))
		for _, m := range template.Mistakes {
			if !b.reads(m.In(lang)) {
				t.Errorf("does not read %q", m.In(lang))
			}
		}
		b.choose(1)
		b.press("home.open")
		if b.reads(template.Mistakes[0].In(lang)) {
			t.Error("a blank campaign is told a template's mistakes")
		}
	})
}

func TestEveryCodeOfTheSelfCheckHasASentence(t *testing.T) {
	for _, lang := range guitest.Languages() {
		p := guitest.Printer(t, lang)
		for _, code := range selfcheck.Codes() {
			if !p.Has("check." + string(code)) {
				t.Errorf("%s: no sentence for %s", lang, code)
			}
		}
	}
}
