package kit

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/assets"
	"athar/domain/calendar"
	"athar/gui/i18n"
	"athar/gui/theme"
)

func date(year int, month time.Month, day int) calendar.Date {
	return calendar.Date{Year: year, Month: month, Day: day}
}

// today of these tests is the 13th of the second Jumada 1448.
func today() calendar.Date { return date(2026, time.November, 23) }

// dating makes a focused date picker that keeps what it reports.
func dating(t *testing.T, env *Env, o DateOptions) (*DatePicker, *[]calendar.Date) {
	t.Helper()
	var heard []calendar.Date
	o.Today, o.OnChanged = today, func(d calendar.Date) { heard = append(heard, d) }
	p := NewDatePicker(env, o)
	show(env, Pad(8, Column(p, NewButton(env, ButtonOptions{Text: "next"}))), 700, 560)
	p.Focus()
	return p, &heard
}

// local gives the environment a region and digits.
func local(t *testing.T, env *Env, region string, digits i18n.Digits) {
	t.Helper()
	catalog, err := i18n.Load(assets.Locale, "locale", env.Printer.Lang())
	if err != nil {
		t.Fatal(err)
	}
	env.Printer = i18n.NewPrinter(catalog, digits).In(region)
}

// write replaces the text of the picker by typing, and leaves.
func (p *DatePicker) write(text string) {
	p.Focus()
	p.SetText("")
	for _, r := range text {
		p.env.Window.Canvas().Focused().TypedRune(r)
	}
	p.env.Window.Canvas().FocusNext()
}

func TestATypedDateIsReadOnLeavingAndWrittenInFull(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		p, heard := dating(t, env, DateOptions{})
		want := date(2026, time.December, 3)
		for _, typed := range []string{"3/12/2026", "٢٠٢٦-١٢-٠٣", "23/6/1448 هـ", "3 December 2026", "٣ كانون الأول ٢٠٢٦"} {
			p.SetDate(today())
			*heard = nil
			p.write(typed)
			if p.Date() != want || !slices.Equal(*heard, []calendar.Date{want}) {
				t.Errorf("%q: %v, told %v", typed, p.Date(), *heard)
			}
			if p.Text() != env.Printer.Day(want) {
				t.Errorf("%q: the field says %q", typed, p.Text())
			}
		}
		p.write("3.12.2026")
		if len(*heard) != 1 {
			t.Errorf("the same day in another form was told: %v", *heard)
		}
		p.write("")
		if !p.Date().IsZero() || len(*heard) != 2 {
			t.Errorf("an emptied field is %v, told %v", p.Date(), *heard)
		}
	})
}

func TestWhatIsNoDateStaysAndSaysWhatIsWrong(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		p, heard := dating(t, env, DateOptions{})
		p.SetDate(today())
		for typed, want := range map[string]string{
			"soon":       env.T("kit.date_not", "example", "30/06/2026"),
			"3/12/26":    env.T("kit.date_not", "example", "30/06/2026"),
			"31/11/2026": env.T("kit.date_none"),
			"1/1/1300":   env.T("kit.date_not_covered", "from", "1402", "to", "1498"),
		} {
			p.write(typed)
			if p.Text() != typed || p.Date() != today() || len(*heard) != 0 {
				t.Errorf("%q became %q, %v, told %v", typed, p.Text(), p.Date(), *heard)
			}
			if !slices.Contains(texts(p.field.problem), want) {
				t.Errorf("%q: %q, want %q", typed, texts(p.field.problem), want)
			}
			p.SetProblem("") // the screen knows of none
			if p.field.problem.sentence != want || p.Commit() {
				t.Errorf("%q: the problem went away with the screen's", typed)
			}
		}
		p.write("24/11/2026")
		if p.field.problem.Visible() || len(*heard) != 1 {
			t.Errorf("a right date leaves the problem, told %v", *heard)
		}
	})
}

func TestEnterReadsTheDateBeforeItSubmits(t *testing.T) {
	env := window(t, "en", theme.Options{})
	var p *DatePicker
	var submitted []calendar.Date
	p, heard := dating(t, env, DateOptions{OnSubmitted: func() { submitted = append(submitted, p.Date()) }})
	p.SetText("1/2/2027")
	press(env, fyne.KeyReturn)
	if want := []calendar.Date{date(2027, 2, 1)}; !slices.Equal(submitted, want) || !slices.Equal(*heard, want) {
		t.Errorf("submitted %v, told %v", submitted, *heard)
	}
	p.SetText("1/2")
	press(env, fyne.KeyReturn)
	if len(submitted) != 1 {
		t.Error("no date was submitted")
	}
}

