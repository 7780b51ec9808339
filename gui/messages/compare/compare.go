// Package compare is the side of a message with its alternatives and what readers
// said of each in a pretest on paper.
//
// It never calls a wording the winner: what the counts can tell is decided in
// domain/pretest, and what they cannot is said.
package compare

import (
	"slices"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/messages/part"
)

// Compare is the part. It implements part.Part.
type Compare struct {
	deps    part.Deps
	present presenter
	view    *view
	message domain.Message // as last shown
}

// New makes the part, which shows no message yet.
func New(d part.Deps) *Compare {
	c := &Compare{deps: d, present: presenter{d.Env}}
	c.view = newView(d.Env, intents{
		OnChange: c.change, Checks: d.Checks, OnUse: c.use, OnMove: c.move, OnRemove: c.remove, OnSheet: c.changeSheet,
	}, c.add, c.enter, c.print)
	return c
}

// Content implements part.Part.
func (c *Compare) Content() fyne.CanvasObject { return c.view.content }

// Show implements part.Part.
func (c *Compare) Show(campaign domain.Campaign, m domain.Message) {
	c.message = m
	if c.view.show(c.present.present(campaign, m)) {
		c.deps.Resized()
	}
}

// Focus implements part.Part.
func (c *Compare) Focus(place domain.Place, _ string) bool {
	if place.Field == "pretest" {
		c.deps.Reveal(c.view.enter)
		c.view.enter.Focus()
		return true
	}
	for id, one := range c.view.cards {
		if id.String() == place.Item && slices.Contains(c.view.list.Objects, one.content) {
			c.deps.Reveal(one.content)
			one.name.Focus()
			return true
		}
	}
	c.deps.Reveal(c.view.add)
	c.view.add.Focus()
	return true
}

// add begins an alternative with the words of the message: it is written by changing
// them.
func (c *Compare) add() {
	a := domain.Alternative{ID: c.deps.NewID(), Message: c.message.ID, Text: c.message.Core}
	c.deps.Apply(domain.AddRecord{Record: a})
	c.Focus(domain.Place{Item: a.ID.String()}, "")
}

// change edits an alternative. One that is gone is left alone.
func (c *Compare) change(id domain.ID, field string, change func(*domain.Alternative)) {
	if a, ok := c.deps.Session.Campaign().Alternative(id); ok {
		change(&a)
		c.deps.Apply(domain.ChangeRecord{Record: a, Field: field})
	}
}

func (c *Compare) use(id domain.ID) { c.deps.Apply(domain.UseAlternative{ID: id}) }

func (c *Compare) move(id domain.ID, by int) {
	c.deps.Apply(domain.MoveRecord{Kind: domain.KindAlternative, ID: id, By: by})
}

// remove needs no question: undo brings it back, an alternative with its sheets.
func (c *Compare) remove(kind domain.Kind, id domain.ID) {
	c.deps.Apply(domain.RemoveRecord{Kind: kind, ID: id})
	if kind == domain.KindPretest {
		c.view.enter.Focus()
	} else {
		c.view.add.Focus()
	}
}

// enter asks for a sheet from paper.
func (c *Compare) enter() {
	sheet := domain.Pretest{ID: c.deps.NewID(), Message: c.message.ID}
	ask(c.deps.Env, c.view.shown, sheet, c.deps.Now(), "compare.enter_title", func(p domain.Pretest) {
		c.deps.Apply(domain.AddRecord{Record: p})
	})
}

func (c *Compare) changeSheet(id domain.ID) {
	all := c.deps.Session.Campaign().Pretests
	i := slices.IndexFunc(all, func(p domain.Pretest) bool { return p.ID == id })
	if i < 0 {
		return
	}
	ask(c.deps.Env, c.view.shown, all[i], c.deps.Now(), "compare.change_title", func(p domain.Pretest) {
		c.deps.Apply(domain.ChangeRecord{Record: p})
	})
}

func (c *Compare) print() {
	title := c.message.Title
	if title == "" {
		title = c.deps.Env.T("messages.untitled")
	}
	c.deps.Save(paperOf(c.deps.Env, title, c.view.shown))
}
