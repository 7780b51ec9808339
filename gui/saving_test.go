package gui

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/settings"
)

// clock runs timers when a test says that time has passed.
type clock struct {
	now    time.Duration
	timers []*timer
}

type timer struct {
	at time.Duration
	do func()
}

func (c *clock) after(d time.Duration, f func()) (stop func()) {
	t := &timer{c.now + d, f}
	c.timers = append(c.timers, t)
	return func() { t.do = nil }
}

// pass runs what is due by then, in order.
func (c *clock) pass(d time.Duration) {
	end := c.now + d
	for {
		var next *timer
		for _, t := range c.timers {
			if t.do != nil && t.at <= end && (next == nil || t.at < next.at) {
				next = t
			}
		}
		if next == nil {
			c.now = end
			return
		}
		c.now = next.at
		do := next.do
		next.do = nil
		do()
	}
}

// atDesk is a window with a campaign open, a clock that a test moves, and a
// person before it.
func atDesk(t *testing.T, language string) (*bench, *clock, *guitest.Person) {
	t.Helper()
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	b := newBench(t, store, settings.Settings{Lang: language, Campaign: c.ID(), Welcomed: true})
	passing := &clock{}
	b.after = passing.after
	person := guitest.NewPerson(t, b.env)
	person.Settle = b.queue.Drain
	return b, passing, person
}

func inBoth(t *testing.T, f func(t *testing.T, language string)) {
	t.Helper()
	for _, language := range i18n.Languages() {
		t.Run(language, func(t *testing.T) { f(t, language) })
	}
}

// title returns how the one campaign is called in the store.
func (b *bench) title() string {
	for _, c := range b.store.Stored() {
		return c.Header.Title
	}
	return ""
}

func (b *bench) rename(title string) {
	b.t.Helper()
	if err := b.desk.open.Apply(domain.Rename{Title: title}); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) isClosed() *bool {
	closed := new(bool)
	b.window.SetOnClosed(func() { *closed = true })
	return closed
}

func full() error {
	return domain.Problem(domain.ErrDiskFull, "").With("path", "/data").With("free", int64(1)).With("need", int64(128e6))
}

func TestWhatCannotBeSavedIsSaidWithWaysOn(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, person := atDesk(t, language)
		b.store.Fail(full())
		b.rename("Springs")
		b.flush()
		b.settle()
		b.want(b.env.T("save.failed", "reason", b.env.T("save.reason.disk_full")),
			b.env.T("save.keeps_trying", "reason", b.env.Printer.Error(full())))
		b.settings.CopyFolder = t.TempDir()
		person.Press("action.save_copy")
		b.settle()
		person.Press("kit.chooser_use_folder")
		b.settle()
		if len(b.copies) != 1 || b.copies[0].Header.Title != "Springs" {
			t.Fatalf("saved elsewhere: %v", b.copies)
		}
		b.want(b.env.T("save_copy.done", "dir", i18n.Island(b.settings.CopyFolder+"/copy")))
		b.store.Fail(nil)
		b.flush()
		b.settle()
		b.want(b.env.T("save.saved_at", "time", "14:05"))
		if b.title() != "Springs" {
			t.Errorf("stored is %q", b.title())
		}
	})
}

func TestACopyThatCannotBeWrittenIsSaid(t *testing.T) {
	b, _, person := atDesk(t, "ar")
	b.copying = domain.Problem(domain.ErrReadOnly, "").With("path", "/stick")
	b.settings.CopyFolder = t.TempDir()
	b.do("save_copy")
	person.Press("kit.chooser_use_folder")
	b.settle()
	b.want(b.env.Printer.Error(b.copying))
}

// The disk takes as long as it likes: typing, tabs, menus and another language
// go on meanwhile, and nothing of it is lost.
func TestTheWindowNeverWaitsForTheDisk(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, passing, person := atDesk(t, language)
		b.do("tab.messages")
		release := b.store.Hold()
		defer release()
		b.rename("Springs")
		b.flush() // on its way to the disk, and stays there
		b.queue.Drain()
		b.rename("Rivers")
		for _, key := range []string{"tab.ethics", "tab.messages", "save", "language", "language", "undo", "redo"} {
			b.commands.byKey[key].do()
			b.queue.Drain()
		}
		b.want("Rivers", b.env.T("save.saving"))
		passing.pass(patience)
		b.want(b.env.T("save.slow"), b.env.T("save.no_answer"))
		person.Env = b.env
		person.Press("kit.close")
		b.want(b.env.T("save.slow"))
		release()
		b.settle()
		b.want(b.env.T("save.saved_at", "time", "14:05"))
		if b.title() != "Rivers" {
			t.Errorf("stored is %q", b.title())
		}
	})
}

func TestTypingGoesOnWhateverTheDiskTakes(t *testing.T) {
	for _, takes := range []time.Duration{12 * time.Millisecond, 100 * time.Millisecond} {
		t.Run(fmt.Sprint(takes), func(t *testing.T) {
			b, _, _ := atDesk(t, "ar")
			typed := 0
			for range 3 {
				release := b.store.Hold()
				b.rename(fmt.Sprintf("Wells %d", typed))
				b.flush()
				answered := time.AfterFunc(takes, release)
				for range 5 { // all of it before the disk has answered, or it would wait here
					typed++
					b.rename(fmt.Sprintf("Wells %d", typed))
					b.queue.Drain()
				}
				b.settle()
				answered.Stop()
				release()
			}
			b.flush()
			b.settle()
			if want := fmt.Sprintf("Wells %d", typed); b.title() != want {
				t.Errorf("stored is %q, want %q", b.title(), want)
			}
		})
	}
}

