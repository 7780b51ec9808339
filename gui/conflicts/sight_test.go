package conflicts

import (
	"testing"

	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/theme"
)

func sight() guitest.Sight {
	data := []string{"Sara عمر Office Wadi Noor Test your well Wash your hands often"}
	for _, all := range texts {
		data = append(data, all[:]...)
	}
	return guitest.Sight{Data: data, Short: map[string]string{
		"wording.":        "where it is, in a list; beside it, it is said whole",
		"messages.field.": "where it is, in a list; beside it, it is said whole",
	}}
}

func TestEveryStateIsWholeAndInOrder(t *testing.T) {
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		lang := env.Printer.Lang()
		sara, omar, _, _ := apart(t, lang)
		b := show(t, env, sara, omar)
		look := func(what string) {
			t.Run(what, func(t *testing.T) {
				guitest.See(t, env, sight())
				guitest.Walk(t, env)
			})
		}
		look("reading")
		b.found()
		b.settleOn("core/" + lang)
		look("a text")
		b.settleOn("stage")
		look("a choice")
		b.settleOn("")
		look("an entry")
		for range 3 {
			b.pressKeep(0)
		}
		look("nothing left")
	})
}

func TestNoWordIsCutInLargeText(t *testing.T) {
	for _, lang := range guitest.Languages() {
		t.Run(lang, func(t *testing.T) {
			env := guitest.EnvWith(t, lang, theme.Options{Variant: theme.Light, TextScale: 2})
			sara, omar, _, _ := apart(t, lang)
			b := show(t, env, sara, omar)
			b.found()
			for _, path := range []string{"core/" + lang, "stage", ""} {
				b.settleOn(path)
				guitest.SeeWhole(t, env, sight())
			}
		})
	}
}

func TestPictures(t *testing.T) {
	guitest.Album(t, "conflicts", []guitest.Look{guitest.At(1366, 700, 1), guitest.At(1366, 700, 2)},
		func(t *testing.T, env *kit.Env, _ guitest.Look, take func(string)) {
			lang := env.Printer.Lang()
			sara, omar, _, _ := apart(t, lang)
			b := show(t, env, sara, omar)
			b.found()
			b.settleOn("core/" + lang)
			take("text")
			b.settleOn("")
			take("entry")
			for range 3 {
				b.pressKeep(0)
			}
			take("none")
		})
}
