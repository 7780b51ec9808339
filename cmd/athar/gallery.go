package main

import (
	"fyne.io/fyne/v2"

	"athar/gui/gallery"
	"athar/gui/kit"
	"athar/gui/run"
)

// runGallery shows every widget instead of Athar. It opens no data.
func runGallery(in *invocation, a fyne.App) error {
	content, err := loadContent()
	if err != nil {
		return err
	}
	gallery.New(gallery.Deps{
		App: a, Run: run.New(), Catalogs: content.Catalogs, Fonts: kit.ReadFonts(), Lang: in.lang,
	}).Show()
	a.Run()
	return nil
}
