package selfcheck_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/ethics"
	"athar/domain/selfcheck"
)

const channels = `{"version": 1, "updated": "2026-11-23", "about": {"en": "a", "ar": "ب"}, "channels": [
	{"id": "x", "name": {"en": "X", "ar": "إكس"}, "fields": [{
		"id": "post", "name": {"en": "Post", "ar": "منشور"}, "unit": "weight", "limit": 280,
		"source": {"en": "test", "ar": "اختبار"}, "asOf": "2026-11-23", "sure": "A"}, {
		"id": "alt", "name": {"en": "Alt text", "ar": "نص بديل"}, "unit": "weight", "limit": 1000,
		"source": {"en": "test", "ar": "اختبار"}, "asOf": "2026-11-23", "sure": "A"}]}]}`

func rules(t testing.TB) selfcheck.Rules {
	t.Helper()
	data, err := os.ReadFile("../../assets/content/ethics.json")
	if err != nil {
		t.Fatal(err)
	}
	checklist, err := ethics.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := channel.Parse([]byte(channels))
	if err != nil {
		t.Fatal(err)
	}
	return selfcheck.Rules{Ethics: checklist, Channels: catalog}
}

var (
	campaignID  = domain.ID{1}
	segmentID   = domain.ID{2}
	messageID   = domain.ID{3}
	indicatorID = domain.ID{4}
)

// complete returns a campaign in which nothing is missing.
func complete(r selfcheck.Rules) domain.Campaign {
	target := 10.0
	c := domain.Campaign{
		Header: domain.Header{ID: campaignID, Goal: "Safe water", Facts: map[domain.Fact]bool{}},
		Segments: []domain.Segment{{
			ID: segmentID, Name: "Families", SizeLow: 5, SizeSource: "count", AgeMin: 18,
		}},
		Messages: []domain.Message{{
			ID: messageID, Title: "Boil",
			Core:     domain.Text{Ar: "اغلوا الماء", En: "Boil the water"},
			Action:   domain.Text{En: "Boil it"},
			Variants: []domain.Variant{{Channel: "x", Text: domain.Text{En: "Boil"}}},
			Segments: []domain.ID{segmentID},
		}},
		Indicators: []domain.Indicator{{
			ID: indicatorID, Name: "Homes", Target: &target, Tag: "outcome",
		}},
	}
	for _, fact := range domain.Facts() {
		c.Header.Facts[fact] = true
	}
	for _, item := range r.Ethics.Items {
		c.Answers = append(c.Answers, domain.Answer{
			ID: domain.AnswerID(campaignID, item.ID), Item: item.ID, Value: domain.AnswerYes,
		})
	}
	return c
}

func TestCompleteCampaignHasNoFindings(t *testing.T) {
	r := rules(t)
	if got := r.Findings(complete(r)); len(got) != 0 {
		t.Errorf("findings %+v", got)
	}
}

