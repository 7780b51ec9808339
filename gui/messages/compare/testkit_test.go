package compare

import (
	"testing"

	"athar/domain"
	"athar/domain/paper"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/messages/part"
	"athar/gui/messages/parttest"
)

// desk is the part with a message on show, and the person before it.
type desk struct {
	*parttest.Desk
	part  *Compare
	saved []paper.File
}

func open(t testing.TB, env *kit.Env, c domain.Campaign) *desk {
	t.Helper()
	d := &desk{}
	d.Desk = parttest.Open(t, env, guitest.Session(c, parttest.Now()), func(deps part.Deps) part.Part {
		deps.Save = func(f paper.File) { d.saved = append(d.saved, f) }
		d.part = New(deps)
		return d.part
	})
	return d
}

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
