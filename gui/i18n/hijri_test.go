package i18n_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"athar/domain/calendar"
	"athar/gui/i18n"
)

func TestDatesOfBothCalendarsInWords(t *testing.T) {
	d := calendar.Date{Year: 2026, Month: time.November, Day: 23}
	en, ar := printer(t, "en", i18n.Western), printer(t, "ar", i18n.ArabicIndic)
	for _, tt := range []struct{ got, want string }{
		{en.Day(d), "23 November 2026"},
		{en.FullDay(d), "Monday 23 November 2026"},
		{en.Hijri(d), "13 Jumada II 1448 AH"},
		{en.FullHijri(d), "Monday 13 Jumada II 1448 AH"},
		{en.HijriMonths(d), "Jumada I – Jumada II 1448 AH"},
		{ar.FullDay(d), "الاثنين ٢٣ نوفمبر ٢٠٢٦"},
		{ar.FullHijri(d), "الاثنين ١٣ جمادى الآخرة ١٤٤٨ هـ"},
		{ar.HijriMonths(calendar.Date{Year: 2026, Month: time.June, Day: 1}), "ذو الحجة ١٤٤٧ هـ – محرم ١٤٤٨ هـ"},
		{ar.Hijri(calendar.Date{Year: 2100, Month: 1, Day: 1}), ""},
		{ar.FullHijri(calendar.Date{Year: 2100, Month: 1, Day: 1}), ""},
		{ar.HijriMonths(calendar.Date{Year: 1981, Month: time.October, Day: 30}), ""},
		{en.Day(calendar.Date{}), ""},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
}

func TestArabicMonthsAreThoseOfTheRegion(t *testing.T) {
	day := time.Date(2026, time.August, 1, 0, 0, 0, 0, time.UTC)
	for region, want := range map[string]string{"": "1 أغسطس 2026", "EG": "1 أغسطس 2026", "SY": "1 آب 2026", "TN": "1 أوت 2026", "MA": "1 غشت 2026"} {
		p := printer(t, "ar", i18n.Western).In(region)
		if got := p.Date(day); got != want {
			t.Errorf("%s: %q, want %q", region, got, want)
		}
		if got := p.ShortDate(day) + " 2026"; got != want {
			t.Errorf("%s, on an axis: %q, want %q", region, got, want)
		}
	}
	if got := printer(t, "en", i18n.Western).In("SY").Date(day); got != "1 August 2026" {
		t.Errorf("English in Syria: %q", got)
	}
}

// The catalog's names and those that typed dates are understood by are kept in
// two places.
func TestTheMonthsOfTheCatalogAreTheCommonOnes(t *testing.T) {
	catalog := printer(t, "ar", i18n.Western)
	for m := time.January; m <= time.December; m++ {
		if got, want := catalog.T("month."+strconv.Itoa(int(m))), calendar.ArabicMonth("", m); got != want {
			t.Errorf("%v is %q in the catalog and %q elsewhere", m, got, want)
		}
	}
}

// What is shown of a date can be copied into a field for one.
func TestEveryDateThatIsWrittenCanBeReadAgain(t *testing.T) {
	regions := slices.Concat(calendar.Regions(), []string{calendar.World})
	for _, lang := range i18n.Languages() {
		for _, digits := range []i18n.Digits{i18n.Western, i18n.ArabicIndic} {
			p := printer(t, lang, digits)
			d := calendar.Date{Year: 2026, Month: time.January, Day: 1}
			for i := range 2 * 366 {
				local := p.In(regions[i%len(regions)])
				for _, written := range []string{local.Day(d), local.FullDay(d), local.Hijri(d), local.FullHijri(d)} {
					if got, err := calendar.Parse(written); err != nil || got != d {
						t.Fatalf("%q is read as %v (%v), want %v", written, got, err, d)
					}
				}
				d = d.AddDays(1)
			}
		}
	}
}
