package home

import (
	"athar/domain"
	"athar/domain/retention"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// soon is how many days before its end a stay in the trash is a warning.
const soon = 7

// stay says in two or three words how long a campaign stays in the trash.
func (p presenter) stay(campaign domain.ID) (string, kit.Tone) {
	days, ends := p.stays(campaign)
	switch {
	case !ends:
		return p.printer.T("home.trash.stays"), kit.ToneNeutral
	case days <= soon:
		return p.printer.N("home.trash.days", days), kit.ToneWarning
	}
	return p.printer.N("home.trash.days", days), kit.ToneNeutral
}

// stayNote says what happens to a campaign in the trash.
func (p presenter) stayNote(campaign domain.ID) string {
	days, ends := p.stays(campaign)
	switch {
	case !ends:
		return p.printer.T("home.trash.note_ever")
	case days == 0:
		return p.printer.T("home.trash.note_over")
	}
	return p.printer.N("home.trash.note", days)
}

// keepOptions are the times that campaigns can stay.
func keepOptions(p *i18n.Printer) []kit.Option {
	var all []kit.Option
	for _, k := range retention.Choices() {
		all = append(all, kit.Option{Value: string(k), Label: p.T("home.keep." + string(k))})
	}
	return all
}

// keepHelp says what a time means.
func (p presenter) keepHelp(k retention.Keep) string {
	if _, ends := k.Days(); !ends {
		return p.printer.T("home.keep_help_ever")
	}
	return p.printer.T("home.keep_help")
}
