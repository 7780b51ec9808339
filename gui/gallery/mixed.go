package gallery

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/kit/chart"
)

// mixedPage has a mixed sentence in every widget that shows words.
func mixedPage(env *kit.Env) fyne.CanvasObject {
	m := Mixed()
	return kit.Column(
		kit.Columns(env, 380,
			kit.NewCard(env, m[1], mixedText(env)),
			kit.NewCard(env, m[2], mixedInput(env)),
			kit.NewCard(env, m[3], mixedChoices(env)),
		),
		mixedTabs(env),
		kit.Columns(env, 560, mixedTable(env), mixedChart(env)),
	)
}

func mixedText(env *kit.Env) fyne.CanvasObject {
	var shown []fyne.CanvasObject
	for _, s := range Mixed() {
		shown = append(shown, kit.NewLabel(env, s, kit.StyleBody))
	}
	shown = append(shown,
		kit.NewParagraph(env, Mixed()[2]+" "+Mixed()[1]+"\n"+Mixed()[3], kit.StyleStrong),
		kit.Flow(env, kit.NewBadge(env, Mixed()[3], kit.ToneInfo), kit.NewBadge(env, Mixed()[1], kit.ToneWarning)),
	)
	return kit.Column(shown...)
}

func mixedInput(env *kit.Env) fyne.CanvasObject {
	m := Mixed()
	field := kit.NewField(env, kit.FieldOptions{Text: m[0]})
	editor := kit.NewEditor(env, kit.EditorOptions{Text: m[2] + "\n" + m[3], Rows: 3})
	return kit.Form(env, kit.NewFormItem(env, m[1], m[0], field), kit.NewFormItem(env, m[3], "", editor))
}

func mixedChoices(env *kit.Env) fyne.CanvasObject {
	m := Mixed()
	button := kit.NewButton(env, kit.ButtonOptions{Text: m[1], Icon: fynetheme.DocumentSaveIcon(), Kind: kit.ButtonPrimary})
	check := kit.NewCheck(env, m[0], nil)
	check.SetChecked(true)
	chosen := kit.NewSelect(env, mixedOptions(), nil)
	chosen.SetValue("2")
	return kit.Column(button, check, chosen, kit.NewChips(env, mixedOptions()[:2], nil), kit.NewButton(env, kit.ButtonOptions{Text: m[3]}))
}

func mixedOptions() []kit.Option {
	var options []kit.Option
	for i, s := range Mixed() {
		options = append(options, kit.Option{Value: string(rune('0' + i)), Label: s})
	}
	return options
}

func mixedTabs(env *kit.Env) fyne.CanvasObject {
	var tabs []kit.Tab
	for _, o := range mixedOptions() {
		tabs = append(tabs, kit.Tab{Key: o.Value, Title: o.Label, Content: kit.Pad(8, kit.NewLabel(env, o.Label, kit.StyleHeading))})
	}
	return kit.NewTabs(env, tabs, nil)
}

func mixedTable(env *kit.Env) fyne.CanvasObject {
	m := Mixed()
	table := kit.NewTable(env, []kit.TableColumn{{Title: m[1], Width: 260}, {Title: m[3], Width: 180}, {Title: "%", Width: 70, Numeric: true}},
		func() int { return len(m) }, func(row, col int) string {
			return []string{m[row], m[len(m)-1-row], env.Printer.Percent(float64(row) / 8)}[col]
		})
	return tall(220, table)
}

func mixedChart(env *kit.Env) fyne.CanvasObject {
	m := Mixed()
	model := chart.Model{
		Kind: chart.Bar, Categories: []string{m[1], m[3]}, Mirrored: env.RTL(), Summary: m[2],
		Series: []chart.Series{
			{Name: m[0], X: []float64{0, 1}, Y: []float64{48, 31}},
			{Name: m[3], X: []float64{0, 1}, Y: []float64{27, 75}},
		},
		Format: chart.Format{
			Value: env.Printer.Number, Point: env.Printer.Number,
			Tick: func(x float64, _ chart.TimeStep) string { return env.Printer.Number(x) },
		},
	}
	return tall(220, chart.New(env, model))
}

// tall gives what has no height of its own some.
func tall(height float32, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Stack(kit.Gap(height), o)
}
