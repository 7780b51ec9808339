// Package part is what the sides of a message under the editor's switch have in
// common: its texts, its channels, and whatever else of it is a page of its own.
//
// A part shows one message and edits it through the session. It does not know
// another part, does not scroll by itself, and is shown anew after every change,
// its own included. The editor knows which part has which field.
package part

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/journal"
	"athar/domain/paper"
	"athar/domain/proofing"
	"athar/domain/session"
	"athar/gui/kit"
	"athar/gui/messages/gauge"
)

// Part is one side of the message that is selected.
type Part interface {
	// Content returns what is shown: the same each time, as high as it needs.
	Content() fyne.CanvasObject
	// Show shows the message as it is now. Widgets that show it already are left
	// alone, so that the caret of whoever is typing stays where it is.
	Show(c domain.Campaign, m domain.Message)
	// Focus puts the caret into the field that the place names, and reports whether
	// there is such a field. Field names no language; lang does, and is "" where it
	// does not matter: then the part takes the one that needs a look, or else the
	// reader's. Item is a record that belongs to the message.
	Focus(place domain.Place, lang string) bool
}

// Attentive is a part that says which fields were left empty.
type Attentive interface {
	// Begin says that the message was just added: nothing was left empty yet.
	Begin()
	// Leave says that the person goes elsewhere: to another part, message or tab.
	Leave()
}

// Session is what parts need of the open campaign.
type Session interface {
	Campaign() domain.Campaign
	Apply(domain.Edit) error
	OnChange(func(session.Event)) (stop func())
	Author() string    // who the edits are by, as they call themselves; may be empty
	Device() domain.ID // on which they are made
	// Changed returns when a record was last changed, the zero time for never.
	Changed(journal.Ref) time.Time
}

// Checks marks in editors what there is to say of their texts.
type Checks interface {
	// Watch has it marked in an editor for the message that is shown. The words of
	// t do not matter; nil ends it.
	Watch(t proofing.Text, e *kit.Editor)
}

// Deps is what a part works with; all fields are required.
type Deps struct {
	Env      *kit.Env
	Session  Session
	NewID    func() domain.ID
	Now      func() time.Time
	Report   func(error)        // shows an error to the person; nil is ignored
	GoTo     func(domain.Place) // takes the person to another tab, part or field
	Channels channel.Catalog
	Who      func()           // asks the person who they are, as in "Who works here"
	Save     func(paper.File) // asks where to save a file, and saves it
	// Past reads the commits of the campaign in the background, once everything is
	// saved, and hands them over; it is not called when they cannot be read.
	Past   func(done func([]*journal.Commit))
	Gauge  *gauge.Gauge
	Checks Checks // nil where nothing is checked

	// Reveal scrolls as little as shows something of the part.
	Reveal func(fyne.CanvasObject)
	// Resized says that the part may need another height. Showing, hiding and
	// replacing things inside of it is not seen before.
	Resized func()
}

// Apply makes an edit and shows why it was refused.
func (d Deps) Apply(e domain.Edit) { d.Report(d.Session.Apply(e)) }

// Change edits a message. Edits of one field that follow shortly on one another are
// one step to undo; those of no field, "", never are. A message that is gone is left
// alone.
func (d Deps) Change(id domain.ID, field string, edit func(domain.Message) domain.Message) {
	if m, ok := d.Session.Campaign().Message(id); ok {
		d.Apply(domain.ChangeMessage{Message: edit(m), Field: field})
	}
}

// Language parts the name of a field as a Place has it into the field and the
// language it ends with, which is "" where there is none: "core.ar", but not
// "variant.sms", and not "variant.x.title".
func Language(name string) (field, lang string) {
	i := strings.LastIndexByte(name, '.')
	if i < 0 || !slices.Contains(domain.Languages(), name[i+1:]) {
		return name, ""
	}
	if strings.Count(name, ".") == 1 && strings.HasPrefix(name, "variant.") {
		return name, ""
	}
	return name[:i], name[i+1:]
}
