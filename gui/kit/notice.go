package kit

import "fyne.io/fyne/v2"

// NewNotice makes a sentence with buttons that stays where it is put, over the
// whole width: it tells what is so all the time, while a Banner tells what
// happened.
func NewNotice(env *Env, tone Tone, sentence string, actions ...BannerAction) fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for _, a := range actions {
		buttons = append(buttons, NewButton(env, ButtonOptions{Text: a.Label, OnTapped: a.Do}))
	}
	return newBannerCard(env, tone, sentence, buttons)
}
