package gui

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/settings"
)

// What the tests protect with.
const (
	goodPass = "نهر أزرق seven lamps"
	otherOne = "four words and نافذة"
	aCode    = "7K2QD-ABCDE-FGH12-JKMNP-QRSTV-WXYZ0-98765"
)

// memoryGuard is a Guard without a disk.
type memoryGuard struct {
	pass  string // "" while nothing is protected
	code  string
	fails error
	given [][]byte // every passphrase it was given
}

func (g *memoryGuard) Encrypted() bool { return g.pass != "" }

func (g *memoryGuard) CheckPassphrase(pass []byte) error {
	if utf8.RuneCount(pass) < 10 {
		return domain.Problem(domain.ErrWeakPassphrase, "passphrase").With("min", 10)
	}
	return nil
}

func (g *memoryGuard) try(pass []byte) error {
	g.given = append(g.given, pass)
	if s := string(pass); s != g.pass && s != g.code {
		return domain.Problem(domain.ErrWrongPassphrase, "")
	}
	return g.fails
}

func (g *memoryGuard) Try(pass []byte) error { return g.try(pass) }

func (g *memoryGuard) Encrypt(_ context.Context, pass []byte, progress func(float64)) (Protection, error) {
	g.given = append(g.given, pass)
	progress(0.5)
	if g.fails != nil {
		return Protection{}, g.fails
	}
	g.pass, g.code = string(pass), aCode
	return Protection{Code: aCode, Left: []string{"/data/before"}}, nil
}

func (g *memoryGuard) Decrypt(_ context.Context, pass []byte, progress func(float64)) error {
	err := g.try(pass)
	if err == nil {
		progress(1)
		g.pass = ""
	}
	return err
}

func (g *memoryGuard) ChangePassphrase(_ context.Context, old, pass []byte) error {
	err := g.try(old)
	if err == nil {
		g.given = append(g.given, pass)
		g.pass = string(pass)
	}
	return err
}

func (g *memoryGuard) NewRecoveryCode(_ context.Context, pass []byte) (string, error) {
	err := g.try(pass)
	if err == nil {
		g.code = aCode
	}
	return g.code, err
}

// wiped reports whether every passphrase that was given was overwritten.
func (g *memoryGuard) wiped() bool {
	for _, pass := range g.given {
		if strings.Trim(string(pass), "\x00") != "" {
			return false
		}
	}
	return len(g.given) > 0
}

// guarded is atDesk with protected data.
func guarded(t *testing.T, language string) (*bench, *clock, *guitest.Person) {
	t.Helper()
	b, passing, person := atDesk(t, language)
	b.guard.pass, b.guard.code = goodPass, aCode
	b.showGuarded()
	b.watchIdle()
	person.Settle = b.settle
	return b, passing, person
}

// underMouse is asked how the mouse looks when it is moved.
type underMouse interface {
	fyne.CanvasObject
	desktop.Cursorable
}

// secrets returns the lines for passphrases that are on show.
func (b *bench) secrets() []*kit.Secret {
	return guitest.FindVisible[*kit.Secret](b.window.Canvas().Overlays().Top())
}

// fill types into the lines for passphrases of the dialog, one after the other.
func (b *bench) fill(person *guitest.Person, typed ...string) {
	b.t.Helper()
	lines := b.secrets()
	if len(lines) != len(typed) {
		b.t.Fatalf("%d passphrases are asked for, want %d", len(lines), len(typed))
	}
	for i, text := range typed {
		lines[i].Focus()
		person.Write(text)
	}
}

