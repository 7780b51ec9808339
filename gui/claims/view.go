package claims

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/calendar"
	"athar/gui/kit"
	"athar/gui/theme"
)

// intents are what a person can want here. The view calls them and decides nothing.
type intents struct {
	OnAdd, OnDelete, OnPrint, OnTable func()
	OnSelect                          func(i int)
	OnMove                            func(by int)       // the selected claim, in the list
	OnMoved                           func(from, to int) // a claim to another place in the list
	Movable                           func() bool        // the list is in an order that people can change
	OnFilter, OnSort, OnQuery         func(string)
	OnAll                             func() // the whole ledger again

	OnEdit     func(field string, change func(*domain.Claim))
	OnField    func(field string) // to a field of the form
	OnGoTo     func(domain.Place)
	OnLink     func(message string)
	OnUnlink   func(message domain.ID)
	OnSource   func(field string, change func(*domain.Evidence))
	OnAddProof func()
	OnOpen     func(evidence domain.ID) // opens it, or closes it
	OnRemove   func(evidence domain.ID)
	Today      func() calendar.Date
}

// listShare is how much of the width the list takes.
const listShare = 0.28

// view is the widgets of the screen. They are made once; show puts values in.
type view struct {
	env     *kit.Env
	content *fyne.Container
	empty   fyne.CanvasObject
	filled  fyne.CanvasObject

	query        *kit.Field
	filter, sort *kit.Select
	list         *kit.List
	up, down     *kit.Tool
	none         fyne.CanvasObject // where no claim is as the filter asks
	form         *form
	page         *fyne.Container // holds the form
}

func newView(env *kit.Env, p presenter, count func() int, rowAt func(i int) row, on intents) *view {
	v := &view{env: env, form: newForm(env, p, on)}
	v.list = kit.NewList(env, kit.ListOptions{
		Count:      count,
		Row:        func() fyne.CanvasObject { return newListRow(env) },
		Update:     func(i int, o fyne.CanvasObject) { o.(*listRow).show(rowAt(i)) },
		OnSelected: on.OnSelect,
		// Enter goes on to what is most often wanted next: the form.
		OnActivated: func(int) { on.OnField(textField(env.Printer.Lang())) },
		OnDelete:    func(int) { on.OnDelete() },
		OnMoved:     on.OnMoved, Movable: on.Movable,
	})
	v.page = kit.Stack(v.form.content)
	v.filled = kit.Split(env, v.makeList(p, on), v.page, listShare)
	v.empty = kit.NewEmptyState(env, fynetheme.ListIcon(), env.T("claims.empty"), newButton(env, on))
	v.content = kit.Stack(v.empty, v.filled)
	return v
}

func newButton(env *kit.Env, on intents) *kit.Button {
	return kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("claims.new"), Icon: fynetheme.ContentAddIcon(), Kind: kit.ButtonPrimary, OnTapped: on.OnAdd,
	})
}

// makeList puts what narrows the list above it, and what can be done below.
func (v *view) makeList(p presenter, on intents) fyne.CanvasObject {
	env := v.env
	v.query = kit.NewField(env, kit.FieldOptions{
		Placeholder: env.T("claims.search"), Icon: fynetheme.SearchIcon(), Clear: true, OwnUndo: true, MaxRunes: domain.MaxName, OnChanged: on.OnQuery,
	})
	v.filter = kit.NewSelect(env, p.filters(), on.OnFilter)
	v.filter.SetSubject(env.T("claims.filter"))
	v.sort = kit.NewSelect(env, p.sorts(), on.OnSort)
	v.sort.SetSubject(env.T("claims.sort"))
	all := kit.NewButton(env, kit.ButtonOptions{Text: env.T("claims.show_all"), OnTapped: on.OnAll})
	v.none = kit.Column(kit.NewParagraph(env, env.T("claims.no_match"), kit.StyleMuted), kit.Row(env, all))
	v.none.Hide()
	move := func(key string, icon fyne.Resource, by int) *kit.Tool {
		return kit.NewTool(env, kit.ToolOptions{Text: env.T(key), Icon: icon, IconOnly: true, OnTapped: func() { on.OnMove(by) }})
	}
	v.up, v.down = move("claims.tool.up", fynetheme.MoveUpIcon(), -1), move("claims.tool.down", fynetheme.MoveDownIcon(), +1)
	tools := kit.NewToolbar(env, v.up, v.down, kit.Separator(),
		kit.NewTool(env, kit.ToolOptions{
			Text: env.T("claims.tool.delete"), Icon: fynetheme.DeleteIcon(), IconOnly: true, Hint: env.T("claims.tool.delete_hint"), OnTapped: on.OnDelete,
		}),
		kit.Separator(),
		kit.NewTool(env, kit.ToolOptions{
			Text: env.T("claims.tool.print"), Icon: fynetheme.DocumentPrintIcon(), Hint: env.T("claims.tool.print_hint"), OnTapped: on.OnPrint,
		}),
		kit.NewTool(env, kit.ToolOptions{
			Text: env.T("claims.tool.table"), Icon: fynetheme.DocumentSaveIcon(), Hint: env.T("claims.tool.table_hint"), OnTapped: on.OnTable,
		}))
	half := 5 * fynetheme.Size(theme.Space32)
	return kit.Pad(fynetheme.Size(theme.Space8), kit.Fold(env, kit.FoldOptions{
		Action: newButton(env, on), First: v.query, More: kit.Columns(env, half, v.filter, v.sort),
		Below: kit.Border(env, nil, tools, nil, nil, kit.Stack(v.list, v.none)),
		Icon:  fynetheme.SearchIcon(), Hint: env.T("claims.fold_hint"), Pair: fynetheme.Size(theme.SizeTextColumn) / 2,
		Room: func() float32 { return 1.5 * v.list.MinSize().Height }, // three rows
	}))
}

// offer says whether the i-th of count claims can be moved up and down; fixed is why
// none can, "" where they can.
func (v *view) offer(count, i int, fixed string) {
	able := func(t *kit.Tool, end bool, reason string) {
		switch {
		case fixed != "":
			t.Disable(fixed)
		case end:
			t.Disable(v.env.T(reason))
		default:
			t.Enable()
		}
	}
	able(v.up, i <= 0, "claims.tool.first")
	able(v.down, i == count-1, "claims.tool.last")
}

// show puts the list on show: count of all claims, the i-th of those on show
// selected; -1 is none.
func (v *view) show(all, count, i int) {
	some := all > 0
	a, b := kit.SetVisible(v.filled, some), kit.SetVisible(v.empty, !some)
	c, d := kit.SetVisible(v.none, count == 0), kit.SetVisible(v.list, count > 0)
	e := kit.SetVisible(v.form.content, i >= 0)
	if a || b || c || d || e {
		v.content.Refresh() // what was hidden has no size yet
	}
	v.list.Refresh()
	v.list.Select(i)
}
