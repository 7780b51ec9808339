package main

import "testing"

// TestErasingTakesTheLastMarkBackwardAndTheWholeLetterForward so that a wrong
// mark can be mended without its letter.
func TestErasingTakesTheLastMarkBackwardAndTheWholeLetterForward(t *testing.T) {
	bothWays(t, func(t *testing.T, w *writer) {
		const marked = "ب\u0651\u064eت" // beh with shadda and fatha, teh
		w.fill("core_ar", marked)
		for _, left := range []string{"بَّ", "بّ", "ب", ""} {
			w.press(keyBackSpace)
			w.reads(left)
		}
		w.fill("core_ar", marked)
		w.press(keyHome)
		w.press(keyDelete)
		w.reads("ت")
		w.fill("core_ar", "لا") // one key, one shape, two letters
		w.press(keyBackSpace)
		w.reads("ل")
		w.fill("core_ar", "لا")
		w.press(keyHome)
		w.press(keyDelete)
		w.reads("ا")
		w.fill("core_en", "one اثنان ثلاثة")
		w.press(keyCtrl, keyBackSpace)
		w.reads("one اثنان ")
	})
}

// TestTheArrowKeysGoWhereTheyPoint across letters of both directions, and Home
// and End are where the line begins and ends for its reader.
func TestTheArrowKeysGoWhereTheyPoint(t *testing.T) {
	bothWays(t, func(t *testing.T, w *writer) {
		for _, line := range []struct {
			field, text string
			forward     byte
			way         float32 // of the reader: -1 to the left
			third, last string  // the text after a letter in two places
		}{
			{"core_ar", "سلام abc", keyLeft, -1, "سلدام abc", "سلدام abكc"},
			{"core_en", "abc سلام", keyRight, +1, "abدc سلام", "abدc سلكام"},
		} {
			w.fill(line.field, line.text)
			w.arabicKeys()
			w.press(keyHome)
			e := w.look()
			w.until("the caret at the start", func() bool {
				e = w.look()
				left, right := e.ends()
				return line.way < 0 && abs(e.Caret.Left-right) < 3 || line.way > 0 && abs(e.Caret.Left-left) < 3
			})
			for range []rune(line.text) {
				before := e.Caret.Left
				w.press(line.forward)
				w.until("the caret further on", func() bool { e = w.look(); return e.Caret.Left != before })
				if (e.Caret.Left-before)*line.way < 0 {
					t.Fatalf("in %q the key leads from %v to %v", line.text, before, e.Caret.Left)
				}
			}
			end := e.Caret.Left
			w.press(keyHome)
			w.until("the caret away from the end", func() bool { return abs(w.look().Caret.Left-end) > 1 })
			w.press(keyEnd)
			w.until("the caret at the same end", func() bool { return abs(w.look().Caret.Left-end) < 1 })

			w.press(keyHome)
			w.times(2, line.forward)
			w.types("د")
			w.reads(line.third)
			w.press(keyHome)
			w.times(7, line.forward)
			w.types("ك")
			w.reads(line.last)
		}
	})
}

// TestWhatIsSelectedAcrossDirectionsIsWhatIsReadBetweenItsEnds however it lies in
// the line; typing takes its place.
func TestWhatIsSelectedAcrossDirectionsIsWhatIsReadBetweenItsEnds(t *testing.T) {
	bothWays(t, func(t *testing.T, w *writer) {
		for _, line := range []struct {
			field, text              string
			forward, backward        byte
			chosen, replaced, behind string
		}{
			{"core_ar", "سلام abc", keyLeft, keyRight, "سلام ab", "نc", "نx"},
			{"core_en", "abc سلام", keyRight, keyLeft, "abc سل", "نام", "نx"},
		} {
			w.fill(line.field, line.text)
			w.press(keyHome)
			w.times(6, keyShift, line.forward) // into the last word, from its end
			w.copies(line.chosen)
			if e := w.look(); len(e.Marks) != 2 || e.marked() >= e.wide() {
				t.Errorf("the selection of %q in %q is painted as %v", line.chosen, line.text, e.Marks)
			}
			w.shot("selected-" + line.field)
			w.types("ن")
			w.reads(line.replaced)
			w.press(keyShift, keyEnd)
			w.types("x")
			w.reads(line.behind)
			w.times(2, keyCtrl, keyShift, line.backward)
			w.copies(line.behind)
		}
	})
}

