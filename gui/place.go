package gui

import (
	"time"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// Place is the folder the data lies in, as far as a person has to mind it.
type Place struct {
	// Standing is what has to be said of it all the time.
	Standing Standing
	// Folders are proposed for copies of a backup: a stick, or a folder that a
	// service copies. Those are no places for the data itself.
	Folders []string
	// Move opens the data in another folder in place of this, for good, and
	// shows the window anew. It tells what keeps it from that. Nil where the
	// folder cannot be changed.
	Move func(dir string, failed func(error))
	// Look looks after the folder and tells how it stands. It may wait for the
	// disk, so it runs in the background. Nil for never.
	Look func() Sign
}

// Standing is a sentence that stays in the window while it is so.
type Standing struct {
	Key     string // of the catalog; "" for nothing
	Service string // the brand that the sentence names; "" for none
	Room    int64  // bytes that the sentence asks for; 0 for none
	// Locked says that nothing can be changed. The catalog has "<Key>.short" as
	// well: why, in one line.
	Locked bool
	// Grave says that work is in danger.
	Grave bool
}

// Sign is what a look at the folder found.
type Sign struct {
	Standing Standing
	Show     bool // somebody started Athar once more: the window is what they want
}

// lookEvery is how often the folder is looked at. Whoever starts Athar a second
// time waits half of that for the window.
const lookEvery = time.Second

// watch looks at the folder from time to time while the window is there.
func (w *Window) watch() {
	if w.deps.Place.Look == nil {
		return
	}
	w.stopWatch = w.after(lookEvery, func() {
		var sign Sign
		w.deps.Run.Background(func() { sign = w.deps.Place.Look() }, func() {
			if w.gone {
				return
			}
			w.signed(sign)
			w.watch()
		})
	})
}

// unwatch looks at the folder no more.
func (w *Window) unwatch() {
	w.checkup.end()
	w.gone = true
	if w.stopWatch != nil {
		w.stopWatch()
	}
}

// Retire ends what the window does by itself, before another takes its place.
func (w *Window) Retire() {
	w.unwatch()
	w.safety.end()
	w.endPurge()
	w.closeScreens()
}

// signed shows what a look found.
func (w *Window) signed(s Sign) {
	if s.Show {
		w.window.Show()
		w.window.RequestFocus()
	}
	if s.Standing != w.standing {
		w.standing = s.Standing
		w.showStanding()
	}
}

// showStanding puts the sentence that stays into the window, or takes it away.
func (w *Window) showStanding() {
	w.notice.RemoveAll()
	if s := w.standing; s.Key != "" {
		tone := kit.ToneWarning
		if s.Grave {
			tone = kit.ToneDanger
		}
		w.notice.Add(kit.NewNotice(w.env, tone, w.standingText(s.Key), w.standingActions()...))
	}
	w.frame.Refresh()
}

func (w *Window) standingText(key string) string {
	what := i18n.Island(w.standing.Service)
	if w.standing.Room > 0 {
		what = w.env.Printer.Bytes(w.standing.Room)
	}
	return w.env.T(key, "what", what)
}

// standingActions are the ways on.
func (w *Window) standingActions() []kit.BannerAction {
	if w.standing.Grave {
		if w.desk.open == nil {
			return nil
		}
		return []kit.BannerAction{{Label: w.env.T("action.save_copy"), Do: w.saveCopy}}
	}
	actions := []kit.BannerAction{{Label: w.env.T("place.copy"), Do: w.copyBackup}}
	if w.standing.Locked && w.deps.Place.Move != nil {
		actions = append(actions, kit.BannerAction{Label: w.env.T("trouble.folder"), Do: w.chooseFolder})
	}
	return actions
}

// chooseFolder asks for another folder for the data.
func (w *Window) chooseFolder() {
	kit.ChooseFiles(w.env, kit.ChooserOptions{
		Title: w.env.T("trouble.folder_title"), Folder: true,
		OnChosen: func(paths []string) { w.deps.Place.Move(paths[0], w.report) },
	})
}

// lockedReason says in one line why nothing can be changed, "" when it can.
func (w *Window) lockedReason() string {
	if !w.deps.Place.Standing.Locked {
		return ""
	}
	return w.standingText(w.standing.Key + ".short")
}

// changing are the commands that change something.
var changing = map[string]bool{
	"new": true, "import": true, "backup": true, "restore": true, "revert": true, "undo": true, "redo": true,
	"rename": true, "duplicate": true, "archive": true, "trash": true, "add": true,
	"people": true, "protect": true, "protection": true,
}

// lock gives the commands that change something the reason why they cannot be
// given.
func (w *Window) lock(all []action) []action {
	for i, a := range all {
		if changing[a.key] {
			all[i].disabled = func() string {
				if reason := w.lockedReason(); reason != "" {
					return reason
				}
				return a.reason()
			}
		}
	}
	return all
}

// refused reports whether an error only says that nothing can be changed here,
// and says so. What was chosen in vain is shown as it still is.
func (w *Window) refused(err error) bool {
	if domain.CodeOf(err) != domain.ErrReadOnly || !w.standing.Locked {
		return false
	}
	w.showAsItIs()
	w.banner.Tell(kit.ToneWarning, w.env.T("place.refused", "reason", w.lockedReason()))
	return true
}

// showAsItIs makes the screens again.
func (w *Window) showAsItIs() {
	tab, place := w.settings.Tab, w.place()
	w.closeScreens()
	for _, page := range w.pages {
		page.RemoveAll()
	}
	w.fillTab(tab)
	w.showPlace(tab, place)
	w.showHeader()
}
