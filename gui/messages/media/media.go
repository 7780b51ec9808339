// Package media is the side of a message with the pictures, films, sounds and
// documents that go out with it: what somebody who cannot see them must know, who
// made them, and where the consent of the people in them is kept.
//
// It keeps names of files, never the files. What is missing is decided in domain.
package media

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/messages/part"
)

// consentItem is the item of the ethics checklist that asks for informed consent.
const consentItem = "e35"

// Media is the part. It implements part.Part.
type Media struct {
	deps    part.Deps
	message domain.ID // as last shown

	content *fyne.Container
	add     *kit.Button
	empty   fyne.CanvasObject
	cards   map[domain.ID]*card
	list    *fyne.Container // the cards of this message
}

// New makes the part, which shows no message yet.
func New(d part.Deps) *Media {
	m := &Media{deps: d, cards: map[domain.ID]*card{}, list: kit.Form(d.Env)}
	m.add = kit.NewButton(d.Env, kit.ButtonOptions{
		Text: d.Env.T("media.add"), Icon: fynetheme.ContentAddIcon(), OnTapped: m.addItem,
	})
	m.empty = kit.NewParagraph(d.Env, d.Env.T("media.empty"), kit.StyleMuted)
	m.content = kit.Column(m.empty, m.list, kit.Row(d.Env, m.add))
	return m
}

// Content implements part.Part.
func (m *Media) Content() fyne.CanvasObject { return m.content }

// Show implements part.Part.
func (m *Media) Show(c domain.Campaign, message domain.Message) {
	m.message = message.ID
	d := present(m.deps.Env, c, message)
	resized := kit.SetVisible(m.empty, len(d.Items) == 0)
	objects := make([]fyne.CanvasObject, len(d.Items))
	for i, it := range d.Items {
		one := m.cards[it.ID]
		if one == nil {
			one = newCard(m.deps.Env, it.ID, intents{
				OnChange: m.change, OnMove: m.move, OnRemove: m.remove, OnConsent: m.consent, Checks: m.deps.Checks,
			})
			m.cards[it.ID] = one
		}
		resized = one.show(it) || resized
		objects[i] = one.content
	}
	if !slices.Equal(objects, m.list.Objects) {
		m.list.Objects = objects
		kit.SetVisible(m.list, len(objects) > 0)
		resized = true
	}
	if resized {
		m.content.Refresh()
		m.deps.Resized()
	}
}

// Focus implements part.Part.
func (m *Media) Focus(place domain.Place, _ string) bool {
	for id, c := range m.cards {
		if id.String() == place.Item && slices.Contains(m.list.Objects, c.content) {
			m.deps.Reveal(c.content)
			c.file.Focus()
			return true
		}
	}
	m.deps.Reveal(m.add)
	m.add.Focus()
	return true
}

func (m *Media) addItem() {
	item := domain.Media{ID: m.deps.NewID(), Message: m.message, Type: "image"}
	m.deps.Apply(domain.AddRecord{Record: item})
	m.Focus(domain.Place{Item: item.ID.String()}, "")
}

// change edits a file. One that is gone is left alone.
func (m *Media) change(id domain.ID, field string, change func(*domain.Media)) {
	all := m.deps.Session.Campaign().Media
	if i := slices.IndexFunc(all, func(one domain.Media) bool { return one.ID == id }); i >= 0 {
		item := all[i]
		change(&item)
		m.deps.Apply(domain.ChangeRecord{Record: item, Field: field})
	}
}

// move leaves the keyboard at the file that was moved.
func (m *Media) move(id domain.ID, by int) {
	m.deps.Apply(domain.MoveRecord{Kind: domain.KindMedia, ID: id, By: by})
	if c := m.cards[id]; c != nil {
		m.deps.Reveal(c.content)
	}
}

// remove needs no question: undo brings the file back.
func (m *Media) remove(id domain.ID) {
	m.deps.Apply(domain.RemoveRecord{Kind: domain.KindMedia, ID: id})
	m.add.Focus()
}

// consent leads to the item of the checklist that the file names, or else to the one
// about informed consent.
func (m *Media) consent(id domain.ID) {
	item := consentItem
	if c := m.cards[id]; c != nil && c.shown.ConsentItem != "" {
		item = c.shown.ConsentItem
	}
	m.deps.GoTo(domain.Place{Kind: domain.KindAnswer, Item: item})
}
