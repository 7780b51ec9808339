package review

import (
	"reflect"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// card is a conversation.
type card struct {
	env     *kit.Env
	content fyne.CanvasObject

	who, where, quote, lost, body *kit.Paragraph
	badge                         *kit.Badge
	answers                       *fyne.Container
	reply, resolve, goTo          *kit.Button
	column                        *fyne.Container
	shown                         thread
}

func newCard(env *kit.Env, id domain.ID, on intents) *card {
	c := &card{env: env, badge: kit.NewBadge(env, "", kit.ToneNeutral), answers: kit.Column()}
	c.who = kit.NewParagraph(env, "", kit.StyleStrong)
	c.where = kit.NewParagraph(env, "", kit.StyleCaption)
	c.quote = kit.NewParagraph(env, "", kit.StyleMuted)
	c.lost = kit.NewParagraph(env, env.T("review.lost"), kit.StyleWarning)
	c.body = kit.NewParagraph(env, "", kit.StyleBody)
	c.reply = kit.NewButton(env, kit.ButtonOptions{Text: env.T("review.reply"), OnTapped: func() { on.OnReply(id) }})
	c.resolve = kit.NewButton(env, kit.ButtonOptions{Text: env.T("review.resolve"), OnTapped: func() { on.OnResolve(id, c.shown.Open) }})
	c.goTo = kit.NewButton(env, kit.ButtonOptions{Text: env.T("review.go"), Kind: kit.ButtonQuiet, OnTapped: func() { on.OnGo(id) }})
	remove := kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("review.delete"), Kind: kit.ButtonQuiet, Hint: env.T("review.delete_hint"), OnTapped: func() { on.OnDelete(id) },
	})
	c.column = kit.Column(
		kit.Flow(env, c.who, c.badge), kit.ColumnTight(c.where, c.quote, c.lost), c.body, c.answers,
		kit.Flow(env, c.reply, c.resolve, c.goTo, remove))
	c.content = kit.Surface(c.column)
	return c
}

// show draws only what is another.
func (c *card) show(t thread) {
	if reflect.DeepEqual(t, c.shown) {
		return
	}
	c.who.SetText(t.Who)
	c.badge.Set(t.Badge, t.Tone)
	c.where.SetText(t.Where)
	c.quote.SetText(c.env.T("review.quote", "text", i18n.Isolate(t.Quote)))
	kit.SetVisible(c.quote, t.Quote != "")
	kit.SetVisible(c.lost, t.Lost)
	c.body.SetText(t.Body)
	c.answers.Objects = nil
	for _, a := range t.Answers {
		c.answers.Add(kit.PadSides(fynetheme.Size(theme.Space16), 0, kit.ColumnTight(
			kit.NewParagraph(c.env, a.Who, kit.StyleStrong), kit.NewParagraph(c.env, a.Body, kit.StyleBody))))
	}
	kit.SetVisible(c.answers, len(t.Answers) > 0)
	kit.SetVisible(c.goTo, !t.Lost && t.Path != "")
	if t.Open {
		c.resolve.SetText(c.env.T("review.resolve"))
	} else {
		c.resolve.SetText(c.env.T("review.reopen"))
	}
	c.shown = t
	c.column.Refresh()
}
