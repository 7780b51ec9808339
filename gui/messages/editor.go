package messages

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/messages/checks"
	"athar/gui/messages/part"
	"athar/gui/theme"
)

// editor is the message that is selected: its head, and below that the side that
// the switch is at, in one scroll. What there is to say of it stands beside the side
// where there is room, and else below it.
type editor struct {
	env     *kit.Env
	aside   *kit.Aside
	content *kit.Scroller   // of the aside
	body    *fyne.Container // head, switch and side
	head    *head
	sides   *kit.Switch
	holder  *fyne.Container // the side
	found   *checks.Checks

	deps  part.Deps
	parts map[string]part.Part // made when first shown
	key   *string              // of the side on show

	campaign domain.Campaign // as last shown
	message  domain.Message
}

// newEditor makes the editor. side is the key of the side on show, and follows it.
func newEditor(deps part.Deps, found *checks.Checks, on headIntents, side *string) *editor {
	env := deps.Env
	e := &editor{env: env, head: newHead(env, on), found: found, holder: kit.Stack(), parts: map[string]part.Part{}, key: side}
	e.deps = deps
	e.deps.Reveal, e.deps.Resized = e.reveal, e.relay
	var options []kit.Option
	for _, s := range sides() {
		options = append(options, kit.Option{Value: s.key, Label: env.T("messages.part." + s.key)})
	}
	e.sides = kit.NewSwitch(env, env.T("messages.parts"), options, e.turn)
	below, column, gap := kit.Stack(), fynetheme.Size(theme.SizeTextColumn), fynetheme.Size(theme.Space16)
	e.body = kit.Form(env, e.head.content, kit.Ends(env, e.sides, found.Brief()), e.holder, below)
	e.aside = kit.NewAside(env, kit.AsideOptions{
		Page: kit.Pad(gap, kit.MaxWidth(env, 2*column+gap, e.body)), Note: found.Content(), Below: below,
		// Two languages have room beside one another, and the note that for a sentence.
		PageWidth: column + 3*gap, Widest: 2*column + 3*gap, NoteWidth: column * 4 / 7,
	})
	e.content = e.aside.Page
	e.put(*side)
	return e
}

// part returns the side with the key.
func (e *editor) part(key string) part.Part {
	p := e.parts[key]
	if p == nil {
		all := sides()
		p = all[slices.IndexFunc(all, func(s side) bool { return s.key == key })].make(e.deps)
		e.parts[key] = p
	}
	return p
}

// put puts a side on show, without what it shows.
func (e *editor) put(key string) {
	*e.key = key
	e.sides.SetValue(key)
	e.holder.Objects = []fyne.CanvasObject{e.part(key).Content()}
	e.holder.Refresh()
}

// turn goes to a side.
func (e *editor) turn(key string) {
	if key == *e.key {
		return
	}
	e.leave()
	e.put(key)
	if e.message.ID != domain.NoID {
		e.part(key).Show(e.campaign, e.message)
	}
	e.relay()
}

// show shows a message as it is now.
func (e *editor) show(c domain.Campaign, m domain.Message, d headDetail) {
	e.campaign, e.message = c, m
	resized := e.head.show(d)
	e.part(*e.key).Show(c, m)
	e.found.Show(c, m)
	if resized {
		e.relay()
	}
}

// begin shows the first side of a message that was just added.
func (e *editor) begin() {
	e.turn(sides()[0].key)
	if p, ok := e.part(*e.key).(part.Attentive); ok {
		p.Begin()
	}
}

// leave tells what was left empty.
func (e *editor) leave() {
	if p, ok := e.part(*e.key).(part.Attentive); ok && e.message.ID != domain.NoID {
		p.Leave()
	}
}

// focus puts the caret into the field that a place names, and reports whether
// there is such a field.
func (e *editor) focus(place domain.Place) bool {
	if w, row := e.head.target(place.Field); w != nil {
		e.reveal(row)
		w.Focus()
		return true
	}
	key := sideOf(place)
	if key == "" {
		return false
	}
	e.turn(key)
	var lang string
	place.Field, lang = part.Language(place.Field)
	return e.part(key).Focus(place, lang)
}

// reveal scrolls to something that may have been made just now.
func (e *editor) reveal(o fyne.CanvasObject) {
	e.content.Refresh()
	kit.Reveal(e.content, o)
}

// showFound brings what there is to say into view.
func (e *editor) showFound() { e.aside.ShowNote() }

// relay gives new places to what is there. Refreshing the page would draw every
// text in it, which at a key typed can be felt.
func (e *editor) relay() {
	e.body.Layout.Layout(e.body.Objects, e.body.Size())
	e.aside.Resettle()
}
