package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"athar/assets"
	"athar/gui/i18n"
	"athar/gui/theme"
)

// A keystroke in a short text and in a long one, with all that follows from it
// but the painting of the window.
func BenchmarkKeystroke(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Options{}))
	catalog, err := i18n.Load(assets.Locale, "locale", "ar")
	if err != nil {
		b.Fatal(err)
	}
	for name, times := range map[string]int{"500": 10, "20000": 400} {
		b.Run(name, func(b *testing.B) {
			env := &Env{Printer: i18n.NewPrinter(catalog, i18n.Western), Window: test.NewTempWindow(b, nil)}

			ed := NewEditor(env, EditorOptions{Text: strings.Repeat(mixedArabic+"\n", times), Rows: 20, OnChanged: func(string) {}})
			show(env, Column(ed), 600, 600)
			ed.Focus()
			letters := []rune("سلام one 12 ")
			for i := 0; b.Loop(); i++ {
				ed.box.TypedRune(letters[i%len(letters)])
				if i%200 == 199 {
					ed.SetText(strings.Repeat(mixedArabic+"\n", times))
				}
			}
		})
	}
}