func TestADateThatIsBeingTypedCountsWhenTheWindowSettles(t *testing.T) {
	env := window(t, "en", theme.Options{})
	p, heard := dating(t, env, DateOptions{})
	for _, r := range "1/2/2027" {
		env.Window.Canvas().Focused().TypedRune(r)
	}
	if len(*heard) != 0 {
		t.Fatalf("told while typing: %v", *heard)
	}
	env.Settle()
	env.Settle()
	if want := []calendar.Date{date(2027, 2, 1)}; !slices.Equal(*heard, want) || p.Date() != want[0] {
		t.Errorf("told %v, want %v", *heard, want)
	}
}

func TestSettingADateIsSilentAndNoEchoDisturbsTyping(t *testing.T) {
	env := window(t, "en", theme.Options{})
	p, heard := dating(t, env, DateOptions{})
	p.SetDate(today())
	p.SetText("24/1")
	p.SetDate(today())
	if p.Text() != "24/1" {
		t.Errorf("the echo rewrote what was being typed to %q", p.Text())
	}
	p.SetDate(date(2027, 1, 1))
	if p.Text() != "1 January 2027" || len(*heard) != 0 {
		t.Errorf("%q, told %v", p.Text(), *heard)
	}
	p.Clear()
	if p.Text() != "" || !p.Date().IsZero() || len(*heard) != 0 {
		t.Errorf("cleared it is %q, told %v", p.Text(), *heard)
	}
}

func TestADateOutOfRangeIsRefusedWithTheLimit(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		p, heard := dating(t, env, DateOptions{Min: date(2026, 11, 10), Max: date(2026, 12, 20)})
		p.write("9/11/2026")
		if want := env.T("kit.date_early", "date", env.Printer.Day(date(2026, 11, 10))); p.field.problem.sentence != want {
			t.Errorf("too early: %q", p.field.problem.sentence)
		}
		p.write("21/12/2026")
		if want := env.T("kit.date_late", "date", env.Printer.Day(date(2026, 12, 20))); p.field.problem.sentence != want {
			t.Errorf("too late: %q", p.field.problem.sentence)
		}
		if len(*heard) != 0 || !p.Date().IsZero() {
			t.Errorf("told %v", *heard)
		}
	})
}

func TestTheDateOfTheHijraStandsBelow(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		plain, _ := dating(t, env, DateOptions{})
		without := plain.MinSize().Height
		env.Hijri = true
		p, _ := dating(t, env, DateOptions{})
		height := p.MinSize().Height
		if height <= without {
			t.Error("no room is kept for it")
		}
		p.SetDate(today())
		want := map[string]string{"ar": "الاثنين 13 جمادى الآخرة 1448 هـ", "en": "Monday 13 Jumada II 1448 AH"}[env.Printer.Lang()]
		if p.hijri.Text() != want || p.MinSize().Height != height {
			t.Errorf("%q, want %q; height %v, before %v", p.hijri.Text(), want, p.MinSize().Height, height)
		}
		p.write("31/11/2026")
		if p.hijri.Text() != "" {
			t.Errorf("of what is no date it is %q", p.hijri.Text())
		}
		p.SetDate(date(2100, 1, 1))
		if p.hijri.Text() != env.T("kit.date_no_hijri") {
			t.Errorf("a day that is not covered: %q", p.hijri.Text())
		}
		p.Clear()
		if p.hijri.Text() != "" {
			t.Errorf("no day: %q", p.hijri.Text())
		}
	})
}

func TestADisabledDateCannotBeChangedAndSaysWhy(t *testing.T) {
	env := window(t, "en", theme.Options{})
	hint := hints(env)
	p, _ := dating(t, env, DateOptions{})
	p.Disable("The campaign is archived.")
	p.button.MouseIn(nil)
	p.button.Tapped(nil)
	if p.popup != nil || *hint != "The campaign is archived." || !p.Disabled() {
		t.Errorf("open %v, hint %q", p.popup != nil, *hint)
	}
	p.Enable()
	p.button.Tapped(nil)
	if p.popup == nil {
		t.Error("enabled, it does not open")
	}
}
