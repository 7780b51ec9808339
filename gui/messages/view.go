package messages

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
)

// listShare is how much of the width the list takes.
const listShare = 0.3

// view is the widgets of the screen. They are made once; show puts values in.
type view struct {
	env     *kit.Env
	content *fyne.Container
	empty   fyne.CanvasObject
	filled  fyne.CanvasObject

	panel  *panel
	editor *editor
}

func newView(env *kit.Env, e *editor, p *panel) *view {
	v := &view{env: env, editor: e, panel: p}
	v.filled = kit.Split(env, p.content, e.aside.Content, listShare)
	v.empty = kit.NewEmptyState(env, fynetheme.MailComposeIcon(), env.T("messages.empty"), newButton(env, p.on))
	v.content = kit.Stack(v.empty, v.filled)
	return v
}

func newButton(env *kit.Env, on listIntents) *kit.Button {
	return kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("messages.new"), Icon: fynetheme.ContentAddIcon(), Kind: kit.ButtonPrimary, OnTapped: on.OnAdd,
	})
}

// showList puts the list on show anew.
func (v *view) showList(d panelDetail) {
	if filled := d.All > 0; v.filled.Visible() != filled || v.empty.Visible() == filled {
		kit.SetVisible(v.filled, filled)
		kit.SetVisible(v.empty, !filled)
		v.content.Refresh() // what was hidden was given no room
	}
	v.panel.show(d)
}
