package metrics

import (
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

// parts returns the fields and texts on show in a scroller.
func parts(s *kit.Scroller) (all []fyne.CanvasObject) {
	for _, o := range guitest.FindVisible[*kit.Field](s) {
		all = append(all, o)
	}
	for _, o := range guitest.FindVisible[*kit.Select](s) {
		all = append(all, o)
	}
	for _, o := range guitest.FindVisible[*kit.Paragraph](s) {
		all = append(all, o)
	}
	for _, o := range guitest.FindVisible[*kit.Label](s) {
		all = append(all, o)
	}
	return all
}

// TestAScrollBarTouchesNothing of what it scrolls: the bar lies over the edge of
// the page, at the reading end.
func TestAScrollBarTouchesNothing(t *testing.T) {
	const air, rounding = 4, 0.01
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c, tables := sample(t)
		d := open(t, env, c, tables)
		for _, width := range []float32{800, 1366} {
			guitest.Show(env, d.screen.Content(), width, 500)
			clear := func(page string) {
				t.Helper()
				least := fynetheme.Size(fynetheme.SizeNameScrollBar) + air - rounding
				scrollers := guitest.FindVisible[*kit.Scroller](d.screen.Content())
				if len(scrollers) != 1 || len(parts(scrollers[0])) == 0 {
					t.Fatalf("%s: %d scrollers on show, want one with something in it", page, len(scrollers))
				}
				s := scrollers[0]
				if have, need := s.Content.Size().Height, s.Content.MinSize().Height; have < need {
					t.Errorf("%s, %g wide: %g high where %g are needed: the rest is out of reach", page, width, have, need)
				}
				for _, o := range parts(s) {
					start := guitest.Left(o) - guitest.Left(s)
					end := s.Size().Width - start - o.Size().Width
					if start < least || end < least {
						t.Errorf("%s, %g wide: %q leaves %g and %g at the edges, want %g",
							page, width, guitest.Texts(o), start, end, least)
					}
				}
			}
			d.screen.setPage(pageImport)
			d.settle()
			clear("facts")
			d.screen.choose(domain.Place{Kind: domain.KindIndicator, ID: d.screen.indicators[0].ID})
			d.settle()
			clear("indicator")
			d.screen.choose(domain.Place{Kind: domain.KindDataSet, ID: c.DataSets[0].ID})
			d.settle()
		}
	})
}
