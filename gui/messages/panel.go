package messages

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/messages/listing"
	"athar/gui/theme"
)

// listIntents are what a person can want of the list. The panel calls them and
// decides nothing.
type listIntents struct {
	OnAdd       func()
	OnSelect    func(i int)
	OnWrite     func()
	OnMove      func(by int)
	OnMoved     func(from, to int)
	Movable     func() bool
	OnDuplicate func()
	OnDelete    func()

	// What the selected messages can be given.
	OnStatuses func() []option
	OnSegments func() []option
	OnChannels func() []option

	OnSearch func(query string)
	OnNarrow func(listing.Facet)
	OnFacets func([]listing.Facet)
	OnOrder  func(listing.Order)
	OnClear  func()
}

// panel is the list of messages with what says which of them it shows, and what can
// be done with those that are selected.
type panel struct {
	env     *kit.Env
	on      listIntents
	content *fyne.Container

	list    *kit.List
	search  *kit.Field
	narrow  *kit.Select
	order   *kit.Select
	facets  *kit.Chips
	told    *kit.Paragraph // how many are shown or selected
	clear   *kit.Button
	state   *fyne.Container   // told and clear
	nothing fyne.CanvasObject // nothing matches
	middle  *fyne.Container

	bar   *kit.Toolbar
	tools tools

	shown panelDetail
	count string // what told says when one message is selected
}

// tools are what can be done with the messages that are selected.
type tools struct{ up, down, duplicate, status, segment, channel, remove *kit.Tool }

// newPanel makes the widgets. count and rowAt say what the list shows.
func newPanel(env *kit.Env, count func() int, rowAt func(i int) row, on listIntents) *panel {
	p := &panel{env: env, on: on}
	p.list = kit.NewList(env, kit.ListOptions{
		Count:      count,
		Row:        func() fyne.CanvasObject { return newListRow(env) },
		Update:     func(i int, o fyne.CanvasObject) { o.(*listRow).show(rowAt(i)) },
		OnSelected: on.OnSelect,
		OnDelete:   func(int) { on.OnDelete() },
		Multiple:   true, OnMoved: on.OnMoved, Movable: on.Movable,
		// Enter goes on to what is most often wanted next: writing.
		OnActivated: func(int) { on.OnWrite() },
	})
	p.makeFilters()
	p.makeTools()
	p.nothing = kit.NewEmptyState(env, fynetheme.SearchIcon(), env.T("messages.nothing"), kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("messages.filter.clear"), OnTapped: on.OnClear,
	}))
	p.middle = kit.Stack(p.list, p.nothing)
	p.content = kit.Pad(fynetheme.Size(theme.Space8), p.folded())
	return p
}

// folded is all of the panel: what narrows the list down gives way to it.
func (p *panel) folded() fyne.CanvasObject {
	half := fynetheme.Size(theme.SizeTextColumn) / 4
	below := kit.Border(p.env, kit.Column(p.facets, p.state), p.bar, nil, nil, p.middle)
	return kit.Fold(p.env, kit.FoldOptions{
		Action: newButton(p.env, p.on), First: p.search, More: kit.Columns(p.env, half, p.narrow, p.order), Below: below,
		Icon: fynetheme.SearchIcon(), Hint: p.env.T("messages.fold_hint"), Pair: half,
		Room: func() float32 { return 2 * p.list.MinSize().Height }, // four rows
	})
}

func (p *panel) makeFilters() {
	env, on := p.env, p.on
	p.search = kit.NewField(env, kit.FieldOptions{
		Placeholder: env.T("messages.search"), Icon: fynetheme.SearchIcon(), Clear: true, OwnUndo: true, OnChanged: on.OnSearch,
	})
	p.narrow = kit.NewSelect(env, nil, func(value string) {
		p.narrow.SetValue("") // it is shown below
		on.OnNarrow(listing.Facet(value))
	})
	p.narrow.SetSubject(env.T("messages.filter"))
	var orders []kit.Option
	for _, o := range listing.Orders() {
		orders = append(orders, kit.Option{Value: string(o), Label: env.T("messages.order." + string(o))})
	}
	p.order = kit.NewSelect(env, orders, func(value string) { on.OnOrder(listing.Order(value)) })
	p.order.SetSubject(env.T("messages.order"))
	p.facets = kit.NewChips(env, nil, func(values []string) {
		var facets []listing.Facet
		for _, v := range values {
			facets = append(facets, listing.Facet(v))
		}
		on.OnFacets(facets)
	})
	p.facets.SetSubject(env.T("messages.filter"))
	p.told = kit.NewParagraph(env, "", kit.StyleMuted)
	p.clear = kit.NewButton(env, kit.ButtonOptions{Text: env.T("messages.filter.clear"), Kind: kit.ButtonQuiet, OnTapped: on.OnClear})
	p.state = kit.Ends(env, p.told, p.clear)
}

