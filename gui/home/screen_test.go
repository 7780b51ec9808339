package home

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/theme"
)

func TestTheFirstStartAsksForALanguageAndOffersTheSample(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := open(t, env, -1)
		for _, want := range []string{
			env.T("home.welcome.title"), "العربية", "English", env.T("home.sample"), env.T("home.new"), "/home/layla/بيانات أثر",
		} {
			if !b.reads(want) {
				t.Errorf("does not read %q", want)
			}
		}
		for _, o := range buttons(b.screen.Content()) {
			if o.Text() == "English" {
				o.Tapped(&fyne.PointEvent{})
			}
		}
		if b.lang != "en" {
			t.Errorf("the language is %q", b.lang)
		}
		if b.press("home.sample"); b.samples != 1 {
			t.Error("the sample was not opened")
		}
	})
}

func TestWhileTheListIsReadItSaysSo(t *testing.T) {
	env := guitest.Env(t, "ar")
	desk := &fakeDesk{rules: rules(t), updated: map[domain.ID]time.Time{}, loading: true}
	b := openOn(t, env, desk)
	if !b.reads(env.T("home.loading")) || b.reads(env.T("home.welcome.title")) {
		t.Errorf("reads %q", guitest.Texts(b.screen.Content()))
	}
	desk.put(titled("ماء", domain.StageDraft), now)
	desk.loading = false
	desk.changed()
	if b.reads(env.T("home.loading")) || !b.reads("ماء") {
		t.Errorf("reads %q", guitest.Texts(b.screen.Content()))
	}
}

func TestACampaignInTheTrashIsNoFirstStart(t *testing.T) {
	c := titled("Old", domain.StageDraft)
	c.Header.Trashed = now
	b := open(t, guitest.Env(t, "en"), -1, c)
	if b.reads(b.env.T("home.welcome.title")) || !b.reads(b.env.T("home.none.active")) {
		t.Errorf("reads %q", guitest.Texts(b.screen.Content()))
	}
}

func TestTheOpenCampaignIsSelectedAndMarked(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 1, titled("First", domain.StageDraft), titled("Second", domain.StageDraft))
	if b.selected().Header.Title != "Second" || !b.reads("Open now") || b.offers("home.open") {
		t.Errorf("%q is selected", b.selected().Header.Title)
	}
}

func TestArrowKeysSelectAndEnterOpens(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := open(t, env, 0, titled("First", domain.StageDraft), titled("Second", domain.StageDraft))
		b.choose(1)
		if b.selected().Header.Title != "Second" || !b.reads(env.T("home.closed_note")) {
			t.Fatalf("%q is selected, reads %q", b.selected().Header.Title, guitest.Texts(b.screen.Content()))
		}
		b.keys(fyne.KeyReturn)
		if c, _ := b.desk.Current(); c.Header.Title != "Second" || b.reads(env.T("home.closed_note")) {
			t.Errorf("%q is open", c.Header.Title)
		}
	})
}

func TestEnterInTheOpenCampaignGoesToItsGoal(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageDraft))
	b.choose(0)
	b.keys(fyne.KeyReturn)
	b.write("Safe water")
	if got := b.selected().Header.Goal; got != "Safe water" {
		t.Errorf("the goal is %q", got)
	}
}

func TestUndoneTypingIsShown(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageDraft))
	b.screen.view.page.goal.Focus()
	b.write("New")
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
		b.write("نظيفه")
		if got := b.titles(); !slices.Equal(got, []string{"مياه نظيفة"}) {
			t.Fatalf("lists %q", got)
		}
		b.write("xyz")
		if !b.reads("نظيفهxyz") || len(b.titles()) != 0 {
			t.Fatalf("lists %q, reads %q", b.titles(), guitest.Texts(b.screen.Content()))
		}
		b.press("home.show_all")
		if len(b.titles()) != 2 || b.screen.view.list.filter.Text() != "" {
			t.Errorf("lists %q", b.titles())
		}
	})
}

func TestStagesAreSetForOpenAndClosedCampaignsAlike(t *testing.T) {
	for _, current := range []int{0, -1} {
		b := open(t, guitest.Env(t, "en"), current, titled("First", domain.StageDraft), titled("Second", domain.StageDraft))
		b.screen.view.page.stageChoice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		b.keys(fyne.KeyDown, fyne.KeyReturn)
		if got := b.selected().Header.Stage; got != domain.StageReview {
			t.Errorf("open %d: the stage is %q", current, got)
		}
	}
}

