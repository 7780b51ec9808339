package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
	"athar/gui/typeset"
)

var (
	_ fyne.Widget     = (*Label)(nil)
	_ fyne.Accessible = (*Label)(nil)
	_ preferring      = (*Label)(nil)
)

// Label is one line of text at the reading start; a line break in the text is
// shown as a blank. A number stands on the right in both languages: only there do
// the units of those in a column stand under one another. When there is no room for all of it, it ends in an ellipsis;
// a Row shortens it no further than a quarter of a text column.
type Label struct {
	widget.BaseWidget
	text    string
	letters lettering
	natural fyne.Size // of the whole text
}

// NewLabel makes a label.
func NewLabel(env *Env, text string, style Style) *Label {
	l := &Label{letters: lettering{env: env, style: style}}
	l.ExtendBaseWidget(l)
	l.set(text)
	return l
}

// longestLine is the number of bytes, and so of characters at the least, for
// which no window has room in one line.
const longestLine = 4096

func (l *Label) set(text string) {
	l.text = text
	if len(text) > longestLine {
		text = text[:longestLine] + "…"
	}
	l.letters.set(typeset.OneLine(text), nil)
	l.natural = fyne.Size{}
}

// Text returns the logical text.
func (l *Label) Text() string { return l.text }

// SetText changes the text.
func (l *Label) SetText(text string) {
	if text == l.text {
		return
	}
	l.set(text)
	l.Refresh()
}

// SetStyle changes what the text is for.
func (l *Label) SetStyle(style Style) {
	if style == l.letters.style {
		return
	}
	l.letters.restyle(style)
	l.Refresh()
}

// Refresh measures the text anew, as another theme or text asks for.
func (l *Label) Refresh() {
	l.natural = fyne.Size{}
	l.BaseWidget.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (l *Label) AccessibilityLabel() string { return l.text }

// AccessibilityRole implements fyne.Accessible.
func (l *Label) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// MinSize is the whole text up to a quarter of a text column; a number is never
// shortened, because half a number is another number.
func (l *Label) MinSize() fyne.Size {
	s := l.preferredSize()
	if l.letters.style != StyleNumber {
		s.Width = min(s.Width, size(theme.SizeTextColumn)/4)
	}
	return s
}

// NaturalWidth returns the width at which nothing of the text is cut.
func (l *Label) NaturalWidth() float32 { return ceil(l.preferredSize().Width) }

func (l *Label) preferredSize() fyne.Size {
	if l.natural.IsZero() {
		whole := l.letters.inWidth(0, typeset.AlignStart, 0)
		l.natural = fyne.NewSize(whole.NaturalWidth(), whole.Height())
	}
	return l.natural
}

// CreateRenderer implements fyne.Widget.
func (l *Label) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget:  l,
		objects: []fyne.CanvasObject{&l.letters.sheet},
		measure: l.MinSize, arrange: l.arrange, paint: func() {},
	})
}

// arrange fits the text into the width, and puts it in the middle of the height.
func (l *Label) arrange(space fyne.Size) {
	whole, width, lines := l.preferredSize(), float32(0), 0
	if whole.Width > space.Width+0.01 {
		width, lines = space.Width, 1
	}
	l.letters.inWidth(width, typeset.AlignStart, lines)
	atRight := l.letters.env.RTL() || l.letters.style == StyleNumber
	l.letters.draw(func(line typeset.LineBox) float32 {
		if atRight {
			return space.Width - line.Width - line.X
		}
		return -line.X
	})
	place(&l.letters.sheet, 0, (space.Height-whole.Height)/2, space.Width, whole.Height)
}
