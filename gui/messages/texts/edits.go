package texts

import (
	"slices"
	"strings"

	"athar/domain"
	"athar/domain/calendar"
)

// where returns the text that a field of a Place is about: what a language was
// translated from is shown at that language.
func where(field, lang string) (string, string) {
	if rest, ok := strings.CutPrefix(field, "basis."); ok {
		lang, _, _ = strings.Cut(rest, ".")
		return "core", lang
	}
	return field, lang
}

// text returns a field of a message that is written in languages.
func text(m *domain.Message, field string) *domain.Text {
	switch field {
	case "action":
		return &m.Action
	case "call_who":
		return &m.Call.Who
	case "call_what":
		return &m.Call.What
	case "call_where":
		return &m.Call.Where
	}
	return &m.Core
}

func (t *Texts) setText(at spot, words string) {
	t.told = at.field != "core" // whoever is typing there has not left it
	t.deps.Change(t.message, at.field+"."+at.lang, func(m domain.Message) domain.Message {
		field := text(&m, at.field)
		*field = field.With(at.lang, words)
		return m
	})
}

func (t *Texts) setBy(d calendar.Date) {
	t.told = true
	t.deps.Change(t.message, "", func(m domain.Message) domain.Message {
		m.Call.By = d.Time()
		return m
	})
}

// confirm says that a language says what the one it was translated from says now.
func (t *Texts) confirm(lang string) {
	t.deps.Apply(domain.ConfirmTranslation{ID: t.message, Lang: lang})
}

// setLanguages says in which languages the campaign is written. Texts in others stay,
// and are shown where there are any.
func (t *Texts) setLanguages(languages []string) {
	t.deps.Apply(domain.SetLanguages{Languages: languages})
	t.tell(t.told) // as it still is, where that was refused
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
