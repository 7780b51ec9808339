package gui

import (
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/session"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/messages"
	"athar/gui/proofs"
	"athar/gui/settings"
)

// Window is the one window.
type Window struct {
	deps     Deps
	settings settings.Settings
	desk     *desk
	proofs   *proofs.Room // the checks
	window   fyne.Window

	env      *kit.Env
	commands commands
	frame    *fyne.Container
	header   *header
	tabs     *kit.Tabs
	pages    map[string]*fyne.Container // by tab; filled when first shown
	screens  map[string]screen          // by tab; those that were shown
	messages messages.View              // what was chosen to be seen of them
	status   *status
	banner   *kit.Banner
	keysHelp *kit.Dialog // nil before it was first shown
	stopSave func()
	// stopPurge ends what a start removes from the trash; nil when that is nothing.
	stopPurge func()

	saving   saving
	saves    *settingsSaver
	safety   *safety
	checkup  *checkup
	quitting quitting
	locking  locking
	held     bool // the data is closed; there is nothing to be done here

	standing  Standing        // what is said all the time
	notice    *fyne.Container // where that is
	stopWatch func()
	gone      bool // nobody looks after the folder any more

	ours channel.Catalog // the channels as Athar came with them

	// after is that of the Runner.
	after func(d time.Duration, f func()) (stop func())
}

// New makes the window. Nothing is read or shown before Show.
func New(d Deps) *Window {
	w := &Window{deps: d, settings: d.Settings, after: d.Run.After, standing: d.Place.Standing}
	if w.settings.Tab == "" {
		w.settings.Tab = tabHome
	}
	w.ours = d.Content.Channels
	w.useLimits(d.Limits.Kept)
	w.saves = &settingsSaver{run: d.Run, write: func(s settings.Settings) {
		if err := d.SaveSettings(s); err != nil {
			d.Log.Error("save settings", "code", domain.CodeOf(err))
		}
	}}
	w.safety = newSafety(w)
	w.checkup = &checkup{window: w}
	w.desk = newDesk(d.Run, d.Session)
	w.desk.onOpen = w.campaignOpened
	w.proofs = proofs.New(proofs.Deps{
		Background: d.Run.Background, Preferences: d.Preferences, Dictionaries: d.Dictionaries, Packs: d.Content.Wording,
		Channels: w.deps.Content.Channels, Regions: w.regions, Report: w.report,
	})
	w.desk.onList = w.listChanged
	w.window = d.App.NewWindow(d.App.Metadata().Name)
	w.window.SetPadded(false)
	w.window.SetMaster()
	w.window.SetCloseIntercept(w.quit)
	w.window.SetOnDropped(w.dropped)
	d.App.Lifecycle().SetOnExitedForeground(w.flush)
	return w
}

// Show fills the window, shows it and reads the list of campaigns and the one
// that was open last.
func (w *Window) Show() {
	w.applyLook()
	w.build()
	w.window.Resize(fyne.NewSize(w.settings.Width, w.settings.Height))
	w.window.SetFullScreen(w.settings.Full)
	w.window.Show()
	w.safety.begin()
	w.checkup.begin()
	w.watch()
	w.watchIdle()
	w.desk.Load(func(err error) {
		w.report(err)
		w.sayFirst()
		w.reopen() // first: what keeps settings forgets where the person was
		w.purge()
		w.offerNames()
	})
}

// sayFirst says what is to be said before anything else.
func (w *Window) sayFirst() {
	first := w.deps.First
	if first.Notice != "" {
		w.banner.Tell(kit.ToneInfo, w.env.T(first.Notice))
	} else {
		w.sayOpened(first.Opened)
	}
	w.report(first.Problem)
	w.tellCopies(first.Protection)
	if first.Code != "" {
		w.showCode(first.Code, func() { w.showCopies(first.Protection) })
	}
}

// Fyne returns the toolkit's window, for tests.
func (w *Window) Fyne() fyne.Window { return w.window }

// reopen opens the campaign that was open when the window was last closed.
func (w *Window) reopen() {
	id, place, tab := w.settings.Campaign, w.settings.Place, w.settings.Tab
	if id == domain.NoID || !w.listed(id) {
		w.selectTab(tabHome)
		return
	}
	w.desk.Open(id, func(err error) {
		if err != nil {
			w.report(err)
			w.selectTab(tabHome)
			return
		}
		w.selectTab(tab)
		w.showPlace(tab, place)
	})
}

func (w *Window) listed(id domain.ID) bool {
	for _, s := range w.desk.List() {
		if s.ID == id && !s.InTrash() {
			return true
		}
	}
	return false
}

// lang returns the language shown: the chosen one, else the desktop's.
func (w *Window) lang() string {
	if w.settings.Lang != "" {
		return w.settings.Lang
	}
	return w.deps.SystemLang
}

