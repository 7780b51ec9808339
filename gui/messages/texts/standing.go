package texts

import (
	"slices"

	"fyne.io/fyne/v2"

	"athar/gui/kit"
)

// standing says under a core text what it was translated from, and what has changed
// there since.
type standing struct {
	env     *kit.Env
	content *fyne.Container
	told    *kit.Paragraph
	since   *fyne.Container // how the source has changed
	confirm fyne.CanvasObject
	shown   tongue
}

func newStanding(env *kit.Env, onConfirm func()) *standing {
	s := &standing{env: env, told: kit.NewParagraph(env, "", kit.StyleCaption), since: kit.ColumnTight()}
	s.confirm = kit.Row(env, kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("texts.confirm"), Hint: env.T("texts.confirm_hint"), OnTapped: onConfirm,
	}))
	s.content = kit.ColumnTight(s.told, s.since, s.confirm)
	s.content.Hide()
	return s
}

// show reports whether it may need another height. A language that is not behind is
// told in one quiet line.
func (s *standing) show(t tongue) (resized bool) {
	if t.Standing == s.shown.Standing && t.Stale == s.shown.Stale && slices.Equal(t.Since, s.shown.Since) {
		return false
	}
	s.shown = t
	s.told.SetText(t.Standing)
	s.told.SetStyle(kit.StyleCaption)
	s.since.RemoveAll()
	if t.Stale {
		s.told.SetStyle(kit.StyleWarning)
		s.since.Add(kit.NewRevision(s.env, t.Since...))
	}
	kit.SetVisible(s.content, t.Standing != "")
	kit.SetVisible(s.since, t.Stale)
	kit.SetVisible(s.confirm, t.Stale)
	s.content.Refresh()
	return true
}
