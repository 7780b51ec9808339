package proofing

import (
	"slices"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/check"
	"athar/domain/claim"
	"athar/domain/text/readability"
)

// Finding is a remark on a text of a message. A remark on the message as a whole
// has a Text without a field, and one on something that was not written a Text
// without words.
type Finding struct {
	check.Finding
	Text Text
}

// Result is what there is to say of a message.
type Result struct {
	Message domain.ID
	Texts   []Text
	// Findings are every place at which there is something to say, in the order of
	// the texts.
	Findings []Finding
	// Entries are the same as a colleague would say it: what is found at several
	// places is said once. Errors come first, then what weighs most.
	Entries []Entry
	// Reading is how hard the core text is to read, by language, for the people it
	// is for.
	Reading map[string]readability.Report
	Target  readability.Target
}

// Reader reads one message after the other, or the same one again after each
// keystroke: then it checks the paragraph that is new. It belongs to one goroutine
// at a time. Its memory is bounded by the latest message and a constant.
type Reader struct {
	team   *Team
	target readability.Target
	desk   *check.Desk
	core   map[string]*readability.Meter // by language
	before map[textKey][]check.Finding   // of the texts of the latest message
}

type textKey struct{ lang, words string }

// Reader returns a reader that has not read anything.
func (t *Team) Reader() *Reader { return &Reader{team: t, core: map[string]*readability.Meter{}} }

// Read returns what there is to say of a message on a day.
func (r *Reader) Read(c domain.Campaign, m domain.Message, today time.Time) Result {
	target := Target(c, m)
	if r.desk == nil || target != r.target {
		r.target, r.desk, r.before = target, check.NewDesk(r.team.Checkers(target)...), nil
	}
	out := Result{Message: m.ID, Texts: Texts(c, m), Target: target, Reading: map[string]readability.Report{}}
	ledger := linked(c, m, today)
	approving := m.Status == domain.MessageReview || m.Status == domain.MessageApproved || m.Status == domain.MessageReady
	known := make(map[textKey][]check.Finding, len(out.Texts))
	for _, t := range out.Texts {
		found := r.read(t, known)
		for _, f := range claim.ForMessage(found, ledger, t.Lang, approving) {
			if f.Rule != claim.RuleUnsourced && f.Rule != claim.RuleDue { // of no text
				out.Findings = append(out.Findings, Finding{f, t})
			}
		}
		if t.Field == "core" {
			out.Reading[t.Lang] = r.meter(t.Lang).Read(t.Words, t.Lang, target)
		}
	}
	r.before = known
	out.Findings = append(out.Findings, r.answers(c, m, out.Texts)...)
	for _, f := range claim.ForMessage(nil, ledger, first(c), approving) {
		out.Findings = append(out.Findings, Finding{Finding: f})
	}
	out.Findings = append(out.Findings, facts(r.team.channels, c, m)...)
	out.Findings = slices.DeleteFunc(out.Findings, func(f Finding) bool { return r.team.silence.hides(f.Finding, m.Quiet) })
	out.Entries = r.team.entries(out.Findings)
	return out
}

// answers judges the texts of a message that answers a rumour, as wholes. Fields beside
// the main one of a channel, such as a title, have no room for an answer.
func (r *Reader) answers(c domain.Campaign, m domain.Message, texts []Text) []Finding {
	myths := claim.Myths(c, m)
	var out []Finding
	for _, f := range claim.Unlinked(m, myths) {
		out = append(out, Finding{Finding: f})
	}
	if len(myths) == 0 {
		return out
	}
	for _, t := range texts {
		if channel, main := strings.CutPrefix(t.Field, "variant."); t.Field != "core" && t.Field != "alternative" && (!main || strings.Contains(channel, ".")) {
			continue
		}
		for _, f := range claim.Order(t.Words, t.Lang, myths) {
			out = append(out, Finding{f, t})
		}
	}
	return out
}

// read checks a text, unless it was read the last time.
func (r *Reader) read(t Text, known map[textKey][]check.Finding) []check.Finding {
	key := textKey{t.Lang, t.Words}
	found, ok := known[key]
	if !ok {
		if found, ok = r.before[key]; !ok {
			found = r.team.once(r.desk.Check(t.Words, t.Lang))
		}
		known[key] = found
	}
	return suited(t, found)
}

// ruleLatinMarks is the rule of the Arabic pack against Latin punctuation.
const ruleLatinMarks = "ar.latin_marks"

// suited returns those findings that make sense for a text: a description for who
// does not see a picture, or a name, is no text to be read aloud, and YouTube parts tags at the
// Latin comma, in whatever script they are.
func suited(t Text, found []check.Finding) []check.Finding {
	switch t.Field {
	case "core", "action", "alternative":
		return found
	}
	tags := t.Field == "variant.youtube.tags"
	return slices.DeleteFunc(slices.Clone(found), func(f check.Finding) bool {
		return f.Rule == readability.RuleHard || tags && f.Rule == ruleLatinMarks
	})
}

func (r *Reader) meter(lang string) *readability.Meter {
	if r.core[lang] == nil {
		r.core[lang] = &readability.Meter{}
	}
	return r.core[lang]
}

// Target returns what a message should keep to so that those it is for can read
// it.
func Target(c domain.Campaign, m domain.Message) readability.Target {
	var literacy []string
	for _, id := range m.Segments {
		if s, ok := c.Segment(id); ok {
			literacy = append(literacy, s.Literacy)
		}
	}
	return readability.TargetFor(literacy...)
}

// linked returns the claims that a message rests on.
func linked(c domain.Campaign, m domain.Message, today time.Time) []claim.Linked {
	var out []claim.Linked
	for _, k := range c.ClaimsOf(m.ID) {
		out = append(out, claim.Link(m, k, c.EvidenceOf(k.ID), today))
	}
	return out
}

func first(c domain.Campaign) string { return c.Header.WrittenIn()[0] }
