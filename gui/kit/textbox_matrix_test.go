package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/theme"
	"athar/gui/typeset"
)

// spot is a place of the caret: before which rune, and in which gap of which line.
type spot struct{ index, gap, line int }

func parseSpot(s string) (p spot) {
	if _, err := fmt.Sscanf(s, "%d.%d:%d", &p.index, &p.gap, &p.line); err == nil {
		return p
	}
	if _, err := fmt.Sscanf(s, "%d.%d", &p.index, &p.gap); err != nil {
		panic(s)
	}
	return p
}

// matrix is a text on the screen that keys are tried in.
type matrix struct {
	*testing.T
	scene   scene
	editor  *Editor
	box     *textbox
	offered int // shortcuts that the text had no use for
}

// x returns where a gap must be, from what Fyne says of the widths of the runs.
func (m *matrix) x(at spot) float32 {
	line := m.scene.lines[at.line]
	whole, x, gaps := float32(0), float32(0), at.gap
	for _, run := range line.runs {
		width := m.width(run, m.stops(run))
		whole += width
		switch n := m.stops(run); {
		case gaps <= 0:
		case gaps >= n:
			x += width
		case run.rtl:
			x += width - m.width(run, n-gaps)
		default:
			x += m.width(run, gaps)
		}
		gaps -= m.stops(run)
	}
	if line.rtl {
		x += m.box.view.Width - whole
	}
	return x
}

// stops returns how many characters a run has: marks are none of their own.
func (m *matrix) stops(run sceneRun) int { return len(m.characters(run)) }

func (m *matrix) characters(run sceneRun) (all []string) {
	for _, r := range []rune(m.scene.text)[run.start:run.end] {
		if r >= '\u064B' && r <= '\u0652' {
			all[len(all)-1] += string(r)
			continue
		}
		all = append(all, string(r))
	}
	return all
}

// width returns how wide the first n characters of a run are, joined to what
// follows. The caret in لا is in its middle.
func (m *matrix) width(run sceneRun, n int) float32 {
	all := m.characters(run)
	measure := func(n int) float32 {
		s := strings.Join(all[:n], "")
		if n > 0 && n < len(all) && strings.ContainsAny(all[n-1], "سلعنتبيقفم") && all[n] != " " {
			s += "\u200d"
		}
		return fyne.MeasureText(s, size(theme.TextBody), fyne.TextStyle{}).Width
	}
	if n > 0 && n < len(all) && all[n-1] == "ل" && all[n] == "ا" {
		return (measure(n-1) + measure(n+1)) / 2
	}
	return measure(n)
}

// start puts the text and the caret back to where a row begins.
func (m *matrix) start(at spot) {
	m.box.setText(m.scene.text)
	m.box.place(typeset.Position{Index: at.index})
	if !near(m.caretX(), m.x(at)) { // of two places it is the other
		m.box.place(typeset.Position{Index: at.index, Affinity: typeset.Upstream})
	}
	m.offered = 0
	m.check("before", at, at.index)
}

func (m *matrix) caretX() float32 { return m.box.beam.Position().X + beamWidth/2 - beamRoom }

// check looks for the caret on the screen, and for what is selected.
func (m *matrix) check(what string, want spot, anchor int) {
	m.Helper()
	b := m.box
	line := b.layout.Caret(b.caret).Line
	if b.caret.Index != want.index || line != want.line || !near(m.caretX(), m.x(want)) {
		m.Errorf("%s: the caret is before rune %d of line %d, at %.1f; want %d, line %d, %.1f",
			what, b.caret.Index, line, m.caretX(), want.index, want.line, m.x(want))
	}
	start, end := min(anchor, want.index), max(anchor, want.index)
	if gotStart, gotEnd := b.selection(); gotStart != start || gotEnd != end {
		m.Errorf("%s: %d to %d is selected, want %d to %d", what, gotStart, gotEnd, start, end)
	}
	if got := m.editor.Text(); got != m.scene.text {
		m.Errorf("%s: the text is %q", what, got)
	}
}

// move tries a key that moves, alone and with Shift.
func (m *matrix) move(key string, at, want spot) {
	m.start(at)
	keys(m.box, key)
	m.check(key, want, want.index)
	m.start(at)
	keys(m.box, "shift+"+key)
	m.check("shift+"+key, want, at.index)
}

// edit tries a key that removes, with Shift as well.
func (m *matrix) edit(key string, at spot, removes string) {
	for _, name := range []string{key, "shift+" + key} {
		m.start(at)
		keys(m.box, name)
		text, caret := []rune(m.scene.text), at.index
		if removes != "-" {
			var from, to int
			if _, err := fmt.Sscanf(removes, "%d-%d", &from, &to); err != nil {
				m.Fatal(err)
			}
			text, caret = append(text[:from:from], text[to:]...), from
		}
		m.checkEdit(name, string(text), caret)
	}
}

func (m *matrix) checkEdit(what, text string, caret int) {
	m.Helper()
	if start, end := m.box.selection(); m.editor.Text() != text || m.box.caret.Index != caret || start != end {
		m.Errorf("%s: %q with the caret at %d, want %q and %d", what, m.editor.Text(), m.box.caret.Index, text, caret)
	}
}

// idle tries a key that is not the text's.
func (m *matrix) idle(key string, at spot, offered int) {
	m.start(at)
	keys(m.box, key)
	m.check(key, at, at.index)
	if m.offered != offered {
		m.Errorf("%s: %d shortcuts were offered to the window, want %d", key, m.offered, offered)
	}
}

func (m *matrix) enter(at spot) {
	runes := []rune(m.scene.text)
	want := string(runes[:at.index]) + "\n" + string(runes[at.index:])
	for _, key := range []string{"Return", "shift+Return"} {
		m.start(at)
		keys(m.box, key)
		m.checkEdit(key, want, at.index+1)
	}
}

func (m *matrix) row(row sceneRow) {
	at := parseSpot(row.at)
	try := func(names, wants string, do func(name, want string)) {
		for i, want := range strings.Fields(wants) {
			do(strings.Fields(names)[i], want)
		}
	}
	move := func(key, want string) {
		if want == "=" {
			want = row.at
		}
		m.move(key, at, parseSpot(want))
	}
	try("Left Right Up Down Home End Prior Next", row.plain, move)
	try("ctrl+Left ctrl+Right ctrl+Home ctrl+End", row.ctrl, move)
	try("BackSpace Delete ctrl+BackSpace ctrl+Delete", row.edits, func(key, removes string) { m.edit(key, at, removes) })
	m.enter(at)
	for _, key := range strings.Fields("Up Down Prior Next Return Tab") {
		m.idle("ctrl+"+key, at, 1)
		m.idle("ctrl+shift+"+key, at, 1)
	}
	m.idle("Tab", at, 0)
	m.idle("shift+Tab", at, 0)
}

func TestEveryKeyWithEveryModifierInEveryKindOfText(t *testing.T) {
	for _, lang := range languages {
		for _, s := range keyScenes() {
			if lang == "en" && s.text == "" { // stands at the side of the interface
				s.lines = []sceneLine{{false, nil}}
			}
			for _, row := range s.rows {
				t.Run(lang+"/"+s.name+" at "+row.at, func(t *testing.T) {
					m := &matrix{T: t, scene: s}
					env := window(t, lang, theme.Options{})
					env.Shortcut = func(fyne.Shortcut) bool { m.offered++; return true }
					m.editor, m.box = edited(env, s.text, 0)
					m.row(row)
				})
			}
		}
	}
}
