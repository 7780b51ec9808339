package messages

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/text/bidi"
	"athar/gui/kit"
	"athar/gui/theme"
)

// form is the message that is selected, in one scroll.
type form struct {
	env     *kit.Env
	on      intents
	content *kit.Scroller
	page    *fyne.Container // what is scrolled
	body    *fyne.Container // the parts of the page

	title     *kit.Field
	titleRow  *kit.FormRow
	status    *kit.Select
	statusRow *kit.FormRow
	core      pair
	coreRow   *kit.FormRow    // of the reader's language: problems stand there
	texts     *fyne.Container // core and action
	action    pair
	problems  problems // as shown

	segments   *kit.Chips
	options    []kit.Option // as shown
	noSegments fyne.CanvasObject
	people     *fyne.Container // holds the two
	peopleRow  *kit.FormRow

	addChannel *kit.Button
	noChannels fyne.CanvasObject
	cards      map[string]*card // made when a channel is first seen
	shown      *fyne.Container  // the cards of this message
	channels   *fyne.Container  // all of the part about channels
	unused     []kit.Option
}

// pair is the same text in both languages.
type pair struct{ ar, en *kit.Editor }

func (p pair) in(lang string) *kit.Editor {
	if lang == "ar" {
		return p.ar
	}
	return p.en
}

// remember keeps the direction of each text with the message.
func (p pair) remember(message domain.ID, field string) {
	p.ar.Remember(message.String() + "." + field + ".ar")
	p.en.Remember(message.String() + "." + field + ".en")
}

func (p pair) set(t domain.Text) {
	p.ar.SetText(t.Ar)
	p.en.SetText(t.En)
}

// newPair makes two editors. Each has the direction of its language, whatever
// its first word is.
func newPair(env *kit.Env, rows int, placeholder string, onChanged func(lang, text string)) pair {
	editor := func(lang string, direction bidi.Direction) *kit.Editor {
		return kit.NewEditor(env, kit.EditorOptions{
			Placeholder: placeholder, Rows: rows, ReadOnly: env.Locked, MaxRunes: domain.MaxLong, Direction: direction,
			OnChanged: func(text string) { onChanged(lang, text) },
		})
	}
	return pair{ar: editor("ar", bidi.RTL), en: editor("en", bidi.LTR)}
}

// beside puts the Arabic and the English part next to one another, the reader's
// language first, or one above the other where there is no room.
func beside(env *kit.Env, ar, en fyne.CanvasObject) fyne.CanvasObject {
	first, second := en, ar
	if env.RTL() {
		first, second = ar, en
	}
	return kit.Columns(env, fynetheme.Size(theme.SizeTextColumn)/2, first, second)
}

func newForm(env *kit.Env, statuses []kit.Option, on intents) *form {
	f := &form{env: env, on: on, cards: map[string]*card{}, shown: kit.Form(env)}
	f.title = kit.NewField(env, kit.FieldOptions{
		Placeholder: env.T("messages.field.title_example"), ReadOnly: env.Locked, MaxRunes: domain.MaxName, OnChanged: on.OnTitle,
	})
	f.titleRow = kit.NewFormItem(env, env.T("messages.field.title"), env.T("messages.field.title_help"), f.title)
	f.status = kit.NewSelect(env, statuses, on.OnStatus)
	f.statusRow = kit.NewFormItem(env, env.T("messages.field.status"), "", kit.Row(env, f.status))
	f.core = newPair(env, 4, env.T("messages.field.core_example"), on.OnCore)
	f.action = newPair(env, 2, env.T("messages.field.action_example"), on.OnAction)
	f.body = kit.Form(env, f.titleRow, f.statusRow, f.makeTexts(), f.makeSegments(), f.makeChannels())
	page := kit.MaxWidth(env, 2*fynetheme.Size(theme.SizeTextColumn)+fynetheme.Size(theme.Space16), f.body)
	f.page = kit.Pad(fynetheme.Size(theme.Space16), page)
	f.content = kit.Follow(env, kit.Scroll(f.page))
	return f
}

func (f *form) makeTexts() fyne.CanvasObject {
	item := func(label string, e *kit.Editor) *kit.FormRow { return kit.NewFormItem(f.env, label, "", e) }
	coreAr := item(f.env.T("messages.field.core_ar"), f.core.ar)
	coreEn := item(f.env.T("messages.field.core_en"), f.core.en)
	f.coreRow = coreEn
	if f.env.RTL() {
		f.coreRow = coreAr
	}
	f.texts = kit.Form(f.env,
		beside(f.env, coreAr, coreEn),
		beside(f.env,
			item(f.env.T("messages.field.action_ar"), f.action.ar),
			item(f.env.T("messages.field.action_en"), f.action.en)),
	)
	return f.texts
}

