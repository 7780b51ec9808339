package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"athar/gui/theme"
)

var longText = strings.Repeat("كل كلمة (word) لها مكانها في السطر 25% ", 12) + "\n" + strings.Repeat("Every word has its place ", 12)

// lowest returns how far down the lines of a paragraph reach.
func lowest(p *Paragraph) float32 {
	bottom := float32(0)
	for _, text := range p.letters.sheet.Objects {
		bottom = max(bottom, text.Position().Y+text.Size().Height)
	}
	return bottom
}

func TestAParagraphInAScrollShowsAllItsLinesAtEveryWidth(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		p, after := NewParagraph(env, longText, StyleBody), block(10, 10)
		column := Column(p, after)
		scroll := Scroll(Pad(8, NewCard(env, "", column)))
		show(env, scroll, 700, 200)
		for _, width := range []float32{700, 300, 180, 900, 250} {
			env.Window.Resize(fyne.NewSize(width, 200))
			lines := p.layout().Lines()
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
			const blank = 4 // hangs over the end of a line
			if text, left, right := p.letters.painted(p.Size().Width); left < -blank || right < -blank {
				t.Errorf("width %v: the lines go beyond it by %v and %v: %q", width, left, right, text)
			}
		}
	})
}

func TestAParagraphIsAlignedByItsOwnDirection(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		p := NewParagraph(env, "عربي\nEnglish\n123", StyleBody)
		show(env, p, 300, 200)
		for i, atLeft := range []bool{false, true, !env.RTL()} {
			line := p.letters.sheet.Objects[i]
			edge := line.Position().X
			if !atLeft {
				edge += line.Size().Width - 300
			}
			if !near(edge, 0) {
				t.Errorf("line %d stands at %v", i, line.Position())
			}
		}
	})
}

func TestOnlyTheSpansOfAParagraphAreBold(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	p := NewParagraphSpans(env, "حملة 2026 للمياه", StyleBody, Span{Start: 5, End: 9})
	show(env, p, 300, 60)
	bold := func() string {
		var all string
		for _, o := range p.letters.sheet.Objects {
			if text := o.(*canvas.Text); text.TextStyle.Bold {
				all += text.Text
			}
		}
		return all
	}
	if got := bold(); got != "2026" {
		t.Errorf("%q is bold", got)
	}
	if p.SetSpans("a bc", Span{Start: 2, End: 4}); bold() != "bc" {
		t.Errorf("%q is bold", bold())
	}
	if p.SetText("a bc"); bold() != "" {
		t.Errorf("%q is still bold", bold())
	}
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
	before := p.layout().Lines()
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Options{Variant: theme.Light, TextScale: 2}))
	if got := p.layout().Lines(); got <= before {
		t.Errorf("%d lines at twice the size, %d before", got, before)
	}
	if got := lowest(p); got > p.Size().Height+0.6 {
		t.Errorf("the lines reach to %v in a height of %v", got, p.Size().Height)
	}
}
