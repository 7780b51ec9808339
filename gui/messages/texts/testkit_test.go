package texts

import (
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/messages/part"
	"athar/gui/messages/parttest"
)

// desk is the part with a message on show, and the person before it.
type desk struct {
	*parttest.Desk
	part *Texts
}

func open(t testing.TB, env *kit.Env, c domain.Campaign) *desk {
	t.Helper()
	d := &desk{}
	d.Desk = parttest.Open(t, env, guitest.Session(c, parttest.Now()), func(deps part.Deps) part.Part {
		d.part = New(deps)
		return d.part
	})
	return d
}

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
