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
	_ fyne.Widget    = (*optionList)(nil)
	_ fyne.Focusable = (*optionList)(nil)
)

// optionList is the list that a Select opens. It has the keyboard while it is
// open.
type optionList struct {
	widget.BaseWidget
	env     *Env
	options []Option
	chosen  int // the option that is chosen already, or -1
	current int // the option that Enter would choose, or -1
	onClose func(chosen int)

	rows   []*optionRow
	scroll *Scroller
	popup  *widget.PopUp
}

// showOptions opens the list at a widget. It calls onClose with the index of what
// was chosen, or -1; a click beside the list closes it without a call.
func showOptions(env *Env, at fyne.CanvasObject, options []Option, value string, onClose func(int)) *optionList {
	window := fyne.CurrentApp().Driver().CanvasForObject(at)
	if window == nil {
		return nil
	}
	l := &optionList{env: env, options: options, chosen: indexOf(options, value), onClose: onClose}
	l.current = max(l.chosen, 0)
	l.ExtendBaseWidget(l)
	l.build()
	l.popup = widget.NewPopUp(l, window)
	l.showAt(at, window)
	window.Focus(l)
	l.move(l.current)
	return l
}

func (l *optionList) build() {
	column := container.New(&columnLayout{gap: ""})
	for i, o := range l.options {
		row := &optionRow{
			list: l, index: i, text: newCaption(l.env, o.Label, StyleBody.face()),
			tick: newGlyph(fynetheme.ConfirmIcon()), box: &canvas.Rectangle{},
		}
		row.text.shown.Alignment = l.env.startAlign()
		row.ExtendBaseWidget(row)
		l.rows = append(l.rows, row)
		column.Add(row)
	}
	l.scroll = Scroll(column)
}

// showAt places the list under the widget, or above it where there is more room,
// with their starts aligned and never larger than the window.
func (l *optionList) showAt(at fyne.CanvasObject, window fyne.Canvas) {
	margin := size(theme.Space4)
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(at)
	room := window.Size()
	top := pos.Y + min(at.Size().Height, inputHeight())
	under, over := room.Height-top-2*margin, pos.Y-2*margin

	want := l.content()
	width := min(max(want.Width, at.Size().Width), room.Width-2*margin)
	height := want.Height
	y := top + margin
	if height > under && over > under {
		height = min(height, over)
		y = pos.Y - margin - height
	} else {
		height = min(height, under)
	}
	x := pos.X
	if l.env.RTL() {
		x = pos.X + at.Size().Width - width
	}
	x = max(margin, min(x, room.Width-margin-width))
	l.popup.ShowAtPosition(fyne.NewPos(x, y))
	l.popup.Resize(fyne.NewSize(width, height))
}

// close takes the list away and reports what was chosen, once.
func (l *optionList) close(chosen int) {
	report := l.onClose
	if report == nil {
		return
	}
	l.onClose = nil
	l.popup.Hide()
	report(chosen)
}

// move makes an option the current one and scrolls to it.
func (l *optionList) move(to int) {
	before := l.current
	l.current = max(0, min(to, len(l.rows)-1))
	l.rows[max(before, 0)].Refresh()
	row := l.rows[l.current]
	row.Refresh()
	top, bottom := row.Position().Y, row.Position().Y+row.Size().Height
	switch offset := l.scroll.Offset.Y; {
	case top < offset:
		l.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > offset+l.scroll.Size().Height:
		l.scroll.ScrollToOffset(fyne.NewPos(0, bottom-l.scroll.Size().Height))
	}
}

// isOpen reports whether the list is on show.
func (l *optionList) isOpen() bool { return l != nil && l.popup.Visible() }

// FocusGained implements fyne.Focusable.
func (l *optionList) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (l *optionList) FocusLost() {}

// TypedKey moves, chooses and closes.
func (l *optionList) TypedKey(key *fyne.KeyEvent) {
	page := max(int(l.scroll.Size().Height/inputHeight())-1, 1)
	switch key.Name {
	case fyne.KeyDown:
		l.move(l.current + 1)
	case fyne.KeyUp:
		l.move(l.current - 1)
	case fyne.KeyPageDown:
		l.move(l.current + page)
	case fyne.KeyPageUp:
		l.move(l.current - page)
	case fyne.KeyHome:
		l.move(0)
	case fyne.KeyEnd:
		l.move(len(l.rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.close(l.current)
	case fyne.KeyEscape:
		l.close(-1)
	}
}

// TypedRune goes to the next option that begins with the letter, whatever its
// marks and the shape of its alef.
func (l *optionList) TypedRune(r rune) {
	letter := text.Fold(string(r))
	if strings.TrimSpace(letter) == "" {
		return
	}
	for step := 1; step <= len(l.options); step++ {
		i := (l.current + step) % len(l.options)
		if strings.HasPrefix(text.Fold(l.options[i].Label), letter) {
			l.move(i)
			return
		}
	}
}

// content returns the size of all the options.
func (l *optionList) content() fyne.Size {
	total := fyne.NewSize(0, 2*size(theme.Space4))
	for _, r := range l.rows {
		s := r.MinSize()
		total.Width = max(total.Width, s.Width)
		total.Height += s.Height
	}
	return total
}

// CreateRenderer implements fyne.Widget.
func (l *optionList) CreateRenderer() fyne.WidgetRenderer {
	edge := box("", theme.ColorBorder, fynetheme.SizeNamePopupRadius)
	return drawn(&drawing{
		widget:  l,
		objects: []fyne.CanvasObject{edge, l.scroll},
		// The list is sized by showAt; its content may be higher than the window.
		measure: func() fyne.Size { return fyne.NewSquareSize(inputHeight()) },
		arrange: func(space fyne.Size) {
			place(edge, 0, 0, space.Width, space.Height)
			pad := size(theme.Space4)
			place(l.scroll, 0, pad, space.Width, space.Height-2*pad)
		},
		paint: func() { fillBox(edge, "", theme.ColorBorder) },
	})
}
