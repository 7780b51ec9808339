package readability

import (
	"encoding/json"
	"math"
	"testing"
)

func TestTheFormulasDoTheirArithmetic(t *testing.T) {
	var file struct{ Cases []map[string]json.Number }
	readVectors(t, "formula-vectors.json", &file)
	names := map[Formula]string{
		Flesch: "flesch_reading_ease", FleschKincaid: "flesch_kincaid_grade", KandelMoles: "kandel_moles_fr",
		FernandezHuerta: "fernandez_huerta_es", SzigrisztPazos: "szigriszt_pazos_es", ARI: "ari",
		ColemanLiau: "coleman_liau", LIX: "lix",
	}
	if len(file.Cases) != 7 {
		t.Fatalf("%d cases, want 7", len(file.Cases))
	}
	for i, c := range file.Cases {
		count := func(name string) int {
			n, err := c[name].Int64()
			if err != nil {
				t.Fatal(err)
			}
			return int(n)
		}
		given := Counts{
			Words: count("words"), Sentences: count("sentences"), Syllables: count("syllables"),
			Letters: count("letters"), LongWords: count("long_words_gt6"),
		}
		for formula, name := range names {
			want, err := c[name].Float64()
			if err != nil {
				t.Fatal(err)
			}
			if got := formula.Value(given); math.Abs(got-want) > 1e-9 {
				t.Errorf("case %d, %s: %.12f, want %.12f", i, name, got, want)
			}
		}
	}
}

func TestAnEmptyTextHasNoScore(t *testing.T) {
	for _, lang := range []string{"ar", "en", "fr", "es", "tr", ""} {
		for _, text := range []string{"", "\n\n", "https://example.org #tag @who 👍"} {
			r := Read(text, lang, TargetFor())
			if r.Score != 0 || r.Words != 0 || r.Band != NoBand || r.Reliable || r.AverageSentence != 0 || math.IsNaN(r.AverageWord) {
				t.Errorf("%q in %q: %+v", text, lang, r)
			}
		}
	}
}
