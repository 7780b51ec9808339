package kit

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"athar/assets"
	"athar/gui/i18n"
	"athar/gui/theme"
	"athar/gui/typeset"
)

// A keystroke in the middle of a text, in an editor as the messages have it. p50
// and p95 are from the key to the picture: the text changed, laid out, told to
// OnChanged in canonical form, and what the key changed in view drawn by the
// software painter. That is what a frame of the real window costs as well, for
// it keeps the pictures of texts that stay as they are. window-p95 is with all of
// the window drawn anew, which the software painter does without being asked to;
// it is the painter's own pace, and the same for every length of text.
func BenchmarkKeystroke(b *testing.B) {
	for _, c := range []struct {
		name       string
		runes      int
		paragraphs bool
		highlights int
	}{
		{"500", 500, true, 0},
		{"20000", 20_000, true, 0},
		{"20000-with-200-highlights", 20_000, true, 200},
		{"20000-in-one-paragraph", 20_000, false, 0},
	} {
		b.Run(c.name, func(b *testing.B) {
			t := newTypist(b, manuscript(c.runes, c.paragraphs), c.highlights)
			var drawn, window []time.Duration
			b.ReportAllocs()
			for b.Loop() {
				began := time.Now()
				t.key()
				t.drawChanges()
				drawn = append(drawn, time.Since(began))
				b.StopTimer()
				t.env.Window.Canvas().Capture()
				window = append(window, time.Since(began))
				b.StartTimer()
			}
			b.ReportMetric(quantile(drawn, 0.50), "p50-ms")
			b.ReportMetric(quantile(drawn, 0.95), "p95-ms")
			b.ReportMetric(quantile(window, 0.95), "window-p95-ms")
			b.ReportMetric(testing.AllocsPerRun(40, t.key), "key-allocs/op")
		})
	}
}

// manuscript returns so many runes of both languages, in paragraphs of about 130
// runes or in one.
func manuscript(runes int, paragraphs bool) string {
	end := " "
	if paragraphs {
		end = "\n"
	}
	paragraph := mixedArabic + " " + mixedEnglish + " الهدف: 5,000 توقيع (بحلول 30/06/2026) عبر WhatsApp!" + end
	s := []rune(strings.Repeat(paragraph, runes/len([]rune(paragraph))+1))
	return string(s[:runes])
}

// quantile returns what the given share of times stays below, in milliseconds.
func quantile(times []time.Duration, share float64) float64 {
	slices.Sort(times)
	return float64(times[int(share*float64(len(times)-1))].Microseconds()) / 1000
}

// typist types letters and takes them away again.
type typist struct {
	env   *Env
	box   *textbox
	keys  int
	heard int
	shown map[paintedText]bool
}

type paintedText struct {
	text string
	at   fyne.Position
}

func newTypist(b *testing.B, s string, highlights int) *typist {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Options{}))
	catalog, err := i18n.Load(assets.Locale, "locale", "ar")
	if err != nil {
		b.Fatal(err)
	}
	t := &typist{env: &Env{Printer: i18n.NewPrinter(catalog, i18n.Western), Window: test.NewTempWindow(b, nil)}}
	ed := NewEditor(t.env, EditorOptions{Text: s, Rows: 4, OnChanged: func(s string) { t.heard += len(s) }})
	show(t.env, Column(ed), 400, 120)
	ed.Focus()
	marks := make([]Highlight, highlights)
	for i := range marks {
		marks[i] = Highlight{Start: i * len([]rune(s)) / highlights, Tone: ToneWarning, Note: "note"}
		marks[i].End = marks[i].Start + 12
	}
	ed.SetHighlights(marks)
	t.box = ed.box
	middle := t.box.layout.Len() / 2
	if start, _ := t.box.layout.ParagraphAt(middle); start > 0 {
		middle = start + 20 // in its first line, so all of the paragraph is wrapped anew
	}
	t.box.place(typeset.Position{Index: middle})
	t.drawChanges()
	return t
}

// key types one of twenty letters, or takes the last one away.
func (t *typist) key() {
	if t.keys++; t.keys%40 <= 20 {
		t.box.TypedRune([]rune("سلام one 12 ")[t.keys%12])
		return
	}
	keys(t.box, "BackSpace")
}

// drawChanges paints the runs that are not where they were.
func (t *typist) drawChanges() {
	shown := map[paintedText]bool{}
	var changed []fyne.CanvasObject
	low, high := t.box.view.Height, float32(0)
	for _, o := range t.box.sheet.Objects {
		text, ok := o.(*canvas.Text)
		if !ok {
			continue
		}
		p := paintedText{text.Text, text.Position()}
		if shown[p] = true; !t.shown[p] {
			changed = append(changed, o)
			low, high = min(low, p.at.Y), max(high, p.at.Y+text.Size().Height)
		}
	}
	t.shown = shown
	sheet := container.NewWithoutLayout(append(changed, t.box.beam)...)
	sheet.Move(fyne.NewPos(0, -low))
	c := software.NewCanvas()
	c.SetContent(container.NewWithoutLayout(sheet))
	c.SetPadded(false)
	c.Resize(fyne.NewSize(t.box.view.Width, max(high-low, 1)))
	c.Capture()
}
