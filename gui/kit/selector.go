package kit

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/typeset"
)

var (
	_ fyne.Widget            = (*selector)(nil)
	_ fyne.Focusable         = (*selector)(nil)
	_ fyne.Shortcutable      = (*selector)(nil)
	_ fyne.Tappable          = (*selector)(nil)
	_ fyne.SecondaryTappable = (*selector)(nil)
	_ fyne.Draggable         = (*selector)(nil)
	_ fyne.Accessible        = (*selector)(nil)
	_ desktop.Keyable        = (*selector)(nil)
	_ desktop.Mouseable      = (*selector)(nil)
	_ desktop.Cursorable     = (*selector)(nil)
)

// selector lies over a paragraph and selects in its text: only a paragraph that
// has one takes part in the order of the Tab key. There is no caret, for nothing
// can be typed; the end of the selection that moves stands in for it.
type selector struct {
	control
	paragraph *Paragraph
	group     *selectorGroup // with which it is one stop of the Tab key; nil if alone
	ring      *ring
	marks     fyne.Container // below the text

	caret    typeset.Position // the end of the selection that moves
	anchor   int              // the other end
	clicks   clicks
	shift    bool // held down
	menuOpen bool
}

func newSelector(p *Paragraph) *selector {
	s := &selector{control: control{env: p.letters.env}, paragraph: p, ring: newRing()}
	s.ExtendBaseWidget(s)
	return s
}

// isSelector reports whether what has the keyboard is there to be read only.
func isSelector(w fyne.Focusable) bool {
	_, ok := w.(*selector)
	return ok
}

// reset forgets the selection in a text that is no more.
func (s *selector) reset() { s.caret, s.anchor = typeset.Position{}, 0 }

// selection returns the selected runes.
func (s *selector) selection() (start, end int) {
	return min(s.anchor, s.caret.Index), max(s.anchor, s.caret.Index)
}

// extend moves one end of the selection.
func (s *selector) extend(p typeset.Position) {
	s.caret = p
	s.Refresh()
}

// choose selects runes.
func (s *selector) choose(start, end int) {
	s.anchor = start
	s.extend(typeset.Position{Index: end, Affinity: typeset.Upstream})
}

func (s *selector) hit(at fyne.Position) typeset.Position {
	return s.paragraph.layout().Hit(at.X, at.Y)
}

// MouseDown begins a selection; the second press selects a word, the third a
// paragraph. The press with the secondary button keeps what it is on.
func (s *selector) MouseDown(ev *desktop.MouseEvent) {
	s.takeFocus(s)
	p := s.hit(ev.Position)
	if ev.Button == desktop.MouseButtonSecondary {
		if start, end := s.selection(); p.Index < start || p.Index >= end {
			s.choose(p.Index, p.Index)
		}
		return
	}
	switch s.clicks.press(ev.Position, time.Now(), fyne.CurrentApp().Driver().DoubleTapDelay()) {
	case 1:
		if ev.Modifier&fyne.KeyModifierShift == 0 {
			s.anchor = p.Index
		}
		s.extend(p)
	case 2:
		s.choose(s.paragraph.layout().WordAt(p.Index))
	default:
		s.choose(s.paragraph.layout().ParagraphAt(p.Index))
	}
}

// MouseUp implements desktop.Mouseable.
func (s *selector) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable: without it a press would reach what lies
// below.
func (s *selector) Tapped(*fyne.PointEvent) {}

// Dragged selects up to the pointer.
func (s *selector) Dragged(ev *fyne.DragEvent) {
	if s.clicks.count == 1 { // a hand that shakes keeps the word it selected
		s.extend(s.hit(ev.Position))
	}
}

// DragEnd implements fyne.Draggable.
func (s *selector) DragEnd() {}

// TappedSecondary opens the menu.
func (s *selector) TappedSecondary(ev *fyne.PointEvent) { s.showMenu(ev.AbsolutePosition) }

// Cursor implements desktop.Cursorable.
func (s *selector) Cursor() desktop.Cursor { return desktop.TextCursor }

