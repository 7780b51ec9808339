// Package parttest is the harness of the tests of a message's parts: a part with
// a message on show, in an open campaign, and the person before it. It is used by
// tests only, and knows what parts have in common but none of them.
package parttest

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/session"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/messages/gauge"
	"athar/gui/messages/part"
)

// Now is when the tests take place.
func Now() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }

// Desk is a part of the first message of a campaign, which it shows anew after
// every change as the editor does, and the person before it.
type Desk struct {
	*guitest.Person
	Session *session.Session
	Scroll  *kit.Scroller // what the part stands in

	part part.Part
}

// Open shows the part that build makes. What it is given to work with goes
// without what only some parts need: Who, Save, Past and Checks, which build adds.
func Open(t testing.TB, env *kit.Env, s *session.Session, build func(part.Deps) part.Part) *Desk {
	t.Helper()
	channels := guitest.Channels(t)
	d := &Desk{Person: guitest.NewPerson(t, env), Session: s, Scroll: kit.Follow(env, kit.Scroll(kit.Stack()))}
	d.part = build(part.Deps{
		Env: env, Session: s, NewID: domain.NewID, Now: Now, Report: d.Report, GoTo: d.GoTo,
		Channels: channels, Gauge: gauge.New(channels),
		Reveal: func(fyne.CanvasObject) {}, Resized: func() { d.Scroll.Content.Refresh() },
	})
	d.Scroll.Content = d.part.Content()
	t.Cleanup(s.OnChange(func(session.Event) { d.Show() }))
	d.Show()
	guitest.Show(env, d.Scroll, guitest.Width*0.7, 2*guitest.Height)
	return d
}

// Show has the part show the message as it is now.
func (d *Desk) Show() { d.part.Show(d.Session.Campaign(), d.Message()) }

// Message returns the message on show, as the campaign has it.
func (d *Desk) Message() domain.Message { return d.Session.Campaign().SortedMessages()[0] }
