package wording

import (
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
	case k == domain.KindMessage && path == "segments":
		return w.segment(value, c)
	case k == domain.KindReading && path == "indicator":
		return w.indicator(value, c)
	case k == domain.KindSegment && path == "channels":
		return w.channel(value)
	case k == domain.KindIndicator && path == "metric":
		return w.content.Metrics.Metric(value, w.printer.Lang())
	case k == domain.KindHeader && path == "forced":
		if item, ok := w.content.Checklist.Item(value); ok {
			return item.Name.In(w.printer.Lang())
		}
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