func TestEachGapGivesItsFinding(t *testing.T) {
	inMessage := func(field string) domain.Place {
		return domain.Place{Kind: domain.KindMessage, ID: messageID, Field: field}
	}
	inSegment := func(field string) domain.Place {
		return domain.Place{Kind: domain.KindSegment, ID: segmentID, Field: field}
	}
	inHeader := func(field string) domain.Place {
		return domain.Place{Kind: domain.KindHeader, ID: campaignID, Field: field}
	}
	inIndicator := func(field string) domain.Place {
		return domain.Place{Kind: domain.KindIndicator, ID: indicatorID, Field: field}
	}
	inAnswer := domain.Place{
		Kind: domain.KindAnswer, Item: "e01", ID: domain.AnswerID(campaignID, "e01"),
	}
	must, should := ethics.Must, ethics.Should
	long := strings.Repeat("ماء ", 100)
	tests := []struct {
		name   string
		change func(*domain.Campaign)
		want   selfcheck.Finding
	}{
		{
			"goal", func(c *domain.Campaign) { c.Header.Goal = "" },
			selfcheck.Finding{Code: selfcheck.GoalMissing, Level: must, At: inHeader("goal")},
		},
		{
			"fact not answered", func(c *domain.Campaign) { delete(c.Header.Facts, domain.FactAI) },
			selfcheck.Finding{Code: selfcheck.FactUnknown, Level: should, At: inHeader("fact.ai")},
		},
		{
			"minors against the plan", func(c *domain.Campaign) {
				c.Segments[0].AgeMin = 12
				c.Header.Facts[domain.FactChildren] = false
			},
			selfcheck.Finding{Code: selfcheck.MinorsDenied, Level: must, At: inSegment("age")},
		},
		{
			"social channel against the plan", func(c *domain.Campaign) {
				c.Header.Facts[domain.FactSocial] = false
			},
			selfcheck.Finding{Code: selfcheck.ChannelDenied, Level: must, At: inMessage("variant.x")},
		},
		{
			"message without audience", func(c *domain.Campaign) {
				c.Messages = append(c.Messages, c.Messages[0])
				c.Messages[1].ID, c.Messages[0].Segments = domain.ID{8}, nil
			},
			selfcheck.Finding{Code: selfcheck.MessageWithoutSegment, Level: must, At: inMessage("segments")},
		},
		{
			"audience without message", func(c *domain.Campaign) {
				c.Segments = append(c.Segments, domain.Segment{ID: domain.ID{9}, Name: "Others"})
			},
			selfcheck.Finding{
				Code: selfcheck.SegmentWithoutMessage, Level: should,
				At: domain.Place{Kind: domain.KindSegment, ID: domain.ID{9}},
			},
		},
		{
			"segment with a problem", func(c *domain.Campaign) { c.Segments[0].SizeSource = "" },
			selfcheck.Finding{
				Code: selfcheck.SegmentProblem, Level: must, At: inSegment("size_source"),
				Problem: domain.Problem(domain.ErrNeedsSource, "size_source"),
			},
		},
		{
			"message with a problem", func(c *domain.Campaign) { c.Messages[0].Title = "" },
			selfcheck.Finding{
				Code: selfcheck.MessageProblem, Level: must, At: inMessage("title"),
				Problem: domain.Problem(domain.ErrRequired, "title"),
			},
		},
		{
			"no call to action", func(c *domain.Campaign) { c.Messages[0].Action = domain.Text{} },
			selfcheck.Finding{Code: selfcheck.MessageWithoutAction, Level: should, At: inMessage("action")},
		},
		{
			"no Arabic", func(c *domain.Campaign) { c.Messages[0].Core.Ar = "" },
			selfcheck.Finding{
				Code: selfcheck.MessageOneLanguage, Level: should, At: inMessage("core"), Lang: "ar",
			},
		},
		{
			"no English", func(c *domain.Campaign) { c.Messages[0].Core.En = "" },
			selfcheck.Finding{
				Code: selfcheck.MessageOneLanguage, Level: should, At: inMessage("core"), Lang: "en",
			},
		},
		{
			"no text for a channel", func(c *domain.Campaign) { c.Messages[0].Variants = nil },
			selfcheck.Finding{Code: selfcheck.MessageWithoutVariant, Level: should, At: inMessage("")},
		},
		{
			"the core text too long for a channel that follows it", func(c *domain.Campaign) {
				c.Messages[0].Variants[0].Text = domain.Text{En: "Boil"}
				c.Messages[0].Core.Ar = long
			},
			selfcheck.Finding{
				Code: selfcheck.VariantTooLong, Level: must, At: inMessage("variant.x"), Lang: "ar",
			},
		},
		{
			"another field too long for its channel", func(c *domain.Campaign) {
				c.Messages[0] = c.Messages[0].WithOutgoing("x", "alt", "fr", strings.Repeat("eau ", 300))
			},
			selfcheck.Finding{
				Code: selfcheck.VariantTooLong, Level: must, At: inMessage("variant.x.alt"), Lang: "fr",
			},
		},
		{
			"a language of the campaign", func(c *domain.Campaign) { c.Header.Languages = []string{"en", "ar", "fr"} },
			selfcheck.Finding{
				Code: selfcheck.MessageOneLanguage, Level: should, At: inMessage("core"), Lang: "fr",
			},
		},
		{
			"a channel against the plan that follows the core text", func(c *domain.Campaign) {
				c.Messages[0].Variants[0].Text = domain.Text{}
				c.Header.Facts[domain.FactSocial] = false
			},
			selfcheck.Finding{Code: selfcheck.ChannelDenied, Level: must, At: inMessage("variant.x")},
		},
		{
			"text too long for its channel", func(c *domain.Campaign) {
				c.Messages[0].Variants[0].Text.Ar = long
			},
			selfcheck.Finding{
				Code: selfcheck.VariantTooLong, Level: must, At: inMessage("variant.x"), Lang: "ar",
			},
		},
		{
			"must without an answer", func(c *domain.Campaign) { c.Answers = c.Answers[1:] },
			selfcheck.Finding{Code: selfcheck.MustUnanswered, Level: must, At: inAnswer},
		},
		{
			"must answered no", func(c *domain.Campaign) {
				c.Answers[0].Value, c.Answers[0].Reason = domain.AnswerNo, "no logo yet"
			},
			selfcheck.Finding{Code: selfcheck.MustOpen, Level: must, At: inAnswer},
		},
		{
			"indicator with a problem", func(c *domain.Campaign) { c.Indicators[0].Name = "" },
			selfcheck.Finding{
				Code: selfcheck.IndicatorProblem, Level: must, At: inIndicator("name"),
				Problem: domain.Problem(domain.ErrRequired, "name"),
			},
		},
		{
			"indicator without a target", func(c *domain.Campaign) { c.Indicators[0].Target = nil },
			selfcheck.Finding{Code: selfcheck.IndicatorWithoutTarget, Level: should, At: inIndicator("target")},
		},
		{
			"likes only", func(c *domain.Campaign) { c.Indicators[0].Tag = "vanity" },
			selfcheck.Finding{
				Code: selfcheck.OnlyVanity, Level: should, At: domain.Place{Kind: domain.KindIndicator},
			},
		},
		{
			"no indicator", func(c *domain.Campaign) { c.Indicators = nil },
			selfcheck.Finding{
				Code: selfcheck.NoIndicator, Level: should, At: domain.Place{Kind: domain.KindIndicator},
			},
		},
	}
	r := rules(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := complete(r)
			tt.change(&c)
			want := []selfcheck.Finding{tt.want}
			if got := r.Findings(c); !reflect.DeepEqual(got, want) {
				t.Errorf("findings\n%+v, want\n%+v", got, want)
			}
		})
	}
}

