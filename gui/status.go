package gui

import (
	"cmp"

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
	pointed string // what is said of what is pointed at, "" for nothing
	under   string // what goes on beside the work and how far it is, "" for nothing
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
	s.show()
}

// doing says what goes on beside the work, until done is called.
func (s *status) doing(sentence string) {
	s.under = sentence
	s.show()
}

func (s *status) done() { s.doing("") }

// safe says how safe the data is.
func (s *status) safe(sentence string) {
	s.backup.SetText(sentence)
	s.content.Refresh()
}

func (s *status) hint(sentence string) {
	s.pointed = sentence
	s.show()
}

func (s *status) show() { s.label.SetText(cmp.Or(s.pointed, s.under, s.said)) }
