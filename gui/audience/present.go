package audience

import (
	"maps"
	"slices"

	"athar/domain"
	"athar/gui/i18n"
)

// row is one segment in the list.
type row struct {
	Name        string
	Unnamed     bool   // Name says that there is none
	Line        string // role · size · stance, as far as they are known
	Messages    string // how many messages are for it; "" with Unaddressed
	Unaddressed string // said when none is
	Check       string // how much is wrong in the form; "" for nothing
}

// presentRow says what the list shows of a segment that so many messages are
// for and with so many problems.
func presentRow(p *i18n.Printer, s domain.Segment, messages, problems int) row {
	r := row{Name: s.Name, Unnamed: s.Name == "", Line: line(p, s)}
	if r.Unnamed {
		r.Name = p.T("audience.unnamed")
	}
	if messages > 0 {
		r.Messages = p.N("audience.messages", messages)
	} else {
		r.Unaddressed = p.T("audience.no_message")
	}
	if problems > 0 {
		r.Check = p.N("audience.to_check", problems)
	}
	return r
}

// line says in one line who the people of a segment are.
func line(p *i18n.Printer, s domain.Segment) string {
	all := ""
	for _, part := range []string{
		choice(p, "segment.role.", s.Role), people(p, s), choice(p, "segment.stance.", s.Stance),
	} {
		switch {
		case part == "":
		case all == "":
			all = part
		default:
			all = p.T("audience.line", "first", all, "next", part)
		}
	}
	if all == "" {
		return p.T("audience.line_empty")
	}
	return all
}

// choice names a value of a closed list, "" for nothing chosen and for a value
// that a newer Athar has put there.
func choice(p *i18n.Printer, prefix, value string) string {
	if value == "" || !p.Has(prefix+value) {
		return ""
	}
	return p.T(prefix + value)
}

// people says how many people a segment has, "" when nobody knows.
func people(p *i18n.Printer, s domain.Segment) string {
	low, high := s.SizeLow, s.SizeHigh
	switch {
	case low <= 0 && high <= 0:
		return ""
	case high <= 0 || low == high:
		return p.N("audience.size", low)
	case low <= 0:
		return p.N("audience.size_up_to", high)
	}
	return p.N("audience.size_range", high, "low", low)
}

// detail is what is said about the selected segment beside its own fields.
type detail struct {
	Facts    facts
	Problems map[string]string // sentences by what they are about (problem*)
	Messages []link            // in list order
}

// equal reports whether both say the same.
func (d detail) equal(other detail) bool {
	return d.Facts == other.Facts && maps.Equal(d.Problems, other.Problems) &&
		slices.Equal(d.Messages, other.Messages)
}

// link is a message to go to.
type link struct {
	ID    domain.ID
	Title string
}

// presentDetail says what is shown of a segment. wrong holds figures that could
// not be read, by what their problem is about; held are problems that are not to
// be told yet, because the person is just typing there.
func presentDetail(
	p *i18n.Printer, c domain.Campaign, s domain.Segment, wrong map[string]*domain.Error, held []string,
) detail {
	d := detail{Problems: problems(p, s, wrong), Messages: links(p, c, s.ID)}
	d.Facts = presentFacts(p, c, s, len(d.Messages))
	for _, name := range held {
		delete(d.Problems, name)
	}
	return d
}

// problems are the sentences about what is wrong with a segment. A figure that
// cannot be read comes before one that contradicts another.
func problems(p *i18n.Printer, s domain.Segment, wrong map[string]*domain.Error) map[string]string {
	all := map[string]string{}
	for _, bad := range s.Validate() {
		all[bad.Field] = p.Error(bad)
	}
	if all[problemName] != "" {
		all[problemName] = p.T("audience.problem.name")
	}
	for about, bad := range wrong {
		all[about] = p.Error(bad)
		if bad.Code == domain.ErrNotNumber {
			all[about] = p.T("audience.problem.whole")
		}
	}
	return all
}

// links are the messages that are for a segment.
func links(p *i18n.Printer, c domain.Campaign, id domain.ID) []link {
	var all []link
	for _, m := range c.SortedMessages() {
		if !m.ForSegment(id) {
			continue
		}
		title := m.Title
		if title == "" {
			title = p.T("audience.untitled_message")
		}
		all = append(all, link{m.ID, title})
	}
	return all
}

// addressed counts the messages for each segment.
func addressed(c domain.Campaign) map[domain.ID]int {
	counts := map[domain.ID]int{}
	for _, m := range c.Messages {
		for _, id := range m.Segments {
			counts[id]++
		}
	}
	return counts
}
