package compare

import (
	"athar/domain"
	"athar/domain/pretest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/messages/part"
)

// presenter makes what is shown. It changes nothing.
type presenter struct{ env *kit.Env }

// detail is all that is shown of the wordings of a message and their pretests.
type detail struct {
	ID       domain.ID
	Wordings []wording // as it is, then the alternatives
	Sheets   []sheet
	Results  []result
	Segments []kit.Option // of the campaign
}

// wording is the message as it is, or an alternative.
type wording struct {
	domain.Alternative // ID is NoID for the message as it is
	Called             string
	Languages          []string
	Changes            map[string][]kit.Part // by language, what is another than in the message; none where all of it is
	First, Last        bool
}

// sheet is a pretest that was entered.
type sheet struct {
	domain.Pretest
	Title string
	Notes []string
	Wrong string // what cannot be, "" when the counts can
}

// result is what the sheets of one segment say of all wordings.
type result struct {
	Segment string
	Heads   []string // the wordings with their readers
	Rows    []row
	Verdict []string // sentences about the alternatives
}

// row is a question with a cell for each wording.
type row struct {
	Question string
	Cells    []string
}

func (p presenter) present(c domain.Campaign, m domain.Message) detail {
	d := detail{ID: m.ID}
	d.Wordings = append(d.Wordings, wording{
		Alternative: domain.Alternative{Message: m.ID, Text: m.Core}, Called: p.env.T("compare.as_is"),
	})
	list := c.AlternativesOf(m.ID)
	for i, a := range list {
		d.Wordings = append(d.Wordings, p.alternative(c, m, a, i, len(list)))
	}
	for _, s := range c.SortedSegments() {
		d.Segments = append(d.Segments, kit.Option{Value: s.ID.String(), Label: p.segment(c, s.ID)})
	}
	for _, one := range c.PretestsOf(m.ID) {
		d.Sheets = append(d.Sheets, p.sheet(c, d.Wordings, one))
	}
	d.Results = p.results(c, m, d.Wordings)
	return d
}

func (p presenter) alternative(c domain.Campaign, m domain.Message, a domain.Alternative, i, n int) wording {
	w := wording{
		Alternative: a, Called: a.Name, First: i == 0, Last: i == n-1,
		Languages: part.Languages(p.env, c, m.Core, a.Text), Changes: map[string][]kit.Part{},
	}
	if w.Called == "" {
		w.Called = p.env.T("compare.unnamed", "number", p.env.Printer.Int(i+1))
	}
	for _, lang := range w.Languages {
		before, after := m.Core.Of(lang), a.Text.Of(lang)
		if before != "" && after != "" && before != after {
			w.Changes[lang] = part.Revision(before, after)
		}
	}
	return w
}

// segment returns what a segment is called.
func (p presenter) segment(c domain.Campaign, id domain.ID) string {
	s, ok := c.Segment(id)
	switch {
	case id == domain.NoID || !ok:
		return p.env.T("compare.no_segment")
	case s.Name == "":
		return p.env.T("messages.unnamed_segment")
	}
	return s.Name
}

func (p presenter) sheet(c domain.Campaign, wordings []wording, one domain.Pretest) sheet {
	out := sheet{Pretest: one}
	called := p.env.T("compare.gone")
	for _, w := range wordings {
		if w.ID == one.Alternative {
			called = w.Called
		}
	}
	out.Title = p.env.T("compare.sheet", "wording", i18n.Isolate(called), "segment", i18n.Isolate(p.segment(c, one.Segment)),
		"readers", p.env.Printer.N("compare.readers", one.Readers))
	if !one.On.IsZero() {
		out.Title += " · " + p.env.Printer.Date(one.On)
	}
	for _, note := range []struct{ key, text string }{
		{"compare.said.meaning", one.Meaning}, {"compare.said.hurt", one.Hurt}, {"compare.said.missing", one.Missing},
	} {
		if note.text != "" {
			out.Notes = append(out.Notes, p.env.T(note.key, "words", i18n.Isolate(note.text)))
		}
	}
	if wrong := one.Validate(); len(wrong) > 0 {
		out.Wrong = p.env.T("compare.wrong", "question", p.question(wrong[0].Field))
	}
	return out
}

