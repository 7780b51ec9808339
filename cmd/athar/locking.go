package main

import (
	"path/filepath"
	"runtime/debug"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui"
	"athar/gui/settings"
	"athar/persistence"
	"athar/persistence/vault"
)

// locked is what the program knows while its data waits for the passphrase.
type locked struct {
	window   fyne.Window
	settings settings.Settings
	closed   <-chan struct{} // once the data is closed; nil when it was not open

	// What unlocking came to; written in the background before Done is called.
	store *persistence.Store
	keys  *vault.Keys
}

// showLocked asks for the passphrase in the program's window.
func (p *program) showLocked(s settings.Settings, closed <-chan struct{}) {
	p.locked = &locked{settings: s, closed: closed}
	p.locked.window = gui.ShowLocked(gui.Locked{
		App: p.app, Run: p.run, Content: p.content, Fonts: p.fonts, Settings: s, SystemLang: p.in.lang, DataDir: p.in.data,
		Unlock: p.unlock, Done: p.unlocked, SetLang: p.keepLang, Why: p.askWhy,
	})
}

// unlock opens the data with a passphrase or a recovery code.
func (p *program) unlock(pass []byte) error {
	l := p.locked
	if l.closed != nil {
		<-l.closed
	}
	file, err := persistence.KeyFile(p.in.data)
	if err != nil {
		return err
	}
	if file == nil {
		return domain.Problem(domain.ErrNotEncrypted, "")
	}
	if l.keys, err = file.Open(pass); err != nil {
		return err
	}
	l.store, err = persistence.Open(p.in.data, openOptions(l.keys))
	return err
}

// unlocked shows the window with what was unlocked, as it was left.
func (p *program) unlocked(err error) {
	l := p.locked
	p.locked, p.left, p.askWhy = nil, &l.settings, ""
	p.reuse(l.window)
	p.keys = l.keys // also where the data is damaged: a backup is restored with them
	p.show(l.store, err)
}

// keepLang keeps the language that was chosen while the data is locked.
func (p *program) keepLang(lang string) {
	p.locked.settings.Lang = lang
	data := p.locked.settings.Bare().Bytes()
	p.run.Background(func() {
		_ = persistence.WriteFile(filepath.Join(p.in.data, settingsFile), data) // else it is chosen once more
	}, nil)
}

// lock closes the data and asks for the passphrase. Nothing of the data stays in
// memory that the program can reach; the collector gives the rest back.
func (p *program) lock(again settings.Settings) {
	store, keys, closed := p.store, p.keys, make(chan struct{})
	p.closeLog()
	p.reuse(p.window.Fyne())
	p.store, p.keys, p.who, p.window, p.first = nil, nil, nil, nil, gui.First{}
	p.showLocked(again, closed)
	p.run.Background(func() {
		defer close(closed)
		_ = store.Close() // what could not be put in order is mended by the next open
		keys.Wipe()
		debug.FreeOSMemory()
	}, nil)
}

// showAgain shows the window anew, after its data was closed and opened again.
func (p *program) showAgain(again settings.Settings, first gui.First) {
	p.left, p.first = &again, first
	p.showAnew(p.failed)
}

// reuse gives the next window of Athar the one that is on the screen.
func (p *program) reuse(window fyne.Window) {
	base := p.app
	if early, is := base.(*earlyApp); is {
		base = early.App
	}
	p.app = &earlyApp{base, window}
}
