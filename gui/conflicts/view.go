package conflicts

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// intents are what a person can want here.
type intents struct {
	OnSelect   func(i int)
	OnGoTo     func()
	OnKeep     func(side int)
	OnKeepText func(text string)
}

// view is the widgets of the dialog.
type view struct {
	env *kit.Env
	on  intents

	content *fyne.Container
	wrong   *kit.Paragraph // what went wrong
	some    *fyne.Container
	none    fyne.CanvasObject
	count   *kit.Label
	list    *kit.List
	page    *fyne.Container // of the contradiction that is selected
	scroll  *kit.Scroller
	shown   int // how many are listed
}

func newView(env *kit.Env, count func() int, at func(i int) item, on intents) *view {
	v := &view{env: env, on: on, page: kit.Column(), count: kit.NewLabel(env, "", kit.StyleStrong)}
	v.list = kit.NewList(env, kit.ListOptions{
		Count: count, Row: func() fyne.CanvasObject { return kit.NewTwoLineRow(env) },
		Update:     func(i int, o fyne.CanvasObject) { it := at(i); o.(*kit.TwoLineRow).Set(it.Record, it.Field) },
		OnSelected: on.OnSelect,
	})
	v.scroll = kit.Follow(env, kit.Scroll(kit.PadSides(fynetheme.Size(theme.Space12), 0, v.page)))
	start := kit.Border(env, kit.Pad(fynetheme.Size(theme.Space4), v.count), nil, nil, nil, v.list)
	top := kit.Pad(fynetheme.Size(theme.Space4), kit.NewParagraph(env, env.T("conflicts.intro"), kit.StyleMuted))
	v.some = kit.Border(env, top, nil, nil, nil, kit.Split(env, start, v.scroll, 0.36))
	v.none = kit.NewEmptyState(env, fynetheme.ConfirmIcon(), env.T("conflicts.none"), nil)
	v.wrong = kit.NewParagraph(env, "", kit.StyleDanger)
	v.wrong.Hide()
	v.content = kit.Border(env, v.wrong, nil, nil, nil, kit.Stack(v.some, v.none))
	return v
}

// show puts the contradictions on show.
func (v *view) show(count string, all []item, selected int) {
	v.shown = len(all)
	changed := kit.SetVisible(v.some, len(all) > 0)
	if kit.SetVisible(v.none, len(all) == 0) || changed {
		v.content.Refresh()
	}
	v.count.SetText(count)
	v.list.Refresh()
	if len(all) > 0 {
		v.list.Select(selected)
		v.showItem(&all[selected])
	}
}

// tell says what went wrong; nil is nothing.
func (v *view) tell(p *i18n.Printer, err error) {
	if err != nil {
		v.wrong.SetText(p.Error(err))
	}
	if kit.SetVisible(v.wrong, err != nil) || err != nil {
		v.content.Refresh()
	}
}

// showItem puts one contradiction on show, from its beginning.
func (v *view) showItem(it *item) {
	env := v.env
	goTo := kit.NewButton(env, kit.ButtonOptions{Text: env.T("conflicts.go_to"), OnTapped: v.on.OnGoTo})
	v.page.Objects = []fyne.CanvasObject{
		kit.ColumnTight(
			kit.NewParagraph(env, it.Record, kit.StyleStrong),
			kit.Ends(env, kit.NewParagraph(env, it.Field, kit.StyleBody), goTo),
		),
		kit.NewParagraph(env, it.Explain, kit.StyleMuted),
	}
	for i := range it.Sides {
		v.page.Add(v.newSide(i, &it.Sides[i]))
	}
	if it.Mergeable {
		v.page.Add(newMerging(env, it.Text, v.on.OnKeepText))
	}
	v.page.Refresh()
	v.scroll.Refresh()
	v.scroll.ScrollToTop()
}

func (v *view) newSide(i int, s *side) fyne.CanvasObject {
	env := v.env
	keep := kit.NewButton(env, kit.ButtonOptions{Text: s.Keep, OnTapped: func() { v.on.OnKeep(i) }})
	badge := kit.NewBadge(env, s.Shown, kit.ToneInfo)
	value := kit.NewParagraph(env, s.Value, kit.StyleBody)
	if len(s.Parts) > 0 {
		value = kit.NewRevision(env, s.Parts...)
	}
	return kit.Surface(kit.Column(
		kit.Ends(env, kit.NewParagraph(env, s.Who, kit.StyleMuted), badge),
		value,
		kit.Row(env, kit.Spacer(), keep),
	))
}

// newMerging is a text of one's own that takes the place of all sides.
func newMerging(env *kit.Env, text string, keep func(string)) fyne.CanvasObject {
	editor := kit.NewEditor(env, kit.EditorOptions{Text: text, Rows: 4, MaxRunes: domain.MaxLong})
	button := kit.NewButton(env, kit.ButtonOptions{Text: env.T("conflicts.keep_text"), OnTapped: func() { keep(editor.Text()) }})
	return kit.Column(
		kit.NewFormItem(env, env.T("conflicts.own"), env.T("conflicts.own_help"), editor),
		kit.Row(env, kit.Spacer(), button),
	)
}

// focus gives the keyboard to the list: what had it is gone with what was
// settled.
func (v *view) focus() {
	if v.shown > 0 {
		v.list.Focus()
	} else {
		v.env.Window.Canvas().FocusNext()
	}
}
