package domain

import "slices"

// SetLanguages says in which languages the campaign is written, the first one first.
// Texts in other languages stay.
type SetLanguages struct{ Languages []string }

// Label implements Edit.
func (SetLanguages) Label() string { return "edit.campaign.languages" }

// MergeKey implements Edit.
func (SetLanguages) MergeKey() string { return "" }

// Place implements PlacedEdit.
func (SetLanguages) Place() Place { return Place{Kind: KindHeader, Field: "languages"} }

// Apply implements Edit.
func (e SetLanguages) Apply(c Campaign) (Campaign, error) {
	list := languagesIn(e.Languages)
	if len(list) == 0 {
		return c, Problem(ErrRequired, "languages")
	}
	if len(list) != len(e.Languages) {
		return c, Problem(ErrUnknownValue, "languages")
	}
	c.Header.Languages = list
	return c, nil
}

// SetFramework chooses the framework of the core message. What is written in fields
// that it does not have is kept for when another one has them.
type SetFramework struct{ Framework string }

// Label implements Edit.
func (SetFramework) Label() string { return "edit.core.framework" }

// MergeKey implements Edit.
func (SetFramework) MergeKey() string { return "" }

// Place implements PlacedEdit.
func (SetFramework) Place() Place { return Place{Kind: KindCore, Field: "framework"} }

// Apply implements Edit.
func (e SetFramework) Apply(c Campaign) (Campaign, error) {
	k := c.Core()
	k.Framework = e.Framework
	return c.put(k)
}

// SetCoreField writes in a field of the core message's framework, in one language.
type SetCoreField struct {
	Field string
	Lang  string
	Text  string
}

// Label implements Edit.
func (SetCoreField) Label() string { return "edit.core.change" }

// MergeKey implements Edit.
func (e SetCoreField) MergeKey() string { return "core:" + e.Field + ":" + e.Lang }

// Place implements PlacedEdit.
func (e SetCoreField) Place() Place {
	return Place{Kind: KindCore, Field: "field." + e.Field + "." + e.Lang}
}

// Apply implements Edit.
func (e SetCoreField) Apply(c Campaign) (Campaign, error) {
	if e.Field == "" || !IsLanguage(e.Lang) {
		return c, Problem(ErrUnknownValue, "field")
	}
	k := c.Core()
	return c.put(k.WithField(e.Field, k.Field(e.Field).With(e.Lang, e.Text)))
}

// ConfirmTranslation says that the core text of a message in a language is a good
// translation of what another one says now. From is that language; "" for the one
// it was translated from before, or else the first one that has text.
type ConfirmTranslation struct {
	ID   ID
	Lang string
	From string
}

// Label implements Edit.
func (ConfirmTranslation) Label() string { return "edit.message.translated" }

// MergeKey implements Edit.
func (ConfirmTranslation) MergeKey() string { return "" }

// Place implements PlacedEdit.
func (e ConfirmTranslation) Place() Place { return Place{KindMessage, e.ID, "", "core." + e.Lang} }

// Apply implements Edit.
func (e ConfirmTranslation) Apply(c Campaign) (Campaign, error) {
	m, ok := c.Message(e.ID)
	if !ok {
		return c, Problem(ErrNotFound, "message")
	}
	from := e.From
	if from == "" {
		b, _ := m.Basis(e.Lang)
		from = b.From
	}
	if from == "" {
		from = source(m.Core.With(e.Lang, ""), c.Header.WrittenIn())
	}
	if from == e.Lang || m.Core.Of(from) == "" || m.Core.Of(e.Lang) == "" {
		return c, Problem(ErrRequired, "core")
	}
	return c.put(m.TranslatedFrom(e.Lang, from))
}

// ResetVariant makes a field of a channel follow the core again, in the languages
// named, or in all of them. Field is "" for the main text; All is every field.
type ResetVariant struct {
	ID        ID
	Channel   string
	Field     string
	All       bool
	Languages []string
}

// Label implements Edit.
func (ResetVariant) Label() string { return "edit.message.reset" }

// MergeKey implements Edit.
func (ResetVariant) MergeKey() string { return "" }

// Place implements PlacedEdit.
func (e ResetVariant) Place() Place {
	return Place{KindMessage, e.ID, "", "variant." + e.Channel}
}

// Apply implements Edit.
func (e ResetVariant) Apply(c Campaign) (Campaign, error) {
	m, ok := c.Message(e.ID)
	if !ok || !m.OnChannel(e.Channel) {
		return c, Problem(ErrNotFound, "message")
	}
	v, _ := m.Variant(e.Channel)
	fields := []string{e.Field}
	if e.All {
		fields = []string{""}
		for _, p := range v.Parts {
			fields = append(fields, p.Field)
		}
	}
	for _, field := range fields {
		t := v.Part(field)
		for _, lang := range t.Languages() {
			if len(e.Languages) == 0 || slices.Contains(e.Languages, lang) {
				t = t.With(lang, "")
			}
		}
		v = v.WithPart(field, t)
	}
	return c.put(m.WithVariant(v))
}

// PlaceMessage puts a message before another one, or at the end when Before is NoID.
type PlaceMessage struct {
	ID     ID
	Before ID
}

// Label implements Edit.
func (PlaceMessage) Label() string { return "edit.message.move" }

// MergeKey implements Edit.
func (PlaceMessage) MergeKey() string { return "" }

// Apply implements Edit.
func (e PlaceMessage) Apply(c Campaign) (Campaign, error) {
	list := c.SortedMessages()
	index := func(id ID) int { return slices.IndexFunc(list, func(m Message) bool { return m.ID == id }) }
	from, to := index(e.ID), len(list)
	if e.Before != NoID {
		to = index(e.Before)
	}
	if from < 0 || to < 0 {
		return c, Problem(ErrNotFound, "message")
	}
	if to > from {
		to--
	}
	return c.moveMessage(e.ID, to-from)
}
