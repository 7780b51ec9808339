package i18n_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"

	"athar/assets"
)

var update = flag.Bool("update", false, "write the glossary page anew")

const glossaryPage = "../../docs/glossary.md"

// term is a word of the glossary, as assets/content/glossary.json has it.
type term struct {
	En, Ar  string
	Meaning struct{ En, Ar string }
	// Forms are stems of which one stands in every Arabic text whose English
	// text has the term.
	Forms []string
	// Not are words that are not used for it.
	Not []string
	// Elsewhere are the keys of texts in which the English word is another word:
	// a verb, not the noun.
	Elsewhere []string
}

func glossary(t *testing.T) (terms []term) {
	t.Helper()
	data, err := assets.Content.ReadFile("content/glossary.json")
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(strings.NewReader(string(data)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&terms); err != nil {
		t.Fatal(err)
	}
	return terms
}

// whole returns the texts of a catalog by key without their places, all forms of
// one that counts together.
func whole(t *testing.T, lang string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for key, texts := range rawCatalog(t, lang) {
		for _, text := range texts {
			all[key] += bare(place.ReplaceAllString(text, "")) + "\n"
		}
	}
	return all
}

// bare returns a text without short vowels.
func bare(s string) string {
	s, _, _ = transform.String(runes.Remove(runes.In(unicode.Mn)), s)
	return s
}

func hasOneOf(text string, stems []string) bool {
	return slices.ContainsFunc(stems, func(stem string) bool { return strings.Contains(text, bare(stem)) })
}

func TestTheCatalogsUseTheWordsOfTheGlossary(t *testing.T) {
	en, ar := whole(t, "en"), whole(t, "ar")
	for _, term := range glossary(t) {
		word := regexp.MustCompile(`(?i)\b` + regexp.QuoteMeta(term.En) + `s?\b`)
		for key, text := range en {
			if word.MatchString(text) && !slices.Contains(term.Elsewhere, key) && !hasOneOf(ar[key], term.Forms) {
				t.Errorf("%s: %q has %q, and %q has no %s", key, strings.TrimSpace(text), term.En, strings.TrimSpace(ar[key]), term.Ar)
			}
		}
		for _, key := range term.Elsewhere {
			if !word.MatchString(en[key]) {
				t.Errorf("%s: the exception %s is not needed any more", term.En, key)
			}
		}
	}
}

func TestEveryWordOfTheGlossaryIsUsed(t *testing.T) {
	var all strings.Builder
	for _, text := range whole(t, "ar") {
		all.WriteString(text)
	}
	for _, text := range arabicContent(t) {
		all.WriteString(bare(text))
	}
	seen := map[string]bool{}
	for _, term := range glossary(t) {
		if !hasOneOf(all.String(), term.Forms) {
			t.Errorf("nothing uses %s (%s)", term.Ar, term.En)
		}
		if !hasOneOf(bare(term.Ar), term.Forms) {
			t.Errorf("%s has none of its forms %q", term.Ar, term.Forms)
		}
		if term.En == "" || term.Meaning.En == "" || term.Meaning.Ar == "" || seen[term.En] {
			t.Errorf("%s (%s) lacks a part or stands there twice", term.En, term.Ar)
		}
		seen[term.En] = true
	}
}

func TestWordsTheGlossaryRulesOutAreNotUsed(t *testing.T) {
	texts := whole(t, "ar")
	for file, text := range arabicContent(t) {
		texts[file] = bare(text)
	}
	for _, term := range glossary(t) {
		for _, wrong := range term.Not {
			word := regexp.MustCompile(`(^|[^\p{L}])[وف]?([بلك]?ال|[بلك]|لل)?` + regexp.QuoteMeta(bare(wrong)) + `($|[^\p{L}])`)
			for key, text := range texts {
				if found := word.FindString(text); found != "" {
					t.Errorf("%s says %q; the word is %s", key, strings.TrimSpace(found), term.Ar)
				}
			}
		}
	}
}

// arabicContent returns the Arabic texts of the content packs by file. Names of
// columns that other programs write are not ours to choose.
func arabicContent(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	files, err := fs.Glob(assets.Content, "content/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "/glossary.json") {
			continue
		}
		data, err := fs.ReadFile(assets.Content, name)
		if err != nil {
			t.Fatal(err)
		}
		var content any
		if err := json.Unmarshal(data, &content); err != nil {
			t.Fatal(err)
		}
		var texts []string
		collect(content, &texts)
		all[name] = strings.Join(texts, "\n")
	}
	return all
}

func collect(v any, texts *[]string) {
	switch v := v.(type) {
	case map[string]any:
		for key, child := range v {
			if text, ok := child.(string); ok && key == "ar" {
				*texts = append(*texts, text)
			}
			collect(child, texts)
		}
	case []any:
		for _, child := range v {
			collect(child, texts)
		}
	}
}

func TestTheGlossaryPageShowsTheGlossary(t *testing.T) {
	want := page(glossary(t))
	if *update {
		if err := os.WriteFile(glossaryPage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(glossaryPage)
	if err != nil || string(got) != want {
		t.Errorf("the page is not that of assets/content/glossary.json (%v); run go test ./gui/i18n -run Glossary -update", err)
	}
}

// page writes the glossary as a page in both languages.
func page(terms []term) string {
	slices.SortFunc(terms, func(a, b term) int { return strings.Compare(a.En, b.En) })
	var b strings.Builder
	b.WriteString(`# Glossary · المسرد

The words of Athar, one word for each thing in both languages. The list itself is
[glossary.json](../assets/content/glossary.json), this page is made from it, and
tests hold the interface to it: where an English text has one of these words, the
Arabic text has its counterpart, and the words at the end are not used. Read the
guides for what each is good for: [English](guide.en.md) · [العربية](guide.ar.md).

كلمات أثر، لكل شيء كلمة واحدة في اللغتين. وتتحقق الاختبارات من أن نصوص البرنامج تلتزم
بها.

| English | العربية | Meaning | المعنى |
|---|---|---|---|
`)
	for _, t := range terms {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", t.En, t.Ar, t.Meaning.En, t.Meaning.Ar)
	}
	b.WriteString(`
## Words that are not used · كلمات لا تُستخدم

| Instead of · بدلًا من | say · قولوا |
|---|---|
`)
	for _, t := range terms {
		if len(t.Not) > 0 {
			fmt.Fprintf(&b, "| %s | %s |\n", strings.Join(t.Not, "، "), t.Ar)
		}
	}
	return b.String()
}
