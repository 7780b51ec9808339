package main

import (
	"sync"

	"fyne.io/fyne/v2"
)

// A window costs more time than anything else at the start: the libraries of
// OpenGL are loaded and its shaders compiled. None of that needs what Athar
// reads, so both are done at the same time.

// atOnce begins all the work in the background and returns what waits for it.
func atOnce(work ...func()) (wait func()) {
	var under sync.WaitGroup
	for _, f := range work {
		under.Go(f)
	}
	return under.Wait
}

// readFonts has Fyne read the fonts of both weights and the list of the
// system's fonts, as it does when it first measures a text. Fyne keeps them
// without a lock: until this returns, nobody else may measure or draw a text.
func readFonts(a fyne.App) {
	const size = 14 // whichever
	for _, bold := range []bool{false, true} {
		a.Driver().RenderedTextSize("A", size, fyne.TextStyle{Bold: bold}, nil)
	}
}

// earlyApp is an app with a window that is shown already. The first who asks
// for a window gets it.
type earlyApp struct {
	fyne.App
	window fyne.Window
}

// showEarly shows an empty window of a size and returns the app that has it.
func showEarly(a fyne.App, size fyne.Size) fyne.App {
	w := a.NewWindow(a.Metadata().Name)
	w.Resize(size)
	w.Show()
	return &earlyApp{a, w}
}

// NewWindow implements fyne.App.
func (a *earlyApp) NewWindow(title string) fyne.Window {
	w := a.window
	if w == nil {
		return a.App.NewWindow(title)
	}
	a.window = nil
	w.SetTitle(title)
	return w
}
