package limits

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/calendar"
	"athar/domain/channel"
	"athar/gui/kit"
	"athar/gui/theme"
)

// maxSource is the longest source, in runes.
const maxSource = 300

// Deps is what the dialog works with; all fields are required.
type Deps struct {
	Env    *kit.Env
	Ours   channel.Catalog // as Athar came with it
	Kept   []channel.Limit // that were given in place of ours
	Now    func() time.Time
	Locked string // why nothing can be changed; "" when it can
	// Keep keeps the limits in place of those there were, and calls done with true
	// once they count.
	Keep func(all []channel.Limit, done func(bool))
}

// Dialog is the open dialog.
type Dialog struct {
	deps Deps
	rows []row

	content                     *fyne.Container
	table                       *kit.Table
	source                      *kit.Paragraph // of the number that is selected, whole
	change, restore, restoreAll *kit.Button
	dialog                      *kit.Dialog
}

// Show opens the dialog.
func Show(d Deps) *Dialog {
	s := &Dialog{deps: d}
	env := d.Env
	s.read()
	s.table = kit.NewTable(env, s.columns(), func() int { return len(s.rows) }, func(row, col int) string { return s.rows[row].Cells[col] })
	s.table.OnSelected = func(int) { s.offer() }
	s.table.OnActivated = func(int) { s.edit() }
	s.change = kit.NewButton(env, kit.ButtonOptions{Text: env.T("limits.change"), Icon: fynetheme.DocumentCreateIcon(), OnTapped: s.edit})
	s.restore = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("limits.restore"), Hint: env.T("limits.restore_hint"), OnTapped: s.takeBack,
	})
	s.restoreAll = kit.NewButton(env, kit.ButtonOptions{Text: env.T("limits.restore_all"), OnTapped: s.takeAllBack})
	s.source = kit.NewParagraph(env, "", kit.StyleMuted)
	s.content = kit.Border(env,
		kit.NewParagraph(env, env.T("limits.intro", "date", dateOf(env.Printer, d.Ours.Updated)), kit.StyleBody),
		kit.Pad(fynetheme.Size(theme.Space8), kit.Column(s.source, kit.Flow(env, s.change, s.restore, s.restoreAll))), nil, nil, s.table)
	s.offer()
	s.dialog = kit.ShowDialog(env, kit.DialogOptions{
		Title: env.T("limits.title"), Content: s.content, Cancel: env.T("help.close"),
		MinSize: fyne.NewSize(1.9*fynetheme.Size(theme.SizeTextColumn), 12*fynetheme.Size(theme.SizeTarget)),
	})
	return s
}

// columns are those of the table.
func (s *Dialog) columns() []kit.TableColumn {
	env := s.deps.Env
	words := func(col int) kit.RowOrder { return kit.ByText(env, func(i int) string { return s.rows[i].Cells[col] }) }
	byDate := kit.ByCompare(func(a, b int) int { return cmp.Compare(s.rows[a].Limit.AsOf, s.rows[b].Limit.AsOf) })
	return []kit.TableColumn{
		{Title: env.T("limits.column.channel"), Width: 90, Order: words(columnChannel)},
		{Title: env.T("limits.column.field"), Width: 120, Order: words(columnField)},
		{Title: env.T("limits.column.part"), Width: 110, Order: words(columnPart)},
		{
			Title: env.T("limits.column.number"), Width: 75, Numeric: true,
			Order: kit.ByNumber(func(i int) float64 { return float64(s.rows[i].Figure) }),
		},
		{Title: env.T("limits.column.unit"), Width: 110, Order: words(columnUnit)},
		{Title: env.T("limits.column.source"), Width: 110, Order: words(columnSource)},
		{Title: env.T("limits.column.date"), Width: 115, Order: byDate},
		{Title: env.T("limits.column.sure"), Width: 130, Order: words(columnSure)},
	}
}

func (s *Dialog) read() { s.rows = rows(s.deps.Env.Printer, s.deps.Ours, s.deps.Kept) }

// selected returns the row that is selected.
func (s *Dialog) selected() (row, bool) {
	i := s.table.Selected()
	if i < 0 || i >= len(s.rows) {
		return row{}, false
	}
	return s.rows[i], true
}

// offer says what can be done with the row that is selected.
func (s *Dialog) offer() {
	env := s.deps.Env
	r, ok := s.selected()
	why := s.deps.Locked
	none, ours := why, why
	switch {
	case why != "":
	case !ok:
		none, ours = env.T("limits.reason.none"), env.T("limits.reason.none")
	case !r.Own:
		ours = env.T("limits.reason.ours")
	}
	setEnabled(s.change, none)
	setEnabled(s.restore, ours)
	if why == "" && !slices.ContainsFunc(s.rows, func(r row) bool { return r.Own }) {
		why = env.T("limits.reason.all_ours")
	}
	setEnabled(s.restoreAll, why)
	s.source.SetText(r.Limit.Source)
	s.content.Refresh() // it has as many lines as it needs
}

