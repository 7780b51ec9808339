package home

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestTheFirstStartAsksForALanguageAndOffersTheSample(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := open(t, env, -1)
		for _, want := range []string{
			env.T("home.welcome.title"), "العربية", "English", env.T("home.sample"), env.T("home.new"), "/home/layla/بيانات أثر",
		} {
			if !b.Sees(want) {
				t.Errorf("does not read %q", want)
			}
		}
		for _, o := range guitest.FindVisible[*kit.Button](b.screen.Content()) {
			if o.Text() == "English" {
				o.Tapped(&fyne.PointEvent{})
			}
		}
		if b.lang != "en" {
			t.Errorf("the language is %q", b.lang)
		}
		if b.Press("home.sample"); b.samples != 1 {
			t.Error("the sample was not opened")
		}
	})
}

func TestWhileTheListIsReadItSaysSo(t *testing.T) {
	env := guitest.Env(t, "ar")
	desk := &fakeDesk{rules: rules(t), updated: map[domain.ID]time.Time{}, loading: true}
	b := openOn(t, env, desk)
	if !b.Sees(env.T("home.loading")) || b.Sees(env.T("home.welcome.title")) {
		t.Errorf("reads %q", guitest.Texts(b.screen.Content()))
	}
	desk.put(titled("ماء", domain.StageDraft), now)
	desk.loading = false
	desk.changed()
	if b.Sees(env.T("home.loading")) || !b.Sees("ماء") {
		t.Errorf("reads %q", guitest.Texts(b.screen.Content()))
	}
}

func TestACampaignInTheTrashIsNoFirstStart(t *testing.T) {
	c := titled("Old", domain.StageDraft)
	c.Header.Trashed = now
	b := open(t, guitest.Env(t, "en"), -1, c)
	if b.Sees(b.Env.T("home.welcome.title")) || !b.Sees(b.Env.T("home.none.active")) {
		t.Errorf("reads %q", guitest.Texts(b.screen.Content()))
	}
}

func TestTheOpenCampaignIsSelectedAndMarked(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 1, titled("First", domain.StageDraft), titled("Second", domain.StageDraft))
	if b.selected().Header.Title != "Second" || !b.Sees("Open now") || b.Offered("home.open") {
		t.Errorf("%q is selected", b.selected().Header.Title)
	}
}

func TestArrowKeysSelectAndEnterOpens(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := open(t, env, 0, titled("First", domain.StageDraft), titled("Second", domain.StageDraft))
		b.choose(1)
		if b.selected().Header.Title != "Second" || !b.Sees(env.T("home.closed_note")) {
			t.Fatalf("%q is selected, reads %q", b.selected().Header.Title, guitest.Texts(b.screen.Content()))
		}
		b.Keys(fyne.KeyReturn)
		if c, _ := b.desk.Current(); c.Header.Title != "Second" || b.Sees(env.T("home.closed_note")) {
			t.Errorf("%q is open", c.Header.Title)
		}
	})
}

func TestEnterInTheOpenCampaignGoesToItsGoal(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageDraft))
	b.choose(0)
	b.Keys(fyne.KeyReturn)
	b.Write("Safe water")
	if got := b.selected().Header.Goal; got != "Safe water" {
		t.Errorf("the goal is %q", got)
	}
}

func TestUndoneTypingIsShown(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageDraft))
	b.screen.view.page.goal.Focus()
	b.Write("New")
	b.desk.campaigns[0].Header.Goal = "Old"
	b.desk.changed()
	if got := b.screen.view.page.goal.Text(); got != "Old" {
		t.Errorf("the field has %q", got)
	}
}

func TestTheFilterNarrowsTheListAndCanBeLifted(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := open(t, env, -1, titled("مياه نظيفة", domain.StageDraft), titled("Back to school", domain.StageDraft))
		b.screen.view.list.filter.Focus()
		b.Write("نظيفه")
		if got := b.titles(); !slices.Equal(got, []string{"مياه نظيفة"}) {
			t.Fatalf("lists %q", got)
		}
		b.Write("xyz")
		if !b.Sees("نظيفهxyz") || len(b.titles()) != 0 {
			t.Fatalf("lists %q, reads %q", b.titles(), guitest.Texts(b.screen.Content()))
		}
		b.Press("home.show_all")
		if len(b.titles()) != 2 || b.screen.view.list.filter.Text() != "" {
			t.Errorf("lists %q", b.titles())
		}
	})
}

func TestStagesAreSetForOpenAndClosedCampaignsAlike(t *testing.T) {
	for _, current := range []int{0, -1} {
		b := open(t, guitest.Env(t, "en"), current, titled("First", domain.StageDraft), titled("Second", domain.StageDraft))
		b.screen.view.page.stageChoice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		b.Keys(fyne.KeyDown, fyne.KeyReturn)
		if got := b.selected().Header.Stage; got != domain.StageReview {
			t.Errorf("open %d: the stage is %q", current, got)
		}
	}
}

func TestArchivingAndBack(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageLive), titled("Second", domain.StageDraft))
	b.Press("home.archive")
	if b.selected().Header.Title != "Second" || !slices.Equal(b.titles(), []string{"Second"}) {
		t.Fatalf("%q is selected of %q", b.selected().Header.Title, b.titles())
	}
	b.screen.turnTo(shelfArchived)
	if b.selected().Header.Title != "First" || b.Offered("home.archive") {
		t.Fatalf("%q is selected", b.selected().Header.Title)
	}
	b.Press("home.unarchive")
	if got := b.desk.campaigns[0].Header.Stage; got != domain.StageDraft || !b.Sees(b.Env.T("home.none.archived")) {
		t.Errorf("the stage is %q, reads %q", got, guitest.Texts(b.screen.Content()))
	}
}

