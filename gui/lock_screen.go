package gui

import (
	"cmp"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/run"
	"athar/gui/settings"
	"athar/gui/theme"
	"athar/gui/typeset"
)

// Locked is a window whose data is closed and waits for the passphrase. Nothing
// of the data is known to it.
type Locked struct {
	App      fyne.App
	Run      *run.Runner
	Content  Content // the catalogs are what it uses
	Fonts    *typeset.Fonts
	Settings settings.Settings
	// SystemLang is that of the desktop, for when none was chosen.
	SystemLang string
	DataDir    string

	// Why says why nothing else opened the data, the key of a sentence; "" where the
	// passphrase is what opens it.
	Why string
	// Unlock opens the data with what was typed, which it overwrites. It runs in
	// the background.
	Unlock func(pass []byte) error
	// Done is called when the passphrase was right, with what else went wrong.
	Done func(error)
	// SetLang keeps the language that was chosen here.
	SetLang func(lang string)
}

// lockScreen is what is seen of it.
type lockScreen struct {
	Locked
	window fyne.Window
	env    *kit.Env
	lang   string
	byCode bool // the recovery code is asked for

	typed  *kit.Secret
	row    *kit.FormRow
	unlock *kit.Button
	trying bool
	// retyped: something else was typed while what was there is tried; again: and
	// is to be tried as well.
	retyped, again bool
}

// ShowLocked shows the screen to unlock the data in the window of the App, in
// place of what was there, and returns that window.
func ShowLocked(l Locked) fyne.Window {
	s := &lockScreen{Locked: l, lang: cmp.Or(l.Settings.Lang, l.SystemLang)}
	s.App.Settings().SetTheme(Theme(l.Settings))
	s.window = s.App.NewWindow(s.App.Metadata().Name)
	s.window.SetPadded(false)
	s.window.SetMaster()
	s.window.SetCloseIntercept(s.window.Close)
	s.window.SetOnDropped(nil)
	s.build()
	s.window.Resize(fyne.NewSize(l.Settings.Width, l.Settings.Height))
	s.window.SetFullScreen(l.Settings.Full)
	s.window.Show()
	return s.window
}

// build makes the screen in the language of the moment. Nothing that was typed
// in another one stays.
func (s *lockScreen) build() {
	if s.typed != nil {
		s.typed.Clear()
	}
	s.env = &kit.Env{
		Printer: i18n.NewPrinter(s.Content.Catalogs[s.lang], i18n.Digits(s.Settings.Digits)),
		Window:  s.window, Fonts: s.Fonts, After: s.Run.After, Shortcut: s.shortcut,
	}
	s.window.SetTitle(s.env.T("app.name"))
	s.window.SetContent(kit.Stack(newGround(), kit.Follow(s.env, kit.Scroll(kit.Pad(24, s.content()))), kit.NewNotes(s.env)))
	canvas := s.window.Canvas()
	canvas.SetOnTypedKey(s.env.Pass)
	for _, keys := range []fyne.Shortcut{ctrl(fyne.KeyQ), ctrl(fyne.KeyL)} {
		canvas.AddShortcut(keys, func(pressed fyne.Shortcut) { s.shortcut(pressed) })
	}
	s.typed.Focus()
}

// content is a card of a readable width, a little above the middle.
func (s *lockScreen) content() fyne.CanvasObject {
	env := s.env
	label, help, other := "lock.passphrase", "lock.screen_help", "lock.use_code"
	if s.byCode {
		label, help, other = "lock.code", "lock.code_help", "lock.use_passphrase"
	}
	s.typed = kit.NewSecret(env, kit.SecretOptions{Plain: s.byCode, OnChanged: s.changed, OnSubmitted: s.try})
	s.row = kit.NewFormItem(env, env.T(label), env.T(help), s.typed)
	s.unlock = kit.NewButton(env, kit.ButtonOptions{Text: env.T("lock.unlock"), Kind: kit.ButtonPrimary, OnTapped: s.try})
	button := func(text string, do func()) fyne.CanvasObject {
		return kit.NewButton(env, kit.ButtonOptions{Text: text, Kind: kit.ButtonQuiet, OnTapped: do})
	}
	what := kit.Column(kit.NewParagraph(env, env.T("lock.screen_what"), kit.StyleBody))
	if s.Why != "" {
		what.Add(kit.NewParagraph(env, env.T(s.Why), kit.StyleBody))
	}
	card := kit.Pad(24, kit.Column(
		kit.NewParagraph(env, env.T("lock.screen_title"), kit.StyleTitle),
		what,
		s.row,
		kit.Flow(env, s.unlock, button(env.T(other), s.otherWay)),
		kit.NewParagraph(env, env.T("trouble.where", "dir", i18n.Island(s.DataDir)), kit.StyleMuted),
		kit.Flow(env, button(env.T("header.other_language"), s.otherLanguage), button(env.T("trouble.quit"), s.window.Close)),
	))
	return kit.Middle(theme.SizeTextColumn, card)
}

func (s *lockScreen) shortcut(pressed fyne.Shortcut) bool {
	switch pressed.ShortcutName() {
	case ctrl(fyne.KeyQ).ShortcutName():
		s.window.Close()
	case ctrl(fyne.KeyL).ShortcutName():
		s.otherLanguage()
	default:
		return false
	}
	return true
}

// changed takes away what was wrong with what was typed before.
func (s *lockScreen) changed() {
	s.retyped = true
	s.say("")
}

// say says what is wrong with what was typed.
func (s *lockScreen) say(problem string) {
	s.row.SetProblem(problem)
	s.window.Content().Refresh() // what is below makes room
}

func (s *lockScreen) otherWay() {
	if !s.trying {
		s.byCode = !s.byCode
		s.build()
	}
}

func (s *lockScreen) otherLanguage() {
	if s.trying {
		return
	}
	s.lang = map[string]string{"ar": "en", "en": "ar"}[s.lang]
	s.SetLang(s.lang)
	s.build()
}

// try tries what was typed. One try takes about a second, which is what slows
// down those who guess. Whoever notices the mistake meanwhile types in its place.
func (s *lockScreen) try() {
	if s.trying {
		s.again = s.retyped
		return
	}
	if s.typed.Empty() {
		s.say(s.env.T("error.required"))
		return
	}
	s.trying, s.retyped, s.again = true, false, false
	s.unlock.SetText(s.env.T("lock.trying"))
	pass := s.typed.Bytes()
	s.typed.Focus() // all of it is chosen
	var err error
	s.Run.Background(func() { err = s.Unlock(pass); clear(pass) }, func() {
		s.trying = false
		s.unlock.SetText(s.env.T("lock.unlock"))
		if wrong := s.wrong(err); wrong != "" {
			s.refuse(wrong)
			return
		}
		s.typed.Clear()
		for _, keys := range []fyne.Shortcut{ctrl(fyne.KeyQ), ctrl(fyne.KeyL)} {
			s.window.Canvas().RemoveShortcut(keys)
		}
		s.Done(err)
	})
}

// refuse says what was wrong, unless that has been replaced since.
func (s *lockScreen) refuse(wrong string) {
	switch {
	case s.again:
		s.try()
	case !s.retyped:
		s.say(wrong)
		s.typed.Focus()
	}
}

// wrong returns what is wrong with what was typed.
func (s *lockScreen) wrong(err error) string {
	if s.byCode && domain.CodeOf(err) == domain.ErrWrongPassphrase {
		return s.env.T("lock.wrong_code")
	}
	return wrongPass(s.env, err)
}
