package metrics

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/kit/chart"
	"athar/gui/theme"
)

// indicatorPage shows an indicator: how far it is, its readings, and what it is.
type indicatorPage struct {
	env     *kit.Env
	present presenter
	content *kit.Scroller
	body    *fyne.Container

	title    *kit.Label
	badge    *kit.Badge
	actual   *kit.Label
	madeOf   *kit.Paragraph
	noLine   *kit.Paragraph
	progress *kit.Paragraph
	standing *kit.Paragraph
	gone     *kit.Paragraph
	chart    *chart.Chart
	picture  *fyne.Container // holds the chart

	name      *kit.Field
	metric    *kit.Select
	metricRow *kit.FormRow
	aggregate *kit.Choice
	sumRow    *kit.FormRow
	tag       *kit.Select
	tagRow    *kit.FormRow
	baseline  *kit.Field
	target    *kit.Field
	baseRow   *kit.FormRow
	targetRow *kit.FormRow
	due       *kit.DatePicker
	dueRow    *kit.FormRow

	ind      domain.Indicator // as shown
	readings []domain.Reading // as shown, the newest first
	linked   bool             // the chart's points are the readings
	pictured string           // which picture is on show
	table    *kit.Table
	none     fyne.CanvasObject // instead of the table
	drop     *kit.Button
	at       *kit.DatePicker
	atRow    *kit.FormRow
	value    *kit.Field
	valueRow *kit.FormRow
	note     *kit.Field
}

func newIndicatorPage(env *kit.Env, p presenter, on intents) *indicatorPage {
	v := &indicatorPage{env: env, present: p}
	remove := kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("metrics.indicator.remove"), Icon: fynetheme.DeleteIcon(), Kind: kit.ButtonQuiet,
		Hint: env.T("metrics.indicator.remove_hint"), OnTapped: on.OnRemoveIndicator,
	})
	v.title = kit.NewLabel(env, "", kit.StyleHeading)
	v.badge = kit.NewBadge(env, " ", kit.ToneNeutral)
	head := kit.Row(env, v.title, v.badge, kit.Spacer(), remove)
	columns := kit.Columns(env, 11*fynetheme.Size(theme.Space32),
		kit.Form(env, v.makeActual(), v.makeReadings(on)), v.makeForm(on))
	v.body = kit.Column(head, kit.Separator(), columns)
	v.content = kit.Follow(env, kit.Scroll(kit.Pad(fynetheme.Size(theme.Space16), v.body)))
	return v
}

// makeActual makes the card that says how far the indicator is.
func (v *indicatorPage) makeActual() fyne.CanvasObject {
	v.actual = kit.NewLabel(v.env, "", kit.StyleHeading)
	v.madeOf = kit.NewParagraph(v.env, "", kit.StyleMuted)
	v.noLine = kit.NewParagraph(v.env, "", kit.StyleMuted)
	v.progress = kit.NewParagraph(v.env, "", kit.StyleStrong)
	v.standing = kit.NewParagraph(v.env, "", kit.StyleMuted)
	v.gone = kit.NewParagraph(v.env, "", kit.StyleWarning)
	v.chart = chart.New(v.env, chart.Model{})
	v.chart.OnPoint = v.pointed
	v.picture = container.New(tall(7*fynetheme.Size(theme.Space32)), v.chart)
	return kit.Surface(kit.ColumnTight(v.actual, v.madeOf, v.progress, v.standing, v.gone, v.noLine, v.picture))
}

func (v *indicatorPage) makeForm(on intents) fyne.CanvasObject {
	env := v.env
	field := func(example string, changed func(string)) *kit.Field {
		return kit.NewField(env, kit.FieldOptions{Placeholder: example, ReadOnly: env.Locked, MaxRunes: domain.MaxName, OnChanged: changed})
	}
	v.name = field(env.T("metrics.field.name_example"), on.OnName)
	v.metric = kit.NewSelect(env, nil, on.OnMetric)
	var ways []kit.Option
	for _, a := range domain.Aggregations() {
		ways = append(ways, kit.Option{Value: string(a), Label: env.T("metrics.aggregate." + string(a))})
	}
	v.aggregate = kit.NewChoice(env, ways, on.OnAggregate)
	tags := []kit.Option{{Value: "", Label: env.T("metrics.tag.none")}}
	for _, t := range domain.IndicatorTags() {
		tags = append(tags, kit.Option{Value: t, Label: env.T("metrics.tag." + t)})
	}
	v.tag = kit.NewSelect(env, tags, on.OnTag)
	v.baseline = field("", on.OnBaseline)
	v.target = field("", on.OnTarget)
	v.due = kit.NewDatePicker(env, kit.DateOptions{Today: on.Today, OnChanged: on.OnDue})
	v.metricRow = kit.NewFormItem(env, env.T("metrics.field.metric"), "", v.metric)
	v.sumRow = kit.NewFormItem(env, env.T("metrics.field.aggregate"), "", kit.Row(env, v.aggregate))
	v.tagRow = kit.NewFormItem(env, env.T("metrics.field.tag"), "", v.tag)
	v.baseRow = kit.NewFormItem(env, env.T("metrics.field.baseline"), "", v.baseline)
	v.targetRow = kit.NewFormItem(env, env.T("metrics.field.target"), "", v.target)
	v.dueRow = kit.NewFormItem(env, env.T("metrics.field.due"), "", v.due)
	return kit.Form(env,
		kit.NewFormItem(env, env.T("metrics.field.name"), "", v.name),
		v.metricRow, v.sumRow, v.tagRow,
		kit.Columns(env, 3.5*fynetheme.Size(theme.Space32), v.baseRow, v.targetRow, v.dueRow))
}

