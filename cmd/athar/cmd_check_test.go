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
	"athar/domain/channel"
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

// checked returns the findings of a text with the rules that begin so.
func checked(t *testing.T, want int, text, rules string, args ...string) (found []findingJSON) {
	t.Helper()
	out, _ := typed(t, want, text, append([]string{"check", "--json"}, args...)...)
	var answer checkJSON
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		t.Fatal(err)
	}
	for _, f := range answer.Findings {
		if strings.HasPrefix(f.Rule, rules) {
			found = append(found, f)
		}
	}
	return found
}

func TestATextThatTheNamedChannelDoesNotTakeIsAnError(t *testing.T) {
	data := filepath.Join(t.TempDir(), "none")
	for name, tt := range map[string]struct {
		want int
		text string
		args []string
		over string // the passage that is too much, "" for none
	}{
		"fits":               {exitOK, strings.Repeat("a", 280) + "\n", []string{"--channel", "x"}, ""},
		"one too many":       {exitProblems, strings.Repeat("a", 281), []string{"--channel", "x"}, "a"},
		"another field":      {exitProblems, strings.Repeat("a", 102), []string{"--channel", "youtube", "--field", "title"}, "aa"},
		"a limit of one own": {exitProblems, strings.Repeat("a", 103), []string{"--channel", "x", "--limit", "100"}, "aaa"},
		"a longer one":       {exitOK, strings.Repeat("a", 300), []string{"--channel", "x", "--limit", "300"}, ""},
		"short messages":     {exitOK, strings.Repeat("م ", 50), []string{"--channel", "sms"}, ""}, // cost more, and are taken
		"one short message":  {exitProblems, strings.Repeat("م", 71), []string{"--channel", "sms", "--limit", "70"}, "م"},
		"without a channel":  {exitOK, strings.Repeat("a", 9000), nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			found := checked(t, tt.want, tt.text, "length_", append(tt.args, "--lang", "en", "--data", data)...)
			if tt.over == "" {
				if len(found) > 0 {
					t.Errorf("found %+v", found)
				}
				return
			}
			if len(found) != 1 || found[0].Passage != tt.over || found[0].Level != "error" || !strings.Contains(found[0].Reason, "too many") {
				t.Errorf("found %+v, want %q", found, tt.over)
			}
		})
	}
}

func TestTheRegionSaysWhichLocalNumbersAreTelephones(t *testing.T) {
	const text = "راسلوا سالم ٩٩١٢٣٤٥٦ في الجهراء"
	data := t.TempDir()
	if err := os.WriteFile(filepath.Join(data, settingsFile), settings.Settings{Region: "EG"}.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for region, want := range map[string]int{"kw": 1, "KW": 1, "EG": 0, "": 0} {
		if found := checked(t, exitOK, text, "privacy_phone", "--region", region, "--data", data); len(found) != want {
			t.Errorf("%q: found are %+v, want %d", region, found, want)
		}
	}
}

func TestFlagsOfACheckThatMeanNothingAreSaidToBeSo(t *testing.T) {
	p := printerOf(t, "en")
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"--region", "Atlantis"}, p.T("cli.error.region", "region", "ATLANTIS")},
		{[]string{"--limit", "10"}, p.T("cli.error.limit_of")},
		{[]string{"--field", "title"}, p.T("cli.error.limit_of")},
		{[]string{"--channel", "x", "--limit", "-1"}, p.T("cli.error.limit", "max", channel.MaxLimit)},
		{[]string{"--channel", "x", "--field", "none"}, p.T("cli.error.field", "field", "none")},
	} {
		if _, errs := typed(t, exitUsage, "text", append([]string{"check", "--lang", "en"}, tt.args...)...); !strings.HasPrefix(errs, tt.want) {
			t.Errorf("%v: %q, want %q", tt.args, errs, tt.want)
		}
	}
}

func TestWhatIsFoundOnSeveralLinesIsSaidOnce(t *testing.T) {
	out, _ := typed(t, exitOK, "Help the handicapped.\n\nThe handicapped help.", "check", "--lang", "en", "--data", filepath.Join(t.TempDir(), "none"))
	if strings.Count(out, "Line ") != 1 || strings.Count(out, "also line 3") != 1 {
		t.Errorf("printed is\n%s", out)
	}
}
