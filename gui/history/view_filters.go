package history

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/calendar"
	"athar/domain/journal"
	"athar/gui/kit"
	"athar/gui/theme"
)

// filters are what the list can be narrowed down by.
type filters struct {
	env     *kit.Env
	on      intents
	content *fyne.Container
	value   filter

	person, device, part *kit.Select
	deviceRow            *kit.FormRow
	grid                 *fyne.Container
	options              page // as shown

	record  *kit.Paragraph // the one record whose history is shown
	showAll *kit.Button
	only    *fyne.Container
}

func newFilters(env *kit.Env, now func() time.Time, on intents) *filters {
	f := &filters{env: env, on: on}
	f.person = kit.NewSelect(env, nil, f.set(func(v *filter, s string) { v.person = s }))
	f.device = kit.NewSelect(env, nil, f.set(func(v *filter, s string) { v.device = s }))
	f.part = kit.NewSelect(env, nil, f.set(func(v *filter, s string) { v.part = s }))
	day := func(set func(*filter, calendar.Date)) *kit.DatePicker {
		return kit.NewDatePicker(env, kit.DateOptions{
			Today:     func() calendar.Date { return calendar.Of(now().Local()) },
			OnChanged: func(d calendar.Date) { set(&f.value, d); on.OnFilter(f.value) },
		})
	}
	from := day(func(v *filter, d calendar.Date) { v.from = d })
	to := day(func(v *filter, d calendar.Date) { v.to = d })
	item := func(key string, w fyne.CanvasObject) *kit.FormRow { return kit.NewFormItem(env, env.T(key), "", w) }
	f.deviceRow = item("history.filter.device", f.device)
	f.grid = kit.Columns(env, 0.34*fynetheme.Size(theme.SizeTextColumn),
		item("history.filter.person", f.person), f.deviceRow, item("history.filter.part", f.part),
		item("history.filter.from", from), item("history.filter.to", to))
	f.record = kit.NewParagraph(env, "", kit.StyleStrong)
	f.showAll = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("history.show_all"), OnTapped: func() { on.OnRecord(journal.Ref{}) },
	})
	f.only = kit.Ends(env, f.record, f.showAll)
	f.content = kit.Pad(fynetheme.Size(theme.Space4), kit.Column(f.only, f.grid))
	return f
}

// set makes what a choice does.
func (f *filters) set(change func(*filter, string)) func(string) {
	return func(value string) {
		change(&f.value, value)
		f.on.OnFilter(f.value)
	}
}

// show puts the choices on show that there are.
func (f *filters) show(p page) {
	f.value = p.Filter
	if !slices.Equal(p.People, f.options.People) {
		f.person.SetOptions(p.People)
	}
	if !slices.Equal(p.Devices, f.options.Devices) {
		f.device.SetOptions(p.Devices)
	}
	if !slices.Equal(p.Parts, f.options.Parts) {
		f.part.SetOptions(p.Parts)
	}
	f.options = p
	f.person.SetValue(p.Filter.person)
	f.device.SetValue(p.Filter.device)
	f.part.SetValue(p.Filter.part)
	// One computer needs no choice: "every" and itself are the same.
	kit.SetVisible(f.deviceRow, len(p.Devices) > 2)
	kit.SetVisible(f.only, p.Record != "")
	f.record.SetText(p.Record)
	f.content.Refresh()
}
