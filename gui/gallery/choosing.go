package gallery

import (
	"fyne.io/fyne/v2"

	"athar/gui/kit"
)

// choosingPage has what chooses from options.
func choosingPage(env *kit.Env) fyne.CanvasObject {
	s := sampleFor(env)
	return kit.Columns(env, 380,
		kit.NewCard(env, s.channel, selects(env, s)),
		kit.NewCard(env, s.channel, choices(env, s)),
		kit.NewCard(env, s.channel, sliders(env, s)),
	)
}

func optionsOf(labels []string) []kit.Option {
	options := make([]kit.Option, len(labels))
	for i, label := range labels {
		options[i] = kit.Option{Value: label, Label: label}
	}
	return options
}

func selects(env *kit.Env, s sample) fyne.CanvasObject {
	unsaid := kit.NewSelect(env, append([]kit.Option{{Value: "", Label: s.unknown}}, optionsOf(s.segments)...), nil)
	chosen := kit.NewSelect(env, optionsOf(s.cities), nil) // long enough to be searched
	chosen.SetValue(s.cities[4])
	grouped := kit.NewSelect(env, nil, nil)
	grouped.SetGroups([]kit.OptionGroup{{Label: s.parent, Options: optionsOf(s.segments)}, {Label: s.child, Options: optionsOf(s.cities[:4])}})
	grouped.SetValue(s.cities[1])
	focused := kit.NewSelect(env, optionsOf(s.segments), nil)
	focused.SetValue(s.segments[2])
	focused.FocusGained()
	off := kit.NewSelect(env, optionsOf(s.segments), nil)
	off.SetValue(s.segments[0])
	off.Disable(s.reason)
	chips := kit.NewChips(env, optionsOf(s.segments), nil)
	chips.SetValues([]string{s.segments[0], s.segments[2]})
	return kit.Form(env, unsaid, chosen, grouped, focused, off, chips)
}

func choices(env *kit.Env, s sample) fyne.CanvasObject {
	short := optionsOf([]string{s.yes, s.partly, s.no})
	chosen, focused, off := kit.NewChoice(env, short, nil), kit.NewChoice(env, short, nil), kit.NewChoice(env, short, nil)
	chosen.SetValue(s.partly)
	focused.FocusGained()
	off.SetValue(s.yes)
	off.Disable(s.reason)
	on, none, fixed := kit.NewCheck(env, s.typed, nil), kit.NewCheck(env, s.sentence, nil), kit.NewCheck(env, s.no, nil)
	on.SetChecked(true)
	fixed.SetChecked(true)
	fixed.Disable(s.reason)
	radio := kit.NewRadio(env, []kit.RadioOption{
		{Value: "yes", Label: s.yes, Help: s.help}, {Value: "partly", Label: s.long}, {Value: "no", Label: s.no},
	}, nil)
	radio.SetValue("partly")
	return kit.Form(env, chosen, focused, off, kit.ColumnTight(on, none, fixed), radio)
}

func sliders(env *kit.Env, s sample) fyne.CanvasObject {
	share := func(v float64) *kit.Slider {
		slider := kit.NewSlider(env, kit.SliderOptions{Min: 1, Max: 2, Step: 0.1, Format: env.Printer.Percent, Ticks: true})
		slider.SetValue(v)
		return slider
	}
	focused, off := share(1.5), share(1.2)
	focused.FocusGained()
	off.Disable(s.reason)
	return kit.Form(env, share(1), focused, share(2), off)
}
