package claims

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/claim"
	"athar/domain/text"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// row is one claim in the list.
type row struct {
	Text       string
	Empty      bool // Text says that there is none
	Status     string
	StatusTone kit.Tone
	Due        string // said when it must be looked at again
	Line       string // what it is, and how many messages use it
}

// The filters beside the statuses.
const (
	filterAll  = ""
	filterOpen = "open" // there is something to do
	filterDue  = "due"  // amber
)

// The ways to sort.
const (
	sortOrder  = "" // that which people give them
	sortStatus = "status"
	sortReview = "review"
	sortText   = "text"
)

// choice is what the list shows of the ledger.
type choice struct {
	filter, sort, query string
	keep                domain.ID // is on show in any case: it is being worked on
}

// presenter makes what is shown. It changes nothing.
type presenter struct{ *i18n.Printer }

// filters are what the list can be narrowed to.
func (p presenter) filters() []kit.Option {
	all := []kit.Option{
		{Value: filterAll, Label: p.T("claims.filter.all")},
		{Value: filterOpen, Label: p.T("claims.filter.open")},
		{Value: filterDue, Label: p.T("claims.filter.due")},
	}
	for _, s := range claim.Statuses() {
		all = append(all, kit.Option{Value: string(s), Label: p.status(s)})
	}
	return all
}

func (p presenter) sorts() []kit.Option {
	return []kit.Option{
		{Value: sortOrder, Label: p.T("claims.sort.order")},
		{Value: sortStatus, Label: p.T("claims.sort.status")},
		{Value: sortReview, Label: p.T("claims.sort.review")},
		{Value: sortText, Label: p.T("claims.sort.text")},
	}
}

func (p presenter) status(s claim.Status) string { return p.T("claim.status." + string(s)) }

// row says what the list shows of a claim.
func (p presenter) row(l claim.Linked, messages int) row {
	r := row{
		Text: l.Claim.Text.In(p.Lang()), Status: p.status(l.Standing.Status), StatusTone: statusTone(l.Standing.Status),
	}
	if r.Text == "" {
		r.Text, r.Empty = p.T("claims.untitled"), true
	}
	if l.Standing.Due {
		r.Due = p.T("claims.due")
	}
	var parts []string
	if slices.Contains(domain.ClaimTypes(), l.Claim.Type) {
		parts = append(parts, p.T("claim.type."+l.Claim.Type))
	}
	r.Line = strings.Join(append(parts, p.N("claims.messages", messages)), p.T("claims.dot"))
	return r
}

func statusTone(s claim.Status) kit.Tone {
	switch s {
	case claim.Supported, claim.Partly:
		return kit.ToneSuccess
	case claim.Incomplete, claim.Unproven:
		return kit.ToneWarning
	case claim.Unsupported, claim.False:
		return kit.ToneDanger
	}
	return kit.ToneNeutral
}

// list returns the claims on show, in order.
func (p presenter) list(ledger []claim.Linked, evidence []domain.Evidence, c choice) []claim.Linked {
	words := map[domain.ID]string{}
	if c.query == "" {
		evidence = nil
	}
	for _, e := range evidence {
		words[e.Claim] += " " + e.Title + " " + e.Publisher + " " + e.Author
	}
	var out []claim.Linked
	for _, l := range ledger {
		if l.Claim.ID == c.keep || isIn(c.filter, l.Standing) && (c.query == "" || hasWords(l.Claim, words[l.Claim.ID], c.query)) {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, p.order(c.sort))
	return out
}

func isIn(filter string, s claim.Standing) bool {
	switch filter {
	case filterAll:
		return true
	case filterOpen:
		return len(s.Gaps) > 0 || s.Due || s.Status == claim.NotChecked
	case filterDue:
		return s.Due
	}
	return string(s.Status) == filter
}

// hasWords reports whether every word of the query stands in the claim or its
// evidence.
func hasWords(c domain.Claim, evidence, query string) bool {
	all := evidence + " " + c.Place + " " + c.AddedBy + " " + c.CheckedBy
	for _, lang := range c.Text.Languages() {
		all += " " + c.Text.Of(lang)
	}
	return text.Match(text.Fold(all), query)
}

// order compares claims; those that are alike stay as people have ordered them.
func (p presenter) order(by string) func(a, b claim.Linked) int {
	switch by {
	case sortStatus:
		at := func(l claim.Linked) int { return slices.Index(claim.Statuses(), l.Standing.Status) }
		return func(a, b claim.Linked) int { return cmp.Compare(at(a), at(b)) }
	case sortReview: // those without a day stand last
		return func(a, b claim.Linked) int { return compareDays(a.Standing.Review, b.Standing.Review) }
	case sortText:
		return func(a, b claim.Linked) int {
			return strings.Compare(text.Fold(a.Claim.Text.In(p.Lang())), text.Fold(b.Claim.Text.In(p.Lang())))
		}
	}
	return func(claim.Linked, claim.Linked) int { return 0 }
}

func compareDays(a, b time.Time) int {
	if a.IsZero() || b.IsZero() {
		return cmp.Compare(boolInt(a.IsZero()), boolInt(b.IsZero()))
	}
	return a.Compare(b)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// options are the values of a closed list, "not said" before them.
func (p presenter) options(prefix, none string, values []string) []kit.Option {
	all := []kit.Option{{Value: "", Label: none}}
	for _, v := range values {
		all = append(all, kit.Option{Value: v, Label: p.T(prefix + v)})
	}
	return all
}
