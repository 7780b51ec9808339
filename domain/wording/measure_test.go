package wording_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"athar/domain/check"
	"athar/domain/wording"
)

// texts returns real texts by name, cut into posts, from the folder that
// ATHAR_DATA names. They are no part of the project: a test that wants them is
// skipped without them.
func texts(t testing.TB) map[string][]string {
	t.Helper()
	dir := os.Getenv("ATHAR_DATA")
	if dir == "" {
		t.Skip("no real texts to measure with: ATHAR_DATA names no folder")
	}
	out := map[string][]string{}
	for _, lang := range []string{"ar", "en", "es", "fr"} {
		data, err := os.ReadFile(filepath.Join(dir, "text", "udhr-"+lang+".txt"))
		if err != nil {
			t.Fatal("the folder ATHAR_DATA names has not the texts: ", err)
		}
		out["udhr-"+lang] = []string{strings.ReplaceAll(string(data), "#", "")}
	}
	out["tweets-en"] = column(t, filepath.Join(dir, "metrics", "fivethirtyeight_twitter-ratio_BarackObama.csv"), 1)
	out["tweets-ar"] = column(t, filepath.Join(dir, "text", "ArSarcasm_test.csv"), 4)
	return out
}

func column(t testing.TB, path string, n int) []string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal("the folder ATHAR_DATA names has not the posts: ", err)
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.LazyQuotes, r.FieldsPerRecord = true, -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, row := range rows[1:] {
		text := strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">").Replace(row[n])
		out = append(out, strings.Trim(text, `"`))
	}
	return out
}

// TestHits lists every finding in real texts, for a person who judges them:
//
//	ATHAR_DATA=folder ATHAR_HITS=hits.tsv go test ./domain/wording -run TestHits
//
// A row is: rule, text, passage, the words around it. docs/wording.md has the
// judgement of the last time.
func TestHits(t *testing.T) {
	path := os.Getenv("ATHAR_HITS")
	if path == "" {
		t.Skip("lists findings in real texts to be judged: set ATHAR_HITS to the file for the list")
	}
	rules := shipped(t, true)
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	w := csv.NewWriter(file)
	w.Comma = '\t'
	defer w.Flush()
	for name, posts := range texts(t) {
		for _, post := range posts {
			for _, f := range findings(rules, post, name[len(name)-2:]) {
				if err := w.Write([]string{f.Rule, name, f.Passage, around(post, f)}); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func findings(rules *wording.Rules, text, lang string) []check.Finding {
	return append(rules.Check(text, lang), rules.CheckDraft(text, lang)...)
}

func around(text string, f check.Finding) string {
	runes := []rune(text)
	return strings.Join(strings.Fields(string(runes[max(0, f.Start-40):f.Start])+"»"+string(runes[f.Start:f.End])+"«"+string(runes[f.End:min(len(runes), f.End+40)])), " ")
}
