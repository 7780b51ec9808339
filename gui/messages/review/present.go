package review

import (
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
	d.Waits, d.Who = p.waits(c, m)
	d.Steps = steps(m.Status)
	if len(d.Waits) > 0 && len(d.Steps) > 0 {
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

// steps returns what can be done at a status, the usual step first.
func steps(s domain.MessageStatus) []step {
	all := func(main string, others ...string) []step {
		out := []step{{Key: main, Main: true}}
		for _, key := range others {
			out = append(out, step{Key: key})
		}
		return out
	}
	switch s {
	case domain.MessageIdea:
		return all("draft", "hold")
	case domain.MessageDraft:
		return all("ask", "hold")
	case domain.MessageReview:
		return all("approve", "back", "hold")
	case domain.MessageApproved:
		return all("ready", "back", "hold")
	case domain.MessageReady:
		return all("done", "back", "hold")
	}
	return all("resume") // on hold, done, or what a newer Athar knows
}

// waits says what keeps a message from its usual next step, and whether it is that
// nobody has said who works here.
func (p presenter) waits(c domain.Campaign, m domain.Message) (all []string, who bool) {
	if m.Status == domain.MessageIdea || m.Status == domain.MessageHold || m.Status == domain.MessageDone {
		return nil, false
	}
	missing := m.Validate()
	for _, field := range []string{"title", "core"} {
		if missing.Field(field) != nil {
			all = append(all, p.printer.T("messages.problem."+field))
		}
	}
	switch m.Status {
	case domain.MessageReview:
		more, nobody := p.approving(c, m)
		return append(all, more...), nobody
	case domain.MessageApproved, domain.MessageReady:
		if !c.Approved(m) {
			all = append(all, p.printer.T("error.needs_approval"))
		}
		if n := lacking(c, m); n > 0 {
			all = append(all, p.printer.N("review.media_lacks", n))
		}
	}
	return all, false
}

// approving says what keeps the person before the window from approving.
func (p presenter) approving(c domain.Campaign, m domain.Message) (all []string, nobody bool) {
	requests := 0
	for _, k := range c.CommentsOf(m.ID) {
		if k.Request && k.Open() {
			requests++
		}
	}
	if requests > 0 {
		all = append(all, p.printer.N("review.requests", requests))
	}
	switch _, err := (domain.ApproveMessage{ID: m.ID, By: p.author()}).Apply(c); domain.CodeOf(err) {
	case domain.ErrNeedsName:
		return append(all, p.printer.Error(err)), true
	case domain.ErrOwnApproval:
		return append(all, p.printer.Error(err)), false
	}
	return all, false
}

// lacking counts the media of a message that are not ready to go out.
func lacking(c domain.Campaign, m domain.Message) (n int) {
	for _, item := range c.MediaOf(m.ID) {
		if len(item.Lacks(m.Core.Languages()...)) > 0 {
			n++
		}
	}
	return n
}
