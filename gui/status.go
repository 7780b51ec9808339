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
	guard   *kit.Button
	protect func() // what the button does
	said    string
}

func newStatus(env *kit.Env) *status {
	s := &status{label: kit.NewLabel(env, "", kit.StyleCaption), backup: kit.NewLabel(env, "", kit.StyleCaption)}
	s.said = env.T("status.offline")
	s.label.SetText(s.said)
	s.guard = kit.NewButton(env, kit.ButtonOptions{Text: " ", Kind: kit.ButtonQuiet, OnTapped: func() { s.protect() }})
	s.content = kit.PadSides(12, 0, kit.Border(env, nil, nil, nil, kit.Row(env, s.backup, s.guard), s.label))
	return s
}

// guarded says whether the data is protected; the hint says what that means, and
// a press does something about it.
func (s *status) guarded(text, hint string, press func()) {
	s.guard.SetText(text)
	s.guard.SetHint(hint)
	s.protect = press
	s.content.Refresh()
}

func (s *status) say(sentence string) {
	s.said = sentence
	s.label.SetText(sentence)
}

// safe says how safe the data is.
func (s *status) safe(sentence string) {
	s.backup.SetText(sentence)
	s.content.Refresh()
}

func (s *status) hint(sentence string) {
	if sentence == "" {
		sentence = s.said
	}
	s.label.SetText(sentence)
}
