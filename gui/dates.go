package gui

import (
	"cmp"
	"slices"

	"athar/domain/calendar"
	"athar/domain/text"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/settings"
)

// regions returns where the people may live of whom texts speak, for what depends
// on it.
func (w *Window) regions() []string {
	if region := w.region(); region != calendar.World {
		return []string{region}
	}
	return nil
}

// region returns the region shown: the chosen one, else the desktop's.
func (w *Window) region() string {
	return cmp.Or(w.settings.Region, w.deps.SystemRegion, calendar.World)
}

// showDates asks for what dates depend on.
func (w *Window) showDates() {
	env := w.env
	week := kit.NewParagraph(env, weekText(env.Printer.In(w.region())), kit.StyleMuted)
	region := kit.NewSelect(env, regionOptions(env.Printer, w.region()), func(code string) {
		week.SetText(weekText(env.Printer.In(code)))
	})
	region.SetValue(w.region())
	hijri := kit.NewCheck(env, env.T("dates.hijri"), nil)
	hijri.SetChecked(w.settings.ShowsHijri(w.lang()))
	kit.ShowDialog(env, kit.DialogOptions{
		Title: env.T("dates.title"),
		Content: kit.Form(env,
			kit.Column(kit.NewFormItem(env, env.T("dates.region"), env.T("dates.region_help"), region), week),
			kit.NewFormItem(env, env.T("dates.hijri_label"), env.T("dates.hijri_help"), hijri)),
		Accept: env.T("dates.use"),
		OnAccept: func() bool {
			w.useDates(region.Value(), hijri.Checked())
			return true
		},
	})
}

// useDates keeps what was chosen and shows the window anew with it. What was
// left as the desktop or the language has it goes on following them.
func (w *Window) useDates(region string, hijri bool) {
	before := w.settings
	if region != w.region() {
		w.settings.Region = region
		w.proofs.Move()
	}
	if hijri != w.settings.ShowsHijri(w.lang()) {
		w.settings.Hijri = settings.ShownNever
		if hijri {
			w.settings.Hijri = settings.ShownAlways
		}
	}
	if w.settings.Region == before.Region && w.settings.Hijri == before.Hijri {
		return
	}
	w.keepSettings()
	w.rebuild()
}

// regionOptions returns the regions in the order of their names. One that has no
// name here, and that of nowhere in particular, come last.
func regionOptions(p *i18n.Printer, current string) []kit.Option {
	var all []kit.Option
	known := calendar.Regions()
	for _, code := range known {
		all = append(all, kit.Option{Value: code, Label: p.T("region." + code)})
	}
	slices.SortFunc(all, func(a, b kit.Option) int { return compareNames(a.Label, b.Label) })
	if slices.Contains(known, current) {
		current = calendar.World
	}
	return append(all, kit.Option{Value: current, Label: p.T("dates.region_other")})
}

// compareNames orders names as an alphabet does, whatever their marks.
func compareNames(a, b string) int { return cmp.Compare(text.Fold(a), text.Fold(b)) }

// weekText says how the week goes in the Printer's region.
func weekText(p *i18n.Printer) string {
	week := p.Week()
	first, rest := p.Weekday(week.First), week.Weekend()
	if len(rest) == 1 {
		return p.T("dates.week_one", "first", first, "day", p.Weekday(rest[0]))
	}
	return p.T("dates.week_two", "first", first, "day", p.Weekday(rest[0]), "other", p.Weekday(rest[1]))
}
