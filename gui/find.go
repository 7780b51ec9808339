package gui

import (
	"context"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/search"
	"athar/gui/kit"
)

// maxHits is how many places a search shows; more would not be read.
const maxHits = 100

// finder is the dialog that searches every campaign.
type finder struct {
	w      *Window
	index  *search.Index // nil until it is built
	query  string
	hits   []search.Hit
	list   *kit.List
	info   *kit.Label
	dialog *kit.Dialog
}

// find opens the search. The texts are read once, in the background, while the
// person is typing.
func (w *Window) find() {
	f := &finder{w: w}
	field := kit.NewField(w.env, kit.FieldOptions{
		Placeholder: w.env.T("find.placeholder"), Icon: fynetheme.SearchIcon(), Clear: true, OwnUndo: true,
		OnChanged: f.search, OnSubmitted: func(string) { f.choose(0) },
	})
	f.info = kit.NewLabel(w.env, w.env.T("find.reading"), kit.StyleMuted)
	f.list = kit.NewList(w.env, kit.ListOptions{
		Count: func() int { return len(f.hits) }, Row: f.row, Update: f.update,
		OnSelected: f.choose, OnActivated: f.choose,
	})
	f.dialog = kit.ShowDialog(w.env, kit.DialogOptions{
		Title: w.env.T("find.title"), Cancel: w.env.T("find.close"), MinSize: fyne.NewSize(680, 460),
		Content: kit.Border(w.env, kit.Column(field, f.info), nil, nil, nil, f.list),
	})
	field.Focus()
	w.flush()
	f.read()
}

// read builds the index.
func (f *finder) read() {
	ids := make([]domain.ID, 0, len(f.w.desk.List()))
	for _, s := range f.w.desk.List() {
		if !s.InTrash() {
			ids = append(ids, s.ID)
		}
	}
	open, isOpen := f.w.desk.Current()
	index := &search.Index{}
	var err error
	f.w.deps.Run.Background(func() {
		for _, id := range ids {
			c := open
			if !isOpen || id != open.ID() {
				if c, err = f.w.desk.library.Campaign(context.Background(), id); err != nil {
					return
				}
			}
			index.Add(c)
		}
	}, func() {
		f.w.report(err)
		f.index = index
		f.search(f.query)
	})
}

func (f *finder) search(query string) {
	f.query = query
	if f.index == nil {
		return
	}
	f.hits = f.index.Find(query, maxHits)
	env := f.w.env
	switch {
	case query == "":
		f.info.SetText(env.T("find.hint"))
	case len(f.hits) == maxHits:
		f.info.SetText(env.T("find.many", "n", maxHits))
	default:
		f.info.SetText(env.Printer.N("find.hits", len(f.hits)))
	}
	f.list.Refresh()
}

// hitRow is a row of the list: where, and the words around.
type hitRow struct {
	kit.ListRow
	where, snippet *kit.Label
}

func (f *finder) row() fyne.CanvasObject {
	r := &hitRow{
		where:   kit.NewLabel(f.w.env, "", kit.StyleCaption),
		snippet: kit.NewLabel(f.w.env, "", kit.StyleBody),
	}
	r.Content = kit.Pad(4, kit.ColumnTight(r.where, r.snippet))
	r.ExtendBaseWidget(r)
	return r
}

func (f *finder) update(i int, o fyne.CanvasObject) {
	r, h := o.(*hitRow), f.hits[i]
	r.where.SetText(hitPlace(f.w.env.Printer, h))
	r.snippet.SetText(h.Snippet)
}

// choose goes to the place of a hit, in another campaign if need be.
func (f *finder) choose(i int) {
	if i >= len(f.hits) {
		return
	}
	h := f.hits[i]
	f.dialog.Close()
	f.w.desk.Open(h.Campaign, func(err error) {
		if err != nil {
			f.w.report(err)
			return
		}
		f.w.goTo(h.Place)
	})
}
