package home

import (
	"testing"

	"athar/domain"
	"athar/gui/guitest"
)

// BenchmarkKeyInAMessage is what the tab adds to a key typed into a message of
// a very big campaign: the self-check, its sentences and their comparison with
// those on show.
func BenchmarkKeyInAMessage(b *testing.B) {
	tab := open(b, guitest.Env(b, "ar"), 0, big())
	typed := false
	for b.Loop() {
		m := tab.desk.campaigns[0].Messages[7]
		typed = !typed
		text := domain.Text{En: "Clean water"}
		if typed {
			text.En = "Clean wate"
		}
		m = m.WithVariant(domain.Variant{Channel: "x", Text: text})
		c := tab.desk.campaigns[0]
		c.Messages = append([]domain.Message{}, c.Messages...)
		c.Messages[7] = m
		tab.desk.campaigns[0] = c
		tab.screen.ListChanged()
	}
}

func BenchmarkFindings(b *testing.B) {
	k, c := newChecker(rules(b)), big()
	for b.Loop() {
		k.findings(c)
	}
}
