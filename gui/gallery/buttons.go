package gallery

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
)

// buttonsPage has every kind of button in every state, and what shows progress.
func buttonsPage(env *kit.Env) fyne.CanvasObject {
	s := sampleFor(env)
	return kit.Column(
		kit.Columns(env, 400,
			kit.NewCard(env, s.save, buttonKinds(env, s, nil)),
			kit.NewCard(env, s.save, buttonKinds(env, s, fynetheme.DocumentSaveIcon())),
		),
		kit.NewCard(env, s.sentence, progress(env, s)),
	)
}

func buttonKinds(env *kit.Env, s sample, icon fyne.Resource) fyne.CanvasObject {
	column := kit.Column()
	for _, kind := range []kit.ButtonKind{kit.ButtonPrimary, kit.ButtonPlain, kit.ButtonDanger, kit.ButtonQuiet} {
		make := func() *kit.Button { return kit.NewButton(env, kit.ButtonOptions{Text: s.save, Kind: kind, Icon: icon}) }
		focused, pointed, off := make(), make(), make()
		focused.FocusGained()
		pointed.MouseIn(nil)
		off.Disable(s.reason)
		column.Add(kit.Flow(env, make(), focused, pointed, off))
	}
	if icon != nil {
		column.Add(kit.Flow(env,
			kit.NewButton(env, kit.ButtonOptions{Icon: fynetheme.NavigateBackIcon(), Hint: s.undo}),
			kit.NewButton(env, kit.ButtonOptions{Icon: fynetheme.ContentUndoIcon(), Hint: s.undo, Kind: kit.ButtonQuiet})))
	}
	return column
}

func progress(env *kit.Env, s sample) fyne.CanvasObject {
	begun := kit.NewProgress(env, func() {})
	begun.Set(0.04, s.sentence)
	half := kit.NewProgress(env, func() {})
	half.Set(0.62, s.typed)
	done := kit.NewProgress(env, nil)
	done.Set(1, s.sentence)
	return kit.Column(begun, half, done)
}
