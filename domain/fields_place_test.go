package domain_test

import (
	"testing"

	"athar/domain"
	"athar/domain/journal"
)

func TestAFieldIsShownWhereTheEditToItWouldBe(t *testing.T) {
	campaign, id, other := domain.NewID(), domain.NewID(), domain.NewID()
	item := domain.AnswerID(campaign, "e01")
	place := func(e domain.PlacedEdit, id domain.ID) domain.Place {
		p := e.Place()
		p.ID = id
		return p
	}
	field := func(path string) journal.Field { return journal.Field{Path: path} }
	for _, tt := range []struct {
		name  string
		ref   journal.Ref
		field journal.Field
		f     journal.Fields
		want  domain.Place
	}{
		{"goal", domain.RefOf(domain.KindHeader, campaign), field("goal"), nil, place(domain.SetGoal{}, campaign)},
		{
			"fact", domain.RefOf(domain.KindHeader, campaign), field("fact/images"), nil,
			place(domain.SetFact{Fact: domain.FactImages}, campaign),
		},
		{
			"title, in every tab", domain.RefOf(domain.KindHeader, campaign), field("title"), nil,
			domain.Place{Kind: domain.KindHeader, ID: campaign},
		},
		{
			"segment", domain.RefOf(domain.KindSegment, id), field("size_low"), nil,
			domain.Place{Kind: domain.KindSegment, ID: id, Field: "size_low"},
		},
		{
			"element of a set", domain.RefOf(domain.KindSegment, id),
			journal.Field{Path: "languages", Element: "ar"},
			nil,
			domain.Place{Kind: domain.KindSegment, ID: id, Field: "languages"},
		},
		{
			"core", domain.RefOf(domain.KindMessage, id), field("core/ar"), nil,
			domain.ChangeMessage{Message: domain.Message{ID: id}, Field: "core.ar"}.Place(),
		},
		{
			"variant", domain.RefOf(domain.KindMessage, id), field("variant/sms/ar"), nil,
			domain.ChangeMessage{Message: domain.Message{ID: id}, Field: "variant.sms.ar"}.Place(),
		},
		{
			"variant as a whole", domain.RefOf(domain.KindMessage, id), field("variant/a%2Fb"), nil,
			domain.ChangeMessage{Message: domain.Message{ID: id}, Field: "variant.a/b"}.Place(),
		},
		{
			"moved message", domain.RefOf(domain.KindMessage, id), field("order"), nil,
			domain.Place{Kind: domain.KindMessage, ID: id},
		},
		{
			"removed message", domain.RefOf(domain.KindMessage, id),
			journal.Field{},
			nil,
			domain.Place{Kind: domain.KindMessage, ID: id},
		},
		{
			"answer", domain.RefOf(domain.KindAnswer, item), field("value"),
			journal.Fields{"item": journal.String("e01")},
			place(domain.AnswerItem{Item: "e01"}, item),
		},
		{
			"reason", domain.RefOf(domain.KindAnswer, item), field("reason"),
			journal.Fields{"item": journal.String("e01")},
			place(domain.ExplainAnswer{Item: "e01"}, item),
		},
		{
			"indicator", domain.RefOf(domain.KindIndicator, id), field("target"), nil,
			domain.ChangeIndicator{Indicator: domain.Indicator{ID: id}, Field: "target"}.Place(),
		},
		{
			"reading, at its indicator", domain.RefOf(domain.KindReading, id), field("value"),
			journal.Fields{"indicator": journal.String(other.String())},
			domain.Place{Kind: domain.KindIndicator, ID: other},
		},
		{
			"reading of nothing", domain.RefOf(domain.KindReading, id), field("value"), nil,
			domain.Place{Kind: domain.KindReading, ID: id},
		},
		{"data set", domain.RefOf(domain.KindDataSet, id), field("file"), nil, domain.Place{Kind: domain.KindDataSet, ID: id}},
	} {
		if got := domain.PlaceOf(campaign, tt.ref, tt.field, tt.f); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}
