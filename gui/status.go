package gui

import (
	"fyne.io/fyne/v2"

	"athar/gui/kit"
)

// status is the line at the bottom: what was done last or, while something is
// pointed at, what it does or why it is disabled. It never changes its height.
type status struct {
	content fyne.CanvasObject
	label   *kit.Label
	backup  *kit.Label // how safe the data is
	said    string
}

func newStatus(env *kit.Env) *status {
	s := &status{label: kit.NewLabel(env, "", kit.StyleCaption), backup: kit.NewLabel(env, "", kit.StyleCaption)}
	s.said = env.T("status.offline")
	s.label.SetText(s.said)
	s.content = kit.PadSides(12, 4, kit.Row(env, s.label, kit.Spacer(), s.backup))
	return s
}

func (s *status) say(sentence string) {
	s.said = sentence
	s.label.SetText(sentence)
}

// safe says how safe the data is.
func (s *status) safe(sentence string) { s.backup.SetText(sentence) }

func (s *status) hint(sentence string) {
	if sentence == "" {
		sentence = s.said
	}
	s.label.SetText(sentence)
}
