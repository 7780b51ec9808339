package metrics

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/theme"
)

var _ fyne.Widget = (*indicatorLine)(nil)

// indicatorLine is one indicator in the list: its name over how far it is.
type indicatorLine struct {
	kit.ListRow
	name   *kit.Label
	actual *kit.Label
	badge  *kit.Badge
	line   *fyne.Container
}

func newIndicatorLine(env *kit.Env) *indicatorLine {
	l := &indicatorLine{
		name:   kit.NewLabel(env, " ", kit.StyleStrong),
		actual: kit.NewLabel(env, " ", kit.StyleCaption),
		// A badge without words takes no room: the line is made with one, so that
		// it is high enough.
		badge: kit.NewBadge(env, " ", kit.ToneNeutral),
	}
	// Where both do not fit, the figure is cut: what it means is in the badge.
	l.line = kit.Border(env, nil, nil, nil, kit.Row(env, l.badge), l.actual)
	l.Content = kit.Pad(fynetheme.Size(theme.Space8), kit.ColumnTight(l.name, l.line))
	l.ExtendBaseWidget(l)
	return l
}

func (l *indicatorLine) show(r indicatorRow) {
	l.name.SetText(r.Name)
	l.name.SetStyle(kit.StyleStrong)
	if r.Unsaid {
		l.name.SetStyle(kit.StyleMuted)
	}
	l.actual.SetText(r.Actual)
	l.badge.Set(r.Badge, r.Tone)
	l.line.Refresh()
}
