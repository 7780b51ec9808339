package domain

import (
	"maps"
	"slices"
	"time"
)

// Copy returns the campaign under a new ID and title, in the draft stage. All
// records but the data sets get new IDs, and what refers to them follows.
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
	for _, s := range c.Segments {
		s.ID = renamed(s.ID)
		out.Segments = append(out.Segments, s)
	}
	for _, m := range c.Messages {
		m.ID = renamed(m.ID)
		m.Segments = slices.Clone(m.Segments)
		for i, id := range m.Segments {
			m.Segments[i] = renamed(id)
		}
		slices.SortFunc(m.Segments, compareIDs)
		out.Messages = append(out.Messages, m)
	}
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
