package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Accessible = (*rows)(nil)
	_ fyne.Accessible = (*ListRow)(nil)
)

// AccessibilityLabel is the row that the keyboard is at, or that the first key
// would lead to.
func (a *rows) AccessibilityLabel() string {
	i := max(a.current, 0)
	if i >= a.count() {
		return ""
	}
	for _, s := range a.slots {
		if s.index == i {
			return said(s.object)
		}
	}
	// It is out of sight. A row that is never shown says it.
	if a.voice == nil {
		a.voice = a.make()
	}
	a.update(i, a.voice)
	return said(a.voice)
}

// AccessibilityRole is part of fyne.Accessible.
func (a *rows) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// said is what can be read in an object, line by line. Of widgets it is what they
// say themselves.
func said(o fyne.CanvasObject) string {
	if o == nil || !o.Visible() {
		return ""
	}
	c, ok := o.(*fyne.Container) // which would say that it is a container
	if !ok {
		if a, ok := o.(fyne.Accessible); ok {
			return strings.TrimSpace(a.AccessibilityLabel())
		}
		return ""
	}
	var lines []string
	for _, child := range c.Objects {
		if line := said(child); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// ListRow is what a row of a List can be made of: it shows its content, and says
// what can be read there. A type that embeds it calls ExtendBaseWidget.
type ListRow struct {
	widget.BaseWidget
	Content *fyne.Container
}

// CreateRenderer implements fyne.Widget.
func (r *ListRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.Content) }

// AccessibilityLabel implements fyne.Accessible.
func (r *ListRow) AccessibilityLabel() string { return said(r.Content) }

// AccessibilityRole implements fyne.Accessible.
func (r *ListRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
