package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget = (*Switch)(nil)
	_ preferring  = (*Switch)(nil)
)

// Switch leads to one of several pages in the same place. It is a Choice, or a
// Select where there is no room for all of the words.
type Switch struct {
	widget.BaseWidget
	choice *Choice
	choose *Select
	both   *fyne.Container
}

// NewSwitch makes a switch with nothing chosen. subject says to those who cannot
// see the pages what is chosen here.
func NewSwitch(env *Env, subject string, options []Option, onChosen func(value string)) *Switch {
	s := &Switch{}
	chosen := func(value string) {
		s.SetValue(value)
		onChosen(value)
	}
	s.choice, s.choose = NewChoice(env, options, chosen), NewSelect(env, options, chosen)
	s.choice.SetSubject(subject)
	s.choose.SetSubject(subject)
	s.both = container.New(&switchLayout{env}, s.choice, s.choose)
	s.ExtendBaseWidget(s)
	return s
}

// Value returns the chosen value.
func (s *Switch) Value() string { return s.choice.Value() }

// SetValue chooses the option with the value; it does not call onChosen.
func (s *Switch) SetValue(value string) {
	s.choice.SetValue(value)
	s.choose.SetValue(value)
}

// Focus gives the switch the keyboard.
func (s *Switch) Focus() {
	if s.choice.Visible() {
		s.choice.Focus()
	} else {
		s.choose.Focus()
	}
}

func (s *Switch) preferredSize() fyne.Size { return s.choice.MinSize() }

// CreateRenderer implements fyne.Widget.
func (s *Switch) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.both) }

// switchLayout shows the first of two objects where it has room, and otherwise the
// second.
type switchLayout struct{ env *Env }

func (l *switchLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	wide, narrow := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(min(wide.Width, narrow.Width), max(wide.Height, narrow.Height))
}

func (l *switchLayout) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	wide := objects[0].MinSize().Width <= space.Width+0.01
	for i, o := range objects {
		SetVisible(o, wide == (i == 0))
		width := space.Width
		if i == 1 {
			width = min(width, max(o.MinSize().Width, preferred(o).Width))
		}
		place(o, l.env.place(0, width, space.Width), 0, width, space.Height)
	}
}
