package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"athar/domain/calendar"
	"athar/gui/i18n"
	"athar/gui/theme"
)

// opened makes a date picker with its calendar open at a day.
func opened(t *testing.T, env *Env, at calendar.Date, o DateOptions) (*DatePicker, *[]calendar.Date) {
	t.Helper()
	p, heard := dating(t, env, o)
	p.SetDate(at)
	p.button.Tapped(nil)
	if p.popup == nil || env.Window.Canvas().Focused() != p.popup.grid {
		t.Fatal("the calendar is not open, or has not the keyboard")
	}
	return p, heard
}

func TestDownAndF4OpenTheCalendarFromTheField(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyF4} {
			p, heard := dating(t, env, DateOptions{})
			p.Focus()
			test.Type(p.field.box, "30/6/2026")
			press(env, key)
			if p.popup == nil || env.Window.Canvas().Focused() != p.popup.grid {
				t.Fatalf("%s does not open the calendar, or not for the keyboard", key)
			}
			if want := date(2026, 6, 30); p.popup.grid.cursor != want || !slices.Equal(*heard, []calendar.Date{want}) {
				t.Errorf("%s opens at %v; heard of %v", key, p.popup.grid.cursor, *heard)
			}
			press(env, fyne.KeyEscape)
			if p.popup != nil || env.Window.Canvas().Focused() != fyne.Focusable(p.field.box) {
				t.Errorf("after Escape the keyboard is at %T", env.Window.Canvas().Focused())
			}
			p.Disable("not now")
			p.field.box.TypedKey(&fyne.KeyEvent{Name: key})
			if p.popup != nil {
				t.Errorf("%s opens the calendar of a date that cannot be changed", key)
			}
		}
	})
}

func TestDownInAFieldWithoutAListIsPassedOn(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	f := NewField(env, FieldOptions{Text: "a"})
	show(env, Column(f), 300, 100)
	passed := 0
	env.catchKeys(func(*fyne.KeyEvent) bool { passed++; return true })
	f.Focus()
	press(env, fyne.KeyDown, fyne.KeyF4, fyne.KeyUp)
	if passed != 3 {
		t.Errorf("%d of 3 keys are passed on", passed)
	}
}

func TestKeysMoveAmongTheDays(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		local(t, env, "EG", i18n.Western) // weeks from Saturday to Friday
		right, left := date(2026, 11, 24), date(2026, 11, 22)
		if env.RTL() {
			right, left = left, right
		}
		for _, tt := range []struct {
			name string
			from calendar.Date
			keys []fyne.KeyName
			want calendar.Date
		}{
			{"right", today(), []fyne.KeyName{fyne.KeyRight}, right},
			{"left", today(), []fyne.KeyName{fyne.KeyLeft}, left},
			{"down", today(), []fyne.KeyName{fyne.KeyDown}, date(2026, 11, 30)},
			{"down into the next month", today(), []fyne.KeyName{fyne.KeyDown, fyne.KeyDown}, date(2026, 12, 7)},
			{"up", today(), []fyne.KeyName{fyne.KeyUp}, date(2026, 11, 16)},
			{"first of the week", today(), []fyne.KeyName{fyne.KeyHome}, date(2026, 11, 21)},
			{"first of the week twice", today(), []fyne.KeyName{fyne.KeyHome, fyne.KeyHome}, date(2026, 11, 21)},
			{"last of the week", today(), []fyne.KeyName{fyne.KeyEnd}, date(2026, 11, 27)},
			{"next month", date(2026, 1, 31), []fyne.KeyName{fyne.KeyPageDown}, date(2026, 2, 28)},
			{"month before", date(2026, 3, 31), []fyne.KeyName{fyne.KeyPageUp}, date(2026, 2, 28)},
		} {
			p, _ := opened(t, env, tt.from, DateOptions{})
			press(env, tt.keys...)
			if got := p.popup.grid.cursor; got != tt.want {
				t.Errorf("%s: at %v, want %v", tt.name, got, tt.want)
			}
			if p.Date() != tt.from {
				t.Errorf("%s chose %v", tt.name, p.Date())
			}
			press(env, fyne.KeyEscape)
		}
	})
}

func TestTheKeyTGoesToTodayOnEveryKeyboard(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	p, heard := opened(t, env, date(2020, 1, 1), DateOptions{})
	for _, r := range "tTف" {
		p.popup.grid.goTo(date(2020, 1, 1))
		env.Window.Canvas().Focused().TypedRune(r)
		if got := p.popup.grid.cursor; got != today() {
			t.Errorf("%c goes to %v", r, got)
		}
	}
	env.Window.Canvas().Focused().TypedRune('x')
	if len(*heard) != 0 || p.popup == nil {
		t.Error("a letter chose a day")
	}
}

func TestControlAndPageGoToAnotherYear(t *testing.T) {
	env := window(t, "en", theme.Options{})
	p, _ := opened(t, env, date(2024, 2, 29), DateOptions{})
	for _, tt := range []struct {
		key  fyne.KeyName
		want calendar.Date
	}{{fyne.KeyPageDown, date(2025, 2, 28)}, {fyne.KeyPageUp, date(2024, 2, 28)}} {
		p.popup.grid.TypedShortcut(&desktop.CustomShortcut{KeyName: tt.key, Modifier: fyne.KeyModifierShortcutDefault})
		if got := p.popup.grid.cursor; got != tt.want {
			t.Errorf("at %v, want %v", got, tt.want)
		}
	}
}

