package channel

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSavingsNameWhatCostsRoomWithoutBeingWords(t *testing.T) {
	channels := catalog(t)
	cases := []struct {
		name, channel, text string
		class               Spender // "" for no saving
		units, parts        int
		plain               string
	}{
		{"vowel marks count on X", "x", "قَلَم", SpendTashkeel, 2, 0, "قلم"},
		{"vowel marks are free on Bluesky", "bluesky", "قَلَم", "", 0, 0, ""},
		{"a mark makes a third part", "sms", strings.Repeat("ا", 134) + "َ", SpendTashkeel, 1, 1, strings.Repeat("ا", 134)},
		{"one curly sign makes three parts of one", "sms", strings.Repeat("a", 159) + "’", SpendTypography, 0, 2, strings.Repeat("a", 159) + "'"},
		{"marks of direction cost two on X", "x", "a\u200fb", SpendDirections, 2, 0, "ab"},
		{"tatweel", "telegram", "ســلام", SpendTatweel, 2, 0, "سلام"},
		{"emoji", "x", "ok 👍🏽", SpendEmoji, 2, 0, "ok "},
		{"double and closing spaces", "telegram", " a  b \nc ", SpendSpaces, 4, 0, "a b\nc"},
		{"hamza that stands alone is a letter", "sms", "مسئول مسؤول شيء", "", 0, 0, ""},
		{"nothing", "x", "", "", 0, 0, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			ch, ok := channels.Channel(c.channel)
			if !ok {
				t.Fatal("no such channel")
			}
			all := ch.Default().Savings(c.text)
			if c.class == "" {
				if len(all) != 0 {
					t.Fatalf("found %+v", all)
				}
				return
			}
			if len(all) == 0 {
				t.Fatal("found none")
			}
			s := all[0]
			if s.Class != c.class || s.Units != c.units || s.Parts != c.parts || s.Text != c.plain {
				t.Errorf("%s %d units %d parts %q", s.Class, s.Units, s.Parts, s.Text)
			}
		})
	}
}

func TestASavingIsWhatTheFieldCountsAfterwards(t *testing.T) {
	channels := catalog(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("اب َُّـ a\u200f\u2066’…👍 \n#")), 0, 200, -1).Draw(t, "text")
		ch := rapid.SampledFrom(channels.Channels()).Draw(t, "channel")
		f := ch.Default()
		before := f.Count(text)
		for _, s := range f.Savings(text) {
			after := f.Count(s.Text)
			if before.Unit == after.Unit && before.Length-after.Length != s.Units {
				t.Fatalf("%s: %d units, counted %d", s.Class, s.Units, before.Length-after.Length)
			}
			if before.SMS != nil && max(0, len(before.SMS.Parts)-len(after.SMS.Parts)) != s.Parts {
				t.Fatalf("%s: %d parts", s.Class, s.Parts)
			}
			for i, span := range s.Spans {
				if span.Start >= span.End || i > 0 && span.Start < s.Spans[i-1].End {
					t.Fatalf("spans %v", s.Spans)
				}
			}
		}
	})
}

func TestAPreviewShowsWhatCanBePressed(t *testing.T) {
	f := Field{Unit: Char}
	text := "اقرأ https://example.org/#a واكتب إلى @ngo_help #ماء_نظيف."
	var got []string
	for _, p := range f.Preview(text).Pieces {
		got = append(got, string(p.Kind)+" "+p.In(text))
	}
	want := []string{
		"text اقرأ ", "link https://example.org/#a", "text  واكتب إلى ", "mention @ngo_help",
		"text  ", "hashtag #ماء_نظيف", "text .",
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("pieces\n%q\nwant\n%q", got, want)
	}
}

func TestAPreviewIsFoldedAtTheEndOfAWord(t *testing.T) {
	for _, c := range []struct {
		text  string
		shown int
		want  string
	}{
		{"one two three", 9, "one two"},
		{"one two three", 7, "one two"},
		{"one two", 7, "one two"},
		{"قَلَم كبير", 5, "قَلَم"},
		{"abcdefgh", 3, "abc"},
		{"one two three", 0, "one two three"},
		{"", 3, ""},
	} {
		f := Field{Unit: Char, Shown: c.shown}
		if got := c.text[:f.Preview(c.text).Cut]; got != c.want {
			t.Errorf("%q at %d: %q, want %q", c.text, c.shown, got, c.want)
		}
	}
}

func TestThePiecesOfAPreviewAreTheWholeText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab.#@/:و َ\n👍h t p s o r g")), 0, 120, -1).Draw(t, "text")
		p := Field{Unit: Char, Shown: rapid.IntRange(0, 50).Draw(t, "shown")}.Preview(text)
		whole := ""
		for _, piece := range p.Pieces {
			if piece.Start >= piece.End {
				t.Fatalf("an empty piece: %+v", p.Pieces)
			}
			whole += piece.In(text)
		}
		if whole != text || p.Cut < 0 || p.Cut > len(text) {
			t.Fatalf("%q, cut at %d", whole, p.Cut)
		}
	})
}
