package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
	"athar/gui/typeset"
)

// marked returns what the highlights of a text are on.
func marked(b *textbox) []string {
	var all []string
	for _, h := range b.highlights {
		all = append(all, b.layout.Text(h.Start, h.End))
	}
	return all
}

func TestHighlightsStayOnTheirWords(t *testing.T) {
	for _, c := range []struct {
		name       string
		start, end int // selected
		typed      string
		want       string
	}{
		{"before", 0, 0, "و", "two"},
		{"right before", 4, 4, "x", "two"},
		{"inside", 5, 5, "س", "tسwo"},
		{"right behind", 7, 7, "x", "two"},
		{"behind", 9, 9, "x", "two"},
		{"removed before", 0, 4, "", "two"},
		{"over the start", 2, 5, "X", "wo"},
		{"over the end", 6, 9, "X", "tw"},
		{"a letter replaced", 5, 6, "X", "tXo"},
		{"all", 4, 7, "X", ""},
		{"more than all", 2, 9, "X", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			ed, b := edited(window(t, "en", theme.Options{}), "one two three", 0)
			ed.SetHighlights([]Highlight{{Start: 4, End: 7, Note: "n"}})
			b.choose(c.start, c.end)
			if c.typed == "" {
				keys(b, "Delete")
			}
			test.Type(b, c.typed)
			if got := strings.Join(marked(b), ","); got != c.want {
				t.Errorf("marks %q, want %q", got, c.want)
			}
			b.TypedShortcut(&fyne.ShortcutUndo{})
			if got := strings.Join(marked(b), ","); c.want == "two" && got != "two" {
				t.Errorf("after undo it marks %q", got)
			}
		})
	}
}

func TestHighlightsCountRunesOfTheCanonicalText(t *testing.T) {
	ed, b := edited(window(t, "en", theme.Options{}), "", 0)
	test.Type(b, "e\u0301 one\u0301\ntwo e\u0301 سَّ لا")
	text := []rune(ed.Text())
	find := func(s string) Highlight {
		at := slices.Index(text, []rune(s)[0])
		return Highlight{Start: at, End: at + len([]rune(s))}
	}
	ed.SetHighlights([]Highlight{find("لا"), find("one"[:2]), {Start: 6, End: 9}, {Start: 90, End: 99}, {Start: 3, End: 3}, {Start: -2, End: 4}})
	if got, want := marked(b), []string{"on", "two", "لا"}; !slices.Equal(got, want) {
		t.Errorf("marks %q, want %q of %q", got, want, ed.Text())
	}
	ed.SetHighlights([]Highlight{{Start: 0, End: len(text) + 5}})
	if got := marked(b); len(got) != 1 || got[0] != b.text() {
		t.Errorf("cut at the end it marks %q", got)
	}
}

func TestTextFromElsewhereLeavesHighlightsOnWhatItLeaves(t *testing.T) {
	ed, b := edited(window(t, "ar", theme.Options{}), "سلام one two", 0)
	ed.SetHighlights([]Highlight{{Start: 0, End: 4}, {Start: 9, End: 12}})
	ed.SetText("سلام one more two")
	if got, want := marked(b), []string{"سلام", "two"}; !slices.Equal(got, want) {
		t.Errorf("marks %q, want %q", got, want)
	}
}

// washed returns how many highlights are drawn, and checks that each has a line
// below its ground.
func washed(t *testing.T, b *textbox) int {
	t.Helper()
	n := 0
	for i, o := range b.sheet.Objects {
		if line, ok := o.(*canvas.Raster); ok {
			n++
			ground := b.sheet.Objects[i-1]
			if line.Position().X != ground.Position().X || line.Size().Width != ground.Size().Width || line.Size().Width <= 0 {
				t.Errorf("a line from %v, %v wide, under a ground from %v", line.Position().X, line.Size().Width, ground.Position().X)
			}
		}
	}
	return n
}

func TestOnlyHighlightsInViewAreDrawn(t *testing.T) {
	ed, b := edited(window(t, "ar", theme.Options{}), strings.Repeat(mixedArabic+"\n", 400), 0)
	var all []Highlight
	for i := range 200 {
		all = append(all, Highlight{Start: i * 94, End: i*94 + 12, Tone: Tone(i % 5), Note: "n"})
	}
	ed.SetHighlights(all)
	if n := washed(t, b); n < 3 || n > 12 {
		t.Errorf("%d are drawn of a view of 6 lines", n)
	}
	b.scrollTo(b.layout.Height())
	if n := washed(t, b); n != 0 {
		t.Errorf("%d are drawn where there are none", n)
	}
	ed.SetHighlights(nil)
	b.scrollTo(0)
	if n := washed(t, b); n != 0 {
		t.Errorf("%d are drawn after they were taken away", n)
	}
}

