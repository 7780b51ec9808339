package kit

import (
	"crypto/sha256"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// noticed tells that somebody is at the keyboard or the mouse.
func (e *Env) noticed() {
	if e.Noticed != nil {
		e.Noticed()
	}
}

var (
	_ fyne.Widget        = (*watch)(nil)
	_ desktop.Cursorable = (*watch)(nil)
)

// watch hears of every move of the mouse: the toolkit asks whatever lies under
// the pointer how the pointer looks there, from the bottom to the top, and what
// lies higher has the last word.
type watch struct {
	widget.BaseWidget
	env *Env
}

// NewWatch makes an unseen plate that has Env.Noticed told of the mouse. It
// belongs below everything else, as large as the window.
func NewWatch(env *Env) fyne.CanvasObject {
	w := &watch{env: env}
	w.ExtendBaseWidget(w)
	return w
}

// Cursor implements desktop.Cursorable.
func (w *watch) Cursor() desktop.Cursor {
	w.env.noticed()
	return desktop.DefaultCursor
}

// CreateRenderer implements fyne.Widget.
func (w *watch) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// Clipping knows whether what is on the clipboard came from this window. It keeps
// no text.
type Clipping struct {
	sum [sha256.Size]byte
	any bool
}

// ToClipboard puts a text on the clipboard.
func (e *Env) ToClipboard(text string) { e.toClipboard(fyne.CurrentApp().Clipboard(), text) }

func (e *Env) toClipboard(c fyne.Clipboard, text string) {
	c.SetContent(text)
	if e.Clipping != nil {
		e.Clipping.sum, e.Clipping.any = sha256.Sum256([]byte(text)), true
	}
}

// Clear empties the clipboard if it still holds what was put there from here.
// What somebody copied elsewhere since is left alone.
func (c *Clipping) Clear(board fyne.Clipboard) {
	if c.any && sha256.Sum256([]byte(board.Content())) == c.sum {
		board.SetContent("")
	}
	*c = Clipping{}
}

// CloseAll takes away whatever lies over the window, and tells nobody: the window
// is about to show something else.
func (e *Env) CloseAll() {
	e.uncovered = nil
	overlays := e.Window.Canvas().Overlays()
	for top := overlays.Top(); top != nil; top = overlays.Top() {
		if l, ok := top.(*layer); ok && l.open {
			l.lost, l.below = nil, nil
			l.close()
			continue
		}
		overlays.Remove(top)
	}
	e.drops, e.keys = nil, nil
	e.Window.Canvas().Unfocus()
}
