package checks

import (
	"slices"

	"fyne.io/fyne/v2"

	"athar/gui/kit"
)

// shownAtFirst is how many findings are listed until somebody asks for the rest:
// as many as can be dealt with at one sitting.
const shownAtFirst = 12

// panel is the list of findings beside or below the text. Its widgets are made when they are
// first needed and then kept.
type panel struct {
	env     *kit.Env
	checks  *Checks
	content *fyne.Container
	body    *fyne.Container

	head     *kit.Paragraph
	reading  *fyne.Container
	errors   *group
	others   *group
	nothing  *kit.Paragraph
	all      bool // the rest is shown too
	rest     *kit.Button
	shown    model
	anything bool // something was shown already
}

// group is findings of one level under a heading.
type group struct {
	heading *kit.Paragraph
	rows    []*findingRow
	column  *fyne.Container
}

func newPanel(env *kit.Env, k *Checks) *panel {
	p := &panel{env: env, checks: k}
	p.head = kit.NewParagraph(env, env.T("checks.title"), kit.StyleHeading)
	p.reading = kit.ColumnTight()
	p.errors, p.others = newGroup(env, "checks.errors_title"), newGroup(env, "checks.suggestions_title")
	p.nothing = kit.NewParagraph(env, env.T("checks.reading_begins"), kit.StyleMuted)
	p.rest = kit.NewButton(env, kit.ButtonOptions{Text: " ", OnTapped: func() { p.all = true; p.show(p.shown) }})
	// How easy the text is to read comes last: what is to be done about it is an entry.
	p.body = kit.Column(p.head, p.nothing, p.errors.column, p.others.column, kit.Row(env, p.rest), p.reading)
	p.content = kit.Stack(p.body)
	kit.SetVisible(p.rest, false)
	return p
}

func newGroup(env *kit.Env, key string) *group {
	g := &group{heading: kit.NewParagraph(env, env.T(key), kit.StyleStrong)}
	g.column = kit.Column(g.heading)
	kit.SetVisible(g.column, false)
	return g
}

// show puts a model on show. What stands there already is left alone.
func (p *panel) show(m model) {
	if len(m.Errors)+len(m.Suggestions) <= shownAtFirst {
		p.all = false
	}
	was := p.shown
	p.shown = m
	sentence := m.Summary
	if sentence == "" {
		sentence = p.env.T("checks.reading_begins")
	}
	p.nothing.SetText(sentence)
	resized := p.showReading(was.Reading, m.Reading)
	resized = kit.SetVisible(p.nothing, len(m.Errors)+len(m.Suggestions) == 0) || resized // the headings say it
	room := shownAtFirst
	if p.all {
		room = len(m.Errors) + len(m.Suggestions)
	}
	errors := m.Errors[:min(room, len(m.Errors))]
	others := m.Suggestions[:min(room-len(errors), len(m.Suggestions))]
	resized = p.errors.show(p.env, p.checks, errors) || resized
	resized = p.others.show(p.env, p.checks, others) || resized
	hidden := len(m.Errors) + len(m.Suggestions) - len(errors) - len(others)
	if hidden > 0 {
		p.rest.SetText(p.env.Printer.N("checks.show_rest", hidden))
	}
	resized = kit.SetVisible(p.rest, hidden > 0) || resized
	if resized || !p.anything {
		p.anything = true
		p.body.Refresh()
		p.checks.deps.Resized()
	}
}

// showReading shows how hard the texts are to read.
func (p *panel) showReading(was, is []reading) (resized bool) {
	if slices.Equal(was, is) {
		return false
	}
	var lines []fyne.CanvasObject
	for _, r := range is {
		style, why := kit.StyleBody, kit.StyleMuted
		switch {
		case !r.Reliable:
			style = kit.StyleMuted
		case r.Hard:
			why = kit.StyleWarning
		}
		if !r.Reliable {
			lines = append(lines, kit.NewParagraph(p.env, r.Line+" "+r.Why, style))
			continue
		}
		lines = append(lines, kit.NewParagraph(p.env, r.Line, style))
		if r.Why != "" {
			lines = append(lines, kit.NewParagraph(p.env, r.Why, why))
		}
	}
	p.reading.Objects = lines
	p.reading.Refresh()
	return true
}

// show shows the findings of the group and reports whether it may need another
// height.
func (g *group) show(env *kit.Env, k *Checks, items []item) (resized bool) {
	for len(g.rows) < len(items) {
		row := newFindingRow(env, k)
		g.rows = append(g.rows, row)
		g.column.Add(row.content)
		resized = true
	}
	for i, row := range g.rows {
		there := i < len(items)
		if there {
			resized = row.show(items[i]) || resized
		}
		resized = kit.SetVisible(row.content, there) || resized
	}
	resized = kit.SetVisible(g.column, len(items) > 0) || resized
	if resized {
		g.column.Refresh()
	}
	return resized
}