func (p presenter) question(field string) string { return p.env.T("compare.question." + field) }

// results compares the wordings segment by segment: what one group says tells
// nothing of another. Segments are in the campaign's order; sheets without one are
// compared with one another.
func (p presenter) results(c domain.Campaign, m domain.Message, wordings []wording) (all []result) {
	segments := []domain.ID{}
	for _, s := range c.SortedSegments() {
		segments = append(segments, s.ID)
	}
	for _, id := range append(segments, domain.NoID) {
		sums := make([]domain.Pretest, len(wordings))
		tested := 0
		for i, w := range wordings {
			sums[i] = sum(c, m.ID, w.ID, id)
			tested += sums[i].Readers
		}
		if tested > 0 {
			all = append(all, p.result(p.segment(c, id), wordings, sums))
		}
	}
	return all
}

// sum adds up the sheets of one wording that readers of a segment filled in.
// A segment that is gone counts as none.
func sum(c domain.Campaign, message, alternative, segment domain.ID) domain.Pretest {
	only := domain.Campaign{}
	for _, one := range c.Pretests {
		if _, ok := c.Segment(one.Segment); !ok {
			one.Segment = domain.NoID
		}
		if one.Segment == segment && len(one.Validate()) == 0 {
			only.Pretests = append(only.Pretests, one)
		}
	}
	return only.PretestSum(message, alternative)
}

func (p presenter) result(segment string, wordings []wording, sums []domain.Pretest) result {
	out := result{Segment: segment}
	for i, w := range wordings {
		out.Heads = append(out.Heads, p.env.T("compare.head", "wording", i18n.Isolate(w.Called),
			"readers", p.env.Printer.N("compare.readers", sums[i].Readers)))
	}
	for q, count := range sums[0].Counts() {
		r := row{Question: p.question(count.Field)}
		for _, s := range sums {
			r.Cells = append(r.Cells, p.cell(s.Counts()[q].Count, s.Readers))
		}
		out.Rows = append(out.Rows, r)
	}
	for i, w := range wordings[1:] {
		if sums[i+1].Readers > 0 {
			out.Verdict = append(out.Verdict, p.verdict(w.Called, sums[0], sums[i+1])...)
		}
	}
	return out
}

// cell gives a share, and always the count it is of: 2 of 3 is not two thirds of
// anything. Of too few readers it gives no share.
func (p presenter) cell(n, readers int) string {
	switch {
	case readers == 0:
		return p.env.T("compare.not_tested")
	case readers < domain.MinReaders:
		return p.env.T("compare.count", "n", p.env.Printer.Int(n), "of", p.env.Printer.Int(readers))
	}
	return p.env.T("compare.share", "n", p.env.Printer.Int(n), "of", p.env.Printer.Int(readers),
		"share", p.env.Printer.Percent(float64(n)/float64(readers)))
}

// verdict says what can be said of an alternative beside the message as it is.
func (p presenter) verdict(called string, asIs, other domain.Pretest) (all []string) {
	name := i18n.Isolate(called)
	if asIs.Readers < domain.MinReaders || other.Readers < domain.MinReaders {
		return []string{p.env.T("compare.too_few", "wording", name, "least", p.env.Printer.Int(domain.MinReaders))}
	}
	for _, q := range pretest.Compare(asIs, other) {
		switch q.Says {
		case pretest.FirstBetter:
			all = append(all, p.env.T("compare.as_is_better", "question", p.question(q.Field), "wording", name))
		case pretest.SecondBetter:
			all = append(all, p.env.T("compare.better", "question", p.question(q.Field), "wording", name))
		}
	}
	if all == nil {
		all = append(all, p.env.T("compare.no_difference", "wording", name))
	}
	return all
}
