package kit

import "fyne.io/fyne/v2"

// NewCard puts content on a surface of its own under a title. title may be "".
func NewCard(env *Env, title string, content fyne.CanvasObject) fyne.CanvasObject {
	if title == "" {
		return Surface(content)
	}
	return Surface(Border(env, NewLabel(env, title, styleCardTitle), nil, nil, nil, content))
}
