package privacy_test

import (
	"encoding/json"
	"os"
	"testing"

	"athar/domain/check"
	"athar/domain/privacy"
)

// piiCase is a text with what is to be found in it.
type piiCase struct {
	Text     string `json:"text"`
	Expected []struct {
		Type       string
		Start, End int
		Text       string
	} `json:"expected"`
}

func piiCases(t testing.TB) []piiCase {
	t.Helper()
	data, err := os.ReadFile("testdata/pii-cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Cases []piiCase }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	return file.Cases
}

func severity(f check.Finding) privacy.Severity {
	return privacy.Severity(f.Args["severity"].(string))
}

func kind(f check.Finding) string { return f.Args["type"].(string) }

func TestEverySpanOfTheSharedCasesIsFoundExactly(t *testing.T) {
	spans := 0
	for _, c := range piiCases(t) {
		found := privacy.New(privacy.Options{}).Check(c.Text, "")
		for _, want := range c.Expected {
			spans++
			hit := false
			for _, f := range found {
				hit = hit || kind(f) == want.Type && f.Start == want.Start && f.End == want.End && f.Passage == want.Text
			}
			if !hit {
				t.Errorf("%q: no %s at %d to %d in %+v", c.Text, want.Type, want.Start, want.End, found)
			}
		}
		if len(found) > len(c.Expected) && len(c.Expected) > 0 {
			t.Errorf("%q: more than expected: %+v", c.Text, found)
		}
	}
	if spans != 30 {
		t.Errorf("%d spans were looked for, want 30", spans)
	}
}

func TestTheQuietCasesStayQuiet(t *testing.T) {
	quiet := 0
	for _, c := range piiCases(t) {
		if len(c.Expected) > 0 {
			continue
		}
		quiet++
		for _, f := range privacy.New(privacy.Options{}).Check(c.Text, "") {
			if severity(f) != privacy.Low || kind(f) != string(privacy.Minor) {
				t.Errorf("%q: %+v", c.Text, f)
			}
		}
	}
	if quiet != 14 {
		t.Errorf("%d quiet texts, want 14", quiet)
	}
}

func TestExampleNumbersOfEveryRegionAreFoundInEveryFormat(t *testing.T) {
	data, err := os.ReadFile("testdata/example-phone-numbers.json")
	if err != nil {
		t.Fatal(err)
	}
	var numbers []struct{ E164, International, National, Region string }
	if err := json.Unmarshal(data, &numbers); err != nil {
		t.Fatal(err)
	}
	for _, n := range numbers {
		for _, written := range []string{n.E164, n.International, n.National} {
			for _, around := range [][2]string{{"Call ", " today"}, {"اتصل على ", " الآن"}, {"(", " واتساب)"}} {
				text := around[0] + written + around[1]
				found := privacy.New(privacy.Options{Regions: []string{n.Region}}).Check(text, "")
				if len(found) != 1 || kind(found[0]) != "PHONE" || found[0].Passage != written && found[0].Passage != "("+written {
					t.Errorf("%s: %q: %+v", n.Region, text, found)
				}
			}
		}
	}
}
