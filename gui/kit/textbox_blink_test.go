package kit

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
)

// clock stands in for time: a test says when it passes.
type clock struct{ waiting []*alarm }

type alarm struct {
	after time.Duration
	do    func()
}

// clocked gives an environment a clock.
func clocked(env *Env) *clock {
	c := &clock{}
	env.After = func(d time.Duration, f func()) func() {
		a := &alarm{d, f}
		c.waiting = append(c.waiting, a)
		return func() { a.do = nil }
	}
	return c
}

// tick lets the next of those pass that wait so long, and reports whether there
// was one.
func (c *clock) tick(d time.Duration) bool {
	for i, a := range c.waiting {
		if a.after == d && a.do != nil {
			c.waiting = append(c.waiting[:i:i], c.waiting[i+1:]...)
			a.do()
			return true
		}
	}
	return false
}

func TestTheCaretBlinksAndComesToRestInSight(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	c := clocked(env)
	_, b := edited(env, mixedArabic, 3)
	blinked := 0
	for was := b.beam.Hidden; c.tick(blinkTime); was = b.beam.Hidden {
		if b.beam.Hidden == was {
			t.Fatal("nothing changed at a blink")
		}
		if blinked++; blinked > 100 {
			t.Fatal("it blinks for ever")
		}
	}
	if rest := time.Duration(blinked) * blinkTime; b.beam.Hidden || rest < 5*time.Second || rest > 15*time.Second {
		t.Errorf("at rest after %v, hidden: %v", rest, b.beam.Hidden)
	}
	keys(b, "Left")
	if !c.tick(blinkTime) || !b.beam.Hidden {
		t.Error("a key does not make it blink again")
	}
}

func TestTheCaretIsInSightWhileOneTypes(t *testing.T) {
	env := window(t, "en", theme.Options{})
	c := clocked(env)
	_, b := edited(env, "", 0)
	for range 5 {
		c.tick(blinkTime)
		test.Type(b, "س")
		if b.beam.Hidden {
			t.Fatal("a letter was typed and the caret is out of sight")
		}
	}
	due := 0
	for _, a := range c.waiting {
		if a.do != nil {
			due++
		}
	}
	if due != 1 {
		t.Errorf("%d blinks are to come, want 1", due)
	}
}

func TestWhoHasNotTheKeyboardDoesNotBlink(t *testing.T) {
	env := window(t, "en", theme.Options{})
	c := clocked(env)
	ed, b := edited(env, mixedEnglish, 3)
	env.Window.Canvas().Unfocus()
	if c.tick(blinkTime) || !b.beam.Hidden {
		t.Error("the caret blinks without the keyboard")
	}
	ed.Focus()
	ed.Disable("No.")
	if c.tick(blinkTime) || !b.beam.Hidden {
		t.Error("the caret of a disabled text blinks")
	}
}
