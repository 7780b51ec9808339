package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Tabs)(nil)

// Tab is one page behind a title.
type Tab struct {
	Key     string
	Title   string
	Icon    fyne.Resource
	Content fyne.CanvasObject
}

// Tabs shows one of several pages, with a row of titles above. The pages are
// built once and keep what is in them. A hidden page takes no part in the least
// size, so a tall one never makes the window grow while another is read.
type Tabs struct {
	widget.BaseWidget

	tabs       []Tab
	selected   int
	header     *tabHeader
	onSelected func(key string)
}

// NewTabs makes tabs with the first one selected. onSelected is called when the
// person chooses another one; it may be nil.
func NewTabs(env *Env, tabs []Tab, onSelected func(key string)) *Tabs {
	t := &Tabs{tabs: tabs, onSelected: onSelected}
	t.header = newTabHeader(env, tabs, t.choose)
	for i, tab := range tabs {
		if i != 0 {
			tab.Content.Hide()
		}
	}
	t.ExtendBaseWidget(t)
	return t
}

// Selected returns the key of the page that is shown, "" without tabs.
func (t *Tabs) Selected() string {
	if t.selected >= len(t.tabs) {
		return ""
	}
	return t.tabs[t.selected].Key
}

// SetSelected shows the page with the key. It does not call onSelected; an
// unknown key changes nothing.
func (t *Tabs) SetSelected(key string) {
	for i, tab := range t.tabs {
		if tab.Key == key {
			t.show(i)
		}
	}
}

// SetBadge puts a short text (a count) after the title; "" takes it away.
func (t *Tabs) SetBadge(key, text string) {
	for i, tab := range t.tabs {
		if tab.Key == key {
			t.header.setBadge(i, text)
		}
	}
}

// Focus gives the row of titles the keyboard.
func (t *Tabs) Focus() { t.header.env.Window.Canvas().Focus(t.header) }

func (t *Tabs) choose(i int) {
	if i == t.selected {
		return
	}
	t.show(i)
	if t.onSelected != nil {
		t.onSelected(t.Selected())
	}
}

// show hides the old page first: two visible pages would for a moment both
// count for the least size. What the line of hints said was about that page.
func (t *Tabs) show(i int) {
	if i == t.selected {
		return
	}
	t.tabs[t.selected].Content.Hide()
	t.selected = i
	t.header.selected = i
	t.tabs[i].Content.Show()
	t.Refresh()
	t.FocusIfLost()
	t.header.env.hint("")
}

// CreateRenderer is part of fyne.Widget.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	r := &tabsRenderer{tabs: t, objects: []fyne.CanvasObject{t.header}}
	for _, tab := range t.tabs {
		r.objects = append(r.objects, tab.Content)
	}
	return r
}

type tabsRenderer struct {
	tabs    *Tabs
	objects []fyne.CanvasObject
}

func (r *tabsRenderer) Layout(space fyne.Size) {
	top := r.tabs.header.MinSize().Height
	place(r.tabs.header, 0, 0, space.Width, top)
	for _, tab := range r.tabs.tabs {
		if tab.Content.Visible() {
			place(tab.Content, 0, top, space.Width, space.Height-top)
		}
	}
}

func (r *tabsRenderer) MinSize() fyne.Size {
	all := r.tabs.header.MinSize()
	for _, tab := range r.tabs.tabs {
		if tab.Content.Visible() {
			m := tab.Content.MinSize()
			all = fyne.NewSize(max(all.Width, m.Width), all.Height+m.Height)
		}
	}
	return all
}

func (r *tabsRenderer) Refresh() {
	r.tabs.header.Refresh()
	r.Layout(r.tabs.Size())
}

func (r *tabsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *tabsRenderer) Destroy()                     {}
