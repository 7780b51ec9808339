package channels

import (
	"athar/domain"
	"athar/domain/text/bidi"
	"athar/gui/kit"

	"fyne.io/fyne/v2"
)

// side is one text of a card: the editor, its count, and what can be done with it.
type side struct {
	env    *kit.Env
	whole  *fyne.Container
	editor *kit.Editor
	state  *kit.Paragraph
	ring   *kit.Ring
	count  *kit.Paragraph
	notes  *fyne.Container
	reset  *kit.Button

	savings *fyne.Container
	offers  []*offer

	shown written
	// emptied says that the person took the whole text away and is still there: the
	// core's does not come back under the caret.
	emptied bool
}

// sideIntents are what a person can want of a text.
type sideIntents struct {
	OnChanged func(text string)
	OnReset   func()
	OnShorten func(text string)
}

func newSide(env *kit.Env, w written, rows int, on sideIntents) *side {
	s := &side{
		env: env, state: kit.NewParagraph(env, "", kit.StyleCaption),
		ring: kit.NewRing(env), count: kit.NewParagraph(env, "", kit.StyleCaption), notes: kit.ColumnTight(),
		savings: kit.ColumnTight(),
	}
	direction := bidi.LTR
	if domain.IsRightToLeft(w.Lang) {
		direction = bidi.RTL
	}
	s.editor = kit.NewEditor(env, kit.EditorOptions{
		Rows: rows, ReadOnly: env.Locked, MaxRunes: domain.MaxLong, Direction: direction,
		OnChanged: func(text string) {
			s.emptied = text == ""
			on.OnChanged(text)
		},
		OnLeft: s.vacated,
	})
	s.reset = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("channels.reset"), Kind: kit.ButtonQuiet, Hint: env.T("channels.reset_hint"),
		OnTapped: on.OnReset,
	})
	for range maxSavings {
		o := newOffer(env, on.OnShorten)
		s.offers = append(s.offers, o)
		s.savings.Add(o.row)
	}
	kit.SetVisible(s.reset, w.Resets)
	s.whole = kit.ColumnTight(
		kit.NewFormItem(env, w.Label, "", s.editor), s.state,
		kit.EndsShort(env, kit.Row(env, s.ring, s.count), s.reset), s.savings, s.notes)
	return s
}

// offer is one way to write a text shorter.
type offer struct {
	row     *fyne.Container
	said    *kit.Paragraph
	shorter string // the text that is offered
}

// newOffer makes one that is not on show.
func newOffer(env *kit.Env, use func(text string)) *offer {
	o := &offer{said: kit.NewParagraph(env, "", kit.StyleCaption)}
	o.row = kit.EndsShort(env, o.said, kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("channels.shorten"), Kind: kit.ButtonQuiet, Hint: env.T("channels.shorten_hint"),
		OnTapped: func() { use(o.shorter) },
	}))
	o.row.Hide()
	return o
}

// vacated puts the core's text back into an editor that was left empty.
func (s *side) vacated() {
	if s.emptied {
		s.emptied = false
		s.editor.SetText(s.shown.Text)
		s.editor.SetMuted(s.shown.Follows)
	}
}

// show draws only what is another: at a key typed here, most often the count
// alone, and nothing at a key typed elsewhere. It reports whether the side may
// need another height.
func (s *side) show(w written) (resized bool) {
	before := s.shown
	s.shown = w
	if !s.emptied || !w.Follows {
		s.editor.SetText(w.Text)
		s.editor.SetMuted(w.Follows)
	}
	s.state.SetText(w.State)
	resized = kit.SetVisible(s.state, w.State != "")
	s.showMeter(w.Meter)
	setEnabled(s.reset, w.NoReset == "", w.NoReset)
	for i, o := range s.offers {
		if i < len(w.Savings) {
			o.said.SetText(w.Savings[i].Sentence)
			o.shorter = w.Savings[i].Text
		}
		resized = kit.SetVisible(o.row, i < len(w.Savings)) || resized
	}
	resized = kit.SetVisible(s.savings, len(w.Savings) > 0) || resized
	if resized = resized || w.Meter.lines() != before.Meter.lines(); resized {
		s.whole.Refresh()
	}
	return resized
}

func (s *side) showMeter(m meter) {
	s.count.SetText(m.Line)
	s.count.SetStyle(m.Style)
	kit.SetVisible(s.ring, m.Line != "")
	s.ring.Set(m.Ring.Share, m.Ring.Tone, m.Ring.Figure, m.Ring.Words)
	s.editor.SetProblem(m.Bad)
	showNotes(s.env, s.notes, m.Notes)
}

// showNotes uses the paragraphs again that are there: a note that stays is not
// drawn anew at every key.
func showNotes(env *kit.Env, box *fyne.Container, notes []note) {
	for len(box.Objects) < len(notes) {
		box.Add(kit.NewParagraph(env, "", kit.StyleCaption))
	}
	kit.SetVisible(box, len(notes) > 0)
	for i, o := range box.Objects {
		p := o.(*kit.Paragraph)
		if i < len(notes) {
			p.SetStyle(notes[i].Style)
			p.SetText(notes[i].Text)
		}
		kit.SetVisible(p, i < len(notes))
	}
}
