package privacy_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"athar/domain/privacy"
)

// TestRealTweetsRaiseHardlyAnAlarm reads the tweets of a campaign account, which hold
// no private data. They are too large for the repository and stand in the folder that
// ATHAR_DATA names.
func TestRealTweetsRaiseHardlyAnAlarm(t *testing.T) {
	tweets := realColumn(t, "metrics/fivethirtyeight_twitter-ratio_BarackObama.csv", "text")
	finder := privacy.New(privacy.Options{Regions: []string{"US"}})
	alarms := 0
	for _, tweet := range tweets {
		for _, f := range finder.Check(tweet, "en") {
			alarms++
			t.Logf("%s %s %q", kind(f), severity(f), f.Passage)
			if severity(f) == privacy.High {
				t.Errorf("a false alarm of high severity: %q in %q", f.Passage, tweet)
			}
		}
	}
	if alarms*100 >= len(tweets) {
		t.Errorf("%d alarms in %d tweets, want fewer than 1 in 100", alarms, len(tweets))
	}
}

// TestRealArabicTweetsRaiseHardlyAnAlarm does the same with the ArSarcasm set.
func TestRealArabicTweetsRaiseHardlyAnAlarm(t *testing.T) {
	tweets := realColumn(t, "text/ArSarcasm_test.csv", "tweet")
	finder := privacy.New(privacy.Options{Regions: []string{"KW", "TN", "LB", "SA", "EG"}}) // more than anybody names
	alarms := 0
	for _, tweet := range tweets {
		for _, f := range finder.Check(tweet, "ar") {
			t.Logf("%s %s %q", kind(f), severity(f), f.Passage)
			if severity(f) != privacy.Low {
				alarms++
			}
		}
	}
	if alarms*100 >= len(tweets) {
		t.Errorf("%d alarms in %d tweets, want fewer than 1 in 100", alarms, len(tweets))
	}
}

func realColumn(t *testing.T, file, header string) []string {
	t.Helper()
	folder := os.Getenv("ATHAR_DATA")
	if folder == "" {
		t.Skip("the data set is not at hand: ATHAR_DATA names no folder")
	}
	data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(file)))
	if err != nil {
		t.Skipf("the data set is not at hand: %v", err)
	}
	r := csv.NewReader(strings.NewReader(string(data)))
	r.LazyQuotes, r.FieldsPerRecord = true, -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := -1
	for i, name := range rows[0] {
		if strings.TrimPrefix(name, "\ufeff") == header {
			column = i
		}
	}
	var cells []string
	for _, row := range rows[1:] {
		if column >= 0 && column < len(row) {
			cells = append(cells, row[column])
		}
	}
	if len(cells) < 1000 {
		t.Fatalf("only %d cells of %q", len(cells), header)
	}
	return cells
}
