package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"athar/gui/theme"
)

// AsideOptions is what an Aside is made from.
type AsideOptions struct {
	// Page is what is scrolled. It has Below of the Aside somewhere on it.
	Page fyne.CanvasObject
	// Note is what stands beside the page where there is room.
	Note fyne.CanvasObject
	// Below is on the page, and has the note where there is no room beside it.
	Below *fyne.Container
	// PageWidth is what the page should have, if it does not need more, and Widest what
	// it has use for; the note gets what is left, but no less than NoteWidth.
	PageWidth, Widest, NoteWidth float32
}

// Aside is a page that scrolls, and a note that goes with it: beside the page, in a
// scroller of its own, where both have room, so that the note stays in sight; else
// below what is on the page. Nothing of the page moves when the note grows.
type Aside struct {
	Content *fyne.Container
	Page    *Scroller

	o      AsideOptions
	env    *Env
	beside *Scroller
	stand  *fyne.Container // the note beside the page
	wide   bool
}

// NewAside makes one; the note is below the page until there is room beside it.
func NewAside(env *Env, o AsideOptions) *Aside {
	a := &Aside{o: o, env: env, Page: Follow(env, Scroll(o.Page)), stand: Stack()}
	a.beside = Follow(env, Scroll(Pad(size(theme.Space16), a.stand)))
	a.beside.Hide()
	o.Below.Objects = []fyne.CanvasObject{o.Note}
	a.Content = container.New(&asideLayout{a}, a.Page, a.beside)
	return a
}

// IsBeside reports whether the note stands beside the page.
func (a *Aside) IsBeside() bool { return a.wide }

// ShowNote brings the beginning of the note into view.
func (a *Aside) ShowNote() {
	if a.wide {
		a.beside.ScrollToTop()
		return
	}
	a.Page.Refresh()
	Reveal(a.Page, a.o.Note)
}

// ScrollToTop shows the beginning of both.
func (a *Aside) ScrollToTop() {
	a.Page.ScrollToTop()
	a.beside.ScrollToTop()
}

// Resettle gives the note the place and the height that it needs now: it, or the page,
// may have become larger.
func (a *Aside) Resettle() {
	a.Content.Layout.Layout(a.Content.Objects, a.Content.Size())
	if a.wide {
		a.beside.arrange()
	}
}

// put puts the note where there is room for it.
func (a *Aside) put(wide bool) {
	if wide == a.wide {
		return
	}
	a.wide = wide
	from, to := a.stand, a.o.Below
	if wide {
		from, to = a.o.Below, a.stand
	}
	from.Objects, to.Objects = nil, []fyne.CanvasObject{a.o.Note}
	SetVisible(a.beside, wide)
	SetVisible(a.o.Below, !wide)
	from.Refresh()
	to.Refresh()
}

type asideLayout struct{ aside *Aside }

// MinSize is that of the page: the note is below it before it makes anything wider.
func (l *asideLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.aside.Page.MinSize() }

func (l *asideLayout) Layout(_ []fyne.CanvasObject, space fyne.Size) {
	a := l.aside
	needed := max(a.o.PageWidth, a.Page.MinSize().Width)
	a.put(space.Width >= needed+a.o.NoteWidth)
	if !a.wide {
		place(a.Page, 0, 0, space.Width, space.Height)
		return
	}
	note := max(a.o.NoteWidth, min(space.Width-a.o.Widest, 1.5*a.o.NoteWidth))
	page := space.Width - note
	place(a.Page, a.env.place(0, page, space.Width), 0, page, space.Height)
	place(a.beside, a.env.place(page, note, space.Width), 0, note, space.Height)
}
