package metrics

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/domain"
	"athar/domain/metric"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestADataSetIsShownAsAChartOverItsTable(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c, tables := sample(t)
		d := open(t, env, c, tables)
		heading := env.T("metrics.heading.sum.day", "metric", d.screen.present.metric(metric.Impressions))
		for _, want := range []string{c.DataSets[0].File, heading, env.Printer.N("metrics.summary", 120), env.Printer.Int(3147)} {
			if !d.Sees(want) {
				t.Errorf("%q is not read", want)
			}
		}
	})
}

func TestTheChartAndTheTablePointAtTheSameRow(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c, tables := sample(t)
		d := open(t, env, c, tables)
		page := d.screen.view.page
		for _, group := range []string{groupDay, groupRows, groupDim + metric.DimType} {
			d.screen.setGroup(group)
			d.settle()
			table := page.table
			if group == groupRows {
				table = page.rows
			}
			page.chart.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(500, 90)}})
			if i := page.chart.Index(); i < 0 || table.Selected() != i {
				t.Errorf("by %s: the chart is at %d, the table at %d", group, i, table.Selected())
			}
			page.chart.MouseOut()
			if table.Selected() != -1 {
				t.Errorf("by %s: the table stays selected", group)
			}
			table.OnSelected(1)
			if page.chart.Index() != 1 {
				t.Errorf("by %s: the chart is at %d", group, page.chart.Index())
			}
		}
	})
}

func TestAnotherMetricNeedsNoOtherTripToTheStore(t *testing.T) {
	env := guitest.Env(t, "en")
	c, tables := sample(t)
	d := open(t, env, c, tables)
	asked := d.tables.asked
	for i, choice := range d.screen.present.choices(d.screen.entries[0]) {
		d.screen.setMeasure(i)
		d.settle()
		if !d.Sees(choice.Label + ": sum per day") {
			t.Errorf("%s is not shown", choice.Label)
		}
	}
	if asked != 1 || d.tables.asked != 1 {
		t.Errorf("the store was asked %d times at first and %d in all", asked, d.tables.asked)
	}
}

func TestRemovingADataSetCanBeUndone(t *testing.T) {
	env := guitest.Env(t, "en")
	c, tables := sample(t)
	d := open(t, env, c, tables)
	d.Press("metrics.data.remove")
	if len(d.session.Campaign().DataSets) != 0 || !d.Sees("No figure yet; the target is 1,000") {
		t.Fatal("the data set or its figures are still there")
	}
	if err := d.session.Undo(); err != nil {
		t.Fatal(err)
	}
	d.settle()
	if d.screen.Place().ID != c.DataSets[0].ID || !d.Sees("3,147") || !d.Sees("1,152 of 1,000") {
		t.Error("undo does not bring its figures back")
	}
}

func TestRowsThatAreNotInTheStoreAreSaidToBeMissing(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c, tables := sample(t)
		d := open(t, env, c, nil)
		if want := env.Printer.N("metrics.note.gone", 1); !d.Sees(want) || len(d.Errors) > 0 {
			t.Fatalf("%q is not read, or it counts as an error: %v", want, d.Errors)
		}
		d.tables.tables = tables
		if err := d.session.Apply(domain.AddDataSets{DataSets: []domain.DataSet{setOf("b.csv", posts(t))}}); err != nil {
			t.Fatal(err)
		}
		d.screen.Show(domain.Place{Kind: domain.KindDataSet, ID: c.DataSets[0].ID})
		d.settle()
		if !d.Sees(env.Printer.Int(3147)) {
			t.Error("rows that came back are not shown")
		}
	})
}

func TestAStoreThatFailsIsReportedOnce(t *testing.T) {
	env := guitest.Env(t, "en")
	c, tables := sample(t)
	c.Indicators = nil
	d := open(t, env, domain.Campaign{}, tables)
	d.tables.err = errors.New("disk on fire")
	if err := d.session.Apply(domain.AddDataSets{DataSets: c.DataSets}); err != nil {
		t.Fatal(err)
	}
	d.settle()
	if len(d.Errors) != 1 {
		t.Fatalf("reported %d times", len(d.Errors))
	}
}

