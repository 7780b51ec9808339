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

func TestShowCountsHowFarACampaignHasCome(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	made := decoded[campaignJSON](t, terminal(t, exitOK, "new", "--sample", "--data", data, "--json"))
	shown := decoded[shownCampaign](t, terminal(t, exitOK, "show", made.ID.String(), "--data", data, "--json"))
	messages := 0
	for _, n := range shown.Progress.Messages {
		messages += n
	}
	if messages != len(shown.Messages) || shown.Progress.Claims == 0 {
		t.Errorf("of %d messages it counts %+v", len(shown.Messages), shown.Progress)
	}
	for _, lang := range []string{"ar", "en"} {
		said := string(terminal(t, exitOK, "show", made.ID.String(), "--data", data, "--lang", lang))
		p := printerOf(t, lang)
		if want := p.T("tally.count", "what", p.T("messages.status.done"), "n", shown.Progress.Messages[domain.MessageDone]); !strings.Contains(said, want) {
			t.Errorf("%s: %q is not in %q", lang, want, said)
		}
	}
}
