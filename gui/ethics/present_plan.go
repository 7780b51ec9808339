package ethics

import (
	"slices"

	"athar/domain"
	checklist "athar/domain/ethics"
	"athar/gui/kit"
)

// The answers to a question about the plan.
const (
	factYes = "yes"
	factNo  = "no"
)

// factText is a question about the plan.
type factText struct {
	Fact     domain.Fact
	Question string
	Help     string
	Decides  string // which items depend on it, "" for none
	Answer   string // factYes, factNo or "" for not said yet
	Unsaid   string // says that it is not said yet, "" when it is
}

// plan returns the questions about the plan.
func (p presenter) plan(c domain.Campaign) []factText {
	all := make([]factText, 0, len(p.list.Facts))
	for _, q := range p.list.Facts {
		f := factText{Fact: q.Fact, Question: p.in(q.Question), Help: p.in(q.Help), Decides: p.decides(q.Fact)}
		switch yes, said := c.Header.Facts[q.Fact]; {
		case !said:
			f.Unsaid = p.printer.T("ethics.unsaid")
		case yes:
			f.Answer = factYes
		default:
			f.Answer = factNo
		}
		all = append(all, f)
	}
	return all
}

// decides names the items that apply only if the fact is true.
func (p presenter) decides(fact domain.Fact) string {
	names := ""
	for _, item := range slices.Backward(p.list.Items) {
		if !asks(item.When, fact) {
			continue
		}
		name := p.in(item.Name)
		if names != "" {
			name = p.printer.T("ethics.names", "first", name, "rest", names)
		}
		names = name
	}
	if names == "" {
		return ""
	}
	return p.printer.T("ethics.decides", "items", names)
}

func asks(when checklist.Condition, fact domain.Fact) bool {
	return when.Fact == fact || slices.Contains(when.Any, fact)
}

// factOptions returns the answers to a question about the plan.
func (p presenter) factOptions() []kit.Option {
	return []kit.Option{
		{Value: factYes, Label: p.printer.T("ethics.fact.yes")},
		{Value: factNo, Label: p.printer.T("ethics.fact.no")},
	}
}