func TestTheTrashGivesBack(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := open(t, env, 0, titled("First", domain.StageDraft), titled("Second", domain.StageDraft))
		b.Press("home.trash")
		if _, stillOpen := b.desk.Current(); stillOpen || !b.desk.campaigns[0].Header.InTrash() {
			t.Fatal("the campaign is not in the trash, or still open")
		}
		if b.selected().Header.Title != "Second" {
			t.Errorf("%q is selected", b.selected().Header.Title)
		}
		b.screen.turnTo(shelfTrash)
		if !b.Sees(env.Printer.N("home.trash.note", 90)) || b.Offered("home.open") || b.Offered("home.trash") {
			t.Errorf("reads %q", guitest.Texts(b.screen.Content()))
		}
		b.Press("home.restore")
		if b.desk.campaigns[0].Header.InTrash() || !b.Sees(env.T("home.none.trash")) {
			t.Error("the campaign was not restored")
		}
	})
}

func TestTheDeleteKeyPutsIntoTheTrashAndTakesNothingOutOfIt(t *testing.T) {
	b := open(t, guitest.Env(t, "ar"), -1, titled("First", domain.StageDraft), titled("Second", domain.StageDraft))
	b.choose(1)
	b.Keys(fyne.KeyDelete)
	if b.desk.campaigns[0].Header.InTrash() || !b.desk.campaigns[1].Header.InTrash() || b.selected().Header.Title != "First" {
		t.Fatalf("lists %q", b.titles())
	}
	since := b.desk.campaigns[1].Header.Trashed
	b.screen.turnTo(shelfTrash)
	b.screen.view.list.list.Focus()
	b.Keys(fyne.KeyDelete)
	if got := b.desk.campaigns[1].Header.Trashed; got != since {
		t.Errorf("in the trash since %v", got)
	}
}

func TestRenameAndDuplicateAreAskedOfTheWindow(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageDraft), titled("Second", domain.StageDraft))
	b.choose(1)
	b.Press("home.rename")
	b.Press("home.duplicate")
	if len(b.renamed) != 1 || b.renamed[0].Title != "Second" || len(b.copied) != 1 || b.copied[0].Title != "Second" {
		t.Errorf("renamed %v, copied %v", b.renamed, b.copied)
	}
}

func TestTheSampleIsOfferedUntilItIsInTheList(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), -1, titled("First", domain.StageDraft))
	if !b.Offered("home.sample") {
		t.Error("the sample is not offered")
	}
	b.desk.put(guitest.Sample(t, "en", now), now)
	b.desk.changed()
	if b.Offered("home.sample") {
		t.Error("the sample is offered although it is there")
	}
}

func TestWhatTheStoreRefusesIsReported(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageDraft))
	b.desk.refuses = domain.Problem(domain.ErrDiskFull, "")
	b.Press("home.trash")
	if len(b.Errors) != 1 || b.selected().Header.InTrash() {
		t.Errorf("reported %v", b.Errors)
	}
	if _, stillOpen := b.desk.Current(); !stillOpen {
		t.Error("the campaign was closed although it is not in the trash")
	}
}

func TestAChangeInTheListKeepsTheSelection(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), -1, titled("First", domain.StageDraft), titled("Second", domain.StageDraft))
	b.choose(1)
	b.desk.put(titled("Third", domain.StageDraft), now.AddDate(0, 0, 1))
	b.desk.changed()
	if b.selected().Header.Title != "Second" || b.screen.view.list.list.Selected() != 2 {
		t.Errorf("%q is selected", b.selected().Header.Title)
	}
}

func TestShowFindsACampaignWhereverItLies(t *testing.T) {
	archived := titled("Old", domain.StageArchived)
	b := open(t, guitest.Env(t, "en"), -1, titled("First", domain.StageDraft), archived)
	b.screen.view.list.filter.Focus()
	b.Write("First")
	b.screen.Show(domain.Place{Kind: domain.KindHeader, ID: archived.ID()})
	if b.screen.Place().ID != archived.ID() || b.screen.view.list.shelf.Value() != string(shelfArchived) {
		t.Errorf("at %v", b.screen.Place())
	}
	b.screen.Show(domain.Place{Kind: domain.KindHeader, ID: domain.ID{9}})
	if b.screen.Place().ID != archived.ID() {
		t.Error("a campaign that is gone took the selection away")
	}
}

func TestBuildingTheTabEditsNothing(t *testing.T) {
	c := guitest.Sample(t, "ar", now)
	b := open(t, guitest.Env(t, "ar"), 0, c)
	b.desk.refuses = domain.Problem(domain.ErrInternal, "")
	b.screen.ListChanged()
	b.screen.Show(b.screen.Place())
	if len(b.Errors) > 0 || len(domain.Diff(c, b.desk.campaigns[0])) > 0 {
		t.Error("showing the tab made an edit")
	}
}

func TestTheTabFitsTheSmallestWindow(t *testing.T) {
	guitest.EveryLook(t, func(t *testing.T, env *kit.Env) {
		guitest.Fits(t, open(t, env, 1, shelfOfAll(t, env.Printer.Lang())...).screen.Content())
		guitest.Fits(t, open(t, env, -1).screen.Content())
	})
}
