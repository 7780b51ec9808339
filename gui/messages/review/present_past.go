package review

import (
	"maps"
	"slices"
	"strings"

	"athar/domain"
	"athar/domain/journal"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/messages/part"
)

// since is what became of a message after it was approved.
type since struct {
	Said    string // who changed it, or that this cannot be told
	Changed []reworded
}

// reworded is a text that is another now.
type reworded struct {
	Label string
	Parts []kit.Part
}

// since compares a message with how it was approved, as the commits tell.
func (p presenter) since(commits []*journal.Commit, c domain.Campaign, m domain.Message) since {
	then, ok := approved(commits, m)
	if !ok {
		return since{Said: p.printer.T("review.past_unknown")}
	}
	out := since{Said: p.printer.T("review.changed_by", "who", p.names(m.Writers))}
	before, now := p.passages(c, then), p.passages(c, m)
	for _, one := range before {
		if _, there := passageAt(now, one.Path); !there {
			now = append(now, passage{Path: one.Path, Label: one.Label})
		}
	}
	for _, one := range now {
		was, _ := passageAt(before, one.Path)
		if was.Text != one.Text {
			out.Changed = append(out.Changed, reworded{one.Label, part.Revision(was.Text, one.Text)})
		}
	}
	if len(out.Changed) == 0 {
		out.Said += " " + p.printer.T("review.changed_elsewhere")
	}
	return out
}

func (p presenter) names(all []string) string {
	if len(all) == 0 {
		return p.printer.T("review.somebody")
	}
	var out []string
	for _, name := range all {
		out = append(out, i18n.Isolate(name))
	}
	return strings.Join(out, p.printer.T("review.and"))
}

// approved returns the message as it was when it was last approved.
func approved(commits []*journal.Commit, m domain.Message) (domain.Message, bool) {
	ref := domain.RefOf(domain.KindMessage, m.ID)
	of := journal.Field{Path: "approval_of"}
	var at *journal.Commit
	for _, c := range commits {
		for _, ch := range c.Changes {
			if ch.Record == ref && ch.Field == of && ch.After.Text() == m.Approval.Of &&
				(at == nil || c.Position().Compare(at.Position()) > 0) {
				at = c
			}
		}
	}
	if at == nil {
		return domain.Message{}, false
	}
	fields, ok := journal.Version(slices.Values(commits), ref, at.ID)
	if !ok {
		return domain.Message{}, false
	}
	r, err := domain.RecordOf(domain.KindMessage, m.ID, maps.Clone(fields))
	then, is := r.(domain.Message)
	return then, err == nil && is
}
