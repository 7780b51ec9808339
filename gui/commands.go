package gui

import (
	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/settings"
)

// actions returns every command of the window.
func (w *Window) actions() []action {
	all := append(w.fileActions(), w.lockActions()...)
	all = append(all, w.editActions()...)
	all = append(all, w.viewActions()...)
	return append(all, w.helpActions()...)
}

func (w *Window) fileActions() []action {
	return []action{
		{key: "new", shortcut: ctrl(fyne.KeyN), do: w.newCampaign},
		{key: "open", shortcut: ctrl(fyne.KeyO), do: func() { w.selectTab(tabHome) }},
		{key: "save", shortcut: ctrl(fyne.KeyS), do: w.saveNow, disabled: w.needsCampaign},
		{key: "save_copy", do: w.saveCopy, disabled: w.needsCampaign},
		{key: "import", shortcut: ctrl(fyne.KeyI), do: w.importMetrics, disabled: w.needsCampaign},
		{key: "backup", do: w.backUp},
		{key: "backup_copy", do: w.copyBackup},
		{key: "bring", do: w.chooseSource},
		{key: "restore", do: w.chooseBackup},
		{key: "revert", do: w.revert, disabled: w.revertReason},
		{key: "close", shortcut: ctrl(fyne.KeyW), do: w.closeCampaign, disabled: w.needsCampaign},
		{key: "quit", shortcut: ctrl(fyne.KeyQ), do: w.quit, anywhere: true},
	}
}

func (w *Window) editActions() []action {
	return []action{
		{key: "undo", shortcut: &fyne.ShortcutUndo{}, do: w.undo, disabled: w.undoReason},
		{key: "redo", shortcut: &fyne.ShortcutRedo{}, do: w.redo, disabled: w.redoReason},
		{key: "find", shortcut: ctrl(fyne.KeyF), do: w.find},
		{key: "history", shortcut: ctrl(fyne.KeyH), do: w.showHistory, disabled: w.needsCampaign},
		{key: "record_history", shortcut: ctrlShift(fyne.KeyH), do: w.showRecordHistory, disabled: w.recordHistoryReason},
		{key: "rename", shortcut: ctrl(fyne.KeyR), do: w.renameCampaign, disabled: w.needsCampaign},
		{key: "duplicate", shortcut: ctrl(fyne.KeyD), do: w.duplicateCampaign, disabled: w.needsCampaign},
		{key: "archive", do: w.archiveCampaign, disabled: w.needsCampaign},
		{key: "trash", do: w.trashCampaign, disabled: w.needsCampaign},
		{key: "add", shortcut: ctrlShift(fyne.KeyN), do: w.addRecord, disabled: w.addReason},
		{key: "contradictions", do: w.showContradictions, disabled: w.needsCampaign},
		{key: "removed", do: w.showRemoved, disabled: w.needsCampaign},
		{key: "people", do: w.showPeople},
	}
}

func (w *Window) viewActions() []action {
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5}
	var all []action
	for i, tab := range tabs() {
		all = append(all, action{
			key: "tab." + tab, shortcut: ctrl(keys[i]), do: func() { w.selectTab(tab) },
			checked: func() bool { return w.settings.Tab == tab },
		})
	}
	for _, look := range settings.Looks() {
		all = append(all, action{
			key: "look." + string(look), do: func() { w.setLook(look) },
			checked: func() bool { return w.settings.Look == look },
		})
	}
	return append(all,
		action{key: "bigger", shortcut: ctrl(fyne.KeyEqual), do: func() { w.scaleBy(+1) }, disabled: w.biggerReason, anywhere: true},
		action{key: "smaller", shortcut: ctrl(fyne.KeyMinus), do: func() { w.scaleBy(-1) }, disabled: w.smallerReason, anywhere: true},
		action{key: "normal_size", shortcut: ctrl(fyne.Key0), do: w.scaleReset, anywhere: true},
		action{key: "appearance", do: w.showAppearance},
		action{key: "language", shortcut: ctrl(fyne.KeyL), do: w.otherLanguage},
		action{
			key: "arabic_digits", do: w.otherDigits,
			checked: func() bool { return w.settings.Digits == "arabic_indic" },
		},
		action{key: "dates", do: w.showDates},
		action{key: "limits", do: w.showLimits},
		action{key: "checks", do: w.showChecks},
		action{
			key: "full_screen", shortcut: ctrlShift(fyne.KeyF), do: w.otherFullScreen,
			checked: func() bool { return w.settings.Full }, anywhere: true,
		},
	)
}

func (w *Window) helpActions() []action {
	return []action{
		{key: "shortcuts", shortcut: ctrl(fyne.KeyK), do: w.showShortcuts, anywhere: true},
		{key: "data", do: w.showData},
		{key: "about", do: w.showAbout},
	}
}

