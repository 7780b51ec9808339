package channels

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/theme"
)

// spot is a text within a card.
type spot struct{ field, lang string }

// card is a message on one channel: the texts of its fields, and a preview.
type card struct {
	env     *kit.Env
	content fyne.CanvasObject
	channel string
	key     []spot // of the texts it was made for
	sides   map[spot]*side
	fields  map[string]fyne.CanvasObject
	blank   []field // as last shown
	more    *kit.Button
	rest    *kit.Paragraph  // the names of the fields that more shows
	folded  *fyne.Container // more and rest
	open    bool            // fields in which nothing was written are shown, too
	rules   *kit.Paragraph
	glance  *glance // nil for a channel nobody knows
	resized func()
}

// spotsOf returns which texts a variant has.
func spotsOf(v variant) []spot {
	var all []spot
	for _, f := range v.Fields {
		for _, w := range f.Texts {
			all = append(all, spot{f.ID, w.Lang})
		}
	}
	return all
}

func newCard(env *kit.Env, v variant, on intents, resized func()) *card {
	c := &card{
		env: env, channel: v.Channel, key: spotsOf(v), sides: map[spot]*side{}, fields: map[string]fyne.CanvasObject{},
		rules: kit.NewParagraph(env, "", kit.StyleCaption), resized: resized,
	}
	var rows []fyne.CanvasObject
	if v.Advice != "" {
		rows = append(rows, kit.NewParagraph(env, v.Advice, kit.StyleMuted))
	}
	for _, f := range v.Fields {
		c.fields[f.ID] = c.newField(f, on)
		rows = append(rows, c.fields[f.ID])
	}
	c.more = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("channels.more_fields"), Kind: kit.ButtonQuiet, OnTapped: func() { c.unfold(true) },
	})
	// The names stand beside the button, not in it: all of them in one line would make
	// the card wider than a small window.
	c.rest = kit.NewParagraph(env, "", kit.StyleCaption)
	c.folded = kit.Border(env, nil, nil, c.more, nil, kit.ColumnTight(kit.Spacer(), c.rest, kit.Spacer()))
	rows = append(rows, c.folded)
	if v.Known {
		c.glance = newGlance(env, resized)
		c.glance.build(languagesOf(env, v))
		rows = append(rows, c.glance.content)
	}
	remove := kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("messages.remove_channel"), Kind: kit.ButtonQuiet,
		Hint:     env.T("messages.remove_channel_hint", "channel", v.Name),
		OnTapped: func() { on.OnRemoveChannel(v.Channel) },
	})
	rows = append(rows, kit.EndsShort(env, c.rules, remove))
	c.content = kit.NewCard(env, v.Name, kit.Form(env, rows...))
	return c
}

// languagesOf offers the languages of a variant.
func languagesOf(env *kit.Env, v variant) []kit.Option {
	var all []kit.Option
	p := presenter{printer: env.Printer}
	for _, w := range v.Fields[0].Texts {
		all = append(all, kit.Option{Value: w.Lang, Label: p.language(w.Lang)})
	}
	return all
}

// newField puts the languages of a field beside one another, or one below the
// other where there is no room.
func (c *card) newField(f field, on intents) fyne.CanvasObject {
	rows := 4
	if f.ID != "" {
		rows = 2
	}
	var all []fyne.CanvasObject
	for _, w := range f.Texts {
		s := newSide(c.env, w, rows, sideIntents{
			OnChanged: func(text string) { on.OnWritten(c.channel, f.ID, w.Lang, text) },
			OnReset:   func() { on.OnReset(c.channel, f.ID, w.Lang) },
			OnShorten: func(text string) { on.OnShorten(c.channel, f.ID, w.Lang, text) },
		})
		c.sides[spot{f.ID, w.Lang}] = s
		on.OnEditor(c.channel, f.ID, w.Lang, s.editor)
		all = append(all, s.whole)
	}
	return kit.Columns(c.env, fynetheme.Size(theme.SizeTextColumn)/2, all...)
}

// remember keeps the direction of each text with the message.
func (c *card) remember(message domain.ID) {
	for at, s := range c.sides {
		name := message.String() + ".variant." + c.channel
		if at.field != "" {
			name += "." + at.field
		}
		s.editor.Remember(name + "." + at.lang)
	}
}

// show puts a variant on show and reports whether the card may need another
// height.
func (c *card) show(v variant) (resized bool) {
	c.rules.SetText(v.Rules)
	previews := map[string]preview{}
	for _, f := range v.Fields {
		for _, w := range f.Texts {
			resized = c.sides[spot{f.ID, w.Lang}].show(w) || resized
			if f.ID == "" {
				previews[w.Lang] = w.Preview
			}
		}
	}
	resized = c.fold(v.Fields) || resized
	if c.glance != nil {
		resized = c.glance.show(previews) || resized
	}
	return resized
}

// fold shows the main field and those in which something was written. One that
// the person has just emptied stays while the keyboard is there.
func (c *card) fold(fields []field) (resized bool) {
	c.blank = fields
	for _, f := range fields {
		visible := f.ID == "" || c.open || !f.Blank || c.emptied(f)
		resized = kit.SetVisible(c.fields[f.ID], visible) || resized
	}
	names := blankFields(fields)
	resized = c.rest.Text() != names || resized
	c.rest.SetText(names)
	c.more.SetHint(c.env.T("channels.more_fields_named", "names", names))
	return kit.SetVisible(c.folded, !c.open && names != "") || resized
}

func (c *card) emptied(f field) bool {
	return slices.ContainsFunc(f.Texts, func(w written) bool { return c.sides[spot{f.ID, w.Lang}].emptied })
}

// unfold shows every field.
func (c *card) unfold(open bool) {
	c.open = open
	if c.fold(c.blank) {
		c.resized()
	}
}

// focus puts the caret into a text and reports whether there is such a one.
func (c *card) focus(field, lang string) bool {
	s := c.sides[spot{field, lang}]
	if s == nil {
		return false
	}
	if !c.fields[field].Visible() {
		c.unfold(true)
	}
	s.editor.Focus()
	return true
}
