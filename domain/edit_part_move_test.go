package domain_test

import (
	"testing"

	"athar/domain"
)

func TestMediaAreMovedInTheListOfTheirMessage(t *testing.T) {
	m := domain.Message{ID: domain.NewID(), Title: "m"}
	c := campaignWith(m)
	for _, file := range []string{"a", "b", "c"} {
		c = does(t, c, domain.AddRecord{Record: domain.Media{ID: domain.NewID(), Message: m.ID, File: file}})
	}
	files := func() (all string) {
		for _, item := range c.MediaOf(m.ID) {
			all += item.File
		}
		return all
	}
	move := func(at, by int) {
		t.Helper()
		c = does(t, c, domain.MoveRecord{Kind: domain.KindMedia, ID: c.MediaOf(m.ID)[at].ID, By: by})
	}
	for _, tt := range []struct {
		at, by int
		want   string
	}{{0, 1, "bac"}, {2, -2, "cba"}, {1, 9, "cab"}, {0, -1, "cab"}} {
		if move(tt.at, tt.by); files() != tt.want {
			t.Errorf("moved %d by %d they are %s, want %s", tt.at, tt.by, files(), tt.want)
		}
	}
	for i := range c.Media {
		c.Media[i].Order = "V" // as two devices may have made it
	}
	before := files()
	if move(0, 1); files() != before[1:2]+before[:1]+before[2:] {
		t.Errorf("of the same order, %s became %s", before, files())
	}
	for _, e := range []domain.Edit{
		domain.MoveRecord{Kind: domain.KindMedia, ID: domain.NewID(), By: 1},
		domain.MoveRecord{Kind: domain.KindMessage, ID: m.ID, By: 1},
	} {
		if _, err := e.Apply(c); err == nil {
			t.Errorf("%+v was made", e)
		}
	}
}

func TestAMediaItemSaysWhatItLacks(t *testing.T) {
	whole := domain.Media{Type: "image", Alt: domain.Text{Ar: "ا", En: "a"}, Credit: "c", People: "yes", Consent: "box 3"}
	with := func(change func(*domain.Media)) domain.Media { m := whole; change(&m); return m }
	for name, tt := range map[string]struct {
		m    domain.Media
		want []domain.Shortage
	}{
		"all is there":             {whole, nil},
		"a text in one language":   {with(func(m *domain.Media) { m.Alt.En = " " }), []domain.Shortage{{Field: "alt", Lang: "en"}}},
		"a sound needs none":       {with(func(m *domain.Media) { m.Type, m.Alt = "audio", domain.Text{} }), nil},
		"who made it":              {with(func(m *domain.Media) { m.Credit = "" }), []domain.Shortage{{Field: "credit"}}},
		"people without consent":   {with(func(m *domain.Media) { m.Consent = "" }), []domain.Shortage{{Field: "consent"}}},
		"nobody can be recognised": {with(func(m *domain.Media) { m.People, m.Consent = "no", "" }), nil},
		"nobody has said":          {with(func(m *domain.Media) { m.People = "" }), []domain.Shortage{{Field: "people"}}},
	} {
		got := tt.m.Lacks("ar", "en")
		if len(got) != len(tt.want) || len(got) > 0 && got[0] != tt.want[0] {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}
