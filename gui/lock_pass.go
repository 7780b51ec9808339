package gui

import (
	"context"

	"fyne.io/fyne/v2"

	"athar/gui/kit"
	"athar/gui/settings"
)

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
			sentences(w.env, "lock.protects", "lock.protects_not"),
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
