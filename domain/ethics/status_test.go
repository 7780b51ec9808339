package ethics_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/ethics"
)

var (
	campaignID = domain.ID{1}
	moment     = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
)

// campaign returns one that answered the item.
func campaign(h domain.Header, item string, value domain.AnswerValue, reason string) domain.Campaign {
	h.ID = campaignID
	return domain.Campaign{Header: h, Answers: []domain.Answer{{
		ID: domain.AnswerID(campaignID, item), Item: item, Value: value, Reason: reason,
	}}}
}

func list(items ...ethics.Item) ethics.Checklist { return ethics.Checklist{Items: items} }

func TestStandingFollowsAnswerLevelAndReason(t *testing.T) {
	const because = "the clinic does that"
	tests := []struct {
		value  domain.AnswerValue
		reason string
		must   ethics.Standing
		should ethics.Standing
	}{
		{domain.AnswerNone, "", ethics.Unanswered, ethics.Unanswered},
		{domain.AnswerNone, because, ethics.Unanswered, ethics.Unanswered},
		{domain.AnswerYes, "", ethics.Settled, ethics.Settled},
		{domain.AnswerYes, because, ethics.Settled, ethics.Settled},
		{domain.AnswerPartly, "", ethics.Open, ethics.Open},
		{domain.AnswerPartly, " \n", ethics.Open, ethics.Open},
		{domain.AnswerPartly, because, ethics.Open, ethics.Settled},
		{domain.AnswerNo, "", ethics.Open, ethics.Open},
		{domain.AnswerNo, because, ethics.Open, ethics.Settled},
		{domain.AnswerNA, "", ethics.Open, ethics.Open},
		{domain.AnswerNA, because, ethics.Settled, ethics.Settled},
		{"an answer of a later version", because, ethics.Open, ethics.Open},
	}
	for _, tt := range tests {
		for level, want := range map[ethics.Level]ethics.Standing{
			ethics.Must: tt.must, ethics.Should: tt.should,
		} {
			t.Run(string(level)+"/"+string(tt.value)+"/"+tt.reason, func(t *testing.T) {
				l := list(ethics.Item{ID: "e1", Level: level})
				s := l.State(campaign(domain.Header{}, "e1", tt.value, tt.reason))
				if got := s.Items[0].Standing; got != want {
					t.Errorf("standing %q, want %q", got, want)
				}
				if open := s.OpenMusts + s.OpenShoulds; (open == 1) != s.Items[0].IsOpen() {
					t.Errorf("%d open items counted, item open: %v", open, s.Items[0].IsOpen())
				}
				if level == ethics.Must && s.OpenShoulds > 0 || level == ethics.Should && s.OpenMusts > 0 {
					t.Errorf("counted under the other level: %+v", s)
				}
			})
		}
	}
}

func TestConditionAppliesUnlessThePlanSaysNo(t *testing.T) {
	yes, no := true, false
	any2 := ethics.Condition{Any: []domain.Fact{domain.FactChildren, domain.FactAtRisk}}
	one := ethics.Condition{Fact: domain.FactImages}
	facts := func(images, children, atRisk *bool) map[domain.Fact]bool {
		out := map[domain.Fact]bool{}
		for fact, v := range map[domain.Fact]*bool{
			domain.FactImages: images, domain.FactChildren: children, domain.FactAtRisk: atRisk,
		} {
			if v != nil {
				out[fact] = *v
			}
		}
		return out
	}
	tests := []struct {
		name    string
		when    ethics.Condition
		facts   map[domain.Fact]bool
		applies bool
		why     ethics.Reason
	}{
		{"no condition", ethics.Condition{}, nil, true, ethics.Reason{Code: ethics.ReasonAlways}},
		{
			"yes", one, facts(&yes, nil, nil), true,
			ethics.Reason{Code: ethics.ReasonPlan, Facts: []domain.Fact{domain.FactImages}},
		},
		{
			"no", one, facts(&no, nil, nil), false,
			ethics.Reason{Code: ethics.ReasonNotInUse, Facts: []domain.Fact{domain.FactImages}},
		},
		{
			"not answered", one, nil, true,
			ethics.Reason{Code: ethics.ReasonUnknown, Facts: []domain.Fact{domain.FactImages}},
		},
		{
			"only another fact answered", one, facts(nil, &no, &no), true,
			ethics.Reason{Code: ethics.ReasonUnknown, Facts: []domain.Fact{domain.FactImages}},
		},
		{
			"any: both no", any2, facts(nil, &no, &no), false,
			ethics.Reason{Code: ethics.ReasonNotInUse, Facts: any2.Any},
		},
		{
			"any: one yes, one no", any2, facts(nil, &no, &yes), true,
			ethics.Reason{Code: ethics.ReasonPlan, Facts: []domain.Fact{domain.FactAtRisk}},
		},
		{
			"any: one no, one not answered", any2, facts(nil, &no, nil), true,
			ethics.Reason{Code: ethics.ReasonUnknown, Facts: []domain.Fact{domain.FactAtRisk}},
		},
		{
			"any: one yes, one not answered", any2, facts(nil, nil, &yes), true,
			ethics.Reason{Code: ethics.ReasonPlan, Facts: []domain.Fact{domain.FactAtRisk}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			item := ethics.Item{ID: "e1", Level: ethics.Should, When: tt.when}
			applies, why := ethics.Applies(item, domain.Header{Facts: tt.facts})
			if applies != tt.applies || !reflect.DeepEqual(why, tt.why) {
				t.Errorf("applies %v because %+v, want %v because %+v", applies, why, tt.applies, tt.why)
			}
		})
	}
}

