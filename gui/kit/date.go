package kit

import (
	"errors"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/domain/calendar"
	"athar/gui/theme"
)

var (
	_ fyne.Widget = (*DatePicker)(nil)
	_ preferring  = (*DatePicker)(nil)
)

// DateOptions is what a date picker is made from.
type DateOptions struct {
	// Today returns the day it is, for the calendar to mark and to open at.
	Today func() calendar.Date
	// Min and Max are the first and the last day that can be chosen; no day is
	// no limit.
	Min, Max calendar.Date
	// OnChanged gets the day chosen, or no day when it was taken away: once, when
	// the choice is made. May be nil.
	OnChanged func(calendar.Date)
	// OnSubmitted is told of Enter in the field, after OnChanged. May be nil.
	OnSubmitted func()
}

// DatePicker is a day: typed in any usual way, or chosen from a calendar that
// its button opens, or Down and F4 in the field. What is typed is read when the caret leaves and then written
// in full, so that a day and a month in the wrong order are seen; what cannot be
// read stays, with a sentence about it. Below stands the date of the Hijra if
// the window shows it.
type DatePicker struct {
	widget.BaseWidget
	env *Env
	o   DateOptions

	date   calendar.Date // the last one that was right
	told   string        // a problem the screen found
	fault  string        // what is wrong with what was typed
	field  *Field
	button *Button
	hijri  *Paragraph
	popup  *datePopup // nil while closed
}

// NewDatePicker makes a date picker with no day chosen.
func NewDatePicker(env *Env, o DateOptions) *DatePicker {
	p := &DatePicker{env: env, o: o, hijri: NewParagraph(env, "", StyleCaption)}
	p.hijri.Hidden = !env.Hijri
	p.hijri.atStart = true
	p.field = NewField(env, FieldOptions{
		Placeholder: env.T("kit.date_example", "example", p.example()), MaxRunes: 80, OwnUndo: true,
		OnChanged: func(string) { env.unread = p },
		OnLeft:    func() { p.Commit() }, OnSubmitted: func(string) { p.submit() },
	})
	p.field.box.onUnfold = p.open
	p.button = NewButton(env, ButtonOptions{
		Icon: fynetheme.CalendarIcon(), Hint: env.T("kit.date_choose"), OnTapped: p.open,
	})
	p.ExtendBaseWidget(p)
	return p
}

// example is a date as it can be typed. Its day is no month, so that it shows
// the order.
func (p *DatePicker) example() string { return p.env.Printer.Digits("30/06/2026") }

// Date returns the day chosen, no day for none. While something is typed that is
// no date it is the day before that.
func (p *DatePicker) Date() calendar.Date { return p.date }

// SetDate chooses a day. The same one again changes nothing, whatever is being
// typed.
func (p *DatePicker) SetDate(d calendar.Date) {
	if d != p.date {
		p.show(d)
	}
}

// Clear takes the day away, and whatever is typed.
func (p *DatePicker) Clear() { p.show(calendar.Date{}) }

// show puts a day on show in place of whatever stands there.
func (p *DatePicker) show(d calendar.Date) {
	p.date, p.fault = d, ""
	p.field.SetText(p.env.Printer.Day(d))
	p.explain()
}

// Text returns what stands in the field.
func (p *DatePicker) Text() string { return p.field.Text() }

// SetText has a text stand in the field as if it was being typed.
func (p *DatePicker) SetText(typed string) { p.field.SetText(typed) }

// SetProblem shows a sentence under the field and marks its border; "" takes
// both away, unless what stands in the field is no date.
func (p *DatePicker) SetProblem(sentence string) {
	p.told = sentence
	p.explain()
}

// explain says below the field what is wrong, or which day of the Hijra it is.
func (p *DatePicker) explain() {
	p.showHijri()
	sentence := p.fault
	if sentence == "" {
		sentence = p.told
	}
	p.field.SetProblem(sentence)
	p.BaseWidget.Refresh()
}

// Commit reads what is typed now and reports whether it is a date that can be
// chosen, or nothing. It happens by itself when the caret leaves.
func (p *DatePicker) Commit() bool {
	if p.env.unread == p {
		p.env.unread = nil
	}
	if p.field.Disabled() || p.field.Text() == p.env.Printer.Day(p.date) {
		p.fault = ""
		p.explain()
		return true
	}
	d, err := calendar.Parse(p.field.Text())
	if p.fault = p.faultOf(d, err); p.fault != "" {
		p.explain()
		return false
	}
	p.choose(d)
	return true
}

// Settle has a date that is being typed count now, as when the caret leaves its
// field: for whoever is about to save or to close the window.
func (e *Env) Settle() {
	if e.unread != nil {
		e.unread.Commit()
	}
}

