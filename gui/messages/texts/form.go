package texts

import (
	"slices"

	"fyne.io/fyne/v2"

	"athar/gui/kit"
	"athar/gui/messages/part"
)

// intents are what a person can want here. The form calls them and decides
// nothing.
type intents struct {
	OnCore         func(lang, text string)
	OnAction       func(lang, text string)
	OnSegments     func(values []string)
	OnGoToAudience func()
}

// form is the widgets, made once.
type form struct {
	env     *kit.Env
	on      intents
	content *fyne.Container

	core    part.Pair
	coreRow *kit.FormRow    // of the reader's language: problems stand there
	texts   *fyne.Container // core and action
	action  part.Pair
	problem string // as shown

	segments   *kit.Chips
	options    []kit.Option // as shown
	noSegments fyne.CanvasObject
	people     *fyne.Container // holds the two
	peopleRow  *kit.FormRow
}

func newForm(env *kit.Env, on intents) *form {
	f := &form{env: env, on: on}
	f.core = part.NewPair(env, 4, env.T("messages.field.core_example"), on.OnCore)
	f.action = part.NewPair(env, 2, env.T("messages.field.action_example"), on.OnAction)
	f.content = kit.Form(env, f.makeTexts(), f.makeSegments())
	return f
}

func (f *form) makeTexts() fyne.CanvasObject {
	item := func(label string, e *kit.Editor) *kit.FormRow { return kit.NewFormItem(f.env, label, "", e) }
	coreAr := item(f.env.T("messages.field.core_ar"), f.core.Ar)
	coreEn := item(f.env.T("messages.field.core_en"), f.core.En)
	f.coreRow = coreEn
	if f.env.RTL() {
		f.coreRow = coreAr
	}
	f.texts = kit.Form(f.env,
		part.Beside(f.env, coreAr, coreEn),
		part.Beside(f.env,
			item(f.env.T("messages.field.action_ar"), f.action.Ar),
			item(f.env.T("messages.field.action_en"), f.action.En)),
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

// show puts a message on show and reports whether it may need another height.
func (f *form) show(d detail) (resized bool) {
	f.core.Remember(d.ID, "core")
	f.core.Set(d.Core)
	f.action.Remember(d.ID, "action")
	f.action.Set(d.Action)
	if resized = d.Problem != f.problem; resized {
		f.problem = d.Problem
		f.coreRow.SetProblem(d.Problem)
	}
	return f.showSegments(d) || resized
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
	switch field {
	case "core":
		return f.core.In(lang), f.texts
	case "action":
		return f.action.In(lang), f.texts
	case "segments":
		if f.segments.Visible() {
			return f.segments, f.peopleRow
		}
	}
	return nil, nil
}
