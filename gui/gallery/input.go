package gallery

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
)

// inputPage has what is typed into, in every state.
func inputPage(env *kit.Env) fyne.CanvasObject {
	s := sampleFor(env)
	return kit.Columns(env, 400,
		kit.NewCard(env, s.name, fields(env, s)),
		kit.NewCard(env, s.name, editors(env, s)),
		kit.NewCard(env, s.name, secrets(env, s)),
	)
}

func fields(env *kit.Env, s sample) fyne.CanvasObject {
	focused := kit.NewField(env, kit.FieldOptions{Text: s.typed})
	show := kit.NewFormItem(env, s.name, s.help, focused)
	empty := kit.NewField(env, kit.FieldOptions{Placeholder: s.placeholder, Icon: fynetheme.SearchIcon()})
	found := kit.NewField(env, kit.FieldOptions{Text: s.segments[2], Icon: fynetheme.SearchIcon(), Clear: true})
	wrong := kit.NewFormItem(env, s.name, "", kit.NewField(env, kit.FieldOptions{Text: "2026"}))
	wrong.SetProblem(s.problem)
	alone := kit.NewField(env, kit.FieldOptions{Text: "2026"})
	alone.SetProblem(s.problem)
	off := kit.NewField(env, kit.FieldOptions{Text: s.typed})
	off.Disable(s.reason)
	fixed := kit.NewField(env, kit.FieldOptions{Text: s.typed})
	fixed.SetReadOnly(true)
	return kit.Form(env, show, empty, found, wrong, alone, off, fixed)
}

func editors(env *kit.Env, s sample) fyne.CanvasObject {
	plain := kit.NewEditor(env, kit.EditorOptions{Text: s.long + "\n" + Mixed()[3], Rows: 4})
	empty := kit.NewEditor(env, kit.EditorOptions{Placeholder: s.placeholder, Rows: 2})
	off := kit.NewEditor(env, kit.EditorOptions{Text: s.sentence, Rows: 1})
	off.Disable(s.reason)
	counted := kit.NewEditor(env, kit.EditorOptions{Text: s.long, Rows: 3, Counter: kit.NewLabel(env, "212 / 280", kit.StyleCaption)})
	counted.SetHighlights([]kit.Highlight{
		{Start: 0, End: 6, Tone: kit.ToneWarning, Note: s.help},
		{Start: 14, End: 24, Tone: kit.ToneDanger, Note: s.problem},
		{Start: 30, End: 41, Tone: kit.ToneInfo, Note: s.reason},
	})
	return kit.Form(env, plain, empty, off, counted)
}

func secrets(env *kit.Env, s sample) fyne.CanvasObject {
	secret := func() *kit.Secret {
		made := kit.NewSecret(env, kit.SecretOptions{})
		made.SetText(s.typed)
		return made
	}
	shown, wrong, off := secret(), secret(), secret()
	shown.ShowText(true)
	wrong.SetProblem(s.problem)
	off.Disable(s.reason)
	return kit.Form(env, kit.NewFormItem(env, s.name, s.help, secret()), shown, wrong, off, kit.NewSecret(env, kit.SecretOptions{}))
}