// build makes the window's whole content from the state.
func (w *Window) build() {
	printer := i18n.NewPrinter(w.deps.Content.Catalogs[w.lang()], i18n.Digits(w.settings.Digits)).In(w.region())
	w.useFyneWords()
	w.env = &kit.Env{
		Printer: printer, Window: w.window, Shortcut: w.shortcut, Hint: w.hint, After: w.deps.Run.After, Fonts: w.deps.Fonts,
		Background: w.deps.Run.Background, Directions: w, Break: w.breakStep, Locked: w.deps.Place.Standing.Locked,
		Noticed: w.somebodyIsThere, Clipping: &w.locking.clipping,
		Hijri: w.settings.ShowsHijri(w.lang()),
	}
	w.commands = newCommands(w.lock(w.actions()), w.coveredReason)
	w.header = newHeader(w)
	w.status = newStatus(w.env)
	w.safety.show()
	w.showGuarded()
	w.banner = kit.NewBanner(w.env)
	w.buildTabs()
	w.notice = kit.ColumnTight()
	top := kit.ColumnTight(kit.NewMenuBar(w.env, w.menus()), w.notice, w.header.content)
	w.frame = newFrame(top, w.tabs, w.status.content, w.banner)
	w.banner.OnResized = w.frame.Refresh
	w.showStanding()
	w.window.SetContent(kit.Stack(kit.NewWatch(w.env), w.frame, kit.NewNotes(w.env)))
	w.window.SetTitle(w.title())
	w.window.Canvas().SetOnTypedKey(w.env.Pass)
	w.addShortcuts()
	w.showSession()
	w.fillTab(w.settings.Tab)
}

// rebuild makes the content again after a change of language or look and
// returns to where the person was. What is open over the window is closed by the
// person first.
func (w *Window) rebuild() { w.env.WhenUncovered(w.makeAnew) }

func (w *Window) makeAnew() {
	tab, place := w.settings.Tab, w.place()
	atKeyboard := w.window.Canvas().Focused() != nil
	w.closeScreens()
	w.build()
	w.showPlace(tab, place)
	if atKeyboard && w.window.Canvas().Focused() == nil {
		w.window.Canvas().FocusNext() // what had the keyboard is gone: from the beginning
	}
}

// campaignOpened shows another campaign.
func (w *Window) campaignOpened(s *session.Session) {
	if w.stopSave != nil {
		w.stopSave()
		w.stopSave = nil
	}
	w.settings.Campaign = domain.NoID
	if s != nil {
		w.settings.Campaign = s.Campaign().ID()
		w.stopSave = s.OnSave(w.saveStateChanged)
	}
	w.keepSettings()
	w.closeScreens()
	for _, page := range w.pages {
		page.RemoveAll()
	}
	w.fillTab(w.settings.Tab)
	w.showSession()
	w.tabs.FocusIfLost()
}

// listChanged is called after every edit and whenever the list was read.
func (w *Window) listChanged() {
	if s, ok := w.screens[tabHome].(interface{ ListChanged() }); ok {
		s.ListChanged()
	}
	w.showSession()
}

// showSession shows in header and title what is open and how it is saved.
func (w *Window) showSession() {
	w.showHeader()
	w.window.SetTitle(w.title())
	w.showBadges()
}

// showHeader shows what is open and how it is saved. Other words can ask for
// another count of lines.
func (w *Window) showHeader() {
	before := w.frame.Objects[frameHeader].MinSize()
	w.header.show(w.desk.open)
	if w.frame.Objects[frameHeader].MinSize() != before {
		w.frame.Refresh()
	}
}

func (w *Window) title() string {
	if c, ok := w.desk.Current(); ok {
		return w.env.T("window.title", "campaign", c.Header.Title)
	}
	return w.env.T("app.name")
}

// shortcut is what text fields offer the shortcuts to that they do not use. A
// command must find what was typed, although the caret stays in the field.
func (w *Window) shortcut(s fyne.Shortcut) bool {
	w.env.Settle()
	return w.commands.run(s)
}

func (w *Window) addShortcuts() {
	for _, a := range w.commands.byKey {
		if a.shortcut != nil {
			w.window.Canvas().AddShortcut(a.shortcut, func(s fyne.Shortcut) { w.shortcut(s) })
		}
	}
}

func (w *Window) removeShortcuts() {
	for _, a := range w.commands.byKey {
		if a.shortcut != nil {
			w.window.Canvas().RemoveShortcut(a.shortcut)
		}
	}
}

// report shows what went wrong; nil and a cancelled action are nothing.
func (w *Window) report(err error) {
	if err == nil || domain.CodeOf(err) == domain.ErrCancelled || w.refused(err) {
		return
	}
	w.deps.Log.Error("shown to the person", "code", domain.CodeOf(err))
	w.banner.Tell(kit.ToneDanger, w.env.Printer.Error(err))
}

// say shows a sentence in the status line.
func (w *Window) say(sentence string) { w.status.say(sentence) }

func (w *Window) hint(sentence string) { w.status.hint(sentence) }
