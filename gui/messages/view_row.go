package messages

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/theme"
)

var _ fyne.Widget = (*listRow)(nil)

// listRow is one message in the list: its title over how far it is, and where it goes.
type listRow struct {
	kit.ListRow

	title    *kit.Label
	status   *kit.Badge
	segments *kit.Label
	unlinked *kit.Badge
	mend     *kit.Badge
	where    *kit.Label
	head     *fyne.Container
	line     *fyne.Container
}

func newListRow(env *kit.Env) *listRow {
	r := &listRow{
		title:  kit.NewLabel(env, " ", kit.StyleStrong),
		status: kit.NewBadge(env, " ", kit.ToneNeutral),
		// A badge without words takes no room: the row is made with all that it
		// can hold, so that it is high enough for it.
		segments: kit.NewLabel(env, " ", kit.StyleCaption),
		unlinked: kit.NewBadge(env, " ", kit.ToneWarning),
		mend:     kit.NewBadge(env, " ", kit.ToneDanger),
		where:    kit.NewLabel(env, " ", kit.StyleCaption),
	}
	// What must be mended stands by the title: three badges in one line are too
	// many for large text.
	r.head = kit.Row(env, r.title, kit.Spacer(), r.mend)
	r.line = kit.Row(env, r.status, r.segments, r.unlinked)
	r.Content = kit.Pad(fynetheme.Size(theme.Space8), kit.ColumnTight(r.head, r.line, r.where))
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
	r.mend.Set(w.Mend, kit.ToneDanger)
	r.where.SetText(w.Where)
	r.head.Refresh()
	r.line.Refresh()
}
