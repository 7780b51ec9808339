package trash

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/theme"
)

// intents are what a person can want here.
type intents struct {
	OnSelect    func(i int)
	OnRestore   func()
	OnForget    func()
	OnCampaigns func()
}

// view is the widgets of the dialog.
type view struct {
	env *kit.Env
	on  intents

	content *fyne.Container
	some    *fyne.Container
	none    *fyne.Container // says why there is nothing
	why     string          // as said there
	said    *kit.Paragraph  // what was done last, or went wrong
	list    *kit.List
	page    *fyne.Container // of the entry that is selected
	scroll  *kit.Scroller
	shown   int // how many are listed
}

func newView(env *kit.Env, count func() int, at func(i int) entry, on intents) *view {
	v := &view{env: env, on: on, page: kit.Column(), none: kit.Stack(), said: kit.NewParagraph(env, "", kit.StyleSuccess)}
	v.list = kit.NewList(env, kit.ListOptions{
		Count: count, Row: func() fyne.CanvasObject { return kit.NewTwoLineRow(env) },
		Update:     func(i int, o fyne.CanvasObject) { e := at(i); o.(*kit.TwoLineRow).Set(e.Record, e.By) },
		OnSelected: on.OnSelect,
	})
	v.scroll = kit.Follow(env, kit.Scroll(kit.PadSides(fynetheme.Size(theme.Space12), 0, v.page)))
	campaigns := kit.NewButton(env, kit.ButtonOptions{Text: env.T("trash.campaigns"), OnTapped: on.OnCampaigns})
	top := kit.Column(
		kit.Ends(env, kit.NewParagraph(env, env.T("trash.intro"), kit.StyleMuted), campaigns),
		v.said,
	)
	v.some = kit.Stack(kit.Split(env, v.list, v.scroll, 0.4))
	v.content = kit.Border(env, kit.Pad(fynetheme.Size(theme.Space4), top), nil, nil, nil, kit.Stack(v.some, v.none))
	return v
}

// show puts what was removed on show, and says what was done last.
func (v *view) show(loaded bool, all []entry, selected int, said string) {
	v.shown = len(all)
	why := v.env.T("trash.none")
	if !loaded {
		why = v.env.T("trash.reading")
	}
	if why != v.why {
		v.why = why
		v.none.Objects = []fyne.CanvasObject{kit.NewEmptyState(v.env, nil, why, nil)}
	}
	kit.SetVisible(v.some, len(all) > 0)
	kit.SetVisible(v.none, len(all) == 0)
	v.tell(said, kit.StyleSuccess) // lays out what has come or gone
	v.list.Refresh()
	if len(all) > 0 {
		v.list.Select(selected)
		v.showEntry(&all[selected])
	}
}

// tell says what was done, or what went wrong.
func (v *view) tell(sentence string, style kit.Style) {
	v.said.SetStyle(style)
	v.said.SetText(sentence)
	kit.SetVisible(v.said, sentence != "")
	v.content.Refresh()
}

// showEntry puts one entry on show, from its beginning.
func (v *view) showEntry(e *entry) {
	env := v.env
	restore := kit.NewButton(env, kit.ButtonOptions{Text: env.T("trash.restore"), Icon: fynetheme.ContentUndoIcon(), OnTapped: v.on.OnRestore})
	forget := kit.NewButton(env, kit.ButtonOptions{Text: env.T("trash.forget"), Kind: kit.ButtonDanger, OnTapped: v.on.OnForget})
	v.page.Objects = []fyne.CanvasObject{
		kit.ColumnTight(kit.NewParagraph(env, e.Record, kit.StyleStrong), kit.NewParagraph(env, e.By, kit.StyleMuted)),
		kit.Flow(env, restore, forget),
	}
	for _, line := range []string{e.With, e.To} {
		if line != "" {
			v.page.Add(kit.NewParagraph(env, line, kit.StyleMuted))
		}
	}
	for _, h := range e.Held {
		v.page.Add(kit.ColumnTight(kit.NewParagraph(env, h.Field, kit.StyleMuted), kit.NewParagraph(env, h.Value, kit.StyleBody)))
	}
	v.page.Refresh()
	v.scroll.Refresh()
	v.scroll.ScrollToTop()
}

// focus gives the keyboard to the list: what had it is gone with the entry.
func (v *view) focus() {
	if v.shown > 0 {
		v.list.Focus()
	} else {
		v.env.Window.Canvas().FocusNext()
	}
}
