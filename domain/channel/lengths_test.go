package channel

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

type lengthVector struct {
	Description, Text string
	X                 struct {
		WeightedLength int `json:"weighted_length"`
		Valid          bool
	}
	Codepoints     int
	UTF16Units     int  `json:"utf16_units"`
	UTF8Bytes      int  `json:"utf8_bytes"`
	Graphemes      int  `json:"graphemes"`
	MastodonLength int  `json:"mastodon_length"`
	BlueskyOK      bool `json:"bluesky_ok"`
	Hashtags, URLs []string
	Mentions       []string
}

// vectors reads a file of testdata that holds a list of cases.
func vectors[T any](t *testing.T, file string, count int) []T {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var all struct{ Cases []T }
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	if len(all.Cases) != count {
		t.Fatalf("%s has %d cases, want %d", file, len(all.Cases), count)
	}
	return all.Cases
}

func TestOneTextHasALengthInEveryUnit(t *testing.T) {
	x, bluesky, mastodon := field(t, "x", "post"), field(t, "bluesky", "post"), field(t, "mastodon", "post")
	for _, v := range vectors[lengthVector](t, "lengths.json", 52) {
		t.Run(v.Description, func(t *testing.T) {
			same := func(what string, got, want int) {
				t.Helper()
				if got != want {
					t.Errorf("%s: got %d, want %d", what, got, want)
				}
			}
			same("weight", x.Count(v.Text).Length, v.X.WeightedLength)
			same("char", Char.Measure(v.Text), v.Codepoints)
			same("utf16", UTF16.Measure(v.Text), v.UTF16Units)
			same("byte", Byte.Measure(v.Text), v.UTF8Bytes)
			same("grapheme", Grapheme.Measure(v.Text), v.Graphemes)
			same("Mastodon", mastodon.Count(v.Text).Length, v.MastodonLength)
			same("Bluesky", bluesky.Count(v.Text).Length, v.Graphemes)
			same("Bluesky bytes", bluesky.Count(v.Text).Second.Length, v.UTF8Bytes)
			if got := bluesky.Count(v.Text).Fits(); got != v.BlueskyOK {
				t.Errorf("fits Bluesky: got %v, want %v", got, v.BlueskyOK)
			}
			if got := x.Count(v.Text).Fits() && v.Text != ""; got != v.X.Valid {
				t.Errorf("fits X: got %v, want %v", got, v.X.Valid)
			}
			if got := names(v.Text, Hashtags(v.Text)); !slices.Equal(got, v.Hashtags) {
				t.Errorf("hashtags: got %q, want %q", got, v.Hashtags)
			}
			if got := texts(v.Text, Links(v.Text)); !slices.Equal(got, v.URLs) {
				t.Errorf("links: got %q, want %q", got, v.URLs)
			}
			if got := mentionNames(Mentions(v.Text)); !slices.Equal(got, v.Mentions) {
				t.Errorf("mentions: got %q, want %q", got, v.Mentions)
			}
		})
	}
}

// The lengths that surprise people who write in Arabic.
func TestInvisibleArabicCharactersCountOnX(t *testing.T) {
	tests := []struct {
		name, text              string
		weight, graphemes, char int
	}{
		{"a letter weighs 1", "سلام", 4, 4, 4},
		{"each tashkeel mark weighs 1 but is no grapheme", "سَلَّمَ", 7, 3, 7},
		{"a mark is 1 even when it composes with nothing", "\u064B", 1, 1, 1},
		{"hamza above composes with alef before it is weighed", "\u0627\u0654", 1, 1, 2},
		{"tatweel weighs 1", "ســلام", 6, 6, 6},
		{"Arabic-Indic digits and Arabic punctuation weigh 1", "١٢٣؟،؛", 6, 6, 6},
		{"ZWNJ weighs 1", "می\u200Cخواهم", 8, 7, 8},
		{"ZWJ weighs 1", "ه\u200D", 2, 1, 2},
		{"the right-to-left mark weighs 2", "ا\u200F", 3, 2, 2},
		{"the left-to-right mark weighs 2", "ا\u200E", 3, 2, 2},
		{"the Arabic letter mark weighs 1, unlike the other marks", "ا\u061C", 2, 2, 2},
		{"each isolate weighs 2", "\u2067سلام\u2069", 8, 6, 6},
		{"each embedding weighs 2", "\u202Bسلام\u202C", 8, 6, 6},
		{"a lam-alef of the presentation forms weighs 2", "\uFEFB", 2, 1, 1},
		{"the same lam-alef in letters weighs 2, too", "لا", 2, 2, 2},
		{"a presentation form of one letter weighs twice the letter", "\uFE8D", 2, 1, 1},
		{"the blessing in one character weighs 2", "\uFDFA", 2, 1, 1},
		{"ornate brackets weigh 2 each", "\uFD3E\uFD3F", 4, 2, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Weight.Measure(test.text); got != test.weight {
				t.Errorf("weight: got %d, want %d", got, test.weight)
			}
			if got := Grapheme.Measure(test.text); got != test.graphemes {
				t.Errorf("graphemes: got %d, want %d", got, test.graphemes)
			}
			if got := Char.Measure(test.text); got != test.char {
				t.Errorf("code points: got %d, want %d", got, test.char)
			}
		})
	}
}

