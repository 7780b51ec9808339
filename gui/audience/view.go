package audience

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/channel"
	"athar/gui/kit"
	"athar/gui/theme"
)

// intents are what a person can want here. The view calls them and decides
// nothing.
type intents struct {
	edits
	OnAdd       func()
	OnSelect    func(i int)
	OnDuplicate func()
	OnDelete    func()
	OnGoTo      func(domain.Place)
}

// listShare is how much of the width the list takes.
const listShare = 0.28

// view is the widgets of the tab. They are made once; show puts values in.
type view struct {
	env     *kit.Env
	content *fyne.Container
	empty   fyne.CanvasObject
	filled  fyne.CanvasObject

	list *kit.List
	form *form
}

// newView makes the widgets. count and rowAt say what the list shows.
func newView(env *kit.Env, channels channel.Catalog, count func() int, rowAt func(i int) row, on intents) *view {
	v := &view{env: env, form: newForm(env, channels, on.edits, on.OnGoTo)}
	v.list = kit.NewList(env, kit.ListOptions{
		Count:      count,
		Row:        func() fyne.CanvasObject { return newListRow(env) },
		Update:     func(i int, o fyne.CanvasObject) { o.(*listRow).show(rowAt(i)) },
		OnSelected: on.OnSelect,
		// Enter goes on to what is most often wanted next: the form.
		OnActivated: func(int) { v.form.focus(fieldName) },
		OnDelete:    func(int) { on.OnDelete() },
	})
	v.filled = kit.Split(env, v.makeList(on), v.form.content, listShare)
	v.empty = kit.NewEmptyState(env, fynetheme.AccountIcon(), env.T("audience.empty"), newButton(env, on))
	v.content = kit.Stack(v.empty, v.filled)
	return v
}

func newButton(env *kit.Env, on intents) *kit.Button {
	return kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("audience.new"), Icon: fynetheme.ContentAddIcon(), Kind: kit.ButtonPrimary, OnTapped: on.OnAdd,
	})
}

// makeList puts the tools for the selected segment under the list.
func (v *view) makeList(on intents) fyne.CanvasObject {
	tools := kit.NewToolbar(v.env,
		kit.NewTool(v.env, kit.ToolOptions{
			Text: v.env.T("audience.tool.duplicate"), Icon: fynetheme.ContentCopyIcon(), OnTapped: on.OnDuplicate,
		}),
		kit.NewTool(v.env, kit.ToolOptions{
			Text: v.env.T("audience.tool.delete"), Icon: fynetheme.DeleteIcon(),
			Hint: v.env.T("audience.tool.delete_hint"), OnTapped: on.OnDelete,
		}))
	return kit.Pad(fynetheme.Size(theme.Space8),
		kit.Border(v.env, newButton(v.env, on), tools, nil, nil, v.list))
}

// show puts the list on show, the i-th segment selected; i is -1 when there is
// none.
func (v *view) show(count, i int) {
	if some := count > 0; v.filled.Visible() != some || v.empty.Visible() == some {
		kit.SetVisible(v.filled, some)
		kit.SetVisible(v.empty, !some)
		v.content.Refresh() // what was hidden has no size yet
	}
	v.list.Refresh()
	v.list.Select(i)
}
