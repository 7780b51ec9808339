package starter_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/ethics"
)

var now = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

func content(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../assets/content", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func checklist(t testing.TB) ethics.Checklist {
	t.Helper()
	list, err := ethics.Parse(content(t, "ethics.json"))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func channels(t testing.TB) channel.Catalog {
	t.Helper()
	catalog, err := channel.Parse(content(t, "channels.json"))
	if err != nil {
		t.Fatal(err)
	}
	return catalog
}

// metrics returns the metric keys that the importer can give.
func metrics(t testing.TB) []string {
	t.Helper()
	var doc struct {
		Metrics []struct{ Key string }
	}
	if err := json.Unmarshal(content(t, "metrics.json"), &doc); err != nil {
		t.Fatal(err)
	}
	keys := []string{""}
	for _, m := range doc.Metrics {
		keys = append(keys, m.Key)
	}
	return keys
}

// counter gives the IDs 1, 2, 3 …
func counter() func() domain.ID {
	n := byte(0)
	return func() domain.ID { n++; return domain.ID{15: n} }
}

// checkCampaign reports what no shipped campaign may have.
func checkCampaign(t *testing.T, c domain.Campaign) {
	t.Helper()
	seen := map[domain.ID]bool{}
	for _, r := range c.Records() {
		id := r.RecordID()
		if id == domain.NoID || seen[id] {
			t.Errorf("record %c has no ID of its own", r.Kind())
		}
		seen[id] = true
		v, ok := r.(interface{ Validate() domain.Problems })
		if !ok {
			continue
		}
		if problems := v.Validate(); len(problems) > 0 {
			t.Errorf("record %c: %v", r.Kind(), problems[0])
		}
	}
	catalog, keys := channels(t), metrics(t)
	known := func(id string) {
		if _, ok := catalog.Channel(id); !ok {
			t.Errorf("unknown channel %q", id)
		}
	}
	for _, s := range c.Segments {
		for _, id := range s.Channels {
			known(id)
		}
		for name, words := range map[string][]string{
			"channels": s.Channels, "languages": s.Languages, "access needs": s.AccessNeeds,
		} {
			if !slices.IsSorted(words) {
				t.Errorf("%s: %s are not sorted", s.Name, name)
			}
		}
	}
	for _, m := range c.Messages {
		if len(m.Segments) == 0 {
			t.Errorf("%q is for nobody", m.Title)
		}
		for _, v := range m.Variants {
			known(v.Channel)
		}
	}
	for _, i := range c.Indicators {
		if !slices.Contains(keys, i.Metric) {
			t.Errorf("indicator %q: unknown metric %q", i.Name, i.Metric)
		}
	}
	list := checklist(t)
	for _, item := range c.Header.Forced {
		if _, ok := list.Item(item); !ok {
			t.Errorf("unknown item %q", item)
		}
	}
}

// personal finds what looks like an address or a telephone number that could
// be somebody's.
var personal = regexp.MustCompile(`\S@\S|[0-9٠-٩](?:[ ().-]?[0-9٠-٩]){6,}`)

// checkTexts walks through a content file and reports Arabic that is not
// written as Arabic, and personal data.
func checkTexts(t *testing.T, data []byte) {
	t.Helper()
	days := regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)
	spacing := regexp.MustCompile(`  | [،؛؟.:]|[،؛][^ \n]`)
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, child := range v {
				walk(path+"."+k, child)
			}
		case []any:
			for _, child := range v {
				walk(path, child)
			}
		case string:
			if found := personal.FindString(days.ReplaceAllString(v, "")); found != "" {
				t.Errorf("%s: %q looks like personal data", path, found)
			}
			if !strings.HasSuffix(path, ".ar") {
				return
			}
			if strings.HasSuffix(path, ".tags.ar") {
				v = strings.ReplaceAll(v, ", ", "، ") // YouTube parts them at the Latin one
			}
			for _, r := range v {
				if unicode.Is(unicode.Latin, r) || strings.ContainsRune(",;?%\"", r) {
					t.Errorf("%s: %q in %q", path, r, v)
				}
			}
			if spacing.MatchString(v) {
				t.Errorf("%s: spacing in %q", path, v)
			}
		}
	}
	var doc any
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	walk("", doc)
}
