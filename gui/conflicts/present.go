package conflicts

import (
	"time"

	"athar/domain"
	"athar/domain/journal"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/wording"
)

// Hand is who made a commit, and when.
type Hand struct {
	Author, Device string // as they called themselves; both may be empty
	At             time.Time
}

// Hands are who made the commits that contradictions name; nil while that is
// being read.
type Hands map[journal.ID]Hand

// item is all that is shown of a contradiction.
type item struct {
	Record, Field string
	Explain       string
	Sides         []side
	Text          string // to begin a text of one's own with
	Mergeable     bool   // a text, of which one can be made out of all
	At            domain.Place
	ref           journal.Ref
	field         journal.Field
}

// side is one of its sides.
type side struct {
	Who   string
	Value string
	Parts []kit.Part // of a text: added is what another side has not
	Shown string     // said of the one that the campaign shows, otherwise ""
	Keep  string     // what keeping it is called
	value journal.Value
}

// presenter makes what is shown. It changes nothing.
type presenter struct {
	printer *i18n.Printer
	words   wording.Wording
	now     func() time.Time
}

// items says what is shown of the contradictions of a campaign.
func (p presenter) items(all []journal.Conflict, c domain.Campaign, hands Hands) []item {
	records := recordsOf(all, c)
	out := make([]item, 0, len(all))
	for _, conflict := range all {
		out = append(out, p.item(conflict, c, records[conflict.Record], hands))
	}
	return out
}

// recordsOf returns what the records hold that the contradictions are about.
func recordsOf(all []journal.Conflict, c domain.Campaign) journal.Records {
	records := journal.Records{}
	for _, conflict := range all {
		records[conflict.Record] = nil
	}
	for _, r := range c.Records() {
		if ref := domain.RefOf(r.Kind(), r.RecordID()); len(records) > 0 {
			if _, wanted := records[ref]; wanted {
				records[ref] = domain.FieldsOf(r)
			}
		}
	}
	return records
}

func (p presenter) item(conflict journal.Conflict, c domain.Campaign, fields journal.Fields, hands Hands) item {
	kind := domain.Kind(conflict.Record.Kind)
	out := item{
		Record: p.words.Record(kind, fields), Field: p.words.Field(kind, conflict.Field, c),
		Explain: p.printer.T("conflicts.explain"),
		At:      domain.PlaceOf(c.ID(), conflict.Record, conflict.Field, fields),
		ref:     conflict.Record, field: conflict.Field,
	}
	last := len(conflict.Sides) - 1
	out.Mergeable = true
	for i, s := range conflict.Sides {
		shown := side{
			Who: p.who(s.Commits, hands), value: s.Value,
			Value: p.words.Value(kind, conflict.Field, s.Value, c), Keep: p.printer.T("conflicts.keep"),
		}
		if i == last {
			shown.Shown = p.printer.T("conflicts.shown")
			out.Text = s.Value.Text()
		}
		out.Mergeable = out.Mergeable && (s.Value.Type() == journal.TypeText || s.Value.Empty())
		out.Sides = append(out.Sides, shown)
	}
	if conflict.Field == (journal.Field{}) {
		p.sayBeing(&out)
		return out
	}
	if out.Mergeable {
		mark(out.Sides)
	}
	return out
}

// sayBeing words a contradiction about whether the record is there at all.
func (p presenter) sayBeing(out *item) {
	out.Mergeable = false
	out.Field = p.printer.T("conflicts.being")
	out.Explain = p.printer.T("conflicts.explain_being")
	for i := range out.Sides {
		s := &out.Sides[i]
		if s.value.Empty() {
			s.Value, s.Keep = p.printer.T("conflicts.removed"), p.printer.T("conflicts.remove")
		} else {
			s.Value, s.Keep = p.printer.T("conflicts.changed"), p.printer.T("conflicts.keep_record")
		}
	}
}

// who says who left a field at a value, and when.
func (p presenter) who(commits []journal.ID, hands Hands) string {
	if hands == nil {
		return p.printer.T("conflicts.reading")
	}
	if len(commits) == 0 {
		return p.words.Who("", "")
	}
	h, ok := hands[commits[len(commits)-1]]
	if !ok {
		return p.words.Who("", "")
	}
	return p.printer.T("conflicts.who", "who", p.words.Who(h.Author, h.Device), "when", p.printer.Moment(h.At, p.now()))
}

// mark marks the words in which the sides differ: of the side that is shown those
// that the first one has not, of the others those that the shown one has not.
func mark(sides []side) {
	last := len(sides) - 1
	for i := range sides {
		other := last
		if i == last {
			other = 0
		}
		sides[i].Parts = parts(sides[other].value.Text(), sides[i].value.Text())
	}
}

// parts returns a text with the words marked that another one has not.
func parts(other, text string) (out []kit.Part) {
	for _, d := range journal.Differences(other, text) {
		switch d.Kind {
		case journal.Added:
			out = append(out, kit.Part{Text: d.Text, Fate: kit.FateAdded})
		case journal.Kept:
			out = append(out, kit.Part{Text: d.Text})
		}
	}
	return out
}

// count says how many contradictions there are.
func (p presenter) count(n int) string { return p.printer.N("conflicts.count", n) }
