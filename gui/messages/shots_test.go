package messages

import (
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/messages/listing"
)

func TestPictures(t *testing.T) {
	guitest.Album(t, "messages", []guitest.Look{
		guitest.At(1366, 640, 1), guitest.At(1366, 640, 1.3), guitest.At(1366, 2000, 1), guitest.At(1920, 900, 1), guitest.At(800, 1400, 1), guitest.At(660, 640, 1),
	}, func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
		d := open(t, env, campaign())
		guitest.Show(env, d.screen.Content(), l.Width, l.Height)
		take("filled")
	})
	guitest.Album(t, "messages", []guitest.Look{guitest.At(1366, 600, 1)}, func(t *testing.T, env *kit.Env, _ guitest.Look, take func(string)) {
		open(t, env, domain.Campaign{})
		take("empty")
		all := open(t, env, hundreds())
		all.extend(2)
		take("hundreds")
		all.screen.narrow(listing.NewFacet(listing.ByStatus, "hold"))
		all.screen.narrow(listing.NewFacet(listing.ByFinding, "too_long"))
		take("filtered")
		all.screen.search("nobody")
		take("nothing")
		d := open(t, env, domain.Campaign{})
		d.screen.Add()
		d.screen.Leave()
		take("new")
	})
}
