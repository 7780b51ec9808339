package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/theme"
	"athar/gui/typeset"
)

func TestAKeyNeverSwingsBetweenTwoParagraphs(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		for _, s := range []string{
			"ab\nسل", "سل\nab", "ab\nسل\ncd", "سل\nab\nمن", "ab\n\nسل", "\nab\n", "سل\n\nab\n\nمن", "ab\n...\nسل", "\n\n",
		} {
			for _, key := range []string{"Left", "Right", "ctrl+Left", "ctrl+Right"} {
				for from := range len([]rune(s)) + 1 {
					_, b := edited(env, s, from)
					seen := map[typeset.Position]bool{}
					for was := b.caret; ; was = b.caret {
						keys(b, key)
						if b.caret == was {
							break // at rest
						}
						if seen[b.caret] {
							t.Errorf("%q from %d: %s comes to %d again", s, from, key, b.caret.Index)
							break
						}
						seen[b.caret] = true
					}
				}
			}
		}
	})
}

func TestAParagraphIsLeftTheWayItIsRead(t *testing.T) {
	for _, c := range []struct {
		text  string
		from  int
		keys  string
		caret int
	}{
		{"ab\nسل", 2, "Right", 3},               // the end leads to the start, which is at the right
		{"ab\nسل", 2, "Right Right", 3},         // and there the key rests
		{"ab\nسل", 2, "Right Left", 4},          // another goes on
		{"ab\nسل", 2, "Right Up Down Right", 2}, // other keys end the rest
		{"ab\nسل", 3, "Right", 2},               // the start leads to the end before
		{"ab\nسل", 3, "Right Right", 2},
		{"سل\nab", 2, "Left", 3},
		{"سل\nab", 2, "Left Left", 3},
		{"سل\nab", 3, "Left", 2},
		{"سل\nمن", 2, "Left Left", 4},
		{"سل\nمن", 3, "Right Right", 1},
		{"ab\n\ncd", 2, "Right Right Right", 5}, // over an empty paragraph, whatever its direction
		{"ab\n\ncd", 4, "Left Left Left", 1},
		{"سل\n\nمن", 2, "Left Left Left", 5},
		{"ab\nسل", 2, "shift+Right shift+Right", 3},
		{"ab\nسل\ncd", 2, "Right Right Right", 3}, // no paragraph is jumped over
		{"سل\nab\nمن", 2, "Left Left Left", 3},
	} {
		for _, lang := range languages {
			t.Run(fmt.Sprintf("%s/%q from %d %s", lang, c.text, c.from, c.keys), func(t *testing.T) {
				_, b := edited(window(t, lang, theme.Options{}), c.text, c.from)
				keys(b, strings.Fields(c.keys)...)
				if b.caret.Index != c.caret {
					t.Errorf("the caret is at %d, want %d", b.caret.Index, c.caret)
				}
			})
		}
	}
}

func TestAnyOtherKeyEndsTheRest(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	_, b := edited(env, "ab\nسل", 2)
	keys(b, "Right", "Right")
	b.FocusLost()
	env.Window.Canvas().Focus(b)
	keys(b, "Home", "Right")
	if b.caret.Index != 2 {
		t.Errorf("the caret is at %d, want 2", b.caret.Index)
	}
}

func TestTheMenuOpensFromKeyboardsWithoutAKeyForIt(t *testing.T) {
	env := window(t, "en", theme.Options{})
	passed := 0
	env.catchKeys(func(*fyne.KeyEvent) bool { passed++; return true })
	_, b := edited(env, mixedArabic, 0)
	keys(b, "F10")
	if passed != 1 {
		t.Error("F10 is the menu bar's")
	}
	keys(b, "shift+F10")
	if _, ok := env.Window.Canvas().Focused().(*menuPopup); !ok || passed != 1 {
		t.Errorf("%T has the keyboard", env.Window.Canvas().Focused())
	}
}
