package chart

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/guitest"
)

func TestTheLongLineOfANewChartComesAfterItsFirstFrames(t *testing.T) {
	r := shownLong(t)
	if r.long == nil || r.long.Hidden {
		t.Fatal("a long line is not shown in the end")
	}
	r.reveal = nil
	r.long.Hide()
	r.waiting = revealFrames
	r.reveal = fyne.NewAnimation(revealAtMost, r.frameBegins)
	for frame := range revealFrames {
		if !r.long.Hidden {
			t.Fatalf("the line is shown in frame %d", frame)
		}
		if r.draw(); frame == 1 && !r.long.Hidden {
			t.Fatal("drawing the chart anew shows the line too early")
		}
		r.frameBegins(0)
	}
	if r.long.Hidden {
		t.Fatal("the line is not shown after its frames")
	}
	if r.draw(); r.long.Hidden {
		t.Fatal("a line that was shown is hidden when it is drawn anew")
	}
}

func TestTheKeyboardComingLeavesThePictureAlone(t *testing.T) {
	r := shownLong(t)
	before := r.long
	r.chart.FocusGained()
	if r.long != before || r.ring.Hidden {
		t.Error("the ring is missing, or all was drawn anew for it")
	}
	r.chart.FocusLost()
	if r.long != before || !r.ring.Hidden {
		t.Error("the ring stays, or all was drawn anew for it")
	}
}

// shownLong shows a chart of a line too long for objects of its own.
func shownLong(t *testing.T) *renderer {
	env := guitest.Env(t, "en")
	s := Series{Name: "Likes"}
	for i := range 4 * maxLineObjects {
		s.X, s.Y = append(s.X, float64(i)), append(s.Y, math.Abs(float64(i*i%71)))
	}
	write := func(v float64) string { return env.Printer.Number(v) }
	c := New(env, Model{
		Kind: Line, Series: []Series{s}, Time: true,
		Format: Format{Value: write, Point: write, Tick: func(x float64, _ TimeStep) string { return write(x) }},
	})
	guitest.Show(env, c, 900, 300)
	return c.shown
}
