package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget     = (*Notes)(nil)
	_ fyne.Accessible = (*Notes)(nil)
)

// Notes is where short notes float beside what they are about, such as a marked
// word of a text. It moves nothing and takes neither the mouse nor the keyboard.
// Put it on top in a Stack, one in a window.
type Notes struct {
	widget.BaseWidget
	env   *Env
	owner any // who shows a note; nil when nobody does
	of    notedPart
	stop  func() // of the next look

	at       fyne.Position
	sentence *Paragraph
	tone     Tone
	icon     *glyph
	plate    *canvas.Rectangle
}

// notedPart is what a note is about.
type notedPart struct {
	// where tells its place, and whether it is in sight: it moves when its page is
	// scrolled, and may go.
	where func() (at fyne.Position, seen bool)
	gone  func() // is told that it went out of sight, and the note with it
	size  fyne.Size
}

// NewNotes makes the place for the notes of an environment.
func NewNotes(env *Env) *Notes {
	n := &Notes{env: env, sentence: NewParagraph(env, "", StyleBody), icon: newGlyph(toneIcon(ToneNeutral)), plate: &canvas.Rectangle{}}
	n.ExtendBaseWidget(n)
	env.notes = n
	return n
}

// hideNote takes the note of an owner away; nil is any owner.
func (e *Env) hideNote(owner any) {
	if e.notes != nil && e.notes.owner != nil && (owner == nil || e.notes.owner == owner) {
		e.notes.owner = nil
		if e.notes.stop != nil {
			e.notes.stop()
		}
		e.notes.Refresh()
	}
}

// tell shows a note below or above a part of the window, and follows it as long as
// that is in sight.
func (n *Notes) tell(owner any, tone Tone, sentence string, of notedPart) {
	at, _ := of.where()
	same := n.owner == owner && n.tone == tone && n.sentence.Text() == sentence && n.at == at && n.of.size == of.size
	n.of = of
	if same {
		return
	}
	if n.owner != nil && n.stop != nil {
		n.stop()
	}
	n.owner, n.tone, n.at = owner, tone, at
	n.icon.source = toneIcon(tone)
	n.sentence.SetText(sentence)
	n.Refresh()
	n.stop = n.env.after(lookTime, n.look)
}

// lookTime is how soon a note is seen to follow.
const lookTime = 100 * time.Millisecond

// look takes the note away if what it is about is out of sight, and draws it anew only
// if it has to be elsewhere.
func (n *Notes) look() {
	if n.owner == nil {
		return
	}
	at, seen := n.of.where()
	if !seen {
		n.env.hideNote(nil)
		n.of.gone()
		return
	}
	if at != n.at {
		n.at = at
		n.Refresh()
	}
	n.stop = n.env.after(lookTime, n.look)
}

// AccessibilityLabel is the note on show.
func (n *Notes) AccessibilityLabel() string {
	if n.owner == nil {
		return ""
	}
	return n.sentence.Text()
}

// AccessibilityRole is part of fyne.Accessible.
func (n *Notes) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is part of fyne.Widget.
func (n *Notes) CreateRenderer() fyne.WidgetRenderer { return &notesRenderer{n} }

type notesRenderer struct{ notes *Notes }

// Layout puts the note at the reading start of what it is about, inside the
// window.
func (r *notesRenderer) Layout(window fyne.Size) {
	n := r.notes
	if n.owner == nil || window.IsZero() {
		return
	}
	pad, sign := size(theme.Space8), size(fynetheme.SizeNameInlineIcon)+size(theme.Space8)
	width := min(n.sentence.preferredSize().Width, size(theme.SizeTextColumn)*0.6, window.Width-4*pad-sign)
	height := settle(n.sentence, width)
	at := n.at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(n))
	at, whole := under(n.env, window, at, n.of.size, fyne.NewSize(width+2*pad+sign, height+2*pad))
	place(n.plate, at.X, at.Y, whole.Width, whole.Height)
	n.icon.put(at.X+n.env.place(pad, sign-pad, whole.Width), at.Y+pad, sign-pad, StyleBody.face().lineHeight())
	place(n.sentence, at.X+n.env.place(pad+sign, width, whole.Width), at.Y+pad, width, height)
}

// MinSize is nothing: a note never moves the layout.
func (r *notesRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *notesRenderer) Refresh() {
	n := r.notes
	ground, mark := toneColors(n.tone)
	n.plate.FillColor, n.plate.StrokeColor = fynetheme.Color(ground), fynetheme.Color(mark)
	n.plate.StrokeWidth = size(fynetheme.SizeNameInputBorder)
	n.plate.CornerRadius = size(fynetheme.SizeNamePopupRadius)
	n.icon.tint(mark)
	r.Layout(n.Size())
	canvas.Refresh(n)
}

func (r *notesRenderer) Objects() []fyne.CanvasObject {
	if r.notes.owner == nil {
		return nil
	}
	return []fyne.CanvasObject{r.notes.plate, r.notes.icon.image, r.notes.sentence}
}

func (r *notesRenderer) Destroy() {}
