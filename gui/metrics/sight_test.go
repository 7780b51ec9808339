package metrics

import (
	"testing"

	"athar/domain"
	"athar/domain/metric"
	"athar/gui/guitest"
	"athar/gui/kit"
)

// seen is what is right to be seen besides the catalogs.
func seen(c domain.Campaign) guitest.Sight {
	s := guitest.Sight{
		Data: []string{
			"notes.txt .csv .tsv .txt", "حملة 2026 (Clean Water).csv june.csv", // files
			"Impressions Likes Engagements Shares URL Clicks Bookmarks Type Photo Video فيديو قصير", // columns and what is in them
			"Post text Post Link User name اسم الناشر Reply", "94 homes asked", "UTF",
		},
		Short: map[string]string{
			"metrics.actual.": "how far an indicator is, in a list; its page says it whole",
		},
	}
	for _, d := range c.DataSets {
		s.Data = append(s.Data, d.File)
	}
	for _, i := range c.Indicators {
		s.Data = append(s.Data, i.Name)
	}
	return s
}

func TestEveryStateIsWholeAndInOrder(t *testing.T) {
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		c, tables := sample(t)
		look := func(what string) {
			t.Run(what, func(t *testing.T) {
				guitest.See(t, env, seen(c))
				guitest.Walk(t, env)
			})
		}
		open(t, env, domain.Campaign{}, nil)
		look("empty")
		d := open(t, env, c, tables)
		look("data")
		d.screen.setGroup(groupDim + metric.DimType)
		d.settle()
		look("by type")
		d.screen.setPage(pageImport)
		look("facts")
		for i, what := range []string{"clicks", "boiled", "free"} {
			d.screen.choose(domain.Place{Kind: domain.KindIndicator, ID: d.screen.indicators[i].ID})
			d.settle()
			look(what)
		}
		d.importer.preview = Preview{
			Files:  []Incoming{incoming(t, "حملة 2026 (Clean Water).csv")},
			Failed: []Failure{{"notes.txt", domain.Problem(domain.ErrFileShape, "").With("file", "notes.txt")}},
		}
		d.screen.Dropped([]string{"/x/a.csv"})
		d.settle()
		look("preview")
	})
}

func TestSeveralFilesTogetherAreWholeAndInOrder(t *testing.T) {
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		c, tables := months(t)
		d := open(t, env, c, tables)
		d.screen.setKind(drawBar)
		d.screen.setGroup(groupWeek)
		d.settle()
		guitest.See(t, env, seen(c))
		guitest.Walk(t, env)
	})
}
