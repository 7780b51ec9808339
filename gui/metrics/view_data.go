package metrics

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/kit/chart"
	"athar/gui/theme"
)

// The two sides of a data set.
const (
	pageFigures = "figures"
	pageImport  = "import"
)

// The ways to draw.
const (
	drawLine = "line"
	drawBar  = "bar"
)

// The directions of the time axis.
const (
	directionReading = "reading"
	directionLTR     = "ltr"
)

// dataPage shows a data set, or all together: the chart over its table, or what
// is known of the import.
type dataPage struct {
	env     *kit.Env
	present presenter
	content *fyne.Container

	head   *fyne.Container
	title  *kit.Label
	pages  *kit.Choice
	remove *kit.Button

	figures *fyne.Container
	measure *kit.Select
	group   *picker
	draw    *kit.Choice
	time    *kit.Choice
	notes   *kit.Paragraph
	heading *kit.Label
	working *kit.Label
	chart   *chart.Chart

	shown  figures // in the chart and the table
	drawn  drawn
	table  *kit.Table
	rows   *kit.Table // of every row for itself
	top    *fyne.Container
	middle *fyne.Container

	facts     *fyne.Container // filled when asked for
	factsPage fyne.CanvasObject
}

func newDataPage(env *kit.Env, p presenter, on intents) *dataPage {
	d := &dataPage{env: env, present: p}
	d.title = kit.NewLabel(env, "", kit.StyleHeading)
	d.pages = kit.NewChoice(env, []kit.Option{
		{Value: pageFigures, Label: env.T("metrics.page.figures")}, {Value: pageImport, Label: env.T("metrics.page.import")},
	}, on.OnPage)
	d.remove = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("metrics.data.remove"), Icon: fynetheme.DeleteIcon(), Kind: kit.ButtonQuiet,
		Hint: env.T("metrics.data.remove_hint"), OnTapped: on.OnRemoveData,
	})
	d.figures = d.makeFigures(on)
	d.facts = kit.Column()
	// The padding of the sides is inside of what scrolls: the bar stands in it.
	edge, gap := fynetheme.Size(theme.Space16), fynetheme.Size(theme.Space8)
	d.factsPage = kit.Follow(env, kit.Scroll(kit.PadSides(edge, gap/2, d.facts)))
	d.head = kit.Row(env, d.title, kit.Spacer(), d.pages, d.remove)
	d.content = kit.PadSides(0, gap, kit.Border(env,
		kit.PadSides(edge, 0, kit.Column(d.head, kit.Separator())), nil, nil, nil,
		kit.Stack(kit.PadSides(edge, 0, d.figures), d.factsPage)))
	return d
}

func (d *dataPage) makeFigures(on intents) *fyne.Container {
	env := d.env
	d.measure = kit.NewSelect(env, nil, func(value string) {
		if i, err := strconv.Atoi(value); err == nil {
			on.OnMeasure(i)
		}
	})
	d.group = newPicker(env, on.OnGroup)
	d.draw = kit.NewChoice(env, []kit.Option{
		{Value: drawLine, Label: env.T("metrics.draw.line")}, {Value: drawBar, Label: env.T("metrics.draw.bar")},
	}, on.OnKind)
	d.time = kit.NewChoice(env, []kit.Option{
		{Value: directionReading, Label: env.T("metrics.time.reading")}, {Value: directionLTR, Label: env.T("metrics.time.ltr")},
	}, on.OnDirection)
	controls := kit.Flow(env,
		labelled(env, env.T("metrics.choose.metric"), d.measure),
		labelled(env, env.T("metrics.choose.group"), d.group.place))
	d.notes = kit.NewParagraph(env, "", kit.StyleMuted)
	d.heading = kit.NewLabel(env, "", kit.StyleStrong)
	d.working = kit.NewLabel(env, env.T("metrics.working"), kit.StyleMuted)
	d.working.Hide()
	d.chart = chart.New(env, chart.Model{})
	d.chart.OnPoint = d.pointed
	d.makeTables()
	ways := kit.Row(env, d.draw)
	if env.RTL() { // read from left to right, time runs that way anyhow
		ways.Add(kit.NewLabel(env, env.T("metrics.choose.time"), kit.StyleCaption))
		ways.Add(d.time)
	}
	head := kit.EndsShort(env, kit.Row(env, d.heading, d.working), ways)
	d.top = kit.Column(controls, d.notes, head)
	d.middle = container.New(shares{11, 8}, kit.Pad(fynetheme.Size(theme.Space4), d.chart), kit.Stack(d.table, d.rows))
	return kit.Border(env, d.top, nil, nil, nil, d.middle)
}

