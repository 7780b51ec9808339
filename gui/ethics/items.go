package ethics

import (
	"slices"

	"fyne.io/fyne/v2"

	checklist "athar/domain/ethics"
	"athar/gui/kit"
)

// items shows the items of one group under one another in one scroll; at most
// one of them is open.
type items struct {
	env     *kit.Env
	present presenter
	onHead  headEvents
	onBody  bodyEvents
	widths  columns

	cards   map[string]*card
	order   []string
	current string // the open item, "" for none

	column *fyne.Container
	scroll *kit.Scroller
}

func newItems(env *kit.Env, p presenter, onHead headEvents, onBody bodyEvents) *items {
	v := &items{env: env, present: p, onHead: onHead, onBody: onBody, cards: map[string]*card{}, column: kit.Column()}
	v.onHead.onMove, v.onHead.onReach = v.move, v.reach
	v.widths = v.measure()
	v.scroll = kit.Follow(env, kit.Scroll(inPage(env, v.column)))
	return v
}

// measure returns the widths that the longest words need.
func (v *items) measure() columns {
	widest := func(prefix string, values ...string) float32 {
		width := float32(0)
		for _, value := range values {
			width = max(width, kit.NewBadge(v.env, v.env.T(prefix+value), kit.ToneNeutral).MinSize().Width)
		}
		return width
	}
	last := v.env.Printer.Int(len(v.present.list.Items))
	return columns{
		number: kit.NewLabel(v.env, last, kit.StyleNumber).MinSize().Width,
		level:  widest("ethics.level.", string(checklist.Must), string(checklist.Should)),
		standing: widest("ethics.standing.", string(checklist.Unanswered), string(checklist.Open),
			string(checklist.Settled), string(checklist.NotApplicable)),
	}
}

// start shows the items of another group, all of them closed.
func (v *items) start(states []checklist.ItemState) {
	v.cards, v.order, v.current = map[string]*card{}, nil, ""
	v.update(states)
	v.scroll.Offset = fyne.Position{}
	v.scroll.Refresh()
}

// update shows the items as they are now. The widgets of those that were there
// already stay, and with them the caret.
func (v *items) update(states []checklist.ItemState) {
	resized := false
	order := make([]string, 0, len(states))
	for _, s := range states {
		order = append(order, s.Item.ID)
		c := v.cards[s.Item.ID]
		if c == nil {
			c = newCard(newHead(v.env, v.present.head(s), v.widths, v.onHead))
			v.cards[s.Item.ID] = c
		}
		resized = c.head.set(v.present.head(s)) || resized
		if c.body != nil {
			resized = c.body.set(v.present.body(s)) || resized
		}
	}
	if slices.Equal(order, v.order) && !resized {
		return
	}
	if !slices.Equal(order, v.order) {
		v.place(order)
	}
	v.relayout()
}

// place puts the cards into an order.
func (v *items) place(order []string) {
	v.order = order
	v.column.Objects = nil
	for _, id := range order {
		v.column.Objects = append(v.column.Objects, v.cards[id])
	}
	if !slices.Contains(order, v.current) {
		v.current = ""
	}
}

// relayout gives every card the height it needs now.
func (v *items) relayout() {
	for _, id := range v.order {
		v.cards[id].Refresh()
	}
	layOut(v.column)
	v.scroll.Refresh()
}

// open opens an item and closes the one that was open. What was pressed stays
// under the pointer as long as the scroll allows it.
func (v *items) open(s checklist.ItemState) {
	c := v.cards[s.Item.ID]
	if c == nil || v.current == s.Item.ID {
		return
	}
	before := c.Position().Y
	v.closeCurrent()
	v.current = s.Item.ID
	c.open(newBody(v.env, s.Item.ID, v.present.body(s), v.present.answers(), v.onBody))
	v.relayout()
	v.scrollBy(c.Position().Y - before)
	kit.Reveal(v.scroll, c)
}

// close closes the item that is open.
func (v *items) close() {
	if v.current == "" {
		return
	}
	v.closeCurrent()
	v.relayout()
}

func (v *items) closeCurrent() {
	if c := v.cards[v.current]; c != nil {
		c.close()
	}
	v.current = ""
}

// focusAnswers gives the keyboard to the answers of the open item.
func (v *items) focusAnswers() {
	if c := v.cards[v.current]; c != nil {
		c.body.focus()
	}
}

// focusReason gives the keyboard to the reason of the open item, if it is asked
// for.
func (v *items) focusReason() {
	if c := v.cards[v.current]; c != nil && c.body.text.AskReason {
		c.body.reason.Focus()
	}
}

// focusHead gives the keyboard to an item.
func (v *items) focusHead(id string) {
	if c := v.cards[id]; c != nil {
		c.head.line.Focus()
	}
}

// move goes from an item to another one by a key.
func (v *items) move(from string, key fyne.KeyName) {
	i := slices.Index(v.order, from)
	switch key {
	case fyne.KeyUp:
		i--
	case fyne.KeyDown:
		i++
	case fyne.KeyHome:
		i = 0
	case fyne.KeyEnd:
		i = len(v.order) - 1
	}
	if i >= 0 && i < len(v.order) {
		v.focusHead(v.order[i])
	}
}

// reach brings an item into view that the keyboard has come to.
func (v *items) reach(id string) {
	if c := v.cards[id]; c != nil {
		kit.Reveal(v.scroll, c)
	}
}

func (v *items) scrollBy(by float32) {
	most := max(0, v.scroll.Content.Size().Height-v.scroll.Size().Height)
	y := max(0, min(v.scroll.Offset.Y+by, most))
	if y != v.scroll.Offset.Y {
		v.scroll.ScrollToOffset(fyne.NewPos(0, y))
	}
}
