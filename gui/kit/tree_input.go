package kit

import (
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"athar/domain/text"
)

// treePause ends a word that is typed to find a row.
const treePause = time.Second

// chosen is told that the person went to a row.
func (t *Tree) chosen(i int) {
	t.selected = t.flat[i].id
	if t.o.OnSelected != nil {
		t.o.OnSelected(t.selected)
	}
}

func (t *Tree) activate(i int) {
	if t.o.OnActivated != nil {
		t.o.OnActivated(t.flat[i].id)
		return
	}
	t.toggle(t.flat[i].id)
}

// toggle is SetOpen by the person.
func (t *Tree) toggle(id string) {
	if !t.o.HasChildren(id) {
		return
	}
	moved := t.open[id] && t.takeOut(id)
	t.SetOpen(id, !t.open[id])
	if moved && t.o.OnSelected != nil {
		t.o.OnSelected(id)
	}
}

// key opens, closes and goes up and down the levels.
func (t *Tree) key(ev *fyne.KeyEvent) bool {
	i := t.rows.current
	switch ev.Name {
	case t.env.forward():
		t.goIn(i)
	case t.env.backward():
		t.goOut(i)
	case fyne.KeySpace:
		return t.typing() // then it is a letter
	default:
		return false
	}
	return true
}

// goIn opens a node, or goes to the first one below it.
func (t *Tree) goIn(i int) {
	switch {
	case len(t.flat) == 0:
	case i < 0:
		t.rows.choose(0)
	case !t.o.HasChildren(t.flat[i].id):
	case !t.open[t.flat[i].id]:
		t.toggle(t.flat[i].id)
	case i+1 < len(t.flat) && t.flat[i+1].parent == i:
		t.rows.choose(i + 1)
	}
}

// goOut closes a node, or goes to the one that it lies in.
func (t *Tree) goOut(i int) {
	switch {
	case i < 0:
	case t.open[t.flat[i].id] && t.o.HasChildren(t.flat[i].id):
		t.toggle(t.flat[i].id)
	case t.flat[i].parent >= 0:
		t.rows.choose(t.flat[i].parent)
	}
}

// typing reports whether a word is being typed.
func (t *Tree) typing() bool { return t.typed != "" && t.now().Sub(t.last) < treePause }

// letter goes to the next row that begins with the word typed so far.
func (t *Tree) letter(r rune) {
	switch {
	case t.typing():
	case r == '*':
		if i := t.rows.current; i >= 0 {
			t.OpenAll(t.flat[i].id)
		}
		return
	case r == ' ':
		return // that was a press on the row
	default:
		t.typed = ""
	}
	t.typed += string(r)
	t.last = t.now()
	word := text.Fold(t.typed)
	first, size := utf8.DecodeRuneInString(word)
	if size == 0 {
		return
	}
	from := t.rows.current // a longer word may still be the one of this row
	if size == len(word) {
		from++
	}
	if t.goToWord(word, from) || strings.Trim(word, string(first)) != "" {
		return
	}
	t.goToWord(string(first), t.rows.current+1) // the same letter again: the next row
}

// goToWord chooses the next row from a row on that begins with a folded word, and
// reports whether there is one.
func (t *Tree) goToWord(word string, from int) bool {
	for k := range t.flat {
		i := (max(from, 0) + k) % len(t.flat)
		if strings.HasPrefix(text.Fold(t.o.Label(t.flat[i].id)), word) {
			t.rows.choose(i)
			return true
		}
	}
	return false
}
