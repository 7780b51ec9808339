package core

import (
	"testing"
	"time"

	"athar/domain"
	"athar/domain/paper"
	"athar/domain/session"
	"athar/gui/guitest"
	"athar/gui/kit"
)

// now is when everything happens.
var now = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// desk is the screen on an open campaign, with the person before it.
type desk struct {
	*guitest.Person
	session *session.Session
	screen  *Screen
	saved   []paper.File
}

func open(t testing.TB, env *kit.Env, c domain.Campaign) *desk {
	t.Helper()
	d := &desk{Person: guitest.NewPerson(t, env), session: guitest.Session(c, now)}
	d.screen = New(Deps{
		Env: env, Session: d.session, NewID: domain.NewID, Now: func() time.Time { return now }, Report: d.Report, GoTo: d.GoTo,
		Save: func(f paper.File) { d.saved = append(d.saved, f) }, Frameworks: guitest.Frameworks(t),
	})
	t.Cleanup(d.screen.Close)
	guitest.Show(env, d.screen.Content(), guitest.Width, guitest.Height)
	return d
}

// core is the core message of the open campaign.
func (d *desk) core() domain.Core { return d.session.Campaign().Core() }

// enter puts the caret into a field and types.
func (d *desk) enter(field, lang, text string) {
	d.Helper()
	d.screen.Show(domain.Place{Kind: domain.KindCore, Field: "field." + field + "." + lang})
	d.Write(text)
}

// with is a campaign with a core message.
func with(framework string, texts map[string]domain.Text) domain.Campaign {
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID(), Title: "Clean water in Wadi Noor"}}
	k := c.Core()
	k.Framework = framework
	for field, t := range texts {
		k = k.WithField(field, t)
	}
	c.Cores = []domain.Core{k}
	return c
}
