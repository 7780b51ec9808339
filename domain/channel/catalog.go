package channel

import (
	"slices"

	"athar/domain"
)

// Catalog is the list of channels and what each allows, as read by Parse. It
// does not change.
type Catalog struct {
	Version  int       // of the file's shape
	Updated  string    // YYYY-MM-DD, when somebody last went through the limits
	channels []Channel // in file order
}

// Channels returns the channels in the order of the file.
func (c Catalog) Channels() []Channel { return slices.Clone(c.channels) }

// Channel returns the channel with the id and whether there is one.
func (c Catalog) Channel(id string) (Channel, bool) {
	i := slices.IndexFunc(c.channels, func(ch Channel) bool { return ch.ID == id })
	if i < 0 {
		return Channel{}, false
	}
	return c.channels[i], true
}

// Channel is a platform. It has at least one field.
type Channel struct {
	ID     string      `json:"id"` // lower-case, never changes
	Name   domain.Text `json:"name"`
	Fields []Field     `json:"fields"`
}

// Default returns the field that a text without further mark is meant for: the
// first.
func (c Channel) Default() Field { return c.Fields[0] }

// Field returns the field with the id and whether there is one.
func (c Channel) Field(id string) (Field, bool) {
	i := slices.IndexFunc(c.Fields, func(f Field) bool { return f.ID == id })
	if i < 0 {
		return Field{}, false
	}
	return c.Fields[i], true
}

// Field is one text that a channel takes: a post, a caption, a title.
type Field struct {
	ID   string      `json:"id"`
	Name domain.Text `json:"name"`

	Unit  Unit `json:"unit"`
	Limit int  `json:"limit"`
	// Soft says that going over the limit is unwise or costs more, but that
	// nothing refuses the text.
	Soft bool `json:"soft"`
	// Second is a further limit that holds at the same time. For a field in
	// septets it is the one that takes the place of Limit as soon as the text
	// needs UCS-2.
	Second *Bound `json:"second"`

	// Links says which links count as a fixed length; nil: as long as they
	// are. Never set for Weight, which has its own rule.
	Links *LinkRule `json:"links"`
	// ShortMentions counts @user@domain as @user.
	ShortMentions bool `json:"shortMentions"`
	// EmojiAsBytes counts an emoji as its bytes, anything else in Unit.
	EmojiAsBytes bool `json:"emojiAsBytes"`

	// Max limits the number of things in the text, whatever its length.
	Max Caps `json:"max"`
	// Forbidden lists characters that the field refuses.
	Forbidden string `json:"forbidden"`
	// Shown is about how many characters are seen before "more" is pressed, 0
	// when nothing is folded away. Never an error: nobody publishes it.
	Shown int `json:"shown"`

	Origin
}

// LinkLength returns what a link counts as, 0 when it counts as long as it is.
func (f Field) LinkLength() int {
	switch {
	case f.Unit == Weight:
		return xLinkLength
	case f.Links != nil:
		return f.Links.Length
	}
	return 0
}

// Bound is a limit in a unit.
type Bound struct {
	Unit  Unit `json:"unit"`
	Limit int  `json:"limit"`
}

// LinkRule says that every link found counts as Length, in the field's unit.
type LinkRule struct {
	Find   LinkFinder `json:"find"`
	Length int        `json:"length"`
}

// LinkFinder is a way to recognise links.
type LinkFinder string

// The ways to recognise links.
const (
	FindBare LinkFinder = "bare" // with or without http://, as X does
	FindHTTP LinkFinder = "http" // only with http:// or https://, as Mastodon does
)

// grammar returns the rules of the finder; an unknown one has been refused by
// Parse.
func (f LinkFinder) grammar() *linkGrammar {
	if f == FindHTTP {
		return fediverseLinks
	}
	return bareLinks
}

// Caps are limits on the number of things in a text; nil where there is none.
type Caps struct {
	Hashtags *Cap `json:"hashtags"`
	Mentions *Cap `json:"mentions"`
	Links    *Cap `json:"links"` // different ones
}

// Cap is the largest allowed number of something, 0 included.
type Cap struct {
	Limit int  `json:"limit"`
	Soft  bool `json:"soft"`
	Origin
}

// Origin says where a limit comes from and how far to trust it. Platforms
// change their limits without notice; a limit without a date is a rumour.
type Origin struct {
	Source domain.Text `json:"source"` // a title, for people
	AsOf   string      `json:"asOf"`   // YYYY-MM-DD of the source
	Sure   Sureness    `json:"sure"`
}

// Sureness says how well a limit is known.
type Sureness string

// The degrees of sureness.
const (
	Primary  Sureness = "A" // read in the platform's own specification, documentation or source code
	Quoted   Sureness = "B" // quoted from the platform's page by somebody else, with a date
	Repeated Sureness = "C" // repeated everywhere, no page of the platform found
	Recalled Sureness = "D" // from general knowledge, not checked
)
