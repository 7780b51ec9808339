package kit

import (
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"athar/domain/text"
	"athar/domain/text/bidi"
	"athar/gui/typeset"
)

var (
	_ fyne.Widget            = (*textbox)(nil)
	_ fyne.Focusable         = (*textbox)(nil)
	_ fyne.Shortcutable      = (*textbox)(nil)
	_ fyne.Tappable          = (*textbox)(nil)
	_ fyne.SecondaryTappable = (*textbox)(nil)
	_ fyne.Draggable         = (*textbox)(nil)
	_ fyne.Disableable       = (*textbox)(nil)
	_ desktop.Keyable        = (*textbox)(nil)
	_ desktop.Mouseable      = (*textbox)(nil)
	_ desktop.Hoverable      = (*textbox)(nil)
	_ desktop.Cursorable     = (*textbox)(nil)
)

// textbox is a text that can be edited, of both directions at once: what Field
// and Editor have inside. It draws neither a frame nor a placeholder.
//
// The layout holds the text. It is as it was typed but for line ends and letters
// that keyboards send as one; accents are composed only when somebody asks Field
// or Editor for the text, for composing under the caret would move it.
type textbox struct {
	widget.BaseWidget
	env       *Env
	multiLine bool
	ownUndo   bool           // Undo and Redo stay inside
	maxRunes  int            // 0 is no limit
	maxLines  int            // 0 is no limit
	direction bidi.Direction // of every paragraph; Auto asks each
	// Room for an icon at the reading start, and for a button at the end; may be
	// nil.
	indent, outdent func() float32
	outdentFirst    bool // the outdent and the bar are at the reading start of the window

	onChanged   func()               // the person changed the text
	onSubmitted func()               // Enter in a single line; may be nil
	onUnfold    func()               // Down or F4: show what there is to choose from; may be nil
	onEscape    func() bool          // reports whether there was something to escape from; may be nil
	onDirection func(bidi.Direction) // the person chose one
	onState     func()               // focus or pointer came or went
	onLeft      func()               // may be nil

	layout  *typeset.Layout
	words   wording // the same text in canonical form
	caret   typeset.Position
	anchor  int      // the other end of the selection; where nothing is selected, the caret's index
	goal    goal     // of moving up and down
	crossed crossing // of moving to the sides
	past    history
	// mask hides the text; nil for most. maskMenu is the menu then.
	mask     *mask
	maskMenu func() []MenuItem

	focused, hovered bool
	disabled         bool
	muted            bool // drawn as something of less weight
	readOnly         bool // can be selected and copied
	menuOpen         bool
	shift            bool // held down
	clicks           clicks
	drag             dragging
	blink            blinking

	highlights []Highlight // by their start; counted in the text as it was typed
	pointed    int         // the rune under the pointer while there are highlights, or -1
	noted      string      // the note of the moment
	telling    bool        // it is on show

	clip   fyne.CanvasObject
	sheet  *fyne.Container // within clip
	texts  []*canvas.Text
	washes []*wash             // the highlights
	marks  []*canvas.Rectangle // the selection
	beam   *canvas.Rectangle   // the caret
	bar    *scrollBar
	wheel  *wheelArea
	view   fyne.Size     // what is visible of the layout
	offset fyne.Position // of the view in the layout
}

// goal is where the caret tends to while it moves up and down, so that short
// lines do not draw it in.
type goal struct {
	x     float32
	known bool
}

// clicks counts presses at one place in quick succession.
type clicks struct {
	count int
	at    fyne.Position
	last  time.Time
}

func newTextbox(env *Env, s string, direction bidi.Direction, multiLine bool) *textbox {
	b := &textbox{
		env: env, direction: direction, multiLine: multiLine, pointed: -1,
		onChanged: func() {}, onState: func() {}, onDirection: func(bidi.Direction) {},
		beam: &canvas.Rectangle{}, sheet: &fyne.Container{},
	}
	b.clip = container.NewClip(b.sheet)
	b.wheel = newWheelArea(b.turn)
	b.bar = newScrollBar(true, false, func(offset float64) { b.scrollTo(float32(offset)) })
	b.words = newWording(s)
	b.layout = typeset.New(env.letters(), b.params(), b.words.text())
	b.caret = b.layout.Start()
	b.ExtendBaseWidget(b)
	return b
}

// text returns the text as it was typed.
func (b *textbox) text() string { return b.layout.Text(0, b.layout.Len()) }

// setText makes the text s, which is canonical, for good. The caret stays where
// it is, or is at the new end; but where somebody is writing and the change is at
// the caret, as when a step of the campaign is done again, it goes behind it.
func (b *textbox) setText(s string) {
	start, end, by := difference(b.text(), s)
	b.change(start, end, by)
	b.past = history{}
	p := typeset.Position{Index: min(b.caret.Index, b.layout.Len())}
	if at := b.caret.Index; b.focused && start <= at && at <= end {
		p = typeset.Position{Index: start + utf8.RuneCountInString(by), Affinity: typeset.Upstream}
	}
	b.place(p)
}

