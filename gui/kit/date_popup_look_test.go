package kit

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/i18n"
	"athar/gui/theme"
)

func TestTheArrowsPointWhereTheMonthsGo(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		p, _ := opened(t, env, today(), DateOptions{})
		var at []float32
		for _, s := range p.popup.steps {
			at = append(at, start(env, s.button))
		}
		if !slices.IsSorted(at) {
			t.Errorf("from the reading start the arrows are at %v", at)
		}
		on := fynetheme.NavigateNextIcon()
		if env.RTL() {
			on = fynetheme.NavigateBackIcon()
		}
		if got := p.popup.steps[2].button.icon.source; got != on {
			t.Errorf("the next month is under %q", got.Name())
		}
		test.Tap(p.popup.steps[2].button)
		if got := p.popup.month.AccessibilityLabel(); got != env.Printer.MonthYear(date(2026, 12, 1).Time()) {
			t.Errorf("the next month is %q", got)
		}
		test.Tap(p.popup.steps[0].button)
		if got := p.popup.grid.cursor; got != date(2025, 12, 23) {
			t.Errorf("a year back is %v", got)
		}
		press(env, fyne.KeyPageDown) // with the keyboard on the arrow
		if got := p.popup.grid.cursor; got != date(2026, 1, 23) {
			t.Errorf("a page on is %v", got)
		}
		press(env, fyne.KeyEscape)
		if p.popup != nil {
			t.Error("Escape does not close it from an arrow")
		}
	})
}

func TestTheWeekIsThatOfTheRegion(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		for region, want := range map[string]struct {
			first   time.Weekday
			weekend []int // columns
		}{"EG": {time.Saturday, []int{0, 6}}, "SA": {time.Sunday, []int{5, 6}}, "AE": {time.Monday, []int{5, 6}}, "IR": {time.Saturday, []int{6}}} {
			local(t, env, region, i18n.Western)
			p, _ := opened(t, env, today(), DateOptions{})
			g := p.popup.grid
			if got := g.heads[0].logical; got != env.Printer.ShortWeekday(want.first) {
				t.Errorf("%s: the week begins with %q", region, got)
			}
			for i := range g.bands {
				rest := slices.Contains(want.weekend, i)
				if g.bands[i].Hidden == rest || g.heads[i].face.bold != rest {
					t.Errorf("%s: column %d is marked as weekend: %v", region, i, !g.bands[i].Hidden)
				}
			}
			press(env, fyne.KeyEscape)
		}
	})
}

func TestBothCalendarsAreSeenTogether(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	local(t, env, "SY", i18n.ArabicIndic)
	env.Hijri = true
	p, _ := opened(t, env, today(), DateOptions{})
	if got := p.popup.month.AccessibilityLabel(); got != "تشرين الثاني ٢٠٢٦" {
		t.Errorf("the month is %q", got)
	}
	if got := p.popup.hijri.AccessibilityLabel(); got != "جمادى الأولى – جمادى الآخرة ١٤٤٨ هـ" {
		t.Errorf("the months of the Hijra are %q", got)
	}
	g := p.popup.grid
	for i, c := range g.cells {
		if g.day(i) == today() && (c.number.logical != "٢٣" || c.hijri.logical != "١٣" || c.ring.Hidden) {
			t.Errorf("today says %q and %q, ringed %v", c.number.logical, c.hijri.logical, !c.ring.Hidden)
		}
	}
	if got := g.AccessibilityLabel(); got != "الاثنين ٢٣ تشرين الثاني ٢٠٢٦ – ١٣ جمادى الآخرة ١٤٤٨ هـ" {
		t.Errorf("the day is read as %q", got)
	}
}

func TestTheCalendarStaysInTheWindowAndItsDaysCanBePressed(t *testing.T) {
	for _, lang := range languages {
		for _, scale := range []float32{1, 2} {
			env := window(t, lang, theme.Options{TextScale: scale})
			env.Hijri = true
			p, _ := dating(t, env, DateOptions{})
			env.Window.Resize(fyne.NewSize(1366, 700))
			p.open()
			at, room := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.popup), env.Window.Canvas().Size()
			area := p.popup.Size()
			if at.X < 0 || at.Y < 0 || at.X+area.Width > room.Width || at.Y+area.Height > room.Height {
				t.Errorf("%s ×%v: from %v, %v in a window of %v", lang, scale, at, area, room)
			}
			if p.popup.scroll.Content.MinSize().Height > p.popup.scroll.Size().Height+0.6 {
				t.Errorf("%s ×%v: not all of it is seen", lang, scale)
			}
			pitch := p.popup.grid.pitch(p.popup.grid.Size())
			if pitch.Width < 32*scale || pitch.Height < 32*scale {
				t.Errorf("%s ×%v: a day is %v", lang, scale, pitch)
			}
			if !near(start(env, p.popup), start(env, p)) && scale == 1 {
				t.Errorf("%s: it starts at %v, the field at %v", lang, start(env, p.popup), start(env, p))
			}
			press(env, fyne.KeyEscape)
		}
	}
}

func TestAllTextsOfTheCalendarAreWhole(t *testing.T) {
	for _, region := range []string{"SY", "MA"} {
		for _, lang := range languages {
			env := window(t, lang, theme.Options{})
			local(t, env, region, i18n.Western)
			env.Hijri = true
			p, _ := opened(t, env, today(), DateOptions{})
			for range 14 {
				for _, c := range append(p.popup.grid.heads[:], p.popup.month.text, p.popup.hijri.text) {
					if c.shown.Text != c.visual() {
						t.Errorf("%s, %s: %q is shortened", lang, region, c.logical)
					}
				}
				press(env, fyne.KeyPageDown)
			}
			press(env, fyne.KeyEscape)
		}
	}
}

// The pictures hold the two numbers of a day, the frame of the weekend, the ring
// of today and the strikes; see TestPictures.
func TestPicturesOfTheCalendar(t *testing.T) {
	for name, c := range map[string]struct {
		lang, region string
		digits       i18n.Digits
		hijri        bool
		look         theme.Options
		o            DateOptions
	}{
		"date_ar": {"ar", "EG", i18n.ArabicIndic, true, theme.Options{Variant: theme.Dark}, DateOptions{}},
		"date_en": {"en", "GB", i18n.Western, false, theme.Options{}, DateOptions{Min: date(2026, 11, 6), Max: date(2026, 11, 27)}},
	} {
		t.Run(name, func(t *testing.T) {
			env := window(t, c.lang, c.look)
			local(t, env, c.region, c.digits)
			env.Hijri = c.hijri
			p, _ := opened(t, env, date(2026, 11, 12), c.o)
			show(env, Pad(8, p), 400, 430)
			p.popup.grid.goTo(date(2026, 11, 20))
			test.AssertImageMatches(t, name+".png", env.Window.Canvas().Capture())
		})
	}
}
