package starter_test

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/ethics"
	"athar/domain/framework"
	"athar/domain/starter"
)

func sample(t testing.TB, lang string) domain.Campaign {
	t.Helper()
	c, err := starter.Sample(content(t, "sample.json"), counter(), now, lang)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSampleIsWholeInBothLanguages(t *testing.T) {
	checkTexts(t, content(t, "sample.json"))
	for lang, title := range map[string]string{
		"en": "Clean water in Wadi Noor", "ar": "مياه نظيفة في وادي نور",
	} {
		t.Run(lang, func(t *testing.T) {
			c := sample(t, lang)
			checkCampaign(t, c)
			if c.Header.Title != title || !c.Header.Sample || !c.Header.Created.Equal(now) {
				t.Errorf("header %+v", c.Header)
			}
			if len(c.Segments) != 4 || len(c.Messages) != 5 || len(c.Indicators) != 4 || len(c.Readings) < 6 {
				t.Errorf("%d segments, %d messages, %d indicators, %d readings",
					len(c.Segments), len(c.Messages), len(c.Indicators), len(c.Readings))
			}
			for _, fact := range domain.Facts() {
				if _, answered := c.Header.Facts[fact]; !answered {
					t.Errorf("the fact %q is not answered", fact)
				}
			}
		})
	}
}

func TestSampleSegmentsFillEveryField(t *testing.T) {
	for _, s := range sample(t, "ar").Segments {
		v := reflect.ValueOf(s)
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if name == "DataCost" || name == "AgeMax" { // false and "no limit" are answers
				continue
			}
			if v.Field(i).IsZero() && !(name == "AccessNeeds" && s.Role == "decision_makers") {
				t.Errorf("%s: %s is empty", s.Name, name)
			}
		}
	}
}

func TestSampleIsTheSameEachTime(t *testing.T) {
	if !reflect.DeepEqual(sample(t, "ar"), sample(t, "ar")) {
		t.Error("two samples differ")
	}
}

func TestSampleTextsFitTheirChannels(t *testing.T) {
	catalog := channels(t)
	for _, m := range sample(t, "en").Messages {
		if len(m.Variants) < 2 {
			t.Errorf("%q has %d variants", m.Title, len(m.Variants))
		}
		for _, v := range m.Variants {
			ch, _ := catalog.Channel(v.Channel)
			for _, part := range v.Parts {
				f, ok := ch.Field(part.Field)
				if !ok || !f.Count(part.Text.En).Fits() || !f.Count(part.Text.Ar).Fits() {
					t.Errorf("%q on %s: the %s does not fit", m.Title, v.Channel, part.Field)
				}
			}
			for lang, text := range map[string]string{"en": v.Text.En, "ar": v.Text.Ar} {
				count := ch.Default().Count(text)
				if text == "" || !count.Fits() {
					t.Errorf("%q on %s in %s: %d of %d", m.Title, v.Channel, lang, count.Length, count.Limit)
				}
				if count.SMS != nil && count.Length > count.Limit {
					t.Errorf("%q in %s takes more than one SMS: %d of %d", m.Title, lang, count.Length, count.Limit)
				}
			}
		}
	}
}

func TestSampleShowsAChannelWithSeveralFields(t *testing.T) {
	for _, m := range sample(t, "ar").Messages {
		if v, ok := m.Variant("youtube"); ok {
			if v.Part("").Empty() || v.Part("title").Empty() || v.Part("tags").Empty() {
				t.Errorf("the video has not all its texts: %+v", v)
			}
			return
		}
	}
	t.Error("no message goes out as a video")
}

func TestSampleSMSInEnglishUsesTheBasicAlphabet(t *testing.T) {
	for _, m := range sample(t, "en").Messages {
		if v, ok := m.Variant("sms"); ok && channel.Segment(v.Text.En).Encoding == channel.UCS2 {
			t.Errorf("%q: one character makes the SMS twice as long", m.Title)
		}
	}
}

func TestSampleLeavesTheTrainerSomethingToFind(t *testing.T) {
	c := sample(t, "en")
	status := checklist(t).State(c)
	count := map[ethics.Standing]int{}
	for _, state := range status.Items {
		count[state.Standing]++
	}
	for _, s := range []ethics.Standing{ethics.Settled, ethics.Open, ethics.Unanswered, ethics.NotApplicable} {
		if count[s] == 0 {
			t.Errorf("no item is %s", s)
		}
	}
	if status.OpenMusts < 5 || status.OpenMusts > 15 {
		t.Errorf("%d open musts", status.OpenMusts)
	}
	if child, _ := status.Item("e46"); child.Standing != ethics.Open {
		t.Errorf("the picture of the pupils: %s", child.Standing)
	}
	values := map[domain.AnswerValue]int{}
	for _, a := range c.Answers {
		values[a.Value]++
	}
	for _, v := range domain.AnswerValues() {
		if values[v] == 0 {
			t.Errorf("no answer is %q", v)
		}
	}
	statuses := map[domain.MessageStatus]bool{}
	for _, m := range c.Messages {
		statuses[m.Status] = true
	}
	if len(statuses) < 4 {
		t.Errorf("statuses %v", statuses)
	}
}

func TestSampleAnswersOnlyItemsOfTheChecklist(t *testing.T) {
	list := checklist(t)
	for _, a := range sample(t, "en").Answers {
		if _, ok := list.Item(a.Item); !ok {
			t.Errorf("unknown item %q", a.Item)
		}
		if a.At.IsZero() {
			t.Errorf("%s: no moment", a.Item)
		}
	}
}

