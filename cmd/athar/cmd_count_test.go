package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestWhateverAChannelRefusesIsSaid(t *testing.T) {
	for name, tt := range map[string]struct {
		args    []string
		text    string
		code    int
		refused []string
		lines   int
	}{
		"it fits":             {[]string{"x"}, "ماء نظيف", exitOK, nil, 1},
		"too long":            {[]string{"x"}, strings.Repeat("a", 281), exitProblems, []string{"length"}, 1},
		"too many bytes":      {[]string{"bluesky"}, strings.Repeat("👩‍👩‍👧‍👧", 200), exitProblems, []string{"second"}, 2},
		"too many hashtags":   {[]string{"instagram"}, strings.Repeat("#ماء_نظيف ", 6), exitProblems, []string{"hashtags"}, 2},
		"too many mentions":   {[]string{"instagram"}, strings.Repeat("@aaa ", 21), exitProblems, []string{"mentions"}, 2},
		"too many links":      {[]string{"threads"}, "a.com b.com c.com d.com e.com f.com", exitProblems, []string{"links"}, 2},
		"a refused character": {[]string{"youtube", "--field", "title"}, "1 < 2", exitProblems, []string{"forbidden"}, 2},
		"advice":              {[]string{"tiktok"}, strings.Repeat("#a ", 6), exitOK, nil, 2},
		"several parts":       {[]string{"sms"}, strings.Repeat("م", 71), exitOK, nil, 1},
	} {
		args := append([]string{"count", "--channel"}, tt.args...)
		out, _ := typed(t, tt.code, tt.text, append(args, "--json")...)
		var answer countJSON
		if err := json.Unmarshal([]byte(out), &answer); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if answer.Refused == nil || !slices.Equal(answer.Refused, append([]string{}, tt.refused...)) {
			t.Errorf("%s: refused is %q, want %q", name, answer.Refused, tt.refused)
		}
		for _, lang := range []string{"ar", "en"} {
			out, _ := typed(t, tt.code, tt.text, append(args, "--lang", lang)...)
			if strings.Count(out, "\n") != tt.lines {
				t.Errorf("%s, %s: %q, want %d lines", name, lang, out, tt.lines)
			}
			if strings.ContainsAny(out, "{}") {
				t.Errorf("%s, %s: %q", name, lang, out)
			}
		}
	}
}

func TestATextIsCountedAsItIs(t *testing.T) {
	for text, want := range map[string]int{
		"e\u0301\r\n\ufefb\x00": 5, // decomposed, one line end, a ligature, NUL
		"a\n":                   1,
		"":                      0,
	} {
		out, _ := typed(t, exitOK, text, "count", "--channel", "telegram", "--json")
		var answer countJSON
		if err := json.Unmarshal([]byte(out), &answer); err != nil || answer.Length != want {
			t.Errorf("%q has %d units, want %d (%v)", text, answer.Length, want, err)
		}
	}
}

func TestALanguageThatIsNoneIsRefused(t *testing.T) {
	typed(t, exitUsage, "ماء", "check", "--lang", "\x1b[2J")
	typed(t, exitUsage, "ماء", "check", "--lang", "Arabic")
	typed(t, exitOK, "نلتقي عند البئر.", "check", "--lang", "so")
}
