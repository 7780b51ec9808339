package metrics

import (
	"fmt"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/metric"
	"athar/gui/guitest"
	"athar/gui/kit"
)

// months is a campaign with one export a month, and no indicator.
func months(t testing.TB) (domain.Campaign, map[domain.ID]*metric.Table) {
	t.Helper()
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID()}}
	tables := map[domain.ID]*metric.Table{}
	for i, m := range []string{"june", "july", "august"} {
		table := posts(t)
		for k := range table.Times {
			table.Times[k] = time.Unix(table.Times[k], 0).UTC().AddDate(0, 2*i, 0).Unix()
			table.IDs[k] = fmt.Sprint(i, table.IDs[k])
		}
		set := setOf("tweet_activity_metrics_"+m+".csv", table)
		set.Imported = now.AddDate(0, i, 0)
		c.DataSets = append(c.DataSets, set)
		tables[set.ID] = table
	}
	return c, tables
}

func TestPictures(t *testing.T) {
	guitest.Album(t, "metrics", []guitest.Look{
		guitest.At(1366, 600, 1), guitest.At(1366, 600, 1.3), guitest.At(1920, 900, 1),
	}, func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
		c, tables := sample(t)
		d := open(t, env, c, tables)
		guitest.Show(env, d.screen.Content(), l.Width, l.Height)
		d.screen.view.page.table.SelectRow(2)
		d.screen.view.page.chart.Point(2)
		take("data")
		d.screen.setGroup(groupDim + metric.DimType)
		d.settle()
		take("type")
		d.screen.setPage(pageImport)
		take("facts")
		for i, what := range []string{"clicks", "boiled", "free"} {
			d.screen.choose(domain.Place{Kind: domain.KindIndicator, ID: d.screen.indicators[i].ID})
			d.settle()
			take(what)
		}
		d.importer.preview = Preview{Files: []Incoming{incoming(t, "حملة 2026 (Clean Water).csv")}}
		d.screen.Dropped([]string{"/x/a.csv"})
		d.settle()
		take("preview")
	})
	guitest.Album(t, "metrics", []guitest.Look{guitest.At(1366, 600, 1)}, func(t *testing.T, env *kit.Env, _ guitest.Look, take func(string)) {
		open(t, env, domain.Campaign{}, nil)
		take("empty")
		c, tables := months(t)
		d := open(t, env, c, tables)
		d.screen.setKind(drawBar)
		d.screen.setGroup(groupWeek)
		d.settle()
		take("together")
		d.importer.preview = Preview{
			Files:  []Incoming{incoming(t, "june.csv"), {Set: c.DataSets[0], Table: &metric.Table{}}},
			Failed: []Failure{{"notes.txt", domain.Problem(domain.ErrFileShape, "").With("file", "notes.txt")}},
		}
		d.screen.Dropped([]string{"/x/a.csv", "/x/b.csv"})
		d.settle()
		take("previews")
	})
}
