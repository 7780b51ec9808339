package guitest

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/kit"
)

// Walk fails the test if the Tab key does not lead through the window, or the
// dialog over it, as a person reads: through every control and back again,
// never keeping anybody, from the top to the bottom and in a line from the
// reading start to the end. A step up is right only into a column farther on.
func Walk(t testing.TB, env *kit.Env) {
	t.Helper()
	root, canvas := front(env), env.Window.Canvas()
	Settle(root)
	canvas.Unfocus()
	way, steps := walked(t, env, canvas.FocusNext)
	if len(way) == 0 {
		t.Error("the Tab key leads nowhere")
		return
	}
	for _, missed := range unreached(root, env, way) {
		t.Errorf("the Tab key never comes to a %T (%q)", missed, said(missed))
	}
	for _, s := range steps {
		if s.isBack(env) {
			t.Errorf("the Tab key goes back from a %T (%q) at %v to a %T (%q) at %v", s.from, said(s.from), s.at, s.to, said(s.to), s.next)
		}
	}
	canvas.Unfocus()
	back, _ := walked(t, env, canvas.FocusPrevious)
	slices.Reverse(back)
	if at := slices.Index(back, way[0]); at > 0 { // both go round
		back = slices.Concat(back[at:], back[:at])
	}
	if !slices.Equal(way, back) {
		t.Errorf("the way back is another: %d controls forward, %d back", len(way), len(back))
	}
}

// step is one press of the Tab key.
type step struct {
	from, to fyne.Focusable
	at, next box
}

// walked goes round once. Where Fyne begins is its own choice, so one of the
// steps leads from the end to the beginning: the longest way up, or back.
func walked(t testing.TB, env *kit.Env, next func()) (way []fyne.Focusable, steps []step) {
	t.Helper()
	for {
		next()
		f := env.Window.Canvas().Focused()
		if f == nil || len(way) > 0 && f == way[0] {
			break
		}
		if slices.Contains(way, f) {
			t.Fatalf("the Tab key goes in circles at a %T (%q)", f, said(f))
		}
		if tab, ok := f.(fyne.Tabbable); ok && tab.AcceptsTab() {
			t.Errorf("a %T (%q) keeps the Tab key", f, said(f))
		}
		if isOutOfSight(env, f) {
			t.Errorf("the Tab key comes to a %T (%q) that is out of sight", f, said(f))
		}
		if len(way) > 0 {
			steps = append(steps, stepBetween(env, way[len(way)-1], f))
		}
		way = append(way, f)
	}
	if len(way) > 1 {
		steps = append(steps, stepBetween(env, way[len(way)-1], way[0]))
		longest := slices.MaxFunc(steps, func(a, b step) int { return cmp.Compare(a.length(env), b.length(env)) })
		steps = slices.DeleteFunc(steps, func(s step) bool { return s == longest })
	}
	return way, steps
}

// isOutOfSight reports whether nothing can be seen of what has the focus: a page
// should have scrolled to it.
func isOutOfSight(env *kit.Env, f fyne.Focusable) (hidden bool) {
	window := boxAt(fyne.Position{}, env.Window.Canvas().Size())
	visit(front(env), fyne.Position{}, window, nil, func(o, _ fyne.CanvasObject, at, clip box) {
		if o == f.(fyne.CanvasObject) {
			hidden = at.in(clip).empty()
		}
	})
	return hidden
}

// length is how far a step leads up and, in one line, towards the reading start;
// 0 if it leads forward.
func (s step) length(env *kit.Env) float32 {
	if !s.isBack(env) {
		return 0
	}
	across := s.at.x - s.next.x
	if env.RTL() {
		across = -across
	}
	const far = 1e6 // a step back is longer than any forward
	return far + 1000*(s.at.y-s.next.y) + across
}

// stepBetween asks where both stand at once: a page scrolls to what gains the
// focus.
func stepBetween(env *kit.Env, from, to fyne.Focusable) step {
	s := step{from: from, to: to}
	window := env.Window.Canvas().Size()
	visit(front(env), fyne.Position{}, boxAt(fyne.Position{}, window), nil, func(o, _ fyne.CanvasObject, at, _ box) {
		switch o {
		case from.(fyne.CanvasObject):
			s.at = at
		case to.(fyne.CanvasObject):
			s.next = at
		}
	})
	return s
}

// isBack reports whether the eye would have to go back.
func (s step) isBack(env *kit.Env) bool {
	const tolerance = 6
	a, b, width := s.at, s.next, env.Window.Canvas().Size().Width
	if env.RTL() {
		a.x, a.right = width-a.right, width-a.x
		b.x, b.right = width-b.right, width-b.x
	}
	over := min(a.bottom, b.bottom) - max(a.y, b.y)
	inLine := over > min(a.height(), b.height())/2
	switch {
	case inLine:
		return b.x < a.x-tolerance
	case b.y < a.y:
		return b.x < a.right-tolerance
	}
	return false
}

// unreached returns the controls that can be seen, or scrolled to, and are not
// on the way. What is disabled is passed over by Fyne.
func unreached(root fyne.CanvasObject, env *kit.Env, way []fyne.Focusable) (missed []fyne.Focusable) {
	visit(root, fyne.Position{}, boxAt(fyne.Position{}, env.Window.Canvas().Size()), nil, func(o, _ fyne.CanvasObject, _, _ box) {
		f, ok := o.(fyne.Focusable)
		if !ok || slices.Contains(way, f) {
			return
		}
		if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
			return
		}
		missed = append(missed, f)
	})
	return missed
}

func said(f fyne.Focusable) string { return fmt.Sprint(logical(f.(fyne.CanvasObject))) }
