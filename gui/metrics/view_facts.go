package metrics

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// showFacts tells of the import.
func (d *dataPage) showFacts(set domain.DataSet) {
	facts := append(d.present.setFacts(set), fact{d.env.T("metrics.fact.imported"), d.present.Date(set.Imported)})
	heading := kit.NewLabel(d.env, d.env.T("metrics.columns"), kit.StyleStrong)
	d.facts.Objects = []fyne.CanvasObject{factGrid(d.env, facts), heading, columnGrid(d.env, d.present, set)}
	d.factsPage.Refresh() // how far it scrolls is another matter now
}

// factGrid shows facts in as many columns as there is room for.
func factGrid(env *kit.Env, facts []fact) fyne.CanvasObject {
	cells := make([]fyne.CanvasObject, len(facts))
	for i, f := range facts {
		value := f.Value
		if value == "" {
			value = i18n.NoFigure
		}
		cells[i] = kit.ColumnTight(kit.NewLabel(env, f.Label, kit.StyleCaption), kit.NewLabel(env, value, kit.StyleBody))
	}
	return kit.Columns(env, 7*fynetheme.Size(theme.Space32), cells...)
}

// columnGrid shows the columns of a data set, all of them: what scrolls inside
// of what scrolls holds up the wheel.
func columnGrid(env *kit.Env, p presenter, set domain.DataSet) fyne.CanvasObject {
	lines := kit.ColumnTight()
	line := func(cells [4]string, style kit.Style) {
		row := kit.Grid(env, len(cells))
		for i, c := range p.columnTitles() {
			row.Add(columnCell(env, cells[i], style, c.Numeric))
		}
		lines.Add(row)
		lines.Add(kit.Separator())
	}
	var titles [4]string
	for i, c := range p.columnTitles() {
		titles[i] = c.Title
	}
	line(titles, kit.StyleCaption)
	for _, r := range p.columnRows(set) {
		line(r, kit.StyleBody)
	}
	return lines
}

// columnCell is a cell of the grid. Figures stand on the right in both
// languages: only there do their units line up.
func columnCell(env *kit.Env, text string, style kit.Style, numeric bool) fyne.CanvasObject {
	label := kit.NewLabel(env, text, style)
	if numeric && !env.RTL() {
		return kit.Row(env, kit.Spacer(), label)
	}
	return label
}

// tableHeight is the height of a table with some rows under its header.
func tableHeight(rows int) float32 {
	line := fyne.MeasureText("M", fynetheme.Size(theme.TextBody), fyne.TextStyle{}).Height
	return (line + 2*fynetheme.Size(fynetheme.SizeNameInnerPadding)) * float32(rows+1)
}
