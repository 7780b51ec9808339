package readability

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

func TestTheOsmanReferenceGivesWhatTheAuthorsProgramGives(t *testing.T) {
	var file struct {
		Cases []struct {
			Text string
			Ref  struct {
				Osman                       float64
				Words, Sentences, Syllables int
				Hard                        int `json:"long_words"`
				Complex                     int `json:"complex_words"`
				Faseeh                      int
			} `json:"reference_2020"`
		}
	}
	readVectors(t, "osman-vectors.json", &file)
	if len(file.Cases) != 19 {
		t.Fatalf("%d cases, want 19", len(file.Cases))
	}
	for _, c := range file.Cases {
		score, got := osmanReference(c.Text)
		if math.Abs(score-c.Ref.Osman) > 0.01 {
			t.Errorf("%.60q: %.4f, want %.4f", c.Text, score, c.Ref.Osman)
		}
		figures := [6]int{got.Words, got.Sentences, got.Syllables, got.Osman.Hard, got.Osman.Complex, got.Osman.Faseeh}
		want := [6]int{c.Ref.Words, c.Ref.Sentences, c.Ref.Syllables, c.Ref.Hard, c.Ref.Complex, c.Ref.Faseeh}
		if figures != want {
			t.Errorf("%.60q: words, sentences, syllables, hard, complex, faseeh %v, want %v", c.Text, figures, want)
		}
	}
}

func TestOneMarkDoesNotTakeTheOtherSyllablesFromAnArabicPost(t *testing.T) {
	plain := "نحتاج إلى متطوعين في كل المدارس. سجل الآن في الموقع"
	marked := "نحتاج إلى متطوعين في كل المدارِس. سجل الآن في الموقع"
	without, with := Read(plain, "ar", TargetFor()), Read(marked, "ar", TargetFor())
	if without.Syllables != with.Syllables {
		t.Errorf("%d syllables with one mark, %d without", with.Syllables, without.Syllables)
	}
	if _, c := osmanReference(marked); c.Syllables != 1 {
		t.Errorf("the reference counts %d syllables, want the 1 that is marked", c.Syllables)
	}
}

func readVectors(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}
