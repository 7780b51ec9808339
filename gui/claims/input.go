package claims

import (
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/calendar"
	"athar/domain/text/bidi"
	"athar/gui/kit"
)

// focusable is what the form does with any widget of the kit.
type focusable interface {
	fyne.CanvasObject
	Focus()
}

// input is one field of a form on a record: a widget, and where its value lives.
type input[R any] struct {
	widget focusable
	// show puts the record's value in. What the person has typed and what means the
	// same is left alone. fresh says that another record comes.
	show func(r R, key string, fresh bool)
}

// inputs make and keep the fields of one kind of record.
type inputs[R any] struct {
	env    *kit.Env
	prefix string // of the keys of labels
	// The places of values in a record, by field; each may return nil.
	text   func(field string, r *R) *string
	date   func(field string, r *R) *time.Time
	today  func() calendar.Date
	onEdit func(field string, change func(*R))

	all  map[string]input[R]
	rows map[string]*kit.FormRow
}

// row keeps an input and gives it its label.
func (f *inputs[R]) row(field, help string, in input[R]) fyne.CanvasObject {
	return f.rowOf(field, f.env.T(f.prefix+field), help, in)
}

func (f *inputs[R]) rowOf(field, label, help string, in input[R]) fyne.CanvasObject {
	f.all[field] = in
	f.rows[field] = kit.NewFormItem(f.env, label, help, in.widget)
	return f.rows[field]
}

// line makes a text of one line.
func (f *inputs[R]) line(field, help string) fyne.CanvasObject {
	w := kit.NewField(f.env, kit.FieldOptions{
		ReadOnly: f.env.Locked, MaxRunes: domain.MaxName, OnChanged: f.writes(field),
	})
	return f.row(field, help, input[R]{w, func(r R, key string, _ bool) {
		w.Remember(key + "." + field)
		w.SetText(*f.text(field, &r))
	}})
}

// editor makes a text of many lines.
func (f *inputs[R]) editor(field, help string, rows int) fyne.CanvasObject {
	w := kit.NewEditor(f.env, kit.EditorOptions{
		Rows: rows, ReadOnly: f.env.Locked, MaxRunes: domain.MaxLong, OnChanged: f.writes(field),
	})
	return f.row(field, help, input[R]{w, func(r R, key string, _ bool) {
		w.Remember(key + "." + field)
		w.SetText(*f.text(field, &r))
	}})
}

func (f *inputs[R]) writes(field string) func(string) {
	return func(text string) {
		f.onEdit(field, func(r *R) { *f.text(field, r) = text })
	}
}

// choice makes one of a closed list.
func (f *inputs[R]) choice(field, help string, options []kit.Option) fyne.CanvasObject {
	w := kit.NewSelect(f.env, options, f.writes(field))
	return f.row(field, help, input[R]{w, func(r R, _ string, _ bool) { w.SetValue(*f.text(field, &r)) }})
}

// day makes a date.
func (f *inputs[R]) day(field, help string) fyne.CanvasObject {
	w := kit.NewDatePicker(f.env, kit.DateOptions{Today: f.today, OnChanged: func(d calendar.Date) {
		f.onEdit(field, func(r *R) { *f.date(field, r) = d.Time() })
	}})
	return f.row(field, help, input[R]{w, func(r R, _ string, fresh bool) {
		if fresh {
			w.Clear()
		}
		w.SetDate(calendar.Of(*f.date(field, &r)))
	}})
}

// show puts a record into all fields.
func (f *inputs[R]) show(r R, id domain.ID, fresh bool) {
	for _, in := range f.all {
		in.show(r, id.String(), fresh)
	}
}

// directionOf is that of a language's script.
func directionOf(lang string) bidi.Direction {
	if domain.IsRightToLeft(lang) {
		return bidi.RTL
	}
	return bidi.LTR
}