func TestTonesDifferWithoutColour(t *testing.T) {
	seen := map[string]Tone{}
	for tone := ToneNeutral; tone <= ToneDanger; tone++ {
		var line strings.Builder
		for y := range lineHeight {
			for x := range 24 {
				if dotted(tone, x, y) {
					line.WriteByte('#')
				} else {
					line.WriteByte('.')
				}
			}
		}
		if other, ok := seen[line.String()]; ok || !strings.Contains(line.String(), "#") {
			t.Errorf("tones %d and %d have the same line", tone, other)
		}
		seen[line.String()] = tone
	}
}

// noted shows an editor with a highlight on عالم, in a window with notes.
func noted(t *testing.T, env *Env) (*Editor, *textbox, *Notes) {
	t.Helper()
	const s = "سلام يا عالم\nsecond line of text"
	ed, notes := NewEditor(env, EditorOptions{Text: s, Rows: 6}), NewNotes(env)
	show(env, Stack(Column(ed, NewButton(env, ButtonOptions{Text: "next"})), notes), 400, 300)
	ed.SetHighlights([]Highlight{{Start: 8, End: 12, Tone: ToneWarning, Note: "كلمة A word.", Items: []MenuItem{{Label: "Earth"}}}})
	ed.Focus()
	return ed, ed.box, notes
}

// pointAt moves the mouse to the middle of a rune.
func pointAt(env *Env, b *textbox, i int) {
	r := b.layout.Selection(i, i+1)[0]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).Add(b.clip.Position())
	test.MoveMouse(env.Window.Canvas(), at.Add(b.toSheet(r.X+r.Width/2, r.Y+r.Height/2)))
}

func TestTheNoteOfAHighlightIsShownToMouseAndKeyboard(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		hint := hints(env)
		_, b, notes := noted(t, env)
		expect := func(when, want string) {
			t.Helper()
			if got := notes.AccessibilityLabel(); got != want || *hint != want {
				t.Errorf("%s: the note is %q, the hint %q, want %q", when, got, *hint, want)
			}
		}
		expect("at the start", "")
		pointAt(env, b, 9)
		expect("pointed at", "كلمة A word.")
		pointAt(env, b, 2)
		expect("pointed beside", "")
		b.place(typeset.Position{Index: 9})
		expect("with the caret", "كلمة A word.")
		press(env, fyne.KeyEscape)
		expect("dismissed", "")
		keys(b, "Left")
		expect("dismissed and moved inside", "")
		keys(b, "ctrl+Home")
		b.place(typeset.Position{Index: 10})
		expect("with the caret again", "كلمة A word.")
		env.Window.Canvas().FocusNext()
		expect("without the keyboard", "")
	})
}

func TestANoteStandsBesideItsWordsInsideTheWindow(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		_, b, notes := noted(t, env)
		b.place(typeset.Position{Index: 10})
		r := b.layout.Selection(8, 12)[0]
		at := b.toSheet(r.X, r.Y).Add(b.clip.Position())
		plate := notes.plate
		if top := plate.Position().Y; top < at.Y+r.Height || top > at.Y+r.Height+6 {
			t.Errorf("the note is at %v, the words end at %v", top, at.Y+r.Height)
		}
		if x := plate.Position().X; x < 0 || x+plate.Size().Width > 400 {
			t.Errorf("the note reaches from %v to %v", x, x+plate.Size().Width)
		}
		right, end := at.X+r.Width, plate.Position().X+plate.Size().Width
		if env.RTL() && end > right+6 || !env.RTL() && plate.Position().X > at.X+1 {
			t.Errorf("the note is from %v to %v, the words from %v to %v", plate.Position().X, end, at.X, right)
		}
		if least := notes.MinSize(); !least.IsZero() {
			t.Errorf("notes take %v", least)
		}
	})
}

