package kit

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/text"
	"athar/gui/theme"
)

// ChooseOptions is what a dialog to choose in is made from.
type ChooseOptions struct {
	Title    string
	Sentence string // what it is about; "" for none
	Accept   string
	Options  []Option
	Value    string // the one that is chosen at first
	OnChosen func(value string)
}

// Choose opens a dialog with a list of options, of which one is taken. A long
// list can be searched; the arrow keys work from the search field.
func Choose(env *Env, o ChooseOptions) *Dialog {
	c := &chooseList{env: env, o: o}
	for _, option := range o.Options {
		c.folded = append(c.folded, text.Fold(option.Label))
	}
	c.list = NewList(env, ListOptions{
		Count:       func() int { return len(c.shown) },
		Row:         func() fyne.CanvasObject { return Pad(size(theme.Space8), NewLabel(env, "", StyleBody)) },
		Update:      c.showRow,
		OnSelected:  func(int) { c.update() },
		OnActivated: func(int) { c.dialog.doAccept() },
	})
	c.none = NewParagraph(env, env.T("kit_select.none"), StyleMuted)
	c.filter("")
	c.dialog = ShowDialog(env, DialogOptions{
		Title: o.Title, Content: c.content(), Accept: o.Accept, OnAccept: c.accept, key: c.key,
		MinSize: fyne.NewSize(10*size(theme.Space32), 8*size(theme.Space32)),
	})
	c.update()
	return c.dialog
}

// chooseList is an open dialog to choose in.
type chooseList struct {
	env    *Env
	o      ChooseOptions
	folded []string
	shown  []int // the options on show
	list   *List
	none   *Paragraph
	dialog *Dialog
}

func (c *chooseList) content() fyne.CanvasObject {
	var above []fyne.CanvasObject
	if c.o.Sentence != "" {
		above = append(above, NewParagraph(c.env, c.o.Sentence, StyleBody))
	}
	if len(c.o.Options) >= searchFrom {
		above = append(above, NewField(c.env, FieldOptions{
			Placeholder: c.env.T("kit_select.search"), Icon: fynetheme.SearchIcon(), OwnUndo: true,
			OnChanged: func(query string) {
				c.filter(query)
				c.update()
			},
		}))
	}
	list := Stack(c.list, Pad(size(theme.Space8), c.none))
	if len(above) == 0 {
		return list
	}
	return Border(c.env, Column(above...), nil, nil, nil, list)
}

func (c *chooseList) showRow(i int, row fyne.CanvasObject) {
	row.(*fyne.Container).Objects[0].(*Label).SetText(c.o.Options[c.shown[i]].Label)
}

// filter shows the options with every word of the query in them and selects the
// first, or, without a query, the one chosen at first.
func (c *chooseList) filter(query string) {
	c.shown = c.shown[:0]
	current := -1
	for i, folded := range c.folded {
		if !text.Match(folded, query) {
			continue
		}
		if query == "" && c.o.Options[i].Value == c.o.Value {
			current = len(c.shown)
		}
		c.shown = append(c.shown, i)
	}
	if query != "" {
		current = 0
	}
	c.none.Hidden = len(c.shown) > 0
	c.list.Unselect()
	c.list.Refresh()
	c.list.Select(current)
}

func (c *chooseList) update() {
	if c.dialog != nil {
		c.dialog.SetAcceptEnabled(c.list.Selected() >= 0, c.env.T("kit_dialog.choose_first"))
	}
}

// key moves in the list from the search field.
func (c *chooseList) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		c.list.rows.TypedKey(ev)
		return true
	}
	return false
}

func (c *chooseList) accept() bool {
	at := c.list.Selected()
	if at < 0 {
		return false
	}
	c.dialog.Close() // first: what is done finds the focus where it was
	if c.o.OnChosen != nil {
		c.o.OnChosen(c.o.Options[c.shown[at]].Value)
	}
	return false
}
