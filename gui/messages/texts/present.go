package texts

import (
	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// detail is all that is shown of a message's texts.
type detail struct {
	ID       domain.ID
	Core     domain.Text
	Action   domain.Text
	Segments []kit.Option // of the campaign
	For      []string     // the values of those the message is for
	Problem  string       // why the core text is not enough; "" when nothing is to be said
}

// present says what is shown of a message. told says whether an empty core text
// is: it was left, not one that nobody has come to yet.
func present(p *i18n.Printer, c domain.Campaign, m domain.Message, told bool) detail {
	d := detail{ID: m.ID, Core: m.Core, Action: m.Action}
	for _, s := range c.SortedSegments() {
		name := s.Name
		if name == "" {
			name = p.T("messages.unnamed_segment")
		}
		d.Segments = append(d.Segments, kit.Option{Value: s.ID.String(), Label: name})
		if m.ForSegment(s.ID) {
			d.For = append(d.For, s.ID.String())
		}
	}
	if told && m.Validate().Field("core") != nil {
		d.Problem = p.T("messages.problem.core")
	}
	return d
}
