package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget     = (*Label)(nil)
	_ fyne.Accessible = (*Label)(nil)
	_ preferring      = (*Label)(nil)
)

// Label is one line of text at the reading start. When there is no room for all
// of it, it ends in an ellipsis; a Row shortens it no further than a quarter of
// a text column.
type Label struct {
	widget.BaseWidget
	text  *caption
	style Style
}

// NewLabel makes a label.
func NewLabel(env *Env, text string, style Style) *Label {
	l := &Label{text: newCaption(env, text, style.face()), style: style}
	l.ExtendBaseWidget(l)
	l.align()
	return l
}

// Text returns the logical text.
func (l *Label) Text() string { return l.text.logical }

// SetText changes the text.
func (l *Label) SetText(text string) {
	if text == l.text.logical {
		return
	}
	l.text.set(text)
	l.Refresh()
}

// SetStyle changes what the text is for.
func (l *Label) SetStyle(style Style) {
	if style == l.style {
		return
	}
	l.style = style
	l.text.face = style.face()
	l.align()
	l.Refresh()
}

func (l *Label) align() {
	l.text.shown.Alignment = l.text.env.startAlign()
	if l.style == StyleNumber {
		l.text.shown.Alignment = l.text.env.endAlign()
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (l *Label) AccessibilityLabel() string { return l.text.logical }

// AccessibilityRole implements fyne.Accessible.
func (l *Label) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// MinSize is the whole text up to a quarter of a text column; a number is never
// shortened, because half a number is another number.
func (l *Label) MinSize() fyne.Size {
	s := l.text.size()
	if l.style != StyleNumber {
		s.Width = min(s.Width, size(theme.SizeTextColumn)/4)
	}
	return s
}

func (l *Label) preferredSize() fyne.Size { return l.text.size() }

// CreateRenderer implements fyne.Widget.
func (l *Label) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget:  l,
		objects: []fyne.CanvasObject{l.text.shown},
		measure: l.MinSize,
		arrange: func(space fyne.Size) { l.text.put(0, 0, space.Width, space.Height) },
		paint:   l.text.refresh,
	})
}
