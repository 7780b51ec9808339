package review

import (
	"slices"
	"time"

	"athar/domain"
	"athar/domain/channel"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// presenter makes what is shown. It changes nothing.
type presenter struct {
	printer  *i18n.Printer
	channels channel.Catalog
	now      func() time.Time
	author   func() string
	device   func() domain.ID
}

// detail is all that is shown of how far a message has come.
type detail struct {
	ID       domain.ID
	Status   string
	Tone     kit.Tone
	Approval string // who approved it, and whether that still counts
	Lapsed   bool   // what was approved is not what goes out now
	Waits    []string
	Who      bool // a name is needed, and asked for
	Sign     bool // somebody wrote here without a name, and can say so
	Steps    []step

	Passages []passage
	Threads  []thread
}

// step is something that can be done about the status now.
type step struct {
	Key    string // its words are "review.step.<key>"
	Main   bool   // it is the usual one
	Reason string // why it cannot be done, "" when it can
}

// passage is a text of the message that can be commented on.
type passage struct {
	Path  string // as Comment.Field has it; "" for the message as a whole
	Label string
	Text  string
	Lang  string
	Marks []mark
}

// mark is where a comment is about.
type mark struct {
	Start, End int // runes
	Tone       kit.Tone
	Note       string
}

// thread is a comment with the answers to it.
type thread struct {
	ID      domain.ID
	Path    string
	Who     string
	Where   string
	Quote   string // the passage, "" for all of the text
	Lost    bool   // the passage is not there any more
	Body    string
	Badge   string
	Tone    kit.Tone
	Open    bool
	Answers []answer
}

type answer struct {
	ID        domain.ID
	Who, Body string
}

// present says what is shown of a message.
func (p presenter) present(c domain.Campaign, m domain.Message) detail {
	d := detail{ID: m.ID, Status: p.status(m.Status), Tone: toneOf(m.Status), Lapsed: c.Lapsed(m)}
	d.Approval = p.approval(m, d.Lapsed)
	d.Steps = steps(c, m)
	waits, barred := p.waits(c, m)
	d.Waits = p.sentences(waits)
	d.Who = has(waits, domain.ErrNeedsName)
	d.Sign = has(waits, domain.ErrUnsigned)
	if barred && len(d.Waits) > 0 {
		d.Steps[0].Reason = d.Waits[0]
	}
	d.Passages = p.passages(c, m)
	d.Threads = p.threads(c, m, d.Passages)
	p.markAll(d.Passages, c, m)
	return d
}

func (p presenter) status(s domain.MessageStatus) string {
	if key := "messages.status." + string(s); p.printer.Has(key) {
		return p.printer.T(key)
	}
	return string(s) // of a newer Athar
}

func toneOf(s domain.MessageStatus) kit.Tone {
	switch s {
	case domain.MessageReview:
		return kit.ToneInfo
	case domain.MessageApproved, domain.MessageReady, domain.MessageDone:
		return kit.ToneSuccess
	case domain.MessageHold:
		return kit.ToneWarning
	}
	return kit.ToneNeutral
}

func (p presenter) approval(m domain.Message, lapsed bool) string {
	args := []any{"who", i18n.Isolate(m.Approval.By), "when", p.printer.Moment(m.Approval.At.Local(), p.now())}
	switch {
	case m.Approval.By == "":
		return p.printer.T("review.not_approved")
	case lapsed:
		return p.printer.T("review.lapsed", args...)
	}
	return p.printer.T("review.approved", args...)
}

// steps returns what can be done at the status of a message, the usual step first.
func steps(c domain.Campaign, m domain.Message) []step {
	all := func(main string, others ...string) []step {
		out := []step{{Key: main, Main: true}}
		for _, key := range others {
			out = append(out, step{Key: key})
		}
		return out
	}
	switch m.Status {
	case domain.MessageIdea:
		return all("draft", "hold")
	case domain.MessageDraft:
		return all("ask", "hold")
	case domain.MessageReview:
		if c.Approved(m) {
			return all("again", "back", "hold")
		}
		return all("approve", "back", "hold")
	case domain.MessageApproved:
		return all("ready", "back", "hold")
	case domain.MessageReady:
		return all("done", "back", "hold")
	}
	return all("resume") // on hold, done, or what a newer Athar knows
}

// waits says what a message lacks for its usual next step or for the status that it
// has, and whether that bars the step. What is ready has gone out when somebody says so.
func (p presenter) waits(c domain.Campaign, m domain.Message) (all []*domain.Error, bars bool) {
	switch m.Status {
	case domain.MessageDraft:
		return m.Validate(), true
	case domain.MessageReview:
		return domain.ApproveMessage{ID: m.ID, By: p.author(), On: p.device()}.Refusals(c), true
	case domain.MessageApproved:
		return c.Waits(m), true
	case domain.MessageReady:
		return c.Waits(m), len(c.Hindrances(m, domain.MessageDone)) > 0
	}
	return nil, false
}

func (p presenter) sentences(all []*domain.Error) (out []string) {
	for _, e := range all {
		if e.Code == domain.ErrRequired {
			out = append(out, p.printer.T("messages.problem."+e.Field))
		} else {
			out = append(out, p.printer.Error(e))
		}
	}
	return out
}

func has(all []*domain.Error, code domain.Code) bool {
	return slices.ContainsFunc(all, func(e *domain.Error) bool { return e.Code == code })
}
