package gui

import (
	"strings"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/messages"
	"athar/gui/settings"
)

// longNames gives everything that has a name one as long as may be, in one step for
// each record.
func longNames(c domain.Campaign) (all []domain.Edit) {
	name := func(s string) string {
		return strings.TrimSpace(strings.Repeat(s+" ", domain.MaxName))[:domain.MaxName-1]
	}
	all = append(all, domain.Rename{Title: name("Wells")})
	for _, s := range c.Segments {
		s.Name = name("Families")
		all = append(all, domain.ChangeSegment{Segment: s, Field: "name"})
	}
	for _, m := range c.Messages {
		m.Title = name("Boil")
		all = append(all, domain.ChangeMessage{Message: m, Field: "title"})
	}
	for _, i := range c.Indicators {
		i.Name = name("Households")
		all = append(all, domain.ChangeIndicator{Indicator: i, Field: "name"})
	}
	return all
}

// What people write has no say in how wide the window must be.
func TestLongNamesMakeNoTabWiderThanTheScreen(t *testing.T) {
	for _, language := range i18n.Languages() {
		b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Scale: 2, Width: 1366, Height: 700})
		b.openSample()
		b.settle()
		for _, e := range longNames(b.desk.open.Campaign()) {
			b.report(b.desk.open.Apply(e))
		}
		b.settle()
		fits := func(what string) {
			t.Helper()
			b.settle()
			if need := b.window.Content().MinSize(); need.Width > 1366 {
				t.Errorf("%s: %s needs %v", language, what, need)
			}
		}
		for _, tab := range tabs() {
			b.selectTab(tab)
			fits(tab)
		}
		b.selectTab(tabMessages)
		all := b.screens[tabMessages].(*sections)
		for _, s := range all.all {
			all.turn(s.key)
			fits(s.key)
		}
		all.turn("messages")
		for _, side := range []domain.Place{
			{Field: "core.ar"}, {Field: "variant.x.ar"}, {Field: "media"}, {Field: "alternative"}, {Field: "comment"},
		} {
			side.Kind, side.ID = domain.KindMessage, b.desk.open.Campaign().Messages[0].ID
			all.current().(*messages.Screen).Show(side)
			fits(side.Field)
		}
	}
}