func (p *panel) makeTools() {
	env, on := p.env, p.on
	tool := func(key string, icon fyne.Resource, do func()) kit.ToolOptions {
		return kit.ToolOptions{Text: env.T(key), Icon: icon, OnTapped: do}
	}
	// These icons say enough, and leave room for the words of the others.
	up := tool("messages.tool.up", fynetheme.MoveUpIcon(), func() { on.OnMove(-1) })
	down := tool("messages.tool.down", fynetheme.MoveDownIcon(), func() { on.OnMove(+1) })
	duplicate := tool("messages.tool.duplicate", fynetheme.ContentCopyIcon(), on.OnDuplicate)
	remove := tool("messages.tool.delete", fynetheme.DeleteIcon(), on.OnDelete)
	remove.Hint = env.T("messages.tool.delete_hint")
	for _, o := range []*kit.ToolOptions{&up, &down, &duplicate, &remove} {
		o.IconOnly = true
	}
	menu := func(key string, options func() []option) *kit.Tool {
		return kit.NewTool(env, tool(key, nil, func() { p.offer(options()) }))
	}
	p.tools = tools{
		up: kit.NewTool(env, up), down: kit.NewTool(env, down), remove: kit.NewTool(env, remove),
		duplicate: kit.NewTool(env, duplicate),
		status:    menu("messages.tool.status", on.OnStatuses),
		segment:   menu("messages.tool.segment", on.OnSegments),
		channel:   menu("messages.tool.channel", on.OnChannels),
	}
	t := p.tools
	p.bar = kit.NewToolbar(env, t.up, t.down, kit.Separator(), t.duplicate, t.remove, kit.Separator(), t.status, t.segment, t.channel)
}

// offer opens a menu of what the selected messages can be given. A tool may have no
// place of its own in a narrow window, so it opens at the toolbar.
func (p *panel) offer(options []option) {
	var items []kit.MenuItem
	for _, o := range options {
		items = append(items, kit.MenuItem{Label: o.Label, Checked: o.On, Action: o.Do})
	}
	kit.ShowMenu(p.env, items, p.bar)
}

// panelDetail is what is shown above the list.
type panelDetail struct {
	Shown, All int
	Query      string
	Order      string
	Groups     []kit.OptionGroup // what the list can be narrowed by
	Facets     []kit.Option      // what it is narrowed by
	Count      string            // how many are shown; "" when all are
}

// show puts the list on show anew.
func (p *panel) show(d panelDetail) {
	p.search.SetText(d.Query)
	p.order.SetValue(d.Order)
	p.narrow.SetGroups(d.Groups)
	p.facets.SetOptions(d.Facets)
	values := make([]string, len(d.Facets))
	for i, o := range d.Facets {
		values[i] = o.Value
	}
	p.facets.SetValues(values)
	same := slices.Equal(d.Facets, p.shown.Facets)
	p.shown, p.count = d, d.Count
	changed := kit.SetVisible(p.facets, len(d.Facets) > 0)
	changed = kit.SetVisible(p.clear, d.Count != "") || changed
	changed = kit.SetVisible(p.list, d.Shown > 0) || changed
	changed = kit.SetVisible(p.nothing, d.Shown == 0) || changed
	if changed || !same {
		p.middle.Refresh()
		p.content.Refresh()
	}
	p.list.Refresh()
}

// markDetail is what is shown of the selection.
type markDetail struct {
	Selected string // how many are; "" for one or none
	First    bool   // the one on show cannot go up
	Last     bool
	Fixed    string // why none can be moved; "" where they can
	NoChoice string // why there is no segment to choose; "" where there is
}

// mark shows rows as selected, the first of them on show; -1 is none.
func (p *panel) mark(first int, more []int, d markDetail) {
	if want := append([]int{first}, more...); !sameRows(p.list.SelectedRows(), want) || p.list.Selected() != first {
		p.list.SelectRows(first, more...)
	}
	told := d.Selected
	if told == "" {
		told = p.count
	}
	p.told.SetText(told)
	if kit.SetVisible(p.state, told != "") {
		p.content.Refresh()
	}
	reason := func(own string) string {
		if d.Fixed != "" {
			return d.Fixed
		}
		return own
	}
	setEnabled(p.tools.up, d.Fixed == "" && !d.First, reason(p.env.T("messages.reason.first")))
	setEnabled(p.tools.down, d.Fixed == "" && !d.Last, reason(p.env.T("messages.reason.last")))
	setEnabled(p.tools.segment, d.NoChoice == "", d.NoChoice)
	for _, t := range []*kit.Tool{p.tools.duplicate, p.tools.status, p.tools.channel, p.tools.remove} {
		setEnabled(t, first >= 0, p.env.T("messages.reason.none"))
	}
}

func sameRows(a, b []int) bool {
	b = slices.DeleteFunc(slices.Clone(b), func(i int) bool { return i < 0 })
	slices.Sort(b)
	return slices.Equal(a, b)
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
