package messages

import (
	"cmp"
	"slices"
	"time"

	"athar/domain"
	"athar/domain/session"
	"athar/gui/messages/listing"
)

// read takes the list from the campaign. The selected message is kept in it, so that
// nothing goes away under the caret; keep says whether.
func (s *Screen) read(keep bool) {
	id := domain.NoID
	if keep {
		id = s.selected
	}
	c := s.deps.Session.Campaign()
	s.list = s.lister.List(c, s.look.filter, s.look.order, id)
}

// newer compares when messages were changed, what was last comes first. What the
// session has not written yet comes before all that it has.
func (s *Screen) newer(a, b domain.ID) int {
	if n := cmp.Compare(s.touched[b], s.touched[a]); n != 0 {
		return n
	}
	at := func(id domain.ID) time.Time { return s.deps.Session.Changed(domain.RefOf(domain.KindMessage, id)) }
	return at(b).Compare(at(a))
}

// judge says what there is to say of a message.
func (s *Screen) judge(c domain.Campaign, m domain.Message) listing.Findings {
	f := listing.Judge(s.gauge, c, m)
	if n, known := s.found.Count(m.ID); known {
		f[listing.Mend], f[listing.Suggestion] = n.Errors, n.Suggestions
	}
	return f
}

// touch remembers which messages an event changed.
func (s *Screen) touch(e session.Event) {
	for _, c := range e.Changes {
		id := c.ID
		if m, ok := c.After.(domain.Media); ok {
			id = m.Message
		} else if m, ok := c.Before.(domain.Media); ok {
			id = m.Message
		}
		s.lister.Forget(id)
		if c.Kind == domain.KindMessage {
			s.touches++
			s.touched[id] = s.touches
		}
	}
}

// clear shows all messages.
func (s *Screen) clear() {
	s.view.panel.search.SetText("")
	s.filter(listing.Filter{})
}

// filter shows the messages that pass a filter.
func (s *Screen) filter(f listing.Filter) {
	s.look.filter = f
	s.relist()
}

func (s *Screen) search(query string) {
	s.filter(listing.Filter{Query: query, Facets: s.look.filter.Facets})
}

// narrow adds a facet.
func (s *Screen) narrow(facet listing.Facet) {
	if f := s.look.filter; facet != "" && !slices.Contains(f.Facets, facet) {
		f.Facets = append(slices.Clone(f.Facets), facet)
		s.filter(f)
	}
}

// keepFacets leaves out the facets that are not among those given.
func (s *Screen) keepFacets(facets []listing.Facet) {
	s.filter(listing.Filter{Query: s.look.filter.Query, Facets: facets})
}

func (s *Screen) sortBy(order listing.Order) {
	s.look.order = order
	s.relist()
}

// relist shows the list after another choice of what is in it. Where the selected
// message is not, the first one is selected.
func (s *Screen) relist() {
	chosen := s.targets() // they are known by their rows, which change
	s.read(false)
	s.view.panel.show(s.panelDetail())
	if s.index(s.selected) >= 0 || len(s.list) == 0 {
		s.selectAll(chosen)
		return
	}
	s.pick(0)
	s.selectAll(nil)
	s.show()
}

// targets returns the messages that are selected, the one on show among them.
func (s *Screen) targets() []domain.ID {
	var ids []domain.ID
	for _, i := range s.view.panel.list.SelectedRows() {
		if i < len(s.list) {
			ids = append(ids, s.list[i].ID)
		}
	}
	if !slices.Contains(ids, s.selected) {
		ids = nil
	}
	if len(ids) == 0 && s.selected != domain.NoID {
		ids = []domain.ID{s.selected}
	}
	return ids
}

// mark shows what is selected.
func (s *Screen) mark() { s.selectAll(s.targets()) }

// selectAll selects messages, the one on show first.
func (s *Screen) selectAll(ids []domain.ID) {
	first := s.index(s.selected)
	var rows []int
	for _, id := range ids {
		if i := s.index(id); i >= 0 && i != first {
			rows = append(rows, i)
		}
	}
	c := s.deps.Session.Campaign()
	n := len(rows)
	if first >= 0 {
		n++
	}
	s.view.panel.mark(first, rows, s.presenter().mark(*s.look, n, first, len(s.list), len(c.Segments) > 0))
}

func (s *Screen) panelDetail() panelDetail {
	return s.presenter().panel(s.deps.Session.Campaign(), *s.look, len(s.list))
}

func (s *Screen) presenter() presenter { return presenter{s.deps.Env.Printer, s.deps.Channels} }

// moved puts a message at another place among those that are listed.
func (s *Screen) moved(from, to int) {
	to = max(0, min(to, len(s.list)-1))
	if from < 0 || from >= len(s.list) || to == from || !s.movable() {
		return
	}
	id := s.list[from].ID
	rest := slices.Delete(slices.Clone(s.list), from, from+1)
	before := s.after(rest[len(rest)-1].ID, id)
	if to < len(rest) {
		before = rest[to].ID
	}
	s.apply(domain.PlaceMessage{ID: id, Before: before})
}

// after returns the message that follows another one in the campaign, but for one
// that is taken out: the list may be filtered.
func (s *Screen) after(id, without domain.ID) domain.ID {
	all := slices.DeleteFunc(s.deps.Session.Campaign().SortedMessages(), func(m domain.Message) bool { return m.ID == without })
	i := slices.IndexFunc(all, func(m domain.Message) bool { return m.ID == id })
	if i < 0 || i+1 == len(all) {
		return domain.NoID
	}
	return all[i+1].ID
}

// movable reports whether the list is in the order that people give it.
func (s *Screen) movable() bool { return s.look.order == listing.Own }
