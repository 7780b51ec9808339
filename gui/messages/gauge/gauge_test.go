package gauge

import (
	"strings"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
)

func TestOnlyATextThatChangedIsCountedAgain(t *testing.T) {
	g := New(guitest.Channels(t))
	m := domain.Message{ID: domain.NewID()}
	m = m.WithOutgoing("x", "", "en", "one").WithOutgoing("x", "", "ar", "واحد").WithOutgoing("sms", "", "en", "one")
	if g.Over(m) != 0 || len(g.known) != 3 {
		t.Fatalf("%d texts are counted", len(g.known))
	}
	for at, k := range g.known {
		k.count.Length = -1 // would be seen if it were counted again
		g.known[at] = k
	}
	changed := Spot{Message: m.ID, Channel: "x", Lang: "en"}
	g.Over(m.WithOutgoing("x", "", "en", "two"))
	for at, k := range g.known {
		if again := k.count.Length != -1; again != (at == changed) {
			t.Errorf("%v: counted again: %v", at, again)
		}
	}
}

func TestTextsThatTheirChannelRefusesAreCounted(t *testing.T) {
	g := New(guitest.Channels(t))
	m := domain.Message{ID: domain.NewID()}.
		WithOutgoing("x", "", "en", strings.Repeat("a", 300)).
		WithOutgoing("x", "", "fr", strings.Repeat("b", 300)).
		WithOutgoing("x", "", "ar", "ماء").
		WithOutgoing("nobody", "", "en", strings.Repeat("a", 300))
	if got := g.Over(m); got != 2 {
		t.Errorf("%d texts are too long, want 2", got)
	}
}

func TestWhatFollowsTheCoreAndEveryFieldIsCounted(t *testing.T) {
	g := New(guitest.Channels(t))
	m := domain.Message{ID: domain.NewID(), Core: domain.Text{En: strings.Repeat("a", 300), Ar: "ماء"}}.
		WithChannel("x", true).
		WithOutgoing("youtube", "title", "en", strings.Repeat("a", 101)).
		WithOutgoing("bluesky", "", "en", "short")
	if got := g.Over(m); got != 2 {
		t.Errorf("%d texts are too long, want that of X, which follows the core, and the title", got)
	}
}
