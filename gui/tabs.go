package gui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/selfcheck"
	"athar/gui/audience"
	"athar/gui/ethics"
	"athar/gui/home"
	"athar/gui/kit"
	"athar/gui/metrics"
)

// The tabs. The strings are stored.
const (
	tabHome     = "home"
	tabAudience = "audience"
	tabMessages = "messages"
	tabEthics   = "ethics"
	tabMetrics  = "metrics"
)

func tabs() []string { return []string{tabHome, tabAudience, tabMessages, tabEthics, tabMetrics} }

// screen is what every tab can do.
type screen interface {
	Content() fyne.CanvasObject
	Show(domain.Place)
	Place() domain.Place
	Close()
}

// What some tabs can do.
type (
	adder    interface{ Add() }
	importer interface{ Import() }
	leaver   interface{ Leave() }
	dropper  interface{ Dropped(paths []string) }
)

// tabOf returns the tab that shows the place. What is true of the plan as a
// whole is asked where it matters, in the ethics tab.
func tabOf(p domain.Place) string {
	if p.Kind == domain.KindHeader && strings.HasPrefix(p.Field, "fact.") {
		return tabEthics
	}
	switch p.Kind {
	case domain.KindSegment:
		return tabAudience
	case domain.KindMessage, domain.KindCore, domain.KindMedia, domain.KindAlternative, domain.KindPretest,
		domain.KindComment, domain.KindClaim, domain.KindEvidence:
		return tabMessages
	case domain.KindAnswer:
		return tabEthics
	case domain.KindIndicator, domain.KindReading, domain.KindDataSet:
		return tabMetrics
	default:
		return tabHome
	}
}

func (w *Window) buildTabs() {
	w.pages, w.screens = map[string]*fyne.Container{}, map[string]screen{}
	icons := map[string]fyne.Resource{
		tabHome: fynetheme.HomeIcon(), tabAudience: fynetheme.AccountIcon(), tabMessages: fynetheme.MailComposeIcon(),
		tabEthics: fynetheme.ConfirmIcon(), tabMetrics: fynetheme.GridIcon(),
	}
	var all []kit.Tab
	for _, key := range tabs() {
		w.pages[key] = kit.Stack()
		all = append(all, kit.Tab{Key: key, Title: w.env.T("tab." + key), Icon: icons[key], Content: w.pages[key]})
	}
	w.tabs = kit.NewTabs(w.env, all, w.tabSelected)
	w.tabs.SetSelected(w.settings.Tab)
}

// selectTab goes to a tab as if the person had.
func (w *Window) selectTab(key string) {
	w.tabs.SetSelected(key)
	w.tabSelected(key)
}

func (w *Window) tabSelected(key string) {
	if s, ok := w.screens[w.settings.Tab].(leaver); ok {
		s.Leave()
	}
	w.flush()
	w.settings.Tab = key
	w.keepSettings()
	w.fillTab(key)
}

// fillTab makes a tab's screen when it is first shown.
func (w *Window) fillTab(key string) {
	if w.screens[key] != nil {
		return
	}
	page := w.pages[key]
	page.RemoveAll()
	s := w.newScreen(key)
	if s == nil {
		page.Add(w.nothingOpen())
		return
	}
	w.screens[key] = s
	// With large text a screen can be higher than the window.
	page.Add(kit.Follow(w.env, kit.Scroll(s.Content())))
}

// nothingOpen stands in the tabs of a campaign while none is open.
func (w *Window) nothingOpen() fyne.CanvasObject {
	button := kit.NewButton(w.env, kit.ButtonOptions{
		Text: w.env.T("nothing_open.button"), Kind: kit.ButtonPrimary, OnTapped: func() { w.selectTab(tabHome) },
	})
	return kit.NewEmptyState(w.env, fynetheme.FolderOpenIcon(), w.env.T("nothing_open.sentence"), button)
}

func (w *Window) newScreen(key string) screen {
	open, d := w.desk.open, w.deps
	if key == tabHome {
		return home.New(home.Deps{
			Env: w.env, Desk: w.desk, Trash: trashCan{w}, NewID: d.Session.NewID, Now: d.Session.Now, Report: w.report, GoTo: w.goTo,
			Rules:     selfcheck.Rules{Ethics: d.Content.Checklist, Channels: d.Content.Channels},
			Templates: d.Content.Templates, DataDir: d.DataDir,
			Lang: w.lang(), Welcomed: w.settings.Welcomed, SetLanguage: w.setLanguage, OpenSample: w.openSample,
			Rename: w.askRename, Duplicate: w.askDuplicate,
		})
	}
	if open == nil {
		return nil
	}
	switch key {
	case tabAudience:
		return audience.New(audience.Deps{
			Env: w.env, Session: open, NewID: d.Session.NewID, Report: w.report, GoTo: w.goTo, Channels: d.Content.Channels,
		})
	case tabMessages:
		return w.messageSections(open)
	case tabEthics:
		return ethics.New(ethics.Deps{
			Env: w.env, Session: open, Now: d.Session.Now, Report: w.report, Checklist: d.Content.Checklist,
		})
	default:
		return metrics.New(metrics.Deps{
			Env: w.env, Session: open, Run: d.Run, NewID: d.Session.NewID, Now: d.Session.Now,
			Report: w.report, Tables: d.Tables, Importer: d.Importer, Names: d.Content.Metrics,
			Folders: func() []string { return w.settings.Folders }, UsedFolder: w.usedFolder,
		})
	}
}

func (w *Window) closeScreens() {
	for _, s := range w.screens {
		s.Close()
	}
	w.screens = map[string]screen{}
}

// place returns what is selected in the tab that is shown.
func (w *Window) place() domain.Place {
	if s := w.screens[w.settings.Tab]; s != nil {
		return s.Place()
	}
	return domain.Place{}
}

// showPlace selects a record in a tab.
func (w *Window) showPlace(tab string, p domain.Place) {
	if s := w.screens[tab]; s != nil && p.Kind != 0 {
		s.Show(p)
	}
}

// goTo takes the person to a record of the open campaign.
func (w *Window) goTo(p domain.Place) {
	tab := tabOf(p)
	w.selectTab(tab)
	w.showPlace(tab, p)
}

// showBadges shows at the ethics tab how many musts are open.
func (w *Window) showBadges() {
	badge := ""
	if c, ok := w.desk.Current(); ok {
		if n := w.deps.Content.Checklist.State(c).OpenMusts; n > 0 {
			badge = w.env.Printer.Digits(strconv.Itoa(n))
		}
	}
	w.tabs.SetBadge(tabEthics, badge)
}

func (w *Window) usedFolder(dir string) {
	w.settings = w.settings.WithFolder(dir)
	w.keepSettings()
}

// dropped gives files that were dropped on the window to the tab that is
// shown, or else to the metrics tab.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) == 0 || w.env.Drop(paths) || w.env.Asking() || w.desk.open == nil {
		return
	}
	w.selectTab(tabMetrics)
	if s, ok := w.screens[tabMetrics].(dropper); ok {
		s.Dropped(paths)
	}
}
