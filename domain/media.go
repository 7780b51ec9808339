package domain

import "strings"

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

	People      string // one of MediaPeople, whether a person can be recognised in it; "" when not said
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

// MediaPeople lists the answers to whether a person can be recognised in an item, by
// face, voice or name. The strings are stored; the catalogs name them under
// "media.people.<value>".
func MediaPeople() []string { return []string{"yes", "no"} }

// Shortage is something that a media item lacks before it can go out.
type Shortage struct {
	Field string // "alt", "credit", "people" or "consent"
	Lang  string // of a text, otherwise ""
}

// Lacks returns what is missing before the item can go out with a message that is
// written in the languages: a text for those who cannot see it, in each of them; who
// made it; whether people can be recognised, and if so where their consent is kept.
func (m Media) Lacks(languages ...string) []Shortage {
	var out []Shortage
	for _, lang := range languages {
		if m.NeedsAlt() && strings.TrimSpace(m.Alt.Of(lang)) == "" {
			out = append(out, Shortage{"alt", lang})
		}
	}
	if strings.TrimSpace(m.Credit) == "" {
		out = append(out, Shortage{Field: "credit"})
	}
	switch {
	case m.People == "yes" && strings.TrimSpace(m.Consent) == "":
		out = append(out, Shortage{Field: "consent"})
	case m.People == "" && m.Type != "document":
		out = append(out, Shortage{Field: "people"})
	}
	return out
}
