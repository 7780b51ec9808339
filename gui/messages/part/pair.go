package part

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/proofing"
	"athar/domain/text/bidi"
	"athar/gui/kit"
	"athar/gui/theme"
)

// Pair is the same text in both languages of the interface.
type Pair struct{ Ar, En *kit.Editor }

// NewPair makes two editors. Each has the direction of its language, whatever its
// first word is.
func NewPair(env *kit.Env, rows int, placeholder string, onChanged func(lang, text string)) Pair {
	editor := func(lang string, direction bidi.Direction) *kit.Editor {
		return kit.NewEditor(env, kit.EditorOptions{
			Placeholder: placeholder, Rows: rows, ReadOnly: env.Locked, MaxRunes: domain.MaxLong, Direction: direction,
			OnChanged: func(text string) { onChanged(lang, text) },
		})
	}
	return Pair{Ar: editor("ar", bidi.RTL), En: editor("en", bidi.LTR)}
}

// In returns the editor of a language.
func (p Pair) In(lang string) *kit.Editor {
	if lang == "ar" {
		return p.Ar
	}
	return p.En
}

// Watch has marked in both what there is to say of a field, which has no language
// in its name.
func (p Pair) Watch(checks Checks, field string) {
	if checks == nil {
		return
	}
	for _, lang := range []string{"ar", "en"} {
		checks.Watch(proofing.Text{Field: field, Lang: lang}, p.In(lang))
	}
}

// Remember keeps the direction of each text with the message.
func (p Pair) Remember(message domain.ID, field string) {
	p.Ar.Remember(message.String() + "." + field + ".ar")
	p.En.Remember(message.String() + "." + field + ".en")
}

// Set shows a text.
func (p Pair) Set(t domain.Text) {
	p.Ar.SetText(t.Ar)
	p.En.SetText(t.En)
}

// Beside puts the Arabic and the English part next to one another, the reader's
// language first, or one above the other where there is no room.
func Beside(env *kit.Env, ar, en fyne.CanvasObject) fyne.CanvasObject {
	first, second := en, ar
	if env.RTL() {
		first, second = ar, en
	}
	return kit.Columns(env, fynetheme.Size(theme.SizeTextColumn)/2, first, second)
}
