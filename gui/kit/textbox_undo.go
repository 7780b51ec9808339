package kit

import (
	"unicode"
	"unicode/utf8"

	"athar/gui/typeset"
)

// editing is how a text was changed. Changes of one kind that go on where the
// last one ended are undone together.
type editing int

const (
	editOnce     editing = iota // pasted, cut: stands alone
	editTyped                   // a character
	editBackward                // Backspace
	editForward                 // Delete
)

// edit is a change of a text and the way back.
type edit struct {
	how               editing
	at                int // in runes
	removed, inserted string
	// The caret and the other end of the selection before the change.
	caret  typeset.Position
	anchor int
}

// history is what can be undone and redone, the latest last.
type history struct {
	done, undone []edit
	paused       bool // the next change begins a new group
}

// maxEdits bounds the memory of a text that is open all day.
const maxEdits = 500

// pause makes the next change one that is undone on its own.
func (h *history) pause() { h.paused = true }

// add takes note of a change and reports whether it is one that is undone on its
// own.
func (h *history) add(e edit) (fresh bool) {
	h.undone = nil
	if n := len(h.done); n > 0 && !h.paused && h.done[n-1].absorb(e) {
		return false
	}
	h.paused = false
	if h.done = append(h.done, e); len(h.done) > maxEdits {
		h.done = append([]edit(nil), h.done[1:]...)
	}
	return true
}

// absorb makes next a part of e if they are undone together, and reports whether
// they are.
func (e *edit) absorb(next edit) bool {
	if e.how != next.how {
		return false
	}
	switch e.how {
	case editTyped:
		if next.removed != "" || next.at != e.at+utf8.RuneCountInString(e.inserted) || beginsWord(e.inserted, next.inserted) {
			return false
		}
		e.inserted += next.inserted
	case editBackward:
		if next.at+utf8.RuneCountInString(next.removed) != e.at {
			return false
		}
		e.at, e.removed = next.at, next.removed+e.removed
	case editForward:
		if next.at != e.at {
			return false
		}
		e.removed += next.removed
	default:
		return false
	}
	return true
}

// beginsWord reports whether typing goes on with a new word.
func beginsWord(before, typed string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(typed)
	return unicode.IsSpace(last) && !unicode.IsSpace(first)
}

// breakStep tells the window where its steps end, so that it undoes as much at once
// as the text does on its own.
func (b *textbox) breakStep() {
	if !b.ownUndo && b.env.Break != nil {
		b.env.Break()
	}
}

// Typing returns the text in which the caret stands. ok says that there is one.
func (e *Env) Typing() (text string, ok bool) {
	if b, ok := e.Window.Canvas().Focused().(*textbox); ok {
		return b.words.text(), true
	}
	return "", false
}

// undo takes the last change back.
func (b *textbox) undo() {
	n := len(b.past.done)
	if n == 0 || !b.editable() {
		return
	}
	e := b.past.done[n-1]
	b.past.done, b.past.undone = b.past.done[:n-1], append(b.past.undone, e)
	b.past.pause()
	b.breakStep()
	b.change(e.at, e.at+utf8.RuneCountInString(e.inserted), e.removed)
	b.after(e.caret, e.anchor)
}

// redo makes the change again that was undone last.
func (b *textbox) redo() {
	n := len(b.past.undone)
	if n == 0 || !b.editable() {
		return
	}
	e := b.past.undone[n-1]
	b.past.undone, b.past.done = b.past.undone[:n-1], append(b.past.done, e)
	b.past.pause()
	b.breakStep()
	b.change(e.at, e.at+utf8.RuneCountInString(e.removed), e.inserted)
	end := e.at + utf8.RuneCountInString(e.inserted)
	b.after(typeset.Position{Index: end, Affinity: typeset.Upstream}, end)
}
