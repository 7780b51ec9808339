package metrics

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/calendar"
	"athar/gui/kit"
	"athar/gui/theme"
)

// intents are what a person can want here. The view calls them and decides
// nothing.
type intents struct {
	OnAdd             func()
	OnImport          func()
	OnSelectIndicator func(i int)
	OnSelectData      func(i int)

	OnPage       func(page string)
	OnMeasure    func(i int)
	OnGroup      func(group string)
	OnKind       func(kind string)
	OnDirection  func(direction string)
	OnRemoveData func()

	OnName            func(string)
	OnMetric          func(key string)
	OnAggregate       func(string)
	OnTag             func(string)
	OnBaseline        func(text string)
	OnTarget          func(text string)
	OnDue             func(calendar.Date)
	OnRemoveIndicator func()
	OnAddReading      func()
	OnRemoveReading   func(row int)

	// Today answers which day it is; a wish it is not.
	Today func() calendar.Date
}

// listShare is how much of the width the lists take.
const listShare = 0.28

// side is one of the two lists.
type side struct {
	list  *kit.List
	empty fyne.CanvasObject
}

// show puts the list on show anew, with the i-th of count lines selected.
func (s side) show(i, count int) {
	kit.SetVisible(s.list, count > 0)
	kit.SetVisible(s.empty, count == 0)
	s.list.Refresh()
	s.list.Select(i)
}

// rowsToShow gives the view the lines of its lists.
type rowsToShow struct {
	indicators func() int
	indicator  func(i int) indicatorRow
	data       func() int
	dataAt     func(i int) dataRow
}

// view is the widgets of the tab. They are made once; show puts values in.
type view struct {
	env        *kit.Env
	content    fyne.CanvasObject
	indicators side
	data       side

	end       *fyne.Container // holds the three
	nothing   fyne.CanvasObject
	page      *dataPage
	indicator *indicatorPage
}

func newView(env *kit.Env, p presenter, rows rowsToShow, on intents) *view {
	v := &view{env: env, page: newDataPage(env, p, on), indicator: newIndicatorPage(env, p, on)}
	v.indicators.list = kit.NewList(env, kit.ListOptions{
		Count:       rows.indicators,
		Row:         func() fyne.CanvasObject { return newIndicatorLine(env) },
		Update:      func(i int, o fyne.CanvasObject) { o.(*indicatorLine).show(rows.indicator(i)) },
		OnSelected:  on.OnSelectIndicator,
		OnActivated: func(int) { v.indicator.name.Focus() },
	})
	v.data.list = kit.NewList(env, kit.ListOptions{
		Count:      rows.data,
		Row:        func() fyne.CanvasObject { return kit.NewTwoLineRow(env) },
		Update:     func(i int, o fyne.CanvasObject) { r := rows.dataAt(i); o.(*kit.TwoLineRow).Set(r.Title, r.Detail) },
		OnSelected: on.OnSelectData,
	})
	v.indicators.empty = kit.NewParagraph(env, env.T("metrics.indicators.empty"), kit.StyleMuted)
	v.data.empty = kit.NewParagraph(env, env.T("metrics.data.empty"), kit.StyleMuted)
	v.nothing = kit.NewEmptyState(env, fynetheme.GridIcon(), env.T("metrics.nothing"), nil)
	v.end = kit.Stack(v.nothing, v.page.content, v.indicator.content)
	v.content = kit.Split(env, v.makeLists(on), v.end, listShare)
	return v
}

func (v *view) makeLists(on intents) fyne.CanvasObject {
	add := kit.NewButton(v.env, kit.ButtonOptions{
		Text: v.env.T("metrics.indicators.new"), Icon: fynetheme.ContentAddIcon(), OnTapped: on.OnAdd,
	})
	bring := kit.NewButton(v.env, kit.ButtonOptions{
		Text: v.env.T("metrics.data.import"), Icon: fynetheme.DownloadIcon(), Kind: kit.ButtonPrimary,
		Hint: v.env.T("metrics.data.import_hint"), OnTapped: on.OnImport,
	})
	return container.New(shares{1, 1},
		v.makeSide(v.env.T("metrics.indicators"), add, v.indicators),
		v.makeSide(v.env.T("metrics.data"), bring, v.data))
}

func (v *view) makeSide(title string, button *kit.Button, s side) fyne.CanvasObject {
	gap := fynetheme.Size(theme.Space8)
	head := kit.Ends(v.env, kit.NewLabel(v.env, title, kit.StyleHeading), button)
	return kit.Pad(gap, kit.Border(v.env, kit.Column(head, kit.Gap(0)), nil, nil, nil,
		kit.Stack(s.list, kit.Column(s.empty))))
}

// show decides which of the three pages is seen.
func (v *view) show(page, indicator bool) {
	changed := kit.SetVisible(v.page.content, page)
	changed = kit.SetVisible(v.indicator.content, indicator) || changed
	if kit.SetVisible(v.nothing, !page && !indicator) || changed {
		v.end.Refresh() // what was hidden was not laid out
	}
}

// labelled is a control with its label above.
func labelled(env *kit.Env, label string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.ColumnTight(kit.NewLabel(env, label, kit.StyleCaption), o)
}
