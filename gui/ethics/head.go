package ethics

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/kit"
)

// headEvents is what a person does at an item's head.
type headEvents struct {
	onToggle func(item string)
	onKey    func(item string, key rune)         // a letter or digit
	onMove   func(item string, key fyne.KeyName) // an arrow key, Home or End
	onReach  func(item string)                   // the keyboard's focus came to it
}

// head is the line of an item that is always seen. It takes the keyboard for
// the item: the arrow keys go to its neighbours, Enter and Space open and close
// it, digits and letters answer it.
type head struct {
	env  *kit.Env
	text headText
	line *kit.Line

	number, name, because *kit.Label
	level, standing       *kit.Badge
	arrow                 *widget.Icon
	row                   *fyne.Container
}

// columns are the widths that the heads of a list share, so that numbers,
// levels and standings stand under one another.
type columns struct{ number, level, standing float32 }

func newHead(env *kit.Env, t headText, widths columns, on headEvents) *head {
	h := &head{
		env: env, text: t,
		number:  kit.NewLabel(env, t.Number, kit.StyleNumber),
		name:    kit.NewLabel(env, t.Name, nameStyle(t)),
		because: kit.NewLabel(env, t.Because, kit.StyleCaption),
		level:   kit.NewBadge(env, t.Level, t.Weighs), standing: kit.NewBadge(env, t.Standing, t.Tone),
		arrow: widget.NewIcon(fynetheme.MenuDropDownIcon()),
	}
	h.because.Hidden = t.Because == ""
	h.row = kit.Row(env, cell(widths.number, h.number), kit.ColumnTight(h.name, h.because), kit.Spacer(),
		cell(widths.level, h.level), cell(widths.standing, h.standing), h.arrow)
	h.line = kit.NewLine(env, t.Label, kit.LineOptions{
		Content: h.row, Card: true, Hint: h.hint(),
		OnPress: func() { on.onToggle(t.Item) },
		OnMove:  func(key fyne.KeyName) { on.onMove(t.Item, key) },
		OnRune:  func(key rune) { on.onKey(t.Item, key) },
		OnFocus: func(clicked bool) {
			if !clicked { // what was pressed stays under the pointer
				on.onReach(t.Item)
			}
		},
	})
	return h
}

// hint says which keys answer the item, if it can be answered.
func (h *head) hint() string {
	if !h.text.Applies {
		return ""
	}
	return h.env.T("ethics.item_hint", "first", 1, "last", 4)
}

// cell gives a thing a width of its own.
func cell(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(wide(width), o)
}

// wide is the width of a cell; the height is that of what is in it.
type wide float32

var _ fyne.Layout = wide(0)

// MinSize implements fyne.Layout.
func (w wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w), objects[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (w wide) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	objects[0].Resize(space)
	objects[0].Move(fyne.NewPos(0, 0))
}

func nameStyle(t headText) kit.Style {
	if t.Applies {
		return kit.StyleStrong
	}
	return kit.StyleMuted
}

// set shows another state of the item and reports whether the head needs
// another height.
func (h *head) set(t headText) (resized bool) {
	if t == h.text {
		return false
	}
	resized = (t.Because == "") != (h.text.Because == "")
	h.text = t
	h.line.SetLabel(t.Label)
	h.line.SetHint(h.hint())
	h.name.SetText(t.Name)
	h.name.SetStyle(nameStyle(t))
	h.because.SetText(t.Because)
	h.because.Hidden = t.Because == ""
	h.level.Set(t.Level, t.Weighs)
	h.standing.Set(t.Standing, t.Tone)
	if resized {
		h.row.Refresh()
	}
	return resized
}

// setOpen turns the arrow.
func (h *head) setOpen(open bool) {
	if open {
		h.arrow.SetResource(fynetheme.MenuDropUpIcon())
		return
	}
	h.arrow.SetResource(fynetheme.MenuDropDownIcon())
}