func TestArchivingAndBack(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageLive), titled("Second", domain.StageDraft))
	b.press("home.archive")
	if b.selected().Header.Title != "Second" || !slices.Equal(b.titles(), []string{"Second"}) {
		t.Fatalf("%q is selected of %q", b.selected().Header.Title, b.titles())
	}
	b.screen.turnTo(shelfArchived)
	if b.selected().Header.Title != "First" || b.offers("home.archive") {
		t.Fatalf("%q is selected", b.selected().Header.Title)
	}
	b.press("home.unarchive")
	if got := b.desk.campaigns[0].Header.Stage; got != domain.StageDraft || !b.reads(b.env.T("home.none.archived")) {
		t.Errorf("the stage is %q, reads %q", got, guitest.Texts(b.screen.Content()))
	}
}

func TestTheTrashGivesBack(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := open(t, env, 0, titled("First", domain.StageDraft), titled("Second", domain.StageDraft))
		b.press("home.trash")
		if _, stillOpen := b.desk.Current(); stillOpen || !b.desk.campaigns[0].Header.InTrash() {
			t.Fatal("the campaign is not in the trash, or still open")
		}
		if b.selected().Header.Title != "Second" {
			t.Errorf("%q is selected", b.selected().Header.Title)
		}
		b.screen.turnTo(shelfTrash)
		if !b.reads(env.T("home.trash_note")) || b.offers("home.open") || b.offers("home.trash") {
			t.Errorf("reads %q", guitest.Texts(b.screen.Content()))
		}
		b.press("home.restore")
		if b.desk.campaigns[0].Header.InTrash() || !b.reads(env.T("home.none.trash")) {
			t.Error("the campaign was not restored")
		}
	})
}

func TestTheDeleteKeyPutsIntoTheTrashAndTakesNothingOutOfIt(t *testing.T) {
	b := open(t, guitest.Env(t, "ar"), -1, titled("First", domain.StageDraft), titled("Second", domain.StageDraft))
	b.choose(1)
	b.keys(fyne.KeyDelete)
	if b.desk.campaigns[0].Header.InTrash() || !b.desk.campaigns[1].Header.InTrash() || b.selected().Header.Title != "First" {
		t.Fatalf("lists %q", b.titles())
	}
	since := b.desk.campaigns[1].Header.Trashed
	b.screen.turnTo(shelfTrash)
	b.screen.view.list.list.Focus()
	b.keys(fyne.KeyDelete)
	if got := b.desk.campaigns[1].Header.Trashed; got != since {
		t.Errorf("in the trash since %v", got)
	}
}

func TestRenameAndDuplicateAreAskedOfTheWindow(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageDraft), titled("Second", domain.StageDraft))
	b.choose(1)
	b.press("home.rename")
	b.press("home.duplicate")
	if len(b.renamed) != 1 || b.renamed[0].Title != "Second" || len(b.copied) != 1 || b.copied[0].Title != "Second" {
		t.Errorf("renamed %v, copied %v", b.renamed, b.copied)
	}
}

func TestTheSampleIsOfferedUntilItIsInTheList(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), -1, titled("First", domain.StageDraft))
	if !b.offers("home.sample") {
		t.Error("the sample is not offered")
	}
	b.desk.put(sample(t, "en"), now)
	b.desk.changed()
	if b.offers("home.sample") {
		t.Error("the sample is offered although it is there")
	}
}

func TestWhatTheStoreRefusesIsReported(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), 0, titled("First", domain.StageDraft))
	b.desk.refuses = domain.Problem(domain.ErrDiskFull, "")
	b.press("home.trash")
	if len(b.errors) != 1 || b.selected().Header.InTrash() {
		t.Errorf("reported %v", b.errors)
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
	b.write("First")
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
	c := sample(t, "ar")
	b := open(t, guitest.Env(t, "ar"), 0, c)
	b.desk.refuses = domain.Problem(domain.ErrInternal, "")
	b.screen.ListChanged()
	b.screen.Show(b.screen.Place())
	if len(b.errors) > 0 || len(domain.Diff(c, b.desk.campaigns[0])) > 0 {
		t.Error("showing the tab made an edit")
	}
}

func TestTheTabFitsTheSmallestWindow(t *testing.T) {
	for _, lang := range guitest.Languages() {
		for _, scale := range []float32{1, 1.3} {
			env := guitest.EnvWith(t, lang, theme.Options{Variant: theme.Light, TextScale: scale})
			for what, b := range map[string]*tab{
				"list": open(t, env, 1, shelfOfAll(t, lang)...), "welcome": open(t, env, -1),
			} {
				if least := b.screen.Content().MinSize(); least.Width > width || least.Height > height {
					t.Errorf("%s at %v: %s needs %v", lang, scale, what, least)
				}
			}
		}
	}
}