func (s *selector) showMenu(at fyne.Position) {
	if s.env.Window == nil {
		return
	}
	start, end := s.selection()
	nothing := ""
	if start == end {
		nothing = s.env.T("kit.edit_nothing")
	}
	s.menuOpen = true // what the menu acts on remains visible
	copying, all := &fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()}, &fyne.ShortcutSelectAll{}
	openMenu(s.env, []MenuItem{
		{Label: s.env.T("kit.edit_copy"), Disabled: nothing, Shortcut: copying, Action: func() { s.TypedShortcut(copying) }},
		{Label: s.env.T("kit.edit_select_all"), Shortcut: all, Action: func() { s.TypedShortcut(all) }},
	}, at, fyne.Size{}).onClosed = func() {
		s.menuOpen = false
		s.Refresh()
	}
}

// KeyDown implements desktop.Keyable.
func (s *selector) KeyDown(key *fyne.KeyEvent) { s.hold(key, true) }

// KeyUp implements desktop.Keyable.
func (s *selector) KeyUp(key *fyne.KeyEvent) { s.hold(key, false) }

func (s *selector) hold(key *fyne.KeyEvent, down bool) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		s.shift = down
	}
}

// FocusLost implements fyne.Focusable.
func (s *selector) FocusLost() {
	s.shift = false
	s.control.FocusLost()
}

// TypedKey moves the end of the selection while Shift is held down.
func (s *selector) TypedKey(key *fyne.KeyEvent) {
	s.byKey()
	l, p := s.paragraph.layout(), s.caret
	switch {
	case key.Name == desktop.KeyMenu:
		s.showMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(s))
		return
	case !s.shift:
		if next := s.group.beside(s, key.Name); next != nil {
			s.env.focus(next)
			return
		}
		s.env.Pass(key)
		return
	case key.Name == fyne.KeyLeft:
		p = l.Left(p)
	case key.Name == fyne.KeyRight:
		p = l.Right(p)
	case key.Name == fyne.KeyUp:
		p, _ = l.Vertical(p, -1, l.Caret(p).X)
	case key.Name == fyne.KeyDown:
		p, _ = l.Vertical(p, 1, l.Caret(p).X)
	case key.Name == fyne.KeyHome:
		p = l.LineStart(p)
	case key.Name == fyne.KeyEnd:
		p = l.LineEnd(p)
	default:
		s.env.Pass(key)
		return
	}
	s.extend(p)
}

// fences are the isolates of UAX #9.
var fences = strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "")

// TypedShortcut copies and selects all, and offers everything else to the window.
func (s *selector) TypedShortcut(shortcut fyne.Shortcut) {
	switch shortcut := shortcut.(type) {
	case *fyne.ShortcutSelectAll:
		s.choose(0, s.paragraph.layout().Len())
	case *fyne.ShortcutCopy:
		// In the order in which it is read, without the fences that the interface puts
		// around names: a pasted path must be the path.
		text := fences.Replace(s.SelectedText())
		if text != "" && shortcut.Clipboard != nil {
			s.env.toClipboard(shortcut.Clipboard, text)
		}
	default:
		s.env.offer(shortcut)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (s *selector) AccessibilityLabel() string { return s.paragraph.Text() }

// AccessibilityRole implements fyne.Accessible.
func (s *selector) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (s *selector) CreateRenderer() fyne.WidgetRenderer {
	return drawn(&drawing{
		widget:  s,
		objects: []fyne.CanvasObject{s.ring.line},
		measure: func() fyne.Size { return fyne.NewSquareSize(1) },
		arrange: func(space fyne.Size) { s.ring.around(0, 0, space.Width, space.Height) },
		paint: func() {
			s.ring.show(s.ringed(), fynetheme.SizeNameInputRadius)
			s.mark()
		},
	})
}

// mark draws what is selected. While something else has the keyboard nothing
// seems to be, for copying would not copy it.
func (s *selector) mark() {
	s.marks.Objects = s.marks.Objects[:0]
	if s.focused || s.menuOpen {
		start, end := s.selection()
		for _, r := range s.paragraph.layout().Selection(start, end) {
			m := &canvas.Rectangle{FillColor: fynetheme.Color(fynetheme.ColorNameSelection)}
			place(m, r.X, r.Y, r.Width, r.Height)
			s.marks.Objects = append(s.marks.Objects, m)
		}
	}
	canvas.Refresh(s.paragraph)
}
