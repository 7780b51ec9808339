package claims

import (
	"testing"
	"time"

	"athar/domain"
	"athar/domain/claim"
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
	d.session.SetAuthor("Huda")
	d.screen = New(Deps{
		Env: env, Session: d.session, NewID: domain.NewID, Now: func() time.Time { return now }, Report: d.Report, GoTo: d.GoTo,
		Save: func(f paper.File) { d.saved = append(d.saved, f) },
	})
	t.Cleanup(d.screen.Close)
	guitest.Show(env, d.screen.Content(), guitest.Width, guitest.Height)
	return d
}

// claim is the one that is selected, as the campaign has it.
func (d *desk) claim() domain.Claim {
	d.Helper()
	c, ok := d.session.Campaign().Claim(d.screen.selected)
	if !ok {
		d.Fatal("no claim is selected")
	}
	return c
}

// at goes to a field of the selected claim.
func (d *desk) at(field string) {
	d.screen.Show(domain.Place{Kind: domain.KindClaim, ID: d.screen.selected, Field: field})
}

// standing is that of the selected claim.
func (d *desk) standing() claim.Standing {
	return d.screen.list[d.screen.index(d.screen.selected)].Standing
}

// campaign has three claims: one supported and due, one not checked and used by a
// message, one empty.
func campaign() domain.Campaign {
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	wells, boil, empty := domain.NewID(), domain.NewID(), domain.NewID()
	message := domain.Message{ID: domain.NewID(), Order: "U", Title: "افحصوا البئر (Test your well)"}
	return domain.Campaign{
		Header:   domain.Header{ID: domain.NewID(), Title: "Clean water in Wadi Noor"},
		Messages: []domain.Message{message, {ID: domain.NewID(), Order: "k", Title: "Boil it"}},
		Claims: []domain.Claim{
			{
				ID: wells, Order: "F", Text: domain.Text{En: "Nine of twelve wells contain germs.", Ar: "في تسع من اثنتي عشرة بئرًا جراثيم."},
				Type: "statistic", DataDate: day(2025, 6, 2), Verdict: domain.VerdictSupported, Confidence: "high",
				Checks: []string{"find", "investigate", "stop", "trace"}, AddedBy: "Salim", CheckedBy: "Mariam", CheckedOn: day(2025, 6, 4),
			},
			{ID: boil, Order: "U", Text: domain.Text{En: "Boiling kills germs."}, Type: "scientific", Risk: "high", AddedBy: "Huda", Messages: []domain.ID{message.ID}},
			{ID: empty, Order: "k"},
		},
		Evidence: []domain.Evidence{
			{ID: domain.NewID(), Claim: wells, Order: "U", Title: "Results of the tests", Publisher: "مختبر العيادة", Source: "primary", Stance: "supports", Page: "2"},
		},
	}
}
