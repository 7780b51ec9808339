package gui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// showCode shows a new recovery code, the only time that it is shown, until the
// person has typed the end of it from where they keep it, or puts that off; then
// it goes on with next.
func (w *Window) showCode(code string, next func()) {
	env := w.env
	last := code[strings.LastIndex(code, "-")+1:]
	var dialog *kit.Dialog
	told := kit.NewLabel(env, "", kit.StyleMuted)
	typed := kit.NewField(env, kit.FieldOptions{OwnUndo: true, MaxRunes: 2 * len(last), OnChanged: func(s string) {
		has := sameGroup(s, last)
		dialog.SetAcceptEnabled(has, env.T("lock.code_type"))
	}})
	button := func(key string, do func()) fyne.CanvasObject {
		return kit.NewButton(env, kit.ButtonOptions{Text: env.T(key), OnTapped: do})
	}
	dialog = kit.ShowDialog(env, kit.DialogOptions{
		Title: env.T("lock.code_title"),
		Content: kit.Column(
			sentences(w.env, "lock.code_what", "lock.code_keep"),
			kit.NewParagraph(env, codeOnShow(code), kit.StyleTitle).Selectable(),
			kit.Flow(env,
				button("lock.code_copy", func() { env.ToClipboard(code); told.SetText(env.T("lock.code_copied")) }),
				button("lock.code_save", func() { w.saveCode(code, told) })),
			told,
			kit.NewFormItem(env, env.T("lock.code_check"), env.T("lock.code_check_help"), typed),
		),
		Accept: env.T("lock.code_accept"), Cancel: env.T("lock.code_later"),
		MinSize: fyne.NewSize(fynetheme.Size(theme.SizeTextColumn), 0),
		OnAccept: func() bool {
			w.say(env.T("lock.protected"))
			dialog.Close()
			next()
			return false // closed already; what is open now comes next
		},
		OnCancel: func() {
			w.banner.Tell(kit.ToneWarning, env.T("lock.no_code"))
			next()
		},
	})
	dialog.SetAcceptEnabled(false, env.T("lock.code_type"))
	typed.Focus()
}

// codeOnShow returns the groups of a code, wide apart. They read from left to
// right in every language.
func codeOnShow(code string) string {
	return i18n.Island(strings.ReplaceAll(code, "-", "   "))
}

// sameGroup reports whether somebody typed a group of a code, whatever the case.
// A letter that the code does not have is the digit that looks like it.
func sameGroup(typed, group string) bool {
	return strings.NewReplacer("O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(strings.TrimSpace(typed))) == group
}

// saveCode writes the code into a file that can be printed or put on a stick.
func (w *Window) saveCode(code string, told *kit.Label) {
	kit.ChooseFiles(w.env, kit.ChooserOptions{
		Title: w.env.T("lock.code_save_title"), Save: true, Extensions: []string{".txt"}, FileName: w.env.T("lock.code_file") + ".txt",
		OnChosen: func(paths []string) {
			text := w.env.T("lock.code_text", "code", code, "date", w.env.Printer.Date(w.deps.Session.Now())) + "\n"
			var err error
			w.deps.Run.Background(func() { err = w.deps.WriteFile(paths[0], []byte(text)) }, func() {
				w.report(err)
				if err == nil {
					told.SetText(w.env.T("lock.code_saved", "file", i18n.Island(filepath.Base(paths[0]))))
				}
			})
		},
	})
}