func TestSampleRefusesWhatDoesNotHoldTogether(t *testing.T) {
	tests := []struct{ name, old, new string }{
		{"unknown key", `"version": 1,`, `"version": 1, "colour": "blue",`},
		{"unknown stage", `"stage": "live"`, `"stage": "famous"`},
		{"answered twice", `"item": "e03"`, `"item": "e01"`},
		{"unknown answer", `"value": "partly"`, `"value": "maybe"`},
		{"unknown status", `"status": "ready"`, `"status": "perfect"`},
		{"not a date", `"at": "2026-06-06"`, `"at": "June"`},
		{"a part without a text", `"tags": {`, `"tags": {}, "note": {`},
		{"size without source", `"size_source"`, `"place"`},
		{"something after it", "\n}\n", "\n}\n{}"},
	}
	data := string(content(t, "sample.json"))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			i := strings.LastIndex(data, tt.old)
			if i < 0 {
				t.Fatalf("the shipped file has no %s", tt.old)
			}
			broken := data[:i] + tt.new + data[i+len(tt.old):]
			if _, err := starter.Sample([]byte(broken), counter(), now, "en"); err == nil {
				t.Error("accepted")
			}
		})
	}
}

func FuzzSample(f *testing.F) {
	f.Add([]byte(`{"version": 1, "title": {"ar": "ا", "en": "a"}, "stage": "live",
		"goal": {"ar": "ا", "en": "a"}, "answers": [{"item": "e01", "value": "no",
		"reason": {"ar": "ا", "en": "a"}, "at": "2026-06-01"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := starter.Sample(data, domain.NewID, now, "ar")
		if err == nil && c.Header.Title == "" {
			t.Error("a sample without a title was accepted")
		}
	})
}

// figures is what the test needs of the sample's export.
type figures struct{ impressions, engagements float64 }

func TestSampleFiguresShowTheBetterMessageFromWeekFive(t *testing.T) {
	data := content(t, "sample-metrics.csv")
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	const header = "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares," +
		"New follows,Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks"
	if got := strings.Join(rows[0], ","); got != header {
		t.Fatalf("header %s", got)
	}
	if len(rows) != 121 {
		t.Errorf("%d posts, want 120", len(rows)-1)
	}
	turn := time.Date(2026, 7, 5, 0, 0, 0, 0, time.UTC)
	var before, after figures
	ids := map[string]bool{}
	for _, row := range rows[1:] {
		day, err := time.Parse("Mon, Jan 2, 2006", row[1])
		if err != nil {
			t.Fatal(err)
		}
		if row[1] != day.Format("Mon, Jan 2, 2006") || ids[row[0]] || row[3] != "https://x.com/example/status/"+row[0] {
			t.Errorf("row %v", row[:4])
		}
		ids[row[0]] = true
		sum := &before
		if !day.Before(turn) {
			sum = &after
		}
		sum.add(t, row)
	}
	if rate := after.rate() / before.rate(); rate < 1.5 {
		t.Errorf("the engagement rate changes by a factor of %.2f only", rate)
	}
}

func (f *figures) add(t *testing.T, row []string) {
	t.Helper()
	numbers := make([]float64, 0, len(row))
	for _, cell := range row[4:] {
		n, err := strconv.Atoi(cell)
		if err != nil {
			t.Fatal(err)
		}
		numbers = append(numbers, float64(n))
	}
	parts := -numbers[0] - numbers[2]
	for _, n := range numbers {
		parts += n
	}
	if numbers[2] > numbers[0] || numbers[2] < parts {
		t.Errorf("post %s: %v engagements, %v impressions, parts %v", row[0], numbers[2], numbers[0], parts)
	}
	f.impressions += numbers[0]
	f.engagements += numbers[2]
}

func (f figures) rate() float64 { return f.engagements / f.impressions }

// The sample shows what there is to a message: whatever stays empty in it, nobody
// finds.
func TestSampleHasSomethingOfEverything(t *testing.T) {
	for _, lang := range []string{"ar", "en"} {
		c := sample(t, lang)
		kinds := map[domain.Kind]int{}
		for _, r := range c.Records() {
			kinds[r.Kind()]++
		}
		for _, kind := range domain.Kinds() {
			if kinds[kind] == 0 && kind != domain.KindDataSet {
				t.Errorf("%s: there is no %s", lang, kind.Word())
			}
		}
		approved := 0
		for _, m := range c.Messages {
			if c.Lapsed(m) {
				t.Errorf("%s: the approval of %q has lapsed", lang, m.Title)
			}
			if c.Approved(m) {
				approved++
			}
			if m.Purpose == "" || len(m.Call.Missing()) > 1 {
				t.Errorf("%s: %q has no purpose or call", lang, m.Title)
			}
		}
		if approved == 0 {
			t.Errorf("%s: nothing is approved", lang)
		}
		for _, k := range c.Comments {
			m, ok := c.Message(k.Message)
			if start, end, found := k.Anchor.Find(m.Core.Of(lang)); !ok || k.Field != "" && (!found || end <= start) {
				t.Errorf("%s: the passage of a comment is not there", lang)
			}
		}
	}
}

func TestEveryFrameworkThatIsNamedIsThere(t *testing.T) {
	library, err := framework.Parse(content(t, "frameworks.json"))
	if err != nil {
		t.Fatal(err)
	}
	list, err := starter.Parse(content(t, "templates.json"))
	if err != nil {
		t.Fatal(err)
	}
	cores := []domain.Core{sample(t, "en").Core()}
	for _, template := range list {
		cores = append(cores, template.Campaign(counter(), now, "en", "").Core())
	}
	for _, k := range cores {
		f, ok := library.Framework(k.Framework)
		if !ok || len(f.Elsewhere(k)) > 0 {
			t.Errorf("framework %q is not known, or has not all that is written", k.Framework)
		}
	}
}
