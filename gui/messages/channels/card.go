package channels

import (
	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/messages/part"
)

// card is a message's texts for one channel, each with its live count.
type card struct {
	content fyne.CanvasObject
	editors part.Pair
	sides   map[string]*side
	rules   *kit.Paragraph
	text    domain.Text // as shown
}

// side is one language of a card.
type side struct {
	env    *kit.Env
	editor *kit.Editor
	count  *kit.Paragraph
	notes  *fyne.Container
	copy   *kit.Button
	whole  *fyne.Container

	lines [2]int // how many lines the meter has that is on show
}

func newCard(env *kit.Env, v variant, on intents) *card {
	channel := v.Channel
	c := &card{sides: map[string]*side{}, rules: kit.NewParagraph(env, "", kit.StyleCaption)}
	c.editors = part.NewPair(env, 4, "", func(lang, text string) { on.OnVariant(channel, lang, text) })
	for _, lang := range langs() {
		c.sides[lang] = newSide(env, lang, c.editors.In(lang), func() { on.OnCopyCore(channel, lang) })
	}
	remove := kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("messages.remove_channel"), Kind: kit.ButtonQuiet,
		Hint:     env.T("messages.remove_channel_hint", "channel", v.Name),
		OnTapped: func() { on.OnRemoveChannel(channel) },
	})
	c.content = kit.NewCard(env, v.Name, kit.Column(
		part.Beside(env, c.sides["ar"].whole, c.sides["en"].whole),
		kit.Row(env, c.rules, kit.Spacer(), remove)))
	return c
}

func newSide(env *kit.Env, lang string, editor *kit.Editor, onCopy func()) *side {
	s := &side{
		env: env, editor: editor,
		count: kit.NewParagraph(env, "", kit.StyleCaption),
		notes: kit.ColumnTight(),
		copy: kit.NewButton(env, kit.ButtonOptions{
			Text: env.T("messages.copy_core"), Kind: kit.ButtonQuiet, OnTapped: onCopy,
		}),
	}
	label := env.T("messages.lang." + lang)
	s.whole = kit.ColumnTight(
		kit.NewFormItem(env, label, "", editor), kit.Row(env, s.count, kit.Spacer(), s.copy), s.notes)
	return s
}

// show puts a text on show and reports whether the card may need another
// height.
func (c *card) show(v variant) (resized bool) {
	c.rules.SetText(v.Rules)
	if v.Text != c.text {
		c.text = v.Text
		c.editors.Set(v.Text)
	}
	for lang, s := range c.sides {
		if s.show(v.Meters[lang], v.NoCopy[lang]) {
			resized = true
		}
	}
	return resized
}

// show draws only what is another: at a key typed here, most often the count
// alone, and nothing at a key typed elsewhere.
func (s *side) show(m meter, noCopy string) (resized bool) {
	s.count.SetText(m.Line)
	s.count.SetStyle(m.Style)
	s.editor.SetProblem(m.Bad)
	setEnabled(s.copy, noCopy == "", noCopy)
	s.showNotes(m.Notes)
	resized = m.lines() != s.lines
	s.lines = m.lines()
	if resized {
		s.whole.Refresh()
	}
	return resized
}

// showNotes uses the paragraphs again that are there: a note that stays is not
// drawn anew at every key.
func (s *side) showNotes(notes []note) {
	for len(s.notes.Objects) < len(notes) {
		s.notes.Add(kit.NewParagraph(s.env, "", kit.StyleCaption))
	}
	kit.SetVisible(s.notes, len(notes) > 0)
	for i, o := range s.notes.Objects {
		p := o.(*kit.Paragraph)
		if i < len(notes) {
			p.SetStyle(notes[i].Style)
			p.SetText(notes[i].Text)
		}
		kit.SetVisible(p, i < len(notes))
	}
}
