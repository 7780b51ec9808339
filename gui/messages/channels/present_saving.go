package channels

import "athar/domain/channel"

// saving is an offer to write a text shorter without losing a word; nothing is
// offered where Sentence is "".
type saving struct {
	Sentence string
	Text     string // the text that is offered
}

// saving words what costs most.
func (p presenter) saving(c channel.Count, s *channel.Saving) saving {
	if s == nil {
		return saving{}
	}
	what := p.printer.T("channels.spender." + string(s.Class))
	if s.Parts > 0 {
		before := len(c.SMS.Parts)
		return saving{p.printer.N("channels.saving_parts", before-s.Parts, "what", what, "before", before), s.Text}
	}
	if c.SMS != nil {
		return saving{} // as many parts as before: nobody pays less
	}
	return saving{p.printer.T("channels.saving_units", "what", what, "n", s.Units), s.Text}
}
