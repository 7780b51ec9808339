package gui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
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
	chain Keychain
	code  string
	fails error
	given [][]byte // every passphrase it was given
	// during is what happens while one is tried; may be nil.
	during func()
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
	if g.during != nil {
		g.during()
	}
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
	return Protection{Code: aCode, Removed: []string{"/data/store", "/data/backup"}, Readable: []string{"/data/before"}}, nil
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

func (g *memoryGuard) Keychain() Keychain { return g.chain }

func (g *memoryGuard) UseKeychain(pass []byte) error {
	err := g.try(pass)
	clear(pass)
	if err == nil {
		g.chain = KeychainOn
	}
	return err
}

func (g *memoryGuard) ForgetKeychain() error {
	if g.fails == nil {
		g.chain = KeychainOff
	}
	return g.fails
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
		one, two := b.env.Printer.N("lock.copies_left", 1), b.env.Printer.N("lock.copies_removed", 2)
		b.want(one, "/data/before", b.env.T("lock.copies_left_what"), b.env.T("lock.copies_elsewhere"), two, "/data/store", "/data/backup")
		person.Press("help.close")
		b.want(b.env.T("lock.status.on"), b.env.Printer.N("lock.left", 1))
		person.Press("lock.copies_show")
		b.want("/data/before")
	})
}

func TestWhoDoesNotKeepTheCodeIsTold(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, person := guarded(t, language)
		b.showCode(aCode, func() { b.showCopies(Protection{Removed: []string{"/data/backup"}}) })
		person.Press("lock.code_later")
		b.want("/data/backup", b.env.T("lock.copies_elsewhere"))
		person.Press("help.close")
		b.want(b.env.T("lock.no_code"))
	})
}

func TestTheCodeIsSavedWhereThePersonWants(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, person := guarded(t, language)
		home := t.TempDir()
		t.Setenv("HOME", home)
		b.showCode(aCode, func() {})
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

func TestStrengthIsAboutWordsAndSurprise(t *testing.T) {
	for pass, want := range map[string]strength{
		"aaaaaaaaaaaaaaaaaaaaaaaa":    strengthFair,
		"abcdefghijklmnopqrstuvwxyz":  strengthFair,
		"1234567890987654321":         strengthFair,
		"password99":                  strengthFair,
		"river river river river":     strengthGood, // of 16 characters that surprise
		"نهر أزرق مصباح نافذة":        strengthGood,
		"seven blue lamps on a river": strengthGood,
		"x7!Qm2#Lp9@Tz4&W":            strengthGood,
	} {
		if got := strengthOf([]byte(pass)); got != want {
			t.Errorf("%q: %v, want %v", pass, got, want)
		}
	}
}
