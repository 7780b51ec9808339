package wording

import (
	"slices"
	"strings"

	"athar/domain"
	"athar/domain/journal"
	"athar/gui/i18n"
)

// Value says what a value of a field says to a person. What was written is given
// back as it was written, without any fence; the rest is in words. c has the
// names and the places of other records; it may be empty.
func (w Wording) Value(k domain.Kind, f journal.Field, v journal.Value, c domain.Campaign) string {
	switch v.Type() {
	case journal.TypeText:
		return v.Text()
	case journal.TypeString:
		return w.option(k, f.Path, v.Text(), c)
	case journal.TypeInt:
		return w.printer.Int(int(v.Int()))
	case journal.TypeFloat:
		return w.printer.Number(v.Float())
	case journal.TypeBool:
		return w.yesNo(v.Bool())
	case journal.TypeTime:
		return w.printer.Date(v.Time())
	case journal.TypeOrder:
		return w.place(k, v.Text(), c)
	case journal.TypeMember:
		return w.printer.T("wording.included")
	case journal.TypeSet:
		return w.set(k, f.Path, v.Elements(), c)
	case journal.TypeExists:
		return w.printer.T("wording.there")
	case journal.TypeForget:
		return w.printer.T("wording.forgotten")
	}
	return w.none(f)
}

// none says what an empty field says.
func (w Wording) none(f journal.Field) string {
	switch {
	case f == journal.Field{}:
		return w.printer.T("wording.removed")
	case f.Element != "":
		return w.printer.T("wording.not_included")
	}
	return w.printer.T("wording.empty")
}

func (w Wording) yesNo(yes bool) string {
	if yes {
		return w.printer.T("wording.yes")
	}
	return w.printer.T("wording.no")
}

// place says which place in its list an order key stands for.
func (w Wording) place(k domain.Kind, order string, c domain.Campaign) string {
	before := 0
	count := func(o string) {
		if o < order {
			before++
		}
	}
	for _, m := range c.Messages {
		if k == domain.KindMessage {
			count(m.Order)
		}
	}
	for _, s := range c.Segments {
		if k == domain.KindSegment {
			count(s.Order)
		}
	}
	for _, i := range c.Indicators {
		if k == domain.KindIndicator {
			count(i.Order)
		}
	}
	for _, claim := range c.Claims {
		if k == domain.KindClaim {
			count(claim.Order)
		}
	}
	return w.printer.T("wording.place", "n", before+1)
}

func (w Wording) set(k domain.Kind, path string, elements []string, c domain.Campaign) string {
	list := ""
	for i := len(elements) - 1; i >= 0; i-- {
		name := i18n.Isolate(w.option(k, path, elements[i], c))
		if list == "" {
			list = name
		} else {
			list = w.printer.T("wording.list", "first", name, "rest", list)
		}
	}
	return list
}

// option says one of the values that are chosen from a list, or refers to
// another record; anything else is said as it is.
func (w Wording) option(k domain.Kind, path, value string, c domain.Campaign) string {
	switch {
	case k == domain.KindMessage && path == "segments", k == domain.KindPretest && path == "segment":
		return w.segment(value, c)
	case path == "message" || k == domain.KindClaim && path == "messages":
		return w.message(value, c)
	case k == domain.KindPretest && path == "alternative", k == domain.KindComment && path == "reply", k == domain.KindEvidence && path == "claim":
		return w.record(value, c)
	case k == domain.KindComment && path == "field":
		return w.path(domain.KindMessage, value)
	case k == domain.KindHeader && path == "languages":
		return w.languages(value)
	case k == domain.KindMessage && strings.HasPrefix(path, "basis/") && strings.HasSuffix(path, "/from"):
		return w.Language(value)
	case k == domain.KindReading && path == "indicator":
		return w.indicator(value, c)
	case k == domain.KindSegment && path == "channels":
		return w.channel(value)
	case k == domain.KindIndicator && path == "metric":
		return w.content.Metrics.Metric(value, w.printer.Lang())
	case k == domain.KindHeader && path == "forced":
		return w.item(value)
	case k == domain.KindCore && path == "framework":
		if f, ok := w.content.Frameworks.Framework(value); ok {
			return f.Name.In(w.printer.Lang())
		}
	case k == domain.KindMedia && path == "consent_item":
		return w.item(value)
	case k == domain.KindMessage && path == "status":
		value = string(domain.MessageStatusOf(value))
	}
	if family := optionFamily(k, path); family != "" && isPath(value) && w.printer.Has(family+value) {
		return w.printer.T(family + value)
	}
	return value
}

// optionFamily returns the beginning of the keys of a field's options, "" when
// it has none.
func optionFamily(k domain.Kind, path string) string {
	switch k {
	case domain.KindHeader:
		if path == "stage" {
			return "stage."
		}
	case domain.KindMessage:
		if path == "status" {
			return "messages.status."
		}
		if path == "purpose" {
			return "message.purpose."
		}
	case domain.KindMedia:
		switch path {
		case "type", "people":
			return "media." + path + "."
		}
	case domain.KindClaim:
		switch path {
		case "checks":
			return "claim.check."
		case "type", "origin", "risk", "risk_type", "verdict", "confidence":
			return "claim." + path + "."
		}
	case domain.KindEvidence:
		if path == "source" || path == "stance" {
			return "evidence." + path + "."
		}
	case domain.KindAnswer:
		if path == "value" {
			return "ethics.answer."
		}
	case domain.KindIndicator:
		if path == "aggregate" || path == "tag" {
			return "metrics." + path + "."
		}
	case domain.KindSegment:
		switch path {
		case "languages":
			return "segment.language."
		case "access_needs":
			return "segment.access_need."
		case "role", "gender", "dialect", "literacy", "connectivity", "stance", "readiness", "risk", "data_source":
			return "segment." + path + "."
		}
	}
	return ""
}

func (w Wording) item(id string) string {
	if item, ok := w.content.Checklist.Item(id); ok {
		return item.Name.In(w.printer.Lang())
	}
	return id
}

// languages says a list of languages, the first one first.
func (w Wording) languages(list string) string {
	said := ""
	for _, code := range slices.Backward(strings.Split(list, ",")) {
		if name := i18n.Isolate(w.Language(code)); said == "" {
			said = name
		} else {
			said = w.printer.T("wording.list", "first", name, "rest", said)
		}
	}
	return said
}

func (w Wording) message(id string, c domain.Campaign) string {
	for _, m := range c.Messages {
		if m.ID.String() == id && m.Title != "" {
			return m.Title
		}
	}
	return w.printer.T("wording.gone_message")
}

// record says the record of any kind that has the ID.
func (w Wording) record(id string, c domain.Campaign) string {
	for _, r := range c.Records() {
		if r.RecordID().String() == id {
			return w.Record(r.Kind(), domain.FieldsOf(r))
		}
	}
	return w.printer.T("wording.gone_record")
}

func (w Wording) segment(id string, c domain.Campaign) string {
	for _, s := range c.Segments {
		if s.ID.String() == id && s.Name != "" {
			return s.Name
		}
	}
	return w.printer.T("wording.gone_segment")
}

func (w Wording) indicator(id string, c domain.Campaign) string {
	for _, i := range c.Indicators {
		if i.ID.String() == id && i.Name != "" {
			return i.Name
		}
	}
	return w.printer.T("wording.gone_indicator")
}
