package messages

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// headIntents are what a person can want at the head of a message.
type headIntents struct {
	OnTitle   func(string)
	OnPurpose func(string)
	OnStatus  func(string)
}

// headDetail is all that is shown at the head.
type headDetail struct {
	ID       domain.ID
	Title    string
	Purpose  string
	Status   string
	Problems headProblems
}

// headProblems are the sentences about what is missing, "" where nothing is to be
// said.
type headProblems struct{ Title, Status string }

// told says what the person is to be told at the head: that the title was left
// empty, and why the message did not get the status that was chosen, "" for none.
type told struct {
	title   bool
	refused domain.MessageStatus
}

// presentHead says what is shown at the head of a message; why is what keeps it from
// the status that was chosen.
func presentHead(p *i18n.Printer, m domain.Message, tell told, why []*domain.Error) headDetail {
	d := headDetail{ID: m.ID, Title: m.Title, Purpose: m.Purpose, Status: string(m.Status)}
	if m.Validate().Field("title") != nil && tell.title {
		d.Problems.Title = p.T("messages.problem.title")
	}
	d.Problems.Status = refusal(p, why)
	return d
}

// refusal says in one line all that keeps a message from a status.
func refusal(p *i18n.Printer, why []*domain.Error) string {
	var all []string
	for _, e := range why {
		sentence := p.Error(e)
		if e.Code == domain.ErrRequired {
			sentence = p.T("messages.problem.ready")
		}
		if !slices.Contains(all, sentence) {
			all = append(all, sentence)
		}
	}
	return strings.Join(all, " ")
}

// statusOptions are the statuses by name.
func statusOptions(p *i18n.Printer) []kit.Option {
	var all []kit.Option
	for _, s := range domain.MessageStatuses() {
		all = append(all, kit.Option{Value: string(s), Label: p.T("messages.status." + string(s))})
	}
	return all
}

// purposeOptions are what a message can be for, by name; the first is not to say.
func purposeOptions(p *i18n.Printer) []kit.Option {
	all := []kit.Option{{Label: p.T("messages.purpose.none")}}
	for _, word := range domain.MessagePurposes() {
		all = append(all, kit.Option{Value: word, Label: p.T("message.purpose." + word)})
	}
	return all
}

// head is the top of a message, which every side has above it.
type head struct {
	content *fyne.Container

	title      *kit.Field
	titleRow   *kit.FormRow
	purpose    *kit.Select
	purposeRow *kit.FormRow
	status     *kit.Select
	statusRow  *kit.FormRow
	problems   headProblems // as shown
}

func newHead(env *kit.Env, on headIntents) *head {
	h := &head{}
	h.title = kit.NewField(env, kit.FieldOptions{
		Placeholder: env.T("messages.field.title_example"), ReadOnly: env.Locked, MaxRunes: domain.MaxName, OnChanged: on.OnTitle,
	})
	h.titleRow = kit.NewFormItem(env, env.T("messages.field.title"), env.T("messages.field.title_help"), h.title)
	h.purpose = kit.NewSelect(env, purposeOptions(env.Printer), on.OnPurpose)
	h.purposeRow = kit.NewFormItem(env, env.T("messages.field.purpose"), "", h.purpose)
	h.status = kit.NewSelect(env, statusOptions(env.Printer), on.OnStatus)
	h.statusRow = kit.NewFormItem(env, env.T("messages.field.status"), "", h.status)
	h.content = kit.Form(env, h.titleRow,
		kit.Columns(env, fynetheme.Size(theme.SizeTextColumn)/2, h.purposeRow, h.statusRow))
	return h
}

// show puts a head on show and reports whether it may need another height.
func (h *head) show(d headDetail) (resized bool) {
	h.title.Remember(d.ID.String() + ".title")
	h.title.SetText(d.Title)
	h.purpose.SetValue(d.Purpose)
	h.status.SetValue(d.Status)
	if d.Problems == h.problems {
		return false
	}
	h.problems = d.Problems
	h.titleRow.SetProblem(d.Problems.Title)
	h.statusRow.SetProblem(d.Problems.Status)
	return true
}

// focusable is what a widget of the kit can do for Show.
type focusable interface{ Focus() }

// target returns the widget of a field and what has to be seen with it; nil when
// the head has no such field.
func (h *head) target(field string) (w focusable, seen fyne.CanvasObject) {
	switch field {
	case "title":
		return h.title, h.titleRow
	case "purpose":
		return h.purpose, h.purposeRow
	case "status":
		return h.status, h.statusRow
	}
	return nil, nil
}
