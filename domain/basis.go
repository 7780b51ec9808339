package domain

import "slices"

// Basis is what the core text in one language was translated from.
type Basis struct {
	Lang string // of the translation
	From string // language of what it was translated from
	Text string // what that said then
}

// Basis returns what the core text in a language was translated from.
func (m Message) Basis(lang string) (Basis, bool) {
	i, ok := m.basisIndex(lang)
	if !ok {
		return Basis{Lang: lang}, false
	}
	return m.Bases[i], true
}

// Stale reports whether the core text in a language was translated from one that
// has changed since. then and now are what that said and says.
func (m Message) Stale(lang string) (then, now string, stale bool) {
	b, ok := m.Basis(lang)
	if !ok || m.Core.Of(lang) == "" {
		return "", "", false
	}
	now = m.Core.Of(b.From)
	return b.Text, now, now != "" && now != b.Text
}

// StaleLanguages returns the languages whose core text is stale, sorted.
func (m Message) StaleLanguages() []string {
	var out []string
	for _, b := range m.Bases {
		if _, _, stale := m.Stale(b.Lang); stale {
			out = append(out, b.Lang)
		}
	}
	return out
}

// TranslatedFrom returns the message with the core text in a language being the
// translation of what another language says now; of none when from is "".
func (m Message) TranslatedFrom(lang, from string) Message {
	i, ok := m.basisIndex(lang)
	m.Bases = slices.Clone(m.Bases)
	b := Basis{lang, from, m.Core.Of(from)}
	switch {
	case b.Text == "" && ok:
		m.Bases = slices.Delete(m.Bases, i, i+1)
	case ok:
		m.Bases[i] = b
	case b.Text != "":
		m.Bases = slices.Insert(m.Bases, i, b)
	}
	if len(m.Bases) == 0 {
		m.Bases = nil
	}
	return m
}

func (m Message) basisIndex(lang string) (int, bool) {
	return slices.BinarySearchFunc(m.Bases, lang, func(b Basis, l string) int { return compareStrings(b.Lang, l) })
}

// settled returns the message with the bases that follow from what was written
// since before: whoever begins a language while another one has text translates
// that, and a text that was deleted is the translation of nothing. languages are
// those of the campaign; the first of them that has text is the source.
func (m Message) settled(before Message, languages []string) Message {
	if m.Core == before.Core {
		return m
	}
	for _, lang := range m.Core.Languages() {
		if _, has := m.Basis(lang); has || before.Core.Of(lang) != "" {
			continue
		}
		if from := source(before.Core, languages); from != "" {
			m = m.TranslatedFrom(lang, from)
		}
	}
	for _, lang := range before.Core.Languages() {
		if m.Core.Of(lang) == "" {
			m = m.TranslatedFrom(lang, "")
		}
	}
	return m
}

// source returns the first language that has text.
func source(t Text, languages []string) string {
	for _, lang := range languages {
		if t.Of(lang) != "" {
			return lang
		}
	}
	if all := t.Languages(); len(all) > 0 {
		return all[0]
	}
	return ""
}
