package channels

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
)

// intents are what a person can want here. The form calls them and decides
// nothing.
type intents struct {
	OnAddChannel    func(channel string)
	OnRemoveChannel func(channel string)
	OnVariant       func(channel, lang, text string)
	OnCopyCore      func(channel, lang string)
}

// form is the widgets. Cards are made when a channel is first seen.
type form struct {
	env     *kit.Env
	on      intents
	content *fyne.Container

	addChannel *kit.Button
	noChannels fyne.CanvasObject
	cards      map[string]*card
	shown      *fyne.Container // the cards of this message
	unused     []kit.Option
}

func newForm(env *kit.Env, on intents) *form {
	f := &form{env: env, on: on, cards: map[string]*card{}, shown: kit.Form(env)}
	f.addChannel = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("messages.add_channel"), Icon: fynetheme.ContentAddIcon(), OnTapped: f.chooseChannel,
	})
	f.noChannels = kit.NewParagraph(env, env.T("messages.no_channels"), kit.StyleMuted)
	heading := kit.NewLabel(env, env.T("messages.channels"), kit.StyleHeading)
	f.content = kit.Column(kit.Row(env, heading, kit.Spacer(), f.addChannel), f.noChannels, f.shown)
	return f
}

// chooseChannel offers the channels that have no text yet.
func (f *form) chooseChannel() {
	var items []kit.MenuItem
	for _, o := range f.unused {
		items = append(items, kit.MenuItem{Label: o.Label, Action: func() { f.on.OnAddChannel(o.Value) }})
	}
	kit.ShowMenu(f.env, items, f.addChannel)
}

// show puts a message on show and reports whether it may need another height.
func (f *form) show(d detail) (resized bool) {
	resized = f.showVariants(d.ID, d.Variants)
	f.unused = d.Unused
	setEnabled(f.addChannel, len(d.Unused) > 0, f.env.T("messages.reason.all_channels"))
	return resized
}

func (f *form) showVariants(message domain.ID, all []variant) (resized bool) {
	if none := len(all) == 0; f.noChannels.Visible() != none {
		kit.SetVisible(f.noChannels, none)
		resized = true
	}
	objects := make([]fyne.CanvasObject, len(all))
	for i, v := range all {
		c := f.cards[v.Channel]
		if c == nil {
			c = newCard(f.env, v, f.on)
			f.cards[v.Channel] = c
		}
		c.editors.Remember(message, "variant."+v.Channel)
		resized = c.show(v) || resized
		objects[i] = c.content
	}
	if slices.Equal(objects, f.shown.Objects) {
		return resized
	}
	f.shown.Objects = objects
	f.content.Refresh()
	return true
}

// card returns the card of a channel that is on show; nil when it is not.
func (f *form) card(channel string) *card {
	if c := f.cards[channel]; c != nil && slices.Contains(f.shown.Objects, c.content) {
		return c
	}
	return nil
}

func setEnabled(b interface {
	Enable()
	Disable(reason string)
}, enabled bool, reason string,
) {
	if enabled {
		b.Enable()
	} else {
		b.Disable(reason)
	}
}