func (f *form) makeSegments() fyne.CanvasObject {
	f.segments = kit.NewChips(f.env, nil, f.on.OnSegments)
	button := kit.NewButton(f.env, kit.ButtonOptions{
		Text: f.env.T("messages.go_to_audience"), OnTapped: f.on.OnGoToAudience,
	})
	f.noSegments = kit.Column(
		kit.NewParagraph(f.env, f.env.T("messages.no_segments"), kit.StyleMuted), kit.Row(f.env, button))
	f.people = kit.Column(f.segments, f.noSegments)
	f.peopleRow = kit.NewFormItem(f.env, f.env.T("messages.field.segments"), "", f.people)
	return f.peopleRow
}

func (f *form) makeChannels() fyne.CanvasObject {
	f.addChannel = kit.NewButton(f.env, kit.ButtonOptions{
		Text: f.env.T("messages.add_channel"), Icon: fynetheme.ContentAddIcon(), OnTapped: f.chooseChannel,
	})
	f.noChannels = kit.NewParagraph(f.env, f.env.T("messages.no_channels"), kit.StyleMuted)
	heading := kit.NewLabel(f.env, f.env.T("messages.channels"), kit.StyleHeading)
	f.channels = kit.Column(kit.Row(f.env, heading, kit.Spacer(), f.addChannel), f.noChannels, f.shown)
	return f.channels
}

// chooseChannel offers the channels that have no text yet.
func (f *form) chooseChannel() {
	var items []kit.MenuItem
	for _, o := range f.unused {
		items = append(items, kit.MenuItem{Label: o.Label, Action: func() { f.on.OnAddChannel(o.Value) }})
	}
	kit.ShowMenu(f.env, items, f.addChannel)
}

// show puts a message on show. The widgets leave alone what they show already,
// so the caret of whoever is typing stays where it is.
func (f *form) show(d detail) {
	f.title.Remember(d.ID.String() + ".title")
	f.title.SetText(d.Title)
	f.status.SetValue(d.Status)
	f.core.remember(d.ID, "core")
	f.core.set(d.Core)
	f.action.remember(d.ID, "action")
	f.action.set(d.Action)
	resized := f.showProblems(d.Problems)
	resized = f.showSegments(d) || resized
	resized = f.showVariants(d.ID, d.Variants) || resized
	f.unused = d.Unused
	setEnabled(f.addChannel, len(d.Unused) > 0, f.env.T("messages.reason.all_channels"))
	if resized {
		// Only places are given anew. Refreshing the page would draw every text
		// in it, which at a key typed can be felt.
		f.body.Layout.Layout(f.body.Objects, f.body.Size())
	}
}

func (f *form) showProblems(p problems) (resized bool) {
	if p == f.problems {
		return false
	}
	f.problems = p
	f.titleRow.SetProblem(p.Title)
	f.statusRow.SetProblem(p.Status)
	f.coreRow.SetProblem(p.Core)
	return true
}

// showSegments shows which segments there are and which the message is for.
func (f *form) showSegments(d detail) (resized bool) {
	f.segments.SetOptions(d.Segments)
	f.segments.SetValues(d.For)
	resized = !slices.Equal(d.Segments, f.options)
	f.options = d.Segments
	if some := len(d.Segments) > 0; f.segments.Visible() != some || f.noSegments.Visible() == some {
		kit.SetVisible(f.segments, some)
		kit.SetVisible(f.noSegments, !some)
		f.people.Refresh()
		resized = true
	}
	return resized
}

func (f *form) showVariants(message domain.ID, all []variant) (resized bool) {
	if none := len(all) == 0; f.noChannels.Visible() != none {
		kit.SetVisible(f.noChannels, none)
		resized = true
	}
	objects := make([]fyne.CanvasObject, len(all))
	for i, v := range all {
		c := f.cards[v.Channel]
		if c == nil {
			c = newCard(f.env, v, f.on)
			f.cards[v.Channel] = c
		}
		c.editors.remember(message, "variant."+v.Channel)
		resized = c.show(v) || resized
		objects[i] = c.content
	}
	if slices.Equal(objects, f.shown.Objects) {
		return resized
	}
	f.shown.Objects = objects
	f.channels.Refresh()
	return true
}

// focus puts the caret into the field that a place names and reports whether
// there is such a field. lang is which of two texts to take.
func (f *form) focus(field, lang string) bool {
	target, at := f.target(field, lang)
	if target == nil {
		return false
	}
	f.content.Refresh() // what is looked for may have been made just now
	kit.Reveal(f.content, at)
	target.Focus()
	return true
}

// focusable is what a widget of the kit can do for Show.
type focusable interface{ Focus() }

// target returns the widget of a field and what of the page has to be seen
// with it.
func (f *form) target(field, lang string) (w focusable, seen fyne.CanvasObject) {
	switch field {
	case "title":
		return f.title, f.titleRow
	case "status":
		return f.status, f.statusRow
	case "core":
		return f.core.in(lang), f.texts
	case "action":
		return f.action.in(lang), f.texts
	case "segments":
		if f.segments.Visible() {
			return f.segments, f.peopleRow
		}
		return nil, nil
	}
	id, ok := strings.CutPrefix(field, "variant.")
	if c := f.cards[id]; ok && c != nil && slices.Contains(f.shown.Objects, c.content) {
		return c.editors.in(lang), c.content
	}
	return nil, nil
}
