package domain

import (
	"maps"
	"slices"
	"time"
)

// Copy returns the campaign under a new ID and title, in the draft stage. All
// records but the data sets get new IDs, and what refers to them follows. Comments
// and approvals stay behind: they are about the original.
func (c Campaign) Copy(newID func() ID, now time.Time, title string) Campaign {
	ids := map[ID]ID{}
	renamed := func(id ID) ID {
		if _, ok := ids[id]; !ok {
			ids[id] = newID()
		}
		return ids[id]
	}
	out := Campaign{Header: c.Header, DataSets: slices.Clone(c.DataSets)}
	out.Header.Facts = maps.Clone(c.Header.Facts)
	out.Header.Forced = slices.Clone(c.Header.Forced)
	out.Header.ID, out.Header.Title = newID(), title
	out.Header.Stage, out.Header.Sample = StageDraft, false
	out.Header.Created, out.Header.Trashed = now, time.Time{}
	out.Header.Languages = slices.Clone(c.Header.Languages)
	for _, k := range c.Cores {
		k.ID, k.Fields = CoreID(out.Header.ID), slices.Clone(k.Fields)
		out.Cores = append(out.Cores, k)
	}
	for _, s := range c.Segments {
		s.ID = renamed(s.ID)
		out.Segments = append(out.Segments, s)
	}
	for _, m := range c.Messages {
		m.ID = renamed(m.ID)
		m.Segments = renamedAll(m.Segments, renamed)
		m.Approval = Approval{}
		if m.Status.Cleared() {
			m.Status = MessageReview
		}
		out.Messages = append(out.Messages, m)
	}
	c.copyParts(&out, renamed)
	for _, a := range c.Answers {
		a.ID = AnswerID(out.Header.ID, a.Item)
		out.Answers = append(out.Answers, a)
	}
	for _, i := range c.Indicators {
		i.ID = renamed(i.ID)
		out.Indicators = append(out.Indicators, i)
	}
	for _, r := range c.Readings {
		r.ID, r.Indicator = newID(), renamed(r.Indicator)
		out.Readings = append(out.Readings, r)
	}
	return out
}

// copyParts copies what belongs to the messages, and the claims.
func (c Campaign) copyParts(out *Campaign, renamed func(ID) ID) {
	for _, m := range c.Media {
		m.ID, m.Message = renamed(m.ID), renamed(m.Message)
		out.Media = append(out.Media, m)
	}
	for _, a := range c.Alternatives {
		a.ID, a.Message = renamed(a.ID), renamed(a.Message)
		out.Alternatives = append(out.Alternatives, a)
	}
	for _, p := range c.Pretests {
		p.ID, p.Message = renamed(p.ID), renamed(p.Message)
		if p.Alternative != NoID {
			p.Alternative = renamed(p.Alternative)
		}
		if p.Segment != NoID {
			p.Segment = renamed(p.Segment)
		}
		out.Pretests = append(out.Pretests, p)
	}
	for _, k := range c.Claims {
		k.ID, k.Messages = renamed(k.ID), renamedAll(k.Messages, renamed)
		out.Claims = append(out.Claims, k)
	}
	for _, e := range c.Evidence {
		e.ID, e.Claim = renamed(e.ID), renamed(e.Claim)
		out.Evidence = append(out.Evidence, e)
	}
}

// renamedAll returns a set of IDs with each renamed, sorted.
func renamedAll(ids []ID, renamed func(ID) ID) []ID {
	ids = slices.Clone(ids)
	for i, id := range ids {
		ids[i] = renamed(id)
	}
	slices.SortFunc(ids, compareIDs)
	return ids
}
