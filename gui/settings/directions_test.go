package settings_test

import (
	"fmt"
	"strings"
	"testing"

	"athar/domain/text/bidi"
	"athar/gui/settings"
)

func TestTheDirectionOfATextComesBackAndTheUsualOneIsForgotten(t *testing.T) {
	var s settings.Settings
	s = s.WithDirection("1.goal", bidi.RTL, bidi.Auto).WithDirection("1.core.ar", bidi.Auto, bidi.RTL)
	s = settings.Parse(s.Bytes())
	for _, c := range []struct {
		key         string
		usual, want bidi.Direction
	}{
		{"1.goal", bidi.Auto, bidi.RTL},
		{"1.core.ar", bidi.RTL, bidi.Auto},
		{"2.goal", bidi.Auto, bidi.Auto},
		{"2.core.en", bidi.LTR, bidi.LTR},
	} {
		if got := s.Directions.Of(c.key, c.usual); got != c.want {
			t.Errorf("%s goes %v, want %v", c.key, got, c.want)
		}
	}
	s = s.WithDirection("1.goal", bidi.LTR, bidi.Auto).WithDirection("1.goal", bidi.Auto, bidi.Auto)
	if got := s.Directions.Of("1.goal", bidi.Auto); got != bidi.Auto || len(s.Directions) != 1 {
		t.Errorf("what is automatic again goes %v, kept %v", got, s.Directions)
	}
}

func TestTheDirectionsTurnedLongestAgoAreForgottenFirst(t *testing.T) {
	var s settings.Settings
	for i := range settings.MaxDirections + 3 {
		s = s.WithDirection(fmt.Sprint(i), bidi.RTL, bidi.Auto)
	}
	s = s.WithDirection("3", bidi.LTR, bidi.Auto).WithDirection("new", bidi.RTL, bidi.Auto)
	if len(s.Directions) != settings.MaxDirections {
		t.Fatalf("%d are kept", len(s.Directions))
	}
	for key, want := range map[string]bidi.Direction{"2": bidi.Auto, "4": bidi.Auto, "3": bidi.LTR, "5": bidi.RTL, "new": bidi.RTL} {
		if got := s.Directions.Of(key, bidi.Auto); got != want {
			t.Errorf("%s goes %v, want %v", key, got, want)
		}
	}
}

func TestADirectionNeverKeepsAPersonsWords(t *testing.T) {
	var s settings.Settings
	for _, key := range []string{"", "مياه نظيفة", "Clean water", strings.Repeat("a", 200)} {
		if got := s.WithDirection(key, bidi.RTL, bidi.Auto).Directions; len(got) != 0 {
			t.Errorf("kept %v", got)
		}
	}
}

func TestAChangedDirectionLeavesSettingsThatAreBeingWrittenAlone(t *testing.T) {
	before := settings.Settings{}.WithDirection("1", bidi.RTL, bidi.Auto).WithDirection("2", bidi.RTL, bidi.Auto)
	before.WithDirection("1", bidi.LTR, bidi.Auto)
	if got := before.Directions.Of("1", bidi.Auto); got != bidi.RTL || len(before.Directions) != 2 {
		t.Errorf("they changed to %v", before.Directions)
	}
}

func TestDamagedDirectionsAreLeftOutAndNothingElse(t *testing.T) {
	for name, c := range map[string]struct {
		json string
		want int
	}{
		"another shape":   {`{"1":"rtl"}`, 0},
		"a number":        {`7`, 0},
		"unknown":         {`[{"key":"1","to":"up"},{"key":"2","to":"rtl"}]`, 1},
		"without a key":   {`[{"to":"rtl"}]`, 0},
		"twice":           {`[{"key":"1","to":"rtl"},{"key":"1","to":"ltr"}]`, 1},
		"somebody's text": {`[{"key":"a b","to":"rtl"}]`, 0},
	} {
		s := settings.Parse([]byte(`{"lang":"ar","directions":` + c.json + `}`))
		if s.Lang != "ar" || len(s.Directions) != c.want {
			t.Errorf("%s: language %q, %v", name, s.Lang, s.Directions)
		}
	}
	twice := settings.Parse([]byte(`{"directions":[{"key":"1","to":"rtl"},{"key":"1","to":"ltr"}]}`))
	if got := twice.Directions.Of("1", bidi.Auto); got != bidi.LTR {
		t.Errorf("of two the older counts: %v", got)
	}
}
