package gallery

import (
	"fyne.io/fyne/v2"

	"athar/domain/calendar"
	"athar/gui/kit"
)

// datesPage has dates of both calendars. The month is opened by hand.
func datesPage(env *kit.Env) fyne.CanvasObject {
	s := sampleFor(env)
	options := kit.DateOptions{Today: func() calendar.Date { return calendar.Date{Year: 2026, Month: 6, Day: 17} }}
	chosen := kit.NewDatePicker(env, options)
	chosen.SetDate(calendar.Date{Year: 2026, Month: 6, Day: 30})
	empty := kit.NewDatePicker(env, options)
	wrong := kit.NewDatePicker(env, options)
	wrong.SetText("31/02/2026")
	wrong.Commit()
	off := kit.NewDatePicker(env, options)
	off.SetDate(calendar.Date{Year: 2026, Month: 3, Day: 20})
	off.Disable(s.reason)
	return kit.Columns(env, 400, kit.NewCard(env, s.date, kit.Form(env,
		kit.NewFormItem(env, s.date, "", chosen), kit.NewFormItem(env, s.date, s.help, empty),
		kit.NewFormItem(env, s.date, "", wrong), kit.NewFormItem(env, s.date, "", off))))
}
