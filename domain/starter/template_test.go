package starter_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/framework"
	"athar/domain/starter"
)

func TestSixteenTemplatesAreShippedAndThreeAreOfferedFirst(t *testing.T) {
	list, err := starter.Parse(content(t, "templates.json"))
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 16 {
		t.Errorf("%d templates, want 16", len(list))
	}
	for i, id := range []string{"service", "awareness", "rumour"} {
		if list[i].ID != id {
			t.Errorf("place %d is %q, want %q", i, list[i].ID, id)
		}
	}
	for _, tt := range list {
		if len(tt.Segments) != 2 || len(tt.Messages) == 0 || len(tt.Indicators) < 2 || len(tt.Mistakes) != 3 {
			t.Errorf("%s: %d segments, %d messages, %d indicators, %d mistakes", tt.ID,
				len(tt.Segments), len(tt.Messages), len(tt.Indicators), len(tt.Mistakes))
		}
		outcome := func(i starter.Indicator) bool { return i.Tag == "outcome" }
		if !slices.ContainsFunc(tt.Indicators, outcome) {
			t.Errorf("%s: no indicator of an outcome", tt.ID)
		}
	}
}

func TestTemplatesForceTheItemsOfTheDesign(t *testing.T) {
	want := map[string]string{
		"service": "e15 e33 e44", "awareness": "e03 e23 e41", "rumour": "e10 e24 e26 e27",
		"practice": "e11 e33 e42", "appeal": "e02 e28 e30", "petition": "e04 e14 e16",
		"volunteers": "e48 e49 e50", "fundraising": "e02 e28 e38", "observance": "e31 e43",
		"crisis": "e24 e31 e34", "listening": "e11 e12 e20", "youth-challenge": "e40 e46 e48",
		"stories": "e35 e36 e37 e38 e39 e40", "coalition": "e07 e13",
		"harassment": "e18 e30 e46 e47 e48 e49 e50", "report": "e06 e12 e13",
	}
	list, err := starter.Parse(content(t, "templates.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range list {
		if got := strings.Join(tt.Forced, " "); got != want[tt.ID] {
			t.Errorf("%s forces %s, want %s", tt.ID, got, want[tt.ID])
		}
	}
}

func TestEveryTemplateMakesAWholeCampaignInBothLanguages(t *testing.T) {
	list, err := starter.Parse(content(t, "templates.json"))
	if err != nil {
		t.Fatal(err)
	}
	checkTexts(t, content(t, "templates.json"))
	for _, tt := range list {
		for _, lang := range []string{"ar", "en"} {
			t.Run(tt.ID+"/"+lang, func(t *testing.T) {
				c := tt.Campaign(counter(), now, lang, "")
				checkCampaign(t, c)
				if c.Header.Title != tt.Name.In(lang) || c.Header.Goal != tt.Goal.In(lang) {
					t.Errorf("title %q, goal %q", c.Header.Title, c.Header.Goal)
				}
				if c.Header.Template != tt.ID || c.Header.Stage != domain.StageDraft || !c.Header.Created.Equal(now) {
					t.Errorf("header %+v", c.Header)
				}
				if got := c.SortedSegments()[0].Name; got != tt.Segments[0].Name.In(lang) {
					t.Errorf("first segment %q", got)
				}
				if m := c.SortedMessages()[0]; m.Core != tt.Messages[0].Core || m.Status != domain.MessageDraft {
					t.Errorf("first message %+v", m)
				}
				if fields := len(tt.Core.Fields); fields < 3 || c.Core().Field(firstField(t, tt.Core.Framework)).Empty() {
					t.Errorf("the core message begins with %d fields", fields)
				}
				if got := c.SortedIndicators()[0].Name; got != tt.Indicators[0].Name.In(lang) {
					t.Errorf("first indicator %q", got)
				}
			})
		}
	}
}

// firstField returns the field with which a framework begins.
func firstField(t *testing.T, id string) string {
	t.Helper()
	library, err := framework.Parse(content(t, "frameworks.json"))
	if err != nil {
		t.Fatal(err)
	}
	f, ok := library.Framework(id)
	if !ok {
		t.Fatalf("no framework %q", id)
	}
	return f.Fields[0].ID
}

func TestCampaignKeepsTheTitleThatWasGiven(t *testing.T) {
	list, err := starter.Parse(content(t, "templates.json"))
	if err != nil {
		t.Fatal(err)
	}
	if got := list[0].Campaign(counter(), now, "en", "Clinic on Tuesday").Header.Title; got != "Clinic on Tuesday" {
		t.Errorf("title %q", got)
	}
}

func TestCampaignsOfOneTemplateShareNothing(t *testing.T) {
	list, err := starter.Parse(content(t, "templates.json"))
	if err != nil {
		t.Fatal(err)
	}
	first := list[0].Campaign(counter(), now, "en", "")
	want := list[0].Campaign(counter(), now, "en", "")
	first.Header.Facts[domain.FactAI] = true
	first.Header.Forced[0] = "changed"
	first.Segments[0].Channels[0] = "changed"
	if got := list[0].Campaign(counter(), now, "en", ""); !reflect.DeepEqual(got, want) {
		t.Error("a change to one campaign shows in the next")
	}
}

func TestParseRefusesTemplatesThatDoNotHoldTogether(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"unknown key", `"weeks": 8,`, `"weeks": 8, "days": 56,`, "unknown field"},
		{"no version", `"version": 1,`, `"version": 0,`, "version"},
		{"no weeks", `"weeks": 8,`, `"weeks": 0,`, "weeks"},
		{"id used twice", `"id": "awareness"`, `"id": "service"`, "twice"},
		{"unknown fact", `"social": true`, `"rich": true`, `unknown fact "rich"`},
		{"unknown role", `"role": "beneficiaries"`, `"role": "heroes"`, `unknown role "heroes"`},
		{"unknown language", `"languages": ["ar"]`, `"languages": ["xx"]`, `unknown languages "xx"`},
		{"unknown segment", `"segments": ["users"]`, `"segments": ["nobody"]`, `unknown segment "nobody"`},
		{"unknown tag", `"tag": "outcome"`, `"tag": "fame"`, `unknown tag "fame"`},
		{"unknown aggregation", `"aggregate": "sum"`, `"aggregate": "max"`, "aggregation"},
		{"impossible age", `"age_min": 18`, `"age_min": 180`, "range"},
		{"one language only", `"ar": "أين ومتى ولمن"`, `"ar": ""`, "title lacks"},
		{"channel named twice", `"channels": ["facebook", "instagram"]`, `"channels": ["facebook", "facebook"]`, "twice"},
	}
	data := string(content(t, "templates.json"))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			broken := strings.Replace(data, tt.old, tt.new, 1)
			if tt.name == "channel named twice" { // segments have such lists, too
				broken = strings.ReplaceAll(data, tt.old, tt.new)
			}
			if broken == data {
				t.Fatalf("the shipped file has no %s", tt.old)
			}
			_, err := starter.Parse([]byte(broken))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func TestBlankCampaignHasATitleAndNothingElse(t *testing.T) {
	got := starter.Blank(counter(), now, "Heat wave")
	want := domain.Campaign{Header: domain.Header{
		ID: domain.ID{15: 1}, Title: "Heat wave", Stage: domain.StageDraft, Created: now,
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("campaign %+v", got)
	}
}

// The seeds are small because the shipped file is too big to mutate usefully.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"version": 1, "templates": [` + smallPlan + `]}`))
	f.Add([]byte(`{"version": 1, "templates": [{"id": "a", "weeks": 1}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := starter.Parse(data)
		if err != nil {
			return
		}
		for _, tt := range list {
			tt.Campaign(domain.NewID, now, "ar", "")
		}
	})
}

const smallPlan = `{"id": "a", "weeks": 1, "name": {"ar": "ا", "en": "a"},
	"description": {"ar": "ا", "en": "a"}, "goal": {"ar": "ا", "en": "a"}, "facts": {"ai": true},
	"segments": [{"key": "s", "name": {"ar": "ا", "en": "a"}, "channels": ["x", "sms"]}],
	"messages": [{"title": {"ar": "ا", "en": "a"}, "core": {"ar": "ا", "en": "a"},
		"action": {"ar": "ا", "en": "a"}, "segments": ["s"], "channels": ["x"]}],
	"indicators": [{"name": {"ar": "ا", "en": "a"}, "aggregate": "sum", "tag": "output",
		"target": 3, "due": "2026-08-01", "readings": [{"at": "2026-08-01", "value": 1}]}]}`

func TestTheSmallPlanOfTheFuzzTargetIsAccepted(t *testing.T) {
	if _, err := starter.Parse([]byte(`{"version": 1, "templates": [` + smallPlan + `]}`)); err != nil {
		t.Error(err)
	}
}
