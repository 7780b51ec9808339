package main

import "testing"

// places returns where the caret stands before each letter of a text of one
// line and direction, and behind the last one.
func (w *writer) places(n int, forward byte) []float32 {
	w.t.Helper()
	w.press(keyHome)
	var e edited
	w.until("the caret at the start", func() bool {
		e = w.look()
		left, right := e.ends()
		return abs(e.Caret.Left-left) < 3 && forward == keyRight || abs(e.Caret.Left-right) < 3 && forward == keyLeft
	})
	all := []float32{e.Caret.Left}
	for range n {
		w.press(forward)
		w.until("the caret at the next letter", func() bool {
			e = w.look()
			return abs(e.Caret.Left-all[len(all)-1]) > 0.5
		})
		all = append(all, e.Caret.Left)
	}
	return all
}

// TestAPressPutsTheCaretWhereItPoints in text of either direction, and a drag
// selects what it passes.
func TestAPressPutsTheCaretWhereItPoints(t *testing.T) {
	bothWays(t, func(t *testing.T, w *writer) {
		for _, line := range []struct {
			field, text     string
			forward         byte
			letter, typed   string
			dragged, behind string
		}{
			{"core_ar", "مدرستنا", keyLeft, "د", "مددرستنا", "رست", "مددكنا"},
			{"core_en", "schools", keyRight, "d", "scdhools", "hoo", "scdكls"},
		} {
			w.fill(line.field, line.text)
			e := w.look()
			y := e.Caret.middle()
			at := w.places(len([]rune(line.text)), line.forward)
			w.clicks(1, at[2], y)
			w.until("the caret under the pointer", func() bool { return abs(w.look().Caret.Left-at[2]) < 1 })
			w.types(line.letter)
			w.reads(line.typed)

			at = w.places(len([]rune(line.typed)), line.forward)
			w.drag(at[3], y, at[6], y)
			w.copies(line.dragged)
			w.shot("dragged-" + line.field)
			w.types("ك")
			w.reads(line.behind)
		}
	})
}

// TestTwoPressesChooseAWordAndThreeAParagraph without the comma beside the word.
func TestTwoPressesChooseAWordAndThreeAParagraph(t *testing.T) {
	bothWays(t, func(t *testing.T, w *writer) {
		const text = "مدرستنا، schools؟\nثانية second"
		e := w.fill("core_ar", text)
		w.press(keyCtrl, keyHome)
		w.until("the caret in the first line", func() bool { e = w.look(); return e.Caret.Top < e.Runs[len(e.Runs)-1].Top })
		word, y := e.Runs[0], e.Caret.middle()
		for _, r := range e.Runs { // the one furthest to the right begins with the first word
			if abs(r.middle()-y) < r.Height/2 && r.Left > word.Left {
				word = r
			}
		}
		w.chooses("مدرستنا", 2, word.right()-15, y)
		w.shot("word")
		w.types("بيتنا")
		w.reads("بيتنا، schools؟\nثانية second")
		w.chooses("ثانية second", 3, word.right()-15, y+word.Height)
		w.types("2")
		w.reads("بيتنا، schools؟\n2")
	})
}
