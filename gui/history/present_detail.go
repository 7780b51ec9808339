package history

import (
	"maps"
	"strings"
	"unicode/utf8"

	"athar/domain"
	"athar/domain/audit"
	"athar/domain/journal"
	"athar/gui/kit"
)

// detail is all that is shown of the line that is selected.
type detail struct {
	What, Who, When string
	Doubt           string // what to think of the time, "" when it is right
	Records         []record
	More            string // how many records are not shown, "" for none
}

// record is what the line did to one record.
type record struct {
	Ref    journal.Ref
	Name   string
	Parent string // what it belongs to, "" for nothing
	Fate   string // said when it was added, removed or forgotten
	Tone   kit.Tone

	Differences []difference
	Restore     string // what bringing it back is called, "" where that cannot be
	Reason      string // why it cannot be brought back now, "" when it can
}

// difference is one field.
type difference struct {
	Field string
	Texts [][]kit.Part // each a paragraph
	Said  string       // instead of texts
}

// maxRecords is how many records of a line are shown: an import or a new campaign
// touches hundreds, and nobody reads them here.
const maxRecords = 20

func (p presenter) detail(l audit.Line, all past, c domain.Campaign) detail {
	at := l.At.Local()
	d := detail{
		What: p.what(l), Who: p.who(l, all),
		When: p.env.T("history.when", "date", p.env.Printer.Date(at), "time", p.env.Printer.Clock(at)),
	}
	if l.Doubtful {
		d.Doubt = p.env.T("history.doubt")
	}
	now := domain.JournalOf(c)
	for i, r := range l.Records {
		if i == maxRecords {
			d.More = p.env.Printer.N("history.more", len(l.Records)-i)
			break
		}
		shown := p.touched(r, c)
		if version, ok := all.version(l, r.Ref); ok {
			shown.Restore, shown.Reason = p.restoring(r, version, now[r.Ref])
		}
		d.Records = append(d.Records, shown)
	}
	return d
}

func (p presenter) touched(r audit.Record, c domain.Campaign) record {
	out := record{Ref: r.Ref, Name: p.words.Record(r.Kind(), r.Called)}
	if r.Parent != nil {
		out.Parent = p.words.Record(domain.KindIndicator, r.Parent)
	}
	out.Fate, out.Tone = p.fate(r.Fate)
	for _, d := range r.Differences {
		out.Differences = append(out.Differences, p.difference(r.Kind(), d, c))
	}
	return out
}

// restoring says what bringing a version of a record back is called, and why it
// cannot be done now.
func (p presenter) restoring(r audit.Record, version, now journal.Fields) (label, reason string) {
	label = p.env.T("history.restore")
	if r.Fate == audit.Removed {
		label = p.env.T("history.bring_back")
	}
	if maps.Equal(canonical(r, version), now) {
		reason = p.env.T("history.same_now")
	}
	return label, reason
}

// canonical returns fields as the record holds them that they make.
func canonical(r audit.Record, f journal.Fields) journal.Fields {
	held, err := domain.RecordOf(r.Kind(), r.Ref.ID, f)
	if err != nil {
		return f
	}
	return domain.FieldsOf(held)
}

func (p presenter) fate(f audit.Fate) (said string, tone kit.Tone) {
	switch f {
	case audit.Added:
		return p.env.T("history.added"), kit.ToneSuccess
	case audit.Returned:
		return p.env.T("history.returned"), kit.ToneSuccess
	case audit.Removed:
		return p.env.T("history.removed"), kit.ToneDanger
	case audit.Forgot:
		return p.env.T("history.forgot"), kit.ToneDanger
	case audit.Emptied:
		return p.env.T("history.emptied"), kit.ToneNeutral
	}
	return "", kit.ToneNeutral
}

func (p presenter) difference(k domain.Kind, d audit.Difference, c domain.Campaign) difference {
	out := difference{Field: p.words.Field(k, journal.Field{Path: d.Path}, c)}
	add := func(fate kit.Fate, v journal.Value) {
		if !v.Empty() {
			said := p.words.Value(k, journal.Field{Path: d.Path}, v, c)
			out.Texts = append(out.Texts, []kit.Part{{Text: said, Fate: fate}})
		}
	}
	switch d.Shape {
	case audit.Moved:
		out.Said = p.env.T("history.moved")
	case audit.Reworded:
		out.Texts = append(out.Texts, spans(d.Spans()))
	case audit.Regrouped:
		add(kit.FateRemoved, journal.Set(d.Went...))
		add(kit.FateAdded, journal.Set(d.Came...))
	default:
		add(kit.FateRemoved, d.Before)
		add(kit.FateAdded, d.After)
	}
	return out
}

// around is how much of a text that did not change is shown beside what did, in
// runes.
const around = 160

// spans makes the parts to show of a text that was reworded. Of what stayed, the
// ends next to a change are enough.
func spans(all []journal.Span) []kit.Part {
	parts := make([]kit.Part, 0, len(all))
	for i, s := range all {
		text := s.Text
		if s.Kind == journal.Kept {
			text = shortened(text, i > 0, i < len(all)-1)
		}
		parts = append(parts, kit.Part{Text: text, Fate: fateOf(s.Kind)})
	}
	return parts
}

func fateOf(k journal.SpanKind) kit.Fate {
	switch k {
	case journal.Removed:
		return kit.FateRemoved
	case journal.Added:
		return kit.FateAdded
	}
	return kit.FateKept
}

// shortened leaves the beginning of a text, where that is asked for, and the
// end, in whole words.
func shortened(text string, beginning, end bool) string {
	if utf8.RuneCountInString(text) <= 3*around {
		return text
	}
	runes := []rune(text)
	head, tail := "", ""
	if beginning {
		head = string(runes[:around])
		if cut := strings.LastIndexAny(head, " \n"); cut > 0 {
			head = head[:cut]
		}
		head += " "
	}
	if end {
		tail = string(runes[len(runes)-around:])
		if cut := strings.IndexAny(tail, " \n"); cut >= 0 {
			tail = tail[cut+1:]
		}
		tail = " " + tail
	}
	return head + "…" + tail
}
