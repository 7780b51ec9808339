package main

import (
	"encoding/json"
	"path/filepath"
	"testing"
)

func TestANewCampaignIsPrintedAsItIsListed(t *testing.T) {
	for name, ways := range map[string][]string{
		"blank":    {"--title", "Clean water"},
		"template": {"--title", "ماء نظيف", "--template", "service"},
		"sample":   {"--sample"},
	} {
		t.Run(name, func(t *testing.T) {
			data := filepath.Join(t.TempDir(), "data")
			var made campaignJSON
			printed := terminal(t, exitOK, append([]string{"new", "--json", "--data", data}, ways...)...)
			if err := json.Unmarshal(printed, &made); err != nil {
				t.Fatal(err)
			}
			var list []campaignJSON
			if err := json.Unmarshal(terminal(t, exitOK, "list", "--json", "--data", data), &list); err != nil {
				t.Fatal(err)
			}
			if len(list) != 1 || list[0] != made {
				t.Errorf("printed %+v, listed %+v", made, list)
			}
		})
	}
}
