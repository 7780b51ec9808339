package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheHistoryTellsWhatWasDoneAndThatItIsWhole(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	id := strings.TrimSpace(string(terminal(t, exitOK, "new", "--sample", "--data", data)))
	for _, lang := range []string{"ar", "en"} {
		p := printerOf(t, lang)
		said := string(terminal(t, exitOK, "history", id, "--data", data, "--lang", lang))
		for _, want := range []string{p.T("edit.campaign.create"), p.N("history.edits", 1), p.N("history.devices", 1)} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %q is not in %q", lang, want, said)
			}
		}
	}
	var h historyJSON
	if err := json.Unmarshal(terminal(t, exitOK, "history", id, "--json", "--data", data), &h); err != nil {
		t.Fatal(err)
	}
	if !h.Whole || h.Edits != 1 || h.Devices != 1 || len(h.Actions) != 1 {
		t.Fatalf("history %+v", h)
	}
	a := h.Actions[0]
	if a.Label != "edit.campaign.create" || a.Act != "did" || len(a.Records) < 50 || a.Records[0].Fate != "added" || len(a.Records[0].Fields) == 0 {
		t.Errorf("the newest action is %+v", a)
	}
	terminal(t, exitOK, "verify", "--deep", "--data", data)
	complaint(t, exitUsage, "history", "0193-water", "--data", data)
	complaint(t, exitUsage, "history", "--data", data)
}
