package channels

import (
	"strings"
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
	part    *Channels
	scroll  *kit.Scroller
}

func open(t testing.TB, env *kit.Env, c domain.Campaign) *desk {
	t.Helper()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	d := &desk{Person: guitest.NewPerson(t, env), session: guitest.Session(c, now)}
	scroll := kit.Scroll(kit.Stack())
	d.scroll = scroll
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

// message is one with a text that is too long for its channel.
func message() domain.Message {
	first := domain.Message{
		ID: domain.NewID(), Order: "U", Title: "Test your well", Status: domain.MessageReview,
		Core: domain.Text{
			Ar: "افحصوا مياه البئر قبل الشرب: الفحص مجاني ويستغرق 10 دقائق (Clean Water).",
			En: "Test your well before you drink: it’s free and takes 10 minutes.",
		},
		Action: domain.Text{Ar: "احجزوا موعدًا عبر WhatsApp", En: "Book a date on WhatsApp"},
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
	return first
}

func campaign() domain.Campaign {
	return domain.Campaign{Header: domain.Header{ID: domain.NewID()}, Messages: []domain.Message{message()}}
}
