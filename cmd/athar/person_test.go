package main

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// What a person sees in the window and does to it.

// sees reports whether a text can be seen.
func (a *athar) sees(text string) bool {
	for _, s := range a.ask(text) {
		if s.Visible {
			return true
		}
	}
	return false
}

// expect waits until a text can be seen. What was to be seen before the last thing was
// done does not count, unless it takes the window time beside its loop to change it.
func (a *athar) expect(text string) {
	a.t.Helper()
	a.turn()
	a.until(strconv.Quote(text), func() bool { return a.sees(text) })
}

// texts returns everything painted, for messages of failure.
func (a *athar) texts() []string {
	var all []string
	for _, s := range a.ask("") {
		all = append(all, s.Text)
	}
	return all
}

// find waits for a text, scrolling to it if need be, and returns its place once
// it stays there: what was typed before may still move things.
func (a *athar) find(text string) spot {
	a.t.Helper()
	var found spot
	tries := 0
	a.until(strconv.Quote(text), func() bool {
		all := a.ask(text)
		i := slices.IndexFunc(all, func(s spot) bool { return s.Visible })
		if i >= 0 {
			before := found
			found = all[i]
			return a.still(found == before)
		}
		if tries++; len(all) > 0 && tries < 400 {
			a.wheel(all[0])
		}
		return false
	})
	return found
}

// below waits for a text in the column below another, scrolling until that and some
// pixels more can be seen, and returns its place once it stays there.
func (a *athar) below(heading, text string, more float32) spot {
	a.t.Helper()
	var found spot
	a.until(strconv.Quote(text)+" below "+strconv.Quote(heading), func() bool {
		s, ok := nextBelow(a.ask(heading), a.ask(text))
		if !ok {
			return false
		}
		if !s.Visible || s.Y+more > foot {
			a.wheel(s)
			return false
		}
		before := found
		found = s
		return a.still(found == before)
	})
	return found
}

// still reports whether something is where it was, and waits before the next look if
// it is not.
func (a *athar) still(same bool) bool {
	if !same {
		a.turn()
	}
	return same
}

// nextBelow returns the first of some texts that stands below a heading and begins, or
// ends, where that does.
func nextBelow(headings, texts []spot) (spot, bool) {
	for _, h := range headings {
		i := slices.IndexFunc(texts, func(s spot) bool {
			return s.Y > h.Y && (abs(s.Left-h.Left) < 2 || abs(s.right()-h.right()) < 2)
		})
		if i >= 0 {
			return texts[i], true
		}
	}
	return spot{}, false
}

// wheel turns the wheel over the middle of the column a hidden text is in, as far as it
// is away from there.
func (a *athar) wheel(s spot) {
	const middle, click = 450, 25 // pixels; a click of the wheel moves a page by so many
	button := "5"
	if s.Y < 200 {
		button = "4"
	}
	clicks := strconv.Itoa(min(max(int(abs(s.Y-middle)/click), 2), 60))
	a.do("xdotool", "mousemove", "--window", a.window, strconv.Itoa(int(s.X)), strconv.Itoa(middle),
		"click", "--repeat", clicks, "--delay", "0", button)
	a.turn()
}

// click presses the mouse at a text.
func (a *athar) click(text string) {
	a.t.Helper()
	s := a.find(text)
	a.pressAt(int(s.X), int(s.Y))
}

// pressAt presses the mouse at a place of the window.
func (a *athar) pressAt(x, y int) {
	a.t.Helper()
	a.do("xdotool", "mousemove", "--window", a.window, strconv.Itoa(x), strconv.Itoa(y))
	a.do("xdotool", "click", "1")
}

// foot is the height at which a tab ends in a window 700 pixels high, when there is a
// banner below it.
const foot = 570

// into presses the mouse some pixels below a label, into its field, and waits
// until the field has the keyboard.
func (a *athar) into(label string, dy int) {
	a.t.Helper()
	a.pressBelow(label, dy)
	a.caretIn(label, dy)
}

// pressBelow presses the mouse some pixels below a label.
func (a *athar) pressBelow(label string, dy int) {
	a.t.Helper()
	s := a.find(label)
	for tries := 0; s.Y+float32(dy) > foot && tries < 10; tries++ { // the label is seen, and not its field
		a.wheel(s)
		s = a.find(label)
	}
	a.pressAt(int(s.X), int(s.Y)+dy)
}

// caretIn waits until the field some pixels below a label has the keyboard.
func (a *athar) caretIn(label string, dy int) {
	a.t.Helper()
	a.until("the caret in "+label, func() bool {
		labels, fields := a.ask(label), a.ask(focusQuestion)
		if len(labels) == 0 || len(fields) == 0 {
			return false
		}
		x, y, f := labels[0].X, labels[0].Y+float32(dy), fields[0]
		return abs(x-f.X) <= f.Width/2 && abs(y-f.Y) <= f.Height/2
	})
}

func abs(v float32) float32 { return max(v, -v) }

// key presses a key with its modifiers, by xdotool's names.
func (a *athar) key(name string) {
	a.t.Helper()
	a.do("xdotool", "key", "--clearmodifiers", name)
}

// write types a text as on a keyboard of its language.
func (a *athar) write(text string) {
	a.t.Helper()
	layout := "us"
	if strings.ContainsFunc(text, func(r rune) bool { return r > 0x5ff && r < 0x700 }) {
		layout = "ara"
	}
	a.do("setxkbmap", layout)
	a.do("xdotool", "type", "--clearmodifiers", "--delay", "12", text)
	// The window reads a key by the layout of the moment it takes the event, so
	// the layout stays until it has taken all of them.
	a.turn()
	a.do("setxkbmap", "us")
}

// turn waits until the window has taken every event that was sent to it, and shows
// what came of them.
func (a *athar) turn() {
	var done bool
	a.query(turnQuestion, &done)
}

// shot takes a picture of the screen where ATHAR_SHOTS says.
func (a *athar) shot(name string) {
	dir := os.Getenv("ATHAR_SHOTS")
	if dir == "" {
		return
	}
	file := filepath.Join(dir, strings.ReplaceAll(a.t.Name(), "/", "-")+"-"+name+".png")
	a.do("import", "-window", "root", file)
}
