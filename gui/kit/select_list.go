package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/domain/text"
	"athar/gui/theme"
)

var (
	_ fyne.Widget     = (*optionList)(nil)
	_ fyne.Focusable  = (*optionList)(nil)
	_ fyne.Accessible = (*optionList)(nil)
)

// searchFrom is the number of options from which on a list can be searched:
// more than that are not taken in at a glance.
const searchFrom = 9

// optionList is the list that a Select opens. It has the keyboard while it is
// open: itself, or the search field above a long list.
type optionList struct {
	widget.BaseWidget
	env     *Env
	options []Option
	chosen  int // the option that is chosen already, or -1
	current int // the place of the row that Enter would choose, or -1
	onClose func(chosen int)

	rows   []*optionRow
	heads  map[int]*optionHead // before the options that begin a group
	shown  []int               // the options on show, which a search makes fewer
	none   *Paragraph          // says that there are none
	column *fyne.Container
	search *Field // nil for a short list
	scroll *Scroller
	layer  *layer
	ground *canvas.Rectangle
}

// showOptions opens the list at a Select. It calls onClose with the index of what
// was chosen, or -1.
func showOptions(s *Select, onClose func(int)) *optionList {
	l := &optionList{
		env: s.env, options: s.options, chosen: indexOf(s.options, s.value), onClose: onClose,
		heads: map[int]*optionHead{}, ground: &canvas.Rectangle{},
	}
	l.ExtendBaseWidget(l)
	l.build(s.heads)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
	object := fyne.NewSize(s.Size().Width, min(s.Size().Height, inputHeight()))
	l.layer = &layer{
		env: s.env, content: l, key: l.TypedKey,
		beside: func(fyne.Position) { l.close(-1) },
		place: func(window fyne.Size) (fyne.Position, fyne.Size) {
			want := l.content()
			return under(s.env, window, at, object, fyne.NewSize(max(want.Width, object.Width), want.Height))
		},
	}
	l.layer.show()
	if l.search != nil {
		l.search.Focus()
	} else {
		s.env.focus(l)
	}
	l.filter("")
	return l
}

func (l *optionList) build(heads map[int]string) {
	l.column = container.New(&columnLayout{gap: ""})
	for i, o := range l.options {
		if words, first := heads[i]; first {
			l.heads[i] = newOptionHead(l.env, words)
			l.column.Add(l.heads[i])
		}
		row := &optionRow{
			list: l, index: i, folded: text.Fold(o.Label), text: newCaption(l.env, o.Label, StyleBody.face()),
			tick: newGlyph(fynetheme.ConfirmIcon()), box: &canvas.Rectangle{},
		}
		row.text.shown.Alignment = l.env.startAlign()
		row.ExtendBaseWidget(row)
		l.rows = append(l.rows, row)
		l.column.Add(row)
	}
	l.none = NewParagraph(l.env, l.env.T("kit_select.none"), StyleMuted)
	l.none.atStart = true
	l.none.Hide()
	l.column.Add(Pad(size(theme.Space12), l.none))
	l.scroll = Scroll(l.column)
	l.scroll.read(l.env.RTL())
	if len(l.options) >= searchFrom {
		l.search = NewField(l.env, FieldOptions{
			Placeholder: l.env.T("kit_select.search"), Icon: fynetheme.SearchIcon(), OwnUndo: true, OnChanged: l.filter,
		})
	}
}

// filter shows the options that contain every word of the query, whatever the
// marks, the shape of an alef and the kind of digits. The first of them is the
// one that Enter chooses; without a query it is the one that is chosen already.
func (l *optionList) filter(query string) {
	l.shown = l.shown[:0]
	head := -1 // where the group begins
	for i, row := range l.rows {
		if h, first := l.heads[i]; first {
			head = i
			h.Hidden = true
		}
		row.Hidden = !text.Match(row.folded, query)
		if row.Hidden {
			continue
		}
		row.place = len(l.shown)
		l.shown = append(l.shown, i)
		if head >= 0 {
			l.heads[head].Hidden = false
		}
	}
	none := len(l.shown) == 0
	l.none.Hidden = !none
	l.column.Objects[len(l.column.Objects)-1].(*fyne.Container).Hidden = !none
	l.current = min(0, len(l.shown)-1)
	if l.chosen >= 0 && !l.rows[l.chosen].Hidden && strings.TrimSpace(query) == "" {
		l.current = l.rows[l.chosen].place
	}
	l.scroll.ScrollToTop()
	l.column.Refresh()
	l.scroll.Refresh()
	l.move(l.current)
}

// close takes the list away and reports what was chosen, once.
func (l *optionList) close(chosen int) {
	report := l.onClose
	if report == nil {
		return
	}
	l.onClose = nil
	l.layer.close()
	report(chosen)
}

// row returns the row at a place, nil for none.
func (l *optionList) row(place int) *optionRow {
	if place < 0 || place >= len(l.shown) {
		return nil
	}
	return l.rows[l.shown[place]]
}

// move makes a row the current one and scrolls to it, and at the first row of a
// group to its heading.
func (l *optionList) move(to int) {
	before := l.row(l.current)
	l.current = max(0, min(to, len(l.shown)-1))
	row := l.row(l.current)
	if before != nil {
		before.Refresh()
	}
	if row == nil {
		l.current = -1
		return
	}
	row.Refresh()
	top, bottom := row.Position().Y, row.Position().Y+row.Size().Height
	if head := l.heads[row.index]; head != nil {
		top = head.Position().Y
	}
	l.scroll.ScrollToOffset(fyne.NewPos(0, nearest(l.scroll.Offset.Y, l.scroll.Size().Height, top, bottom, l.column.Size().Height)))
}

// isOpen reports whether the list is on show.
func (l *optionList) isOpen() bool { return l != nil && l.layer.open }

// searchHeight is the room of the search field.
func (l *optionList) searchHeight() float32 {
	if l.search == nil {
		return 0
	}
	return inputHeight() + size(theme.Space4)
}

// content returns the size at which all the options are seen.
func (l *optionList) content() fyne.Size {
	total := fyne.NewSize(0, 2*size(theme.Space4)+l.searchHeight())
	if l.search != nil {
		total.Width = l.search.preferredSize().Width
	}
	for i, r := range l.rows {
		if h := l.heads[i]; h != nil {
			s := h.MinSize()
			total = fyne.NewSize(max(total.Width, s.Width), total.Height+s.Height)
		}
		s := r.MinSize()
		total = fyne.NewSize(max(total.Width, s.Width), total.Height+s.Height)
	}
	return total
}

// CreateRenderer implements fyne.Widget.
func (l *optionList) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{l.ground}
	if l.search != nil {
		objects = append(objects, l.search)
	}
	return drawn(&drawing{
		widget: l, objects: append(objects, l.scroll),
		// The list is sized by its layer; its content may be higher than the window.
		measure: func() fyne.Size { return fyne.NewSquareSize(inputHeight()) },
		arrange: l.arrange, paint: l.paint,
	})
}

func (l *optionList) arrange(space fyne.Size) {
	pad := size(theme.Space4)
	place(l.ground, 0, 0, space.Width, space.Height)
	top := pad + l.searchHeight()
	if l.search != nil {
		place(l.search, pad, pad, space.Width-2*pad, inputHeight())
	}
	place(l.scroll, 0, top, space.Width, space.Height-top-pad)
}

func (l *optionList) paint() {
	fillBox(l.ground, fynetheme.ColorNameMenuBackground, theme.ColorBorder)
	l.ground.CornerRadius = size(fynetheme.SizeNamePopupRadius)
	l.ground.Shadow = shadow()
}
