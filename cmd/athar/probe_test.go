package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"athar/domain/text/bidi"
	"athar/gui/kit"
	"athar/gui/typeset"
)

// The end-to-end tests run this test binary once more as Athar itself: the same
// main, a real window, a real keyboard and mouse from outside. Beside it runs a
// probe that answers, over standard input and output, where on the window a
// text is painted. It only looks; it presses nothing.

const probeVariable = "ATHAR_E2E_PROBE"

func TestMain(m *testing.M) {
	runMeasured()
	if os.Getenv(probeVariable) != "" {
		os.Unsetenv(probeVariable)
		go probe()
		os.Exit(execute(os.Args[1:], streams{strings.NewReader(""), os.Stderr, os.Stderr}))
	}
	os.Exit(inOwnConfig(m.Run))
}

// inOwnConfig runs the tests with a configuration folder of their own: they must
// not name the computer of whoever runs them.
func inOwnConfig(tests func() int) int {
	dir, err := os.MkdirTemp("", "athar-config-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	os.Setenv("XDG_CONFIG_HOME", dir)
	return tests()
}

// spot is a text as it stands in the window, in device pixels.
type spot struct {
	Text    string  `json:"text"` // in painting order
	X, Y    float32 // its centre
	Left    float32
	Width   float32 // of what has the keyboard; 0 for texts
	Height  float32
	Visible bool // not scrolled out of sight
}

// right is where a text ends at the other side.
func (s spot) right() float32 { return 2*s.X - s.Left }

// focusQuestion asks the probe for what has the keyboard, instead of a text.
const focusQuestion = "\x00focus"

// labelsQuestion asks the probe for the labels for screen readers of everything
// that can be seen: whole sentences, however they are broken into lines.
const labelsQuestion = "\x00labels"

// turnQuestion has the probe wait until the window has taken every event that was
// there, and has drawn what came of them.
const turnQuestion = "\x00turn"

// focused returns the spot of what has the keyboard, none when nothing has.
func focused() []spot {
	c := front()
	if c == nil {
		return nil
	}
	o, ok := c.Focused().(fyne.CanvasObject)
	if !ok {
		return nil
	}
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	return []spot{{
		X: (at.X + size.Width/2) * c.Scale(), Y: (at.Y + size.Height/2) * c.Scale(), Left: at.X * c.Scale(),
		Width: size.Width * c.Scale(), Height: size.Height * c.Scale(), Visible: true,
	}}
}

// probe answers each line of standard input with a line of JSON: the spots of
// the window whose painted text is, or begins with, the line's text in either
// direction; for an empty line, all of them.
func probe() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var want string
		if err := json.Unmarshal(in.Bytes(), &want); err != nil {
			panic(err)
		}
		if want == turnQuestion {
			awaitTurn()
		}
		var found any
		fyne.DoAndWait(func() { found = answerTo(want) })
		answer, err := json.Marshal(found)
		if err != nil {
			panic(err)
		}
		fmt.Println(string(answer))
	}
}

// awaitTurn returns in the middle of a turn of the window's loop: it takes the events
// that have come, ticks animations, and then draws. What is asked after that is
// answered after the drawing.
func awaitTurn() {
	ticked := make(chan struct{})
	var once sync.Once
	tick := fyne.NewAnimation(time.Hour, func(float32) { once.Do(func() { close(ticked) }) })
	fyne.DoAndWait(tick.Start)
	<-ticked
	fyne.DoAndWait(tick.Stop)
}

func answerTo(question string) any {
	switch question {
	case turnQuestion:
		return true
	case focusQuestion:
		return focused()
	case editQuestion:
		return editing()
	case labelsQuestion:
		return labels()
	}
	return spots(question)
}

// front returns the canvas of the window that was opened last, nil before the
// first one.
func front() fyne.Canvas {
	windows := fyne.CurrentApp().Driver().AllWindows()
	if len(windows) == 0 {
		return nil
	}
	return windows[len(windows)-1].Canvas()
}

