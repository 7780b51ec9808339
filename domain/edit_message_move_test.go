package domain

import (
	"strings"
	"testing"
)

func titles(c Campaign) string {
	var b strings.Builder
	for _, m := range c.SortedMessages() {
		b.WriteString(m.Title)
	}
	return b.String()
}

func messagesNamed(t *testing.T, names string) Campaign {
	t.Helper()
	var c Campaign
	for _, name := range names {
		var err error
		if c, err = (AddMessage{Message{ID: NewID(), Title: string(name)}}).Apply(c); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

func TestAMessageMovesByPlacesAndStopsAtTheEnds(t *testing.T) {
	for _, tt := range []struct {
		which, by int
		want      string
	}{
		{0, 1, "bacd"},
		{0, 2, "bcad"},
		{0, 9, "bcda"},
		{3, -1, "abdc"},
		{3, -9, "dabc"},
		{1, 0, "abcd"},
		{0, -1, "abcd"},
		{3, 1, "abcd"},
	} {
		c := messagesNamed(t, "abcd")
		moved, err := c.moveMessage(c.SortedMessages()[tt.which].ID, tt.by)
		if err != nil || titles(moved) != tt.want {
			t.Errorf("%d by %d: %s %v, want %s", tt.which, tt.by, titles(moved), err, tt.want)
		}
		if changes := Diff(c, moved); len(changes) > 1 {
			t.Errorf("%d by %d changed %d messages", tt.which, tt.by, len(changes))
		}
	}
}

func TestAMessageMovesBetweenNeighboursThatShareAPlace(t *testing.T) {
	for _, order := range []string{"", "U"} {
		c := messagesNamed(t, "abc")
		for i := range c.Messages {
			c.Messages[i].Order = order
		}
		before := titles(c)
		moved, err := c.moveMessage(c.SortedMessages()[2].ID, -1)
		want := before[:1] + before[2:] + before[1:2]
		if err != nil || titles(moved) != want {
			t.Errorf("all at %q: %s %v, want %s", order, titles(moved), err, want)
		}
	}
}

func TestMovingAMessageThatIsGoneIsRefused(t *testing.T) {
	if _, err := messagesNamed(t, "ab").moveMessage(NewID(), 1); CodeOf(err) != ErrNotFound {
		t.Errorf("got %v", err)
	}
}
