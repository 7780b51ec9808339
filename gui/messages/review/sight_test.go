package review

import (
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/messages/parttest"
)

func sight(c domain.Campaign) guitest.Sight {
	s := guitest.Sight{Data: []string{"Rana Sara Omar"}, Short: map[string]string{
		"kit_dialog.problem": "why a dialog is not done yet; at the field it is said whole",
	}}
	for _, m := range c.Messages {
		s.Data = append(s.Data, m.Title, m.Core.Ar, m.Core.En)
		for _, v := range m.Variants {
			s.Data = append(s.Data, v.Text.En)
		}
	}
	for _, k := range c.Comments {
		s.Data = append(s.Data, k.Author, k.Body, k.Anchor.Quote)
	}
	return s
}

func TestEveryStateIsWholeAndInOrder(t *testing.T) {
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		look := func(what string) {
			t.Run(what, func(t *testing.T) {
				guitest.See(t, env, sight(campaign()))
				guitest.Walk(t, env)
			})
		}
		d := open(t, env, campaign())
		look("in review")
		d.Press("review.comment")
		look("asking")
		d.Press("kit.cancel")
		c := campaign()
		c.Comments = nil
		d = open(t, env, c)
		d.Session.SetAuthor("")
		d.Show()
		look("nobody, no comments")
		next := d.Message()
		next.Core.En += " Come."
		d.Report(d.Session.Apply(domain.ChangeMessage{Message: next}))
		d.Session.SetAuthor("Sara")
		d.Show()
		look("written without a name")
		c.Messages[0].Approval, c.Messages[0].Status = domain.Approval{By: "Sara", At: parttest.Now(), Of: "x"}, domain.MessageReady
		open(t, env, c)
		look("lapsed")
	})
}

func TestPictures(t *testing.T) {
	guitest.Album(t, "review", []guitest.Look{guitest.At(960, 1100, 1), guitest.At(660, 1400, 1.3)},
		func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
			d := open(t, env, campaign())
			guitest.Show(env, kit.Pad(16, d.part.Content()), l.Width, l.Height)
			take("filled")
		})
}