func TestClosingAsksOnceAboutWhatIsNotSaved(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, person := atDesk(t, language)
		closed := b.isClosed()
		b.store.Fail(full())
		b.rename("Springs")
		for range 3 {
			b.shortcut(ctrl(fyne.KeyQ))
		}
		b.settle()
		b.shortcut(ctrl(fyne.KeyQ))
		b.settle()
		if b.dialogs() != 1 {
			t.Fatalf("%d questions are open", b.dialogs())
		}
		b.want(b.env.T("quit.unsaved_title"), b.env.Printer.Error(full()), b.env.T("save.try_again"), b.env.T("action.save_copy"),
			b.env.T("quit.anyway"), b.env.T("quit.stay"))
		person.Press("save.try_again")
		b.settle()
		if b.dialogs() != 1 || *closed {
			t.Fatalf("after a vain try %d questions are open, closed %v", b.dialogs(), *closed)
		}
		person.Press("quit.stay")
		b.store.Fail(nil)
		b.flush()
		b.settle()
		if *closed || b.dialogs() > 0 {
			t.Error("it closed although the person stayed")
		}
		b.rename("Rivers")
		b.quit()
		b.settle()
		if !*closed || b.title() != "Rivers" {
			t.Errorf("closed %v, stored is %q", *closed, b.title())
		}
	})
}

func TestClosingGoesOnWhenSavingWorksAgain(t *testing.T) {
	b, _, person := atDesk(t, "en")
	closed := b.isClosed()
	b.store.Fail(full())
	b.rename("Springs")
	b.quit()
	b.settle()
	b.store.Fail(nil)
	person.Press("save.try_again")
	b.settle()
	if !*closed || b.title() != "Springs" {
		t.Errorf("closed %v, stored is %q", *closed, b.title())
	}
}

func TestClosingOffersToSaveElsewhereAndSaysWhere(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, person := atDesk(t, language)
		closed := b.isClosed()
		b.store.Fail(full())
		b.rename("Springs")
		b.quit()
		b.settle()
		b.settings.CopyFolder = t.TempDir()
		person.Press("action.save_copy")
		b.settle()
		person.Press("kit.chooser_use_folder")
		b.settle()
		b.want(b.env.T("quit.copied", "dir", i18n.Island(b.settings.CopyFolder+"/copy")))
		if *closed || len(b.copies) != 1 {
			t.Fatalf("closed %v, copies %v", *closed, b.copies)
		}
		person.Press("quit.anyway")
		b.settle()
		if !*closed {
			t.Error("it does not close")
		}
	})
}

func TestADiskThatDoesNotAnswerKeepsNobody(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, passing, person := atDesk(t, language)
		closed := b.isClosed()
		release := b.store.Hold()
		defer release()
		b.rename("Springs")
		b.quit()
		b.quit()
		b.queue.Drain()
		if b.dialogs() > 0 {
			t.Fatal("it asks before the disk had any time")
		}
		passing.pass(patience)
		b.want(b.env.T("quit.unsaved_title"), b.env.T("save.no_answer"))
		person.Press("quit.stay")
		passing.pass(patience)
		if *closed || b.dialogs() > 0 {
			t.Fatalf("closed %v, %d dialogs", *closed, b.dialogs())
		}
		b.quit()
		passing.pass(patience)
		person.Press("quit.anyway")
		if !*closed {
			t.Error("it does not close")
		}
	})
}

func TestALateAnswerOfTheDiskClosesOnlyWhoStillWantsTo(t *testing.T) {
	for _, stays := range []bool{true, false} {
		b, passing, person := atDesk(t, "en")
		closed := b.isClosed()
		release := b.store.Hold()
		b.rename("Springs")
		b.quit()
		passing.pass(patience)
		if stays {
			person.Press("quit.stay")
		}
		release()
		b.settle()
		if *closed == stays {
			t.Errorf("stays %v: closed %v", stays, *closed)
		}
	}
}

func TestWhatIsWrittenDuringTheLastBackupIsSaved(t *testing.T) {
	b, _, _ := atDesk(t, "en")
	closed := b.isClosed()
	b.backups.changed = true
	b.backUpAndClose()
	b.rename("Springs")
	b.settle()
	if !*closed || b.title() != "Springs" {
		t.Errorf("closed %v, stored is %q", *closed, b.title())
	}
}

func TestSettingsThatCannotBeWrittenKeepNobody(t *testing.T) {
	b, passing, _ := atDesk(t, "en")
	closed := b.isClosed()
	b.saves.writing = true // and never ends
	b.quit()
	b.settle()
	if *closed {
		t.Fatal("it did not wait for the settings")
	}
	passing.pass(patience)
	if !*closed {
		t.Error("it does not close")
	}
}

func TestTheKeyboardIsSomewhereAfterAChangeOfLanguage(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, _ := atDesk(t, language)
		if !b.inPage(tabMessages) {
			t.Fatal("nothing can have the keyboard")
		}
		b.do("language")
		first := b.window.Canvas().Focused()
		if first == nil {
			t.Fatal("nothing has the keyboard")
		}
		b.window.Canvas().Unfocus()
		b.window.Canvas().FocusNext()
		if got := b.window.Canvas().Focused(); got != first {
			t.Errorf("the keyboard is at %T, the first stop is %T", first, got)
		}
	})
}
