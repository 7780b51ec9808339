package gui

import (
	"path/filepath"
	"strings"

	"athar/domain/paper"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// saveFile asks where a file is to be saved, makes it and says where it is.
func (w *Window) saveFile(f paper.File) {
	w.env.Settle() // what is typed in a date belongs to the file
	kit.ChooseFiles(w.env, kit.ChooserOptions{
		Title: f.Title, Extensions: []string{f.Extension}, Save: true, Start: w.settings.CopyFolder, FileName: f.Name,
		OnChosen: func(paths []string) { w.writeFile(withEnding(paths[0], f.Extension), f) },
	})
}

func (w *Window) writeFile(path string, f paper.File) {
	w.settings.CopyFolder = filepath.Dir(path)
	w.keepSettings()
	var err error
	w.deps.Run.Background(func() {
		var data []byte
		if data, err = f.Make(); err == nil {
			err = w.deps.WriteFile(path, data)
		}
	}, func() {
		if err != nil {
			w.report(err)
			return
		}
		w.banner.Tell(kit.ToneInfo, w.env.T("file.saved", "file", i18n.Island(path)))
	})
}

// withEnding returns a path that ends as its file must, whatever was typed.
func withEnding(path, extension string) string {
	if strings.EqualFold(filepath.Ext(path), "."+extension) {
		return path
	}
	return path + "." + extension
}
