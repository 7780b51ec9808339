package home

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/retention"
	"athar/gui/kit"
	"athar/gui/theme"
)

// listView is the start side: what can be begun, which campaigns to show, and
// the list of them.
type listView struct {
	env     *kit.Env
	content *fyne.Container

	top    *fyne.Container
	sample *kit.Button
	filter *kit.Field
	shelf  *kit.Choice
	keep   *kit.Select
	stay   *kit.FormRow
	empty  *kit.Button
	trash  *fyne.Container // what is there in the trash only
	list   *kit.List
	middle *fyne.Container // the list, or
	none   *fyne.Container // why it is empty
	said   string          // in none
	onAll  func()
}

func newListView(env *kit.Env, count func() int, rowAt func(i int) row, on intents) *listView {
	v := &listView{env: env, none: kit.Stack(), onAll: on.OnShowAll}
	create := kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("home.new"), Icon: fynetheme.ContentAddIcon(), Kind: kit.ButtonPrimary, OnTapped: on.OnNew,
	})
	v.sample = kit.NewButton(env, kit.ButtonOptions{Text: env.T("home.sample"), OnTapped: on.OnSample})
	v.filter = kit.NewField(env, kit.FieldOptions{
		Placeholder: env.T("home.filter"), Icon: fynetheme.SearchIcon(), Clear: true, OwnUndo: true, OnChanged: on.OnQuery,
		OnSubmitted: func(string) { v.list.Focus() },
	})
	v.shelf = kit.NewChoice(env, shelfOptions(env.Printer), func(value string) { on.OnShelf(shelf(value)) })
	v.list = kit.NewList(env, kit.ListOptions{
		Count:      count,
		Row:        func() fyne.CanvasObject { return newListRow(env) },
		Update:     func(i int, o fyne.CanvasObject) { o.(*listRow).show(rowAt(i)) },
		OnSelected: on.OnSelect, OnActivated: on.OnActivate, OnDelete: on.OnDelete,
	})
	v.keep = kit.NewSelect(env, keepOptions(env.Printer), func(value string) { on.OnKeep(retention.Keep(value)) })
	v.empty = kit.NewButton(env, kit.ButtonOptions{Text: env.T("home.trash.empty"), Icon: fynetheme.DeleteIcon(), OnTapped: on.OnEmpty})
	v.stay = kit.NewFormItem(env, env.T("home.keep"), " ", kit.Row(env, v.keep))
	v.trash = kit.Column(v.stay, kit.Flow(env, v.empty))
	v.top = kit.Flow(env, create, v.sample)
	v.middle = kit.Stack(v.none, v.list)
	top := kit.Column(v.top, v.filter, kit.Flow(env, v.shelf), v.trash)
	v.content = kit.Pad(fynetheme.Size(theme.Space12), kit.Border(env, top, nil, nil, nil, v.middle))
	return v
}

// show puts the list on show anew, or says why there is nothing in it.
func (v *listView) show(count int, none string, showAll bool) {
	changed := kit.SetVisible(v.list, count > 0)
	changed = kit.SetVisible(v.none, count == 0) || changed
	relayout(v.middle, changed)
	if count == 0 && none != v.said {
		v.said = none
		v.none.Objects = []fyne.CanvasObject{kit.NewEmptyState(v.env, nil, none, v.allButton(showAll))}
		v.none.Refresh()
	}
	v.list.Refresh()
}

// offerSample shows the button for the sample or takes it away.
func (v *listView) offerSample(wanted bool) {
	if kit.SetVisible(v.sample, wanted) {
		v.content.Refresh() // with it, a line may come or go
	}
}

// showTrash shows what is there in the trash only, or takes it away. help says
// what the chosen time means.
func (v *listView) showTrash(wanted, any bool, help string) {
	v.stay.SetHelp(help)
	if any {
		v.empty.Enable()
	} else {
		v.empty.Disable(v.env.T("home.none.trash"))
	}
	if kit.SetVisible(v.trash, wanted) {
		v.content.Refresh()
	}
}

func (v *listView) allButton(wanted bool) fyne.CanvasObject {
	if !wanted {
		return nil
	}
	return kit.NewButton(v.env, kit.ButtonOptions{Text: v.env.T("home.show_all"), OnTapped: v.onAll})
}

var _ fyne.Widget = (*listRow)(nil)

// listRow is one campaign in the list: its title and stage over what is open in
// it, over how much there is in it.
type listRow struct {
	kit.ListRow

	title               *kit.Label
	stage, sample, open *kit.Badge
	musts               *kit.Badge
	when, counts        *kit.Label
	first, second       *fyne.Container
	third               *fyne.Container
}

func newListRow(env *kit.Env) *listRow {
	// A badge without words takes no room: the row is made with all that it can
	// hold, so that it is high enough for it.
	r := &listRow{
		title:  kit.NewLabel(env, " ", kit.StyleStrong),
		stage:  kit.NewBadge(env, " ", kit.ToneNeutral),
		sample: kit.NewBadge(env, " ", kit.ToneNeutral),
		open:   kit.NewBadge(env, " ", kit.ToneInfo),
		musts:  kit.NewBadge(env, " ", kit.ToneWarning),
		when:   kit.NewLabel(env, " ", kit.StyleCaption),
		counts: kit.NewLabel(env, " ", kit.StyleCaption),
	}
	// The title gives way to the badges, however large the text is.
	r.first = kit.Border(env, nil, nil, nil, kit.Row(env, r.open, r.stage), r.title)
	r.second = kit.Row(env, r.when, kit.Spacer(), r.musts)
	r.third = kit.Row(env, r.counts, kit.Spacer(), r.sample)
	r.Content = kit.Pad(fynetheme.Size(theme.Space8), kit.ColumnTight(r.first, r.second, r.third))
	r.ExtendBaseWidget(r)
	return r
}

func (r *listRow) show(w row) {
	r.title.SetText(w.Title)
	r.stage.Set(w.Stage, w.StageTone)
	r.sample.Set(w.Sample, kit.ToneNeutral)
	r.open.Set(w.Open, kit.ToneInfo)
	r.musts.Set(w.Musts, w.MustsTone)
	r.when.SetText(w.When)
	r.counts.SetText(w.Counts)
	r.first.Refresh()
	r.second.Refresh()
	r.third.Refresh()
}
