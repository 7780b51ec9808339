package framework_test

import (
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/framework"
)

// core writes texts, in English and Arabic, in fields.
func core(texts map[string]domain.Text) domain.Core {
	var k domain.Core
	for field, t := range texts {
		k = k.WithField(field, t)
	}
	return k
}

func TestAMessageIsMadeOfWhatIsWritten(t *testing.T) {
	en := func(s string) domain.Text { return domain.Text{En: s} }
	for _, tt := range []struct {
		name, framework string
		written         map[string]domain.Text
		want            []string
	}{
		{"nothing is written", "house", nil, nil},
		{"only the roof", "house", map[string]domain.Text{"roof": en("R")}, []string{"R"}},
		{
			"the house with one pillar", "house",
			map[string]domain.Text{"roof": en("R"), "pillar2": en("P"), "foundation": en("F")},
			[]string{"R\n\nP", "R\n\nP"},
		},
		{
			"the house with a proof", "house",
			map[string]domain.Text{"roof": en("R"), "pillar2": en("P"), "proof2": en("Q")},
			[]string{"R\n\nP", "R\n\nP\n\nQ"},
		},
		{"notes side by side", "quadrants", map[string]domain.Text{"us_on_us": en("A"), "us_on_them": en("B")}, nil},
		{
			"all fields in order, blanks left out", "crisis",
			map[string]domain.Text{"next_update": en("At six"), "known": en(" The well is closed. "), "unknown": en(" ")},
			[]string{"The well is closed.\n\nAt six"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, _ := library(t).Framework(tt.framework)
			k := core(tt.written)
			var got []string
			for _, d := range f.Drafts(k) {
				got = append(got, d.Text(k).En)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestAMessageHasTheLanguagesThePurposeAndTheCallOfItsFields(t *testing.T) {
	f, _ := library(t).Framework("thank-show-invite")
	k := core(map[string]domain.Text{
		"thanks": {En: "Thank you", Ar: "شكرًا"}, "results": {En: "Clean water"}, "action": domain.Text{Ar: "تعالوا"}.With("fr", "Venez"),
	})
	m := f.Message(f.Drafts(k)[0], k)
	if m.Core.En != "Thank you\n\nClean water" || m.Core.Ar != "شكرًا\n\nتعالوا" || m.Core.Of("fr") != "Venez" {
		t.Errorf("text %v", m.Core)
	}
	if m.Purpose != "thank" || m.Action != k.Field("action") || m.Status != domain.MessageDraft {
		t.Errorf("%+v", m)
	}
}

func TestParseRefusesMessagesThatDoNotFit(t *testing.T) {
	good := string(shipped(t))
	for name, change := range map[string][2]string{
		"a field of another framework": {`["roof", "pillar1", "proof1"]`, `["roof", "problem"]`},
		"a message of nothing":         {`["roof", "pillar1", "proof1"]`, `[]`},
		"an unknown purpose":           {`"purpose": "warn"`, `"purpose": "sell"`},
	} {
		broken := strings.Replace(good, change[0], change[1], 1)
		if broken == good {
			t.Fatalf("%s: the shipped file has no %s", name, change[0])
		}
		if _, err := framework.Parse([]byte(broken)); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}
