package kit

import (
	"fyne.io/fyne/v2"

	"athar/gui/theme"
)

var _ fyne.Widget = (*TwoLineRow)(nil)

// TwoLineRow is a row of a List with a title over what there is to know of it, each
// on one line.
type TwoLineRow struct {
	ListRow
	title, detail *Label
}

// NewTwoLineRow makes a row that is as high as one with something in it.
func NewTwoLineRow(env *Env) *TwoLineRow {
	r := &TwoLineRow{title: NewLabel(env, " ", StyleStrong), detail: NewLabel(env, " ", StyleCaption)}
	r.Content = Pad(size(theme.Space8), ColumnTight(r.title, r.detail))
	r.ExtendBaseWidget(r)
	return r
}

// Set puts texts into the row.
func (r *TwoLineRow) Set(title, detail string) {
	r.title.SetText(title)
	r.detail.SetText(detail)
}
