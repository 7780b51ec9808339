package home

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestEveryStateIsWholeAndInOrder(t *testing.T) {
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		campaigns := shelfOfAll(t, env.Printer.Lang())
		sight := guitest.Sight{
			Data: []string{"/home/layla/بيانات أثر", "ماء xyz", "September October November", "العربية English"},
			Short: map[string]string{
				"home.changed":  "a date in a list: the year may go",
				"home.trashed":  "a date in a list: the year may go",
				"home.segments": "counts in a list; the tabs of the campaign say them",
			},
		}
		for _, c := range campaigns {
			sight.Data = append(sight.Data, c.Header.Title, c.Header.Goal)
		}
		look := func(what string) {
			t.Run(what, func(t *testing.T) {
				guitest.See(t, env, sight)
				guitest.Walk(t, env)
			})
		}
		open(t, env, -1)
		look("welcome")
		b := open(t, env, 0, campaigns...)
		look("sample")
		b.choose(3)
		look("closed")
		b.screen.turnTo(shelfArchived)
		look("archive")
		b.screen.view.list.shelf.SetValue(string(shelfTrash))
		b.screen.turnTo(shelfTrash)
		look("trash")
		b.screen.view.list.filter.SetText("ماء xyz")
		b.screen.find("ماء xyz")
		look("nothing found")
		b.screen.New()
		look("new, blank")
		b.Press("home.create.accept")
		look("new, without a title")
		env.Window.Canvas().FocusNext()
		b.Keys(fyne.KeyDown)
		look("new, from a template")
	})
}
