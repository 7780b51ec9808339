package main

import (
	"cmp"
	"context"
	"errors"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"athar/assets"
	"athar/domain"
	"athar/domain/session"
	"athar/gui"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/run"
	"athar/gui/settings"
	"athar/gui/typeset"
	"athar/persistence"
	"athar/persistence/vault"
)

// appID names the application to the desktop; FyneApp.toml has the same.
const appID = "io.athar.planner"

// runWindow opens the window and returns when it is closed.
func runWindow(in *invocation) error {
	if len(in.args) > 0 {
		return errUsage{key: "cli.error.no_arguments"}
	}
	if !hasDisplay() {
		in.complain("cli.window.no_display")
		return errProblems
	}
	if !in.gallery && in.isShown() {
		return nil
	}
	// Libraries that log through package log could print anything.
	log.SetOutput(silence{in})
	app.SetMetadata(fyne.AppMetadata{ID: appID, Name: in.printer.T("app.name"), Version: version})
	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("Icon.png", assets.Icon))
	if in.gallery {
		return runGallery(in, a)
	}
	p := &program{in: in, app: a, run: run.New(), chain: systemKeychain{}}
	if err := p.start(); err != nil {
		return err
	}
	a.Run()
	return p.stop()
}

// hasDisplay reports whether there is a screen to open a window on.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// program is Athar with its window.
type program struct {
	in      *invocation
	app     fyne.App
	run     *run.Runner
	content gui.Content
	fonts   *typeset.Fonts
	store   *persistence.Store
	who     *identity
	keys    *vault.Keys // nil for data that is not protected
	sealed  sealed      // what opens backups that have other keys
	chain   keychain    // nil where none is used
	askWhy  string      // why the keychain did not open the data: key of a sentence, "" for nothing to say
	log     *os.File
	window  *gui.Window
	locked  *locked            // nil while the data is open
	failed  error              // why the data could not be opened again after it was closed
	left    *settings.Settings // what the next window is to be opened with; nil for what is kept
	first   gui.First          // what it says first
}

// start shows a window and reads meanwhile what will be in it, then fills it.
func (p *program) start() error {
	_ = p.in.findData() // what is wrong with it is said by opening it
	s := p.settings()
	p.app.Settings().SetTheme(gui.Theme(s)) // or the window changes its colour before our eyes
	var store *persistence.Store
	var failed, broken error
	wait := atOnce(
		func() { store, failed = p.openAtStart() },
		func() { p.content, broken = loadContent() },
		func() { readFonts(p.app) },
		func() { p.fonts = kit.ReadFonts() },
	)
	p.app = showEarly(p.app, fyne.NewSize(s.Width, s.Height))
	wait()
	if broken != nil {
		if store != nil {
			broken = errors.Join(broken, store.Close())
		}
		return broken
	}
	p.show(store, failed)
	p.run.After(afterStart, func() { p.run.Background(stayLean, nil) })
	return nil
}

// afterStart is when the start is over and what it read has become garbage.
const afterStart = 500 * time.Millisecond

// again opens the data once more after it could not be opened.
func (p *program) again() { p.show(p.openAtStart()) }

// show shows the opened data, or why it could not be opened and what to do.
func (p *program) show(store *persistence.Store, err error) {
	if domain.CodeOf(err) == domain.ErrLocked {
		p.showLocked(p.settings(), nil)
		return
	}
	if err != nil {
		p.showTrouble(err)
		return
	}
	who, err := newIdentity(context.Background(), store)
	if err != nil {
		p.showTrouble(errors.Join(err, store.Close()))
		return
	}
	p.store, p.who, p.keys = store, who, store.Keys()
	p.window = gui.New(p.deps())
	p.window.Show()
}

func (p *program) showTrouble(err error) {
	gui.ShowTrouble(gui.Trouble{
		App: p.app, Printer: p.printer(),
		Err: err, DataDir: p.in.data, Folders: nil,
		Reuse: p.reuse, Retry: p.again, UseFolder: p.useFolder, Read: p.read, Restore: p.restoreDamaged, Restored: p.restored, Salvage: p.salvageInto,
		Background: p.run.Background, Sealed: remains{&p.sealed, p.in.data},
	})
}

// printer speaks the language that was chosen in the window, or else that of the
// desktop, where there is no window of the data to do so.
func (p *program) printer() *i18n.Printer {
	return i18n.NewPrinter(p.content.Catalogs[cmp.Or(p.settings().Lang, p.in.lang)], i18n.Western)
}

