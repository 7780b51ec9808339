package channels

import (
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestTheCardOfAChannelLooksAsItDid(t *testing.T) {
	guitest.Golden(t, "card", func(t *testing.T, env *kit.Env) {
		c := campaign()
		c.Messages = []domain.Message{domain.Message{ID: domain.NewID(), Order: "U", Title: "Wells"}.
			WithOutgoing("x", "", "ar", "افحصوا بئركم #الماء https://example.org/wells").
			WithOutgoing("sms", "", "en", "Test your well: call 000 000 today.")}
		d := open(t, env, c)
		guitest.Show(env, d.Scroll, 720, 620)
	})
}