func TestADayIsChosenOnceAndTheFocusGoesBack(t *testing.T) {
	env := window(t, "en", theme.Options{})
	p, heard := opened(t, env, today(), DateOptions{})
	press(env, fyne.KeyRight, fyne.KeyReturn)
	want := date(2026, 11, 24)
	if p.Date() != want || !slices.Equal(*heard, []calendar.Date{want}) || p.Text() != "24 November 2026" {
		t.Errorf("%v, told %v, the field says %q", p.Date(), *heard, p.Text())
	}
	if p.popup != nil || env.Window.Canvas().Focused() != p.button {
		t.Errorf("open %v, the focus is at %T", p.popup != nil, env.Window.Canvas().Focused())
	}
	press(env, fyne.KeySpace, fyne.KeySpace)
	if len(*heard) != 1 {
		t.Errorf("the same day again was told: %v", *heard)
	}
	press(env, fyne.KeySpace, fyne.KeyDown, fyne.KeyEscape)
	if p.Date() != want || len(*heard) != 1 || p.popup != nil {
		t.Errorf("Escape chose %v", p.Date())
	}
}

func TestADayIsChosenByMouse(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		local(t, env, "SA", i18n.Western) // 1 November 2026 is in the first cell
		p, heard := opened(t, env, today(), DateOptions{})
		g := p.popup.grid
		pitch := g.pitch(g.Size())
		at := fyne.NewPos(env.place(2*pitch.Width, pitch.Width, g.Size().Width)+pitch.Width/2, g.headHeight()+pitch.Height*1.5)
		hint := hints(env)
		g.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
		if want := env.Printer.FullDay(date(2026, 11, 10)); *hint != want {
			t.Errorf("pointing at it says %q, want %q", *hint, want)
		}
		g.Tapped(&fyne.PointEvent{Position: at})
		if want := date(2026, 11, 10); !slices.Equal(*heard, []calendar.Date{want}) || p.popup != nil {
			t.Errorf("told %v, open %v", *heard, p.popup != nil)
		}
		p.button.Tapped(nil)
		test.TapCanvas(env.Window.Canvas(), fyne.NewPos(350, 555))
		if p.popup != nil || len(*heard) != 1 {
			t.Error("a press beside the calendar does not just close it")
		}
	})
}

func TestThePointsOfTheHeadAndTheEdgesAreNoDays(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	p, _ := opened(t, env, today(), DateOptions{})
	g := p.popup.grid
	full := g.Size()
	for _, at := range []fyne.Position{{X: 5, Y: 2}, {X: -1, Y: 100}, {X: 5, Y: full.Height + 1}, {X: full.Width + 1, Y: 100}} {
		if cell := g.cellAt(at); cell >= 0 {
			t.Errorf("%v is in cell %d", at, cell)
		}
	}
}

func TestDaysOutOfRangeCannotBeReached(t *testing.T) {
	env := window(t, "en", theme.Options{})
	hint := hints(env)
	p, heard := opened(t, env, today(), DateOptions{Min: date(2026, 11, 10), Max: date(2026, 11, 25)})
	press(env, fyne.KeyDown)
	if got := p.popup.grid.cursor; got != date(2026, 11, 25) {
		t.Errorf("the keyboard is at %v", got)
	}
	press(env, fyne.KeyPageUp)
	if got := p.popup.grid.cursor; got != date(2026, 11, 10) {
		t.Errorf("the keyboard is at %v", got)
	}
	for _, s := range p.popup.steps {
		if !s.button.Disabled() {
			t.Errorf("the arrow by %d months leads nowhere and is enabled", s.months)
		}
	}
	p.popup.choose(date(2026, 11, 26))
	p.popup.grid.tellDay(date(2026, 11, 26))
	if p.popup == nil || len(*heard) != 0 || *hint != "Choose 25 November 2026 or an earlier day." {
		t.Errorf("told %v, hint %q", *heard, *hint)
	}
	press(env, fyne.KeyEscape)
	late, _ := opened(t, env, calendar.Date{}, DateOptions{Max: date(2025, 1, 1)})
	if !late.popup.today.Disabled() || late.popup.grid.cursor != date(2025, 1, 1) {
		t.Error("today is out of range and can be chosen, or the calendar opens at it")
	}
}

func TestTheDateCanBeTakenAwayAndTodayChosen(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	p, heard := opened(t, env, date(2026, 1, 5), DateOptions{})
	p.popup.clear.Tapped(nil)
	if !p.Date().IsZero() || !slices.Equal(*heard, []calendar.Date{{}}) || p.Text() != "" {
		t.Errorf("%v, told %v", p.Date(), *heard)
	}
	p.button.Tapped(nil)
	if !p.popup.clear.Disabled() {
		t.Error("there is nothing to take away")
	}
	p.popup.today.Tapped(nil)
	if p.Date() != today() || len(*heard) != 2 {
		t.Errorf("%v, told %v", p.Date(), *heard)
	}
}
