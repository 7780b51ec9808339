package channel

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestALinkMayTouchArabic(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"after a word", "زورواexample.org", []string{"example.org"}},
		{"before a word", "example.orgاليوم", []string{"example.org"}},
		{"a path ends where the Arabic begins", "https://example.org/مقال", []string{"https://example.org/"}},
		{"between isolates", "\u2066https://example.org\u2069", []string{"https://example.org"}},
		{"after a right-to-left mark", "\u200Fexample.org", []string{"example.org"}},
		{"an Arabic host with a protocol", "https://موقع.السعودية/", []string{"https://موقع.السعودية/"}},
		{"an Arabic host without one is plain text", "موقع.السعودية", []string{}},
		{"the Arabic comma ends it", "https://example.org/a، ثم", []string{"https://example.org/a"}},
		{"an address is no link", "info@example.org", []string{}},
		{"nor is a missing space after a full stop", "انتهى.وبعد", []string{}},
	}
	for _, test := range tests {
		if got := texts(test.text, Links(test.text)); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestAnArabicHashtagEndsAtASpace(t *testing.T) {
	for text, want := range map[string][]string{
		"#ماء نظيف":                {"#ماء"},
		"#ماء_نظيف":                {"#ماء_نظيف"},
		"# ماء":                    {},
		"#مَاءٌ":                   {"#مَاءٌ"},
		"#مـــاء":                  {"#مـــاء"},
		"#می\u200Cخواهم":           {"#می\u200Cخواهم"},
		"#٢٠٢٦":                    {},
		"#يوم_٢٠٢٦":                {"#يوم_٢٠٢٦"},
		"و#ماء":                    {},
		"،#ماء":                    {"#ماء"},
		"\u200F#ماء\u200F":         {"#ماء"},
		"#ماء،#هواء":               {"#ماء", "#هواء"},
		"https://example.org/#ماء": {},
	} {
		if got := texts(text, Hashtags(text)); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestAHostMustFitTheDomainNameSystem(t *testing.T) {
	// The sample strings of RFC 3492, 7.1, with the length of their encoding.
	for label, want := range map[string]int{
		"ليهمابتكلموشعربي؟":            len("egbpdaj6bu4bxfgehfvwxn"),
		"他们为什么不说中文":                    len("ihqwcrb4cv8a8dqg056pqjye"),
		"למההםפשוטלאמדבריםעברית":       len("4dbcagdahymbxekheh6e0a7fei0b"),
		"почемужеонинеговорятпорусски": len("b1abfaaepdrnnbgefbadotcwatmq2g4l"),
		"3年b組金八先生":                     len("3b-ww4c5e180e575a65lsy2b"),
		"ひとつ屋根の下2":                     len("2-u9tlzr9756bt3uc0v"),
		"majiでkoiする5秒前":                len("majikoi5-783gue6qz075azm5e"),
	} {
		if got := punycodedLen(label); got != want+len("xn--") {
			t.Errorf("%s: got %d, want %d", label, got, want+len("xn--"))
		}
	}
	if got := punycodedLen("example"); got != 7 {
		t.Errorf("ASCII stays as it is: got %d", got)
	}
	if long := "http://" + strings.Repeat("a", 64) + ".com"; len(Links(long)) != 0 {
		t.Error("a label of 64 letters is no host")
	}
	if long := "http://a.com/" + strings.Repeat("a", maxLinkLength); len(Links(long)) != 0 {
		t.Error("a link longer than X accepts is no link")
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"http://example.com/a_(b)?c=d#e", "twitter.comこれは日本語です。example.com中国語t.co/abcde", "#a#b", "#http://a.com",
		"rt@a@b.com", "@a/b-c", "xn--はじめよう.com", "#\uFE0F\u20E3", "\xFF.com", "a.com/\xFF", "@ali@example.org/x", "。。.com",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		ordered := func(kind string, spans []Span) {
			end := 0
			for _, s := range spans {
				if s.Start < end || s.End <= s.Start || s.End > len(text) {
					t.Fatalf("%s: %v after %d in a text of %d bytes", kind, s, end, len(text))
				}
				if utf8.ValidString(text) && !utf8.ValidString(s.In(text)) {
					t.Errorf("%s: %q cuts a character", kind, s.In(text))
				}
				end = s.End
			}
		}
		ordered("links", Links(text))
		ordered("http links", fediverseLinks.find(text))
		ordered("hashtags", Hashtags(text))
		var spans []Span
		for _, m := range Mentions(text) {
			spans = append(spans, m.Span)
		}
		ordered("mentions", spans)
		for i := 0; i < len(text); {
			n := emojiLen(text[i:])
			if n < 0 || i+n > len(text) {
				t.Fatalf("emoji of %d bytes at %d of %d", n, i, len(text))
			}
			i += max(n, 1)
		}
		for _, f := range []Field{
			{Unit: Weight, Limit: 1},
			{Unit: Char, Limit: 1, EmojiAsBytes: true},
			{Unit: Grapheme, Limit: 1, ShortMentions: true, Links: &LinkRule{FindHTTP, 23}},
		} {
			if c := f.Count(text); c.Length < 0 || c.Over != max(c.Length-1, 0) {
				t.Errorf("%s: %+v", f.Unit, c.Measure)
			}
		}
	})
}
