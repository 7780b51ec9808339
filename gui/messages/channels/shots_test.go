package channels

import (
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestPictures(t *testing.T) {
	guitest.Album(t, "channels", []guitest.Look{
		guitest.At(900, 2600, 1), guitest.At(900, 2600, 1.3), guitest.At(460, 3600, 1),
	}, func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
		c := campaign()
		m := c.Messages[0].WithChannel("telegram", true).WithChannel("poster", true).
			WithOutgoing("youtube", "", "ar", "فيلم عن #الماء").WithOutgoing("youtube", "title", "en", "Wells").
			WithOutgoing("pigeon", "", "en", "Coo")
		c.Messages = []domain.Message{m}
		c.Media = []domain.Media{{ID: domain.NewID(), Message: m.ID, Type: "image"}}
		d := open(t, env, c)
		guitest.Show(env, d.Scroll, l.Width, l.Height)
		take("filled")
	})
}
