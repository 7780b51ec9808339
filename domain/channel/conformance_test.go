package channel

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gopkg.in/yaml.v3"
)

// The tests of this file run twitter-text's conformance suite.

// suite reads one group of cases; expected has a shape of its own in each.
func suite[T any](t *testing.T, file, group string) []conformanceCase[T] {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "twitter-text", file))
	if err != nil {
		t.Fatal(err)
	}
	var all struct{ Tests map[string]yaml.Node }
	if err := yaml.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	var cases []conformanceCase[T]
	node := all.Tests[group]
	if err := node.Decode(&cases); err != nil {
		t.Fatalf("%s: %v", group, err)
	}
	if len(cases) == 0 {
		t.Fatalf("%s has no group %s", file, group)
	}
	return cases
}

type conformanceCase[T any] struct {
	Description, Text string
	Expected          T
}

type placed struct {
	Hashtag    string
	URL        string
	ScreenName string  `yaml:"screen_name"`
	ListSlug   string  `yaml:"list_slug"`
	Indices    *[2]int // code points
}

func TestXCountsAsTwitterTextDoes(t *testing.T) {
	type result struct {
		WeightedLength int `yaml:"weightedLength"`
		Valid          bool
		Permillage     int
	}
	// The first group was made with configuration version 2, in which an emoji
	// weighs what its code points weigh together.
	groups := []struct {
		name  string
		emoji bool
	}{
		{"WeightedTweetsCounterTest", false},
		{"WeightedTweetsWithDiscountedEmojiCounterTest", true},
		{"UnicodeDirectionalMarkerCounterTest", true},
	}
	post := field(t, "x", "post")
	total := 0
	for _, group := range groups {
		for _, c := range suite[result](t, "validate.yml", group.name) {
			total++
			length := xWeight(c.Text, group.emoji)
			got := result{
				WeightedLength: length,
				Valid:          length > 0 && length <= post.Limit && post.Count(c.Text).Forbidden == nil,
				Permillage:     length * 1000 / post.Limit,
			}
			if got != c.Expected {
				t.Errorf("%s, %s: got %+v, want %+v", group.name, c.Description, got, c.Expected)
			}
		}
	}
	if total != 44 {
		t.Errorf("%d counting cases, want 44", total)
	}
}

func TestHashtagsAreThoseOfTwitterText(t *testing.T) {
	total := 0
	for _, group := range []string{"hashtags", "hashtags_from_astral"} {
		for _, c := range suite[[]string](t, "extract.yml", group) {
			total++
			got := names(c.Text, Hashtags(c.Text))
			if !slices.Equal(got, c.Expected) {
				t.Errorf("%s: got %q, want %q", c.Description, got, c.Expected)
			}
		}
	}
	for _, c := range suite[[]placed](t, "extract.yml", "hashtags_with_indices") {
		total++
		tags := Hashtags(c.Text)
		checkPlaces(t, c, tags, func(p placed) string { return p.Hashtag }, names(c.Text, tags))
	}
	if total != 76 {
		t.Errorf("%d hashtag cases, want 76", total)
	}
}

func TestMentionsAreThoseOfTwitterText(t *testing.T) {
	total := 0
	for _, c := range suite[[]string](t, "extract.yml", "mentions") {
		total++
		if got := mentionNames(Mentions(c.Text)); !slices.Equal(got, c.Expected) {
			t.Errorf("%s: got %q, want %q", c.Description, got, c.Expected)
		}
	}
	for _, group := range []string{"mentions_with_indices", "mentions_or_lists_with_indices"} {
		for _, c := range suite[[]placed](t, "extract.yml", group) {
			total++
			var spans []Span
			var texts []string
			for _, m := range Mentions(c.Text) {
				spans = append(spans, m.Span)
				texts = append(texts, m.Name+m.List)
			}
			checkPlaces(t, c, spans, func(p placed) string { return p.ScreenName + p.ListSlug }, texts)
		}
	}
	if total != 31 {
		t.Errorf("%d mention cases, want 31", total)
	}
}

func TestLinksAreThoseOfTwitterText(t *testing.T) {
	known := map[string]string{} // description: why it fails; none does
	total, failed := 0, 0
	check := func(description string, got, want []string) {
		total++
		reason, expected := known[description]
		switch ok := slices.Equal(got, want); {
		case !ok && !expected:
			t.Errorf("%s: got %q, want %q", description, got, want)
		case !ok:
			failed++
			t.Logf("%s fails: %s", description, reason)
		case expected:
			t.Errorf("%s passes now: take it off the list", description)
		}
	}
	for _, group := range []string{"urls", "tco_urls_with_params"} {
		for _, c := range suite[[]string](t, "extract.yml", group) {
			check(c.Description, texts(c.Text, Links(c.Text)), c.Expected)
		}
	}
	for _, group := range []string{"urls_with_indices", "urls_with_directional_markers"} {
		for _, c := range suite[[]placed](t, "extract.yml", group) {
			links := Links(c.Text)
			checkPlaces(t, c, links, func(p placed) string { return p.URL }, texts(c.Text, links))
			total++
		}
	}
	if total != 108 {
		t.Errorf("%d link cases, want 108", total)
	}
	if failed*20 > total {
		t.Errorf("%d of %d link cases fail, more than 5 %%", failed, total)
	}
}

func TestEveryTopLevelDomainMakesALink(t *testing.T) {
	if n := len(topLevels()); n != 1574 {
		t.Errorf("%d top-level domains, want 1574", n)
	}
	for name := range topLevels() {
		if n := len([]rune(name)); n > longestTopLevel {
			t.Errorf("%s has %d letters, more than longestTopLevel", name, n)
		}
		link := "https://twitter." + name
		if got := texts(link, Links(link)); !slices.Equal(got, []string{link}) {
			t.Errorf("%s: got %q", link, got)
		}
	}
}

func checkPlaces(t *testing.T, c conformanceCase[[]placed], spans []Span, name func(placed) string, texts []string) {
	t.Helper()
	if len(spans) != len(c.Expected) {
		t.Errorf("%s: got %q, want %+v", c.Description, texts, c.Expected)
		return
	}
	for i, want := range c.Expected {
		at := [2]int{len([]rune(c.Text[:spans[i].Start])), len([]rune(c.Text[:spans[i].End]))}
		if texts[i] != name(want) || at != *want.Indices {
			t.Errorf("%s: got %q at %v, want %q at %v", c.Description, texts[i], at, name(want), *want.Indices)
		}
	}
}

func texts(text string, spans []Span) []string {
	found := []string{}
	for _, s := range spans {
		found = append(found, s.In(text))
	}
	return found
}

// names returns the texts without their sign.
func names(text string, spans []Span) []string {
	found := texts(text, spans)
	for i, s := range found {
		found[i] = string([]rune(s)[1:])
	}
	return found
}

func mentionNames(mentions []Mention) []string {
	found := []string{}
	for _, m := range mentions {
		if m.List == "" {
			found = append(found, m.Name)
		}
	}
	return found
}
