package channel

import (
	"os"
	"testing"
)

// catalog reads the file that the program ships.
func catalog(t testing.TB) Catalog {
	t.Helper()
	data, err := os.ReadFile("../../assets/content/channels.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func field(t testing.TB, channel, id string) Field {
	t.Helper()
	c, ok := catalog(t).Channel(channel)
	if !ok {
		t.Fatalf("no channel %s", channel)
	}
	f, ok := c.Field(id)
	if !ok {
		t.Fatalf("channel %s has no field %s", channel, id)
	}
	return f
}
