package gui

import (
	"slices"
	"testing"

	"athar/domain"
	"athar/domain/calendar"
	"athar/domain/proofing"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/settings"
)

func TestTheRegionAndTheHijraAreChosenFromTheMenu(t *testing.T) {
	for _, language := range i18n.Languages() {
		b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Welcomed: true})
		if b.env.Hijri != (language == "ar") {
			t.Errorf("%s: dates of the Hijra are shown: %v", language, b.env.Hijri)
		}
		b.do("dates")
		p := b.env.Printer
		b.want(p.T("dates.title"), p.T("dates.region_other"), weekText(p.In(calendar.World)))
		b.escape()
		b.useDates("EG", true)
		b.settle()
		if b.kept.Region != "EG" || !b.env.Hijri || !b.env.Printer.Week().IsWeekend(5) {
			t.Errorf("%s: kept %q and %q, the window has %v", language, b.kept.Region, b.kept.Hijri, b.env.Printer.Week())
		}
		b.useDates("EG", false)
		b.settle()
		if b.kept.Hijri != settings.ShownNever || b.env.Hijri {
			t.Errorf("%s: it is shown all the same: kept %q", language, b.kept.Hijri)
		}
	}
}

func TestNumbersAreReadAsInTheRegionThatIsChosen(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "ar", Welcomed: true})
	b.proofs.Begin()
	b.settle()
	found := func() bool {
		m := domain.Message{ID: domain.NewID(), Core: domain.Text{Ar: "راسلوا سالم ٩٩١٢٣٤٥٦ في الجهراء"}}
		c := domain.Campaign{Header: domain.Header{ID: domain.NewID()}, Messages: []domain.Message{m}}
		return slices.ContainsFunc(b.proofs.Team().Reader().Read(c, m, b.now).Findings, func(f proofing.Finding) bool {
			return f.Rule == "privacy_phone"
		})
	}
	if found() {
		t.Error("found though nobody said where people live")
	}
	b.useDates("KW", true)
	b.settle()
	if !found() {
		t.Error("a number of Kuwait is not found in Kuwait")
	}
}

func TestWhatWasNotChosenGoesOnFollowingTheDesktop(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "ar", Welcomed: true})
	b.deps.SystemRegion = "TN"
	if b.region() != "TN" {
		t.Fatalf("the region is %q", b.region())
	}
	b.useDates("TN", true)
	if b.settings.Region != "" || b.settings.Hijri != settings.ShownByLang {
		t.Errorf("kept %q and %q", b.settings.Region, b.settings.Hijri)
	}
}

func TestTheWeekIsSaidInWords(t *testing.T) {
	for _, tt := range []struct{ lang, region, want string }{
		{"en", "EG", "The week begins on Saturday. The weekend is Friday and Saturday."},
		{"en", "AE", "The week begins on Monday. The weekend is Saturday and Sunday."},
		{"en", "IR", "The week begins on Saturday. The day of rest is Friday."},
		{"ar", "SA", "يبدأ الأسبوع يوم الأحد، وعطلة نهاية الأسبوع الجمعة والسبت."},
	} {
		if got := weekText(guitest.Printer(t, tt.lang).In(tt.region)); got != tt.want {
			t.Errorf("%s, %s: %q, want %q", tt.lang, tt.region, got, tt.want)
		}
	}
}

func TestRegionsAreInTheOrderOfTheirNamesAndTheCurrentOneIsThere(t *testing.T) {
	for _, language := range i18n.Languages() {
		p := guitest.Printer(t, language)
		for _, current := range []string{"EG", "XK", calendar.World} {
			all := regionOptions(p, current)
			named := all[:len(all)-1]
			if !slices.IsSortedFunc(named, func(a, b kit.Option) int { return compareNames(a.Label, b.Label) }) {
				t.Errorf("%s: not in order", language)
			}
			if !slices.ContainsFunc(all, func(o kit.Option) bool { return o.Value == current }) {
				t.Errorf("%s: %s cannot be kept", language, current)
			}
		}
	}
}
