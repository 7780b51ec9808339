package gui

import (
	"slices"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// passForm is an open form that asks for passphrases. What is wrong with the
// first of them is found out by trying it, which takes a second; the form stays
// open meanwhile.
type passForm struct {
	in     passWindow
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

// passWindow is what a form needs of the window that it is in.
type passWindow struct {
	env        *kit.Env
	background func(work, done func())
	// check says what is wrong with a new passphrase; nil where none is asked for.
	check func(pass []byte) error
	// secret makes a line for a passphrase, and clear wipes all of them.
	secret func(kit.SecretOptions) *kit.Secret
	clear  func()
}

// passOptions says what a form asks for.
type passOptions struct {
	title, accept string // keys
	above         []string
	file          string // whose passphrase it is; "" for that of the data
	old, pass     bool
	use           func(f *passForm)
	givenUp       func() // the person closed the form; may be nil
}

// askPass opens a form.
func (w *Window) askPass(o passOptions) *passForm {
	in := passWindow{env: w.env, background: w.deps.Run.Background, secret: w.secret, clear: w.clearSecrets}
	if w.deps.Guard != nil {
		in.check = w.deps.Guard.CheckPassphrase
	}
	return in.ask(o)
}

// ask opens a form.
func (in passWindow) ask(o passOptions) *passForm {
	f := &passForm{in: in}
	var fields []kit.FormField
	if o.old {
		f.old = in.secret(kit.SecretOptions{OnChanged: func() { f.wrong = ""; f.form.Changed() }})
		fields = append(fields, kit.FormField{
			Label: in.env.T("lock.passphrase"), Help: in.env.T("lock.or_code"), Input: f.old, Check: f.checkOld,
		})
	}
	if o.pass {
		f.pass = in.secret(kit.SecretOptions{OnChanged: func() { f.judge(); f.form.Changed() }})
		f.again = in.secret(kit.SecretOptions{OnChanged: func() { f.form.Changed() }})
		fields = append(fields,
			kit.FormField{Label: in.env.T("lock.new"), Help: in.env.T("lock.advice"), Input: f.pass, Check: f.checkNew},
			kit.FormField{Label: in.env.T("lock.again"), Input: f.again, Check: f.checkAgain})
	}
	f.form = kit.ShowForm(in.env, kit.FormOptions{
		Title: in.env.T(o.title), Above: in.above(o), Accept: in.env.T(o.accept), Fields: fields,
		OnAccept: func() bool {
			if !f.trying {
				o.use(f)
			}
			return false
		},
		OnCancel: func() {
			in.clear()
			if o.givenUp != nil {
				o.givenUp()
			}
		},
	})
	return f
}

// above returns what a form says before it asks.
func (in passWindow) above(o passOptions) fyne.CanvasObject {
	says := sentences(in.env, o.above...)
	if o.file == "" {
		return says
	}
	return kit.Column(says, kit.NewParagraph(in.env, i18n.Island(o.file), kit.StyleMuted).Selectable())
}

// sentences makes a paragraph of each text.
func sentences(env *kit.Env, keys ...string) fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, key := range keys {
		all = append(all, kit.NewParagraph(env, env.T(key), kit.StyleBody))
	}
	if all == nil {
		return nil
	}
	return kit.Column(all...)
}

func (f *passForm) checkOld() string {
	if f.old.Empty() {
		return f.in.env.T("error.required")
	}
	return f.wrong
}

func (f *passForm) checkNew() string {
	pass := f.pass.Bytes()
	defer clear(pass)
	if err := f.in.check(pass); err != nil {
		return f.in.env.Printer.Error(err)
	}
	return ""
}

func (f *passForm) checkAgain() string {
	pass, again := f.pass.Bytes(), f.again.Bytes()
	defer clear(pass)
	defer clear(again)
	if !slices.Equal(pass, again) {
		return f.in.env.T("lock.differs")
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
	if f.in.check(pass) == nil {
		says = map[strength]string{strengthFair: "lock.fair", strengthGood: "lock.good"}[strengthOf(pass)]
	}
	f.form.SetHelp(field, f.in.env.T(says))
}

// try does in the background what needs the old passphrase. When that is wrong,
// the form says so and waits for another; otherwise it closes and tells.
func (f *passForm) try(work func(old, pass []byte) error, done func(error)) {
	old, pass := f.old.Bytes(), []byte(nil)
	if f.pass != nil {
		pass = f.pass.Bytes()
	}
	f.trying = true
	f.form.SetAcceptEnabled(false, f.in.env.T("lock.trying"))
	var err error
	f.in.background(func() { err = work(old, pass) }, func() {
		clear(old)
		clear(pass)
		f.trying, f.givenUp = false, !f.form.IsOpen()
		if wrong := wrongPass(f.in.env, err); wrong != "" && !f.givenUp {
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
	f.in.clear()
	f.form.Close()
}

// wrongPass returns what is wrong with a passphrase or a recovery code that was
// tried, "" when that is not what went wrong.
func wrongPass(env *kit.Env, err error) string {
	switch domain.CodeOf(err) {
	case domain.ErrWrongPassphrase:
		return env.T("lock.wrong")
	case domain.ErrRecoveryTypo:
		return env.Printer.Error(err)
	}
	return ""
}
