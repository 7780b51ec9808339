package messages

import (
	"slices"

	"athar/domain"
)

// listIntents connects what a person wants of the list with what does it.
func (s *Screen) listIntents() listIntents {
	return listIntents{
		OnAdd: s.Add, OnSelect: s.choose, OnWrite: s.write, OnMove: s.move, OnMoved: s.moved, Movable: s.movable,
		OnDuplicate: s.duplicate, OnDelete: s.remove, OnStatuses: s.statuses, OnSegments: s.segments, OnChannels: s.channels,
		OnSearch: s.search, OnNarrow: s.narrow, OnFacets: s.keepFacets, OnOrder: s.sortBy, OnClear: s.clear,
	}
}

func (s *Screen) write() { s.view.editor.focus(domain.Place{Field: "title"}) }

func (s *Screen) move(by int) { s.moved(s.index(s.selected), s.index(s.selected)+by) }

// duplicate adds copies as drafts: what was ready of the original says nothing of
// what will become of the copy.
func (s *Screen) duplicate() {
	ids := s.targets()
	if len(ids) == 0 {
		return
	}
	s.copying = true
	s.apply(domain.DuplicateMessages{IDs: ids, NewID: s.deps.NewID, Title: func(original string) string {
		return s.deps.Env.T("messages.copy_title", "title", original)
	}})
	s.copying = false
}

// remove needs no question: undo brings the messages back.
func (s *Screen) remove() {
	if ids := s.targets(); len(ids) > 0 {
		s.apply(domain.RemoveMessages{IDs: ids})
	}
}

// setStatuses gives all selected messages a status. The first that something keeps from
// it is shown instead, with what that is: all of them get it or none.
func (s *Screen) setStatuses(status domain.MessageStatus) {
	ids := s.targets()
	for _, id := range ids {
		m, _ := s.deps.Session.Campaign().Message(id)
		if len(s.refusals(m, status)) > 0 || len(ids) == 1 {
			s.choose(s.index(id))
			s.setStatus(string(status))
			return
		}
	}
	if len(ids) > 0 {
		s.apply(domain.SetStatus{IDs: ids, Status: status})
	}
}

// option is one thing that all selected messages can be given; On says that they all
// have it.
type option struct {
	Label string
	On    bool
	Do    func()
}

// statuses are those that several messages can be given. Approving is for one who has
// read one message.
func (s *Screen) statuses() []option {
	var all []option
	for _, o := range statusOptions(s.deps.Env.Printer) {
		status := domain.MessageStatus(o.Value)
		if status == domain.MessageApproved {
			continue
		}
		all = append(all, option{
			Label: o.Label, Do: func() { s.setStatuses(status) },
			On: s.every(func(m domain.Message) bool { return m.Status == status }),
		})
	}
	return all
}

// segments are those that the messages can be for. One that all are for is taken away.
func (s *Screen) segments() []option {
	var all []option
	for _, seg := range s.deps.Session.Campaign().SortedSegments() {
		on := s.every(func(m domain.Message) bool { return m.ForSegment(seg.ID) })
		all = append(all, option{segmentName(s.deps.Env.Printer, seg), on, func() {
			s.apply(domain.SetSegment{IDs: s.targets(), Segment: seg.ID, Member: !on})
		}})
	}
	return all
}

// channels are those on which the messages can go out.
func (s *Screen) channels() []option {
	var all []option
	for _, ch := range s.deps.Channels.Channels() {
		on := s.every(func(m domain.Message) bool { return m.OnChannel(ch.ID) })
		all = append(all, option{ch.Name.In(s.deps.Env.Printer.Lang()), on, func() {
			s.apply(domain.SetChannel{IDs: s.targets(), Channel: ch.ID, Member: !on})
		}})
	}
	return all
}

// every reports whether something is true of all selected messages.
func (s *Screen) every(is func(domain.Message) bool) bool {
	c := s.deps.Session.Campaign()
	return !slices.ContainsFunc(s.targets(), func(id domain.ID) bool {
		m, ok := c.Message(id)
		return !ok || !is(m)
	})
}
