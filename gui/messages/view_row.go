package messages

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/theme"
)

var _ fyne.Widget = (*listRow)(nil)

// listRow is one message in the list: its title over how far it is and what it
// lacks.
type listRow struct {
	kit.ListRow

	title    *kit.Label
	status   *kit.Badge
	segments *kit.Label
	unlinked *kit.Badge
	over     *kit.Badge
	findings *kit.Label
	line     *fyne.Container
	said     *fyne.Container // what there is to say
}

func newListRow(env *kit.Env) *listRow {
	r := &listRow{
		title:  kit.NewLabel(env, " ", kit.StyleStrong),
		status: kit.NewBadge(env, " ", kit.ToneNeutral),
		// A badge without words takes no room: the row is made with all that it
		// can hold, so that it is high enough for it.
		segments: kit.NewLabel(env, " ", kit.StyleCaption),
		unlinked: kit.NewBadge(env, " ", kit.ToneWarning),
		over:     kit.NewBadge(env, " ", kit.ToneDanger),
		findings: kit.NewLabel(env, " ", kit.StyleCaption),
	}
	// What there is to say has a line of its own: three badges in one are too many
	// for large text.
	r.line = kit.Row(env, r.status, r.segments, r.unlinked)
	r.said = kit.Row(env, r.over, r.findings)
	r.Content = kit.Pad(fynetheme.Size(theme.Space8), kit.ColumnTight(r.title, r.line, r.said))
	r.ExtendBaseWidget(r)
	return r
}

func (r *listRow) show(w row) {
	r.title.SetText(w.Title)
	r.title.SetStyle(kit.StyleStrong)
	if w.Untitled {
		r.title.SetStyle(kit.StyleMuted)
	}
	r.status.Set(w.Status, w.StatusTone)
	r.segments.SetText(w.Segments)
	kit.SetVisible(r.segments, w.Segments != "")
	r.unlinked.Set(w.Unlinked, kit.ToneWarning)
	r.over.Set(w.Over, kit.ToneDanger)
	r.findings.SetText(w.Findings)
	kit.SetVisible(r.findings, w.Findings != "")
	r.line.Refresh()
	r.said.Refresh()
}
