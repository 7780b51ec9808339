package settings_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"athar/domain"
	"athar/domain/calendar"
	"athar/domain/retention"
	"athar/gui/settings"
)

func TestSettingsComeBackAsTheyWere(t *testing.T) {
	want := settings.Settings{
		Lang: "ar", Digits: "arabic_indic", Region: "EG", Hijri: settings.ShownNever,
		Look: settings.LookContrast, Scale: 1.5,
		Width: 1366, Height: 700, Tab: "messages", Campaign: domain.NewID(),
		Place:   domain.Place{Kind: domain.KindMessage, ID: domain.NewID()},
		Folders: []string{"/media/usb"}, Welcomed: true, AskedWho: true,
		Keep: retention.Year,
		Trash: retention.Watch{
			Seen:  time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC),
			Stays: []retention.Stay{{Campaign: domain.NewID(), For: 90 * time.Hour}},
		},
		Directions: settings.Directions{{Key: "1.goal", To: "rtl"}},
	}
	if diff := cmp.Diff(want, settings.Parse(want.Bytes())); diff != "" {
		t.Fatal(diff)
	}
}

func TestDamagedSettingsBecomeDefaults(t *testing.T) {
	defaults := settings.Parse(nil)
	if defaults.Width != settings.DefaultWidth || defaults.Scale != 1 || defaults.Look != settings.LookLight {
		t.Fatalf("defaults %+v", defaults)
	}
	for name, data := range map[string]string{
		"not JSON":       "{",
		"wrong types":    `{"scale":"big"}`,
		"out of range":   `{"scale":99,"width":3,"height":1e9,"look":"pink","lang":"xx","digits":"roman"}`,
		"bad region":     `{"region":"eg","hijri":"sometimes"}`,
		"bad identifier": `{"campaign":"no"}`,
		"bad trash":      `{"keep":"for a while","trash":{"stays":[{"campaign":"00000000-0000-0000-0000-000000000000","for":5}]}}`,
	} {
		if diff := cmp.Diff(defaults, settings.Parse([]byte(data))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestTheFolderUsedLastComesFirstAndOnce(t *testing.T) {
	var s settings.Settings
	for _, d := range []string{"a", "b", "c", "a", "d", "e", "f"} {
		s = s.WithFolder(d)
	}
	if diff := cmp.Diff([]string{"f", "e", "d", "a", "c"}, s.Folders); diff != "" {
		t.Fatal(diff)
	}
}

func TestTheHijraIsShownInArabicUnlessChosenOtherwise(t *testing.T) {
	for _, tt := range []struct {
		chosen settings.Shown
		lang   string
		want   bool
	}{
		{settings.ShownByLang, "ar", true},
		{settings.ShownByLang, "en", false},
		{settings.ShownAlways, "en", true},
		{settings.ShownNever, "ar", false},
	} {
		if got := (settings.Settings{Hijri: tt.chosen}).ShowsHijri(tt.lang); got != tt.want {
			t.Errorf("%q in %s: %v", tt.chosen, tt.lang, got)
		}
	}
}

func TestTheRegionOfAllTheWorldIsKept(t *testing.T) {
	kept := settings.Settings{Region: calendar.World}
	if got := settings.Parse(kept.Bytes()).Region; got != calendar.World {
		t.Errorf("it came back as %q", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"lang":"ar"}`))
	f.Add([]byte(`{"directions":[{"key":"1.goal","to":"rtl"},{"key":"1.goal","to":"auto"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := settings.Parse(data)
		if diff := cmp.Diff(s, settings.Parse(s.Bytes())); diff != "" {
			t.Fatal(diff)
		}
	})
}
