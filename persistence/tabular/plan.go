package tabular

import (
	"slices"
	"strings"
)

// column is what happens to the cells of one column of the file.
type column struct {
	name    string
	meaning meaning
	figures *figures
	dims    *dims
	why     Why // not empty when the column is left out from the start
}

// plan says what every column is for.
type plan struct {
	columns []column
	shape   shape
	id      int  // index of the column of ids, -1 when there is none
	link    bool // the ids are in the addresses of that column
	time    int  // index of the column of dates, -1 when there is none
	perDay  bool // an id and a day together name a row
}

func newPlan(l layout, o Options, known catalog) plan {
	p := plan{id: -1, time: -1}
	meanings := make([]meaning, len(l.names))
	for i, name := range l.names {
		meanings[i] = known[fold(name)]
		if value, ok := o.Mapping[name]; ok {
			meanings[i] = mapped(value)
		}
		p.columns = append(p.columns, column{name: name})
	}
	p.shape = findShape(l.names, meanings)
	if p.shape.name == generic && isChart(l, meanings, known) {
		p.shape = shape{name: chartShape, daily: true}
	}
	p.time = p.findTime(l, meanings)
	p.id, p.link = findID(l, meanings)
	taken := make(map[string]bool)
	for i := range p.columns {
		m := meanings[i]
		if m.role == roleTime && i != p.time { // "Day" with 1 to 31, "Date" with the word Lifetime
			m = meaning{}
		}
		if taken[m.key] { // the first column of a metric or dimension has it
			m.key = ""
		}
		taken[m.key] = true
		p.columns[i].settle(m, i == p.id || i == p.time)
	}
	p.nameChart(l, known)
	return p
}

// settle makes the gatherer that the meaning asks for.
func (c *column) settle(m meaning, used bool) {
	c.meaning = m
	switch {
	case m.role == roleLink:
		c.why = WhyLink
	case used:
	case m.role == rolePerson:
		c.why = WhyPerson
	case m.role == roleNothing:
		c.why = WhyAsked
	case m.role == roleDim:
		c.dims = &dims{name: c.name, key: m.key}
	case m.role == roleFigure || m.role == roleUnknown:
		c.figures = &figures{name: c.name, metric: m.key, known: m.role == roleFigure, duration: isDuration(m.key)}
	default: // texts, and the ids that were not chosen
		c.why = WhyText
	}
}

// isChart recognises a chart export in any language: a metric as the title, and
// under it dates and one more column.
func isChart(l layout, meanings []meaning, known catalog) bool {
	return len(meanings) == 2 && titleMetric(l.title, known) != "" &&
		meanings[0].role == roleTime && meanings[1].role == roleUnknown
}

// nameChart takes the metric of a chart export's one column from the title.
func (p *plan) nameChart(l layout, known catalog) {
	if p.shape.name != chartShape {
		return
	}
	for i := range p.columns {
		if f := p.columns[i].figures; f != nil && f.metric == "" {
			f.metric, f.known = titleMetric(l.title, known), true
			return
		}
	}
}

func titleMetric(title string, known catalog) string {
	if m := known[fold(title)]; m.role == roleFigure {
		return m.key
	}
	return ""
}

// findTime chooses the column of dates: the best known header whose cells are
// dates (Meta's "Date" holds the word Lifetime), else the first column without
// a known header that holds dates.
func (p *plan) findTime(l layout, meanings []meaning) int {
	best := -1
	for i, m := range meanings {
		if m.role != roleTime || m.rank >= 0 && !mostlyDates(l.sample, i) {
			continue
		}
		if best < 0 || m.rank < meanings[best].rank {
			best = i
		}
	}
	if best >= 0 {
		return p.preferDay(l, meanings, best)
	}
	for i, m := range meanings {
		if m.role == roleUnknown && mostlyDates(l.sample, i) {
			return i
		}
	}
	return -1
}

// preferDay: a Meta export by day has the day a figure is about in "Date",
// beside the time of publishing.
func (p *plan) preferDay(l layout, meanings []meaning, best int) int {
	if !strings.HasPrefix(p.shape.name, "meta_") {
		return best
	}
	day := slices.IndexFunc(l.names, func(n string) bool { return fold(n) == "date" })
	if day < 0 || day == best || meanings[day].role != roleTime || !mostlyDates(l.sample, day) {
		return best
	}
	p.perDay = true
	return day
}

func mostlyDates(sample [][]string, column int) bool {
	reader := newDateReader()
	dates, others := 0, 0
	for _, record := range sample {
		if column >= len(record) || isMissingWord(record[column]) {
			continue
		}
		if _, ok := reader.read(record[column]); ok {
			dates++
		} else {
			others++
		}
	}
	return dates > 0 && dates >= others
}

// findID chooses the column of ids: the best known header whose cells are
// single words, else a column of addresses that end in ids.
func findID(l layout, meanings []meaning) (at int, link bool) {
	at = -1
	for i, m := range meanings {
		if m.role == roleID && (m.rank < 0 || holdsIDs(l.sample, i)) && (at < 0 || m.rank < meanings[at].rank) {
			at = i
		}
	}
	if at >= 0 {
		return at, false
	}
	for i, m := range meanings {
		if m.role == roleLink && endsInIDs(l.sample, i) && (at < 0 || m.rank < meanings[at].rank) {
			at = i
		}
	}
	return at, at >= 0
}

func holdsIDs(sample [][]string, column int) bool {
	found := 0
	for _, record := range sample {
		if column >= len(record) || isTotalWord(record[column]) {
			continue
		}
		cell := strings.TrimSpace(record[column])
		if len(cell) > 64 || strings.ContainsAny(cell, " \n\t") {
			return false
		}
		if cell != "" {
			found++
		}
	}
	return found > 0 || len(sample) <= 1
}

func endsInIDs(sample [][]string, column int) bool {
	return slices.ContainsFunc(sample, func(record []string) bool {
		return column < len(record) && idInLink(record[column]) != ""
	})
}
