package metrics

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/calendar"
	"athar/domain/metric"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestANewIndicatorIsNamedAndGivenATarget(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c, tables := sample(t)
		d := open(t, env, c, tables)
		d.screen.Add()
		d.Write("Shares per week")
		page := d.screen.view.indicator
		d.writeInto(page.target, "1,5o0")
		if !d.Sees(env.T("error.not_number")) || d.indicator().Target != nil && *d.indicator().Target == 1500 {
			t.Error("a slip is not told")
		}
		d.writeInto(page.target, "١٬٥٠٠")
		d.writeInto(page.due, "٢٠٢٦/٨/١")
		page.target.Focus()
		d.screen.setMetric(metric.Shares)
		d.settle()
		ind := d.indicator()
		if ind.Name != "Shares per week" || ind.Target == nil || *ind.Target != 1500 || calendar.Of(ind.Due) != (calendar.Date{Year: 2026, Month: 8, Day: 1}) {
			t.Fatalf("%+v", ind)
		}
		if page.target.Text() != "١٬٥٠٠" {
			t.Errorf("the field was rewritten to %q", page.target.Text())
		}
		if ind.Aggregate != domain.AggregateSum {
			t.Errorf("shares become one by %s", ind.Aggregate)
		}
		if want := env.T("metrics.actual.of", "actual", 304, "target", 1500); !d.Sees(want) {
			t.Errorf("%q is not read", want)
		}
		if d.Sees(env.T("error.not_number")) {
			t.Error("the slip is still told")
		}
	})
}

func TestVanityIsToldToBeVanity(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, domain.Campaign{}, nil)
		d.screen.Add()
		d.screen.setTag("vanity")
		if !d.Sees(env.T("metrics.tag_help.vanity")) {
			t.Error("it is not told")
		}
	})
}

func TestEnterAddsAReadingAndUndoTakesItBack(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c, tables := sample(t)
		d := open(t, env, c, tables)
		boiled := c.Indicators[1].ID
		d.screen.Show(domain.Place{Kind: domain.KindIndicator, ID: boiled, Field: "reading.value"})
		page := d.screen.view.indicator
		if page.at.Date() != calendar.Of(now) {
			t.Fatalf("the day proposed is %q", page.at.Text())
		}
		d.Write("52,5")
		d.writeInto(page.note, "٩٥ أسرة")
		d.Keys(fyne.KeyReturn)
		all := d.session.Campaign().SortedReadings(boiled)
		last := all[len(all)-1]
		if len(all) != 5 || last.Value != 52.5 || last.Note != "٩٥ أسرة" || last.At.Day() != 20 {
			t.Fatalf("%d readings, the newest %+v", len(all), last)
		}
		if page.value.Text() != "" || !d.Sees(env.T("metrics.actual.of", "actual", 52.5, "target", 60)) {
			t.Error("the new figure is not shown, or the line not emptied")
		}
		page.table.SortBy(1, kit.Descending) // the largest is the newest
		page.table.SelectRow(0)
		d.screen.removeReading(page.table.Selected())
		if n := len(d.session.Campaign().SortedReadings(boiled)); n != 4 {
			t.Fatalf("%d readings after removing the newest", n)
		}
		if got := d.session.Campaign().SortedReadings(boiled)[3].Value; got != 44 {
			t.Errorf("another one was removed: %v is the newest", got)
		}
		if err := d.session.Undo(); err != nil || len(d.session.Campaign().SortedReadings(boiled)) != 5 {
			t.Errorf("undo: %v", err)
		}
	})
}

func TestADueDateIsTypedAndTakenAwayAndUndoBringsItBack(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c, tables := sample(t)
		d := open(t, env, c, tables)
		d.screen.Show(domain.Place{Kind: domain.KindIndicator, ID: c.Indicators[0].ID})
		page := d.screen.view.indicator
		if page.due.Text() != env.Printer.Date(c.Indicators[0].Due) {
			t.Fatalf("the due date is %q", page.due.Text())
		}
		d.writeInto(page.due, "1 / 9")
		page.name.Focus()
		if !d.indicator().Due.Equal(c.Indicators[0].Due) || !d.Sees(env.T("kit.date_not", "example", "30/06/2026")) {
			t.Error("what is no date counted, or is not told")
		}
		d.writeInto(page.due, "17/2/1448")
		page.name.Focus()
		if got := calendar.Of(d.indicator().Due); got != (calendar.Date{Year: 2026, Month: 7, Day: 31}) {
			t.Errorf("typed as a day of the Hijra it is %v", got)
		}
		d.writeInto(page.due, "")
		page.name.Focus()
		if !d.indicator().Due.IsZero() {
			t.Errorf("taken away it is %v", d.indicator().Due)
		}
		if err := d.session.Undo(); err != nil { // both changes of the field in a row
			t.Fatal(err)
		}
		d.settle()
		if page.due.Text() != env.Printer.Date(c.Indicators[0].Due) {
			t.Errorf("after undo it is %q", page.due.Text())
		}
	})
}

func TestAReadingThatCannotBeMeantIsToldUnderItsField(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c, tables := sample(t)
		d := open(t, env, c, tables)
		d.screen.Show(domain.Place{Kind: domain.KindIndicator, ID: c.Indicators[1].ID})
		page := d.screen.view.indicator
		for _, tt := range []struct{ at, value, want string }{
			{"2026-07-20", "", env.T("error.required")},
			{"2026-07-20", "many", env.T("error.not_number")},
			{"20.7", "5", env.T("kit.date_not", "example", "30/06/2026")},
			{"31/6/2026", "5", env.T("kit.date_none")},
			{"", "5", env.T("error.required")},
			{"2026-07-21", "5", env.T("metrics.problem.future")},
		} {
			page.at.SetText(tt.at)
			page.value.SetText(tt.value)
			page.value.Focus()
			d.Keys(fyne.KeyReturn)
			if !d.Sees(tt.want) || len(d.session.Campaign().Readings) != 4 {
				t.Errorf("%q, %q: %q is not told, or it was added", tt.at, tt.value, tt.want)
			}
		}
	})
}

func TestUndoShowsTheOlderTextAndTypingIsLeftAlone(t *testing.T) {
	env := guitest.Env(t, "en")
	c, tables := sample(t)
	d := open(t, env, c, tables)
	d.screen.Show(domain.Place{Kind: domain.KindIndicator, ID: c.Indicators[2].ID, Field: "name"})
	d.Write("All ")
	if got := d.indicator().Name; got != "All Questions answered" {
		t.Fatalf("kept as %q", got)
	}
	if err := d.session.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := d.screen.view.indicator.name.Text(); got != "Questions answered" {
		t.Errorf("undo shows %q", got)
	}
}
