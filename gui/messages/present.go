package messages

import (
	"slices"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// row is one message in the list.
type row struct {
	Title      string
	Untitled   bool // Title says that there is none
	Status     string
	StatusTone kit.Tone
	Segments   string // how many it is for; "" with Unlinked
	Unlinked   string // said when it is for nobody
	Over       string // said when a channel refuses one of its texts
}

// presentRow says what the list shows of a message.
func presentRow(p *i18n.Printer, c domain.Campaign, m domain.Message, over int) row {
	r := row{
		Title:      m.Title,
		Untitled:   m.Title == "",
		Status:     p.T("messages.status." + string(m.Status)),
		StatusTone: statusTone(m.Status),
	}
	if r.Untitled {
		r.Title = p.T("messages.untitled")
	}
	if n := linked(c, m); n > 0 {
		r.Segments = p.N("messages.segments", n)
	} else {
		r.Unlinked = p.T("messages.no_segment")
	}
	if over > 0 {
		r.Over = p.N("messages.to_fix", over)
	}
	return r
}

func statusTone(s domain.MessageStatus) kit.Tone {
	switch s {
	case domain.MessageReview:
		return kit.ToneInfo
	case domain.MessageHold:
		return kit.ToneWarning
	case domain.MessageApproved, domain.MessageReady, domain.MessageDone:
		return kit.ToneSuccess
	}
	return kit.ToneNeutral
}

// linked counts the segments the message is for. A message merged from
// elsewhere can name one that was removed here.
func linked(c domain.Campaign, m domain.Message) int {
	n := 0
	for _, id := range m.Segments {
		if _, ok := c.Segment(id); ok {
			n++
		}
	}
	return n
}

// detail is all that is shown of the message that is selected.
type detail struct {
	ID       domain.ID
	Title    string
	Status   string
	Core     domain.Text
	Action   domain.Text
	Segments []kit.Option // of the campaign
	For      []string     // the values of those the message is for
	Variants []variant
	Unused   []kit.Option // the channels that have no text yet
	Problems problems
}

// problems are the sentences about what is missing, "" where nothing is to be
// said.
type problems struct{ Title, Core, Status string }

// asked says about which fields the person is to be told that they are empty:
// those that were left, not those nobody has come to yet.
type asked struct{ title, core, status bool }

// presenter makes what is shown. It changes nothing.
type presenter struct {
	printer *i18n.Printer
	gauge   *gauge
}

// detail says what is shown of a message.
func (p presenter) detail(c domain.Campaign, m domain.Message, tell asked) detail {
	d := detail{
		ID: m.ID, Title: m.Title, Status: string(m.Status), Core: m.Core, Action: m.Action,
		Problems: p.problems(m, tell),
	}
	for _, s := range c.SortedSegments() {
		name := s.Name
		if name == "" {
			name = p.printer.T("messages.unnamed_segment")
		}
		d.Segments = append(d.Segments, kit.Option{Value: s.ID.String(), Label: name})
		if m.ForSegment(s.ID) {
			d.For = append(d.For, s.ID.String())
		}
	}
	for _, ch := range p.gauge.channels.Channels() {
		if v, ok := m.Variant(ch.ID); ok {
			d.Variants = append(d.Variants, p.variant(m, v))
		} else {
			d.Unused = append(d.Unused, kit.Option{Value: ch.ID, Label: ch.Name.In(p.printer.Lang())})
		}
	}
	for _, v := range m.Variants {
		if _, ok := p.gauge.channels.Channel(v.Channel); !ok {
			d.Variants = append(d.Variants, p.variant(m, v))
		}
	}
	return d
}

func (p presenter) problems(m domain.Message, tell asked) problems {
	var out problems
	found := m.Validate()
	if bad := found.Field("title"); bad != nil && tell.title {
		out.Title = p.printer.T("messages.problem.title")
	}
	if bad := found.Field("core"); bad != nil && tell.core {
		out.Core = p.printer.T("messages.problem.core")
	}
	if len(found) > 0 && tell.status {
		out.Status = p.printer.T("messages.problem.ready")
	}
	return out
}

// statusOptions are the statuses by name.
func statusOptions(p *i18n.Printer) []kit.Option {
	var all []kit.Option
	for _, s := range domain.MessageStatuses() {
		all = append(all, kit.Option{Value: string(s), Label: p.T("messages.status." + string(s))})
	}
	return all
}

// isOut reports whether a message of the status goes, or may go, to people.
func isOut(s domain.MessageStatus) bool {
	return slices.Contains([]domain.MessageStatus{domain.MessageApproved, domain.MessageReady, domain.MessageDone}, s)
}
