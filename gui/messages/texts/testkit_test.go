package texts

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

// desk is the part with a message on show, and the person before it.
type desk struct {
	*guitest.Person
	session *session.Session
	part    *Texts
}

func open(t testing.TB, env *kit.Env, c domain.Campaign) *desk {
	t.Helper()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	d := &desk{Person: guitest.NewPerson(t, env), session: guitest.Session(c, now)}
	scroll := kit.Follow(env, kit.Scroll(kit.Stack()))
	d.part = New(part.Deps{
		Env: env, Session: d.session, NewID: domain.NewID, Now: func() time.Time { return now }, Report: d.Report, GoTo: d.GoTo,
		Channels: guitest.Channels(t), Gauge: gauge.New(guitest.Channels(t)),
		Reveal: func(fyne.CanvasObject) {}, Resized: func() { scroll.Content.Refresh() },
	})
	scroll.Content = d.part.Content()
	t.Cleanup(d.session.OnChange(func(session.Event) { d.show() }))
	d.show()
	guitest.Show(env, scroll, guitest.Width*0.7, guitest.Height)
	return d
}

func (d *desk) show() { d.part.Show(d.session.Campaign(), d.message()) }

// message returns the message on show, as the campaign has it.
func (d *desk) message() domain.Message { return d.session.Campaign().SortedMessages()[0] }

func campaign() domain.Campaign {
	return domain.Campaign{
		Header: domain.Header{ID: domain.NewID()},
		Messages: []domain.Message{{
			ID: domain.NewID(), Order: "U", Title: "Test your well", Status: domain.MessageDraft,
			Core: domain.Text{
				Ar: "افحصوا مياه البئر قبل الشرب: الفحص مجاني ويستغرق 10 دقائق (Clean Water).",
				En: "Test your well before you drink: it’s free and takes 10 minutes.",
			},
			Action: domain.Text{Ar: "احجزوا موعدًا عبر WhatsApp", En: "Book a date on WhatsApp"},
		}},
	}
}
