package messages

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/theme"
)

// listIntents are what a person can want of the list. The view calls them and
// decides nothing.
type listIntents struct {
	OnAdd       func()
	OnSelect    func(i int)
	OnMove      func(by int)
	OnDuplicate func()
	OnDelete    func()
}

// listShare is how much of the width the list takes.
const listShare = 0.28

// view is the widgets of the tab. They are made once; show puts values in.
type view struct {
	env     *kit.Env
	content *fyne.Container
	empty   fyne.CanvasObject
	filled  fyne.CanvasObject

	list   *kit.List
	tools  tools
	editor *editor
}

// tools are what can be done with the message that is selected; they stand under
// the list.
type tools struct{ up, down, duplicate, remove *kit.Tool }

// newView makes the widgets. count and rowAt say what the list shows.
func newView(env *kit.Env, e *editor, count func() int, rowAt func(i int) row, on listIntents) *view {
	v := &view{env: env, editor: e}
	v.list = kit.NewList(env, kit.ListOptions{
		Count:      count,
		Row:        func() fyne.CanvasObject { return newListRow(env) },
		Update:     func(i int, o fyne.CanvasObject) { o.(*listRow).show(rowAt(i)) },
		OnSelected: on.OnSelect,
		// Enter goes on to what is most often wanted next: writing.
		OnActivated: func(int) { e.head.title.Focus() },
		OnDelete:    func(int) { on.OnDelete() },
	})
	v.tools = newTools(env, on)
	v.filled = kit.Split(env, v.makeList(on), e.content, listShare)
	v.empty = kit.NewEmptyState(env, fynetheme.MailComposeIcon(), env.T("messages.empty"), newButton(env, on))
	v.content = kit.Stack(v.empty, v.filled)
	return v
}

func newButton(env *kit.Env, on listIntents) *kit.Button {
	return kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("messages.new"), Icon: fynetheme.ContentAddIcon(), Kind: kit.ButtonPrimary, OnTapped: on.OnAdd,
	})
}

func newTools(env *kit.Env, on listIntents) tools {
	tool := func(key string, icon fyne.Resource, do func()) kit.ToolOptions {
		return kit.ToolOptions{Text: env.T(key), Icon: icon, OnTapped: do}
	}
	// An arrow says enough, and leaves room for the words of the others.
	up := tool("messages.tool.up", fynetheme.MoveUpIcon(), func() { on.OnMove(-1) })
	down := tool("messages.tool.down", fynetheme.MoveDownIcon(), func() { on.OnMove(+1) })
	up.IconOnly, down.IconOnly = true, true
	remove := tool("messages.tool.delete", fynetheme.DeleteIcon(), on.OnDelete)
	remove.Hint = env.T("messages.tool.delete_hint")
	return tools{
		up: kit.NewTool(env, up), down: kit.NewTool(env, down), remove: kit.NewTool(env, remove),
		duplicate: kit.NewTool(env, tool("messages.tool.duplicate", fynetheme.ContentCopyIcon(), on.OnDuplicate)),
	}
}

func (v *view) makeList(on listIntents) fyne.CanvasObject {
	tools := kit.NewToolbar(v.env, v.tools.up, v.tools.down, kit.Separator(), v.tools.duplicate, v.tools.remove)
	return kit.Pad(fynetheme.Size(theme.Space8),
		kit.Border(v.env, newButton(v.env, on), tools, nil, nil, v.list))
}

// showList puts the list on show anew.
func (v *view) showList(count int) {
	if filled := count > 0; v.filled.Visible() != filled || v.empty.Visible() == filled {
		kit.SetVisible(v.filled, filled)
		kit.SetVisible(v.empty, !filled)
		v.content.Refresh() // what was hidden was given no room
	}
	v.list.Refresh()
}

// mark shows the i-th of count messages as the selected one; -1 is none.
func (v *view) mark(i, count int) {
	v.list.Select(i)
	setEnabled(v.tools.up, i > 0, v.env.T("messages.reason.first"))
	setEnabled(v.tools.down, i < count-1, v.env.T("messages.reason.last"))
}

func setEnabled(b interface {
	Enable()
	Disable(reason string)
}, enabled bool, reason string,
) {
	if enabled {
		b.Enable()
	} else {
		b.Disable(reason)
	}
}
