package check_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"athar/domain/check"
)

// words finds every word "aa" and "ماء", and counts how often it was asked.
type words struct{ asked *int }

func (w words) Check(paragraph, lang string) []check.Finding {
	*w.asked++
	var out []check.Finding
	start, runes := 0, append([]rune(paragraph), ' ')
	for at, r := range runes {
		if r != ' ' && r != '\n' {
			continue
		}
		if word := string(runes[start:at]); word == "aa" || word == "ماء" {
			out = append(out, check.Finding{
				Rule: "word", Kind: check.Wording, Level: check.Suggestion,
				Start: start, End: at, Passage: word, Args: map[string]any{"lang": lang},
			})
		}
		start = at + 1
	}
	return out
}

// long finds a draft that is too long.
type long struct{}

func (long) Check(string, string) []check.Finding { return nil }

func (long) CheckDraft(draft, _ string) []check.Finding {
	if n := len([]rune(draft)); n > 30 {
		return []check.Finding{{Rule: "long", Kind: check.Length, Level: check.Error, Start: 30, End: n, Passage: string([]rune(draft)[30:])}}
	}
	return nil
}

func TestADeskFindsAfterAnyEditsWhatAFreshOneFinds(t *testing.T) {
	pieces := []string{"aa", "aa ", " ", "\n", "\n\n", "ماء", "b\n \nماء", "\u200f\n", "🙂", "\xff", "\r\n\r\n", strings.Repeat("b ", 20000)} // more than is remembered
	for seed := range uint64(40) {
		random := rand.New(rand.NewPCG(seed, 1))
		desk := check.NewDesk(words{new(int)}, long{})
		draft := ""
		for range 25 {
			from := random.IntN(len(draft) + 1)
			to := min(len(draft), from+random.IntN(8))
			piece := pieces[random.IntN(len(pieces)-1)]
			if seed%8 == 0 && random.IntN(8) == 0 {
				piece = pieces[len(pieces)-1]
			}
			draft = draft[:from] + piece + draft[to:]
			lang := []string{"ar", "en"}[random.IntN(2)]
			got := desk.Check(draft, lang)
			want := check.NewDesk(words{new(int)}, long{}).Check(draft, lang)
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d: %q:\ngot  %v\nwant %v", seed, draft, got, want)
			}
			runes := []rune(draft)
			for _, f := range got {
				if passage := string(runes[f.Start:f.End]); passage != string([]rune(f.Passage)) {
					t.Fatalf("seed %d: the range of %v holds %q", seed, f, passage)
				}
			}
		}
	}
}

func TestAKeystrokeIsTheCheckOfOneParagraph(t *testing.T) {
	asked := 0
	desk := check.NewDesk(words{&asked})
	desk.Check("aa b\nc\n\nd aa\n\ne", "en")
	if asked != 3 {
		t.Fatalf("%d paragraphs were checked, want 3", asked)
	}
	desk.Check("aa b\nc\n\nd aa!\n\ne", "en")
	if asked != 4 {
		t.Errorf("after a keystroke %d more were checked, want 1", asked-3)
	}
	desk.Check("aa b\nc\n\nd aa\n\ne", "en")
	if asked != 4 {
		t.Errorf("undoing checked again")
	}
	desk.Check("aa b\nc\n\nd aa\n\ne", "ar")
	if asked != 7 {
		t.Errorf("another language must be checked anew")
	}
}

func TestWhatADeskRemembersIsBounded(t *testing.T) {
	asked := 0
	desk := check.NewDesk(words{&asked})
	first := strings.Repeat("b", 1000)
	desk.Check(first, "en")
	for i := range 100 {
		desk.Check(strings.Repeat("c", 1000+i), "en")
	}
	before := asked
	desk.Check(first, "en")
	if asked != before+1 {
		t.Error("a paragraph of long ago is still remembered")
	}
}

func TestParagraphsAreCutAtEmptyLines(t *testing.T) {
	for _, tt := range []struct {
		name, draft string
		want        []check.Paragraph
	}{
		{"nothing", "", nil},
		{"only white space", " \n\t\n ", nil},
		{"one line", "ماء", []check.Paragraph{{0, "ماء"}}},
		{"a line break stays inside", "a\nb\n", []check.Paragraph{{0, "a\nb"}}},
		{"an empty line", "ماء\n\nb", []check.Paragraph{{0, "ماء"}, {5, "b"}}},
		{"a line with blanks and a mark of direction", "a\n \u200f\nb", []check.Paragraph{{0, "a"}, {5, "b"}}},
		{"empty lines in front", "\n\n a", []check.Paragraph{{2, " a"}}},
		{"line ends of Windows", "a\r\n\r\nb", []check.Paragraph{{0, "a\r"}, {5, "b"}}},
		{"bytes that are no text count as one rune each", "\xff\xfe\n\nb", []check.Paragraph{{0, "\xff\xfe"}, {4, "b"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []check.Paragraph
			for p := range check.Paragraphs(tt.draft) {
				got = append(got, p)
			}
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}
