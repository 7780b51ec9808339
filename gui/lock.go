package gui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"athar/gui/kit"
	"athar/gui/settings"
)

// Guard protects the data with a passphrase. Passphrases that it is given it
// overwrites.
//
// Its methods wait for the disk, and take a second on purpose whenever they try
// a passphrase; Encrypted and CheckPassphrase answer at once. When they end with
// an error or are cancelled, everything is as it was before. Wherever a
// passphrase is asked for, the recovery code does as well.
type Guard interface {
	// Encrypted reports whether the data is protected.
	Encrypted() bool
	// CheckPassphrase says what is wrong with a new passphrase, which it leaves
	// as it is: ErrWeakPassphrase, ErrTooLong.
	CheckPassphrase(pass []byte) error
	// Try finds out whether a passphrase opens the data: ErrWrongPassphrase,
	// ErrRecoveryTypo.
	Try(pass []byte) error
	// Encrypt protects the data. Errors have the codes of CheckPassphrase, or are
	// about the disk; the data is protected all the same if there is a code. It is
	// closed and opened again meanwhile, so nothing may use it, and a window is
	// shown anew afterwards; the same goes for Decrypt.
	Encrypt(ctx context.Context, pass []byte, progress func(float64)) (Protection, error)
	// Decrypt removes the protection.
	Decrypt(ctx context.Context, pass []byte, progress func(float64)) error
	// ChangePassphrase needs the old passphrase.
	ChangePassphrase(ctx context.Context, old, new []byte) error
	// Keychain reports whether the keychain of the system opens the data at a start.
	Keychain() Keychain
	// UseKeychain has it do so: ErrWrongPassphrase, ErrRecoveryTypo, ErrKeychain.
	UseKeychain(pass []byte) error
	// ForgetKeychain has the passphrase be asked for at every start again.
	ForgetKeychain() error
	// NewRecoveryCode makes the last recovery code useless and returns another.
	NewRecoveryCode(ctx context.Context, pass []byte) (string, error)
}

// Keychain says whether the keychain of the system opens the data at a start.
type Keychain int

// The answers.
const (
	KeychainNone Keychain = iota // there is none
	KeychainOff
	KeychainOn
)

// Protection is what came of protecting the data.
type Protection struct {
	// Code is the recovery code, to be shown once: groups of capital letters and
	// digits, parted by hyphens.
	Code string
	// Removed are places where a copy of the data was that anybody could read.
	Removed []string
	// Readable are places with copies of the data that anybody can read and that
	// could not be removed yet.
	Readable []string
}

// protected reports whether only a passphrase opens the data.
func (w *Window) protected() bool { return w.deps.Guard != nil && w.deps.Guard.Encrypted() }

func (w *Window) lockActions() []action {
	return []action{
		{key: "protect", do: w.protect, disabled: w.protectReason},
		{key: "protection", do: w.showProtection, disabled: w.unprotectedReason},
		{key: "lock", shortcut: ctrlShift(fyne.KeyL), do: w.lockNow, disabled: w.unprotectedReason, anywhere: true},
	}
}

func (w *Window) protectReason() string {
	switch {
	case w.deps.Guard == nil:
		return w.env.T("reason.no_guard")
	case w.protected():
		return w.env.T("reason.protected")
	}
	return ""
}

func (w *Window) unprotectedReason() string {
	if w.protected() {
		return ""
	}
	return w.env.T("reason.unprotected")
}

// lockItems returns the rows of the File menu about protection: those that make
// sense now.
func (w *Window) lockItems() []kit.MenuItem {
	switch {
	case w.deps.Guard == nil:
		return nil
	case w.protected():
		return w.commands.items(w.env, "lock", "protection", "-")
	}
	return w.commands.items(w.env, "protect", "-")
}

// showGuarded shows in the status line whether the data is protected.
func (w *Window) showGuarded() {
	switch {
	case w.deps.Guard == nil:
		w.status.guard.Hide()
		return
	case w.protected():
		w.status.guarded(w.env.T("lock.status.on"), w.env.T("lock.status.on_hint"), w.command("protection"))
		return
	}
	w.status.guarded(w.env.T("lock.status.off"), w.env.T("lock.status.off_hint"), w.command("protect"))
}

// command returns what gives a command, or says why it cannot be given.
func (w *Window) command(key string) func() {
	return func() {
		a := w.commands.byKey[key]
		if reason := a.reason(); reason != "" {
			w.say(reason)
			return
		}
		a.do()
	}
}

// locking is what the window knows of being locked.
type locking struct {
	wanted  bool      // to be locked as soon as nothing is under way
	noticed time.Time // when somebody was last at the keyboard or the mouse
	secrets []*kit.Secret
	// clipping is what was copied in this window.
	clipping kit.Clipping
}

