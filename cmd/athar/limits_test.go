package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"athar/domain/channel"
	"athar/persistence"
)

// countOnX counts five letters as X does, with the data of a folder.
func countOnX(t *testing.T, want int, dir string) countJSON {
	t.Helper()
	out, _ := typed(t, want, "hello", "count", "--json", "--channel", "x", "--data", dir)
	var answer countJSON
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

func TestTheTerminalCountsWithTheLimitsThatWereGiven(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	if got := countOnX(t, exitOK, dir); got.Limit != 280 {
		t.Errorf("without data the limit is %d", got.Limit)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Error("counting made the data folder")
	}
	store, err := persistence.Open(dir, openOptions(nil))
	if err != nil {
		t.Fatal(err)
	}
	limits := []channel.Limit{{Channel: "x", Field: "post", Part: channel.LimitLength, Number: 3, Source: "s", AsOf: "2026-11-01"}}
	if err := limitsIn(store, nil).Keep(context.Background(), limits); err != nil {
		t.Fatal(err)
	}
	// The window may be open meanwhile.
	if got := countOnX(t, exitProblems, dir); got.Limit != 3 || got.Over != 2 {
		t.Errorf("with the limit that was given: %+v", got)
	}
	if kept := limitsIn(store, nil).Kept; len(kept) != 1 || kept[0] != limits[0] {
		t.Errorf("the window begins with %v", kept)
	}
	if err := limitsIn(store, nil).Keep(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if got := countOnX(t, exitOK, dir); got.Limit != 280 {
		t.Errorf("after taking it back the limit is %d", got.Limit)
	}
}
