package audience

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/channel"
	"athar/gui/kit"
	"athar/gui/theme"
)

// form is the segment that is selected, on one page.
type form struct {
	env      *kit.Env
	channels channel.Catalog
	edits    edits
	goTo     func(domain.Place)

	content *kit.Scroller
	body    *fyne.Container

	inputs map[string]input
	rows   map[string]*kit.FormRow // by what problems are about
	facts  struct{ minors, small, reading, connection, quadrant, opponent *factLine }

	messages *messageLinks

	id     domain.ID // the segment in the fields
	shown  detail    // what is said about it
	filled bool      // something is
}

func newForm(env *kit.Env, channels channel.Catalog, edits edits, goTo func(domain.Place)) *form {
	f := &form{
		env: env, channels: channels, edits: edits, goTo: goTo,
		inputs: map[string]input{}, rows: map[string]*kit.FormRow{},
	}
	for _, line := range []**factLine{
		&f.facts.minors, &f.facts.small, &f.facts.reading, &f.facts.connection,
		&f.facts.quadrant, &f.facts.opponent,
	} {
		*line = newFactLine(env, goTo)
	}
	f.messages = newMessageLinks(env, goTo)
	f.body = kit.Form(env,
		f.makeWho(), f.makeHowMany(), f.makeReach(), f.makeStand(), f.makeMoves(), f.makeCare(),
		kit.NewCard(env, env.T("audience.section.messages"), f.messages.content))
	page := kit.MaxWidth(env, 2*fynetheme.Size(theme.SizeTextColumn)+3*fynetheme.Size(theme.Space16), f.body)
	f.content = kit.Follow(env, kit.Scroll(kit.Pad(fynetheme.Size(theme.Space16), page)))
	return f
}

// two puts rows into two columns, or one where there is no room. Two thirds of a
// text column leave no room for a third one on the widest page.
func (f *form) two(rows ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Columns(f.env, fynetheme.Size(theme.SizeTextColumn)*0.68, rows...)
}

// row makes the row of an input and keeps both.
func (f *form) row(field, label, help string, in input) fyne.CanvasObject {
	f.inputs[field] = in
	row := kit.NewFormItem(f.env, label, help, in.widget())
	f.rows[field] = row
	return row
}

func (f *form) choice(field, label, help string) fyne.CanvasObject {
	in := newChoice(f.env, field, options(f.env.Printer, f.channels, field), f.edits)
	return f.row(field, label, help, in)
}

func (f *form) set(field, label, help string) fyne.CanvasObject {
	in := newSet(f.env, field, options(f.env.Printer, f.channels, field), f.edits)
	return f.row(field, label, help, in)
}

// pair makes the row of two figures that have their problems together.
func (f *form) pair(about, label, help string, low, high *numberInput, from, to, unit string) fyne.CanvasObject {
	f.inputs[low.field], f.inputs[high.field] = low, high
	word := func(s string) fyne.CanvasObject { return kit.NewLabel(f.env, s, kit.StyleBody) }
	row := kit.NewFormItem(f.env, label, help,
		kit.Row(f.env, word(from), low.line, word(to), high.line, word(unit)))
	f.rows[about] = row
	return row
}

// put puts the values of a segment into the fields. The widgets leave alone what
// they show already, so the caret of whoever is typing stays where it is.
func (f *form) put(s domain.Segment) {
	if s.ID != f.id {
		f.id = s.ID
		for _, in := range f.inputs {
			in.renew()
		}
	}
	for _, in := range f.inputs {
		in.show(s)
	}
}

// show says what there is to say about the segment in the fields.
func (f *form) show(d detail) {
	if f.filled && d.equal(f.shown) {
		return // as after most keys
	}
	f.filled, f.shown = true, d
	for about, row := range f.rows {
		row.SetProblem(d.Problems[about])
	}
	f.facts.minors.show(d.Facts.Minors)
	f.facts.small.show(d.Facts.Small)
	f.facts.reading.show(d.Facts.Reading)
	f.facts.connection.show(d.Facts.Connection)
	f.facts.quadrant.show(d.Facts.Quadrant)
	f.facts.opponent.show(d.Facts.Opponent)
	f.messages.show(d.Messages)
	f.body.Refresh() // rows have become higher or lower
}

// wrong returns the figures that cannot be read, by what their problem is about.
func (f *form) wrong() map[string]*domain.Error {
	all := map[string]*domain.Error{}
	for _, field := range []string{fieldAgeMax, fieldAgeMin, fieldSizeHigh, fieldSizeLow} {
		if bad := f.inputs[field].(*numberInput).bad; bad != nil {
			all[problemOf(field)] = bad
		}
	}
	return all
}

// focus puts the caret into the field that a place names.
func (f *form) focus(field string) {
	switch field {
	case problemAge:
		field = fieldAgeMin
	case problemSize:
		field = fieldSizeLow
	}
	in, ok := f.inputs[field]
	if !ok {
		return
	}
	seen := fyne.CanvasObject(in.widget())
	if row, ok := f.rows[problemOf(field)]; ok {
		seen = row
	}
	kit.Reveal(f.content, seen)
	in.widget().Focus()
}

// problemOf returns what a problem of the field is about.
func problemOf(field string) string {
	switch field {
	case fieldAgeMin, fieldAgeMax:
		return problemAge
	case fieldSizeLow, fieldSizeHigh:
		return problemSize
	}
	return field
}