func TestDataIsProtectedWithAPassphraseAndACode(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, person := atDesk(t, language)
		person.Settle = b.settle
		b.want(b.env.T("lock.status.off"))
		b.do("protect")
		b.want(b.env.T("lock.protects"), b.env.T("lock.protects_not"), b.env.T("lock.no_way_back"), b.env.T("lock.advice"))

		b.fill(person, goodPass, otherOne)
		b.want(b.env.T("lock.differs"), b.env.T("lock.good"))
		person.Press("lock.protect_accept")
		if b.guard.Encrypted() {
			t.Fatal("protected with a passphrase that was mistyped")
		}
		b.fill(person, "short", "short")
		b.want(b.env.Printer.Error(b.guard.CheckPassphrase(nil)))
		b.fill(person, "abcdefghijklm", "abcdefghijklm")
		b.want(b.env.T("lock.fair"))
		b.fill(person, goodPass, goodPass)
		person.Press("lock.protect_accept")

		if b.guard.pass != goodPass || !b.guard.wiped() {
			t.Fatalf("protected with %q, the passphrases are %q", b.guard.pass, b.guard.given)
		}
		person.Env = b.env // the window is shown anew
		b.want(b.env.T("lock.code_what"), codeOnShow(aCode), b.env.T("lock.code_type"))
		person.Press("lock.code_copy")
		if got := b.deps.App.Clipboard().Content(); got != aCode {
			t.Errorf("copied %q", got)
		}
		person.Press("lock.code_accept")
		if b.dialogs() != 1 {
			t.Fatal("the code may be closed before anybody has it")
		}
		guitest.FindVisible[*kit.Field](person.Overlay())[0].Focus()
		person.Write("98765")
		person.Press("lock.code_accept")
		b.want(b.env.T("lock.status.on"), "/data/before")
	})
}

func TestWhoDoesNotKeepTheCodeIsTold(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, person := guarded(t, language)
		b.showCode(aCode)
		person.Press("lock.code_later")
		b.want(b.env.T("lock.no_code"))
	})
}

func TestTheCodeIsSavedWhereThePersonWants(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, person := guarded(t, language)
		home := t.TempDir()
		t.Setenv("HOME", home)
		b.showCode(aCode)
		person.Press("lock.code_save")
		person.Press("kit.save")
		written, err := os.ReadFile(filepath.Join(home, b.env.T("lock.code_file")+".txt"))
		if err != nil || !strings.Contains(string(written), aCode) {
			t.Fatalf("written is %q, %v", written, err)
		}
		b.want(aCode[:5], "txt")
	})
}

func TestTheLastGroupIsKnownHoweverItIsTyped(t *testing.T) {
	for typed, want := range map[string]bool{
		"98a01": true, "98A01": true, " 98a0l ": true, "98aoI": true, "98a0": false, "": false,
	} {
		if sameGroup(typed, "98A01") != want {
			t.Errorf("%q: %v", typed, !want)
		}
	}
}

func TestProtectingThatFailsChangesNothing(t *testing.T) {
	b, _, person := atDesk(t, "ar")
	person.Settle = b.settle
	b.guard.fails = full()
	b.do("protect")
	b.fill(person, goodPass, goodPass)
	person.Press("lock.protect_accept")
	b.want(b.env.Printer.Error(full()), b.env.T("lock.status.off"))
}

func TestAChangeOfPassphraseAsksForTheOldOne(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, person := guarded(t, language)
		b.do("protection")
		b.want(b.env.T("lock.protects_not"), b.env.T("lock.after"))
		person.Press("lock.change")
		b.fill(person, "wrong", otherOne, otherOne)
		person.Press("lock.change_accept")
		b.want(b.env.T("lock.wrong"))
		if b.guard.pass != goodPass {
			t.Fatal("changed without the old one")
		}
		person.Write(goodPass) // in the place of the wrong one
		person.Press("lock.change_accept")
		if b.guard.pass != otherOne || !b.guard.wiped() || b.dialogs() != 0 {
			t.Errorf("it is %q, %d dialogs are open", b.guard.pass, b.dialogs())
		}
		b.want(b.env.T("lock.changed"))
	})
}

func TestANewCodeIsMadeWithThePassphraseOrTheOldCode(t *testing.T) {
	for _, with := range []string{goodPass, aCode} {
		b, _, person := guarded(t, "en")
		b.do("protection")
		person.Press("lock.new_code")
		b.want(b.env.T("lock.new_code_what"))
		b.fill(person, with)
		person.Press("lock.new_code_accept")
		b.want(codeOnShow(aCode))
	}
}

func TestProtectionIsRemovedWithThePassphrase(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, person := guarded(t, language)
		b.do("protection")
		person.Press("lock.remove")
		b.fill(person, "wrong")
		person.Press("lock.remove_accept")
		b.want(b.env.T("lock.wrong"), b.env.T("lock.remove_what"))
		b.fill(person, goodPass)
		person.Press("lock.remove_accept")
		if b.guard.Encrypted() || !b.guard.wiped() {
			t.Error("it is still protected")
		}
		b.want(b.env.T("lock.status.off"), b.env.T("lock.removed"), "Wells")
	})
}

