package wording

import (
	"strings"

	"athar/domain"
	"athar/domain/journal"
	"athar/gui/i18n"
)

// Field says which field of a record is meant. The zero Field is the record as
// a whole. An element of a set is said with it: "Languages – Arabic". c has the
// names of other records; it may be empty.
func (w Wording) Field(k domain.Kind, f journal.Field, c domain.Campaign) string {
	if f == (journal.Field{}) {
		return w.printer.T("wording.whole")
	}
	name := w.path(k, f.Path)
	if f.Element == "" {
		return name
	}
	return w.printer.T("wording.element", "field", name, "element", i18n.Isolate(w.option(k, f.Path, f.Element, c)))
}

func (w Wording) path(k domain.Kind, path string) string {
	if fact, ok := strings.CutPrefix(path, "fact/"); ok && k == domain.KindHeader {
		if q, ok := w.content.Checklist.Question(domain.Fact(fact)); ok {
			return q.Question.In(w.printer.Lang())
		}
	}
	if rest, ok := strings.CutPrefix(path, "variant/"); ok && k == domain.KindMessage {
		return w.variant(rest)
	}
	if rest, ok := strings.CutPrefix(path, "basis/"); ok && k == domain.KindMessage {
		return w.basis(rest)
	}
	if key := w.labelKey(k, path); key != "" {
		return w.printer.T(key)
	}
	if head, lang, ok := cutLast(path); ok && domain.IsLanguage(lang) {
		if rest, ok := strings.CutPrefix(head, "field/"); ok && k == domain.KindCore {
			return w.inLanguage(w.coreField(rest), lang)
		}
		if key := w.labelKey(k, head); key != "" {
			return w.inLanguage(w.printer.T(key), lang)
		}
	}
	return w.printer.T("wording.other_field")
}

// cutLast cuts a path before its last piece.
func cutLast(path string) (head, last string, ok bool) {
	i := strings.LastIndexByte(path, '/')
	if i < 0 {
		return path, "", false
	}
	return path[:i], path[i+1:], true
}

func (w Wording) inLanguage(field, lang string) string {
	return w.printer.T("wording.in_language", "field", field, "language", i18n.Isolate(w.Language(lang)))
}

// Language says what a language is called; a code that is not known as it is.
func (w Wording) Language(code string) string {
	if key := "language." + code; isPath(code) && w.printer.Has(key) {
		return w.printer.T(key)
	}
	return code
}

// coreField says what a field of a framework is called.
func (w Wording) coreField(id string) string {
	if f, ok := w.content.Frameworks.Field(id); ok {
		return f.Name.In(w.printer.Lang())
	}
	return w.printer.T("wording.core.field")
}

// basis says which part of what a language was translated from is meant.
func (w Wording) basis(rest string) string {
	lang, part, _ := strings.Cut(rest, "/")
	key := "wording.basis_text"
	if part == "from" {
		key = "wording.basis_from"
	}
	return w.printer.T(key, "language", i18n.Isolate(w.Language(lang)))
}

// variant says which text for a channel is meant; rest is what follows "variant/".
func (w Wording) variant(rest string) string {
	id, rest, _ := strings.Cut(rest, "/")
	name := w.channel(id)
	if field, lang, more := strings.Cut(rest, "/"); more {
		return w.printer.T("wording.variant_field",
			"field", i18n.Isolate(w.channelField(id, field)), "channel", i18n.Isolate(name), "language", i18n.Isolate(w.Language(lang)))
	}
	switch rest {
	case "":
		return w.printer.T("wording.variant", "channel", i18n.Isolate(name))
	case "ar":
		return w.printer.T("wording.variant_ar", "channel", i18n.Isolate(name))
	case "en":
		return w.printer.T("wording.variant_en", "channel", i18n.Isolate(name))
	}
	return w.printer.T("wording.variant_in", "channel", i18n.Isolate(name), "language", i18n.Isolate(w.Language(rest)))
}

// channelField says what a field of a channel is called.
func (w Wording) channelField(channel, field string) string {
	if ch, ok := w.content.Channels.Channel(channel); ok {
		for _, f := range ch.Fields {
			if f.ID == field {
				return f.Name.In(w.printer.Lang())
			}
		}
	}
	return field
}

func (w Wording) channel(id string) string {
	if ch, ok := w.content.Channels.Channel(id); ok {
		return ch.Name.In(w.printer.Lang())
	}
	return id
}

// labelKey returns the key of the label that the field has in its form, or of
// one of its own; "" when it is not known.
func (w Wording) labelKey(k domain.Kind, path string) string {
	name := strings.ReplaceAll(path, "/", "_")
	keys := []string{"wording." + k.Word() + "." + name}
	switch k {
	case domain.KindSegment:
		keys = append(keys, "audience."+name)
	case domain.KindMessage:
		keys = append(keys, "messages.field."+name)
	case domain.KindIndicator:
		keys = append(keys, "metrics.field."+name)
	case domain.KindReading:
		keys = append(keys, "metrics.reading."+name)
	}
	if path == "order" {
		return "wording.order"
	}
	for _, key := range keys {
		if isPath(name) && w.printer.Has(key) {
			return key
		}
	}
	return ""
}

// isPath keeps what another device sent from being taken for a longer key.
func isPath(name string) bool { return name != "" && !strings.Contains(name, ".") }
