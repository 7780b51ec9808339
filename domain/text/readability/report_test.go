package readability

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"athar/domain/check"
)

var _ check.DraftChecker = (*Checker)(nil)

func TestAReportCountsWhatAPersonReads(t *testing.T) {
	r := Read("Join us! 👉 https://example.org/join #Volunteers\n• Bring water\n• Bring friends", "en", TargetFor())
	if r.Words != 6 || r.Sentences != 3 {
		t.Errorf("%d words in %d sentences, want 6 in 3", r.Words, r.Sentences)
	}
	if r.Reliable || r.Reason != FewWords {
		t.Errorf("six words: reliable %t, reason %q", r.Reliable, r.Reason)
	}
}

func TestAScoreIsReliableFromAHundredWordsOn(t *testing.T) {
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("water ", n)) + "." }
	if r := Read(words(99), "en", TargetFor()); r.Reliable {
		t.Error("99 words are taken as enough")
	}
	if r := Read(words(100), "en", TargetFor()); !r.Reliable || r.Reason != "" {
		t.Errorf("100 words: reason %q", r.Reason)
	}
	if r := Read(strings.Repeat("ماء ", 100), "ar", TargetFor()); r.Reliable || r.Reason != NoTashkeel {
		t.Errorf("Arabic without marks: reliable %t, reason %q", r.Reliable, r.Reason)
	}
	if r := Read(strings.Repeat("مَاءٌ ", 100), "ar", TargetFor()); !r.Reliable {
		t.Errorf("Arabic with marks: reason %q", r.Reason)
	}
}

func TestAMeterSaysWhatAFreshCountSays(t *testing.T) {
	var m Meter
	texts := []string{
		"One two three.\nFour five. Six!",
		"One two three.\nFour five. Six seven!",
		"",
		"One two three.\nOne two three.\nأين أنت؟ هنا.",
	}
	for _, text := range texts {
		for _, lang := range []string{"en", "ar"} {
			if diff := cmp.Diff(Read(text, lang, Target{SentenceWords: 1}), m.Read(text, lang, Target{SentenceWords: 1})); diff != "" {
				t.Errorf("%q: %s", text, diff)
			}
		}
	}
	if len(m.parts) != 2 {
		t.Errorf("the meter keeps %d paragraphs of a text of 2", len(m.parts))
	}
}

func TestLongSentencesAreFoundWhereTheyStand(t *testing.T) {
	text := "قصيرة.\nهذه جملة من خمس كلمات. ثم ثلاث كلمات."
	r := Read(text, "ar", Target{SentenceWords: 4})
	if len(r.LongSentences) != 1 {
		t.Fatalf("%v", r.LongSentences)
	}
	long := r.LongSentences[0]
	if got := string([]rune(text)[long.Start:long.End]); got != "هذه جملة من خمس كلمات." || long.Words != 5 {
		t.Errorf("%q of %d words", got, long.Words)
	}
	found := NewChecker(Target{SentenceWords: 4}).CheckDraft(text, "ar")
	if len(found) != 1 || found[0].Passage != "هذه جملة من خمس كلمات." || found[0].Args["words"] != 5 || found[0].Args["most"] != 4 {
		t.Errorf("%+v", found)
	}
}

