package metrics

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/calendar"
	"athar/gui/kit"
)

// indicatorState is what the page shows of an indicator.
type indicatorState struct {
	ind      domain.Indicator
	readings []domain.Reading // the newest first
	sets     []domain.DataSet
	reached  reached
	standing standing
	working  bool // reached is not known yet
	version  int  // of reached
	mirrored bool
}

// show puts an indicator on show. Fields that say the same already are left
// alone, so that the caret of whoever is typing stays where it is.
func (v *indicatorPage) show(s indicatorState) {
	fresh := s.ind.ID != v.ind.ID
	v.ind, v.readings = s.ind, s.readings
	v.showForm(s, fresh)
	v.showActual(s)
	if now := s.picture(); now != v.pictured {
		v.pictured = now
		v.showPicture(s)
	}
	if fresh {
		v.clearReading()
		v.table.SelectRow(-1)
		v.content.ScrollToTop()
	}
	v.showDrop()
}

// picture names everything that the chart, the table and the distances on the
// page depend on. Drawing them anew at every key typed could be felt.
func (s indicatorState) picture() string {
	return fmt.Sprint(s.ind.ID, s.ind.Metric, s.ind.Aggregate, s.ind.Tag, typed(s.ind, s.ind.Baseline), "/",
		typed(s.ind, s.ind.Target), s.ind.Due, s.standing, s.version, s.working, s.mirrored)
}

func (v *indicatorPage) showPicture(s indicatorState) {
	v.linked = s.reached.Group == groupRows && len(s.reached.X) == len(s.readings)
	m := v.present.indicatorModel(s.ind, s.reached, s.mirrored)
	v.chart.SetModel(m)
	kit.SetVisible(v.picture, len(m.Series) > 0)
	kit.SetVisible(v.table, len(s.readings) > 0)
	kit.SetVisible(v.none, len(s.readings) == 0)
	v.table.Refresh()
	v.body.Refresh()
}

func (v *indicatorPage) showForm(s indicatorState, fresh bool) {
	p, ind := v.present, s.ind
	row := p.indicatorRow(ind, s.reached, s.standing)
	v.title.SetText(row.Name)
	v.badge.Set(row.Badge, row.Tone)
	v.name.Remember(ind.ID.String() + ".name")
	v.name.SetText(ind.Name)
	v.note.Remember(ind.ID.String() + ".note")
	v.metric.SetOptions(p.metricOptions(s.sets, ind.Metric))
	v.metric.SetValue(ind.Metric)
	v.metricRow.SetHelp(helpIf(ind.Metric != "", v.env.T("metrics.field.metric_help")))
	v.aggregate.SetValue(string(ind.Aggregate))
	v.sumRow.SetHelp(helpIf(isRate(ind), v.env.T("metrics.aggregate.rate_help")))
	v.tag.SetValue(ind.Tag)
	v.tagRow.SetHelp(v.env.T("metrics.tag_help." + tagOrNone(ind.Tag)))
	help := helpIf(isRate(ind), v.env.T("metrics.field.percent_help"))
	for _, f := range []struct {
		field *kit.Field
		row   *kit.FormRow
		value *float64
	}{{v.baseline, v.baseRow, ind.Baseline}, {v.target, v.targetRow, ind.Target}} {
		f.row.SetHelp(help)
		if v, ok := readFigure(ind, f.field.Text()); fresh || ok && !sameFigure(v, f.value) {
			f.field.SetText(typed(ind, f.value))
			f.row.SetProblem("")
		}
	}
	if fresh {
		v.due.Clear()
	}
	v.due.SetDate(calendar.Of(ind.Due))
}

// helpIf returns the help where it applies.
func helpIf(applies bool, help string) string {
	if applies {
		return help
	}
	return ""
}

func tagOrNone(tag string) string {
	if slices.Contains(domain.IndicatorTags(), tag) {
		return tag
	}
	return "none"
}

// sameFigure reports whether what was typed is what is kept; a share typed in
// percent may differ in its last digit.
func sameFigure(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	d := *a - *b
	return d < 1e-9 && d > -1e-9
}

func (v *indicatorPage) showActual(s indicatorState) {
	p := v.present
	v.actual.SetText(p.actualOfTarget(s.ind, s.reached))
	v.madeOf.SetText(p.madeOf(s.ind, s.reached, len(s.readings) > 0))
	noLine := p.noLine(s.ind, s.reached)
	v.noLine.SetText(noLine)
	kit.SetVisible(v.noLine, noLine != "")
	progress, gone, standing := p.progress(s.ind, s.reached), p.gone(s.reached.gone), ""
	if s.standing == standingOn || s.standing == standingBehind {
		standing = v.env.T("metrics.standing_help." + string(s.standing))
	}
	if s.working {
		v.madeOf.SetText(v.env.T("metrics.working"))
		progress, standing = "", ""
	}
	v.progress.SetText(progress)
	v.standing.SetText(standing)
	v.gone.SetText(gone)
	kit.SetVisible(v.progress, progress != "")
	kit.SetVisible(v.standing, standing != "")
	kit.SetVisible(v.gone, gone != "")
}

// gone says how many data sets have no rows in the store; "" for none.
func (p presenter) gone(n int) string {
	if n == 0 {
		return ""
	}
	return p.N("metrics.note.gone", n)
}

// clearReading empties the line for a new reading.
func (v *indicatorPage) clearReading() {
	v.value.SetText("")
	v.note.SetText("")
	v.atRow.SetProblem("")
	v.valueRow.SetProblem("")
}

// propose writes the day of a new reading, unless one stands there.
func (v *indicatorPage) propose(today calendar.Date) {
	if v.at.Text() == "" {
		v.at.SetDate(today)
	}
}

// newReading returns what stands in the line for a new reading. ok is false, and
// the field says why, when its day is no date.
func (v *indicatorPage) newReading() (at calendar.Date, value, note string, ok bool) {
	ok = v.at.Commit()
	return v.at.Date(), v.value.Text(), v.note.Text(), ok
}

// fields returns where problems with a field are shown.
func (v *indicatorPage) fields() map[string]*kit.FormRow {
	return map[string]*kit.FormRow{
		"baseline": v.baseRow, "target": v.targetRow,
		"reading.at": v.atRow, "reading.value": v.valueRow,
	}
}

// problem says under a field what is wrong with it; "" takes that away.
func (v *indicatorPage) problem(field, sentence string) {
	if row := v.fields()[field]; row != nil {
		row.SetProblem(sentence)
		v.body.Refresh()
	}
}

// focusable is a widget that can be given the keyboard.
type focusable interface {
	fyne.CanvasObject
	Focus()
}

// focus puts the caret into a field and scrolls to it; an unknown one leaves it
// where it is.
func (v *indicatorPage) focus(field string) {
	all := map[string]focusable{
		"name": v.name, "metric": v.metric, "aggregate": v.aggregate, "tag": v.tag, "baseline": v.baseline,
		"target": v.target, "due": v.due, "reading.at": v.at, "reading.value": v.value,
	}
	if w := all[field]; w != nil {
		w.Focus()
		kit.Reveal(v.content, w)
	}
}
