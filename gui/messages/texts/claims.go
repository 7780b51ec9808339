package texts

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/claim"
	"athar/gui/kit"
)

// linked is a claim that the message rests on.
type linked struct {
	ID     domain.ID
	Text   string
	Status string
	Tone   kit.Tone
}

// presentClaims says which claims the message rests on, and where they stand.
func (t *Texts) presentClaims(c domain.Campaign, m domain.Message) []linked {
	var all []linked
	p := t.deps.Env.Printer
	for _, k := range c.ClaimsOf(m.ID) {
		s := claim.Judge(k, c.EvidenceOf(k.ID), t.deps.Now())
		l := linked{ID: k.ID, Text: k.Text.In(p.Lang()), Status: p.T("claim.status." + string(s.Status)), Tone: kit.ToneWarning}
		switch {
		case s.Due:
			l.Status = p.T("claims.due")
		case s.Sourced():
			l.Tone = kit.ToneSuccess
		}
		if l.Text == "" {
			l.Text = p.T("claims.untitled")
		}
		all = append(all, l)
	}
	return all
}

// claims are the claims that the message rests on, each a way to the ledger.
type claims struct {
	env     *kit.Env
	goTo    func(domain.Place)
	content *kit.FormRow
	body    *fyne.Container
	shown   []linked
	filled  bool
}

func newClaims(env *kit.Env, goTo func(domain.Place)) *claims {
	v := &claims{env: env, goTo: goTo, body: kit.ColumnTight()}
	v.content = kit.NewFormItem(env, env.T("messages.claims"), "", v.body)
	return v
}

// show shows the claims and reports whether that may need another height.
func (v *claims) show(all []linked) (resized bool) {
	if v.filled && slices.Equal(all, v.shown) {
		return false
	}
	v.filled, v.shown = true, all
	v.body.RemoveAll()
	for _, l := range all {
		v.body.Add(kit.Row(v.env, v.button(l.Text, l.ID), kit.NewBadge(v.env, l.Status, l.Tone)))
	}
	if len(all) == 0 {
		v.body.Add(kit.NewParagraph(v.env, v.env.T("messages.no_claims"), kit.StyleMuted))
		v.body.Add(kit.Row(v.env, v.button(v.env.T("messages.go_to_claims"), domain.NoID)))
	}
	return true
}

// button leads to a claim, or to the ledger.
func (v *claims) button(text string, id domain.ID) *kit.Button {
	return kit.NewButton(v.env, kit.ButtonOptions{
		Text: text, Icon: fynetheme.ListIcon(), Kind: kit.ButtonQuiet,
		OnTapped: func() { v.goTo(domain.Place{Kind: domain.KindClaim, ID: id}) },
	})
}