// change is the one place where the text is changed.
func (b *textbox) change(start, end int, s string) {
	if b.mask != nil {
		b.layout.Edit(start, end, b.mask.replace(start, end, s))
		return
	}
	removed := b.layout.Text(start, end)
	b.layout.Edit(start, end, s)
	b.words.changed(b.layout, start, removed, s)
	b.moveHighlights(start, end, utf8.RuneCountInString(s))
	b.pointed = -1
}

// selection returns the selected runes.
func (b *textbox) selection() (start, end int) {
	return min(b.anchor, b.caret.Index), max(b.anchor, b.caret.Index)
}

func (b *textbox) selected() string { return b.layout.Text(b.selection()) }

// place moves the caret, with nothing selected.
func (b *textbox) place(p typeset.Position) {
	b.anchor = p.Index
	b.extend(p)
}

// extend moves the caret and leaves the other end of the selection.
func (b *textbox) extend(p typeset.Position) {
	b.caret, b.goal.known, b.crossed = p, false, crossing{}
	b.past.pause()
	b.reveal()
}

// choose selects runes.
func (b *textbox) choose(start, end int) {
	b.extend(typeset.Position{Index: end, Affinity: typeset.Upstream})
	b.anchor = start
	b.draw()
}

// room returns how many runes still fit in the place of the selection.
func (b *textbox) room() int {
	if b.maxRunes == 0 {
		return int(^uint(0) >> 1)
	}
	start, end := b.selection()
	return max(b.maxRunes-b.layout.Len()+end-start, 0)
}

// insert puts as much of a text as there is room for in the place of the
// selection. In a field of one line, line breaks become spaces.
func (b *textbox) insert(s string, how editing) {
	s = b.broken(text.Canonical(s))
	if room := b.room(); utf8.RuneCountInString(s) > room {
		s = string([]rune(s)[:room])
	}
	if s == "" {
		return
	}
	start, end := b.selection()
	b.replace(start, end, s, how)
}

// broken takes as many line breaks out of a text to be inserted as there is no
// room for.
func (b *textbox) broken(s string) string {
	if !b.multiLine {
		return oneLine(s)
	}
	if b.maxLines == 0 {
		return s
	}
	lines := len(b.words.paragraphs) - strings.Count(b.selected(), "\n")
	parts := strings.SplitN(s, "\n", max(b.maxLines-lines, 0)+1)
	parts[len(parts)-1] = oneLine(parts[len(parts)-1])
	return strings.Join(parts, "\n")
}

func oneLine(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }), " ")
}

// replace is the one way in which a person changes the text.
func (b *textbox) replace(start, end int, s string, how editing) {
	if !b.editable() || start == end && s == "" {
		return
	}
	if b.mask == nil && b.past.add(edit{
		how: how, at: start, removed: b.layout.Text(start, end), inserted: s,
		caret: b.caret, anchor: b.anchor,
	}) {
		b.breakStep()
	}
	b.change(start, end, s)
	end = start + utf8.RuneCountInString(s)
	b.after(typeset.Position{Index: end, Affinity: typeset.Upstream}, end)
}

// after puts the caret and the other end of the selection where a change left
// them, and tells of the change.
func (b *textbox) after(p typeset.Position, anchor int) {
	b.caret, b.anchor, b.goal.known, b.crossed = p, anchor, false, crossing{}
	b.reveal()
	b.onChanged()
}

// Enable brings the text to life.
func (b *textbox) Enable() { b.disable(false) }

// Disable makes the text one that can neither be edited nor selected.
func (b *textbox) Disable() { b.disable(true) }

func (b *textbox) disable(disabled bool) {
	if disabled != b.disabled {
		b.disabled = disabled
		b.wake()
		b.draw()
	}
}

// Disabled reports whether the text is dead.
func (b *textbox) Disabled() bool { return b.disabled }

func (b *textbox) editable() bool { return !b.disabled && !b.readOnly }

// FocusGained implements fyne.Focusable.
func (b *textbox) FocusGained() {
	b.focused = true
	b.env.reveal()
	b.reveal()
	b.onState()
}

// FocusLost implements fyne.Focusable.
func (b *textbox) FocusLost() {
	b.focused, b.shift = false, false
	b.past.pause()
	b.drag.hold()
	b.reveal()
	b.onState()
	if b.onLeft != nil {
		b.onLeft()
	}
}

// Cursor implements desktop.Cursorable.
func (b *textbox) Cursor() desktop.Cursor {
	if b.disabled {
		return desktop.DefaultCursor
	}
	return desktop.TextCursor
}