func (d *dataPage) makeTables() {
	env, p := d.env, d.present
	given := kit.ByCompare(cmp.Compare[int]) // time and place have an order of their own
	figure := func(of func(figures) []float64) kit.RowOrder {
		return kit.ByNumber(func(row int) float64 { return of(d.shown)[row] })
	}
	d.table = kit.NewTable(env, []kit.TableColumn{
		{Title: env.T("metrics.table.place"), Width: 200, Order: given},
		{Title: env.T("metrics.table.sum"), Width: 130, Numeric: true, Order: figure(func(f figures) []float64 { return f.Sums })},
		{Title: env.T("metrics.table.count"), Width: 170, Numeric: true, Order: kit.ByNumber(func(row int) float64 { return float64(d.shown.Count[row]) })},
		{Title: env.T("metrics.table.mean"), Width: 130, Numeric: true, Order: figure(func(f figures) []float64 { return f.Means })},
	}, func() int { return len(d.shown.Sums) }, func(row, col int) string {
		f := d.shown
		switch col {
		case 0:
			return p.place(f, row)
		case 1:
			return p.figure(f.Sums[row])
		case 2:
			return p.Int(f.Count[row])
		}
		return p.mean(f.Means[row])
	})
	d.rows = kit.NewTable(env, []kit.TableColumn{
		{Title: env.T("metrics.table.moment"), Width: 220, Order: given},
		{Title: env.T("metrics.table.figure"), Width: 160, Numeric: true, Order: figure(func(f figures) []float64 { return f.Y })},
	}, func() int {
		if d.shown.Group != groupRows {
			return 0
		}
		return len(d.shown.X)
	}, func(row, col int) string {
		if col == 0 {
			return p.place(d.shown, row)
		}
		return p.figure(d.shown.Y[row])
	})
	d.table.OnSelected = d.chart.Point
	d.rows.OnSelected = d.chart.Point
}

// pointed selects in the table what is pointed at in the chart.
func (d *dataPage) pointed(i int) {
	if d.shown.Group == groupRows {
		d.rows.SelectRow(i)
	} else {
		d.table.SelectRow(i)
	}
}

// pageState is what the page shows besides the figures.
type pageState struct {
	title     string
	page      string
	choices   []choice
	measure   int
	group     string
	draw      string
	direction string
	together  bool
	set       domain.DataSet // unless together
	notes     []string
	gone      string // which rows are missing from the store; "" for none
	working   bool
	version   int // of the figures
}

// drawn says which picture is on show.
type drawn struct {
	version         int
	draw, direction string
	name            string
	working         bool
}

// show puts everything on show. The figures are those that were computed last,
// or none while the first are on their way.
func (d *dataPage) show(s pageState, f figures) {
	d.title.SetText(s.title)
	d.pages.SetValue(s.page)
	kit.SetVisible(d.pages, !s.together)
	kit.SetVisible(d.remove, !s.together)
	d.head.Refresh()
	figuresSeen := s.together || s.page == pageFigures
	if kit.SetVisible(d.figures, figuresSeen) || kit.SetVisible(d.factsPage, !figuresSeen) {
		kit.SetVisible(d.factsPage, !figuresSeen)
		d.content.Refresh()
	}
	if !figuresSeen {
		d.showFacts(s.set)
		return
	}
	options := make([]kit.Option, len(s.choices))
	for i, c := range s.choices {
		options[i] = kit.Option{Value: strconv.Itoa(i), Label: c.Label}
	}
	d.measure.SetOptions(options)
	d.measure.SetValue(strconv.Itoa(s.measure))
	d.time.SetValue(s.direction)
	d.showNotes(s)
	d.showFigures(s, f)
}

func (d *dataPage) showNotes(s pageState) {
	notes, style := s.notes, kit.StyleMuted
	if s.gone != "" {
		notes, style = append([]string{s.gone}, notes...), kit.StyleWarning
	}
	d.notes.SetStyle(style)
	d.notes.SetText(strings.Join(notes, "\n"))
	kit.SetVisible(d.notes, len(notes) > 0)
}

func (d *dataPage) showFigures(s pageState, f figures) {
	name, m := "", measure{}
	if s.measure < len(s.choices) {
		name, m = s.choices[s.measure].Label, s.choices[s.measure].measure
	}
	now := drawn{s.version, s.draw, s.direction, name, s.working}
	if now == d.drawn {
		return
	}
	d.drawn = now
	kit.SetVisible(d.working, s.working)
	if s.working {
		d.shown = figures{}
		d.refill(chart.Model{Empty: d.env.T("metrics.working")})
		return
	}
	d.heading.SetText(d.present.heading(name, f))
	byRows, byWord := f.Group == groupRows, f.Words != nil
	kind := chart.Line
	if byWord || !byRows && s.draw == drawBar {
		kind = chart.Bar
	}
	d.drawAs(kind, byRows || byWord)
	d.group.set(d.present.groups(f, m), f.Group)
	d.shown = f
	kit.SetVisible(d.table, !byRows)
	kit.SetVisible(d.rows, byRows)
	d.refill(d.present.model(f, name, kind, d.env.RTL() && s.direction == directionReading))
}

// refill shows other figures in the chart and the tables.
func (d *dataPage) refill(m chart.Model) {
	d.chart.SetModel(m)
	d.table.SelectRow(-1)
	d.rows.SelectRow(-1)
	d.table.Refresh()
	d.rows.Refresh()
	d.figures.Refresh()
}

// drawAs shows how the figures are drawn, and whether that can be chosen: words
// have no order that a line could follow, and single rows are too many for bars.
func (d *dataPage) drawAs(kind chart.Kind, fixed bool) {
	value := drawLine
	if kind == chart.Bar {
		value = drawBar
	}
	d.draw.SetValue(value)
	switch {
	case !fixed:
		d.draw.Enable()
	case kind == chart.Bar:
		d.draw.Disable(d.env.T("metrics.draw.only_bar"))
	default:
		d.draw.Disable(d.env.T("metrics.draw.only_line"))
	}
}
