package review

import (
	"testing"
	"time"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/memory"
	"athar/domain/session"
	"athar/domain/text"
	"athar/gui/kit"
	"athar/gui/messages/part"
	"athar/gui/messages/parttest"
)

// desk is the part with a message on show, and the person before it.
type desk struct {
	*parttest.Desk
	part  *Review
	asked int // how often it was asked who works here
}

func open(t testing.TB, env *kit.Env, c domain.Campaign) *desk {
	t.Helper()
	store := memory.New()
	d := &desk{}
	d.Desk = parttest.Open(t, env, sessionOf(c, store), func(deps part.Deps) part.Part {
		deps.Who = func() { d.asked++ }
		deps.Past = func(done func([]*journal.Commit)) { d.Session.Flush(d.Report); done(kept(t, c.ID(), store)) }
		d.part = New(deps)
		return d.part
	})
	return d
}

func (d *desk) comments() []domain.Comment { return d.Session.Campaign().CommentsOf(d.Message().ID) }

// campaign has a message in review with a request, an answer, and a comment on a
// passage that is gone.
func campaign() domain.Campaign {
	m := domain.Message{
		ID: domain.NewID(), Order: "U", Title: "Test your well", Status: domain.MessageReview,
		Core: domain.Text{
			Ar: "افحصوا مياه البئر قبل الشرب: الفحص مجاني ويستغرق 10 دقائق.",
			En: "Test your well before you drink: it’s free and takes 10 minutes.",
		},
		Writers: []string{"Omar"},
	}.WithVariant(domain.Variant{Channel: "sms", Text: domain.Text{En: "Test your well on Sunday."}})
	request := domain.Comment{
		ID: domain.NewID(), Message: m.ID, Field: "core/en", Anchor: text.NewAnchor(m.Core.En, 32, 41),
		Author: "Mariam", At: parttest.Now().Add(-48 * time.Hour), Body: "Who pays for it?", Request: true,
	}
	return domain.Campaign{
		Header: domain.Header{ID: domain.NewID(), Languages: []string{"ar", "en"}}, Messages: []domain.Message{m},
		Comments: []domain.Comment{
			request,
			{ID: domain.NewID(), Message: m.ID, Reply: request.ID, Author: "عمر", At: parttest.Now().Add(-24 * time.Hour), Body: "The clinic."},
			{
				ID: domain.NewID(), Message: m.ID, Field: "core/ar", Anchor: text.Anchor{Quote: "ماء البحر", Before: "شرب ", After: " المالح"},
				Author: "", At: parttest.Now().Add(-12 * time.Hour), Body: "غير واضح",
			},
		},
	}
}

// sessionOf opens a campaign that is saved at once.
func sessionOf(c domain.Campaign, store *memory.Store) *session.Session {
	return session.New(session.Deps{
		Store: store, NewID: domain.NewID, Now: parttest.Now, Device: memory.Device("Rana", parttest.Now),
		Summarise:  func(domain.Campaign, time.Time) domain.Summary { return domain.Summary{} },
		Background: func(work, done func()) { work(); done() },
		After:      func(time.Duration, func()) func() { return func() {} },
	}, session.Opened{Campaign: c, State: journal.NewState(c.ID(), nil), Updated: parttest.Now()})
}

// kept returns the commits that a store keeps of a campaign.
func kept(t testing.TB, campaign domain.ID, store *memory.Store) (all []*journal.Commit) {
	t.Helper()
	for c, err := range store.History(t.Context(), campaign) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	return all
}