func TestANoteFollowsItsWords(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	c := clocked(env)
	ed, notes := NewEditor(env, EditorOptions{Text: mixedArabic}), NewNotes(env)
	page := Scroll(Column(block(10, 50), ed, block(10, 900)))
	show(env, Stack(page, notes), 400, 300)
	ed.SetHighlights([]Highlight{{Start: 0, End: 4, Note: "n"}})
	ed.Focus()
	before := notes.plate.Position().Y
	page.ScrollToOffset(fyne.NewPos(0, 30))
	if !c.tick(lookTime) || !near(notes.plate.Position().Y, before-30) {
		t.Errorf("the note is at %v, was at %v before the page moved by 30", notes.plate.Position().Y, before)
	}
	env.Window.Canvas().Unfocus()
	if c.tick(lookTime) {
		t.Error("it is followed although there is no note")
	}
}

func TestTheMenuOfAHighlightBeginsWithItsItems(t *testing.T) {
	env := window(t, "en", theme.Options{})
	_, b, _ := noted(t, env)
	for index, want := range map[int]string{10: "Earth", 2: env.T("kit.edit_undo")} {
		b.place(typeset.Position{Index: index})
		keys(b, "Menu")
		menu := env.Window.Canvas().Focused().(*menuPopup)
		if got := menu.rows[0].item.Label; got != want {
			t.Errorf("at %d the menu begins with %q, want %q", index, got, want)
		}
		menu.close()
	}
}

// scrolled shows an editor with a highlight, on a page that is higher than the window.
func scrolled(t *testing.T) (env *Env, c *clock, page *Scroller, ed *Editor, notes *Notes) {
	t.Helper()
	env = window(t, "ar", theme.Options{})
	c = clocked(env)
	ed, notes = NewEditor(env, EditorOptions{Text: mixedArabic + strings.Repeat("\nline", 30), Rows: 4}), NewNotes(env)
	page = Follow(env, Scroll(Column(block(10, 50), ed, block(10, 900))))
	show(env, Stack(page, notes), 400, 300)
	ed.SetHighlights([]Highlight{{Start: 0, End: 4, Note: "n"}})
	return env, c, page, ed, notes
}

func TestANoteGoesWhenItsWordsGoOutOfSight(t *testing.T) {
	for name, leave := range map[string]func(env *Env, page *Scroller, ed *Editor){
		"the page is scrolled": func(_ *Env, page *Scroller, _ *Editor) { page.ScrollToOffset(fyne.NewPos(0, 200)) },
		"the text is hidden":   func(_ *Env, page *Scroller, _ *Editor) { page.Hide() },
		"the text is replaced": func(_ *Env, page *Scroller, _ *Editor) { page.Content = block(10, 900); page.Refresh() },
	} {
		t.Run(name, func(t *testing.T) {
			env, c, page, ed, notes := scrolled(t)
			hint := hints(env)
			ed.Focus()
			if notes.AccessibilityLabel() != "n" {
				t.Fatal("there is no note")
			}
			leave(env, page, ed)
			c.tick(lookTime)
			if got := notes.AccessibilityLabel(); got != "" || *hint != "" {
				t.Errorf("the note is %q, the hint %q", got, *hint)
			}
		})
	}
}

func TestANoteIsBackWithItsWords(t *testing.T) {
	_, c, page, ed, notes := scrolled(t)
	ed.Focus()
	page.ScrollToOffset(fyne.NewPos(0, 200))
	c.tick(lookTime)
	page.ScrollToOffset(fyne.NewPos(0, 0))
	keys(ed.box, "Right", "Left")
	if notes.AccessibilityLabel() != "n" {
		t.Error("the note does not come again")
	}
}

func TestTheNoteBelowThePointerGoesWhenItsWordsMoveAway(t *testing.T) {
	for name, move := range map[string]func(page *Scroller, b *textbox){
		"with the page":   func(page *Scroller, _ *textbox) { page.ScrollToOffset(fyne.NewPos(0, 20)) },
		"within the text": func(_ *Scroller, b *textbox) { b.scrollTo(10) },
		"as it is typed":  func(_ *Scroller, b *textbox) { b.setText("other words" + b.text()) },
	} {
		t.Run(name, func(t *testing.T) {
			env, c, page, ed, notes := scrolled(t)
			pointAt(env, ed.box, 2)
			if notes.AccessibilityLabel() != "n" {
				t.Fatal("there is no note")
			}
			move(page, ed.box)
			c.tick(lookTime)
			if got := notes.AccessibilityLabel(); got != "" {
				t.Errorf("the note is %q", got)
			}
			ed.SetText(mixedArabic)
			ed.SetHighlights([]Highlight{{Start: 0, End: 4, Note: "n"}})
			page.ScrollToTop()
			pointAt(env, ed.box, 1)
			if notes.AccessibilityLabel() != "n" {
				t.Error("the note does not come again")
			}
		})
	}
}