func TestNoPassphraseIsLeftWhenADialogIsGivenUp(t *testing.T) {
	b, _, person := atDesk(t, "en")
	b.do("protect")
	b.fill(person, goodPass, goodPass)
	lines := b.secrets()
	b.escape()
	for _, line := range lines {
		if !line.Empty() {
			t.Errorf("%q is left", line.Bytes())
		}
	}
}

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

// lockDialogs opens every dialog about protection and saving.
func lockDialogs() map[string]func(b *bench) {
	protected := func(f func(b *bench)) func(b *bench) {
		return func(b *bench) {
			b.guard.pass = goodPass
			b.showGuarded()
			f(b)
		}
	}
	typed := func(b *bench, texts ...string) {
		p := guitest.NewPerson(b.t, b.env)
		p.Settle = b.settle
		b.fill(p, texts...)
	}
	return map[string]func(b *bench){
		"protecting": func(b *bench) { b.do("protect"); typed(b, "abcdefghijklm", goodPass) },
		"a weak one": func(b *bench) { b.do("protect"); typed(b, "a", "b") },
		"protection": protected(func(b *bench) { b.do("protection") }),
		"a code":     protected(func(b *bench) { b.showCode(aCode) }),
		"a new code": protected((*bench).newCode),
		"changing":   protected((*bench).changePassphrase),
		"removing":   protected((*bench).removeProtection),
		"a copy":     protected((*bench).saveCopy),
		"no answer": func(b *bench) {
			b.quitting.wanted, b.quitting.copied = true, "/data"
			b.askToLeave(b.env.T("save.no_answer"))
		},
	}
}

// lockBanners shows what is said over the window, which lies over it rightly.
func lockBanners() map[string]func(b *bench) {
	return map[string]func(b *bench){
		"not locked":  func(b *bench) { b.locking.wanted = true; b.notLocked(b.env.Printer.Error(full())) },
		"not saved":   func(b *bench) { b.tellUnsaved(b.env.T("save.no_answer")) },
		"without one": func(b *bench) { b.banner.Tell(kit.ToneWarning, b.env.T("lock.no_code")) },
	}
}

func TestEveryDialogOfProtectionIsWholeAndInOrder(t *testing.T) {
	for name, open := range lockDialogs() {
		t.Run(name, func(t *testing.T) {
			sight := shellSight
			sight.Data = append(strings.Split(aCode, "-"), append([]string{"abcdefghijklm", goodPass}, sight.Data...)...)
			inEveryPseudoWindow(t, true, largest(), func(t *testing.T, b *bench) {
				open(b)
				b.settle()
				look(t, b.env, sight)
			})
		})
	}
}

func TestNoWordAboutProtectionIsCutInLargeText(t *testing.T) {
	all := lockDialogs()
	maps.Copy(all, lockBanners())
	for name, open := range all {
		for _, language := range i18n.Languages() {
			t.Run(name+" "+language, func(t *testing.T) {
				b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Scale: 2, Width: 1366, Height: 700})
				b.openSample()
				b.settle()
				open(b)
				b.settle()
				guitest.SeeWhole(t, b.env, guitest.Sight{Short: shortInLists()})
			})
		}
	}
}

func TestPicturesOfProtection(t *testing.T) {
	dir := guitest.Shots(t)
	all := lockDialogs()
	maps.Copy(all, lockBanners())
	for name, open := range all {
		for _, language := range i18n.Languages() {
			b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Width: 1366, Height: 700})
			b.openSample()
			b.settle()
			open(b)
			b.settle()
			guitest.Picture(t, b.env, dir, "lock-"+strings.ReplaceAll(name, " ", "-")+"-"+language)
		}
	}
	for _, language := range i18n.Languages() {
		g := newGate(t, settings.Settings{Lang: language, Width: 1366, Height: 700}, content(t))
		g.Write("wrong")
		g.Keys(fyne.KeyReturn)
		guitest.Picture(t, g.Env, dir, "lock-screen-"+language)
		g.Press("lock.use_code")
		g.Write(aCode)
		guitest.Picture(t, g.Env, dir, "lock-screen-code-"+language)
	}
}
