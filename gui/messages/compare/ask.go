package compare

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"

	"athar/domain"
	"athar/domain/calendar"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// form asks for the counts of one sheet.
type form struct {
	env    *kit.Env
	d      detail
	sheet  domain.Pretest
	dialog *kit.FormDialog
	typed  map[string]string // of the counts
	fields []kit.FormField
}

// ask opens a dialog with a sheet to fill in and hands it over when it can be.
func ask(env *kit.Env, d detail, sheet domain.Pretest, today time.Time, title string, done func(domain.Pretest)) {
	f := &form{env: env, d: d, sheet: sheet, typed: map[string]string{}}
	f.choices(today)
	f.counts()
	f.words()
	f.dialog = kit.ShowForm(env, kit.FormOptions{
		Title: env.T(title), Accept: env.T("compare.keep"), Fields: f.fields,
		OnAccept: func() bool {
			env.Settle() // a day that is being typed belongs to the sheet
			done(f.sheet)
			return true
		},
	})
	if in, ok := f.fields[0].Input.(interface{ Focus() }); ok {
		in.Focus()
	}
}

func (f *form) add(key, help string, input fyne.CanvasObject, check func() string) {
	if help != "" {
		help = f.env.T(help)
	}
	f.fields = append(f.fields, kit.FormField{Label: f.env.T(key), Help: help, Input: input, Check: check})
}

// choices asks of which wording the sheet is, who read it, and when.
func (f *form) choices(today time.Time) {
	var wordings []kit.Option
	for _, w := range f.d.Wordings {
		wordings = append(wordings, kit.Option{Value: w.ID.String(), Label: w.Called})
	}
	which := kit.NewSelect(f.env, wordings, func(value string) { f.sheet.Alternative = idIn(value) })
	which.SetValue(f.sheet.Alternative.String())
	f.add("compare.wording", "", which, nil)
	segment := kit.NewSelect(f.env,
		append([]kit.Option{{Value: domain.NoID.String(), Label: f.env.T("compare.no_segment")}}, f.d.Segments...),
		func(value string) { f.sheet.Segment = idIn(value) })
	segment.SetValue(f.sheet.Segment.String())
	f.add("compare.segment", "compare.segment_help", segment, nil)
	on := kit.NewDatePicker(f.env, kit.DateOptions{
		Today:     func() calendar.Date { return calendar.Of(today) },
		OnChanged: func(day calendar.Date) { f.sheet.On = day.Time() },
	})
	on.SetDate(calendar.Of(f.sheet.On))
	f.add("compare.on", "", on, nil)
}

// counts asks for the figures. None left empty is 0.
func (f *form) counts() {
	number := func(name, key, help string, at *int) {
		start := ""
		if *at > 0 {
			start = strconv.Itoa(*at)
		}
		f.typed[name] = start
		in := kit.NewField(f.env, kit.FieldOptions{Text: start, MaxRunes: 12, OnChanged: func(s string) {
			f.typed[name] = s
			if n, ok := whole(s); ok {
				*at = n
			}
			f.dialog.Changed()
		}})
		f.add(key, help, in, func() string { return f.problem(name) })
	}
	s := &f.sheet
	number("readers", "compare.readers_field", "compare.readers_help", &s.Readers)
	for i, at := range []*int{&s.Attention, &s.Understood, &s.Believed, &s.ForMe, &s.Offensive, &s.WouldDo} {
		name := s.Counts()[i].Field
		number(name, "compare.question."+name, "", at)
	}
}

// problem says what is wrong with a count, "" for nothing.
func (f *form) problem(name string) string {
	n, ok := whole(f.typed[name])
	switch {
	case !ok:
		return f.env.T("compare.not_whole")
	case name == "readers" && n == 0:
		return f.env.T("compare.no_readers")
	case name == "readers" && n > domain.MaxPeople, name != "readers" && n > f.sheet.Readers:
		return f.env.T("compare.too_many")
	}
	return ""
}

// words asks for what readers said.
func (f *form) words() {
	text := func(key string, at *string) {
		f.add(key, "", kit.NewEditor(f.env, kit.EditorOptions{
			Text: *at, Rows: 2, MaxRunes: domain.MaxLong, OnChanged: func(s string) { *at = s },
		}), nil)
	}
	text("compare.ask.meaning", &f.sheet.Meaning)
	text("compare.ask.hurt", &f.sheet.Hurt)
	text("compare.ask.missing", &f.sheet.Missing)
}

// whole reads a count; nothing typed is none.
func whole(s string) (int, bool) {
	v, ok := i18n.ParseNumber(s)
	if !ok {
		return 0, false
	}
	if v == nil {
		return 0, true
	}
	n := int(*v)
	return n, *v >= 0 && *v <= domain.MaxPeople && float64(n) == *v
}

// idIn reads the value of an option.
func idIn(value string) domain.ID {
	id, err := uuid.Parse(value)
	if err != nil {
		return domain.NoID
	}
	return id
}
