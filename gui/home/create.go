package home

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/starter"
	"athar/gui/kit"
	"athar/gui/theme"
)

// creating is the open dialog for a new campaign.
type creating struct {
	screen *Screen
	cards  []templateCard // the blank campaign first
	chosen int

	content  *fyne.Container
	problem  string // as shown
	title    *kit.Field
	titleRow *kit.FormRow
	list     *kit.List
	name     *kit.Label
	short    *kit.Label
	what     *kit.Paragraph
	goalHead *kit.Label
	goal     *kit.Paragraph
	yours    *kit.Paragraph
	preview  *kit.Scroller
}

// New asks for a title and a template and makes a campaign.
func (s *Screen) New() {
	env := s.deps.Env
	c := &creating{screen: s, cards: []templateCard{s.present.blank()}}
	for _, t := range s.deps.Templates {
		c.cards = append(c.cards, s.present.template(t))
	}
	c.build()
	c.arrange()
	c.choose(0)
	kit.ShowDialog(env, kit.DialogOptions{
		Title: env.T("home.create.title"), Accept: env.T("home.create.accept"),
		Content: c.content, OnAccept: c.accept,
		MinSize: fyne.NewSize(1.5*fynetheme.Size(theme.SizeTextColumn), 14*fynetheme.Size(theme.SizeTarget)),
	})
}

func (c *creating) build() {
	env := c.screen.deps.Env
	c.title = kit.NewField(env, kit.FieldOptions{
		Placeholder: env.T("home.create.name_example"), MaxRunes: domain.MaxName, OwnUndo: true,
		OnChanged: func(string) { c.say("") },
	})
	c.titleRow = kit.NewFormItem(env, env.T("home.create.name"), " ", c.title)
	c.list = kit.NewList(env, kit.ListOptions{
		Count:      func() int { return len(c.cards) },
		Row:        func() fyne.CanvasObject { return newTemplateRow(env) },
		Update:     func(i int, o fyne.CanvasObject) { o.(*templateRow).show(c.cards[i]) },
		OnSelected: c.choose,
	})
	c.name = kit.NewLabel(env, "", kit.StyleHeading)
	c.short = kit.NewLabel(env, "", kit.StyleCaption)
	c.what = kit.NewParagraph(env, "", kit.StyleBody)
	c.goalHead = kit.NewLabel(env, env.T("home.create.goal"), kit.StyleStrong)
	c.goal = kit.NewParagraph(env, "", kit.StyleBody)
	c.yours = kit.NewParagraph(env, env.T("home.create.yours"), kit.StyleMuted)
}

// arrange puts the widgets together.
func (c *creating) arrange() {
	env := c.screen.deps.Env
	c.preview = kit.Scroll(kit.PadSides(fynetheme.Size(theme.Space12), 0, // room for the bar
		kit.Column(c.name, c.short, c.what, c.goalHead, c.goal, c.yours)))
	from := kit.NewLabel(env, env.T("home.create.from"), kit.StyleStrong)
	choice := sideBySide(env, c.list, kit.Surface(c.preview))
	c.content = kit.Border(env, kit.Form(env, c.titleRow, from), nil, nil, nil, choice)
}

// choose shows what a template brings.
func (c *creating) choose(i int) {
	c.chosen = i
	card := c.cards[i]
	c.list.Select(i)
	c.say("")
	c.titleRow.SetHelp(card.Help)
	c.name.SetText(card.Name)
	c.short.SetText(card.Short)
	c.what.SetText(card.What)
	c.goal.SetText(card.Goal)
	for _, o := range []fyne.CanvasObject{c.goalHead, c.goal, c.yours} {
		kit.SetVisible(o, card.Goal != "")
	}
	c.preview.Refresh()
}

// say shows under the title what is wrong with it; "" takes it away. The list
// below gives way.
func (c *creating) say(problem string) {
	if problem != c.problem {
		c.problem = problem
		c.titleRow.SetProblem(problem)
		c.content.Refresh()
	}
}

// accept makes the campaign and reports whether it could. Only the blank
// campaign has no name of its own to fall back on.
func (c *creating) accept() bool {
	d, title := c.screen.deps, c.title.Text()
	if c.chosen == 0 && title == "" {
		c.say(d.Env.Printer.Error(domain.Problem(domain.ErrRequired, "title")))
		c.title.Focus()
		return false
	}
	campaign := starter.Blank(d.NewID, d.Now(), title)
	if c.chosen > 0 {
		campaign = d.Templates[c.chosen-1].Campaign(d.NewID, d.Now(), d.Lang, title)
	}
	d.Desk.Create(campaign, d.Report)
	return true
}

var _ fyne.Widget = (*templateRow)(nil)

// templateRow is one template in the dialog's list.
type templateRow struct {
	kit.ListRow
	name, short *kit.Label
}

func newTemplateRow(env *kit.Env) *templateRow {
	r := &templateRow{
		name: kit.NewLabel(env, " ", kit.StyleBody), short: kit.NewLabel(env, " ", kit.StyleCaption),
	}
	r.Content = kit.Pad(fynetheme.Size(theme.Space8), kit.Row(env, r.name, kit.Spacer(), r.short))
	r.ExtendBaseWidget(r)
	return r
}

func (r *templateRow) show(card templateCard) {
	r.name.SetText(card.Name)
	r.short.SetText(card.Short)
	r.Content.Refresh()
}
