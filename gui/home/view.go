package home

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/retention"
	"athar/gui/kit"
)

// intents are what a person can want here. The view calls them and decides
// nothing.
type intents struct {
	OnNew      func()
	OnSample   func()
	OnLanguage func(lang string)

	OnQuery    func(string)
	OnShowAll  func()
	OnShelf    func(shelf)
	OnSelect   func(i int)
	OnActivate func(i int)
	OnDelete   func(i int)

	OnOpen      func()
	OnRename    func()
	OnDuplicate func()
	OnTrash     func()
	OnRestore   func()
	OnStage     func(domain.Stage)
	OnGoal      func(string)
	OnGoTo      func(domain.Place)

	OnKeep   func(retention.Keep)
	OnEmpty  func()
	OnForget func()
}

// listShare is how much of the width the list takes.
const listShare = 0.34

// face is which of its faces the tab shows.
type face int

const (
	faceLoading face = iota
	faceWelcome
	faceList
)

// view is the widgets of the tab. They are made once; show puts values in.
type view struct {
	content *fyne.Container
	faces   map[face]fyne.CanvasObject

	list   *listView
	page   *pageView
	end    *fyne.Container
	choose fyne.CanvasObject // stands where the page is while nothing is selected
}

func newView(env *kit.Env, welcome fyne.CanvasObject, count func() int, rowAt func(i int) row, on intents) *view {
	v := &view{
		list:   newListView(env, count, rowAt, on),
		page:   newPageView(env, stageOptions(env.Printer), on),
		choose: kit.NewEmptyState(env, fynetheme.FolderIcon(), env.T("home.choose"), nil),
	}
	v.end = kit.Stack(v.choose, v.page.content)
	v.faces = map[face]fyne.CanvasObject{
		faceLoading: kit.NewEmptyState(env, nil, env.T("home.loading"), nil),
		faceWelcome: welcome,
		faceList:    kit.Split(env, v.list.content, v.end, listShare),
	}
	v.content = kit.Stack(v.faces[faceLoading], v.faces[faceWelcome], v.faces[faceList])
	return v
}

func (v *view) showFace(shown face) {
	changed := false
	for f, o := range v.faces {
		changed = kit.SetVisible(o, f == shown) || changed
	}
	relayout(v.content, changed)
}

// showPage shows a campaign; nil is none.
func (v *view) showPage(p *page) {
	changed := kit.SetVisible(v.page.content, p != nil)
	changed = kit.SetVisible(v.choose, p == nil) || changed
	relayout(v.end, changed)
	if p != nil {
		v.page.show(*p)
	}
}

// relayout gives a container's objects their places when one has come or gone:
// what is hidden is left where it was.
func relayout(c *fyne.Container, changed bool) {
	if changed {
		c.Layout.Layout(c.Objects, c.Size())
	}
}