func TestWhatGoesOutOtherwiseIsNotMissing(t *testing.T) {
	r := rules(t)
	for name, change := range map[string]func(*domain.Campaign){
		"a channel that follows the core text": func(c *domain.Campaign) { c.Messages[0].Variants[0].Text = domain.Text{} },
		"an own text where the core is too long": func(c *domain.Campaign) {
			c.Messages[0].Core.En = strings.Repeat("water ", 100)
		},
		"a language that the campaign does not have": func(c *domain.Campaign) {
			c.Header.Languages, c.Messages[0].Core.Ar = []string{"en"}, ""
		},
		"a call to action in its parts": func(c *domain.Campaign) {
			c.Messages[0].Action, c.Messages[0].Call.What = domain.Text{}, domain.Text{En: "Boil it"}
		},
		"channels that are no platforms": func(c *domain.Campaign) {
			c.Header.Facts[domain.FactSocial] = false
			c.Messages[0].Variants = nil
			for _, id := range []string{"sms", "radio", "poster", "email"} {
				c.Messages[0] = c.Messages[0].WithChannel(id, true)
			}
		},
	} {
		c := complete(r)
		change(&c)
		if got := r.Findings(c); len(got) > 0 {
			t.Errorf("%s: findings %+v", name, got)
		}
	}
}

func TestATemplatesChannelsAreNotUsedBeforeThereIsAText(t *testing.T) {
	r := rules(t)
	c := complete(r)
	c.Header.Facts[domain.FactSocial] = false
	c.Messages[0].Core, c.Messages[0].Variants = domain.Text{}, []domain.Variant{{Channel: "x"}}
	for _, f := range r.Findings(c) {
		if f.Code == selfcheck.ChannelDenied {
			t.Errorf("found %+v", f)
		}
	}
}

func TestBlankCampaignNamesWhatToBeginWith(t *testing.T) {
	got := rules(t).Findings(domain.Campaign{Header: domain.Header{ID: campaignID}})
	count := map[selfcheck.Code]int{}
	for _, f := range got {
		count[f.Code]++
	}
	want := map[selfcheck.Code]int{
		selfcheck.GoalMissing: 1, selfcheck.FactUnknown: len(domain.Facts()), selfcheck.NoSegment: 1,
		selfcheck.NoMessage: 1, selfcheck.NoIndicator: 1, selfcheck.MustUnanswered: 32,
	}
	if !reflect.DeepEqual(count, want) {
		t.Errorf("findings %v, want %v", count, want)
	}
}

func TestFindingsComeInAStableOrder(t *testing.T) {
	r := rules(t)
	c := complete(r)
	c.Header.Facts, c.Answers = nil, nil
	c.Segments = append(c.Segments, domain.Segment{ID: domain.ID{9}}, domain.Segment{ID: domain.ID{7}})
	first := r.Findings(c)
	for range 20 {
		slices.Reverse(c.Segments)
		if got := r.Findings(c); !reflect.DeepEqual(got, first) {
			t.Fatalf("findings\n%+v, then\n%+v", first, got)
		}
	}
}

func TestMessageForARemovedSegmentHasNoAudience(t *testing.T) {
	r := rules(t)
	c := complete(r)
	c.Messages[0].Segments = []domain.ID{{9}}
	got := r.Findings(c)
	if len(got) != 2 || got[0].Code != selfcheck.SegmentWithoutMessage || got[1].Code != selfcheck.MessageWithoutSegment {
		t.Errorf("findings %+v", got)
	}
}

func TestEveryFindingHasAListedCode(t *testing.T) {
	r := rules(t)
	for _, f := range r.Findings(domain.Campaign{}) {
		if !slices.Contains(selfcheck.Codes(), f.Code) {
			t.Errorf("%q is not listed", f.Code)
		}
	}
}
