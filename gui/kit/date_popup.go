package kit

import (
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/domain/calendar"
	"athar/gui/theme"
)

var _ fyne.Widget = (*datePopup)(nil)

// datePopup is the open calendar of a date picker: the name of the month between
// the arrows, its days, and what is to be chosen besides.
type datePopup struct {
	widget.BaseWidget
	picker *DatePicker
	env    *Env
	layer  *layer
	scroll *Scroller // for windows that are not high enough

	month *dateHead
	hijri *dateHead
	grid  *dateGrid
	steps []*dateStep
	today *Button
	clear *Button
}

// dateStep is an arrow to another month.
type dateStep struct {
	button *Button
	months int
}

// showDates opens the calendar under a picker.
func showDates(p *DatePicker) *datePopup {
	d := &datePopup{picker: p, env: p.env}
	d.grid = newDateGrid(d)
	d.build()
	d.ExtendBaseWidget(d)
	d.layer = &layer{
		env: p.env, content: d, key: d.typedKey, beside: func(fyne.Position) { d.close() },
		place: d.place,
	}
	d.moved()
	d.layer.show()
	p.env.focus(d.grid)
	return d
}

// place says where the calendar goes: under the field or above it, or else over
// it, rather than to cut off its last weeks.
func (d *datePopup) place(window fyne.Size) (fyne.Position, fyne.Size) {
	const margin = 4
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(d.picker)
	want := d.MinSize()
	pos, fit := under(d.env, window, at, fyne.NewSize(d.picker.Size().Width, inputHeight()), want)
	if fit.Height < want.Height {
		fit.Height = min(want.Height, window.Height-2*margin)
		pos.Y = window.Height - margin - fit.Height
	}
	return pos, fit
}

// MinSize is the size at which the whole calendar is seen.
func (d *datePopup) MinSize() fyne.Size {
	pad := 2 * size(theme.Space4)
	return d.scroll.Content.MinSize().AddWidthHeight(pad, pad)
}

func (d *datePopup) build() {
	env := d.env
	d.month = newDateHead(env, StyleStrong)
	for m := time.January; m <= time.December; m++ {
		d.month.reserve(env.Printer.MonthYear(time.Date(calendar.MaxYear, m, 1, 0, 0, 0, 0, time.UTC)))
	}
	step := func(icon fyne.Resource, hint string, months int) *Button {
		b := NewButton(env, ButtonOptions{Icon: icon, Kind: ButtonQuiet, Hint: hint, OnTapped: func() { d.grid.moveMonths(months) }})
		d.steps = append(d.steps, &dateStep{b, months})
		return b
	}
	back, on := fynetheme.NavigateBackIcon(), fynetheme.NavigateNextIcon()
	farBack, farOn := fynetheme.MediaFastRewindIcon(), fynetheme.MediaFastForwardIcon()
	if env.RTL() {
		back, on, farBack, farOn = on, back, farOn, farBack
	}
	before := tightRow(env, step(farBack, env.T("kit.date_year_back"), -12), step(back, env.T("kit.date_month_back"), -1))
	after := tightRow(env, step(on, env.T("kit.date_month_on"), +1), step(farOn, env.T("kit.date_year_on"), +12))
	d.today = NewButton(env, ButtonOptions{
		Text: env.T("kit.date_today"), Kind: ButtonQuiet, Hint: env.T("kit.date_today_hint"),
		OnTapped: func() { d.choose(d.picker.o.Today()) },
	})
	d.clear = NewButton(env, ButtonOptions{
		Text: env.T("kit.date_clear"), Kind: ButtonQuiet, Hint: env.T("kit.date_clear_hint"),
		OnTapped: func() { d.choose(calendar.Date{}) },
	})
	if d.picker.reasonAgainst(d.picker.o.Today()) != "" {
		d.today.Disable(env.T("kit.date_today_out"))
	}
	if d.picker.Text() == "" {
		d.clear.Disable(env.T("kit.date_clear_none"))
	}
	column := ColumnTight(Border(env, nil, nil, before, after, d.month))
	if env.Hijri {
		d.hijri = newDateHead(env, StyleCaption)
		column.Add(d.hijri)
	}
	column.Objects = append(column.Objects, d.grid, Separator(), Row(env, d.today, Spacer(), d.clear))
	d.scroll = Scroll(Pad(size(theme.Space4), column))
}

// tightRow is a Row of buttons that are one.
func tightRow(env *Env, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return Grid(env, len(buttons), buttons...)
}

// moved shows the month that the grid is at, and which arrows lead anywhere.
func (d *datePopup) moved() {
	at := d.grid.cursor
	d.month.set(d.env.Printer.MonthYear(at.Time()))
	if d.hijri != nil {
		d.hijri.set(d.env.Printer.HijriMonths(at))
	}
	for _, s := range d.steps {
		wanted := at.AddMonths(s.months)
		if got := d.grid.within(wanted); got.Year == at.Year && got.Month == at.Month {
			s.button.Disable(d.picker.reasonAgainst(wanted))
		} else {
			s.button.Enable()
		}
	}
}

// choose closes the calendar before it tells of the choice, so that what follows
// finds the focus where it was.
func (d *datePopup) choose(day calendar.Date) {
	if !day.IsZero() && d.picker.reasonAgainst(day) != "" {
		return
	}
	d.close()
	d.picker.choose(day)
}

func (d *datePopup) close() {
	d.picker.popup = nil
	d.layer.close()
}

// typedKey gets the keys that neither the grid nor a button used.
func (d *datePopup) typedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		d.close()
	case fyne.KeyPageUp:
		d.grid.moveMonths(-1)
	case fyne.KeyPageDown:
		d.grid.moveMonths(+1)
	}
}

// CreateRenderer implements fyne.Widget.
func (d *datePopup) CreateRenderer() fyne.WidgetRenderer {
	return newPanel(fynetheme.ColorNameMenuBackground, fynetheme.SizeNamePopupRadius, theme.Space4, d.scroll)
}

var _ fyne.Widget = (*dateHead)(nil)

// dateHead is the name of a month, in the middle.
type dateHead struct {
	widget.BaseWidget
	text  *caption
	least float32 // width, so that no name of a month is cut
}

func newDateHead(env *Env, style Style) *dateHead {
	h := &dateHead{text: newCaption(env, "", style.face())}
	h.text.shown.Alignment = fyne.TextAlignCenter
	h.ExtendBaseWidget(h)
	return h
}

// reserve keeps room for a name.
func (h *dateHead) reserve(name string) {
	h.least = max(h.least, ceil(h.text.face.measure(h.text.env.Visual(name))+1))
}

func (h *dateHead) set(name string) {
	h.text.set(name)
	h.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (h *dateHead) AccessibilityLabel() string { return h.text.logical }

// AccessibilityRole implements fyne.Accessible.
func (h *dateHead) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (h *dateHead) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: h, objects: []fyne.CanvasObject{h.text.shown},
		measure: func() fyne.Size { return fyne.NewSize(h.least, h.text.face.lineHeight()) },
		arrange: func(space fyne.Size) { h.text.put(0, 0, space.Width, space.Height) },
		paint:   h.text.refresh,
	})
}
