package trash

import (
	"slices"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/retention"
	"athar/gui/i18n"
	"athar/gui/wording"
)

// entry is all that is shown of a record that was removed.
type entry struct {
	Record string
	By     string // who removed it, and when
	Held   []held // what was in it
	With   string // what comes back with it, "" for nothing
	To     string // what it comes back to, "" for nothing
	gone   retention.Gone
}

// held is one field of it.
type held struct{ Field, Value string }

// presenter makes what is shown. It changes nothing.
type presenter struct {
	printer *i18n.Printer
	words   wording.Wording
	now     func() time.Time
}

// entries says what is shown of what was removed. devices are the names of those
// that have one.
func (p presenter) entries(all []retention.Gone, c domain.Campaign, devices map[domain.ID]string) []entry {
	out := make([]entry, 0, len(all))
	for _, g := range all {
		e := entry{
			Record: p.words.Record(domain.Kind(g.Ref.Kind), g.Fields), gone: g,
			By: p.printer.T("trash.by", "who", p.words.Who(g.By.Author, devices[g.By.Device]), "when", p.printer.Moment(g.By.At, p.now())),
		}
		e.Held = p.held(g, c)
		if n := len(g.With); n > 0 {
			e.With = p.printer.N("trash.with_readings", n)
		}
		if n := messagesOf(g, c); n > 0 {
			e.To = p.printer.N("trash.to_messages", n)
		}
		out = append(out, e)
	}
	return out
}

// messagesOf counts the messages that g was of and that are still there.
func messagesOf(g retention.Gone, c domain.Campaign) (n int) {
	for _, l := range g.Links {
		if _, there := c.Message(l.Ref.ID); there {
			n++
		}
	}
	return n
}

// held says what a record held, the texts that somebody wrote first. Its place in
// a list tells nobody anything.
func (p presenter) held(g retention.Gone, c domain.Campaign) (out []held) {
	kind := domain.Kind(g.Ref.Kind)
	paths := make([]string, 0, len(g.Fields))
	for path, v := range g.Fields {
		if v.Type() != journal.TypeOrder && !isName(path) {
			paths = append(paths, path)
		}
	}
	slices.SortFunc(paths, func(a, b string) int {
		isText := func(path string) bool { return g.Fields[path].Type() == journal.TypeText }
		if isText(a) != isText(b) {
			if isText(a) {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	for _, path := range paths {
		f := journal.Field{Path: path}
		out = append(out, held{p.words.Field(kind, f, c), p.words.Value(kind, f, g.Fields[path], c)})
	}
	return out
}

// isName reports whether the field is in the heading.
func isName(path string) bool { return path == "title" || path == "name" }
