package ethics

import (
	"fmt"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
)

func BenchmarkOpenTheTab(b *testing.B) {
	for _, c := range []struct {
		name     string
		campaign domain.Campaign
	}{{"plan", domain.Campaign{Header: domain.Header{ID: domain.ID{1}}}}, {"group", said()}} {
		b.Run(c.name, func(b *testing.B) {
			open := newBench(b, "en", c.campaign)
			for b.Loop() {
				s := New(open.screen.deps)
				open.Env.Window.SetContent(s.Content())
				s.Close()
			}
		})
	}
}

func BenchmarkTypeAReason(b *testing.B) {
	open := newBench(b, "en", guitest.Sample(b, "en", moment))
	open.screen.Show(answerPlace("e36"))
	i := 0
	for b.Loop() {
		i++
		open.screen.explain("e36", fmt.Sprint("reason ", i))
	}
}
