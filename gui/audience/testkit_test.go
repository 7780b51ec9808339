package audience

import (
	"testing"
	"time"

	"athar/domain"
	"athar/domain/session"
	"athar/gui/guitest"
	"athar/gui/kit"
)

// desk is a screen on an open campaign, with the person before it.
type desk struct {
	*guitest.Person
	session *session.Session
	screen  *Screen
}

func open(t testing.TB, env *kit.Env, c domain.Campaign) *desk {
	t.Helper()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	d := &desk{Person: guitest.NewPerson(t, env), session: guitest.Session(c, now)}
	d.screen = New(Deps{
		Env: env, Session: d.session, NewID: domain.NewID, Channels: guitest.Channels(t), Report: d.Report, GoTo: d.GoTo,
	})
	t.Cleanup(d.screen.Close)
	guitest.Show(env, d.screen.Content(), guitest.Width, guitest.Height)
	return d
}

// selected returns the segment that is selected, as the campaign has it.
func (d *desk) selected() domain.Segment {
	d.Helper()
	s, ok := d.session.Campaign().Segment(d.screen.Place().ID)
	if !ok {
		d.Fatal("no segment is selected")
	}
	return s
}

// names returns the names in list order.
func (d *desk) names() []string {
	var all []string
	for _, s := range d.session.Campaign().SortedSegments() {
		all = append(all, s.Name)
	}
	return all
}

// enter puts the caret into a field of the selected segment and types.
func (d *desk) enter(field, text string) {
	d.Helper()
	d.screen.Show(domain.Place{Kind: domain.KindSegment, ID: d.screen.Place().ID, Field: field})
	d.Write(text)
}

// complains reports whether the sentence stands under a field.
func (d *desk) complains(sentence string) bool {
	return guitest.Sees(d.screen.view.form.body, sentence)
}

// shown returns the text that stands in a field.
func (d *desk) shown(field string) string {
	switch in := d.screen.view.form.inputs[field].(type) {
	case *numberInput:
		return in.line.Text()
	case *textInput:
		return in.writer.(interface{ Text() string }).Text()
	}
	d.Fatalf("%s is no field of text", field)
	return ""
}

// campaign is a small one with two segments, the first spoken to by a message.
func campaign() domain.Campaign {
	families := domain.Segment{
		ID: domain.NewID(), Order: "U", Name: "أسر القرى العليا (Upper Noor)", Role: "beneficiaries",
		SizeLow: 4200, SizeHigh: 4800, SizeSource: "سجلات 2026", AgeMin: 18, Gender: "all",
		Languages: []string{"ar"}, Literacy: "high", Connectivity: "intermittent",
		Channels: []string{"facebook", "sms"}, Stance: "passive_ally", Power: 2, Interest: 5,
	}
	donors := domain.Segment{ID: domain.NewID(), Order: "k", Name: "Donors abroad", Role: "donors", SizeLow: 3, SizeSource: "2025"}
	return domain.Campaign{
		Header:   domain.Header{ID: domain.NewID(), Title: "Clean water in Wadi Noor"},
		Segments: []domain.Segment{donors, families},
		Messages: []domain.Message{{
			ID: domain.NewID(), Order: "U", Title: "افحصوا البئر (Test your well)", Segments: []domain.ID{families.ID},
		}},
	}
}
