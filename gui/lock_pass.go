package gui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/settings"
)

// passForm is an open form that asks for passphrases. What is wrong with the
// first of them is found out by trying it, which takes a second; the form stays
// open meanwhile.
type passForm struct {
	w      *Window
	form   *kit.FormDialog
	old    *kit.Secret // nil when no passphrase is asked for that there is already
	pass   *kit.Secret // the new one, twice; nil when none is asked for
	again  *kit.Secret
	wrong  string // what is wrong with old
	trying bool
	// givenUp says that the person closed the form before what they typed was
	// tried.
	givenUp bool
}

// passOptions says what a form asks for.
type passOptions struct {
	title, accept string // keys
	above         []string
	file          string // whose passphrase it is; "" for that of the data
	old, pass     bool
	use           func(f *passForm)
}

// askPass opens a form.
func (w *Window) askPass(o passOptions) *passForm {
	f := &passForm{w: w}
	var fields []kit.FormField
	if o.old {
		f.old = w.secret(kit.SecretOptions{OnChanged: func() { f.wrong = ""; f.form.Changed() }})
		fields = append(fields, kit.FormField{
			Label: w.env.T("lock.passphrase"), Help: w.env.T("lock.or_code"), Input: f.old, Check: f.checkOld,
		})
	}
	if o.pass {
		f.pass = w.secret(kit.SecretOptions{OnChanged: func() { f.judge(); f.form.Changed() }})
		f.again = w.secret(kit.SecretOptions{OnChanged: func() { f.form.Changed() }})
		fields = append(fields,
			kit.FormField{Label: w.env.T("lock.new"), Help: w.env.T("lock.advice"), Input: f.pass, Check: f.checkNew},
			kit.FormField{Label: w.env.T("lock.again"), Input: f.again, Check: f.checkAgain})
	}
	f.form = kit.ShowForm(w.env, kit.FormOptions{
		Title: w.env.T(o.title), Above: w.above(o), Accept: w.env.T(o.accept), Fields: fields,
		OnAccept: func() bool {
			if !f.trying {
				o.use(f)
			}
			return false
		},
		OnCancel: w.clearSecrets,
	})
	return f
}

// above returns what a form says before it asks.
func (w *Window) above(o passOptions) fyne.CanvasObject {
	says := w.sentences(o.above...)
	if o.file == "" {
		return says
	}
	return kit.Column(says, kit.NewParagraph(w.env, i18n.Island(o.file), kit.StyleMuted).Selectable())
}

// sentences makes a paragraph of each text.
func (w *Window) sentences(keys ...string) fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, key := range keys {
		all = append(all, kit.NewParagraph(w.env, w.env.T(key), kit.StyleBody))
	}
	if all == nil {
		return nil
	}
	return kit.Column(all...)
}

func (f *passForm) checkOld() string {
	if f.old.Empty() {
		return f.w.env.T("error.required")
	}
	return f.wrong
}

func (f *passForm) checkNew() string {
	pass := f.pass.Bytes()
	defer clear(pass)
	if err := f.w.deps.Guard.CheckPassphrase(pass); err != nil {
		return f.w.env.Printer.Error(err)
	}
	return ""
}

func (f *passForm) checkAgain() string {
	pass, again := f.pass.Bytes(), f.again.Bytes()
	defer clear(pass)
	defer clear(again)
	if !slices.Equal(pass, again) {
		return f.w.env.T("lock.differs")
	}
	return ""
}

// judge says how hard the new passphrase seems to guess.
func (f *passForm) judge() {
	pass := f.pass.Bytes()
	defer clear(pass)
	field, says := 0, "lock.advice"
	if f.old != nil {
		field = 1
	}
	if f.w.deps.Guard.CheckPassphrase(pass) == nil {
		says = map[strength]string{strengthFair: "lock.fair", strengthGood: "lock.good"}[strengthOf(pass)]
	}
	f.form.SetHelp(field, f.w.env.T(says))
}

// try does in the background what needs the old passphrase. When that is wrong,
// the form says so and waits for another; otherwise it closes and tells.
func (f *passForm) try(work func(old, pass []byte) error, done func(error)) {
	old, pass := f.old.Bytes(), []byte(nil)
	if f.pass != nil {
		pass = f.pass.Bytes()
	}
	f.trying = true
	f.form.SetAcceptEnabled(false, f.w.env.T("lock.trying"))
	var err error
	f.w.deps.Run.Background(func() { err = work(old, pass) }, func() {
		clear(old)
		clear(pass)
		f.trying, f.givenUp = false, !f.form.IsOpen()
		if wrong := f.w.wrongPass(err); wrong != "" && !f.givenUp {
			f.sayWrong(wrong)
			return
		}
		f.end()
		done(err)
	})
}

func (f *passForm) sayWrong(sentence string) {
	f.wrong = sentence
	f.form.Changed()
	f.form.Try()
}

// end closes the form and wipes what was typed.
func (f *passForm) end() {
	f.w.clearSecrets()
	f.form.Close()
}

// wrongPass returns what is wrong with a passphrase or a recovery code that was
// tried, "" when that is not what went wrong.
func (w *Window) wrongPass(err error) string { return wrongPass(w.env, err) }

