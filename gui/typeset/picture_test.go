package typeset_test

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/assets"
	"athar/domain/text/bidi"
	"athar/gui/theme"
	"athar/gui/typeset"
)

// paintLayout draws a layout as an editor would: the selection, a canvas.Text for each run,
// and the caret.
func paintLayout(t *testing.T, l *typeset.Layout, from, to int, caret typeset.Position) image.Image {
	t.Helper()
	look := theme.New(theme.Options{Variant: theme.Light})
	test.NewTempApp(t).Settings().SetTheme(look)
	page := canvas.NewRectangle(color.White)
	page.Resize(fyne.NewSize(l.Params().Width, l.Height()))
	content := container.NewWithoutLayout(page)
	add := func(c color.Color, x, y, width, height float32) {
		box := canvas.NewRectangle(c)
		box.Move(fyne.NewPos(x, y))
		box.Resize(fyne.NewSize(width, height))
		content.Add(box)
	}
	for _, r := range l.Selection(from, to) {
		add(color.NRGBA{0xA0, 0xC8, 0xFF, 0xFF}, r.X, r.Y, r.Width, r.Height)
	}
	for i := range l.Lines() {
		line := l.Line(i)
		for _, run := range line.Runs {
			text := canvas.NewText(run.Text, color.Black)
			text.TextSize = l.Params().Size
			text.TextStyle.Bold = run.Face == typeset.FaceBold
			if run.Face >= typeset.FaceFallback {
				text.FontSource = fynetheme.DefaultEmojiFont()
			}
			text.Resize(text.MinSize())
			text.Move(fyne.NewPos(line.X+run.X, line.Top+run.Y))
			content.Add(text)
		}
	}
	at := l.Caret(caret)
	add(color.NRGBA{0xD0, 0, 0, 0xFF}, at.X-1, at.Top, 2, at.Height)
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(content)
	c.Resize(page.Size())
	return software.RenderCanvas(c, look)
}

func TestALayoutIsPaintedAsItIsRead(t *testing.T) {
	fonts, err := typeset.NewFonts(assets.FontRegular, assets.FontBold, fynetheme.DefaultEmojiFont().Content())
	if err != nil {
		t.Fatal(err)
	}
	text := "نسبة التفاعل 4.5% في Facebook لعام 2025 (تقرير)، والهدف: 5,000 توقيع (بحلول 30/06/2026) عبر WhatsApp! 😀\n" +
		"Hello عالم 123 test. The word (سلام) means “peace”.\n" +
		"حَمْلَةُ المِيَاهِ (لِلأُسَرِ) [السلام] «لا» {x}\nبتنبتن\n\n1.\tماء\tWater"
	params := typeset.Params{Size: 20, Width: 420, Fallback: bidi.RTL}
	l := typeset.New(fonts, params, text, typeset.Span{Start: 13, End: 29}, typeset.Span{Start: 208, End: 211})
	test.AssertImageMatches(t, "layout.png", paintLayout(t, l, 20, 60, typeset.Position{Index: 110}))
}
