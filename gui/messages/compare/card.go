package compare

import (
	"reflect"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/proofing"
	"athar/gui/kit"
	"athar/gui/messages/part"
)

// intents are what a person can want of an alternative or of a sheet. Cards call
// them and decide nothing.
type intents struct {
	OnChange func(id domain.ID, field string, change func(*domain.Alternative))
	Checks   part.Checks
	OnUse    func(domain.ID)
	OnMove   func(id domain.ID, by int)
	OnRemove func(kind domain.Kind, id domain.ID)
	OnSheet  func(domain.ID)
}

// card is an alternative.
type card struct {
	env     *kit.Env
	content fyne.CanvasObject
	column  *fyne.Container

	name       *kit.Field
	hypothesis *kit.Editor
	text       *part.Written
	use        *kit.Button
	up, down   *kit.Button
	shown      wording
}

func newCard(env *kit.Env, id domain.ID, on intents) *card {
	c := &card{env: env}
	change := func(field string, set func(*domain.Alternative, string)) func(string) {
		return func(s string) { on.OnChange(id, field, func(a *domain.Alternative) { set(a, s) }) }
	}
	c.name = kit.NewField(env, kit.FieldOptions{
		Placeholder: env.T("compare.name_example"), ReadOnly: env.Locked, MaxRunes: domain.MaxName,
		OnChanged: change("name", func(a *domain.Alternative, s string) { a.Name = s }),
	})
	c.hypothesis = kit.NewEditor(env, kit.EditorOptions{
		Placeholder: env.T("compare.hypothesis_example"), Rows: 2, ReadOnly: env.Locked, MaxRunes: domain.MaxLong,
		OnChanged: change("hypothesis", func(a *domain.Alternative, s string) { a.Hypothesis = s }),
	})
	c.text = part.NewWritten(env, part.WrittenOptions{
		Rows: 3, Label: func(lang string) string { return env.T("compare.text_in", "language", env.T("language."+lang)) },
		Checks: on.Checks, Of: proofing.Text{Field: "alternative", Item: id.String(), Part: "text"},
		OnChanged: func(lang, text string) {
			on.OnChange(id, "text."+lang, func(a *domain.Alternative) { a.Text = a.Text.With(lang, text) })
		},
	})
	c.use = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("compare.use"), Hint: env.T("compare.use_hint"), OnTapped: func() { on.OnUse(id) },
	})
	quiet := func(key string, do func()) *kit.Button {
		return kit.NewButton(env, kit.ButtonOptions{Text: env.T(key), Kind: kit.ButtonQuiet, OnTapped: do})
	}
	c.up = quiet("messages.tool.up", func() { on.OnMove(id, -1) })
	c.down = quiet("messages.tool.down", func() { on.OnMove(id, 1) })
	remove := quiet("compare.remove", func() { on.OnRemove(domain.KindAlternative, id) })
	remove.SetHint(env.T("compare.remove_hint"))
	c.column = kit.Form(env,
		kit.NewFormItem(env, env.T("compare.name"), "", c.name),
		kit.NewFormItem(env, env.T("compare.hypothesis"), env.T("compare.hypothesis_help"), c.hypothesis),
		c.text.Content, kit.Flow(env, c.use, c.up, c.down, remove))
	c.content = kit.Surface(c.column)
	return c
}

// show puts an alternative on show and reports whether another height may be needed.
func (c *card) show(w wording) (resized bool) {
	if reflect.DeepEqual(w, c.shown) {
		return false
	}
	key := w.ID.String()
	c.name.Remember(key + ".name")
	c.name.SetText(w.Name)
	c.hypothesis.Remember(key + ".hypothesis")
	c.hypothesis.SetText(w.Hypothesis)
	resized = c.text.Show(w.Text, w.Languages, key+".text")
	for _, lang := range w.Languages {
		if resized || !reflect.DeepEqual(w.Changes[lang], c.shown.Changes[lang]) {
			c.changes(lang, w.Changes[lang])
			resized = true
		}
	}
	enable(c.use, !w.Text.Empty(), c.env.T("compare.nothing_to_use"))
	enable(c.up, !w.First, c.env.T("compare.is_first"))
	enable(c.down, !w.Last, c.env.T("compare.is_last"))
	c.shown = w
	if resized {
		c.column.Refresh()
	}
	return resized
}

// changes shows how the text in a language differs from the message.
func (c *card) changes(lang string, parts []kit.Part) {
	below := c.text.Below(lang)
	below.Objects = nil
	if len(parts) > 0 {
		below.Add(kit.NewParagraph(c.env, c.env.T("compare.differs"), kit.StyleCaption))
		below.Add(kit.NewRevision(c.env, parts...))
	}
	below.Refresh()
}

func enable(b *kit.Button, enabled bool, reason string) {
	if enabled {
		b.Enable()
	} else {
		b.Disable(reason)
	}
}
