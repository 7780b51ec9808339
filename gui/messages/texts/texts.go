// Package texts is the side of a message with its texts: the core text and the
// call to action in each language, the segments the message is for, and the claims it
// rests on.
package texts

import (
	"slices"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/messages/part"
)

// Texts is the part. It implements part.Part and part.Attentive.
type Texts struct {
	deps    part.Deps
	form    *form
	claims  *claims
	message domain.ID // as last shown
	told    bool      // an empty core text is told
}

// New makes the part, which shows no message yet.
func New(d part.Deps) *Texts {
	t := &Texts{deps: d}
	t.form = newForm(d.Env, intents{
		OnCore: t.setCore, OnAction: t.setAction, OnSegments: t.setSegments, OnGoToAudience: t.goToAudience,
	})
	t.claims = newClaims(d.Env, d.GoTo)
	t.form.content.Add(t.claims.content)
	t.form.core.Watch(d.Checks, "core")
	t.form.action.Watch(d.Checks, "action")
	return t
}

// Content implements part.Part.
func (t *Texts) Content() fyne.CanvasObject { return t.form.content }

// Show implements part.Part.
func (t *Texts) Show(c domain.Campaign, m domain.Message) {
	if m.ID != t.message {
		t.message, t.told = m.ID, true
	}
	resized := t.claims.show(t.presentClaims(c, m))
	if t.form.show(present(t.deps.Env.Printer, c, m, t.told)) || resized {
		t.deps.Resized()
	}
}

// Begin implements part.Attentive.
func (t *Texts) Begin() { t.tell(false) }

// Leave implements part.Attentive.
func (t *Texts) Leave() { t.tell(true) }

func (t *Texts) tell(told bool) {
	t.told = told
	c := t.deps.Session.Campaign()
	if m, ok := c.Message(t.message); ok {
		t.Show(c, m)
	}
}

// Focus implements part.Part.
func (t *Texts) Focus(place domain.Place, lang string) bool {
	if lang == "" {
		lang = t.language(place.Field)
	}
	target, at := t.form.target(place.Field, lang)
	if target == nil {
		return false
	}
	t.deps.Reveal(at)
	target.Focus()
	return true
}

// language returns which of the texts of a field needs a look: the one that is
// missing, or else the reader's.
func (t *Texts) language(field string) string {
	own := t.deps.Env.Printer.Lang()
	m, ok := t.deps.Session.Campaign().Message(t.message)
	if !ok || field != "core" || (m.Core.Ar == "") == (m.Core.En == "") {
		return own
	}
	if m.Core.Ar == "" {
		return "ar"
	}
	return "en"
}

func (t *Texts) setCore(lang, text string) {
	t.told = false // whoever is typing here has not left the field
	t.deps.Change(t.message, "core."+lang, func(m domain.Message) domain.Message {
		m.Core = m.Core.With(lang, text)
		return m
	})
}

func (t *Texts) setAction(lang, text string) {
	t.told = true
	t.deps.Change(t.message, "action."+lang, func(m domain.Message) domain.Message {
		m.Action = m.Action.With(lang, text)
		return m
	})
}

// setSegments switches the segments that are shown; a segment that a merge has
// named and that is not here yet stays.
func (t *Texts) setSegments(values []string) {
	t.told = true
	t.deps.Change(t.message, "", func(m domain.Message) domain.Message {
		for _, seg := range t.deps.Session.Campaign().Segments {
			m = m.WithSegment(seg.ID, slices.Contains(values, seg.ID.String()))
		}
		return m
	})
}

func (t *Texts) goToAudience() { t.deps.GoTo(domain.Place{Kind: domain.KindSegment}) }