func wrongPass(env *kit.Env, err error) string {
	switch domain.CodeOf(err) {
	case domain.ErrWrongPassphrase:
		return env.T("lock.wrong")
	case domain.ErrRecoveryTypo:
		return env.Printer.Error(err)
	}
	return ""
}

// protect asks for a passphrase and protects the data with it.
func (w *Window) protect() {
	w.askPass(passOptions{
		title: "lock.protect_title", accept: "lock.protect_accept", pass: true,
		above: []string{"lock.protects", "lock.protects_not", "lock.no_way_back"},
		use: func(f *passForm) {
			w.saved(func() {
				pass := f.pass.Bytes()
				f.end()
				w.encrypt(pass)
			})
		},
	})
}

func (w *Window) encrypt(pass []byte) {
	w.convert(w.env.T("lock.protect_title"), w.env.T("lock.protecting"), func(ctx context.Context, tell func(float64)) (First, error) {
		defer clear(pass)
		made, err := w.deps.Guard.Encrypt(ctx, pass, tell)
		return First{Protection: made}, err
	})
}

// showProtection offers what can be done about the protection there is.
func (w *Window) showProtection() {
	var chain Keychain
	w.deps.Run.Background(func() { chain = w.deps.Guard.Keychain() }, func() {
		if !w.held {
			w.offerProtection(chain)
		}
	})
}

func (w *Window) offerProtection(chain Keychain) {
	var dialog *kit.Dialog
	button := func(key string, do func()) fyne.CanvasObject {
		return kit.NewButton(w.env, kit.ButtonOptions{Text: w.env.T(key), OnTapped: func() { dialog.Close(); do() }})
	}
	after := kit.NewSelect(w.env, w.lockOptions(), func(s string) { w.setLockTime(settings.LockAfter(s)) })
	after.SetValue(string(w.lockAfter()))
	buttons := []fyne.CanvasObject{
		button("lock.change", w.changePassphrase), button("lock.new_code", w.newCode), button("lock.remove", w.removeProtection),
	}
	switch chain {
	case KeychainOff:
		buttons = append(buttons, button("keychain.use", w.useKeychain))
	case KeychainOn:
		buttons = append(buttons, button("keychain.forget", w.forgetKeychain))
	}
	dialog = kit.ShowDialog(w.env, kit.DialogOptions{
		Title: w.env.T("lock.protection_title"), Cancel: w.env.T("help.close"),
		Content: kit.Column(
			w.sentences("lock.protects", "lock.protects_not"),
			kit.NewFormItem(w.env, w.env.T("lock.after"), w.env.T("lock.after_help"), after),
			kit.Flow(w.env, buttons...),
		),
	})
}

// lockAfter returns the choice that is shown for the usual one, too.
func (w *Window) lockAfter() settings.LockAfter {
	if w.settings.LockAfter == settings.LockUsual {
		return settings.Lock15
	}
	return w.settings.LockAfter
}

func (w *Window) lockOptions() []kit.Option {
	var all []kit.Option
	for _, c := range settings.LockChoices() {
		all = append(all, kit.Option{Value: string(c), Label: w.env.T("lock.after." + string(c))})
	}
	return all
}

func (w *Window) changePassphrase() {
	w.askPass(passOptions{
		title: "lock.change_title", accept: "lock.change_accept", old: true, pass: true,
		use: func(f *passForm) {
			f.try(func(old, pass []byte) error {
				return w.deps.Guard.ChangePassphrase(context.Background(), old, pass)
			}, func(err error) {
				w.report(err)
				if err == nil {
					w.say(w.env.T("lock.changed"))
				}
			})
		},
	})
}

func (w *Window) newCode() {
	w.askPass(passOptions{
		title: "lock.new_code_title", accept: "lock.new_code_accept", old: true, above: []string{"lock.new_code_what"},
		use: func(f *passForm) {
			code := ""
			f.try(func(old, _ []byte) (err error) {
				code, err = w.deps.Guard.NewRecoveryCode(context.Background(), old)
				return err
			}, func(err error) {
				w.report(err)
				if err == nil {
					w.showCode(code, func() {})
				}
			})
		},
	})
}

func (w *Window) removeProtection() {
	w.askPass(passOptions{
		title: "lock.remove_title", accept: "lock.remove_accept", old: true, above: []string{"lock.remove_what"},
		use: func(f *passForm) {
			w.saved(func() {
				pass := f.old.Bytes()
				f.try(func(old, _ []byte) error { return w.deps.Guard.Try(old) }, func(err error) {
					if err == nil && !f.givenUp {
						w.decrypt(pass)
						return
					}
					clear(pass)
					w.report(err)
				})
			})
		},
	})
}

func (w *Window) decrypt(pass []byte) {
	w.convert(w.env.T("lock.remove_title"), w.env.T("lock.removing"), func(ctx context.Context, tell func(float64)) (First, error) {
		defer clear(pass)
		return First{Notice: "lock.removed"}, w.deps.Guard.Decrypt(ctx, pass, tell)
	})
}
