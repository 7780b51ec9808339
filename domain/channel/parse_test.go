package channel

import (
	"errors"
	"strings"
	"testing"

	"athar/domain"
)

func TestTheShippedCatalogHasWhatItPromises(t *testing.T) {
	c := catalog(t)
	tests := []struct {
		channel, field string
		unit           Unit
		limit          int
		soft           bool
	}{
		{"x", "post", Weight, 280, false},
		{"facebook", "post", Char, 63206, true},
		{"instagram", "caption", Char, 2200, false},
		{"whatsapp", "message", Char, 4096, false},
		{"sms", "message", Septet, 160, true},
		{"telegram", "message", UTF16, 4096, false},
		{"telegram", "caption", UTF16, 1024, false},
		{"threads", "post", Char, 500, false},
		{"bluesky", "post", Grapheme, 300, false},
		{"mastodon", "post", Grapheme, 500, false},
		{"linkedin", "post", Char, 3000, false},
		{"tiktok", "caption", UTF16, 2200, false},
		{"youtube", "description", Byte, 5000, false},
		{"youtube", "title", Char, 100, false},
	}
	for _, test := range tests {
		f := field(t, test.channel, test.field)
		if f.Unit != test.unit || f.Limit != test.limit || f.Soft != test.soft {
			t.Errorf("%s %s: got %s %d soft %v", test.channel, test.field, f.Unit, f.Limit, f.Soft)
		}
	}
	if first := c.Channels()[0]; first.ID != "x" || first.Default().ID != "post" {
		t.Errorf("the first channel is %s with %s", first.ID, first.Default().ID)
	}
	for _, ch := range c.Channels() {
		for _, f := range ch.Fields {
			if f.Sure == Recalled && !f.Soft {
				t.Errorf("%s %s refuses a text by a limit nobody has checked", ch.ID, f.ID)
			}
		}
	}
}

func TestChannelsCannotBeChangedThroughACopy(t *testing.T) {
	c := catalog(t)
	c.Channels()[0] = Channel{ID: "other"}
	if got := c.Channels()[0].ID; got != "x" {
		t.Errorf("the first channel is %s", got)
	}
	if _, ok := c.Channel("fax"); ok {
		t.Error("found a channel that is not there")
	}
	x, _ := c.Channel("x")
	if _, ok := x.Field("fax"); ok {
		t.Error("found a field that is not there")
	}
}

// small is a catalog that is right; each case spoils one thing in it.
const small = `{
  "version": 1,
  "updated": "2026-11-23",
  "channels": [
    { "id": "a", "name": { "en": "A", "ar": "أ" }, "fields": [
      { "id": "post", "name": { "en": "P", "ar": "م" }, "unit": "char", "limit": 10,
        "max": { "hashtags": { "limit": 0, "source": { "en": "s", "ar": "م" }, "asOf": "2026-01-01", "sure": "B" } },
        "source": { "en": "s", "ar": "م" }, "asOf": "2026-01-01", "sure": "A" }
    ] },
    { "id": "b", "name": { "en": "B", "ar": "ب" }, "fields": [
      { "id": "text", "name": { "en": "P", "ar": "م" }, "unit": "septet", "limit": 160,
        "second": { "unit": "utf16", "limit": 70 },
        "source": { "en": "s", "ar": "م" }, "asOf": "2026-01-01", "sure": "A" }
    ] }
  ]
}
`