// stop closes the data after the window.
func (p *program) stop() error {
	if p.log != nil {
		defer p.log.Close()
	}
	switch {
	case p.store != nil:
		return within(closeTime, p.store.Close)
	case p.locked != nil && p.locked.closed != nil:
		return within(closeTime, func() error { <-p.locked.closed; return nil })
	}
	return nil
}

// useFolder opens another folder, in place of the usual one also from now on. For
// a folder named on the command line, the command line remains what decides.
func (p *program) useFolder(dir string) {
	p.in.data = dir
	p.again()
	if p.store != nil {
		p.remember(dir)
	}
}

// remember makes a folder the one that the next start opens, unless the command
// line says which.
func (p *program) remember(dir string) {
	if p.in.dataAsked {
		return
	}
	if err := rememberFolder(dir); err != nil {
		p.logger().Error("remember the data folder", "err", err)
	}
}

func (p *program) deps() gui.Deps {
	work := sessionDeps(p.store, p.who, p.content.Checklist)
	work.Locked = p.store.RefuseChange()
	work.Background, work.After = p.run.Background, p.run.After
	library := newLibrary(work)
	return gui.Deps{
		App: p.app, Run: p.run, Session: work, Who: p.who, Computer: computerName(), Tables: p.store,
		Importer: importer{tables: p.store, deps: work, before: p.backUpBeforeImport}, Backups: p.backups(),
		Sealed: &p.sealed, Cleanse: p.store.FinishForgetting,
		Content: p.content, Preferences: p.store, Dictionaries: newBookshelf(p.store.Dir()), Fonts: p.fonts, SaveCopy: saveCopy,
		WriteFile: func(path string, data []byte) error {
			return persistence.FileError(path, persistence.WriteFile(path, data))
		},
		Merge: func(ctx context.Context, path string, dryRun bool, progress func(float64)) (session.Merged, error) {
			return bringIn(ctx, p.store, library, source{path, p.keysFor(path)}, session.MergeOptions{DryRun: dryRun, Progress: progress})
		},
		Sample: func(ctx context.Context, lang string) (domain.Campaign, error) {
			return keepSample(ctx, library, p.store, work, lang, "")
		},
		Settings: p.settings(), SaveSettings: p.saveSettings, SystemLang: p.in.lang, SystemRegion: systemRegion(),
		Place: p.place(), DataDir: p.store.Dir(), Version: version, First: p.sayFirst(), Log: p.logger(),
		Limits: limitsIn(p.store, p.logger()),
		Guard:  p.guard(), Checker: p.checker(), Lock: p.lock, Again: p.showAgain,
	}
}

// computerName returns what the system calls this computer, to be proposed as its
// name; "" when it does not say.
func computerName() string {
	name, err := os.Hostname()
	if err != nil {
		return ""
	}
	return name
}

const settingsFile = "settings.json"

// settings reads what the window remembers. --lang on the command line counts
// more than what was chosen before.
func (p *program) settings() settings.Settings {
	if p.left != nil {
		return *p.left
	}
	s := readSettings(p.in.data)
	if p.in.langAsked {
		s.Lang = p.in.lang
	}
	return s
}

// readSettings reads what the window of a data folder remembers.
func readSettings(folder string) settings.Settings {
	data, err := os.ReadFile(filepath.Join(folder, settingsFile))
	if err != nil {
		data = nil // the first start, or a file that cannot be read: defaults
	}
	return settings.Parse(data)
}

func (p *program) saveSettings(s settings.Settings) error {
	if p.store.Reading() != "" {
		return nil // nothing is written where the data can only be read
	}
	return persistence.WriteFile(filepath.Join(p.store.Dir(), settingsFile), s.Bytes())
}

// sayFirst returns what the window says first.
func (p *program) sayFirst() gui.First {
	first := p.first
	first.Opened = whatHappened(p.store.Dir(), p.store.OpenReport())
	return first
}

// whatHappened says what the person should know about how the data in dir was
// opened.
func whatHappened(dir string, r persistence.OpenReport) gui.Opened {
	aside := ""
	if r.Quarantine != "" {
		aside = filepath.Join(dir, r.Quarantine)
	}
	return gui.Opened{
		Rebuilt: r.Rebuilt, FromBackup: r.FromCheckpoint, LostFrom: r.LostFrom, LostTo: r.LostTo,
		Back: r.Replayed, Added: r.Completed, Torn: r.TornBytes > 0, Unfinished: r.Unfinished, Migrated: r.Migrated,
		Damaged: len(r.Problems), Aside: aside,
	}
}
