package history

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"athar/domain/audit"
	"athar/domain/journal"
	"athar/gui/kit"
	"athar/gui/wording"
)

// presenter puts the history into words. It changes nothing.
type presenter struct {
	env   *kit.Env
	words wording.Wording
	now   time.Time
}

// row is one line in the list.
type row struct {
	What, When string
	About      string // the records that it touched
	Who        string
	Doubt      string // said when the time may be wrong, otherwise ""
}

func (p presenter) row(l audit.Line, all past) row {
	r := row{
		What: p.what(l), When: p.env.Printer.Moment(l.At.Local(), p.now.Local()),
		About: p.about(l), Who: p.who(l, all),
	}
	if l.Doubtful {
		r.Doubt = p.env.T("history.doubt_short")
	}
	return r
}

// what says what was done, as a sentence begins.
func (p presenter) what(l audit.Line) string {
	label := l.Label
	if !strings.HasPrefix(label, "edit.") || !p.env.Printer.Has(label) { // a newer Athar's
		label = "history.unknown_edit"
	}
	said := p.env.T(label)
	switch l.Act {
	case audit.Undid:
		said = p.env.T("history.undid", "what", said)
	case audit.Redid:
		said = p.env.T("history.redid", "what", said)
	}
	first, size := utf8.DecodeRuneInString(said)
	return string(unicode.ToUpper(first)) + said[size:]
}

// about names the first record of a line, and counts the others.
func (p presenter) about(l audit.Line) string {
	if len(l.Records) == 0 {
		return p.env.T("history.nothing_left")
	}
	first := p.words.Record(l.Records[0].Kind(), l.Records[0].Called)
	if n := len(l.Records) - 1; n > 0 {
		return p.env.Printer.N("history.and_more", n, "first", first)
	}
	return first
}

// who says who it was. One who was on the only computer needs not be told apart.
func (p presenter) who(l audit.Line, all past) string {
	if len(all.devices) < 2 {
		return p.words.Who(l.Author, "")
	}
	return p.words.Who(l.Author, p.device(l.Device, all))
}

// device names a computer, by its number where nobody gave it a name.
func (p presenter) device(id journal.ID, all past) string {
	if name := all.names[id]; name != "" {
		return name
	}
	for i, d := range all.devices {
		if d == id {
			return p.words.Computer(i + 1)
		}
	}
	return p.words.Computer(0)
}

// page is all that is shown beside the lines.
type page struct {
	Lines   int    // how many there are in the list
	Nothing string // what to do where there are none
	Count   string
	Record  string // the one record whose history this is, "" for all
	Proof   proof

	Filter          filter
	People, Devices []kit.Option
	Parts           []kit.Option
}

func (p presenter) page(all past, f filter, lines int) page {
	out := page{
		Lines: lines, Count: p.env.Printer.N("history.count", lines), Filter: f, Proof: p.proof(all),
		People:  []kit.Option{{Label: p.env.T("history.everybody")}},
		Devices: []kit.Option{{Label: p.env.T("history.every_device")}},
		Parts:   []kit.Option{{Label: p.env.T("history.everything")}},
	}
	for i, name := range all.people {
		out.People = append(out.People, kit.Option{Value: strconv.Itoa(i), Label: p.words.Who(name, "")})
	}
	for i, id := range all.devices {
		out.Devices = append(out.Devices, kit.Option{Value: strconv.Itoa(i), Label: p.device(id, all)})
	}
	for _, part := range audit.Parts() {
		out.Parts = append(out.Parts, kit.Option{Value: string(part), Label: p.env.T("tab." + string(part))})
	}
	if f.record != (journal.Ref{}) {
		out.Record = p.env.T("history.only", "what", p.record(all, f.record))
	}
	switch {
	case lines > 0:
	case len(all.lines) == 0:
		out.Nothing = p.env.T("history.empty")
	case f.narrow():
		out.Nothing = p.env.T("history.none_found")
	default:
		out.Nothing = p.env.T("history.none_of_record")
	}
	return out
}

// record names a record by what the newest line that touches it calls it.
func (p presenter) record(all past, ref journal.Ref) string {
	for _, l := range (audit.Filter{Record: ref}).Choose(all.lines) {
		for _, r := range l.Records {
			return p.words.Record(r.Kind(), r.Called)
		}
	}
	return p.words.Record(audit.Record{Ref: ref}.Kind(), nil)
}

// proof says whether the history is whole.
type proof struct {
	Said string
	Bad  bool
}

func (p presenter) proof(all past) proof {
	switch {
	case !all.proved:
		return proof{Said: p.env.T("history.proving")}
	case all.proof.Whole():
		said := p.env.T("history.whole",
			"edits", p.env.Printer.N("history.edits", all.proof.Commits),
			"devices", p.env.Printer.N("history.devices", all.proof.Devices))
		if all.proof.Commits != len(all.lines) {
			said += " " + p.env.T("history.together")
		}
		return proof{Said: said}
	case len(all.proof.Broken) > 0:
		b := all.proof.Broken[0]
		return proof{Bad: true, Said: p.env.Printer.N("history.broken", len(all.proof.Broken),
			"which", int(b.Seq), "device", p.device(b.Device, all))}
	}
	return proof{Bad: true, Said: p.env.Printer.N("history.missing", all.proof.Missing)}
}
