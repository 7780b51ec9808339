package claims

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/theme"
)

var _ fyne.Widget = (*listRow)(nil)

// listRow is one claim in the list: its text over where it stands and what it is.
type listRow struct {
	kit.ListRow

	text, line  *kit.Label
	status, due *kit.Badge
	marks       *fyne.Container
}

func newListRow(env *kit.Env) *listRow {
	r := &listRow{
		text: kit.NewLabel(env, " ", kit.StyleStrong), line: kit.NewLabel(env, " ", kit.StyleCaption),
		// A badge without words takes no room: the row is made with all that it can
		// hold, so that it is high enough for it.
		status: kit.NewBadge(env, " ", kit.ToneNeutral), due: kit.NewBadge(env, " ", kit.ToneWarning),
	}
	r.marks = kit.Row(env, r.status, r.due)
	marks := kit.Stack(kit.Gap(r.due.MinSize().Height), r.marks)
	r.Content = kit.Pad(fynetheme.Size(theme.Space8), kit.ColumnTight(r.text, r.line, marks))
	r.ExtendBaseWidget(r)
	return r
}

func (r *listRow) show(w row) {
	r.text.SetText(w.Text)
	r.text.SetStyle(kit.StyleStrong)
	if w.Empty {
		r.text.SetStyle(kit.StyleMuted)
	}
	r.line.SetText(w.Line)
	r.status.Set(w.Status, w.StatusTone)
	r.due.Set(w.Due, kit.ToneWarning)
	r.marks.Refresh()
}
