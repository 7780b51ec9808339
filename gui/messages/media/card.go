package media

import (
	"reflect"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/proofing"
	"athar/gui/kit"
	"athar/gui/messages/part"
	"athar/gui/theme"
)

// intents are what a person can want here. Cards call them and decide nothing.
type intents struct {
	OnChange  func(id domain.ID, field string, change func(*domain.Media))
	OnMove    func(id domain.ID, by int)
	OnRemove  func(domain.ID)
	OnConsent func(domain.ID)
	Checks    part.Checks
}

// card is a file that goes out with the message.
type card struct {
	env     *kit.Env
	content fyne.CanvasObject
	column  *fyne.Container

	kind, people         *kit.Select
	file, credit         *kit.Field
	consent              *kit.Field
	alt, caption         *part.Written
	lacks                *fyne.Container
	up, down, remove, to *kit.Button
	proof                *fyne.Container // the consent, where it is needed

	shown item
}

func newCard(env *kit.Env, id domain.ID, on intents) *card {
	c := &card{env: env, lacks: kit.ColumnTight()}
	change := func(field string, set func(m *domain.Media, text string)) func(string) {
		return func(text string) { on.OnChange(id, field, func(m *domain.Media) { set(m, text) }) }
	}
	field := func(name, example string, set func(*domain.Media, string)) *kit.Field {
		return kit.NewField(env, kit.FieldOptions{
			Placeholder: example, ReadOnly: env.Locked, MaxRunes: domain.MaxName, OnChanged: change(name, set),
		})
	}
	c.kind = kit.NewSelect(env, options(env, "media.type.", domain.MediaTypes()),
		change("", func(m *domain.Media, value string) { m.Type = value }))
	c.people = kit.NewSelect(env, options(env, "media.people.", domain.MediaPeople()),
		change("", func(m *domain.Media, value string) { m.People = value }))
	c.file = field("file", env.T("media.file_example"), func(m *domain.Media, s string) { m.File = s })
	c.credit = field("credit", env.T("media.credit_example"), func(m *domain.Media, s string) { m.Credit = s })
	c.consent = field("consent", env.T("media.consent_example"), func(m *domain.Media, s string) { m.Consent = s })
	text := func(name string, at func(*domain.Media) *domain.Text) *part.Written {
		return part.NewWritten(env, part.WrittenOptions{
			Rows: 2, Label: func(lang string) string { return env.T("media."+name+"_in", "language", env.T("language."+lang)) },
			Checks: on.Checks, Of: proofing.Text{Field: "media", Item: id.String(), Part: name},
			OnChanged: func(lang, text string) {
				on.OnChange(id, name+"."+lang, func(m *domain.Media) { *at(m) = at(m).With(lang, text) })
			},
		})
	}
	c.alt = text("alt", func(m *domain.Media) *domain.Text { return &m.Alt })
	c.caption = text("caption", func(m *domain.Media) *domain.Text { return &m.Caption })
	c.up = kit.NewButton(env, kit.ButtonOptions{Text: env.T("messages.tool.up"), Kind: kit.ButtonQuiet, OnTapped: func() { on.OnMove(id, -1) }})
	c.down = kit.NewButton(env, kit.ButtonOptions{Text: env.T("messages.tool.down"), Kind: kit.ButtonQuiet, OnTapped: func() { on.OnMove(id, 1) }})
	c.remove = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("media.remove"), Kind: kit.ButtonQuiet, Hint: env.T("media.remove_hint"), OnTapped: func() { on.OnRemove(id) },
	})
	c.to = kit.NewButton(env, kit.ButtonOptions{Text: env.T("media.to_consent"), OnTapped: func() { on.OnConsent(id) }})
	c.lay()
	return c
}

// lay puts the widgets together.
func (c *card) lay() {
	row := func(key, help string, input fyne.CanvasObject) fyne.CanvasObject {
		if help != "" {
			help = c.env.T(help)
		}
		return kit.NewFormItem(c.env, c.env.T(key), help, input)
	}
	beside := func(objects ...fyne.CanvasObject) fyne.CanvasObject {
		return kit.Columns(c.env, fynetheme.Size(theme.SizeTextColumn)/2, objects...)
	}
	c.proof = kit.Column(row("media.consent", "media.consent_help", c.consent), kit.Row(c.env, c.to))
	c.column = kit.Form(c.env,
		c.lacks,
		beside(row("media.kind", "", c.kind), row("media.file", "media.file_help", c.file)),
		c.alt.Content, c.caption.Content,
		beside(row("media.credit", "", c.credit), row("media.people", "media.people_help", c.people)),
		c.proof,
		kit.Flow(c.env, c.up, c.down, c.remove))
	c.content = kit.Surface(c.column)
}

// options are the values by name; the first is not to say.
func options(env *kit.Env, family string, values []string) []kit.Option {
	all := []kit.Option{{Label: env.T("media.unsaid")}}
	for _, v := range values {
		all = append(all, kit.Option{Value: v, Label: env.T(family + v)})
	}
	return all
}

// show puts a file on show and reports whether another height may be needed.
func (c *card) show(it item) (resized bool) {
	if reflect.DeepEqual(it, c.shown) {
		return false
	}
	key := it.ID.String()
	c.kind.SetValue(it.Type)
	c.people.SetValue(it.People)
	for name, f := range map[string]*kit.Field{"file": c.file, "credit": c.credit, "consent": c.consent} {
		f.Remember(key + "." + name)
	}
	c.file.SetText(it.File)
	c.credit.SetText(it.Credit)
	c.consent.SetText(it.Consent)
	resized = c.alt.Show(it.Alt, it.Languages, key+".alt")
	resized = c.caption.Show(it.Caption, it.Languages, key+".caption") || resized
	for _, lang := range it.Languages {
		if it.Lengths[lang] != c.shown.Lengths[lang] {
			c.alt.SetHelp(lang, it.Lengths[lang])
			resized = true
		}
	}
	enable(c.up, !it.First, c.env.T("media.is_first"))
	enable(c.down, !it.Last, c.env.T("media.is_last"))
	resized = kit.SetVisible(c.proof, it.People == "yes" || it.Consent != "") || resized
	resized = c.showLacks(it.Lacks) || resized
	c.shown = it
	if resized {
		c.column.Refresh()
	}
	return resized
}

func (c *card) showLacks(all []string) (resized bool) {
	if c.shown.ID != domain.NoID && reflect.DeepEqual(all, c.shown.Lacks) {
		return false
	}
	c.lacks.Objects = nil
	for _, sentence := range all {
		c.lacks.Add(kit.NewParagraph(c.env, sentence, kit.StyleWarning))
	}
	if len(all) == 0 {
		c.lacks.Add(kit.NewParagraph(c.env, c.env.T("media.complete"), kit.StyleSuccess))
	}
	return true
}

func enable(b *kit.Button, enabled bool, reason string) {
	if enabled {
		b.Enable()
	} else {
		b.Disable(reason)
	}
}
