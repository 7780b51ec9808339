package home

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/guitest"
	"athar/gui/theme"
)

func TestPictures(t *testing.T) {
	dir := guitest.Shots(t)
	for _, lang := range guitest.Languages() {
		for _, tt := range []struct{ width, height, scale float32 }{
			{1366, 640, 1}, {1366, 640, 1.3}, {1366, 2000, 1}, {1920, 900, 1},
		} {
			env := guitest.EnvWith(t, lang, theme.Options{Variant: theme.Light, TextScale: tt.scale})
			name := func(what string) string {
				return fmt.Sprintf("home-%s-%s-%gx%g-%g", lang, what, tt.width, tt.height, tt.scale)
			}
			b := open(t, env, 1, shelfOfAll(t, lang)...)
			guitest.Show(env, b.screen.Content(), tt.width, tt.height)
			guitest.Picture(t, env, dir, name("open"))
			b = open(t, env, -1)
			guitest.Show(env, b.screen.Content(), tt.width, tt.height)
			guitest.Picture(t, env, dir, name("welcome"))
		}
		picturesOfStates(t, dir, lang)
	}
}

func picturesOfStates(t *testing.T, dir, lang string) {
	env := guitest.Env(t, lang)
	picture := func(what string) { guitest.Picture(t, env, dir, "home-"+lang+"-"+what) }
	b := open(t, env, 0, shelfOfAll(t, lang)...)
	guitest.Show(env, b.screen.Content(), 1366, 640)
	picture("sample")
	b.choose(3)
	picture("closed")
	b.screen.turnTo(shelfArchived)
	picture("archive")
	b.screen.view.list.shelf.SetValue(string(shelfTrash))
	b.screen.turnTo(shelfTrash)
	picture("trash")
	b.screen.view.list.filter.SetText("ماء xyz")
	b.screen.find("ماء xyz")
	picture("nothing")
	b.screen.New()
	picture("new-blank")
	b.press("home.create.accept")
	picture("new-problem")
	env.Window.Canvas().FocusNext()
	b.keys(fyne.KeyDown)
	picture("new-template")
	big := guitest.EnvWith(t, lang, theme.Options{Variant: theme.Light, TextScale: 1.3})
	b = open(t, big, 0, shelfOfAll(t, lang)...)
	guitest.Show(big, b.screen.Content(), 1366, 740)
	b.screen.New()
	b.env.Window.Canvas().FocusNext()
	b.keys(fyne.KeyDown)
	guitest.Picture(t, big, dir, "home-"+lang+"-new-1.3")
}
