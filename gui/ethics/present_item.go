package ethics

import (
	"slices"
	"strings"
	"unicode"

	"athar/domain"
	checklist "athar/domain/ethics"
	"athar/gui/kit"
)

// bodyText is what an item shows when it is open, apart from its head.
type bodyText struct {
	Question string
	Because  string      // why it applies or not, "" when it speaks of every plan
	Fact     domain.Fact // the question that decided, "" when none did
	ToFact   string      // the words of the button that goes there
	How      []string
	Harm     string
	Sources  []string

	Answerable bool // false while it does not apply
	Answer     domain.AnswerValue
	AskReason  bool
	Reason     string
	ReasonHelp string // why a reason is asked for
}

// body returns what an item shows when it is open.
func (p presenter) body(s checklist.ItemState) bodyText {
	b := bodyText{
		Question:   p.in(s.Item.Question),
		Because:    p.because(s.Why),
		Harm:       p.in(s.Item.Harm),
		Answerable: s.Standing != checklist.NotApplicable,
		Answer:     s.Answer.Value,
		Reason:     s.Answer.Reason,
	}
	if len(s.Why.Facts) > 0 {
		b.Fact, b.ToFact = s.Why.Facts[0], p.printer.T("ethics.see_fact")
		if s.Why.Code == checklist.ReasonUnknown {
			b.ToFact = p.printer.T("ethics.answer_fact")
		}
	}
	for _, step := range s.Item.How {
		b.How = append(b.How, p.in(step))
	}
	for _, code := range s.Item.Sources {
		if source, ok := p.list.Source(code); ok {
			b.Sources = append(b.Sources, p.in(source.Name))
		}
	}
	if b.AskReason = b.Answerable && s.Answer.Value.NeedsReason(); b.AskReason {
		b.ReasonHelp = p.reasonHelp(s.Level, s.Answer.Value)
	}
	return b
}

// reasonHelp says why a reason is asked for and what it changes: it settles a
// should, but does not replace doing what a must asks for.
func (p presenter) reasonHelp(level checklist.Level, v domain.AnswerValue) string {
	if level == checklist.Must {
		return p.printer.T("ethics.reason_must." + string(v))
	}
	return p.printer.T("ethics.reason_should." + string(v))
}

// because says in sentences why an item applies or not, one a line; it says
// nothing of an item that speaks of every plan.
func (p presenter) because(why checklist.Reason) string {
	if why.Code == checklist.ReasonTemplate {
		return p.printer.T("ethics.because_template")
	}
	var lines []string
	for _, fact := range why.Facts {
		switch why.Code {
		case checklist.ReasonPlan:
			lines = append(lines, p.printer.T("ethics.because_yes."+string(fact)))
		case checklist.ReasonUnknown:
			lines = append(lines, p.printer.T("ethics.because_unknown."+string(fact)))
		case checklist.ReasonNotInUse:
			lines = append(lines, p.printer.T("ethics.because_no."+string(fact)))
		}
	}
	return strings.Join(lines, "\n")
}

// answers returns the answers to choose from.
func (p presenter) answers() []kit.Option {
	var all []kit.Option
	for _, v := range domain.AnswerValues() {
		all = append(all, kit.Option{Value: string(v), Label: p.printer.T("ethics.answer." + string(v))})
	}
	return all
}

// answerFor returns the answer that a key stands for: 1 to 4 in the order of
// the answers, in either digit system, or the answer's letter. The Latin letters
// of yes, partly, no and not applicable work in Arabic as well, for those whose
// keyboard is set to them.
func (p presenter) answerFor(key rune) (domain.AnswerValue, bool) {
	latin := [...]rune{'y', 'p', 'n', 'a'}
	key = unicode.ToLower(key)
	for i, v := range domain.AnswerValues() {
		keys := []rune{rune('1' + i), rune('١' + i), latin[i]}
		keys = append(keys, []rune(p.printer.T("ethics.answer_key."+string(v)))...)
		if slices.Contains(keys, key) {
			return v, true
		}
	}
	return domain.AnswerNone, false
}
