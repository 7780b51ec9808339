package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget = (*FormRow)(nil)
	_ preferring  = (*FormRow)(nil)
)

// FormRow is an input with its label above, help below, and what is wrong with
// it between the two.
type FormRow struct {
	widget.BaseWidget
	label   *Paragraph
	input   fyne.CanvasObject
	help    *Paragraph
	problem *problemLine
	column  *fyne.Container
}

// withProblem is an input that shows what is wrong with it itself.
type withProblem interface{ SetProblem(sentence string) }

// withSubject is an input that says more than its value to those who cannot see
// the label above it.
type withSubject interface{ SetSubject(subject string) }

// NewFormItem makes a row of a form. help may be "".
func NewFormItem(env *Env, label, help string, input fyne.CanvasObject) *FormRow {
	r := &FormRow{
		label:   NewParagraph(env, label, StyleStrong), // in a narrow column it wraps
		input:   input,
		help:    NewParagraph(env, help, StyleMuted),
		problem: newProblemLine(env),
	}
	r.label.atStart = true
	r.help.Hidden = help == ""
	if in, ok := input.(withSubject); ok {
		in.SetSubject(label)
	}
	r.column = ColumnTight(r.label, input, r.problem, r.help)
	r.ExtendBaseWidget(r)
	return r
}

// SetProblem shows a sentence under the input; "" takes it away.
func (r *FormRow) SetProblem(sentence string) {
	if in, ok := r.input.(withProblem); ok {
		in.SetProblem(sentence)
		r.column.Refresh()
		return
	}
	if r.problem.set(sentence) {
		r.column.Refresh()
	}
}

// SetHelp changes the help; "" takes it away.
func (r *FormRow) SetHelp(help string) {
	r.help.SetText(help)
	if r.help.Hidden != (help == "") {
		r.help.Hidden = help == ""
		r.column.Refresh()
	}
}

func (r *FormRow) preferredSize() fyne.Size { return preferred(r.column) }

// CreateRenderer implements fyne.Widget.
func (r *FormRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.column) }

// Form is a column of rows with the distance between the fields of a form.
func Form(_ *Env, rows ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: theme.Space16}, rows...)
}
