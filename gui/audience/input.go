package audience

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/kit"
)

// input is one field of the form: a widget and where its value lives in a
// segment.
type input interface {
	// show puts the segment's value in. What the person has typed and what means
	// the same is left alone.
	show(s domain.Segment)
	// renew forgets what was typed and could not be used: another segment comes.
	renew()
	widget() focusable
}

// focusable is what the form does with any widget of the kit.
type focusable interface {
	fyne.CanvasObject
	Focus()
}

// edits are how inputs tell that something was entered.
type edits struct {
	// OnEdit is called with a change to make to the selected segment.
	OnEdit func(field string, change func(*domain.Segment))
	// OnTyped is called when what was typed changes nothing: it cannot be used, or
	// it means what the segment has already.
	OnTyped func(field string)
	// OnLeft is called when the caret leaves a field of one line, or Enter is
	// pressed there.
	OnLeft func(field string)
}

var (
	_ input = (*textInput)(nil)
	_ input = (*numberInput)(nil)
	_ input = (*choiceInput)(nil)
	_ input = (*setInput)(nil)
	_ input = (*checkInput)(nil)
)

// textInput is a Field or an Editor.
type textInput struct {
	field  string
	writer interface {
		focusable
		SetText(string)
		Remember(key string)
	}
}

func (t *textInput) show(s domain.Segment) {
	t.writer.Remember(s.ID.String() + "." + t.field)
	t.writer.SetText(*textOf(t.field, &s))
}
func (t *textInput) renew()            {}
func (t *textInput) widget() focusable { return t.writer }

// newLine makes a text of one line, newEditor one of many.
func newLine(env *kit.Env, field, placeholder string, on edits) *textInput {
	return &textInput{field, kit.NewField(env, kit.FieldOptions{
		Placeholder: placeholder, ReadOnly: env.Locked, MaxRunes: domain.MaxName,
		OnChanged: writes(field, on), OnLeft: leaves(field, on), OnSubmitted: func(string) { on.OnLeft(field) },
	})}
}

func newEditor(env *kit.Env, field, placeholder string, rows int, on edits) *textInput {
	return &textInput{field, kit.NewEditor(env, kit.EditorOptions{
		Placeholder: placeholder, Rows: rows, ReadOnly: env.Locked, MaxRunes: domain.MaxLong, OnChanged: writes(field, on),
	})}
}

func writes(field string, on edits) func(string) {
	return func(text string) {
		on.OnEdit(field, func(s *domain.Segment) { *textOf(field, s) = text })
	}
}

func leaves(field string, on edits) func() { return func() { on.OnLeft(field) } }

// numberInput is a count. A text that is none stays in the field and changes
// nothing; bad says what is wrong with it.
type numberInput struct {
	field string
	limit int
	on    edits
	line  *kit.Field
	value int // as the campaign has it
	bad   *domain.Error
	fresh bool // the segment's value was not shown yet
}

// numberRunes leaves room for spaces and separators around ten digits.
const numberRunes = 24

func newNumber(env *kit.Env, field string, limit int, on edits) *numberInput {
	n := &numberInput{field: field, limit: limit, on: on, fresh: true}
	n.line = kit.NewField(env, kit.FieldOptions{
		ReadOnly: env.Locked, MaxRunes: numberRunes, OnChanged: n.typed, OnLeft: leaves(field, on),
		OnSubmitted: func(string) { on.OnLeft(field) },
	})
	return n
}

func (n *numberInput) typed(text string) {
	value, bad := parseWhole(text, n.limit)
	n.bad = bad
	if bad != nil || value == n.value {
		n.on.OnTyped(n.field)
		return
	}
	n.value = value
	n.on.OnEdit(n.field, func(s *domain.Segment) { *numberOf(n.field, s) = value })
}

func (n *numberInput) show(s domain.Segment) {
	value := *numberOf(n.field, &s)
	if value == n.value && !n.fresh {
		return
	}
	n.value, n.bad, n.fresh = value, nil, false
	n.line.SetText(plainWhole(value))
}

func (n *numberInput) renew()            { n.fresh = true }
func (n *numberInput) widget() focusable { return n.line }

// choiceInput is one of a closed list.
type choiceInput struct {
	field string
	list  *kit.Select
}

func newChoice(env *kit.Env, field string, options []kit.Option, on edits) *choiceInput {
	return &choiceInput{field, kit.NewSelect(env, options, func(value string) {
		on.OnEdit(field, func(s *domain.Segment) { *choiceOf(field, s) = value })
	})}
}

func (c *choiceInput) show(s domain.Segment) { c.list.SetValue(*choiceOf(c.field, &s)) }
func (c *choiceInput) renew()                {}
func (c *choiceInput) widget() focusable     { return c.list }

// ratingInput is a rating from 1 to domain.MaxRating, or none.
type ratingInput struct {
	field string
	list  *kit.Select
}

func newRating(env *kit.Env, field string, on edits) *ratingInput {
	options := []kit.Option{{Value: "", Label: env.T("audience.not_said")}}
	for i := 1; i <= domain.MaxRating; i++ {
		options = append(options, kit.Option{Value: strconv.Itoa(i), Label: env.T("segment.rating."+strconv.Itoa(i), "n", i)})
	}
	return &ratingInput{field, kit.NewSelect(env, options, func(value string) {
		n, _ := strconv.Atoi(value) // "" is no rating
		on.OnEdit(field, func(s *domain.Segment) { *numberOf(field, s) = n })
	})}
}

func (r *ratingInput) show(s domain.Segment) {
	value := ""
	if n := *numberOf(r.field, &s); n != 0 {
		value = strconv.Itoa(n)
	}
	r.list.SetValue(value)
}

func (r *ratingInput) renew()            {}
func (r *ratingInput) widget() focusable { return r.list }

// setInput is any number of a list. Values that are not in the list (a channel
// that a newer catalog has) stay in the segment unseen.
type setInput struct {
	field string
	chips *kit.Chips
}

func newSet(env *kit.Env, field string, options []kit.Option, on edits) *setInput {
	known := func(value string) bool {
		return slices.ContainsFunc(options, func(o kit.Option) bool { return o.Value == value })
	}
	return &setInput{field, kit.NewChips(env, options, func(chosen []string) {
		on.OnEdit(field, func(s *domain.Segment) {
			set := setOf(field, s)
			values := slices.DeleteFunc(slices.Clone(*set), known)
			values = append(values, chosen...)
			slices.Sort(values)
			if len(values) == 0 {
				values = nil // as in a segment where nothing was ever chosen
			}
			*set = values
		})
	})}
}

func (t *setInput) show(s domain.Segment) { t.chips.SetValues(*setOf(t.field, &s)) }
func (t *setInput) renew()                {}
func (t *setInput) widget() focusable     { return t.chips }

// checkInput is whether the cost of data keeps people away.
type checkInput struct{ check *kit.Check }

func newDataCost(env *kit.Env, on edits) *checkInput {
	return &checkInput{kit.NewCheck(env, env.T("audience.data_cost_yes"), func(yes bool) {
		on.OnEdit(fieldDataCost, func(s *domain.Segment) { s.DataCost = yes })
	})}
}

func (c *checkInput) show(s domain.Segment) { c.check.SetChecked(s.DataCost) }
func (c *checkInput) renew()                {}
func (c *checkInput) widget() focusable     { return c.check }
