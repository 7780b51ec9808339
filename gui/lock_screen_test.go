package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/guitest/apptest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/run"
	"athar/gui/settings"
)

// gate is a locked window with somebody before it.
type gate struct {
	*guitest.Person
	window fyne.Window
	guard  memoryGuard
	chosen []string // languages
	done   []error
}

func newGate(t *testing.T, s settings.Settings, c Content) *gate {
	t.Helper()
	g := &gate{guard: memoryGuard{pass: goodPass, code: aCode}}
	queue, runner := run.NewQueue()
	app := apptest.New(t)
	g.window = ShowLocked(Locked{
		App: app, Run: runner, Content: c, Fonts: fonts(), Settings: settings.Parse(s.Bytes()), SystemLang: "en", DataDir: "/data",
		Unlock:  g.guard.try,
		Done:    func(err error) { g.done = append(g.done, err) },
		SetLang: func(lang string) { g.chosen = append(g.chosen, lang) },
	})
	g.Person = guitest.NewPerson(t, nil)
	g.Settle = func() { queue.Settle(runner) }
	g.in(t, c, s.Lang)
	return g
}

// in says which language the person expects to read.
func (g *gate) in(t *testing.T, c Content, language string) {
	t.Helper()
	g.Env = &kit.Env{Printer: i18n.NewPrinter(c.Catalogs[language], i18n.Western), Window: g.window}
}

func (g *gate) want(keys ...string) {
	g.Helper()
	for _, key := range keys {
		if text := g.Env.T(key); !g.Sees(text) {
			g.Errorf("%q is not to be read in %q", text, guitest.Texts(g.window.Content()))
		}
	}
}

// drawn is all that is drawn in the window.
func (g *gate) drawn() string {
	var b strings.Builder
	for _, t := range guitest.FindVisible[*canvas.Text](g.window.Content()) {
		b.WriteString(t.Text)
	}
	return b.String()
}

func TestEnterUnlocksWithTheRightPassphrase(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		g := newGate(t, settings.Settings{Lang: language}, content(t))
		g.want("lock.screen_title", "lock.unlock", "lock.use_code", "header.other_language", "trouble.quit")
		g.Keys(fyne.KeyReturn)
		g.want("error.required")
		g.Write("blue")
		g.Keys(fyne.KeyReturn)
		g.want("lock.wrong", "kit_secret.latin")
		if len(g.done) > 0 || g.window.Title() != g.Env.T("app.name") {
			t.Fatalf("done %v, the title is %q", g.done, g.window.Title())
		}
		g.Write(goodPass) // in the place of the wrong one
		if g.Sees(g.Env.T("lock.wrong")) {
			t.Error("what was wrong is still said of what is typed now")
		}
		g.Keys(fyne.KeyReturn)
		if len(g.done) != 1 || g.done[0] != nil || !g.guard.wiped() {
			t.Errorf("done %v, tried %q", g.done, g.guard.given)
		}
	})
}

func TestWhatIsTypedDuringATryIsTheNextOne(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		g := newGate(t, settings.Settings{Lang: language}, content(t))
		settle := g.Settle
		g.Settle = func() {} // the answer of a try takes a second
		g.Write("blue")
		g.Keys(fyne.KeyReturn)
		g.Write(goodPass)
		g.Keys(fyne.KeyReturn)
		settle()
		if g.Sees(g.Env.T("lock.wrong")) || len(g.done) != 1 || g.done[0] != nil {
			t.Errorf("done %v, tried %q, drawn is %q", g.done, g.guard.given, g.drawn())
		}
	})
}

func TestAPassphraseBeingTypedStaysWhenTheOneBeforeWasWrong(t *testing.T) {
	g := newGate(t, settings.Settings{Lang: "en"}, content(t))
	settle := g.Settle
	g.Settle = func() {}
	g.Write("blue")
	g.Keys(fyne.KeyReturn)
	half := len(goodPass) / 2
	g.Write(goodPass[:half])
	settle()
	g.Write(goodPass[half:])
	g.Keys(fyne.KeyReturn)
	settle()
	if len(g.done) != 1 || g.done[0] != nil {
		t.Errorf("done %v, tried %q", g.done, g.guard.given)
	}
}

func TestTheRecoveryCodeUnlocksAndIsSeen(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		g := newGate(t, settings.Settings{Lang: language}, content(t))
		g.Write("nearly a passphrase")
		g.Press("lock.use_code")
		g.want("lock.code", "lock.use_passphrase")
		g.Write("7K2QD-AAAAA")
		if drawn := g.drawn(); !strings.Contains(drawn, "AAAAA") || strings.Contains(drawn, "nearly") {
			t.Errorf("drawn is %q", drawn)
		}
		g.Press("lock.unlock")
		g.want("lock.wrong_code")
		g.Write(aCode)
		g.Press("lock.unlock")
		if len(g.done) != 1 {
			t.Error("the code does not unlock")
		}
	})
}

func TestTheLanguageIsChangedBeforeAnythingIsOpen(t *testing.T) {
	c := content(t)
	g := newGate(t, settings.Settings{Lang: "en"}, c)
	g.Write("half")
	g.Press("header.other_language")
	g.in(t, c, "ar")
	g.want("lock.screen_title", "header.other_language")
	g.Focused().(fyne.Shortcutable).TypedShortcut(ctrl(fyne.KeyL))
	g.in(t, c, "en")
	g.want("lock.screen_title")
	if got := strings.Join(g.chosen, " "); got != "ar en" {
		t.Errorf("kept is %q", got)
	}
	if !guitest.FindVisible[*kit.Secret](g.window.Content())[0].Empty() {
		t.Error("what was typed in another language stays")
	}
}

func TestTheSystemsLanguageCountsWhenNoneWasChosen(t *testing.T) {
	c := content(t)
	g := newGate(t, settings.Settings{}, c)
	g.in(t, c, "en")
	g.want("lock.screen_title")
}

func TestDataThatCannotBeOpenedAfterUnlockingIsHandedOn(t *testing.T) {
	g := newGate(t, settings.Settings{Lang: "ar"}, content(t))
	g.guard.fails = domain.Problem(domain.ErrStoreDamaged, "").With("path", "/data")
	g.Write(goodPass)
	g.Keys(fyne.KeyReturn)
	if len(g.done) != 1 || domain.CodeOf(g.done[0]) != domain.ErrStoreDamaged {
		t.Errorf("handed on is %v", g.done)
	}
}

func TestTheLockedScreenIsWholeAndInOrder(t *testing.T) {
	pseudo, plain := pseudoContent(t), content(t)
	inBoth(t, func(t *testing.T, language string) {
		for _, scale := range []float64{1, 1.3, 2} {
			for _, byCode := range []bool{false, true} {
				for _, c := range []Content{pseudo, plain} {
					g := newGate(t, settings.Settings{Lang: language, Scale: scale, Width: 1366, Height: 700}, c)
					if byCode {
						g.Press("lock.use_code")
					}
					g.Write("wrong")
					g.Keys(fyne.KeyReturn)
					if c.Catalogs[language] == pseudo.Catalogs[language] {
						sight := shellSight
						sight.Data = append([]string{"wrong"}, sight.Data...)
						look(t, g.Env, sight)
					} else {
						guitest.SeeWhole(t, g.Env, guitest.Sight{})
					}
				}
			}
		}
	})
}
