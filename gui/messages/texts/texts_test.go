package texts

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestTheReadersLanguageComesFirst(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		ar, en := guitest.Left(d.part.form.core.Ar), guitest.Left(d.part.form.core.En)
		// The start is at the right in Arabic and at the left in English.
		if ar <= en {
			t.Errorf("the Arabic text stands at %v, the English one at %v", ar, en)
		}
	})
}

func TestTheClaimsOfAMessageAreShownWithWhereTheyStand(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		d := open(t, env, c)
		if !d.Sees(env.T("messages.no_claims")) {
			t.Error("nothing says that no claim is linked")
		}
		d.Press("messages.go_to_claims")
		k := domain.Claim{ID: domain.NewID(), Text: domain.Text{En: "The test is free.", Ar: "الفحص مجاني."}, Type: "event", Messages: []domain.ID{d.message().ID}}
		if err := d.session.Apply(domain.AddRecord{Record: k}); err != nil {
			t.Fatal(err)
		}
		guitest.FindVisible[*kit.Line](d.part.Content())[0].Tapped(&fyne.PointEvent{})
		if !d.Sees(env.T("claim.status.not_checked")) || len(d.Went) != 2 || d.Went[0].Kind != domain.KindClaim || d.Went[1].ID != k.ID {
			t.Errorf("went to %v, reads %q", d.Went, guitest.Texts(d.part.Content()))
		}
	})
}