func TestFiguresThatTakeLongSaySo(t *testing.T) {
	env := guitest.Env(t, "en")
	c, tables := sample(t)
	d := open(t, env, c, tables)
	d.screen.setGroup(groupMonth) // under way until the queue is drained
	d.screen.isLate(d.screen.look.asked)
	if !d.Sees("Working out the figures…") {
		t.Error("nothing is said")
	}
	d.settle()
	if d.Sees("Working out the figures…") || !d.Sees("July 2026") {
		t.Error("the figures do not follow")
	}
}

func TestFiguresWithoutDatesSayWhyThereIsNoLine(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c, tables := sample(t)
		for i := range tables[c.DataSets[0].ID].Times {
			tables[c.DataSets[0].ID].Times[i] = metric.NoTime
		}
		tables[c.DataSets[0].ID].Dims = nil
		d := open(t, env, c, tables)
		if got := d.screen.view.page.chart.AccessibilityLabel(); got != env.T("metrics.no_axis") {
			t.Errorf("the chart says %q", got)
		}
		d.screen.Show(domain.Place{Kind: domain.KindIndicator, ID: c.Indicators[0].ID})
		if !d.Sees(env.T("metrics.no_dates")) {
			t.Error("the indicator does not say it")
		}
	})
}

func TestTheTableIsSortedByFigureAndStillPointsAtTheRightPoint(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c, tables := sample(t)
		d := open(t, env, c, tables)
		page := d.screen.view.page
		for column := range 4 {
			for _, sort := range []kit.Sort{kit.Ascending, kit.Descending} {
				page.table.SortBy(column, sort)
				if got, how := page.table.Sorted(); got != column || how != sort {
					t.Fatalf("column %d cannot be sorted", column)
				}
			}
		}
		page.table.SortBy(1, kit.Descending)
		page.table.Focus()
		d.Keys(fyne.KeyDown)
		largest := 0
		for i, v := range page.shown.Sums {
			if v > page.shown.Sums[largest] {
				largest = i
			}
		}
		if i := page.chart.Index(); i != largest {
			t.Errorf("the chart is at %d, the largest figure is %d", i, largest)
		}
	})
}

func TestARebuiltScreenComesBackToThePlace(t *testing.T) {
	env := guitest.Env(t, "en")
	c, tables := sample(t)
	d := open(t, env, c, tables)
	for _, p := range []domain.Place{
		{Kind: domain.KindIndicator, ID: c.Indicators[1].ID}, {Kind: domain.KindDataSet, ID: c.DataSets[0].ID},
	} {
		d.screen.Show(p)
		if got := d.screen.Place(); got.Kind != p.Kind || got.ID != p.ID {
			t.Errorf("at %v instead of %v", got, p)
		}
	}
	d.screen.setMeasure(1)
	d.screen.setGroup(groupWeek)
	d.screen.setKind(drawBar)
	again := open(t, guitest.Env(t, "ar"), c, tables)
	again.screen.Show(d.screen.Place())
	again.settle()
	heading := again.Env.T("metrics.heading.sum.week", "metric", again.screen.present.metric(metric.Engagements))
	if !again.Sees(heading) || again.screen.view.page.draw.Value() != drawBar {
		t.Error("the metric, the grouping or the way to draw is lost")
	}
	d.screen.Show(domain.Place{Kind: domain.KindReading, ID: c.Readings[0].ID})
	if d.screen.Place().ID != c.Indicators[1].ID {
		t.Error("a reading does not lead to its indicator")
	}
	d.screen.Show(domain.Place{Kind: domain.KindIndicator, ID: domain.NewID()})
	if d.screen.Place().ID != c.Indicators[1].ID {
		t.Error("a place that is gone changes the selection")
	}
}

func TestTheTabFitsTheSmallestWindow(t *testing.T) {
	guitest.EveryLook(t, func(t *testing.T, env *kit.Env) {
		c, tables := sample(t)
		d := open(t, env, c, tables)
		for i := range d.screen.indicators {
			d.screen.choose(domain.Place{Kind: domain.KindIndicator, ID: d.screen.indicators[i].ID})
			guitest.Fits(t, d.screen.Content())
		}
		d.screen.choose(domain.Place{Kind: domain.KindDataSet, ID: c.DataSets[0].ID})
		for _, group := range []string{groupDay, groupRows, groupDim + metric.DimType} {
			d.screen.setGroup(group)
			d.settle()
			guitest.Fits(t, d.screen.Content())
		}
	})
}
