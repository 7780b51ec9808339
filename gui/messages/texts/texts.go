// Package texts is the side of a message with its texts: the core text in every
// language and which of them is newer, the call to action, whole and part by part,
// the segments the message is for, and the claims it rests on.
//
// It must not count or preview what goes out on a channel, nor judge a text: those
// are sides of their own.
package texts

import (
	"slices"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/calendar"
	"athar/domain/proofing"
	"athar/gui/kit"
	"athar/gui/messages/part"
)

// Texts is the part. It implements part.Part and part.Attentive.
type Texts struct {
	deps    part.Deps
	form    *form
	claims  *claims
	content *fyne.Container
	message domain.ID // as last shown
	told    bool      // an empty core text is told
}

// New makes the part, which shows no message yet.
func New(d part.Deps) *Texts {
	t := &Texts{deps: d, content: kit.Stack(), claims: newClaims(d.Env, d.GoTo)}
	t.build(presenter{d.Env.Printer}.languages(d.Session.Campaign(), domain.Message{}))
	return t
}

// build makes the widgets anew for these languages.
func (t *Texts) build(languages []string) {
	if t.form != nil {
		t.form.watch(func(at spot, _ editor) { t.watch(at, nil) })
	}
	t.form = newForm(t.deps.Env, languages, intents{
		OnText: t.setText, OnBy: t.setBy, OnConfirm: t.confirm,
		OnLanguages: t.setLanguages, OnSegments: t.setSegments, OnGoToAudience: t.goToAudience,
		Today: func() calendar.Date { return calendar.Of(t.deps.Now()) },
	})
	t.form.watch(t.watch)
	t.content.Objects = []fyne.CanvasObject{kit.Form(t.deps.Env, t.form.content, t.claims.content)}
	t.content.Refresh()
}

// watch has it marked in an editor what there is to say of its text; nil ends it.
func (t *Texts) watch(at spot, e editor) {
	if t.deps.Checks != nil {
		t.deps.Checks.Watch(proofing.Text{Field: at.field, Lang: at.lang}, e)
	}
}

// Content implements part.Part.
func (t *Texts) Content() fyne.CanvasObject { return t.content }

// Show implements part.Part.
func (t *Texts) Show(c domain.Campaign, m domain.Message) {
	if m.ID != t.message {
		t.message, t.told = m.ID, true
	}
	d := presenter{t.deps.Env.Printer}.detail(c, m, t.told)
	built := !slices.Equal(d.languages(), t.form.languages)
	if built {
		t.build(d.languages())
	}
	resized := t.claims.show(t.presentClaims(c, m))
	if t.form.show(d) || resized || built {
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
	field, lang := where(place.Field, lang)
	if lang == "" {
		lang = t.language(field)
	}
	target, at := t.form.target(field, lang)
	if target == nil {
		return false
	}
	t.deps.Reveal(at)
	target.Focus()
	return true
}

// language returns which of the texts of a field needs a look: the core text that is
// missing or behind another one, or else the first.
func (t *Texts) language(field string) string {
	first := t.form.languages[0]
	m, ok := t.deps.Session.Campaign().Message(t.message)
	if !ok || field != "core" || m.Core.Empty() {
		return first
	}
	for _, needs := range []func(lang string) bool{
		func(lang string) bool { return m.Core.Of(lang) == "" },
		func(lang string) bool { return slices.Contains(m.StaleLanguages(), lang) },
	} {
		if i := slices.IndexFunc(t.form.languages, needs); i >= 0 {
			return t.form.languages[i]
		}
	}
	return first
}