// TestTheKeysOfCommandsWorkOnAnArabicKeyboard where another letter is printed on
// each of them, and text goes from one language's field into the other's.
func TestTheKeysOfCommandsWorkOnAnArabicKeyboard(t *testing.T) {
	const first, second = "أهلًا وسهلًا 25%", "Hello, لا World!"
	bothWays(t, func(t *testing.T, w *writer) {
		w.fill("core_ar", first)
		w.fill("core_en", second)
		w.arabicKeys()
		w.press(keyCtrl, keyA)
		w.copies(second)
		w.in("core_ar")
		w.press(keyEnd)
		w.press(keyCtrl, keyV)
		w.reads(first + second)
		w.press(keyCtrl, keyA)
		w.press(keyCtrl, keyX)
		w.clipboard(first + second)
		w.reads("")
		w.in("core_en")
		w.press(keyCtrl, keyA)
		w.press(keyCtrl, keyV)
		w.reads(first + second)

		w.in("action_ar")
		w.press(keyCtrl, keyV)
		w.reads(first + second)
		w.press(keyCtrl, keyZ)
		w.reads("")
		w.press(keyCtrl, keyY)
		w.reads(first + second)

		w.paste("ﻻ\r\ncafe\u0301") // as another program may send it
		w.reads(first + second + "لا\ncafé")
		if got := w.finish(); got.Core["en"] != first+second || got.Action["ar"] != first+second+"لا\ncafé" || got.Core["ar"] != "" {
			t.Errorf("the store has %+v", got)
		}
	})
}

// paste puts a text on the clipboard from outside and pastes it.
func (p *typist) paste(text string) {
	p.t.Helper()
	p.give(text)
	p.press(keyCtrl, keyV)
}

// TestTheTabKeyLeavesATextOfManyLines in the order of the language, and with
// Shift it comes back.
func TestTheTabKeyLeavesATextOfManyLines(t *testing.T) {
	bothWays(t, func(t *testing.T, w *writer) {
		own, other := w.languages()
		w.fill("core_"+own, "ab لا")
		w.press(keyTab)
		w.caretIn(w.printer.T("messages.field.core_"+other), 45)
		w.press(keyShift, keyTab)
		w.caretIn(w.printer.T("messages.field.core_"+own), 45)
		w.reads("ab لا")
	})
}

// TestTheMenuKeyOffersTheDirectionOfAText and gives it back the keyboard.
func TestTheMenuKeyOffersTheDirectionOfAText(t *testing.T) {
	bothWays(t, func(t *testing.T, w *writer) {
		at := func(right bool) {
			t.Helper()
			w.until("the letters at the other side", func() bool {
				e := w.look()
				left, end := e.ends()
				return len(e.Runs) > 0 && (left-e.Area.Left > e.Area.right()-end) == right
			})
		}
		w.fill("core_ar", "abc دال")
		at(true)
		for _, step := range []struct {
			rows  int // from the last one
			right bool
		}{{0, false}, {1, true}, {2, false}} { // left to right, right to left, as the first word is
			w.press(keyMenu)
			w.expect(w.printer.T("kit.direction_ltr"))
			w.shot("menu")
			w.press(keyEnd)
			w.times(step.rows, keyUpward)
			w.press(keyReturn)
			at(step.right)
		}
		w.press(keyMenu)
		w.expect(w.printer.T("kit.edit_select_all"))
		w.press(keyEscape)
		w.press(keyEnd)
		w.types("!")
		w.reads("abc دال!")
	})
}
