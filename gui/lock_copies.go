package gui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// tellCopies says below the tabs that copies are left which anybody can read.
func (w *Window) tellCopies(p Protection) {
	if n := len(p.Readable); n > 0 {
		w.banner.Tell(kit.ToneWarning, w.env.Printer.N("lock.left", n),
			kit.BannerAction{Label: w.env.T("lock.copies_show"), Do: func() { w.showCopies(p) }})
	}
}

// showCopies lists what could be read before the data was protected: what was
// removed of it, what is left, and what Athar cannot know of. Each comes with what
// the person can do.
func (w *Window) showCopies(p Protection) {
	var parts []fyne.CanvasObject
	say := func(key string, style kit.Style) {
		parts = append(parts, kit.NewParagraph(w.env, w.env.T(key), style))
	}
	if len(p.Readable) > 0 {
		parts = append(parts, w.places(w.env.Printer.N("lock.copies_left", len(p.Readable)), p.Readable))
		say("lock.copies_left_what", kit.StyleBody)
	}
	say("lock.copies_elsewhere", kit.StyleBody)
	if len(p.Removed) > 0 {
		parts = append(parts, w.places(w.env.Printer.N("lock.copies_removed", len(p.Removed)), p.Removed))
		say("lock.copies_remnants", kit.StyleMuted)
	}
	kit.ShowDialog(w.env, kit.DialogOptions{
		Title: w.env.T("lock.copies_title"), Content: kit.Column(parts...), Cancel: w.env.T("help.close"),
		MinSize: fyne.NewSize(fynetheme.Size(theme.SizeTextColumn), 0),
	})
}

// places lists files and folders under what they have in common. They can be
// copied, to be looked for.
func (w *Window) places(heading string, paths []string) fyne.CanvasObject {
	rows := []fyne.CanvasObject{kit.NewParagraph(w.env, heading, kit.StyleStrong)}
	for _, path := range paths {
		rows = append(rows, kit.NewParagraph(w.env, i18n.Island(path), kit.StyleMuted).Selectable())
	}
	return kit.ColumnTight(rows...)
}