func TestAnEmojiWeighsTwoWhateverItIsMadeOf(t *testing.T) {
	for _, emoji := range []string{
		"😀", "👍🏽", "👨‍👩‍👧‍👦", "🇯🇴", "1️⃣", "#⃣", "❤️", "❤", "©️", "🏳️‍🌈", "🧑🏽‍🤝‍🧑🏻",
		"🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🐈‍⬛", "✌🏿", "⛹🏽‍♀️", "👁️‍🗨️", "🫶🏼", "🇵",
	} {
		if got := Weight.Measure(emoji); got != 2 {
			t.Errorf("%q weighs %d", emoji, got)
		}
		if got := emojiLen(emoji + "ا"); got != len(emoji) && emoji != "❤" {
			t.Errorf("%q is %d bytes long, want %d", emoji, got, len(emoji))
		}
	}
	for text, want := range map[string]int{
		"©":                 1, // a letter without its selector
		"❤\uFE0E":           4, // text style: the sign and the selector
		"😀\uFE0F":           4, // the selector is not part of it
		"🍕🏽":                4, // food has no skin
		"🏃\u200D♂":          5, // not joined without U+FE0F: picture, joiner, sign
		"🏴\U000E0067":       4, // tags without an end
		"1\uFE0F":           3,
		"👨\u200D":           3,
		"🇯🇴🇵":               4,
		"👨\u200D👩\u200Dabc": 6,
	} {
		if got := Weight.Measure(text); got != want {
			t.Errorf("%q weighs %d, want %d", text, got, want)
		}
	}
}

func TestMastodonShortensOnlyWhatItLinks(t *testing.T) {
	post := field(t, "mastodon", "post")
	tests := []struct {
		name, text string
		want       int
	}{
		{"a link counts 23", "https://example.org/", 23},
		{"an Arabic path is part of the link", "https://example.org/مقال/طويل", 23},
		{"a query in Arabic is, too", "https://example.org/?بحث=ماء", 23},
		{"a host without a protocol counts letter by letter", "example.org", 11},
		{"the full stop after a link is not part of it", "https://example.org/a.", 24},
		{"the domain of an account is free", "@ali@example.org", 4},
		{"a name may have inner dots", "@a.b@example.org", 4},
		{"an address is no account", "ali@example.org", 15},
		{"an account in a link belongs to the link", "https://example.org/@ali", 23},
		{"link and account one after the other", "@ali@example.org https://example.org/x", 28},
		{"a mark is part of its letter", "مُدَرِّسَةٌ", 5},
	}
	for _, test := range tests {
		if got := post.Count(test.text).Length; got != test.want {
			t.Errorf("%s: got %d, want %d", test.name, got, test.want)
		}
	}
}

func TestThreadsCountsAnEmojiByItsBytes(t *testing.T) {
	post := field(t, "threads", "post")
	for text, want := range map[string]int{
		"ماء":     3,
		"😀":       4,
		"ماء 😀":   8,
		"👨‍👩‍👧‍👦": 25,
		"❤️":      6,
		"©":       1,
		"مَ":      2,
		"10":      2,
	} {
		if got := post.Count(text).Length; got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
}

func TestADamagedTextIsCountedAllTheSame(t *testing.T) {
	const damaged = "a\xFFb"
	for unit, want := range map[Unit]int{Byte: 3, Char: 3, UTF16: 3, Grapheme: 3, Weight: 4, Septet: 3} {
		if got := unit.Measure(damaged); got != want {
			t.Errorf("%s: got %d, want %d", unit, got, want)
		}
	}
}

func TestALongTextIsCountedInTimeProportionalToItsLength(t *testing.T) {
	// Each of these is a trap for a search that backtracks or starts again. A
	// quadratic one needs minutes for this length, a linear one some 50 ms.
	const size, allowed = 1 << 17, 10 * time.Second
	for name, piece := range map[string]string{
		"letters without spaces": "ب", "dots": ".", "labels": "a.", "brackets": "/(", "hash signs": "#",
		"protocols": "http://", "paths": "a.com/(", "joiners": "👨\u200D", "long labels": "あ-",
		"hosts in words": "ب.ب", "at signs": "@a@", "marks": "\u0651",
	} {
		text := strings.Repeat(piece, size/len(piece)) + " a.com"
		start := time.Now()
		for _, id := range []string{"x", "mastodon", "sms", "threads"} {
			c, _ := catalog(t).Channel(id)
			c.Default().Count(text)
		}
		if took := time.Since(start); took > allowed {
			t.Errorf("%s: %v", name, took)
		}
	}
}
