package channels

import (
	"strings"
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
	part *Channels
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
