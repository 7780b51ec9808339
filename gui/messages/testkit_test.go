package messages

import (
	"strings"
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
		Env: env, Session: d.session, NewID: domain.NewID, Now: func() time.Time { return now },
		Channels: guitest.Channels(t), Report: d.Report, GoTo: d.GoTo, Room: guitest.Room(t, guitest.AtOnce), View: &View{},
	})
	t.Cleanup(d.screen.Close)
	guitest.Show(env, d.screen.Content(), guitest.Width, guitest.Height)
	return d
}

// selected returns the message that is selected, as the campaign has it.
func (d *desk) selected() domain.Message {
	d.Helper()
	m, ok := d.session.Campaign().Message(d.screen.Place().ID)
	if !ok {
		d.Fatal("no message is selected")
	}
	return m
}

// titles returns the titles in list order.
func (d *desk) titles() []string {
	var all []string
	for _, m := range d.session.Campaign().SortedMessages() {
		all = append(all, m.Title)
	}
	return all
}

// campaign is a small one with people and three messages.
func campaign() domain.Campaign {
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID(), Title: "Clean water in Wadi Noor"}}
	families := domain.Segment{ID: domain.NewID(), Name: "Families with a well", Order: "U"}
	donors := domain.Segment{ID: domain.NewID(), Name: "مانحون محليون", Order: "k"}
	c.Segments = []domain.Segment{families, donors}
	first := domain.Message{
		ID: domain.NewID(), Order: "U", Title: "Test your well", Status: domain.MessageReview,
		Core: domain.Text{
			Ar: "افحصوا مياه البئر قبل الشرب: الفحص مجاني ويستغرق 10 دقائق (Clean Water).",
			En: "Test your well before you drink: it’s free and takes 10 minutes.",
		},
		Action:   domain.Text{Ar: "احجزوا موعدًا عبر WhatsApp", En: "Book a date on WhatsApp"},
		Segments: []domain.ID{families.ID},
	}
	for _, v := range []domain.Variant{
		{Channel: "x", Text: domain.Text{Ar: strings.Repeat("ماء نظيف لكل بيت ", 18), En: "Test your well: https://example.org/a-long-link-to-the-form #CleanWater"}},
		{Channel: "instagram", Text: domain.Text{Ar: "الماء حياة #ماء #وادي_نور #صحة #أطفال #آبار #فحص"}},
		{Channel: "sms", Text: domain.Text{
			Ar: "فحص مياه البئر مجاني يوم الأحد في مدرسة وادي نور من الساعة 9 حتى 12. أحضروا زجاجة نظيفة واسم العائلة ورقم البئر.",
			En: "It’s free: test your well on Sunday at the Wadi Noor school.",
		}},
	} {
		first = first.WithVariant(v)
	}
	second := domain.Message{ID: domain.NewID(), Order: "k", Title: "شكر للمتطوعين", Status: domain.MessageReady, Core: domain.Text{Ar: "شكرًا"}}
	third := domain.Message{ID: domain.NewID(), Order: "s", Status: domain.MessageDraft}
	c.Messages = []domain.Message{third, first, second}
	return c
}