func (v *indicatorPage) makeReadings(on intents) fyne.CanvasObject {
	env := v.env
	v.table = kit.NewTable(env, []kit.TableColumn{
		{Title: env.T("metrics.reading.at"), Width: 130, Order: kit.ByTime(func(row int) time.Time { return v.readings[row].At })},
		{Title: env.T("metrics.reading.value"), Width: 80, Numeric: true, Order: kit.ByNumber(func(row int) float64 { return v.readings[row].Value })},
		{Title: env.T("metrics.reading.note"), Width: 130, Order: kit.ByText(env, func(row int) string { return v.readings[row].Note })},
	}, func() int { return len(v.readings) }, v.cell)
	v.table.OnSelected = func(row int) {
		v.drop.Enable()
		v.chart.Point(v.across(row))
	}
	v.none = kit.NewParagraph(env, env.T("metrics.reading.empty"), kit.StyleMuted)
	v.drop = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("metrics.reading.remove"), Icon: fynetheme.DeleteIcon(), Kind: kit.ButtonQuiet,
		OnTapped: func() { on.OnRemoveReading(v.table.Selected()) },
	})
	add := kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("metrics.reading.add"), Icon: fynetheme.ContentAddIcon(), OnTapped: on.OnAddReading,
	})
	head := kit.Row(env, kit.NewLabel(env, env.T("metrics.readings"), kit.StyleStrong), kit.Spacer(), v.drop, add)
	return kit.Column(head, v.makeNewReading(on),
		kit.Stack(container.New(tall(tableHeight(4)), v.table), v.none))
}

// makeNewReading makes the line in which a reading is typed. Enter adds it from
// wherever the caret is.
func (v *indicatorPage) makeNewReading(on intents) fyne.CanvasObject {
	env := v.env
	field := func() *kit.Field {
		return kit.NewField(env, kit.FieldOptions{
			ReadOnly: env.Locked, MaxRunes: domain.MaxName, OwnUndo: true, OnSubmitted: func(string) { on.OnAddReading() },
		})
	}
	v.at = kit.NewDatePicker(env, kit.DateOptions{Today: on.Today, OnSubmitted: on.OnAddReading})
	v.value, v.note = field(), field()
	v.atRow = kit.NewFormItem(env, env.T("metrics.reading.at"), "", v.at)
	v.valueRow = kit.NewFormItem(env, env.T("metrics.reading.value"), "", v.value)
	return kit.Columns(env, 3.5*fynetheme.Size(theme.Space32), v.atRow, v.valueRow,
		kit.NewFormItem(env, env.T("metrics.reading.note"), "", v.note))
}

// cell shows a reading, the newest first.
func (v *indicatorPage) cell(row, col int) string {
	r := v.readings[row]
	switch col {
	case 0:
		if r.At.IsZero() {
			return i18n.NoFigure
		}
		return v.present.Date(r.At)
	case 1:
		return v.present.value(v.ind, r.Value)
	}
	return r.Note
}

// across returns which point of the chart a row of the table is, and the other
// way round: the table begins with the newest reading. It is -1 when the chart
// shows more than these readings.
func (v *indicatorPage) across(i int) int {
	if !v.linked || i < 0 {
		return -1
	}
	return len(v.readings) - 1 - i
}

func (v *indicatorPage) pointed(i int) {
	v.table.SelectRow(v.across(i))
	v.showDrop()
}

func (v *indicatorPage) showDrop() {
	if v.table.Selected() >= 0 {
		v.drop.Enable()
	} else {
		v.drop.Disable(v.env.T("metrics.reading.choose"))
	}
}
