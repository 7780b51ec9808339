package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/gui/settings"
)

// typed runs a command with a text on standard input.
func typed(t *testing.T, want int, text string, args ...string) (out, errs string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if got := execute(args, streams{strings.NewReader(text), &stdout, &stderr}); got != want {
		t.Errorf("athar %v ended with %d, want %d: %s", args, got, want, stderr.String())
	}
	return stdout.String(), stderr.String()
}

func TestATextIsCheckedWithRangesInRunes(t *testing.T) {
	const text = "\ufeffاتصلوا على 0599123456 💧.\n\nStudies show it"
	out, _ := typed(t, exitProblems, text, "check", "--json", "--lang", "en")
	var answer checkJSON
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		t.Fatal(err)
	}
	runes := []rune(strings.TrimPrefix(text, "\ufeff"))
	var rules []string
	for _, f := range answer.Findings {
		rules = append(rules, f.Rule)
		if got := string(runes[f.Start:f.End]); got != f.Passage {
			t.Errorf("%s is at %q and says %q", f.Rule, got, f.Passage)
		}
		if f.Reason == "" || f.Alternatives == nil {
			t.Errorf("%s has no reason or no list of alternatives: %+v", f.Rule, f)
		}
	}
	if !slices.Contains(rules, "privacy_phone") || !slices.Contains(rules, "claim_studies") || answer.Language != "en" {
		t.Errorf("language %s, rules %v", answer.Language, rules)
	}
}

func TestNumbersAreReadAsInTheRegionOfTheWindow(t *testing.T) {
	for region, want := range map[string]int{"KW": 1, "EG": 0} {
		data := t.TempDir()
		if err := os.WriteFile(filepath.Join(data, settingsFile), settings.Settings{Region: region}.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		out, _ := typed(t, exitOK, "راسلوا سالم ٩٩١٢٣٤٥٦ في الجهراء", "check", "--json", "--data", data)
		if got := strings.Count(out, `"privacy_phone"`); got != want {
			t.Errorf("%s: %d numbers found, want %d: %s", region, got, want, out)
		}
	}
}

func TestATextWithoutFaultIsSaidToHaveNone(t *testing.T) {
	out, _ := typed(t, exitOK, "نلتقي عند البئر.", "check", "--lang", "ar")
	if !strings.Contains(out, printerOf(t, "ar").T("cli.check.nothing")) {
		t.Errorf("%q", out)
	}
}

func TestWhatCannotBeCheckedIsRefusedInASentence(t *testing.T) {
	p := printerOf(t, "en")
	for name, tt := range map[string]struct{ text, want string }{
		"not UTF-8": {"caf\xe9", p.T("cli.error.not_text", "file", "-")},
		"empty":     {" \n", p.Error(domain.Problem(domain.ErrFileEmpty, "").With("file", "-"))},
		"ten MB":    {strings.Repeat("water ", 10<<20/6), p.Error(domain.Problem(domain.ErrFileTooBig, "").With("file", "-").With("limit_bytes", int64(countLimit)))},
	} {
		if name != "empty" { // which has a length
			if _, errs := typed(t, exitProblems, tt.text, "count", "--channel", "x", "--lang", "en"); strings.TrimSpace(errs) != tt.want {
				t.Errorf("%s, counted: %q, want %q", name, errs, tt.want)
			}
		}
		out, errs := typed(t, exitProblems, tt.text, "check", "--lang", "en")
		if strings.TrimSpace(errs) != tt.want || out != "" {
			t.Errorf("%s: %q and %q, want %q", name, out, errs, tt.want)
		}
	}
}

func TestACampaignWithoutClaimsSaysSo(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	var made campaignJSON
	if err := json.Unmarshal(terminal(t, exitOK, "new", "--json", "--title", "Clean water", "--data", data), &made); err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(string(terminal(t, exitOK, "claims", made.ID.String(), "--json", "--data", data))); got != "[]" {
		t.Errorf("%q", got)
	}
}
