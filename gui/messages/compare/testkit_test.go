package compare

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/paper"
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
	saved   []paper.File
	part    *Compare
}

func open(t testing.TB, env *kit.Env, c domain.Campaign) *desk {
	t.Helper()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	d := &desk{Person: guitest.NewPerson(t, env), session: guitest.Session(c, now)}
	scroll := kit.Scroll(kit.Stack())
	d.part = New(part.Deps{
		Env: env, Session: d.session, NewID: domain.NewID, Now: func() time.Time { return now }, Report: d.Report, GoTo: d.GoTo,
		Channels: guitest.Channels(t), Gauge: gauge.New(guitest.Channels(t)),
		Save:   func(f paper.File) { d.saved = append(d.saved, f) },
		Reveal: func(fyne.CanvasObject) {}, Resized: func() { scroll.Content.Refresh() },
	})
	scroll.Content = d.part.Content()
	t.Cleanup(d.session.OnChange(func(session.Event) { d.show() }))
	d.show()
	guitest.Show(env, kit.Follow(env, scroll), guitest.Width*0.7, 2*guitest.Height)
	return d
}

func (d *desk) show() { d.part.Show(d.session.Campaign(), d.message()) }

// message returns the message on show, as the campaign has it.
func (d *desk) message() domain.Message { return d.session.Campaign().SortedMessages()[0] }

// campaign has a message with an alternative, both tried with two segments.
func campaign() domain.Campaign {
	families := domain.Segment{ID: domain.NewID(), Order: "U", Name: "Families"}
	donors := domain.Segment{ID: domain.NewID(), Order: "k", Name: "مانحون"}
	m := domain.Message{
		ID: domain.NewID(), Order: "U", Title: "Test <your> well", Status: domain.MessageDraft,
		Core: domain.Text{Ar: "افحصوا مياه البئر.", En: "Test your well on Sunday & Monday."},
	}
	a := domain.Alternative{
		ID: domain.NewID(), Message: m.ID, Order: "U", Name: "B", Hypothesis: "The day first is clearer.",
		Text: domain.Text{En: "On Sunday, test your well."},
	}
	sheet := func(alternative, segment domain.ID, readers, understood int, meaning string) domain.Pretest {
		return domain.Pretest{
			ID: domain.NewID(), Message: m.ID, Alternative: alternative, Segment: segment, Order: "U",
			Readers: readers, Understood: understood, Meaning: meaning,
		}
	}
	return domain.Campaign{
		Header:       domain.Header{ID: domain.NewID(), Languages: []string{"ar", "en"}},
		Segments:     []domain.Segment{families, donors},
		Messages:     []domain.Message{m},
		Alternatives: []domain.Alternative{a},
		Pretests: []domain.Pretest{
			sheet(domain.NoID, families.ID, 20, 3, "That wells are bad."), sheet(a.ID, families.ID, 20, 18, ""),
			sheet(domain.NoID, donors.ID, 3, 3, ""), sheet(a.ID, donors.ID, 12, 0, ""),
		},
	}
}
