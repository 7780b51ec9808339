package gui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/settings"
)

func TestLockingSavesAndShowsNothingAnyMore(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, _ := guarded(t, language)
		b.do("tab.messages")
		b.do("add")
		place := b.place()
		b.rename("Springs")
		b.env.ToClipboard("Springs")
		b.do("rename") // a dialog lies over the window
		b.do("lock")
		if b.title() != "Springs" {
			t.Errorf("stored is %q", b.title())
		}
		if again := b.locked; again == nil || again.Tab != tabMessages || again.Place != place || again.Campaign == domain.NoID {
			t.Fatalf("locked with %+v", b.locked)
		}
		if b.dialogs() > 0 || b.desk.open != nil || len(b.desk.list) > 0 || b.deps.App.Clipboard().Content() != "" {
			t.Errorf("%d dialogs, campaign %v, list %v, clipboard %q", b.dialogs(), b.desk.open, b.desk.list, b.deps.App.Clipboard().Content())
		}
	})
}

func TestTheClipboardOfOthersIsLeftAlone(t *testing.T) {
	b, _, _ := guarded(t, "en")
	b.env.ToClipboard("Springs")
	b.deps.App.Clipboard().SetContent("a song")
	b.do("lock")
	if got := b.deps.App.Clipboard().Content(); got != "a song" {
		t.Errorf("it holds %q", got)
	}
}

func TestWhatCannotBeSavedIsNotLockedAway(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, _ := guarded(t, language)
		b.store.Fail(full())
		b.rename("Springs")
		b.do("lock")
		if b.locked != nil {
			t.Fatal("it locked")
		}
		b.want(b.env.T("lock.unsaved", "reason", b.env.Printer.Error(full())), b.env.T("action.save_copy"), "Springs")
		b.store.Fail(nil)
		b.do("lock")
		if b.locked == nil || b.title() != "Springs" {
			t.Error("it does not lock when it can be saved")
		}
	})
}

func TestADiskThatDoesNotAnswerIsNotLockedAway(t *testing.T) {
	b, passing, _ := guarded(t, "en")
	release := b.store.Hold()
	b.rename("Springs")
	b.commands.byKey["lock"].do()
	passing.pass(patience)
	b.want(b.env.T("lock.unsaved", "reason", b.env.T("save.no_answer")))
	release()
	b.settle()
	if b.locked != nil {
		t.Error("it locked long after it was given up")
	}
}

func TestProtectedDataIsLockedWhenNobodyIsThere(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, passing, person := guarded(t, language)
		away := func(d time.Duration) {
			for end := b.now.Add(d); b.now.Before(end); {
				b.now = b.now.Add(lookIdle)
				passing.pass(lookIdle)
				b.settle()
			}
		}
		away(14 * time.Minute)
		if !b.inPage(tabMessages) {
			t.Fatal("nothing to type into")
		}
		person.Keys(fyne.KeyLeft)
		away(14 * time.Minute)
		guitest.FindVisible[underMouse](b.window.Content())[0].Cursor() // the mouse is moved
		away(14 * time.Minute)
		if b.locked != nil {
			t.Fatal("it locked although somebody was there")
		}
		away(2 * time.Minute)
		if b.locked == nil {
			t.Fatal("it does not lock")
		}
	})
}

func TestOnlyWhatIsProtectedAndWantedLocksOnItsOwn(t *testing.T) {
	for name, prepare := range map[string]func(b *bench){
		"not protected": func(b *bench) { b.guard.pass = "" },
		"never":         func(b *bench) { b.setLockTime(settings.LockNever) },
		"an hour":       func(b *bench) { b.setLockTime(settings.Lock60) },
		"another time":  func(b *bench) { b.now = b.now.Add(-48 * time.Hour) },
	} {
		b, passing, _ := guarded(t, "en")
		prepare(b)
		for range 60 {
			b.now = b.now.Add(lookIdle)
			passing.pass(lookIdle)
			b.settle()
		}
		if locked := b.locked != nil; locked != (name == "another time") {
			t.Errorf("%s: locked %v", name, locked)
		}
	}
}

func TestTheIdleTimeIsChosenAndKept(t *testing.T) {
	b, _, _ := guarded(t, "en")
	b.do("protection")
	b.setLockTime(settings.Lock5)
	b.settle()
	if b.kept.LockTime() != 5*time.Minute {
		t.Errorf("kept is %v", b.kept.LockTime())
	}
}

func TestSettingsOfProtectedDataNameNothing(t *testing.T) {
	b, _, _ := guarded(t, "en")
	b.settings.CopyFolder = "/home/nour/Water"
	b.usedFolder("/home/nour/Water campaign")
	b.settle()
	if kept := string(b.kept.Bytes()); strings.Contains(kept, "Water") {
		t.Errorf("kept is %s", kept)
	}
	if len(b.settings.Folders) == 0 {
		t.Error("the window forgot them, too")
	}
}
