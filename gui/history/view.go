package history

import (
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/journal"
	"athar/gui/kit"
	"athar/gui/theme"
)

// intents are what a person can want here. The view calls them and decides
// nothing.
type intents struct {
	OnSelect  func(i int)
	OnFilter  func(filter)
	OnRecord  func(journal.Ref) // the history of one record; of all for the zero Ref
	OnRestore func(journal.Ref)
	OnExport  func()
	OnCancel  func()
}

// listShare is how much of the width the list takes.
const listShare = 0.42

// view is the widgets of the dialog. They are made once; show puts values in.
type view struct {
	env     *kit.Env
	content *fyne.Container

	reading fyne.CanvasObject // until something was read
	filled  *fyne.Container
	filters *filters
	list    *kit.List
	count   *kit.Label
	detail  *detailPage
	split   fyne.CanvasObject
	nothing *fyne.Container // why the list is empty

	proof  *kit.Paragraph
	notice *kit.Paragraph // what came of what the person did last
	foot   *fyne.Container
}

// newView makes the widgets. count and rowAt say what the list shows.
func newView(env *kit.Env, now func() time.Time, count func() int, rowAt func(int) row, on intents) *view {
	v := &view{
		env: env, filters: newFilters(env, now, on), detail: newDetailPage(env, on),
		count: kit.NewLabel(env, " ", kit.StyleCaption), nothing: kit.Stack(),
		proof: kit.NewParagraph(env, " ", kit.StyleMuted), notice: kit.NewParagraph(env, "", kit.StyleSuccess),
	}
	v.list = kit.NewList(env, kit.ListOptions{
		Count: count, Row: func() fyne.CanvasObject { return newListRow(env) },
		Update:     func(i int, o fyne.CanvasObject) { o.(*listRow).show(rowAt(i)) },
		OnSelected: on.OnSelect,
	})
	start := kit.Border(env, kit.Pad(fynetheme.Size(theme.Space4), v.count), nil, nil, nil, v.list)
	v.split = kit.Split(env, start, v.detail.content, listShare)
	v.filled = kit.Border(env, v.filters.content, v.makeFoot(on), nil, nil, kit.Stack(v.split, v.nothing))
	v.reading = newReading(env, on.OnCancel)
	v.content = kit.Stack(v.filled, v.reading)
	v.filled.Hide()
	return v
}

// newReading says that the history is being read, which can be cancelled.
func newReading(env *kit.Env, cancel func()) fyne.CanvasObject {
	button := kit.NewButton(env, kit.ButtonOptions{Text: env.T("kit.cancel"), OnTapped: cancel})
	return kit.NewEmptyState(env, fynetheme.HistoryIcon(), env.T("history.reading"), button)
}

func (v *view) makeFoot(on intents) fyne.CanvasObject {
	export := kit.NewButton(v.env, kit.ButtonOptions{
		Text: v.env.T("history.export"), Icon: fynetheme.DocumentSaveIcon(), OnTapped: on.OnExport,
	})
	v.notice.Hide()
	v.foot = kit.Pad(fynetheme.Size(theme.Space4), kit.ColumnTight(v.notice, kit.Ends(v.env, v.proof, export)))
	return v.foot
}

// show puts a page on show, with the i-th line selected.
func (v *view) show(p page, i int) {
	kit.SetVisible(v.filled, true)
	kit.SetVisible(v.reading, false)
	v.filters.show(p)
	v.count.SetText(p.Count)
	kit.SetVisible(v.split, p.Lines > 0)
	v.nothing.Objects = nil
	if p.Nothing != "" {
		v.nothing.Objects = []fyne.CanvasObject{kit.NewEmptyState(v.env, fynetheme.HistoryIcon(), p.Nothing, nil)}
	}
	v.list.Refresh()
	v.list.Select(i)
	v.content.Refresh()
	v.prove(p.Proof) // and lays the parts out once more: what wraps has its width now
}

// prove says whether the history is whole.
func (v *view) prove(p proof) {
	style := kit.StyleMuted
	if p.Bad {
		style = kit.StyleDanger
	}
	v.proof.SetStyle(style)
	v.proof.SetText(p.Said)
	v.filled.Refresh()
}

// note says what came of what the person did; "" takes that away.
func (v *view) note(sentence string) { v.tell(sentence, kit.StyleSuccess) }

// trouble says what went wrong.
func (v *view) trouble(sentence string) { v.tell(sentence, kit.StyleDanger) }

func (v *view) tell(sentence string, style kit.Style) {
	v.notice.SetStyle(style)
	v.notice.SetText(sentence)
	kit.SetVisible(v.notice, sentence != "")
	v.filled.Refresh()
}

var _ fyne.Widget = (*listRow)(nil)

// listRow is one action in the list: what and when, over what it was about and
// who did it.
type listRow struct {
	kit.ListRow

	what, when, about, who *kit.Label
	doubt                  *kit.Badge
	head, line             *fyne.Container
}

func newListRow(env *kit.Env) *listRow {
	r := &listRow{
		what:  kit.NewLabel(env, " ", kit.StyleStrong),
		when:  kit.NewLabel(env, " ", kit.StyleCaption),
		about: kit.NewLabel(env, " ", kit.StyleBody),
		who:   kit.NewLabel(env, " ", kit.StyleCaption),
		// A badge without words takes no room: the row is made with all that it
		// can hold, so that it is high enough for it.
		doubt: kit.NewBadge(env, " ", kit.ToneWarning),
	}
	r.head = kit.Row(env, r.what, kit.Spacer(), r.when)
	r.line = kit.Row(env, r.who, kit.Spacer(), r.doubt)
	r.Content = kit.Pad(fynetheme.Size(theme.Space8), kit.ColumnTight(r.head, r.about, r.line))
	r.ExtendBaseWidget(r)
	return r
}

func (r *listRow) show(w row) {
	r.what.SetText(w.What)
	r.when.SetText(w.When)
	r.about.SetText(w.About)
	r.who.SetText(w.Who)
	r.doubt.Set(w.Doubt, kit.ToneWarning)
	r.head.Refresh()
	r.line.Refresh()
}
