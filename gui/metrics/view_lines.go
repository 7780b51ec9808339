package metrics

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/kit"
	"athar/gui/theme"
)

var (
	_ fyne.Widget = (*indicatorLine)(nil)
	_ fyne.Widget = (*dataLine)(nil)
)

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

// dataLine is one data set in the list: its file over how much it holds.
type dataLine struct {
	kit.ListRow
	title, detail *kit.Label
}

func newDataLine(env *kit.Env) *dataLine {
	l := &dataLine{title: kit.NewLabel(env, " ", kit.StyleStrong), detail: kit.NewLabel(env, " ", kit.StyleCaption)}
	l.Content = kit.Pad(fynetheme.Size(theme.Space8), kit.ColumnTight(l.title, l.detail))
	l.ExtendBaseWidget(l)
	return l
}

func (l *dataLine) show(r dataRow) {
	l.title.SetText(r.Title)
	l.detail.SetText(r.Detail)
}

// CreateRenderer implements fyne.Widget.
func (l *dataLine) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.Content) }
