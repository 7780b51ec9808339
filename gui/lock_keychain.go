package gui

// useKeychain asks for the passphrase and has the system's keychain open the data
// at every start from then on.
func (w *Window) useKeychain() {
	w.askPass(passOptions{
		title: "keychain.title", accept: "keychain.accept", old: true, above: []string{"keychain.what", "keychain.risk"},
		use: func(f *passForm) {
			f.try(func(old, _ []byte) error { return w.deps.Guard.UseKeychain(old) }, func(err error) {
				w.report(err)
				if err == nil {
					w.say(w.env.T("keychain.used"))
				}
			})
		},
	})
}

// forgetKeychain has the passphrase be asked for again.
func (w *Window) forgetKeychain() {
	var err error
	w.deps.Run.Background(func() { err = w.deps.Guard.ForgetKeychain() }, func() {
		w.report(err)
		if err == nil {
			w.say(w.env.T("keychain.forgotten"))
		}
	})
}
