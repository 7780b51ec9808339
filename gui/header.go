package gui

import (
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/session"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// header is the line above the tabs: which campaign is open, how far it is,
// whether it is saved, and the commands used all the time.
type header struct {
	w       *Window
	content fyne.CanvasObject
	state   *fyne.Container // stage and saving: hidden while nothing is open
	title   *kit.Label
	stage   *kit.Select
	save    *kit.Label
	torn    *kit.Button // leads to the contradictions; hidden while there are none
	undo    *kit.Button
	redo    *kit.Button
}

func newHeader(w *Window) *header {
	env := w.env
	h := &header{w: w}
	h.title = kit.NewLabel(env, "", kit.StyleHeading)
	h.save = kit.NewLabel(env, "", kit.StyleMuted)
	h.torn = kit.NewButton(env, kit.ButtonOptions{
		Icon: fynetheme.WarningIcon(), Hint: env.T("header.contradictions_hint"), OnTapped: w.showContradictions,
	})
	h.torn.Hide()
	h.stage = kit.NewSelect(env, stageOptions(env), h.stageChosen)
	h.undo = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("header.undo"), Icon: undoIcon(env), Kind: kit.ButtonQuiet, OnTapped: func() { w.undo() },
	})
	h.redo = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("header.redo"), Icon: redoIcon(env), Kind: kit.ButtonQuiet, OnTapped: func() { w.redo() },
	})
	search := kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("header.search"), Icon: fynetheme.SearchIcon(), Kind: kit.ButtonQuiet, OnTapped: w.find,
	})
	language := kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("header.other_language"), Kind: kit.ButtonPlain, Hint: env.T("header.language_hint"), OnTapped: w.otherLanguage,
	})
	h.state = kit.Row(env, h.stage, h.save, h.torn)
	campaign := kit.Border(env, nil, nil, nil, h.state, h.title)
	h.content = kit.PadSides(12, 4, kit.EndsShort(env, campaign, kit.Row(env, h.undo, h.redo, search, language)))
	return h
}

func stageOptions(env *kit.Env) []kit.Option {
	var options []kit.Option
	for _, s := range domain.Stages() {
		options = append(options, kit.Option{Value: string(s), Label: env.T("stage." + string(s))})
	}
	return options
}

// undoIcon returns the arrow that points back in the reading direction.
func undoIcon(env *kit.Env) fyne.Resource {
	if env.RTL() {
		return fynetheme.ContentRedoIcon()
	}
	return fynetheme.ContentUndoIcon()
}

func redoIcon(env *kit.Env) fyne.Resource {
	if env.RTL() {
		return fynetheme.ContentUndoIcon()
	}
	return fynetheme.ContentRedoIcon()
}

func (h *header) stageChosen(stage string) {
	if h.w.desk.open != nil {
		h.w.report(h.w.desk.open.Apply(domain.SetStage{Stage: domain.Stage(stage)}))
	}
}

// show shows the session; nil shows that nothing is open.
func (h *header) show(s *session.Session) {
	env := h.w.env
	if s == nil {
		h.title.SetText(env.T("header.no_campaign"))
		h.state.Hide()
	} else {
		c := s.Campaign()
		h.title.SetText(c.Header.Title)
		h.state.Show()
		h.stage.SetValue(string(c.Header.Stage))
		text, style := saveText(env.Printer, s.SaveState(), h.w.saving.slow, h.w.deps.Session.Now())
		h.save.SetStyle(style)
		h.save.SetText(text)
	}
	n := h.w.contradictions()
	h.torn.SetText(env.Printer.N("conflicts.count", n))
	kit.SetVisible(h.torn, n > 0)
	h.showStep(h.undo, h.w.undoReason(), h.w.undoHint())
	h.showStep(h.redo, h.w.redoReason(), h.w.redoHint())
	h.content.Refresh()
}

// showStep shows whether there is a step, and names it.
func (h *header) showStep(b *kit.Button, reason, hint string) {
	if reason == "" {
		b.Enable()
		b.SetHint(hint)
	} else {
		b.Disable(reason)
	}
}

// saveText says whether everything is saved.
func saveText(p *i18n.Printer, s session.SaveState, slow bool, now time.Time) (string, kit.Style) {
	switch s.Phase {
	case session.Failed:
		return p.T("save.failed", "reason", saveReason(p, s.Err)), kit.StyleDanger
	case session.Dirty, session.Saving:
		if slow {
			return p.T("save.slow"), kit.StyleDanger
		}
		return p.T("save.saving"), kit.StyleMuted
	}
	if s.At.IsZero() {
		return p.T("save.saved"), kit.StyleMuted
	}
	if s.At.Format(time.DateOnly) != now.Format(time.DateOnly) {
		return p.T("save.saved_on", "date", p.Date(s.At)), kit.StyleMuted
	}
	return p.T("save.saved_at", "time", p.Clock(s.At)), kit.StyleMuted
}

// saveReason says in two or three words why saving failed; the banner says the
// rest.
func saveReason(p *i18n.Printer, err error) string {
	switch domain.CodeOf(err) {
	case domain.ErrDiskFull:
		return p.T("save.reason.disk_full")
	case domain.ErrReadOnly:
		return p.T("save.reason.read_only")
	case domain.ErrFolderGone:
		return p.T("save.reason.folder_gone")
	default:
		return p.T("save.reason.other")
	}
}