// faultOf says what is wrong with a typed date, "" for nothing.
func (p *DatePicker) faultOf(d calendar.Date, err error) string {
	switch {
	case errors.Is(err, calendar.ErrNoSuchDay):
		return p.env.T("kit.date_none")
	case errors.Is(err, calendar.ErrNotCovered):
		year := func(n int) string { return p.env.Printer.Year(n) }
		return p.env.T("kit.date_not_covered", "from", year(calendar.MinHijriYear), "to", year(calendar.MaxHijriYear))
	case err != nil:
		return p.env.T("kit.date_not", "example", p.example())
	case d.IsZero():
		return ""
	}
	return p.reasonAgainst(d)
}

// reasonAgainst says why a day cannot be chosen, "" when it can.
func (p *DatePicker) reasonAgainst(d calendar.Date) string {
	switch {
	case !d.Valid():
		return p.env.T("kit.date_none")
	case !p.o.Min.IsZero() && d.Compare(p.o.Min) < 0:
		return p.env.T("kit.date_early", "date", p.env.Printer.Day(p.o.Min))
	case !p.o.Max.IsZero() && d.Compare(p.o.Max) > 0:
		return p.env.T("kit.date_late", "date", p.env.Printer.Day(p.o.Max))
	}
	return ""
}

// choose takes a choice of the person's.
func (p *DatePicker) choose(d calendar.Date) {
	changed := d != p.date
	if changed {
		p.told = ""
	}
	p.show(d)
	if changed && p.o.OnChanged != nil {
		p.o.OnChanged(d)
	}
}

func (p *DatePicker) submit() {
	if p.Commit() && p.o.OnSubmitted != nil {
		p.o.OnSubmitted()
	}
}

func (p *DatePicker) showHijri() {
	if p.hijri.Hidden {
		return
	}
	words := p.env.Printer.FullHijri(p.date)
	switch {
	case p.fault != "":
		words = "" // it would be that of another day
	case words == "" && !p.date.IsZero():
		words = p.env.T("kit.date_no_hijri")
	}
	p.hijri.SetText(words)
}

// open shows the calendar. What was typed is read first, and counts if it can be
// read.
func (p *DatePicker) open() {
	if p.popup != nil || p.field.Disabled() {
		return
	}
	p.Commit()
	p.popup = showDates(p)
}

// Focus gives the field the keyboard.
func (p *DatePicker) Focus() { p.field.Focus() }

// Enable makes the date changeable.
func (p *DatePicker) Enable() {
	p.field.Enable()
	p.button.Enable()
}

// Disable makes the date unchangeable; the reason is shown while it is pointed
// at.
func (p *DatePicker) Disable(reason string) {
	p.field.Disable(reason)
	p.button.Disable(reason)
}

// Disabled reports whether the date cannot be changed.
func (p *DatePicker) Disabled() bool { return p.field.Disabled() }

// bothDates writes a day with its day of the week, and in the calendar of the
// Hijra if the window shows that.
func (e *Env) bothDates(d calendar.Date) string {
	full, hijri := e.Printer.FullDay(d), e.Printer.Hijri(d)
	if !e.Hijri || hijri == "" {
		return full
	}
	return e.T("kit.date_both", "gregorian", full, "hijri", hijri)
}

// CreateRenderer implements fyne.Widget.
func (p *DatePicker) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget: p, objects: []fyne.CanvasObject{p.field, p.button, p.hijri},
		measure: p.measure, arrange: p.arrange, paint: func() {},
	})
}

// beside is the room of the button and of the gap before it.
func (p *DatePicker) beside() float32 { return inputHeight() + size(theme.Space4) }

// below is the room of the date of the Hijra. That of a line is kept while there
// is none, or a form would jump when a day is chosen.
func (p *DatePicker) below(width float32) float32 {
	if p.hijri.Hidden {
		return 0
	}
	height := StyleCaption.face().lineHeight()
	if width > 0 {
		height = max(height, settle(p.hijri, width))
	}
	return height + size(theme.Space4)
}

func (p *DatePicker) measure() fyne.Size {
	least := p.field.MinSize()
	width := p.Size().Width
	if width > 0 {
		least.Height = settle(p.field, width-p.beside())
	}
	return fyne.NewSize(least.Width+p.beside(), least.Height+p.below(width))
}

func (p *DatePicker) preferredSize() fyne.Size {
	return fyne.NewSize(size(theme.TextBody)*14+p.beside(), p.MinSize().Height)
}

func (p *DatePicker) arrange(space fyne.Size) {
	width, side := space.Width-p.beside(), inputHeight()
	height := settle(p.field, width)
	place(p.field, p.env.place(0, width, space.Width), 0, width, height)
	place(p.button, p.env.place(space.Width-side, side, space.Width), 0, side, side)
	place(p.hijri, 0, height+size(theme.Space4), space.Width, max(space.Height-height-size(theme.Space4), 0))
}
