package texts

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/calendar"
	"athar/domain/text/bidi"
	"athar/gui/kit"
	"athar/gui/theme"
)

// intents are what a person can want here. The form calls them and decides nothing.
type intents struct {
	OnText         func(at spot, words string)
	OnBy           func(calendar.Date)
	OnConfirm      func(lang string)
	OnLanguages    func(languages []string)
	OnSegments     func(values []string)
	OnGoToAudience func()
	Today          func() calendar.Date
}

// spot is one text: a field in a language.
type spot struct{ field, lang string }

type editor = *kit.Editor

// form is the widgets, made once for some languages.
type form struct {
	env       *kit.Env
	on        intents
	languages []string
	content   *fyne.Container

	editors map[spot]editor
	rows    map[spot]*kit.FormRow
	fates   map[string]*standing // by language
	by      *kit.DatePicker
	byRow   *kit.FormRow
	missing *kit.Paragraph
	message domain.ID // as last shown
	problem string    // as shown

	written *kit.Chips
	add     *kit.Select

	segments   *kit.Chips
	options    []kit.Option // as shown
	noSegments fyne.CanvasObject
	people     *fyne.Container // holds the two
	peopleRow  *kit.FormRow
}

func newForm(env *kit.Env, languages []string, on intents) *form {
	f := &form{
		env: env, on: on, languages: languages,
		editors: map[spot]editor{}, rows: map[spot]*kit.FormRow{}, fates: map[string]*standing{},
	}
	f.content = kit.Form(env, f.makeField("core"), f.makeField("action"), f.makeSegments(), f.makeCall(), f.makeLanguages())
	return f
}

// makeField puts the languages of a field beside one another.
func (f *form) makeField(field string) fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(f.languages))
	for i, lang := range f.languages {
		all[i] = f.makeText(spot{field, lang})
		if field == "core" {
			f.fates[lang] = newStanding(f.env, func() { f.on.OnConfirm(lang) })
			all[i] = kit.ColumnTight(all[i], f.fates[lang].content)
		}
	}
	return kit.Columns(f.env, fynetheme.Size(theme.SizeTextColumn)/2, all...)
}

func (f *form) makeText(at spot) fyne.CanvasObject {
	o := kit.EditorOptions{
		Rows: 1, ReadOnly: f.env.Locked, MaxRunes: domain.MaxLong, Direction: directionOf(at.lang),
		OnChanged: func(words string) { f.on.OnText(at, words) },
	}
	switch at.field {
	case "core":
		o.Rows, o.Placeholder = 6, f.env.T("messages.field.core_example")
	case "action":
		o.Rows, o.Placeholder = 2, f.env.T("messages.field.action_example")
	}
	f.editors[at] = kit.NewEditor(f.env, o)
	f.rows[at] = kit.NewFormItem(f.env, presenter{f.env.Printer}.label(at.field, at.lang), "", f.editors[at])
	return f.rows[at]
}

// makeCall is the call to action part by part, and what is missing of it.
func (f *form) makeCall() fyne.CanvasObject {
	f.by = kit.NewDatePicker(f.env, kit.DateOptions{Today: f.on.Today, OnChanged: f.on.OnBy})
	f.byRow = kit.NewFormItem(f.env, f.env.T("texts.field.call_by"), "", f.by)
	f.missing = kit.NewParagraph(f.env, "", kit.StyleWarning)
	f.missing.Hide()
	return kit.NewCard(f.env, f.env.T("texts.call"), kit.Form(f.env,
		kit.NewParagraph(f.env, f.env.T("texts.call_help"), kit.StyleMuted),
		f.makeField("call_who"), f.makeField("call_what"), f.makeField("call_where"), f.byRow, f.missing))
}

// makeLanguages is the languages of the campaign.
func (f *form) makeLanguages() fyne.CanvasObject {
	f.written = kit.NewChips(f.env, nil, f.on.OnLanguages)
	f.add = kit.NewSelect(f.env, nil, func(lang string) {
		f.add.SetValue("")
		if lang != "" {
			f.on.OnLanguages(append(f.written.Values(), lang))
		}
	})
	f.add.SetSubject(f.env.T("texts.add_language"))
	return kit.NewFormItem(f.env, f.env.T("texts.languages"), f.env.T("texts.languages_help"),
		kit.Column(f.written, kit.Row(f.env, f.add)))
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

// watch goes through the texts in which findings are marked.
func (f *form) watch(each func(spot, editor)) {
	for at, e := range f.editors {
		if at.field == "core" || at.field == "action" {
			each(at, e)
		}
	}
}

// show puts a message on show and reports whether it may need another height.
func (f *form) show(d detail) (resized bool) {
	for _, t := range d.Tongues {
		for field, words := range t.Words {
			e := f.editors[spot{field, t.Lang}]
			e.Remember(d.ID.String() + "." + field + "." + t.Lang)
			e.SetText(words)
		}
		resized = f.fates[t.Lang].show(t) || resized
	}
	if d.ID != f.message {
		f.message = d.ID
		f.by.Clear() // with what was typed there and is no date
	}
	f.by.SetDate(calendar.Of(d.By))
	f.missing.SetText(d.Missing)
	resized = kit.SetVisible(f.missing, d.Missing != "") || resized
	if d.Problem != f.problem {
		f.problem, resized = d.Problem, true
		f.rows[spot{"core", f.languages[0]}].SetProblem(d.Problem)
	}
	f.showLanguages(d)
	return f.showSegments(d) || resized
}

func (f *form) showLanguages(d detail) {
	values := make([]string, len(d.Written))
	for i, o := range d.Written {
		values[i] = o.Value
	}
	f.written.SetOptions(d.Written)
	f.written.SetValues(values)
	f.add.SetOptions(d.Others)
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

// focusable is what a widget of the kit can do for Focus.
type focusable interface{ Focus() }

// target returns the widget of a field and what has to be seen with it.
func (f *form) target(field, lang string) (w focusable, seen fyne.CanvasObject) {
	switch {
	case field == "call_by":
		return f.by, f.byRow
	case field == "segments" && f.segments.Visible():
		return f.segments, f.peopleRow
	}
	if e := f.editors[spot{field, lang}]; e != nil {
		return e, f.rows[spot{field, lang}]
	}
	return nil, nil
}

// directionOf returns that of a language, whatever the first word of a text is.
func directionOf(lang string) bidi.Direction {
	if domain.IsRightToLeft(lang) {
		return bidi.RTL
	}
	return bidi.LTR
}
