package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// SelectableTogether lets people select in each of several paragraphs, as
// Selectable does in one, at the price of a single stop of the Tab key: it comes
// to the first of them, and Up and Down lead from one to the next. The mouse
// selects in any. To be called before they are shown.
func SelectableTogether(paragraphs ...*Paragraph) {
	group := &selectorGroup{}
	for _, p := range paragraphs {
		p.Selectable()
		p.selector.group = group
		group.members = append(group.members, p.selector)
	}
}

// selectorGroup are paragraphs that are read together, in their order.
type selectorGroup struct{ members []*selector }

// beside returns the paragraph after or before another one that can be seen, nil
// for none.
func (g *selectorGroup) beside(s *selector, key fyne.KeyName) *selector {
	if g == nil || key != fyne.KeyUp && key != fyne.KeyDown {
		return nil
	}
	by := 1
	if key == fyne.KeyUp {
		by = -1
	}
	for i := slices.Index(g.members, s) + by; i >= 0 && i < len(g.members); i += by {
		if g.members[i].paragraph.Visible() {
			return g.members[i]
		}
	}
	return nil
}

var _ fyne.Disableable = (*selector)(nil)

// Disabled reports whether the Tab key passes by. The toolkit asks only this of
// what could have the keyboard; it gives the keyboard all the same, on request, to
// what has a SelectedText.
func (s *selector) Disabled() bool {
	return s.group != nil && !s.focused && s != s.group.members[0]
}

// Enable and Disable are part of fyne.Disableable: a text to read is always there.
func (s *selector) Enable() {}

// Disable does nothing; see Enable.
func (s *selector) Disable() {}

// SelectedText returns what would be copied.
func (s *selector) SelectedText() string { return s.paragraph.layout().Text(s.selection()) }
