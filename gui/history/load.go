package history

import (
	"maps"

	"athar/domain"
	"athar/domain/audit"
	"athar/domain/journal"
)

// past is what was read of a campaign's history.
type past struct {
	read    bool // nothing of it is known before
	commits map[journal.Ref][]*journal.Commit
	lines   []audit.Line
	people  []string
	devices []journal.ID
	names   map[journal.ID]string // what the devices are called
	proof   audit.Proof
	proved  bool // proof is known
}

// version returns what a record held after a line.
func (p past) version(l audit.Line, ref journal.Ref) (journal.Fields, bool) {
	return audit.Version(p.commits[ref], l, ref)
}

// load reads the history in the background, once everything is saved, and says
// note when it is there. What was on show stays until then. A dialog that was
// closed meanwhile is left alone.
func (s *Dialog) load(note string) {
	s.deps.Session.Flush(func(err error) {
		s.deps.Report(err) // what is kept can still be read
		campaign := s.deps.Session.Campaign().ID()
		var all []*journal.Commit
		var next past
		s.deps.Background(func() {
			if all, err = s.deps.History(s.ctx, campaign); err == nil {
				next, err = s.read(all)
			}
		}, func() {
			switch {
			case s.ctx.Err() != nil:
				return
			case err != nil:
				s.deps.Report(err)
				s.Close()
				return
			}
			s.past = next
			s.view.note(note)
			s.choice()
			s.prove(campaign, all)
		})
	})
}

// read makes of the commits what is shown. It runs in the background.
func (s *Dialog) read(all []*journal.Commit) (past, error) {
	p := past{read: true, commits: map[journal.Ref][]*journal.Commit{}, names: map[journal.ID]string{}}
	devices, err := s.deps.Devices(s.ctx)
	if err != nil {
		return p, err
	}
	for _, d := range devices {
		p.names[d.ID] = d.Name
	}
	for _, c := range all {
		about := map[journal.Ref]bool{}
		for i := range c.Changes {
			about[c.Changes[i].Record] = true
		}
		for ref := range maps.Keys(about) {
			p.commits[ref] = append(p.commits[ref], c)
		}
	}
	p.lines = audit.Lines(all, s.present.now)
	p.people, p.devices = audit.People(p.lines), audit.Devices(p.lines)
	return p, nil
}

// prove checks the commits in the background and shows what came of it.
func (s *Dialog) prove(campaign domain.ID, all []*journal.Commit) {
	var proof audit.Proof
	var err error
	s.deps.Background(func() { proof, err = audit.Verify(s.ctx, campaign, all) }, func() {
		if err != nil || s.ctx.Err() != nil {
			return // only closing ends it
		}
		s.past.proof, s.past.proved = proof, true
		s.view.prove(s.present.proof(s.past))
	})
}