func setEnabled(b *kit.Button, reason string) {
	if reason == "" {
		b.Enable()
	} else {
		b.Disable(reason)
	}
}

// edit asks for another number in place of the one that is selected.
func (s *Dialog) edit() {
	r, ok := s.selected()
	if !ok || s.deps.Locked != "" {
		return
	}
	env := s.deps.Env
	f := &form{dialog: s, row: r}
	today := func() calendar.Date { return calendar.Of(s.deps.Now()) }
	changed := func() { f.open.Changed() }
	f.number = kit.NewField(env, kit.FieldOptions{MaxRunes: 12, OnChanged: func(string) { changed() }})
	f.number.SetText(env.Printer.Digits(strconv.Itoa(r.Figure)))
	f.source = kit.NewField(env, kit.FieldOptions{
		MaxRunes: maxSource, Placeholder: env.T("limits.source_example"), OnChanged: func(string) { changed() },
	})
	f.day = kit.NewDatePicker(env, kit.DateOptions{Today: today, Max: today(), OnChanged: func(calendar.Date) { changed() }})
	f.day.SetDate(today())
	if r.Own {
		f.source.SetText(r.Limit.Source)
		if t, err := time.Parse(time.DateOnly, r.Limit.AsOf); err == nil {
			f.day.SetDate(calendar.Of(t))
		}
	}
	f.open = kit.ShowForm(env, kit.FormOptions{
		Title: r.Title, Accept: env.T("limits.keep"), OnAccept: f.keep,
		Fields: []kit.FormField{
			{Label: env.T("limits.column.number"), Help: env.T("limits.number_help", "unit", r.Cells[columnUnit], "n", r.Ours), Input: f.number, Check: f.checkNumber},
			{Label: env.T("limits.column.source"), Help: env.T("limits.source_help"), Input: f.source, Check: f.checkSource},
			{Label: env.T("limits.column.date"), Help: env.T("limits.date_help"), Input: f.day, Check: f.checkDay},
		},
	})
}

// form is the open form for one limit.
type form struct {
	dialog *Dialog
	row    row
	number *kit.Field
	source *kit.Field
	day    *kit.DatePicker
	open   *kit.FormDialog
}

// limit returns what the form says.
func (f *form) limit() channel.Limit {
	l := f.row.Limit
	l.Number, _ = number(f.number.Text())
	l.Source, l.AsOf = strings.TrimSpace(f.source.Text()), ""
	if day := f.day.Date(); day != (calendar.Date{}) {
		l.AsOf = day.Time().Format(time.DateOnly)
	}
	return l
}

func (f *form) checkNumber() string {
	env := f.dialog.deps.Env
	if _, ok := number(f.number.Text()); !ok {
		return env.T("limits.problem.number")
	}
	l := f.limit()
	l.AsOf = f.dialog.deps.Ours.Updated // the day is another field's
	if err := f.dialog.deps.Ours.Check(l); err != nil {
		return env.Printer.Error(err)
	}
	return ""
}

func (f *form) checkSource() string {
	if strings.TrimSpace(f.source.Text()) == "" {
		return f.dialog.deps.Env.T("limits.problem.source")
	}
	return ""
}

func (f *form) checkDay() string {
	if f.limit().AsOf == "" {
		return f.dialog.deps.Env.T("limits.problem.date")
	}
	return ""
}

func (f *form) keep() bool {
	s := f.dialog
	s.keep(channel.Put(s.deps.Kept, f.limit()))
	return true
}

// takeBack puts our number back in place of the one that was given.
func (s *Dialog) takeBack() {
	if r, ok := s.selected(); ok && r.Own {
		s.keep(channel.Without(s.deps.Kept, r.Limit))
	}
}

func (s *Dialog) takeAllBack() {
	env := s.deps.Env
	kit.Confirm(env, env.T("limits.restore_all"), env.T("limits.restore_all_ask"), env.T("limits.restore_all_yes"), true,
		func() { s.keep(nil) })
}

// keep keeps limits and shows them.
func (s *Dialog) keep(all []channel.Limit) {
	s.deps.Keep(all, func(kept bool) {
		if !kept {
			return
		}
		s.deps.Kept = all
		s.read()
		s.table.Refresh()
		s.offer()
	})
}
