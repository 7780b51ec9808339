package history

import (
	"testing"

	"athar/domain/journal"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/theme"
)

func sight() guitest.Sight {
	data := []string{"Sara عمر Office Wadi Noor Test your well Families 18 athar.csv"}
	for _, lang := range guitest.Languages() {
		before, after := texts(lang)
		data = append(data, before, after)
	}
	return guitest.Sight{Data: data, Short: map[string]string{
		"wording.": "what an action was about, in a list; beside it, it is said whole",
		"edit.":    "what was done, in a list; beside it, it is said whole",
		"history.": "the same, of an undo and of several entries",
	}}
}

func TestEveryStateIsWholeAndInOrder(t *testing.T) {
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		o := newOpen(t, env, worked(t, env.Printer.Lang()))
		look := func(what string) {
			t.Run(what, func(t *testing.T) {
				guitest.See(t, env, sight())
				guitest.Walk(t, env)
			})
		}
		o.hold = true
		o.show(journal.Ref{})
		look("reading")
		o.comeBack()
		for _, i := range []int{0, 1, 2, 3, 5} {
			o.selects(i)
			look("line")
		}
		o.dialog.only(messageRef())
		look("one entry")
		o.selects(1)
		o.Press("history.restore")
		look("restored")
		o.dialog.filtered(filter{part: "metrics"})
		look("nothing found")
	})
}

func TestNoWordIsCutInLargeText(t *testing.T) {
	for _, lang := range guitest.Languages() {
		t.Run(lang, func(t *testing.T) {
			env := guitest.EnvWith(t, lang, theme.Options{Variant: theme.Light, TextScale: 2})
			o := newOpen(t, env, worked(t, lang)).show(journal.Ref{})
			for _, i := range []int{0, 2, 3} {
				o.selects(i)
				guitest.SeeWhole(t, env, sight())
			}
		})
	}
}

func TestPictures(t *testing.T) {
	guitest.Album(t, "history", []guitest.Look{guitest.At(1366, 768, 1), guitest.At(1366, 768, 1.6)},
		func(t *testing.T, env *kit.Env, _ guitest.Look, take func(string)) {
			o := newOpen(t, env, worked(t, env.Printer.Lang())).show(journal.Ref{})
			take("removed")
			o.selects(2)
			take("segment")
			o.selects(3)
			take("words")
			o.dialog.only(messageRef())
			o.selects(1)
			o.Press("history.restore")
			take("restored")
			o.dialog.filtered(filter{part: "metrics"})
			take("nothing")
		})
}
