package domain

import (
	"maps"
	"slices"
	"strings"

	"athar/domain/journal"
	"athar/domain/text"
)

func headerParts(h *Header) []part {
	return []part{
		name("title", &h.Title),
		prose("goal", &h.Goal),
		name("stage", &h.Stage),
		name("template", &h.Template),
		set("forced", &h.Forced),
		languages("languages", &h.Languages),
		flag("sample", &h.Sample),
		moment("created", &h.Created),
		moment("trashed", &h.Trashed),
	}
}

// languages is a list of languages whose order counts, as one value: "ar,en".
func languages(path string, at *[]string) part {
	return part{
		path: path,
		get:  func() journal.Value { return journal.String(strings.Join(languagesIn(*at), ",")) },
		set:  func(v journal.Value) { *at = languagesIn(strings.Split(wordsOf(v), ",")) },
	}
}

// languagesIn returns what is a language of a list, each once; nil for none.
func languagesIn(list []string) []string {
	var out []string
	for _, lang := range list {
		if IsLanguage(lang) && !slices.Contains(out, lang) {
			out = append(out, lang)
		}
	}
	return out
}

// factPath begins the path of a fact; its name follows.
const factPath = "fact/"

// writeFacts goes through the facts in order: two names that are written in the
// same way must not come out as chance has it.
func writeFacts(f journal.Fields, facts map[Fact]bool) {
	for _, fact := range slices.Sorted(maps.Keys(facts)) {
		put(f, factPath+text.Canonical(string(fact)), journal.Bool(facts[fact]))
	}
}

func readFacts(f journal.Fields) map[Fact]bool {
	var facts map[Fact]bool
	for path, v := range f {
		fact, ok := strings.CutPrefix(path, factPath)
		if !ok || v.Type() != journal.TypeBool || !isPath(path) {
			continue
		}
		if facts == nil {
			facts = map[Fact]bool{}
		}
		facts[Fact(fact)] = v.Bool()
	}
	return facts
}