func TestThatSentencesAreLongIsSaidOfTheTextWithTheLongestOfThem(t *testing.T) {
	words := func(n int) string { return strings.Repeat("word ", n-1) + "word.\n" }
	const short = "Go. "
	for name, tt := range map[string]struct {
		text     string
		target   Target
		want     []int // words of the sentences that are marked, in the order of the text
		sentence string
		long     any
	}{
		"none":                  {words(4) + words(4), Target{SentenceWords: 4}, nil, "", nil},
		"one":                   {short + words(5), Target{SentenceWords: 4}, []int{5}, "", nil},
		"two of five":           {short + words(6) + short + words(5) + short, Target{SentenceWords: 4}, []int{6, 5}, "some", 2},
		"most":                  {words(5) + words(9) + words(6) + words(8) + short, Target{SentenceWords: 4}, []int{9, 6, 8}, "most", 4},
		"the first of equals":   {strings.Repeat(words(5), 9), Target{SentenceWords: 4}, []int{5, 5, 5}, "most", 9},
		"side by side":          {"a b c. d e f. g h i.", Target{SentenceWords: 2}, []int{3, 3, 3}, "most", 3},
		"for people who cannot": {words(16) + words(17), TargetFor("low"), []int{16, 17}, "most_low", 2},
		"and some of theirs":    {words(16) + short + short + words(17), TargetFor("low"), []int{16, 17}, "some_low", 2},
	} {
		t.Run(name, func(t *testing.T) {
			var marked []int
			for _, f := range Read(tt.text, "en", tt.target).Longest(tt.text, tt.target) {
				marked = append(marked, f.Args["words"].(int))
				if got := string([]rune(tt.text)[f.Start:f.End]); got != f.Passage || len(strings.Fields(got)) != f.Args["words"] {
					t.Errorf("%q has %d words and stands at %q", f.Passage, f.Args["words"], got)
				}
				if f.Case != tt.sentence || f.Args["long"] != tt.long {
					t.Errorf("said of %q as %q with %v", f.Passage, f.Case, f.Args)
				}
			}
			if !slices.Equal(marked, tt.want) {
				t.Errorf("marked are sentences of %v words, want %v", marked, tt.want)
			}
		})
	}
}

func TestTheTargetIsThatOfThoseWhoReadLeastEasily(t *testing.T) {
	for _, c := range []struct {
		literacy []string
		words    int
		band     Band
	}{
		{nil, 25, Plain},
		{[]string{""}, 25, Plain},
		{[]string{"high"}, 30, FairlyDifficult},
		{[]string{"high", "medium"}, 25, Plain},
		{[]string{"medium", "low", "high"}, 15, Easy},
	} {
		if got := TargetFor(c.literacy...); got.SentenceWords != c.words || got.Band != c.band {
			t.Errorf("%v: %+v", c.literacy, got)
		}
	}
}

func TestATextIsCalledHardOnlyWhenItsScoreMeansSomething(t *testing.T) {
	hard := "International humanitarian organisations systematically coordinate multilateral interventions. "
	target := TargetFor("low")
	if found := Read(hard, "en", target).Hard(target); found != nil {
		t.Errorf("six words: %v", found)
	}
	found := Read(strings.Repeat(hard, 20), "en", target).Hard(target)
	if len(found) != 1 || found[0].Args["band"] != "very_difficult" || found[0].Args["target"] != "easy" {
		t.Errorf("%+v", found)
	}
	checker := NewChecker(target)
	if found := checker.CheckDraft(strings.Repeat(hard, 20), "en"); len(found) != 1 || found[0].Rule != RuleHard {
		t.Errorf("%+v", found)
	}
	if found := Read(strings.Repeat("We go to the sea. ", 30), "en", target).Hard(target); found != nil {
		t.Errorf("an easy text is called hard: %v", found)
	}
}

func TestAReportIsWrittenWithTheNameOfItsBand(t *testing.T) {
	data, err := json.Marshal(Read(strings.Repeat("We go to the sea. ", 30), "en", TargetFor()))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"band":"very_easy"`, `"longSentences":[]`, `"words":150`, `"reliable":true`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %s in %s", want, data)
		}
	}
}

// A cost that grows with the square of the text would keep this test from ending.
func TestALargeTextOfOneLineIsReadInOneGo(t *testing.T) {
	for _, piece := range []string{". ", "a. ", "a ", "@", "a@b. ", "#", "ا ", "... ", "’a", "www.a.", "U.N."} {
		text := strings.Repeat(piece, 1<<18/len(piece))
		NewChecker(TargetFor()).CheckDraft(text, "en")
		NewChecker(TargetFor()).CheckDraft(text, "ar")
	}
	long := strings.Repeat(strings.Repeat("word ", 30)+". ", 5000)
	if found := NewChecker(TargetFor()).CheckDraft(long, "en"); len(found) != maxLongest || found[0].Args["long"] != 5000 {
		t.Errorf("%d passages, the first %+v, want %d of 5000", len(found), found[0], maxLongest)
	}
}
