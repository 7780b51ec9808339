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

// expect waits until a text can be seen.
func (a *athar) expect(text string) {
	a.t.Helper()
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
			return found == before
		}
		if tries++; len(all) > 0 && tries < 400 {
			a.wheel(all[0])
		}
		return false
	})
	return found
}

// wheel turns the wheel over the middle of the column a hidden text is in.
func (a *athar) wheel(s spot) {
	button := "5"
	if s.Y < 200 {
		button = "4"
	}
	x, y := strconv.Itoa(int(s.X)), "450"
	a.do("xdotool", "mousemove", "--window", a.window, x, y, "click", "--repeat", "2", button)
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
	s := a.find(label)
	for tries := 0; s.Y+float32(dy) > foot && tries < 10; tries++ { // the label is seen, and not its field
		a.wheel(s)
		s = a.find(label)
	}
	a.pressAt(int(s.X), int(s.Y)+dy)
	a.caretIn(label, dy)
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
	// the layout stays until it has taken all of them: the second answer of the
	// probe comes after a whole turn of its loop.
	a.ask("")
	a.ask("")
	a.do("setxkbmap", "us")
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
