package ethics_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"athar/domain"
	"athar/domain/ethics"
)

const contentFile = "../../assets/content/ethics.json"

func shippedBytes(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile(contentFile)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func shipped(t testing.TB) ethics.Checklist {
	t.Helper()
	list, err := ethics.Parse(shippedBytes(t))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestShippedChecklistHasTheFiftyItemsOfTheDesign(t *testing.T) {
	list := shipped(t)
	if got := len(list.Items); got != 50 {
		t.Errorf("%d items, want 50", got)
	}
	if got := len(list.Groups); got != 8 {
		t.Errorf("%d groups, want 8", got)
	}
	musts := 0
	for _, item := range list.Items {
		if item.Level == ethics.Must {
			musts++
		}
	}
	if musts != 32 {
		t.Errorf("%d musts, want 32", musts)
	}
}

func TestShippedConditionsFollowTheDesign(t *testing.T) {
	want := map[string]domain.Fact{
		"e02": domain.FactFunded, "e05": domain.FactAI, "e19": domain.FactImages,
		"e21": domain.FactSocial, "e35": domain.FactIdentifiable,
		"e36": domain.FactIdentifiable, "e37": domain.FactIdentifiable,
		"e39": domain.FactIdentifiable, "e46": domain.FactChildren,
		"e47": domain.FactAtRisk, "e48": domain.FactComments,
	}
	for _, item := range shipped(t).Items {
		if got := item.When.Fact; got != want[item.ID] || len(item.When.Any) > 0 {
			t.Errorf("%s: condition %+v, want %q", item.ID, item.When, want[item.ID])
		}
	}
}

func TestShippedItemsStandTogetherByGroup(t *testing.T) {
	list := shipped(t)
	var order []string
	for _, g := range list.Groups {
		for _, item := range list.In(g.ID) {
			order = append(order, item.ID)
		}
	}
	for i, item := range list.Items {
		if order[i] != item.ID {
			t.Fatalf("place %d holds %s, want %s", i, item.ID, order[i])
		}
	}
}

func TestShippedFactsAreAskedInTheOrderOfTheDomain(t *testing.T) {
	for i, q := range shipped(t).Facts {
		if want := domain.Facts()[i]; q.Fact != want {
			t.Errorf("question %d asks for %q, want %q", i, q.Fact, want)
		}
	}
}

func TestShippedItemsGiveTwoToFourSteps(t *testing.T) {
	for _, item := range shipped(t).Items {
		if n := len(item.How); n < 2 || n > 4 {
			t.Errorf("%s: %d steps", item.ID, n)
		}
	}
}

func TestShippedQuestionsAreQuestionsInBothLanguages(t *testing.T) {
	list := shipped(t)
	texts := map[string]domain.Text{}
	for _, item := range list.Items {
		texts[item.ID] = item.Question
	}
	for _, q := range list.Facts {
		texts[string(q.Fact)] = q.Question
	}
	for id, text := range texts {
		if !strings.HasSuffix(text.Ar, "؟") || !strings.HasSuffix(text.En, "?") {
			t.Errorf("%s: no question mark: %q %q", id, text.Ar, text.En)
		}
	}
}

// The Arabic must read as Arabic: its own punctuation, and no English words
// but names that are written so.
func TestShippedArabicIsWrittenAsArabic(t *testing.T) {
	latinNames := strings.NewReplacer("NSPCC", "", "DigiSafe", "", "UNICRI", "")
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
			if !strings.HasSuffix(path, ".ar") {
				return
			}
			for _, r := range latinNames.Replace(v) {
				if unicode.Is(unicode.Latin, r) || strings.ContainsRune(",;?%\"", r) {
					t.Errorf("%s: %q in %q", path, r, v)
				}
			}
			if regexp.MustCompile(`  | [،؛؟.:]|[،؛][^ ]`).MatchString(v) {
				t.Errorf("%s: spacing in %q", path, v)
			}
		}
	}
	var doc any
	if err := json.Unmarshal(shippedBytes(t), &doc); err != nil {
		t.Fatal(err)
	}
	walk("", doc)
}

func TestParseRefusesWhatItCannotStandFor(t *testing.T) {
	tests := []struct {
		name string
		old  string // a part of the shipped file
		new  string
		want string // part of the error
	}{
		{"unknown key", `"version": 1,`, `"version": 1, "colour": "red",`, "unknown field"},
		{"no version", `"version": 1,`, `"version": 0,`, "version"},
		{"wrong kind of value", `"version": 1,`, `"version": "one",`, "version"},
		{"id used twice", `"id": "e02"`, `"id": "e01"`, "twice"},
		{"item without id", `"id": "e02"`, `"id": ""`, "without an id"},
		{"unknown level", `"level": "must"`, `"level": "maybe"`, "level"},
		{"unknown group", `"group": "A"`, `"group": "Z"`, "group"},
		{"unknown fact in a condition", `"fact": "funded"`, `"fact": "rich"`, `unknown fact "rich"`},
		{"unknown fact asked", `"id": "funded"`, `"id": "rich"`, `unknown fact "rich"`},
		{"fact asked twice", `"id": "funded"`, `"id": "ai"`, "twice"},
		{"unknown source", `"code": "SIG"`, `"code": "SIGNAL"`, `unknown source "SIG"`},
		{"no Arabic", `"ar": "من المتحدث"`, `"ar": " "`, "lacks Arabic"},
		{"no English", `"en": "Who speaks"`, `"en": ""`, "lacks English"},
		{"both forms of a condition", `"fact": "funded"`, `"fact": "funded", "any": ["ai"]`, "both"},
	}
	data := string(shippedBytes(t))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if !strings.Contains(data, tt.old) {
				t.Fatalf("the shipped file has no %s", tt.old)
			}
			_, err := ethics.Parse([]byte(strings.Replace(data, tt.old, tt.new, 1)))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func TestParseRefusesWhatIsNotOneDocument(t *testing.T) {
	data := string(shippedBytes(t))
	for name, in := range map[string]string{
		"empty": "", "array": "[]", "null": "null", "no items": `{"version": 1}`,
		"cut short": data[:len(data)/2], "two documents": data + data,
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := ethics.Parse([]byte(in)); err == nil {
				t.Error("accepted")
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"version": 1, "groups": [{"id": "A", "name": {"ar": "ا", "en": "a"}}],
		"items": [{"id": "e01", "group": "A", "level": "must", "when": {"any": ["ai"]},
		"how": [{"ar": "ا", "en": "a"}], "sources": ["X"]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := ethics.Parse(data)
		if err != nil {
			return
		}
		status := list.State(domain.Campaign{})
		if len(status.Items) != len(list.Items) {
			t.Errorf("%d states of %d items", len(status.Items), len(list.Items))
		}
	})
}
