package gui

import (
	"context"
	"testing"

	"athar/gui/guitest"
	"athar/gui/settings"
)

func TestTheStatusLineSaysHowFarIsWhatGoesOnBesideTheWork(t *testing.T) {
	for _, language := range []string{"en", "ar"} {
		var b *bench
		var said string
		b = newBenchWith(t, guitest.NewMemory(), settings.Settings{Lang: language}, content(t), func(d *Deps) {
			d.Cleanse = func(_ context.Context, progress func(float64)) error {
				if b == nil {
					return nil // the window is not there yet
				}
				progress(0.4)
				d.Run.OnWindow(func() { said = b.status.label.Text() })
				return nil
			}
		})
		before := b.status.label.Text()
		b.cleanseBeside()
		b.settle()
		if want := b.env.T("trash.cleansing", "percent", b.env.Printer.Percent(0.4)); said != want {
			t.Errorf("%s: said %q, want %q", language, said, want)
		}
		if now := b.status.label.Text(); now != before {
			t.Errorf("%s: says %q when it is done", language, now)
		}
	}
}

func TestWhatIsPointedAtIsSaidBeforeWhatGoesOn(t *testing.T) {
	s := newStatus(guitest.Env(t, "en"))
	s.say("done")
	s.doing("40 %")
	s.hint("makes a backup")
	for _, want := range []string{"makes a backup", "40 %", "done"} {
		if got := s.label.Text(); got != want {
			t.Errorf("says %q, want %q", got, want)
		}
		if want == "40 %" {
			s.done()
		}
		s.hint("")
	}
}
