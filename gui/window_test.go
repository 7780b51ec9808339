package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/settings"
)

func TestFirstStartOffersLanguageSampleAndNewCampaign(t *testing.T) {
	for _, language := range i18n.Languages() {
		b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language})
		p := b.env.Printer
		b.want(p.T("home.welcome.title"), p.T("home.new"), "/data")
		b.openSample()
		b.settle()
		b.want(p.T("save.saved_at", "time", "14:05"), p.T("sample.opened"))
		if len(b.store.Stored()) != 1 {
			t.Fatalf("%s: %d campaigns are stored", language, len(b.store.Stored()))
		}
	}
}

func TestTheWindowComesBackToWhatWasOpen(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	b := newBench(t, store, settings.Settings{Lang: "en", Campaign: c.ID(), Tab: tabMessages})
	b.want("Wells")
	if got := b.tabs.Selected(); got != tabMessages {
		t.Fatalf("tab %q", got)
	}
	gone := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en", Campaign: c.ID(), Tab: tabMessages})
	if got := gone.tabs.Selected(); got != tabHome {
		t.Fatalf("a campaign that is gone leads to %q, want home", got)
	}
}

func TestChangingTheLanguageKeepsPlaceAndWork(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	b := newBench(t, store, settings.Settings{Lang: "en", Campaign: c.ID()})
	b.do("tab.audience")
	b.do("add")
	b.want(b.env.T("audience.new"))
	place := b.place()
	b.do("language")
	if !b.env.RTL() || b.lang() != "ar" || b.place() != place || b.tabs.Selected() != tabAudience {
		t.Fatalf("lang %s, place %+v, tab %s", b.lang(), b.place(), b.tabs.Selected())
	}
	b.want("تراجع", "الجمهور")
	if got := lang.L("Cut"); got != "قص" {
		t.Fatalf("the context menu of a text field says %q", got)
	}
	b.do("language")
	if got := lang.L("Cut"); got != "Cut" {
		t.Fatalf("back in English the context menu says %q", got)
	}
	b.do("language")
	if b.kept.Lang != "ar" {
		t.Fatalf("the language is not remembered: %+v", b.kept)
	}
}

func TestUndoAndRedoFromTheShortcutsOfATextField(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	b := newBench(t, store, settings.Settings{Lang: "en", Campaign: c.ID()})
	if err := b.desk.open.Apply(domain.Rename{Title: "Springs"}); err != nil {
		t.Fatal(err)
	}
	b.want("Springs")
	if got := b.undoHint(); got != "Undo: rename campaign" {
		t.Fatalf("undo is called %q", got)
	}
	if !b.shortcut(&fyne.ShortcutUndo{}) {
		t.Fatal("undo is not taken")
	}
	b.want("Wells")
	b.shortcut(&fyne.ShortcutRedo{})
	b.want("Springs")
	if b.shortcut(ctrl(fyne.KeyJ)) {
		t.Fatal("a shortcut nobody has was taken")
	}
}

func TestAFailedSaveIsToldAndClosingAsks(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	for _, language := range i18n.Languages() {
		b := newBench(t, store, settings.Settings{Lang: language, Campaign: c.ID()})
		store.Fail(domain.Problem(domain.ErrDiskFull, "").With("free", int64(1)).With("need", int64(128e6)))
		if err := b.desk.open.Apply(domain.Rename{Title: "Springs " + language}); err != nil {
			t.Fatal(err)
		}
		b.flush()
		b.settle()
		p := b.env.Printer
		b.want(p.T("save.failed", "reason", p.T("save.reason.disk_full")), p.T("save.try_again"))
		b.quit()
		b.settle()
		b.want(p.T("quit.unsaved_title"), p.T("quit.stay"))
		store.Fail(nil)
		b.window.Canvas().Overlays().Top().Hide()
		b.flush()
		b.settle()
		if got := store.Stored()[c.ID()].Header.Title; got != "Springs "+language {
			t.Fatalf("after the retry %q is stored", got)
		}
	}
}

func TestTrashCanBeUndoneFromTheBanner(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	b := newBench(t, store, settings.Settings{Lang: "en", Campaign: c.ID()})
	b.do("trash")
	if !store.Stored()[c.ID()].Header.InTrash() || b.desk.open != nil {
		t.Fatal("not in the trash, or still open")
	}
	b.want(b.env.T("trash.undo"))
}

func TestCommandsThatNeedACampaignSaySo(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en"})
	for _, key := range []string{"save", "import", "close", "undo", "rename", "duplicate", "archive", "trash", "add"} {
		if reason := b.commands.byKey[key].reason(); reason == "" || strings.HasPrefix(reason, "[") {
			t.Errorf("%s: reason %q", key, reason)
		}
	}
}

func TestSearchFindsAndGoesThere(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	seg := domain.Segment{ID: domain.NewID(), Name: "أمهات القرية"}
	added, err := domain.AddSegment{Segment: seg}.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Commit(t.Context(), domain.Commit{Campaign: c.ID(), Changes: domain.Diff(c, added), Summary: domain.Summary{ID: c.ID(), Title: "Wells"}}); err != nil {
		t.Fatal(err)
	}
	b := newBench(t, store, settings.Settings{Lang: "en"})
	b.find()
	b.settle()
	b.want(b.env.T("find.hint"))
	test.Type(b.window.Canvas().Focused(), "امهات")
	b.want("أمهات القرية", " · segment")
	b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.settle()
	if b.tabs.Selected() != tabAudience || b.place().ID != seg.ID {
		t.Fatalf("tab %s, place %+v", b.tabs.Selected(), b.place())
	}
}
