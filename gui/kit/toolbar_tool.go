package kit

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Widget       = (*Tool)(nil)
	_ fyne.Tappable     = (*Tool)(nil)
	_ fyne.Accessible   = (*Tool)(nil)
	_ desktop.Hoverable = (*Tool)(nil)
	_ desktop.Mouseable = (*Tool)(nil)
)

// ToolOptions is what a tool is made from.
type ToolOptions struct {
	// Text names the action. It is needed with IconOnly as well: for the menu,
	// and for those who cannot tell what the icon stands for.
	Text     string
	Icon     fyne.Resource
	IconOnly bool
	// Hint is a sentence on what the action does, shown while pointed at; "" is
	// the text where only the icon is seen.
	Hint     string
	Shortcut fyne.Shortcut // shown in the menu; the window's commands listen to it
	OnTapped func()
}

// Tool is an action in a Toolbar. It has no focus of its own: the toolbar has
// the keyboard and says which of its tools it is at.
type Tool struct {
	control
	buttonFace
	o   ToolOptions
	bar *Toolbar

	// absent says that the owner hid the tool; one without room is merely not
	// visible.
	absent bool
}

// NewTool makes a tool for a Toolbar.
func NewTool(env *Env, o ToolOptions) *Tool {
	seen := o.Text
	if o.IconOnly {
		seen, o.Hint = "", cmp.Or(o.Hint, o.Text)
	}
	t := &Tool{
		control: control{env: env, help: o.Hint}, o: o,
		buttonFace: newButtonFace(env, ButtonQuiet, seen, o.Icon),
	}
	t.ExtendBaseWidget(t)
	return t
}

// Text returns the name of the action, seen or not.
func (t *Tool) Text() string { return t.o.Text }

// Show puts the tool back into its toolbar.
func (t *Tool) Show() { t.setAbsent(false) }

// Hide takes the tool out of its toolbar and its menu.
func (t *Tool) Hide() { t.setAbsent(true) }

func (t *Tool) setAbsent(absent bool) {
	if absent == t.absent {
		return
	}
	t.absent = absent
	if t.bar != nil {
		t.bar.Refresh()
	}
}

// SetHint changes what is shown while the tool is pointed at or has the
// keyboard.
func (t *Tool) SetHint(hint string) {
	if hint == t.help {
		return
	}
	t.help = hint
	t.tell()
}

// Tapped does what the tool is for.
func (t *Tool) Tapped(*fyne.PointEvent) {
	if t.bar != nil {
		t.bar.pressed(t)
	}
	t.press()
}

func (t *Tool) press() {
	if !t.disabled && t.o.OnTapped != nil {
		t.o.OnTapped()
	}
}

// item is the tool as a row of the menu.
func (t *Tool) item() MenuItem {
	item := MenuItem{Label: t.o.Text, Shortcut: t.o.Shortcut, Icon: t.o.Icon, Action: t.press}
	if t.disabled {
		item.Disabled = cmp.Or(t.reason, t.o.Text)
	}
	return item
}

// AccessibilityLabel implements fyne.Accessible.
func (t *Tool) AccessibilityLabel() string { return t.o.Text }

// AccessibilityRole implements fyne.Accessible.
func (t *Tool) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (t *Tool) CreateRenderer() fyne.WidgetRenderer { return t.drawnFor(t, &t.control) }
