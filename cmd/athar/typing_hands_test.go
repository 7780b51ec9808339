package main

import (
	"slices"
	"strconv"
	"strings"
)

// How a person changes between the two languages of a keyboard.
type toggle struct {
	option string // its name in X's options
	keys   []byte
}

func toggles() []toggle {
	return []toggle{
		{"grp:alt_shift_toggle", []byte{keyAlt, keyShift}},
		{"grp:win_space_toggle", []byte{keySuper, keySpace}},
	}
}

// typist is a person at Athar's window with a keyboard and a mouse.
type typist struct {
	*athar
	hands  *wire
	toggle toggle
	second bool // the layout in use is the Arabic one
}

// sit gives somebody a keyboard with the English and the Arabic layout, on which
// the toggle changes from the one to the other. English is in use at first.
func (a *athar) sit(t toggle) *typist {
	a.t.Helper()
	a.do("setxkbmap", "us,ara", "-option", "", "-option", t.option)
	return &typist{athar: a, hands: a.plug(), toggle: t}
}

// only gives a keyboard with one layout.
func (p *typist) only(layout string) {
	p.t.Helper()
	p.do("setxkbmap", layout, "-option", "")
	p.second = layout == "ara"
}

// press presses keys together.
func (p *typist) press(keys ...byte) {
	p.t.Helper()
	p.hands.do(chord(keys...)...)
}

// times presses keys together again and again.
func (p *typist) times(n int, keys ...byte) {
	p.t.Helper()
	p.hands.do(slices.Repeat(chord(keys...), n)...)
}

// types writes a text, changing to the other language for what is not on the
// keys of this one.
func (p *typist) types(text string) {
	p.t.Helper()
	for text != "" {
		n := strings.IndexFunc(text, func(r rune) bool { return p.layout()[string(r)] == nil })
		switch n {
		case -1:
			n = len(text)
		case 0:
			p.change()
			continue
		}
		p.hands.do(p.layout().acts(p.t, text[:n])...)
		text = text[n:]
	}
}

// change changes to the other language.
func (p *typist) change() {
	p.t.Helper()
	p.press(p.toggle.keys...)
	p.second = !p.second
}

// arabicKeys makes the Arabic layout the one in use.
func (p *typist) arabicKeys() {
	p.t.Helper()
	if !p.second {
		p.change()
	}
}

func (p *typist) layout() layout {
	if p.second {
		return newLayout(arabic())
	}
	return newLayout(american())
}

// point moves the mouse to a place of the window.
func (p *typist) point(x, y float32) {
	p.t.Helper()
	p.do("xdotool", "mousemove", "--window", p.window, strconv.Itoa(int(x+0.5)), strconv.Itoa(int(y+0.5)))
}

// clicks presses the left button at a place of the window some times without a
// pause.
func (p *typist) clicks(times int, x, y float32) {
	p.t.Helper()
	p.point(x, y)
	p.hands.do(slices.Repeat([]act{{buttonDown, 1}, {buttonUp, 1}}, times)...)
}

// chooses presses the button some times and expects the text selected. A busy
// machine may take the presses for single ones: so it tries again, a little
// aside, for presses at the same place would go on counting.
func (p *typist) chooses(want string, times int, x, y float32) {
	p.t.Helper()
	aside := float32(0)
	p.until(want+" to be selected", func() bool {
		aside = 8 - aside
		p.clicks(times, x-aside, y)
		p.press(keyCtrl, keyC)
		p.turn()
		return p.onClipboard() == want
	})
}

// onClipboard returns what every other program finds on the clipboard, "" while
// it is empty.
func (p *typist) onClipboard() string {
	got, _ := p.command("xclip", "-selection", "clipboard", "-out").Output()
	return string(got)
}

// drag moves the mouse from a place of the window to another with the button
// held down.
func (p *typist) drag(x1, y1, x2, y2 float32) {
	p.t.Helper()
	p.point(x1, y1)
	p.hands.do(act{buttonDown, 1})
	for _, part := range []float32{0.1, 0.5, 1} {
		p.point(x1+(x2-x1)*part, y1+(y2-y1)*part)
	}
	p.hands.do(act{buttonUp, 1})
}

// look returns the text that has the keyboard as it stands in the window.
func (p *typist) look() edited {
	var e edited
	p.query(editQuestion, &e)
	return e
}

// reads waits until the text that has the keyboard reads so.
func (p *typist) reads(want string) edited {
	p.t.Helper()
	var got edited
	defer func() {
		if got.Text != want {
			p.t.Logf("it reads %q", got.Text)
		}
	}()
	p.until("the text "+want, func() bool {
		got = p.look()
		return got.Text == want
	})
	return got
}

// copies copies what is selected and expects it on the clipboard, where every
// other program finds it.
func (p *typist) copies(want string) {
	p.t.Helper()
	p.press(keyCtrl, keyC)
	p.clipboard(want)
}

func (p *typist) clipboard(want string) {
	p.t.Helper()
	var got string
	defer func() {
		if got != want {
			p.t.Logf("the clipboard has %q", got)
		}
	}()
	p.until("the clipboard with "+want, func() bool {
		got = p.onClipboard()
		return got == want
	})
}

// give puts a text on the clipboard as another program does.
func (p *typist) give(text string) {
	p.t.Helper()
	cmd := p.command("xclip", "-selection", "clipboard", "-in")
	cmd.Stdin = strings.NewReader(text)
	if err := cmd.Run(); err != nil { // it goes on in the background
		p.t.Fatal(err)
	}
}