func TestAMistakeInTheFileIsPointedOut(t *testing.T) {
	if _, err := Parse([]byte("\uFEFF" + small)); err != nil {
		t.Fatalf("the catalog without a mistake: %v", err)
	}
	tests := []struct {
		name, old, new string
		code           domain.Code
		field          string
		line           int
	}{
		{"unknown unit", `"char"`, `"letters"`, domain.ErrUnknownValue, "channels[0].fields[0].unit", 6},
		{"no limit", `"limit": 10,`, ``, domain.ErrRequired, "channels[0].fields[0].limit", 6},
		{"limit below one", `"limit": 10`, `"limit": -1`, domain.ErrRange, "channels[0].fields[0].limit", 6},
		{"limit as text", `"limit": 10`, `"limit": "10"`, ErrSyntax, "channels.fields.limit", 6},
		{"same channel twice", `"id": "b"`, `"id": "a"`, ErrDuplicate, "channels[1].id", 10},
		{"same field twice", `} }` + ",\n        \"source\": { \"en\": \"s\", \"ar\": \"م\" }, \"asOf\": \"2026-01-01\", \"sure\": \"A\" }\n    ] }", "} },\n\"source\": { \"en\": \"s\", \"ar\": \"م\" }, \"asOf\": \"2026-01-01\", \"sure\": \"A\" },\n{ \"id\": \"post\" } ] }", ErrDuplicate, "channels[0].fields[1].id", 9},
		{"capital in an id", `"id": "b"`, `"id": "B"`, domain.ErrUnknownValue, "channels[1].id", 10},
		{"no Arabic name", `"ar": "ب"`, `"ar": " "`, domain.ErrRequired, "channels[1].name.ar", 10},
		{"no day like that", `"updated": "2026-11-23"`, `"updated": "2026-11-31"`, domain.ErrNotDate, "updated", 3},
		{"no source", `"source": { "en": "s", "ar": "م" }, "asOf": "2026-01-01", "sure": "A" }` + "\n    ] },", `"asOf": "2026-01-01", "sure": "A" }` + "\n    ] },", domain.ErrRequired, "channels[0].fields[0].source.en", 6},
		{"a source in one language", `"hashtags": { "limit": 0, "source": { "en": "s", "ar": "م" }`, `"hashtags": { "limit": 0, "source": { "en": "s" }`, domain.ErrRequired, "channels[0].fields[0].max.hashtags.source.ar", 7},
		{"unknown sureness", `"sure": "B"`, `"sure": "E"`, domain.ErrUnknownValue, "channels[0].fields[0].max.hashtags.sure", 7},
		{"septets without the limit for Arabic", `"second": { "unit": "utf16", "limit": 70 },`, ``, domain.ErrRequired, "channels[1].fields[0].second.limit", 11},
		{"septets with another second unit", `"utf16"`, `"byte"`, domain.ErrUnknownValue, "channels[1].fields[0].second.unit", 12},
		{"misspelt key", `"limit": 10`, `"limt": 10`, domain.ErrUnknownValue, "limt", 6},
		{"a later version", `"version": 1`, `"version": 2`, domain.ErrUnknownValue, "version", 2},
		{"no channels", small[strings.Index(small, `    { "id": "a"`):strings.LastIndex(small, "\n  ]")], "", domain.ErrRange, "channels", 4},
		{"no comma", `"version": 1,`, `"version": 1`, ErrSyntax, "", 3},
		{"cut off", "\n  ]\n}\n", "", ErrSyntax, "", 14},
		{"more after the end", "\n  ]\n}\n", "\n  ]\n}\n{}", ErrSyntax, "", 17},
		{"links where the unit knows them", `"unit": "char", "limit": 10,`, `"unit": "weight", "limit": 10, "links": { "find": "bare", "length": 23 },`, domain.ErrUnknownValue, "channels[0].fields[0].links.find", 6},
		{"unknown way to find links", `"limit": 10,`, `"limit": 10, "links": { "find": "all", "length": 23 },`, domain.ErrUnknownValue, "channels[0].fields[0].links.find", 6},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if !strings.Contains(small, test.old) {
				t.Fatal("nothing to spoil")
			}
			_, err := Parse([]byte(strings.Replace(small, test.old, test.new, 1)))
			var problem *domain.Error
			if !errors.As(err, &problem) {
				t.Fatalf("got %v", err)
			}
			if problem.Code != test.code || problem.Field != test.field || problem.Args["line"] != test.line {
				t.Errorf("got %s at %q, line %v; want %s at %q, line %d",
					problem.Code, problem.Field, problem.Args["line"], test.code, test.field, test.line)
			}
			if column, ok := problem.Args["column"].(int); !ok || column < 1 {
				t.Errorf("column %v", problem.Args["column"])
			}
		})
	}
}

func TestAHugeFileIsRefusedUnread(t *testing.T) {
	_, err := Parse(make([]byte, maxCatalogSize+1))
	if domain.CodeOf(err) != domain.ErrTooLong {
		t.Errorf("got %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(`{"channels":[{"fields":[{}]}]}`))
	f.Add([]byte(`[`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Parse(data)
		if err != nil {
			var problem *domain.Error
			if !errors.As(err, &problem) {
				t.Fatalf("got %T", err)
			}
			return
		}
		for _, ch := range c.Channels() {
			ch.Default().Count("ماء example.org 😀")
		}
	})
}
