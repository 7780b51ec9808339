package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"athar/gui/theme"
)

// FoldOptions is what stands above a list, and the list.
type FoldOptions struct {
	Action fyne.CanvasObject // what makes a new entry: always in sight
	First  fyne.CanvasObject // what finds one; beside the action where there is room
	More   fyne.CanvasObject // what narrows the list down otherwise, below the two
	Below  fyne.CanvasObject // the list and what belongs to it
	// Icon and Hint are those of the button that shows First and More where they are
	// folded away.
	Icon fyne.Resource
	Hint string
	// Room returns the least height that Below should have when nothing is folded.
	// It must not follow what is found: a field would go away under its caret.
	Room func() float32
	// Pair is the least width of the action, and of First, side by side.
	Pair float32
}

// Fold puts First and More above a list, or, in a window that is too low for them and
// the list, behind a button: three rows are worth more than a filter nobody uses now.
func Fold(env *Env, o FoldOptions) fyne.CanvasObject {
	f := &fold{FoldOptions: o, env: env}
	f.toggle = NewButton(env, ButtonOptions{Icon: o.Icon, Hint: o.Hint, OnTapped: f.turn})
	f.toggle.Hide()
	f.box = container.New(f, o.Action, f.toggle, o.First, o.More, o.Below)
	return f.box
}

var (
	_ fyne.Layout = (*fold)(nil)
	_ reader      = (*fold)(nil)
)

// fold is the layout and what it has done.
type fold struct {
	FoldOptions
	env    *Env
	box    *fyne.Container
	toggle *Button
	width  float32 // the last one; 0 before the first layout
	tight  bool    // First and More have no room
	open   bool    // and a person wants them all the same
}

func (f *fold) rightToLeft() bool { return f.env.RTL() }

// turn shows what is folded away and goes there, or folds it again.
func (f *fold) turn() {
	f.open = !f.open
	f.box.Refresh()
	if first, ok := f.First.(interface{ Focus() }); ok && f.open {
		first.Focus()
	}
}

func (f *fold) gap() float32 { return size(theme.Space8) }

// sideBySide reports whether action and First have room in one line.
func (f *fold) sideBySide(width float32) bool {
	least := max(f.Pair, f.Action.MinSize().Width, f.First.MinSize().Width)
	return 2*least+size(theme.Space16) <= width
}

// above is the height of all that stands above Below, with the gaps between.
func (f *fold) above(width float32, tight bool) float32 {
	action, first := f.Action.MinSize().Height, f.First.MinSize().Height
	height := action + f.gap()
	switch {
	case tight && !f.open:
		return max(action, f.toggle.MinSize().Height) + f.gap()
	case !tight && f.sideBySide(width):
		height = max(action, first) + f.gap()
	default:
		height += first + f.gap()
	}
	return height + settle(f.More, width) + f.gap()
}

// MinSize implements fyne.Layout.
func (f *fold) MinSize([]fyne.CanvasObject) fyne.Size {
	action := f.Action.MinSize().Width
	if f.tight {
		action += f.gap() + f.toggle.MinSize().Width
	}
	below := f.Below.MinSize()
	width := max(action, f.First.MinSize().Width, f.More.MinSize().Width, below.Width)
	return fyne.NewSize(width, f.above(max(f.width, width), f.tight)+below.Height)
}

// Layout implements fyne.Layout.
func (f *fold) Layout(_ []fyne.CanvasObject, space fyne.Size) {
	f.width = space.Width
	f.tight = space.Height-f.above(space.Width, false) < f.Room()
	SetVisible(f.toggle, f.tight)
	shown := !f.tight || f.open
	SetVisible(f.First, shown)
	SetVisible(f.More, shown)
	y := f.topLine(space.Width)
	if shown {
		height := settle(f.More, space.Width)
		place(f.More, 0, y, space.Width, height)
		y += height + f.gap()
	}
	place(f.Below, 0, y, space.Width, max(0, space.Height-y))
}

// topLine places the action and what stands beside it, and First where that has a
// line of its own, and returns where the next line begins.
func (f *fold) topLine(width float32) float32 {
	action, first := f.Action.MinSize().Height, f.First.MinSize().Height
	switch {
	case f.tight:
		side := f.toggle.MinSize()
		place(f.Action, f.env.place(0, width-side.Width-f.gap(), width), 0, width-side.Width-f.gap(), action)
		place(f.toggle, f.env.place(width-side.Width, side.Width, width), 0, side.Width, side.Height)
		action = max(action, side.Height)
		if !f.open {
			return action + f.gap()
		}
	case f.sideBySide(width):
		half := (width - size(theme.Space16)) / 2
		place(f.Action, f.env.place(0, half, width), 0, half, action)
		place(f.First, f.env.place(width-half, half, width), 0, half, first)
		return max(action, first) + f.gap()
	default:
		place(f.Action, 0, 0, width, action)
	}
	place(f.First, 0, action+f.gap(), width, first)
	return action + first + 2*f.gap()
}
