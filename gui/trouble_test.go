package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/guitest/apptest"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// troubled is a window of trouble over data that a passphrase protects.
type troubled struct {
	*guitest.Person
	t       *testing.T
	trouble Trouble
	env     *kit.Env
	sealed  memorySealed
	needs   int // how many passphrases are needed
	asked   []string
	retried bool
	known   bool // the passphrases were still known when it was opened again
}

func inTrouble(t *testing.T, lang string, needs int) *troubled {
	t.Helper()
	b := &troubled{t: t, needs: needs, sealed: memorySealed{pass: otherOne}}
	app := apptest.New(t)
	b.trouble = Trouble{
		App: app, Printer: i18n.NewPrinter(guitest.Catalog(t, lang), i18n.Western), DataDir: "/data",
		Err: domain.Problem(domain.ErrStoreDamaged, "").With("path", "/data"), Sealed: b,
		Background: func(work, done func()) { work(); done() },
		Restore:    func(_ string, done func(error)) { done(b.refuse()) },
		Salvage: func(_ string, done func([]string, error)) {
			if err := b.refuse(); err != nil {
				done(nil, err)
				return
			}
			done([]string{"Springs"}, nil)
		},
	}
	ShowTrouble(b.trouble)
	windows := app.Driver().AllWindows()
	b.env = &kit.Env{Printer: b.trouble.Printer, Window: windows[len(windows)-1]}
	b.Person = guitest.NewPerson(t, b.env)
	return b
}

// Open implements Sealed.
func (b *troubled) Open(path string, pass []byte) error {
	err := b.sealed.Open(path, pass)
	if err == nil {
		b.asked = append(b.asked, path)
	}
	return err
}

// Forget implements Sealed.
func (b *troubled) Forget() { b.sealed.Forget() }

func (b *troubled) refuse() error {
	if len(b.asked) < b.needs {
		return domain.Problem(domain.ErrLocked, "")
	}
	return nil
}

// open is what opens the data again.
func (b *troubled) open() { b.retried, b.known = true, !b.sealed.wiped() }

func (b *troubled) reads(text string) bool {
	top := b.env.Window.Canvas().Overlays().Top()
	return top != nil && slices.Contains(guitest.Texts(top), text)
}

func (b *troubled) opens(pass string) {
	b.Write(pass)
	b.Press("sealed.accept")
}

func TestASealedBackupIsRestoredInTheWindowOfTrouble(t *testing.T) {
	for _, lang := range []string{"ar", "en"} {
		for needs, want := range [][]string{nil, {sealedBackup}, {sealedBackup, "/data"}} {
			b := inTrouble(t, lang, needs)
			b.trouble.restore(b.env, sealedBackup, []string{sealedBackup, "/data"}, b.open)
			if needs > 0 {
				if !b.reads(b.env.T("sealed.what")) || !b.reads(i18n.Island(sealedBackup)) {
					t.Fatal("it does not say what is asked for")
				}
				b.opens("my own words")
				if !b.reads(b.env.T("lock.wrong")) || b.retried {
					t.Fatal("a wrong passphrase is not told")
				}
			}
			for range needs {
				b.opens(otherOne)
			}
			if b.known != (needs > 0) {
				t.Errorf("of %d passphrases it knows when it opens again: %v", needs, b.known)
			}
			if !b.retried || !slices.Equal(b.asked, want) || !b.sealed.wiped() {
				t.Errorf("restored: %v, asked for %v, wiped: %v", b.retried, b.asked, b.sealed.wiped())
			}
		}
	}
}

func TestWhatStaysSealedInTheWindowOfTroubleIsSaid(t *testing.T) {
	b := inTrouble(t, "en", 3)
	b.trouble.restore(b.env, sealedBackup, []string{sealedBackup, "/data"}, b.open)
	b.opens(otherOne)
	b.opens(otherOne)
	if b.retried || !b.reads(b.env.Printer.Error(b.refuse())) || !b.sealed.wiped() {
		t.Errorf("restored: %v, wiped: %v", b.retried, b.sealed.wiped())
	}
}

func TestSealedDataIsSalvagedWithItsPassphrase(t *testing.T) {
	for _, lang := range []string{"ar", "en"} {
		b := inTrouble(t, lang, 1)
		b.trouble.salvage(b.env, "/stick", []string{"/data"})
		if !b.reads(b.env.T("sealed.data")) {
			t.Fatal("it does not say what is asked for")
		}
		b.opens(otherOne)
		if !b.reads("Springs") || !b.sealed.wiped() {
			t.Error("what was read is not told, or something is left")
		}
	}
}

func TestGivingUpThePassphraseInTheWindowOfTroubleWipesIt(t *testing.T) {
	b := inTrouble(t, "en", 2)
	b.trouble.restore(b.env, sealedBackup, []string{sealedBackup, "/data"}, b.open)
	b.opens(otherOne)
	b.env.Window.Canvas().Unfocus()
	b.env.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.retried || !b.sealed.wiped() {
		t.Error("something is left")
	}
}
