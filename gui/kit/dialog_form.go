package kit

import "fyne.io/fyne/v2"

// FormField is one line of a form dialog.
type FormField struct {
	Label, Help string
	// Input is what is filled in. It gets the keyboard when it is what is wrong, if
	// it has a method Focus.
	Input fyne.CanvasObject
	// Check returns the sentence that says what is wrong with the input, "" when
	// nothing is. May be nil.
	Check func() string
}

// FormOptions is what a form dialog is made from.
type FormOptions struct {
	Title  string
	Above  fyne.CanvasObject // what is to be read first; may be nil
	Accept string
	Fields []FormField
	// OnAccept is called when no field has a problem; it returns false to keep the
	// dialog open. May be nil.
	OnAccept func() bool
	OnCancel func() // may be nil
}

// FormDialog is an open dialog with something to fill in. While a field has a
// problem the main button is disabled and says which one. Problems are shown at
// their fields once the person has tried to go on: nobody is told what is wrong
// with what they had no time to fill in.
type FormDialog struct {
	*Dialog
	fields []FormField
	rows   []*FormRow
	tried  bool
}

// ShowForm opens a form dialog. Whoever makes the inputs has them call Changed.
func ShowForm(env *Env, o FormOptions) *FormDialog {
	d := &FormDialog{fields: o.Fields}
	var rows []fyne.CanvasObject
	if o.Above != nil {
		rows = append(rows, o.Above)
	}
	for _, f := range o.Fields {
		row := NewFormItem(env, f.Label, f.Help, f.Input)
		d.rows, rows = append(d.rows, row), append(rows, row)
	}
	d.Dialog = ShowDialog(env, DialogOptions{
		Title: o.Title, Content: Form(env, rows...), Accept: o.Accept, OnCancel: o.OnCancel,
		OnAccept: func() bool { return d.valid() && (o.OnAccept == nil || o.OnAccept()) },
		refused:  func() { d.valid() },
	})
	d.Changed()
	return d
}

// Changed looks at the fields anew, after one of them was changed.
func (d *FormDialog) Changed() {
	if d == nil || d.Dialog == nil { // an input was filled before it was shown
		return
	}
	first := ""
	for i, f := range d.fields {
		problem := ""
		if f.Check != nil {
			problem = f.Check()
		}
		if first == "" && problem != "" {
			first = d.env.T("kit_dialog.problem", "field", f.Label, "problem", problem)
		}
		if d.tried {
			d.rows[i].SetProblem(problem)
		}
	}
	d.SetAcceptEnabled(first == "", first)
	d.frame.content.Refresh()
	d.layer.Refresh() // a line about a problem makes the dialog higher
}

// SetHelp changes what stands below a field, by its place from 0. Changed follows.
func (d *FormDialog) SetHelp(field int, help string) { d.rows[field].SetHelp(help) }

// Try shows what is wrong, as when somebody tries to go on.
func (d *FormDialog) Try() { d.valid() }

// valid reports whether no field has a problem. If one has, all problems are
// shown and the first gets the keyboard.
func (d *FormDialog) valid() bool {
	d.tried = true
	d.Changed()
	for _, f := range d.fields {
		if f.Check == nil || f.Check() == "" {
			continue
		}
		if in, ok := f.Input.(interface{ Focus() }); ok {
			in.Focus()
		}
		return false
	}
	return true
}
