package ethics

import (
	"athar/domain"
	checklist "athar/domain/ethics"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// planSection is the section of the questions about the plan; the other
// sections are the checklist's groups under their ids.
const planSection = ""

// presenter makes of the checklist and a campaign what a person reads.
type presenter struct {
	list    checklist.Checklist
	printer *i18n.Printer
}

// in returns a text of the checklist in the window's language.
func (p presenter) in(t domain.Text) string { return t.In(p.printer.Lang()) }

// sectionText is a line of the list of sections.
type sectionText struct {
	Section string // planSection or the id of a group
	Title   string
	Caption string // what is left to do
}

// sections returns the questions about the plan and the groups.
func (p presenter) sections(c domain.Campaign, s checklist.Status) []sectionText {
	all := []sectionText{{planSection, p.title(planSection), p.unsaid(c)}}
	for _, g := range p.list.Groups {
		_, musts, shoulds := s.In(g.ID)
		all = append(all, sectionText{g.ID, p.title(g.ID), p.open(musts, shoulds)})
	}
	return all
}

// title returns the heading of a section.
func (p presenter) title(section string) string {
	for _, g := range p.list.Groups {
		if g.ID == section {
			return p.in(g.Name)
		}
	}
	return p.printer.T("ethics.plan")
}

// unsaid says how many questions about the plan have no answer.
func (p presenter) unsaid(c domain.Campaign) string {
	missing := 0
	for _, q := range p.list.Facts {
		if _, said := c.Header.Facts[q.Fact]; !said {
			missing++
		}
	}
	if missing == 0 {
		return p.printer.T("ethics.plan_said")
	}
	return p.printer.N("ethics.plan_unsaid", missing)
}

// open says how many musts and shoulds are open.
func (p presenter) open(musts, shoulds int) string {
	m, s := p.printer.N("ethics.count_musts", musts), p.printer.N("ethics.count_shoulds", shoulds)
	switch {
	case musts == 0 && shoulds == 0:
		return p.printer.T("ethics.nothing_open")
	case shoulds == 0:
		return p.printer.T("ethics.open_one", "count", m)
	case musts == 0:
		return p.printer.T("ethics.open_one", "count", s)
	}
	return p.printer.T("ethics.open_both", "musts", m, "shoulds", s)
}

// total says what is open in the whole checklist.
func (p presenter) total(s checklist.Status) string {
	return p.printer.T("ethics.total", "musts", s.OpenMusts, "shoulds", s.OpenShoulds)
}

// headText is what is seen of an item while it is closed.
type headText struct {
	Item     string
	Number   string
	Name     string
	Level    string
	Weighs   kit.Tone // the tone of Level
	Standing string
	Tone     kit.Tone // the tone of Standing
	Because  string   // why it does not apply, "" for an item that does
	Applies  bool
	Label    string // all of it in one line, for a screen reader
}

// head returns what is seen of an item while it is closed.
func (p presenter) head(s checklist.ItemState) headText {
	h := headText{
		Item:     s.Item.ID,
		Number:   p.printer.Int(p.number(s.Item.ID)),
		Name:     p.in(s.Item.Name),
		Level:    p.printer.T("ethics.level." + string(s.Level)),
		Standing: p.printer.T("ethics.standing." + string(s.Standing)),
		Applies:  s.Standing != checklist.NotApplicable,
	}
	if s.Level == checklist.Must {
		h.Weighs = kit.ToneInfo
	}
	switch s.Standing {
	case checklist.Open:
		h.Tone = kit.ToneWarning
	case checklist.Settled:
		h.Tone = kit.ToneSuccess
	case checklist.NotApplicable:
		h.Weighs, h.Because = kit.ToneNeutral, p.because(s.Why)
	}
	h.Label = p.printer.T("ethics.item_label",
		"number", h.Number, "name", h.Name, "level", h.Level, "standing", h.Standing)
	return h
}

// number returns an item's place in the checklist, counted from 1.
func (p presenter) number(id string) int {
	for i, item := range p.list.Items {
		if item.ID == id {
			return i + 1
		}
	}
	return 0
}
