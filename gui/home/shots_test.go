package home

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestPictures(t *testing.T) {
	guitest.Album(t, "home", []guitest.Look{
		guitest.At(1366, 640, 1), guitest.At(1366, 640, 1.3), guitest.At(1366, 2000, 1), guitest.At(1920, 900, 1),
	}, func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
		b := open(t, env, 1, shelfOfAll(t, env.Printer.Lang())...)
		guitest.Show(env, b.screen.Content(), l.Width, l.Height)
		take("open")
		b = open(t, env, -1)
		guitest.Show(env, b.screen.Content(), l.Width, l.Height)
		take("welcome")
	})
	guitest.Album(t, "home", []guitest.Look{guitest.At(1366, 640, 1), guitest.At(1366, 740, 1.3)}, picturesOfStates)
}

func picturesOfStates(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
	b := open(t, env, 0, shelfOfAll(t, env.Printer.Lang())...)
	guitest.Show(env, b.screen.Content(), l.Width, l.Height)
	take("sample")
	b.choose(3)
	take("closed")
	b.screen.turnTo(shelfArchived)
	take("archive")
	b.screen.view.list.shelf.SetValue(string(shelfTrash))
	b.screen.turnTo(shelfTrash)
	take("trash")
	b.screen.view.list.filter.SetText("ماء xyz")
	b.screen.find("ماء xyz")
	take("nothing")
	b.screen.New()
	take("new-blank")
	b.Press("home.create.accept")
	take("new-problem")
	env.Window.Canvas().FocusNext()
	b.Keys(fyne.KeyDown)
	take("new-template")
}
