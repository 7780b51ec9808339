package gui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/session"
	"athar/gui/guitest"
	"athar/gui/settings"
)

// memorySealed is a Sealed for one backup.
type memorySealed struct {
	pass   string // what opens it
	open   bool
	fails  error    // of a file that cannot be read
	given  [][]byte // every passphrase it was given
	during func()   // what happens while one is tried
}

func (s *memorySealed) Open(_ string, pass []byte) error {
	s.given = append(s.given, pass)
	is := string(pass) == s.pass
	clear(pass)
	if s.during != nil {
		s.during()
	}
	if !is {
		return domain.Problem(domain.ErrWrongPassphrase, "")
	}
	s.open = s.fails == nil
	return s.fails
}

func (s *memorySealed) Forget() { s.open = false }

// refuse returns what reading the backup comes to.
func (s *memorySealed) refuse(code domain.Code) error {
	if s.open {
		return nil
	}
	return domain.Problem(code, "").With("path", "/stick/key.json")
}

// wiped reports whether nothing is left of what was typed.
func (s *memorySealed) wiped() bool {
	for _, pass := range s.given {
		if strings.Trim(string(pass), "\x00") != "" {
			return false
		}
	}
	return !s.open
}

// sealedBackup is a file that another passphrase opens.
const sealedBackup = "/stick/theirs.atharbackup"

// sealedBench has a sealed backup of a colleague, which is locked for a reason
// of both that there are.
func sealedBench(t *testing.T, lang string, code domain.Code) (*bench, *guitest.Person) {
	t.Helper()
	var b *bench
	b = newBenchWith(t, guitest.NewMemory(), settings.Settings{Lang: lang, Welcomed: true}, content(t), func(d *Deps) {
		d.Merge = func(context.Context, string, bool, func(float64)) (session.Merged, error) {
			one := session.MergedCampaign{Title: "Springs", New: true, Applied: 2}
			return session.Merged{Campaigns: []session.MergedCampaign{one}}, b.sealed.refuse(code)
		}
	})
	b.sealed.pass = otherOne
	person := guitest.NewPerson(t, b.env)
	person.Settle = b.settle
	return b, person
}

func inBothAndForBoth(t *testing.T, f func(t *testing.T, lang string, code domain.Code)) {
	t.Helper()
	for _, code := range []domain.Code{domain.ErrLocked, domain.ErrKeyOther} {
		for _, lang := range []string{"ar", "en"} {
			t.Run(string(code)+", "+lang, func(t *testing.T) { f(t, lang, code) })
		}
	}
}

func TestAColleaguesSealedBackupAsksForItsPassphrase(t *testing.T) {
	inBothAndForBoth(t, func(t *testing.T, lang string, code domain.Code) {
		b, person := sealedBench(t, lang, code)
		b.previewMerge(sealedBackup)
		b.settle()
		b.want(b.env.T("sealed.what"), b.env.T("sealed.which"), b.env.T("lock.or_code"), sealedBackup)
		person.Press("sealed.accept")
		b.want(b.env.T("error.required"))
		b.fill(person, "my own words")
		person.Press("sealed.accept")
		b.want(b.env.T("lock.wrong"))
		lines := b.secrets()
		person.Write(otherOne) // in the place of the wrong one
		person.Press("sealed.accept")
		b.want("Springs", b.env.Printer.N("merge.edits", 2))
		if !lines[0].Empty() {
			t.Error("what was typed is left")
		}
		person.Tap("bring.accept")
		b.settle()
		if !b.sealed.wiped() || b.dialogs() > 0 {
			t.Errorf("it is still open, or one of %q is left; %d dialogs", b.sealed.given, b.dialogs())
		}
		b.want(b.env.Printer.N("received.changes", 2))
	})
}

func TestASealedBackupIsRestoredWithItsPassphrase(t *testing.T) {
	inBothAndForBoth(t, func(t *testing.T, lang string, code domain.Code) {
		b, person := sealedBench(t, lang, code)
		b.withBackup()
		b.backups.preview.Encrypted = true
		b.backups.reads = func() error { return b.sealed.refuse(code) }
		open := false
		b.deps.Backups.Restore = func(context.Context, string, func(float64), func()) { open = b.sealed.open }
		b.previewBackup(sealedBackup)
		b.settle()
		b.want(sealedBackup)
		b.fill(person, otherOne)
		person.Press("sealed.accept")
		b.want("Clean water", b.env.T("restore.sealed"))
		person.Tap("restore.accept")
		b.settle()
		if !open {
			t.Error("it cannot be read any more when it is to be restored")
		}
	})
}

// changeMind presses Escape while work is under way, for which escape would wait.
func (b *bench) changeMind() {
	b.window.Canvas().Unfocus()
	b.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
}

func TestWhoGivesUpASealedBackupLeavesNothingOpen(t *testing.T) {
	for name, giveUp := range map[string]func(b *bench, person *guitest.Person){
		"instead of the passphrase": func(b *bench, _ *guitest.Person) { b.escape() },
		"while it is tried": func(b *bench, person *guitest.Person) {
			b.sealed.during = func() { b.deps.Run.OnWindow(b.changeMind) }
			person.Press("sealed.accept")
		},
		"before it comes in": func(b *bench, person *guitest.Person) {
			person.Press("sealed.accept")
			person.Press("kit.cancel")
		},
		"by locking": func(b *bench, person *guitest.Person) {
			b.guard.pass = goodPass
			person.Press("sealed.accept")
			b.lockNow()
			b.settle()
		},
	} {
		t.Run(name, func(t *testing.T) {
			b, person := sealedBench(t, "en", domain.ErrLocked)
			b.previewMerge(sealedBackup)
			b.settle()
			b.fill(person, otherOne)
			lines := b.secrets()
			giveUp(b, person)
			b.settle()
			if !b.sealed.wiped() || !lines[0].Empty() || b.locked == nil && b.dialogs() > 0 {
				t.Errorf("open is %v, typed %q, left %q, %d dialogs", b.sealed.open, b.sealed.given, lines[0].Bytes(), b.dialogs())
			}
		})
	}
}

func TestASealedBackupThatCannotBeReadIsTold(t *testing.T) {
	b, person := sealedBench(t, "ar", domain.ErrLocked)
	b.sealed.fails = domain.Problem(domain.ErrBackupDamaged, "").With("file", sealedBackup)
	b.previewMerge(sealedBackup)
	b.settle()
	b.fill(person, otherOne)
	person.Press("sealed.accept")
	b.want(b.env.Printer.Error(b.sealed.fails))
	if b.dialogs() > 1 {
		t.Error("the question stayed")
	}
}

// Protection is not removed for somebody who changed their mind while the
// passphrase was tried.
func TestProtectionStaysForWhoGivesUpRemovingIt(t *testing.T) {
	b, _, person := guarded(t, "en")
	b.do("protection")
	person.Press("lock.remove")
	b.fill(person, goodPass)
	b.guard.during = func() { b.deps.Run.OnWindow(b.changeMind) }
	person.Press("lock.remove_accept")
	if !b.guard.Encrypted() || !b.guard.wiped() {
		t.Error("it is removed, or a passphrase is left")
	}
}
