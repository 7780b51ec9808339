package channel

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestACountSaysHowFarATextIsOver(t *testing.T) {
	tests := []struct {
		name, channel, field, text string
		length, over               int
		fits                       bool
	}{
		{"at the limit", "x", "post", strings.Repeat("ب", 280), 280, 0, true},
		{"one over", "x", "post", strings.Repeat("ب", 281), 281, 1, false},
		{"over by advice only", "facebook", "post", strings.Repeat("a", 63207), 63207, 1, true},
		{"an SMS of two parts is sent", "sms", "message", strings.Repeat("ب", 71), 71, 1, true},
		{"Arabic fills a YouTube description twice as fast", "youtube", "description", strings.Repeat("ب", 2501), 5002, 2, false},
		{"an emoji is two units for Telegram", "telegram", "caption", strings.Repeat("😀", 513), 1026, 2, false},
		{"empty", "x", "post", "", 0, 0, true},
	}
	for _, test := range tests {
		got := field(t, test.channel, test.field).Count(test.text)
		if got.Length != test.length || got.Over != test.over || got.Fits() != test.fits {
			t.Errorf("%s: got %+v, fits %v", test.name, got.Measure, got.Fits())
		}
		if want := max(got.Limit-got.Length, 0); got.Left() != want {
			t.Errorf("%s: %d left, want %d", test.name, got.Left(), want)
		}
	}
}

func TestBlueskyHasTwoLimitsAtOnce(t *testing.T) {
	const family = "👨‍👩‍👧‍👦" // one grapheme of 25 bytes
	got := field(t, "bluesky", "post").Count(strings.Repeat(family, 121))
	if got.Over != 0 || got.Second == nil || *got.Second != (Measure{Byte, 3025, 3000, 25, false}) || got.Fits() {
		t.Errorf("got %+v and %+v", got.Measure, got.Second)
	}
}

func TestThingsInATextAreCountedAgainstTheirOwnLimits(t *testing.T) {
	instagram := field(t, "instagram", "caption").Count("#أ #ب #ج #د #ه #و @unicef")
	if got := instagram.Hashtags; got != (Tally{6, true, 5, 1, false}) || instagram.Fits() {
		t.Errorf("hashtags on Instagram: %+v", got)
	}
	if got := instagram.Mentions; got != (Tally{1, true, 20, 0, false}) {
		t.Errorf("mentions on Instagram: %+v", got)
	}
	threads := field(t, "threads", "post").Count("a.com b.com c.com d.com e.com a.com")
	if got := threads.Links; got != (Tally{5, true, 5, 0, false}) {
		t.Errorf("different links on Threads: %+v", got)
	}
	tiktok := field(t, "tiktok", "caption").Count("#أ #ب #ج #د #ه #و")
	if got := tiktok.Hashtags; got.Over != 1 || !tiktok.Fits() {
		t.Errorf("hashtags on TikTok are advice: %+v", got)
	}
	x := field(t, "x", "post").Count("#أ #ب")
	if got := x.Hashtags; got != (Tally{Count: 2}) {
		t.Errorf("hashtags on X: %+v", got)
	}
}

func TestACharacterTheFieldRefusesIsPointedOut(t *testing.T) {
	title := field(t, "youtube", "title").Count("ماء < نار")
	if title.Forbidden == nil || *title.Forbidden != (Mark{'<', 4, 7}) || title.Fits() {
		t.Errorf("got %+v", title.Forbidden)
	}
	post := field(t, "x", "post").Count("ماء\uFEFF")
	if post.Forbidden == nil || post.Forbidden.Rune != '\uFEFF' || post.Forbidden.Index != 3 {
		t.Errorf("got %+v", post.Forbidden)
	}
}

func TestAFieldSaysWhatALinkCosts(t *testing.T) {
	for id, want := range map[string]int{"x": 23, "mastodon": 23, "facebook": 0} {
		if got := field(t, id, "post").LinkLength(); got != want {
			t.Errorf("%s: got %d, want %d", id, got, want)
		}
	}
}

func TestTheKeysOfACountInJSONAreStable(t *testing.T) {
	const want = `{"unit":"septet","length":5,"limit":160,"over":0,"soft":true,` +
		`"hashtags":{"count":0,"limited":false,"limit":0,"over":0,"soft":false},` +
		`"mentions":{"count":0,"limited":false,"limit":0,"over":0,"soft":false},` +
		`"links":{"count":0,"limited":false,"limit":0,"over":0,"soft":false},` +
		`"sms":{"encoding":"GSM-7","parts":[5],"perPart":160,"remaining":155,"cause":null}}`
	got, err := json.Marshal(field(t, "sms", "message").Count("Hello"))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestHeapsOfMarksAndEndlessEmojiAreCountedAsXDoes(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       int
	}{
		{"31 marks on a letter", "ب" + strings.Repeat("\u064e", 31), 32},
		{"a thousand", "ب" + strings.Repeat("\u064e", 1000), 1001},
		{"with a joiner of its own", "e\u0301\u034f", 2},
		{"a family of four", "👩‍👩‍👧‍👦", 2},
		{"a kiss", "👩‍❤️‍💋‍👩", 2},
		{"five in a row", "👩‍👩‍👧‍👦‍👦", 2 + 1 + 2},
	} {
		if got := xWeight(tt.text, true); got != tt.want {
			t.Errorf("%s: weighs %d, want %d", tt.name, got, tt.want)
		}
	}
}