// lockNow locks the data once everything is saved. What cannot be saved is not
// locked away: it would be lost with the next power cut, and nobody would know.
func (w *Window) lockNow() {
	if w.held || w.locking.wanted {
		return
	}
	w.locking.wanted = true
	w.checkup.stop()
	w.env.Settle()
	if w.desk.open == nil {
		w.lockWhenIdle()
		return
	}
	stop := w.after(patience, func() { w.notLocked(w.env.T("save.no_answer")) })
	w.desk.open.Flush(func(err error) {
		stop()
		switch {
		case err != nil:
			w.notLocked(w.env.Printer.Error(err))
		case w.locking.wanted:
			w.lockWhenIdle()
		}
	})
}

// notLocked says why the data stays open.
func (w *Window) notLocked(reason string) {
	if w.locking.wanted {
		w.locking.wanted, w.saving.warned = false, true
		w.tellUnsaved(w.env.T("lock.unsaved", "reason", reason))
	}
}

// lockWhenIdle locks as soon as nothing uses the data any more, such as an
// import. What is written meanwhile is saved first.
func (w *Window) lockWhenIdle() {
	w.deps.Run.Background(func() {}, func() {
		switch {
		case w.deps.Run.Busy() > 1: // more than this
			w.say(w.env.T("lock.soon"))
			w.after(time.Second, w.lockWhenIdle)
		case !w.desk.saved():
			w.locking.wanted = false
			w.lockNow()
		default:
			w.shut()
		}
	})
}

// shut lets go of everything that was read and has the data locked. Where the
// person is, they are again after unlocking.
func (w *Window) shut() {
	again := w.letGo()
	w.clearSecrets()
	w.deps.Sealed.Forget()
	w.locking.clipping.Clear(w.deps.App.Clipboard())
	w.env.CloseAll()
	w.removeShortcuts()
	w.deps.App.Lifecycle().SetOnExitedForeground(nil)
	w.pages, w.status, w.header, w.banner, w.tabs = nil, nil, nil, nil, nil
	if w.deps.Fonts != nil {
		w.deps.Fonts.Forget()
	}
	w.deps.Lock(again)
}

// letGo closes all that uses the data, which is saved, and returns with what the
// window is to be opened again so that the person is where they were.
func (w *Window) letGo() (again settings.Settings) {
	w.held = true
	w.settings.Place = w.place()
	again = w.settings
	w.Retire()
	w.desk.shut()
	return again
}

// convert closes the data, which is saved, for work that makes it another, and shows the window
// anew. Cancelling only asks for an end.
func (w *Window) convert(title, caption string, work func(context.Context, func(float64)) (First, error)) {
	again := w.letGo()
	ctx, cancel := context.WithCancel(context.Background())
	bar, release := hold(w.env, title, caption, cancel)
	w.saves.whenDone(func() {
		var first First
		var err error
		w.deps.Run.Background(func() { first, err = work(ctx, w.teller(bar, caption)) }, func() {
			release()
			w.removeShortcuts()
			if first.Problem = err; err != nil {
				first.Notice = ""
			}
			w.deps.Again(again, first)
		})
	})
}

// secret makes a line for a passphrase. It is wiped when the window is locked, if
// not sooner.
func (w *Window) secret(o kit.SecretOptions) *kit.Secret {
	s := kit.NewSecret(w.env, o)
	w.locking.secrets = append(w.locking.secrets, s)
	return s
}

// clearSecrets wipes all passphrases that are typed somewhere.
func (w *Window) clearSecrets() {
	for _, s := range w.locking.secrets {
		s.Clear()
	}
	w.locking.secrets = nil
}

// lookIdle is how often to look. The time of day counts, not how long the program
// ran: a computer that was asleep locks as soon as it wakes.
const lookIdle = 30 * time.Second

// watchIdle looks from time to time whether nobody is there any more.
func (w *Window) watchIdle() {
	w.locking.noticed = w.deps.Session.Now()
	w.after(lookIdle, w.lookIdle)
}

func (w *Window) lookIdle() {
	if w.held {
		return
	}
	now := w.deps.Session.Now()
	idle := now.Sub(w.locking.noticed)
	if idle < 0 { // the clock was set back
		w.locking.noticed = now
	}
	if limit := w.settings.LockTime(); w.protected() && limit > 0 && idle >= limit {
		w.lockNow()
	} else {
		w.checkup.look(idle)
	}
	w.after(lookIdle, w.lookIdle)
}

// somebodyIsThere is told of every key and every move of the mouse.
func (w *Window) somebodyIsThere() {
	w.locking.noticed = w.deps.Session.Now()
	w.checkup.stop()
}

// setLockTime chooses after how long without anybody there the data is locked.
func (w *Window) setLockTime(s settings.LockAfter) {
	w.settings.LockAfter = s
	w.keepSettings()
}
