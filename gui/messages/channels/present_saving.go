package channels

import "athar/domain/channel"

// saving is an offer to write a text shorter without losing a word.
type saving struct {
	Sentence string
	Text     string // the text that is offered
}

// maxSavings is how many offers stand below a text: somebody who does not want to give
// up the dearest has others to choose from, and need not read a list.
const maxSavings = 3

// savings words what costs most.
func (p presenter) savings(c channel.Count, all []channel.Saving) []saving {
	var out []saving
	for _, s := range all {
		if one, ok := p.saving(c, s); ok && len(out) < maxSavings {
			out = append(out, one)
		}
	}
	return out
}

func (p presenter) saving(c channel.Count, s channel.Saving) (saving, bool) {
	what := p.printer.T("channels.spender." + string(s.Class))
	if s.Parts > 0 {
		before := len(c.SMS.Parts)
		return saving{p.printer.N("channels.saving_parts", before-s.Parts, "what", what, "before", before), s.Text}, true
	}
	if c.SMS != nil {
		return saving{}, false // as many parts as before: nobody pays less
	}
	return saving{p.printer.T("channels.saving_units", "what", what, "n", s.Units), s.Text}, true
}
