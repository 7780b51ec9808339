package media

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
	part *Media
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

func (d *desk) files() []domain.Media { return d.Session.Campaign().MediaOf(d.Message().ID) }

// campaign has a message with a picture that is ready and a film that lacks much.
func campaign() domain.Campaign {
	m := domain.Message{
		ID: domain.NewID(), Order: "U", Title: "Test your well", Status: domain.MessageDraft,
		Core: domain.Text{Ar: "افحصوا مياه البئر.", En: "Test your well."},
	}
	return domain.Campaign{
		Header: domain.Header{ID: domain.NewID(), Languages: []string{"ar", "en"}}, Messages: []domain.Message{m},
		Media: []domain.Media{
			{
				ID: domain.NewID(), Message: m.ID, Order: "U", Type: "image", File: "bottle.jpg", Credit: "Rana", People: "no",
				Alt: domain.Text{Ar: "يد تملأ زجاجة من بئر.", En: "A hand fills a bottle at a well."}, Caption: domain.Text{Ar: "عند البئر"},
			},
			{ID: domain.NewID(), Message: m.ID, Order: "k", Type: "video", File: "طريق.mp4", People: "yes", Alt: domain.Text{Ar: "أطفال."}},
		},
	}
}
