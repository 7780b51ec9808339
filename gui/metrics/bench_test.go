package metrics

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/domain"
	"athar/domain/metric"
	"athar/gui/guitest"
)

// large is a campaign with a file of n rows, one every three minutes.
func large(n int) (domain.Campaign, map[domain.ID]*metric.Table) {
	t := &metric.Table{Times: make([]int64, n)}
	for c, key := range []string{metric.Impressions, metric.Likes, metric.Comments, metric.Shares} {
		values := make([]float64, n)
		for i := range values {
			t.Times[i] = 1_600_000_000 + int64(i)*180
			values[i] = math.Round(500 + 400*math.Sin(float64(i)/(9000+float64(c)*700)) + float64(i*31%977))
		}
		t.Columns = append(t.Columns, metric.Column{Name: key, Metric: key, Values: values})
	}
	set := setOf("large.csv", t)
	return domain.Campaign{DataSets: []domain.DataSet{set}}, map[domain.ID]*metric.Table{set.ID: t}
}

// BenchmarkFiguresOf300000Rows is the work in the background before the first
// chart of all rows.
func BenchmarkFiguresOf300000Rows(b *testing.B) {
	c, tables := large(300_000)
	table := []*metric.Table{tables[c.DataSets[0].ID]}
	for _, group := range []string{groupRows, groupDay, groupMonth} {
		b.Run(group, func(b *testing.B) {
			for b.Loop() {
				compute(table, measure{Metric: metric.Likes}, group)
			}
		})
	}
}

// BenchmarkFirstChartOf300000Rows is what the window does when the figures are
// there: lay out, thin and make the chart and the table of all rows.
func BenchmarkFirstChartOf300000Rows(b *testing.B) {
	c, tables := large(300_000)
	d := open(b, guitest.Env(b, "en"), c, tables)
	d.screen.setGroup(groupRows)
	d.settle()
	for b.Loop() {
		d.screen.look.version++ // draws anew
		d.screen.show()
	}
}

// BenchmarkHoverOver300000Rows moves the pointer over the chart, which selects
// in the table.
func BenchmarkHoverOver300000Rows(b *testing.B) {
	c, tables := large(300_000)
	d := open(b, guitest.Env(b, "en"), c, tables)
	d.screen.setGroup(groupRows)
	d.settle()
	i := 0
	for b.Loop() {
		i += 7919
		at := fyne.NewPos(float32(100+i%800), 90)
		d.screen.view.page.chart.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	}
}