// menus returns the menu bar.
func (w *Window) menus() []kit.Menu {
	menu := func(title string, keys ...string) kit.Menu {
		return kit.Menu{Label: title, Items: func() []kit.MenuItem { return w.commands.items(w.env, keys...) }}
	}
	return []kit.Menu{
		{Label: w.env.T("menu.file"), Items: w.fileItems},
		{Label: w.env.T("menu.edit"), Items: w.editItems},
		menu(w.env.T("menu.view"), "tab.home", "tab.audience", "tab.messages", "tab.ethics", "tab.metrics", "-",
			"look.system", "look.light", "look.dark", "look.contrast", "-",
			"bigger", "smaller", "normal_size", "appearance", "-", "language", "arabic_digits", "dates", "limits", "checks", "full_screen"),
		menu(w.env.T("menu.help"), "shortcuts", "data", "about"),
	}
}

// editItems returns the Edit menu, which says who works here.
func (w *Window) editItems() []kit.MenuItem {
	items := w.commands.items(w.env, "undo", "redo", "-", "find", "history", "record_history", "contradictions", "removed", "-",
		"add", "rename", "duplicate", "archive", "trash", "-", "people")
	if name := w.deps.Who.Current().Author; name != "" {
		items[len(items)-1].Label = w.env.T("people.menu", "name", i18n.Isolate(name))
	}
	return items
}

// Reasons why a command cannot be given now.

// coveredReason is that of most commands: they would change unseen what is behind
// a dialog, or open another one over it.
func (w *Window) coveredReason() string {
	if w.env.Asking() {
		return w.env.T("reason.dialog")
	}
	return ""
}

func (w *Window) needsCampaign() string {
	if w.desk.open == nil {
		return w.env.T("reason.no_campaign")
	}
	return ""
}

func (w *Window) undoReason() string {
	if w.desk.open != nil {
		if _, ok := w.desk.open.UndoLabel(); ok {
			return ""
		}
	}
	return w.env.T("reason.nothing_to_undo")
}

func (w *Window) redoReason() string {
	if w.desk.open != nil {
		if _, ok := w.desk.open.RedoLabel(); ok {
			return ""
		}
	}
	return w.env.T("reason.nothing_to_redo")
}

// undoHint names what undo would take back.
func (w *Window) undoHint() string {
	if w.desk.open == nil {
		return ""
	}
	label, ok := w.desk.open.UndoLabel()
	if !ok {
		return ""
	}
	return w.env.T("header.undo_named", "what", w.env.T(label))
}

// redoHint names what redo would do again.
func (w *Window) redoHint() string {
	if w.desk.open == nil {
		return ""
	}
	label, ok := w.desk.open.RedoLabel()
	if !ok {
		return ""
	}
	return w.env.T("header.redo_named", "what", w.env.T(label))
}

func (w *Window) biggerReason() string {
	if w.settings.Scale >= settings.MaxScale {
		return w.env.T("reason.biggest")
	}
	return ""
}

func (w *Window) smallerReason() string {
	if w.settings.Scale <= settings.MinScale {
		return w.env.T("reason.smallest")
	}
	return ""
}

func (w *Window) addReason() string {
	if reason := w.needsCampaign(); reason != "" {
		return reason
	}
	if _, ok := w.screen().(adder); !ok {
		return w.env.T("reason.nothing_to_add")
	}
	return ""
}

// What the commands do.

func (w *Window) addRecord() {
	if s, ok := w.screen().(adder); ok {
		s.Add()
	}
}

func (w *Window) importMetrics() {
	w.selectTab(tabMetrics)
	if s, ok := w.screens[tabMetrics].(importer); ok {
		s.Import()
	}
}

func (w *Window) saveNow() {
	w.desk.open.Flush(func(err error) {
		if err == nil {
			w.say(w.env.T("save.done"))
		}
	})
}

func (w *Window) closeCampaign() {
	w.desk.CloseCampaign(func(err error) {
		w.report(err)
		if err == nil {
			w.selectTab(tabHome)
		}
	})
}

func (w *Window) archiveCampaign() {
	w.report(w.desk.open.Apply(domain.SetStage{Stage: domain.StageArchived}))
}

func (w *Window) trashCampaign() {
	id, now := w.desk.open.Campaign().ID(), w.deps.Session.Now()
	if err := w.desk.open.Apply(domain.Trash{At: now}); err != nil {
		w.report(err)
		return
	}
	w.desk.CloseCampaign(func(err error) {
		w.report(err)
		w.selectTab(tabHome)
		w.banner.Tell(kit.ToneInfo, w.env.T("trash.moved"), kit.BannerAction{
			Label: w.env.T("trash.undo"),
			Do:    func() { w.desk.Apply(id, domain.Restore{}, func(err error) { w.report(err); w.banner.Hide() }) },
		})
	})
}