func TestItemForcedByTheTemplateAppliesAndIsAMust(t *testing.T) {
	item := ethics.Item{
		ID: "e1", Level: ethics.Should, When: ethics.Condition{Fact: domain.FactChildren},
	}
	h := domain.Header{
		Forced: []string{"e1"}, Facts: map[domain.Fact]bool{domain.FactChildren: false},
	}
	applies, why := ethics.Applies(item, h)
	if !applies || why.Code != ethics.ReasonTemplate {
		t.Errorf("applies %v because %+v", applies, why)
	}
	s := list(item).State(campaign(h, "e1", domain.AnswerNo, "no time"))
	if s.OpenMusts != 1 || s.OpenShoulds != 0 {
		t.Errorf("open musts %d, shoulds %d; a reason must not settle a must", s.OpenMusts, s.OpenShoulds)
	}
}

func TestItemThatDoesNotApplyKeepsItsAnswerAndIsNotOpen(t *testing.T) {
	item := ethics.Item{ID: "e1", Level: ethics.Must, When: ethics.Condition{Fact: domain.FactAI}}
	h := domain.Header{Facts: map[domain.Fact]bool{domain.FactAI: false}}
	s := list(item).State(campaign(h, "e1", domain.AnswerPartly, ""))
	if got := s.Items[0]; got.Standing != ethics.NotApplicable || got.Answer.Value != domain.AnswerPartly {
		t.Errorf("state %+v", got)
	}
	if s.OpenMusts+s.OpenShoulds != 0 {
		t.Error("counted as open")
	}
}

func TestNewCampaignHasEveryItemOpen(t *testing.T) {
	s := shipped(t).State(domain.Campaign{Header: domain.Header{ID: campaignID}})
	if s.OpenMusts != 32 || s.OpenShoulds != 18 {
		t.Errorf("open musts %d, shoulds %d, want 32 and 18", s.OpenMusts, s.OpenShoulds)
	}
}

func TestGroupsAddUpToTheWhole(t *testing.T) {
	l := shipped(t)
	h := domain.Header{Forced: []string{"e12"}, Facts: map[domain.Fact]bool{domain.FactAI: false}}
	s := l.State(campaign(h, "e01", domain.AnswerYes, ""))
	var items []ethics.ItemState
	musts, shoulds := 0, 0
	for _, g := range l.Groups {
		part, m, sh := s.In(g.ID)
		items, musts, shoulds = append(items, part...), musts+m, shoulds+sh
	}
	if musts != s.OpenMusts || shoulds != s.OpenShoulds {
		t.Errorf("groups: %d and %d, whole: %d and %d", musts, shoulds, s.OpenMusts, s.OpenShoulds)
	}
	same := func(a, b ethics.ItemState) bool { return a.Item.ID == b.Item.ID }
	if !slices.EqualFunc(items, s.Items, same) {
		t.Error("the groups do not hold the items in order")
	}
}

func TestSummaryFillsEveryField(t *testing.T) {
	c := campaign(domain.Header{
		Title: "Water", Stage: domain.StageLive, Sample: true, Created: moment,
		Trashed: moment.Add(time.Hour),
	}, "e01", domain.AnswerYes, "")
	c.Segments = []domain.Segment{{ID: domain.ID{2}}}
	c.Messages = []domain.Message{{ID: domain.ID{3}}, {ID: domain.ID{4}}}
	c.DataSets = []domain.DataSet{{ID: domain.ID{5}}}

	got := ethics.Summarise(c, moment.Add(time.Minute), shipped(t))
	want := domain.Summary{
		ID: campaignID, Title: "Water", Stage: domain.StageLive, Sample: true,
		Created: moment, Updated: moment.Add(time.Minute), Trashed: moment.Add(time.Hour),
		Segments: 1, Messages: 2, DataSets: 1, OpenMusts: 31, OpenShoulds: 18,
	}
	if got != want {
		t.Errorf("summary\n%+v, want\n%+v", got, want)
	}
	for v, i := reflect.ValueOf(got), 0; i < v.NumField(); i++ {
		if v.Field(i).IsZero() {
			t.Errorf("%s is not filled", v.Type().Field(i).Name)
		}
	}
}
