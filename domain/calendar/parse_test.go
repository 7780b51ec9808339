package calendar_test

import (
	"errors"
	"iter"
	"strings"
	"testing"
	"time"

	"athar/domain/calendar"
)

func fields(s string) iter.Seq[string] { return strings.FieldsSeq(s) }

func TestADayIsReadAsPeopleTypeIt(t *testing.T) {
	want := day(2026, time.November, 23)
	for _, typed := range []string{
		"2026-11-23", "2026/11/23", "2026.11.23", " 2026 11 23 ", "23/11/2026", "23.11.2026", "23-11-2026", "23\\11\\2026",
		"٢٣/١١/٢٠٢٦", "٢٠٢٦-١١-٢٣", "۲۳/۱۱/۲۰۲۶", "٢٣؍١١؍٢٠٢٦", "\u200f٢٣/\u200e١١/٢٠٢٦\u202c", "23 – 11 – 2026", "23\u00a011\t2026",
		"11/23/2026", // there is no 23rd month
		"23 November 2026", "November 23, 2026", "23 nov 2026", "2026 Nov 23", "Monday, 23 November 2026", "mon 23/11/2026",
		"23 نوفمبر 2026", "٢٣ تشرين الثاني ٢٠٢٦", "23 نونبر 2026", "الاثنين 23 نوفمبر 2026", "الإثنين، ٢٣ نوفمبر ٢٠٢٦ م",
		"23/11/2026 م", "23/11/2026 AD",
		"1448/06/13 هـ", "13/6/1448 ه", "١٣/٦/١٤٤٨ هـ", "13/6/1448 AH", "1448-6-13 h", "هـ 1448/6/13", "13/6/1448",
		"13 جمادى الآخرة 1448", "13 جمادى الثانية 1448 هـ", "الاثنين 13 جمادى الآخرة 1448 هـ", "١٣ جُمادى الآخِرة ١٤٤٨ هجرية",
		"Monday 13 Jumada II 1448 AH",
	} {
		if got, err := calendar.Parse(typed); err != nil || got != want {
			t.Errorf("%q is %v (%v), want %v", typed, got, err, want)
		}
	}
}

func TestTheDayComesBeforeTheMonth(t *testing.T) {
	if got, err := calendar.Parse("03/04/2026"); err != nil || got != day(2026, time.April, 3) {
		t.Errorf("03/04/2026 is %v (%v)", got, err)
	}
}

func TestNothingIsNoDayAndNoMistake(t *testing.T) {
	for _, typed := range []string{"", "  ", "\u200f", " - / ."} {
		if got, err := calendar.Parse(typed); err != nil || !got.IsZero() {
			t.Errorf("%q is %v (%v)", typed, got, err)
		}
	}
}

func TestWhatIsNoDaySaysWhy(t *testing.T) {
	for typed, want := range map[string]error{
		"today": calendar.ErrNotDate, "2026": calendar.ErrNotDate, "2026-11": calendar.ErrNotDate, "23/11": calendar.ErrNotDate,
		"23/11/26": calendar.ErrNotDate, "2026-11-23-01": calendar.ErrNotDate, "20261123": calendar.ErrNotDate,
		"2026-11-2026": calendar.ErrNotDate, "1/2/3": calendar.ErrNotDate, "2026:11:23": calendar.ErrNotDate,
		"11/2026/23": calendar.ErrNotDate, "123/11/2026": calendar.ErrNotDate, "2026-111-2": calendar.ErrNotDate,
		"23 Novembre 2026": calendar.ErrNotDate, "23 November 2026 هـ": calendar.ErrNotDate, "23 رجب 2026 م": calendar.ErrNotDate,
		"23 11 November 2026": calendar.ErrNotDate, "23/11/2026 AD AH": calendar.ErrNotDate, "Mon Tue 23/11/2026": calendar.ErrNotDate,
		"99999-01-01": calendar.ErrNotDate, "November": calendar.ErrNotDate, strings.Repeat("1", 1000): calendar.ErrNotDate,
		"2026-02-30": calendar.ErrNoSuchDay, "2026-13-01": calendar.ErrNoSuchDay, "31/11/2026": calendar.ErrNoSuchDay,
		"0000-00-00": calendar.ErrNotCovered, "13/13/2026": calendar.ErrNoSuchDay, "0/1/2026": calendar.ErrNoSuchDay,
		"1850-01-01": calendar.ErrNoSuchDay, "2201-01-01": calendar.ErrNoSuchDay, "30/6/1448": calendar.ErrNoSuchDay,
		"Tuesday 23/11/2026": calendar.ErrNoSuchDay, "السبت 13 جمادى الآخرة 1448": calendar.ErrNoSuchDay,
		"1448-6-13 م": calendar.ErrNoSuchDay,
		"1/1/1401":    calendar.ErrNotCovered, "1499/1/1": calendar.ErrNotCovered, "2026/1/1 هـ": calendar.ErrNotCovered, "1 رجب 1300": calendar.ErrNotCovered,
	} {
		if got, err := calendar.Parse(typed); !errors.Is(err, want) || !got.IsZero() {
			t.Errorf("%q is %v (%v), want %v", typed, got, err, want)
		}
	}
}

func TestEveryCoveredHijriDayIsReadBack(t *testing.T) {
	for _, y := range published(t) {
		for m := range y.lengths {
			h := calendar.Hijri{Year: y.number, Month: m + 1, Day: y.lengths[m]}
			want, _ := h.Gregorian()
			if got, err := calendar.Parse(h.String()); err != nil || got != want {
				t.Fatalf("%v is read as %v (%v), want %v", h, got, err, want)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"2026-11-23", "٢٣/١١/٢٠٢٦", "1448/06/03 هـ", "23 تشرين الثاني 2026", "Mon 23 Nov 2026", "", "-", "\u202e2026\xff", "11/23/2026",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		d, err := calendar.Parse(typed)
		switch {
		case err != nil && !d.IsZero():
			t.Fatalf("%q is %v and a mistake: %v", typed, d, err)
		case err != nil || d.IsZero():
			return
		case !d.Valid():
			t.Fatalf("%q is %v", typed, d)
		}
		if again, err := calendar.Parse(d.String()); err != nil || again != d {
			t.Fatalf("%q is %v, which is read as %v (%v)", typed, d, again, err)
		}
	})
}
