package texts

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/claim"
	"athar/gui/kit"
	"athar/gui/theme"
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
		used := claim.Link(m, k, c.EvidenceOf(k.ID), t.deps.Now())
		s := used.Standing
		l := linked{ID: k.ID, Text: k.Text.In(p.Lang()), Status: p.T("claim.status." + string(s.Status)), Tone: kit.ToneWarning}
		switch {
		case s.Due:
			l.Status = p.T("claims.due")
		case used.Holds():
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
		v.body.Add(v.line(l))
	}
	if len(all) == 0 {
		v.body.Add(kit.NewParagraph(v.env, v.env.T("messages.no_claims"), kit.StyleMuted))
		v.body.Add(kit.Row(v.env, kit.NewButton(v.env, kit.ButtonOptions{
			Text: v.env.T("messages.go_to_claims"), Icon: fynetheme.ListIcon(), Kind: kit.ButtonQuiet,
			OnTapped: func() { v.goTo(domain.Place{Kind: domain.KindClaim}) },
		})))
	}
	return true
}

// line leads to a claim. Its sentence wraps, however long it is.
func (v *claims) line(l linked) fyne.CanvasObject {
	return kit.NewLine(v.env, v.env.T("claims.evidence.said", "title", l.Text, "line", l.Status), kit.LineOptions{
		Content: kit.Pad(fynetheme.Size(theme.Space4), kit.ColumnTight(
			kit.NewParagraph(v.env, l.Text, kit.StyleBody), kit.Row(v.env, kit.NewBadge(v.env, l.Status, l.Tone)))),
		Hint:    v.env.T("messages.claim_hint"),
		OnPress: func() { v.goTo(domain.Place{Kind: domain.KindClaim, ID: l.ID}) },
	})
}
