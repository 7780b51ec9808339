package gui

import (
	"athar/gui/kit"
	"athar/gui/settings"
)

// showAppearance asks for the look and the size of text. What is chosen is seen
// at once, also behind the dialog.
func (w *Window) showAppearance() {
	env := w.env
	// The size comes first: while it changes, its slider stays in sight.
	scale := kit.NewSlider(env, kit.SliderOptions{
		Min: settings.MinScale, Max: settings.MaxScale, Step: settings.ScaleStep, Ticks: true,
		Format: env.Printer.Percent,
		// At the end of a gesture: a slider that grew under the pointer would run
		// away from it.
		OnCommitted: w.setScale,
	})
	scale.SetValue(w.settings.Scale)
	look := kit.NewRadio(env, lookOptions(env), func(l string) { w.setLook(settings.Look(l)) })
	look.SetValue(string(w.settings.Look))
	kit.ShowDialog(env, kit.DialogOptions{
		Title: env.T("appearance.title"),
		Content: kit.Form(env,
			kit.NewFormItem(env, env.T("appearance.size"), "", scale),
			kit.NewFormItem(env, env.T("appearance.look"), "", look)),
		Cancel: env.T("help.close"),
	})
}

func lookOptions(env *kit.Env) []kit.RadioOption {
	var options []kit.RadioOption
	for _, l := range settings.Looks() {
		options = append(options, kit.RadioOption{
			Value: string(l), Label: env.T("appearance.look." + string(l)), Help: env.T("appearance.look_help." + string(l)),
		})
	}
	return options
}
