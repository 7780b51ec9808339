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
	sentence := b.Env.T("check.goal_missing")
	if !b.Sees(sentence) {
		t.Fatal("the goal is not said to be missing")
	}
	b.screen.Show(domain.Place{Kind: domain.KindHeader, ID: b.selected().ID(), Field: "goal"})
	b.Write("S")
	if b.Sees(sentence) {
		t.Error("the goal is still said to be missing")
	}
	b.Write("afe")
	if got := b.selected().Header.Goal; got != "Safe" {
		t.Errorf("the caret has moved: %q", got)
	}
}

func TestALineOfTheSelfCheckLeadsToItsPlace(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := guitest.Sample(t, env.Printer.Lang(), now)
		c.Messages[0].Segments = nil
		b := open(t, env, 0, c)
		v := b.screen.view.page.missing
		i := slices.IndexFunc(v.all(), func(l *lineView) bool { return l.line.At.Field == "segments" })
		if i < 0 {
			t.Fatal("the message without a segment is not in the list")
		}
		v.all()[i].row.Tapped(&fyne.PointEvent{})
		want := domain.Place{Kind: domain.KindMessage, ID: c.Messages[0].ID, Field: "segments"}
		if !slices.Equal(b.Went, []domain.Place{want}) {
			t.Errorf("went to %+v", b.Went)
		}
	})
}

func TestArrowKeysMoveThroughTheSelfCheckAndTabComesToOneLine(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageDraft))
	v := b.screen.view.page.missing
	lines := v.all()
	b.Env.Window.Canvas().Focus(lines[0].row)
	b.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyDown)
	if b.Focused() != fyne.Focusable(lines[2].row) {
		t.Fatalf("the keyboard is at %v", b.Focused())
	}
	b.Keys(fyne.KeyEnd)
	if b.Focused() != fyne.Focusable(lines[len(lines)-1].row) {
		t.Error("End does not go to the last line")
	}
	stops := 0
	for _, l := range lines {
		if !l.row.Disabled() {
			stops++
		}
	}
	if stops != 1 {
		t.Errorf("Tab comes to %d lines", stops)
	}
	b.Keys(fyne.KeyHome, fyne.KeyReturn)
	if len(b.Went) != 1 || b.Went[0] != lines[0].line.At {
		t.Errorf("went to %+v", b.Went)
	}
}

func TestTabStillComesToALineAfterTheListGotShorter(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageDraft))
	v := b.screen.view.page.missing
	b.Env.Window.Canvas().Focus(v.all()[0].row)
	b.Keys(fyne.KeyEnd)
	b.Env.Window.Canvas().Unfocus()
	c := b.desk.campaigns[0]
	for _, f := range domain.Facts() {
		c, _ = domain.SetFact{Fact: f, Yes: true}.Apply(c)
	}
	b.desk.campaigns[0] = c
	b.desk.changed()
	if !slices.ContainsFunc(v.all(), func(l *lineView) bool { return !l.row.Disabled() }) {
		t.Error("Tab passes over the whole list")
	}
}

func TestNothingMissingIsSaidInOneSentence(t *testing.T) {
	b := open(t, guitest.Env(t, "ar"), 0, titled("ماء", domain.StageDraft))
	b.screen.view.page.missing.show(presenterIn(t, "ar").missing(domain.Campaign{}, nil))
	if !b.Sees(b.Env.T("home.missing.nothing")) || len(b.screen.view.page.missing.all()) != 0 {
		t.Errorf("reads %q", guitest.Texts(b.screen.view.page.missing.content))
	}
}

func TestTheMistakesOfTheTemplateAreTold(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		lang := env.Printer.Lang()
		template := guitest.Templates(t)[0]
		b := open(t, env, 0, template.Campaign(domain.NewID, now, lang, ""), titled("Blank", domain.StageDraft))
		for _, m := range template.Mistakes {
			if !b.Sees(m.In(lang)) {
				t.Errorf("does not read %q", m.In(lang))
			}
		}
		b.choose(1)
		b.Press("home.open")
		if b.Sees(template.Mistakes[0].In(lang)) {
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
