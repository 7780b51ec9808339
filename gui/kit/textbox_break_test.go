package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestATextTellsTheWindowWhereAStepToUndoBegins(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		_, b := edited(env, "", 0)
		breaks := 0
		env.Break = func() { breaks++ }
		clipboard := test.NewClipboard()
		clipboard.SetContent("ثلاثة three")
		for _, step := range []struct {
			what string
			do   func()
			want int
		}{
			{"a word", func() { test.Type(b, "one") }, 1},
			{"a blank and another word", func() { test.Type(b, " اثنان") }, 1},
			{"what is pasted", func() { b.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard}) }, 1},
			{"Backspace twice", func() { keys(b, "BackSpace", "BackSpace") }, 1},
			{"a letter elsewhere", func() { keys(b, "Home"); test.Type(b, "a") }, 1},
			{"a letter where a dialog undoes on its own", func() { b.ownUndo = true; keys(b, "Home"); test.Type(b, "a") }, 0},
		} {
			breaks = 0
			step.do()
			if breaks != step.want {
				t.Errorf("%s: %d steps begin, want %d", step.what, breaks, step.want)
			}
		}
	})
}
