package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/theme"
)

var longText = strings.Repeat("كل كلمة (word) لها مكانها في السطر 25% ", 12) + "\n" + strings.Repeat("Every word has its place ", 12)

// lowest returns how far down the lines of a paragraph reach.
func lowest(p *Paragraph) float32 {
	last := p.shown[len(p.shown)-1]
	return last.Position().Y + last.Size().Height
}

func TestAParagraphInAScrollShowsAllItsLinesAtEveryWidth(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		p, after := NewParagraph(env, longText, StyleBody), block(10, 10)
		column := Column(p, after)
		scroll := Scroll(Pad(8, NewCard(env, "", column)))
		show(env, scroll, 700, 200)
		for _, width := range []float32{700, 300, 180, 900, 250} {
			env.Window.Resize(fyne.NewSize(width, 200))
			lines := len(p.shown)
			if got := lowest(p); got > p.Size().Height+0.6 {
				t.Errorf("width %v: %d lines reach to %v in a height of %v", width, lines, got, p.Size().Height)
			}
			if after.Position().Y < lowest(p) {
				t.Errorf("width %v: what follows stands at %v, on the lines", width, after.Position().Y)
			}
			bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(after).Y + 10
			if scroll.Content.Size().Height < bottom {
				t.Errorf("width %v: %v is out of the scroller's reach", width, bottom)
			}
			for _, line := range p.shown {
				if w := StyleBody.face().measure(line.Text); w > p.Size().Width+0.6 {
					t.Errorf("width %v: a line is %v wide", width, w)
				}
			}
		}
	})
}

func TestAParagraphIsAlignedByItsOwnDirection(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		p := NewParagraph(env, "عربي\nEnglish\n123", StyleBody)
		show(env, p, 300, 200)
		neutral := fyne.TextAlignLeading
		if env.RTL() {
			neutral = fyne.TextAlignTrailing
		}
		for i, want := range []fyne.TextAlign{fyne.TextAlignTrailing, fyne.TextAlignLeading, neutral} {
			if got := p.shown[i].Alignment; got != want {
				t.Errorf("line %d is aligned %v, want %v", i, got, want)
			}
		}
	})
}

func TestAParagraphSaysItsLogicalText(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	p := NewParagraph(env, mixedArabic, StyleBody)
	if got := p.AccessibilityLabel(); got != mixedArabic {
		t.Errorf("it says %q", got)
	}
	p.SetText("")
	if got := p.MinSize().Height; !near(got, StyleBody.face().lineHeight()) {
		t.Errorf("an empty paragraph is %v high, want one line", got)
	}
}

func TestAParagraphWrapsAnewForLargerText(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	p := NewParagraph(env, longText, StyleBody)
	show(env, Scroll(p), 400, 200)
	before := len(p.shown)
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Options{Variant: theme.Light, TextScale: 2}))
	if got := len(p.shown); got <= before {
		t.Errorf("%d lines at twice the size, %d before", got, before)
	}
	if got := lowest(p); got > p.Size().Height+0.6 {
		t.Errorf("the lines reach to %v in a height of %v", got, p.Size().Height)
	}
}
