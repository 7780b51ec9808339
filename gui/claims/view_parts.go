package claims

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/theme"
)

// standing says at the head of the form where the claim stands, why, and what to do.
type standing struct {
	env     *kit.Env
	onField func(string)
	content fyne.CanvasObject

	status, due             *kit.Badge
	badges                  *fyne.Container
	reason, support, review *kit.Paragraph
	todo                    *kit.Label
	gaps                    *fyne.Container
	shown                   []gap
}

func newStanding(env *kit.Env, onField func(string)) *standing {
	s := &standing{
		env: env, onField: onField,
		status: kit.NewBadge(env, " ", kit.ToneNeutral), due: kit.NewBadge(env, " ", kit.ToneWarning),
		reason: kit.NewParagraph(env, "", kit.StyleBody), support: kit.NewParagraph(env, "", kit.StyleMuted),
		review: kit.NewParagraph(env, "", kit.StyleMuted), todo: kit.NewLabel(env, env.T("claims.gaps"), kit.StyleStrong),
		gaps: kit.ColumnTight(),
	}
	s.badges = kit.Row(env, s.status, s.due)
	s.content = kit.Surface(kit.Column(s.badges, kit.ColumnTight(s.reason, s.support, s.review), s.todo, s.gaps))
	return s
}

func (s *standing) show(d detail) {
	s.status.Set(d.Status, d.StatusTone)
	s.due.Set(d.Due, kit.ToneWarning)
	s.badges.Refresh()
	s.reason.SetText(d.Reason)
	for p, text := range map[*kit.Paragraph]string{s.support: d.Support, s.review: d.Review} {
		p.SetText(text)
		kit.SetVisible(p, text != "")
	}
	s.review.SetStyle(kit.StyleMuted)
	if d.Due != "" {
		s.review.SetStyle(kit.StyleWarning)
	}
	kit.SetVisible(s.todo, len(d.Gaps) > 0)
	kit.SetVisible(s.gaps, len(d.Gaps) > 0)
	if slices.Equal(d.Gaps, s.shown) {
		return
	}
	s.shown = d.Gaps
	s.gaps.RemoveAll()
	for _, g := range d.Gaps {
		s.gaps.Add(kit.NewLine(s.env, g.Sentence, kit.LineOptions{
			Content: kit.PadSides(fynetheme.Size(theme.Space8), fynetheme.Size(theme.Space4),
				kit.NewParagraph(s.env, g.Sentence, kit.StyleWarning)),
			Hint: s.env.T("claims.gap_hint"), OnPress: func() { s.onField(g.Field) },
		}))
	}
}

// messages are those that use the claim, each a way to the message, and a list to add
// one from.
type messages struct {
	env     *kit.Env
	on      intents
	content *fyne.Container
	none    *kit.Paragraph
	list    *fyne.Container
	add     *kit.Select
	shown   []link
}

func newMessages(env *kit.Env, on intents) *messages {
	m := &messages{env: env, on: on, list: kit.ColumnTight()}
	m.none = kit.NewParagraph(env, env.T("claims.no_message"), kit.StyleMuted)
	m.add = kit.NewSelect(env, nil, func(id string) {
		m.add.SetValue("")
		on.OnLink(id)
	})
	m.content = kit.Form(env, kit.Column(m.none, m.list), kit.NewFormItem(env, env.T("claims.add_message"), "", m.add))
	return m
}

func (m *messages) show(linked []link, others []kit.Option) {
	kit.SetVisible(m.none, len(linked) == 0)
	kit.SetVisible(m.list, len(linked) > 0)
	m.add.SetOptions(others)
	if len(others) > 0 {
		m.add.Enable()
	} else {
		m.add.Disable(m.env.T("claims.reason.no_other"))
	}
	if slices.Equal(linked, m.shown) {
		return
	}
	m.shown = linked
	m.list.RemoveAll()
	for _, l := range linked {
		open := kit.NewButton(m.env, kit.ButtonOptions{
			Text: l.Title, Icon: fynetheme.MailComposeIcon(), Kind: kit.ButtonQuiet, Hint: m.env.T("claims.open_message"),
			OnTapped: func() { m.on.OnGoTo(domain.Place{Kind: domain.KindMessage, ID: l.ID}) },
		})
		remove := kit.NewButton(m.env, kit.ButtonOptions{
			Text: m.env.T("claims.unlink"), Kind: kit.ButtonQuiet, Hint: m.env.T("claims.unlink_hint"),
			OnTapped: func() { m.on.OnUnlink(l.ID) },
		})
		m.list.Add(kit.Row(m.env, open, kit.Spacer(), remove))
	}
}

func (m *messages) focus(page *kit.Scroller) {
	kit.Reveal(page, m.content)
	m.add.Focus()
}
