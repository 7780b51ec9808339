package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"athar/domain"
)

// complaint runs a command that is to fail and returns what it said of that.
func complaint(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if got := execute(args, streams{strings.NewReader(""), &out, &errs}); got != want {
		t.Errorf("athar %v ended with %d, want %d: %s", args, got, want, errs.String())
	}
	return errs.String()
}

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

func TestAnIDWithoutACampaignIsAMistakeOfUsage(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	terminal(t, exitOK, "new", "--title", "Clean water", "--data", data)
	export, err := filepath.Abs("../../persistence/tabular/testdata/uci_dataset_Facebook.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"ar", "en"} {
		for kind, id := range map[string]string{"unknown": domain.NewID().String(), "malformed": "0193-water"} {
			for _, args := range [][]string{{"show", id}, {"import-metrics", export, "--campaign", id}} {
				said := complaint(t, exitUsage, append(args, "--data", data, "--lang", lang)...)
				if want := printerOf(t, lang).T("cli.error.id", "id", id); !strings.HasPrefix(said, want) {
					t.Errorf("%s of an %s ID says %q, want %q", args[0], kind, said, want)
				}
				if !strings.Contains(said, "athar list") {
					t.Errorf("%s of an %s ID does not say where IDs are found: %q", args[0], kind, said)
				}
			}
		}
	}
}