func spots(want string) []spot {
	c := front()
	if c == nil {
		return nil
	}
	w := walker{want: want, scale: c.Scale()}
	w.walk(usable(c), fyne.Position{}, rect{0, 0, c.Size().Width, c.Size().Height})
	return w.found
}

// usable returns what can be used of a window: what lies below a dialog cannot.
func usable(c fyne.Canvas) fyne.CanvasObject {
	if top := c.Overlays().Top(); top != nil {
		return top
	}
	return c.Content()
}

// labels answers labelsQuestion.
func labels() (all []string) {
	c := front()
	if c == nil {
		return nil
	}
	var read func(o fyne.CanvasObject)
	read = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		if a, ok := o.(fyne.Accessible); ok {
			all = append(all, a.AccessibilityLabel())
		}
		for _, child := range parts(o) {
			read(child)
		}
	}
	read(usable(c))
	return all
}

type rect struct{ x1, y1, x2, y2 float32 }

func (r rect) cut(o rect) rect {
	return rect{max(r.x1, o.x1), max(r.y1, o.y1), min(r.x2, o.x2), min(r.y2, o.y2)}
}

type walker struct {
	want  string
	scale float32
	found []spot
}

func (w *walker) walk(o fyne.CanvasObject, at fyne.Position, clip rect) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	if t, ok := o.(*canvas.Text); ok {
		w.look(t, at, clip)
		return
	}
	if s, ok := o.(*kit.Scroller); ok {
		clip = clip.cut(rect{at.X, at.Y, at.X + s.Size().Width, at.Y + s.Size().Height})
	}
	before := len(w.found)
	for _, child := range parts(o) {
		w.walk(child, at, clip)
	}
	if a, ok := o.(fyne.Accessible); ok && w.want != "" && a.AccessibilityLabel() == w.want && len(w.found) == before {
		w.pieces(o, at, clip)
	}
}

// pieces notes a text of both directions, which is painted in pieces, where those of
// its first line are.
func (w *walker) pieces(o fyne.CanvasObject, at fyne.Position, clip rect) {
	inside := walker{scale: w.scale}
	for _, child := range parts(o) {
		inside.walk(child, at, clip)
	}
	if len(inside.found) == 0 {
		return
	}
	first := inside.found[0]
	left, right := first.Left, first.right()
	for _, s := range inside.found {
		if s.Y == first.Y {
			left, right = min(left, s.Left), max(right, s.right())
		}
	}
	first.Text, first.Left, first.X = w.want, left, (left+right)/2
	w.found = append(w.found, first)
}

func (w *walker) look(t *canvas.Text, at fyne.Position, clip rect) {
	if t.Text == "" || !w.matches(t.Text) {
		return
	}
	// The painted text may be narrower than its object and lie at either side.
	width := min(fyne.MeasureText(t.Text, t.TextSize, t.TextStyle).Width, t.Size().Width)
	x := at.X
	switch t.Alignment {
	case fyne.TextAlignTrailing:
		x += t.Size().Width - width
	case fyne.TextAlignCenter:
		x += (t.Size().Width - width) / 2
	}
	cx, cy := x+width/2, at.Y+t.Size().Height/2
	w.found = append(w.found, spot{
		Text: t.Text, X: cx * w.scale, Y: cy * w.scale, Left: x * w.scale,
		Visible: cx > clip.x1 && cx < clip.x2 && cy > clip.y1 && cy < clip.y2,
	})
}

// matches reports whether the painted text is the wanted one. A text that ends
// in "…" is wanted by its beginning.
func (w *walker) matches(painted string) bool {
	if w.want == "" {
		return true
	}
	for _, base := range []bidi.Direction{bidi.LTR, bidi.RTL} {
		if painted == typeset.Visual(w.want, base) {
			return true
		}
	}
	return false
}
