package ethics

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	checklist "athar/domain/ethics"
	"athar/gui/kit"
	"athar/gui/theme"
)

// intents is what a person wants, as the view tells it.
type intents struct {
	onSection func(section string)
	onFilter  func(filter)
	onNext    func()
	onToggle  func(item string)
	onKey     func(item string, key rune)
	onAnswer  func(item string, v domain.AnswerValue)
	onReason  func(item, reason string)
	reasonKey func(item string) string
	onToFact  func(domain.Fact)
	onFact    func(f domain.Fact, yes bool)
}

// view is the widgets of the tab.
type view struct {
	env     *kit.Env
	present presenter
	on      intents

	content  fyne.CanvasObject
	start    *fyne.Container // the reading start: total and sections
	total    *kit.Paragraph
	sections *sections
	top      *fyne.Container
	heading  *kit.Label
	filter   *kit.Switch
	next     *kit.Button
	page     *fyne.Container // the reading end: heading, filter and what is below
	end      *fyne.Container // the plan, the items or the empty state
	plan     *plan           // nil before it is first shown
	items    *items
}

func newView(env *kit.Env, p presenter, on intents) *view {
	v := &view{env: env, present: p, on: on}
	v.total = kit.NewParagraph(env, "", kit.StyleStrong)
	v.sections = newSections(env, on.onSection)
	v.heading = kit.NewLabel(env, "", kit.StyleHeading)
	v.filter = kit.NewSwitch(env, env.T("ethics.filter"), p.filterOptions(), func(f string) { on.onFilter(filter(f)) })
	v.next = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("ethics.next"), Kind: kit.ButtonPrimary, Hint: env.T("ethics.next_hint"), OnTapped: on.onNext,
	})
	v.items = newItems(env, p, headEvents{onToggle: on.onToggle, onKey: on.onKey},
		bodyEvents{onAnswer: on.onAnswer, onReason: on.onReason, onToFact: on.onToFact, reasonKey: on.reasonKey})
	v.end = kit.Stack()

	pad := fynetheme.Size(theme.Space16)
	v.start = kit.Border(env, kit.Pad(pad, v.total), nil, nil, nil, container.New(v.sections, v.sections.list))
	v.top = kit.Pad(pad, kit.Ends(env, v.heading, kit.Row(env, v.filter, v.next)))
	v.page = kit.Border(env, v.top, nil, nil, nil, v.end)
	v.content = kit.Split(env, v.start, v.page, 0.27)
	return v
}

// showState shows what depends on the whole campaign.
func (v *view) showState(c domain.Campaign, s checklist.Status, section string) {
	if total := v.present.total(s); total != v.total.Text() {
		v.total.SetText(total)
		layOut(v.start) // it may need another count of lines
	}
	if v.sections.update(v.present.sections(c, s), section) {
		v.content.Refresh()
	}
	if s.OpenMusts+s.OpenShoulds == 0 {
		v.next.Disable(v.env.T("ethics.next_none"))
	} else {
		v.next.Enable()
	}
	if v.plan != nil {
		v.plan.update(v.present.plan(c))
	}
}

// showPlan shows the questions about the plan at the reading end.
func (v *view) showPlan(c domain.Campaign) {
	if v.plan == nil {
		v.plan = newPlan(v.env, v.present, v.present.plan(c), v.on.onFact)
	}
	v.heading.SetText(v.present.title(planSection))
	v.filter.Hide()
	v.put(v.plan.scroll)
}

// showGroup shows the items of a group at the reading end.
func (v *view) showGroup(group string, f filter, states []checklist.ItemState) {
	v.heading.SetText(v.present.title(group))
	v.filter.SetValue(string(f))
	v.filter.Show()
	v.items.start(states)
	if len(states) == 0 {
		v.put(v.nothing(f))
		return
	}
	v.put(v.items.scroll)
}

// nothing stands where a filter leaves nothing.
func (v *view) nothing(f filter) fyne.CanvasObject {
	button := kit.NewButton(v.env, kit.ButtonOptions{
		Text: v.env.T("ethics.show_all"), OnTapped: func() { v.on.onFilter(filterAll) },
	})
	return kit.NewEmptyState(v.env, fynetheme.ConfirmIcon(), v.present.nothingKept(f), button)
}

func (v *view) put(o fyne.CanvasObject) {
	v.end.Objects = []fyne.CanvasObject{o}
	v.top.Refresh() // the heading is as wide as its words
	layOut(v.page)  // the room below is that which the filter leaves
	layOut(v.end)
	canvas.Refresh(v.page)
}

// layOut has a container place what is in it where that may have changed while
// the container's own size has not. Unlike Refresh it draws nothing anew.
func layOut(c *fyne.Container) { c.Layout.Layout(c.Objects, c.Size()) }

// inPage leaves the distance of a page's edge at the sides and below; above is
// the heading.
func inPage(env *kit.Env, o fyne.CanvasObject) fyne.CanvasObject {
	edge := fynetheme.Size(theme.Space8) // Border adds as much again
	return kit.Border(env, nil, kit.Gap(edge), kit.Gap(edge), kit.Gap(edge), o)
}
