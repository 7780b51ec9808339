package domain

// Media is a picture, a film, a sound or a document that goes out with a message.
// The file itself is not kept, only its name.
type Media struct {
	ID      ID
	Message ID
	Order   string // fractional index among those of the message

	Type    string // one of MediaTypes, "" when not said
	File    string // name of the file, for the people who work on it
	Alt     Text   // what somebody who cannot see it must know
	Caption Text
	Credit  string // who made it

	Consent     string // where the consent of the people in it is kept, never their names
	ConsentItem string // id of the checklist item that asks for it, "" when none
}

// MediaTypes lists what a media item can be. The strings are stored; the catalogs
// name them under "media.type.<value>".
func MediaTypes() []string { return []string{"image", "video", "audio", "document"} }

// Kind implements Record.
func (Media) Kind() Kind { return KindMedia }

// RecordID implements Record.
func (m Media) RecordID() ID { return m.ID }

// NeedsAlt reports whether whoever cannot see it needs a text instead.
func (m Media) NeedsAlt() bool { return m.Type == "image" || m.Type == "video" || m.Type == "" }
