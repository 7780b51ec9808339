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
	OnAddChannels   func(channels []string)
	OnRemoveChannel func(channel string)
	OnWritten       func(channel, field, lang, text string)
	OnReset         func(channel, field, lang string)
	OnShorten       func(channel, field, lang, text string)
	// OnEditor is told of each editor that is made; field is "" for the main one.
	OnEditor func(channel, field, lang string, e *kit.Editor)
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
	message    domain.ID
	resized    func()
}

func newForm(env *kit.Env, on intents, resized func()) *form {
	f := &form{env: env, on: on, cards: map[string]*card{}, shown: kit.Form(env), resized: resized}
	f.addChannel = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("channels.add"), Icon: fynetheme.ContentAddIcon(), OnTapped: f.chooseChannels,
	})
	f.noChannels = kit.NewParagraph(env, env.T("messages.no_channels"), kit.StyleMuted)
	heading := kit.NewLabel(env, env.T("messages.channels"), kit.StyleHeading)
	f.content = kit.Column(kit.EndsShort(env, heading, f.addChannel), f.noChannels, f.shown)
	return f
}

// chooseChannels offers the channels on which the message does not go out yet,
// any number of which can be taken at once.
func (f *form) chooseChannels() {
	var d *kit.Dialog
	changed := func(values []string) {
		d.SetAcceptEnabled(len(values) > 0, f.env.T("channels.choose_first"))
	}
	chips := kit.NewChips(f.env, f.unused, changed)
	chips.SetSubject(f.env.T("channels.add_title"))
	d = kit.ShowDialog(f.env, kit.DialogOptions{
		Title: f.env.T("channels.add_title"),
		Content: kit.Form(f.env,
			kit.NewParagraph(f.env, f.env.T("channels.add_help"), kit.StyleBody), chips),
		Accept: f.env.T("channels.add_accept"),
		OnAccept: func() bool {
			d.Close() // first: the caret goes to a text behind the dialog
			f.on.OnAddChannels(chips.Values())
			return false
		},
	})
	changed(nil)
}

// show puts a message on show and reports whether it may need another height.
func (f *form) show(d detail) (resized bool) {
	if d.ID != f.message {
		f.message = d.ID
		for _, c := range f.cards {
			c.open = false // another message, another look at it
		}
	}
	resized = f.showVariants(d.ID, d.Variants)
	f.unused = d.Unused
	setEnabled(f.addChannel, len(d.Unused) > 0, f.env.T("messages.reason.all_channels"))
	return resized
}

func (f *form) showVariants(message domain.ID, all []variant) (resized bool) {
	resized = kit.SetVisible(f.noChannels, len(all) == 0)
	objects := make([]fyne.CanvasObject, len(all))
	for i, v := range all {
		c := f.cards[v.Channel]
		// Other languages, or another field of a channel nobody knows, are other
		// widgets.
		if c == nil || !slices.Equal(c.key, spotsOf(v)) {
			c = newCard(f.env, v, f.on, f.resized)
			f.cards[v.Channel] = c
		}
		c.remember(message)
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
