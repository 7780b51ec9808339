package wording

import (
	"strings"

	"athar/domain"
	"athar/domain/tally"
	"athar/gui/i18n"
)

// Tally says how far a campaign has come, in a line about its messages and one about its
// claims; none of what there is not.
func Tally(p *i18n.Printer, t tally.Tally) (lines []string) {
	var messages, claims []string
	count := func(to *[]string, what string, n int) {
		if n > 0 {
			*to = append(*to, p.T("tally.count", "what", what, "n", n))
		}
	}
	for _, s := range t.Messages {
		count(&messages, statusName(p, s.Is), s.Messages)
	}
	count(&messages, p.T("tally.lapsed"), t.Lapsed)
	count(&messages, p.T("tally.requests"), t.Requests)
	if t.Claims > 0 {
		claims = append(claims, p.Int(t.Claims))
	}
	count(&claims, p.T("tally.unsourced"), t.Unsourced)
	count(&claims, p.T("tally.due"), t.Due)
	for _, line := range []struct {
		key  string
		list []string
	}{{"tally.messages", messages}, {"tally.claims", claims}} {
		if len(line.list) > 0 {
			lines = append(lines, p.T(line.key, "list", strings.Join(line.list, p.T("tally.dot"))))
		}
	}
	return lines
}

// statusName names a status; one of a newer Athar is shown as it is.
func statusName(p *i18n.Printer, s domain.MessageStatus) string {
	if key := "messages.status." + string(s); p.Has(key) {
		return p.T(key)
	}
	return string(s)
}
