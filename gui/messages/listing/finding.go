package listing

import (
	"athar/domain"
	"athar/gui/messages/gauge"
)

// Kind is one sort of finding about a message as a whole. The catalogs name them
// under "messages.finding.<kind>".
type Kind string

// The kinds: what the checks of the texts count, two facts that keep a message from
// going out, and what a colleague would ask about.
const (
	Mend        Kind = "mend"        // wrong whoever looks at it
	Suggestion  Kind = "suggestion"  // the writer decides
	TooLong     Kind = "too_long"    // a channel refuses a text
	NoAlt       Kind = "no_alt"      // a picture without words for those who cannot see it
	Stale       Kind = "stale"       // a language whose source has changed since
	NoText      Kind = "no_text"     // no core text at all
	NoLanguage  Kind = "no_language" // no core text in a language of the campaign
	NoAction    Kind = "no_action"   // nothing is asked of people
	NoSegment   Kind = "no_segment"  // for nobody
	Lapsed      Kind = "lapsed"      // changed since it was approved
	OpenComment Kind = "comment"     // a conversation that nobody has closed
)

// Kinds returns every kind.
func Kinds() []Kind {
	return []Kind{Mend, Suggestion, TooLong, NoAlt, Stale, NoText, NoLanguage, NoAction, NoSegment, Lapsed, OpenComment}
}

// IsFact reports whether what is found is wrong whoever looks at it.
func (k Kind) IsFact() bool { return k == TooLong || k == NoAlt }

// Findings are how many of each kind there are.
type Findings map[Kind]int

// Facts returns how much is wrong whoever looks at it: what the checks have counted,
// or, as long as they have not, what is seen at once.
func (f Findings) Facts() int {
	if n, known := f[Mend]; known {
		return n
	}
	return f[TooLong] + f[NoAlt]
}

// Judge finds what is to be said of a message, but for what the checks count. Of an
// idea only facts are: nobody has worked on it yet.
func Judge(g *gauge.Gauge, c domain.Campaign, m domain.Message) Findings {
	f := Findings{}
	add := func(kind Kind, n int) {
		if n > 0 && (kind.IsFact() || m.Status != domain.MessageIdea) {
			f[kind] = n
		}
	}
	add(TooLong, g.Over(m))
	for _, item := range c.MediaOf(m.ID) {
		if item.NeedsAlt() && item.Alt.Empty() {
			add(NoAlt, f[NoAlt]+1)
		}
	}
	add(Stale, len(m.StaleLanguages()))
	if m.Core.Empty() {
		add(NoText, 1)
	} else {
		add(NoLanguage, missing(c, m.Core))
	}
	if m.Action.Empty() && m.Call.What.Empty() {
		add(NoAction, 1)
	}
	if Linked(c, m) == 0 {
		add(NoSegment, 1)
	}
	if c.Lapsed(m) {
		add(Lapsed, 1)
	}
	add(OpenComment, open(c.CommentsOf(m.ID)))
	return f
}

// missing counts the languages of the campaign in which there is no text.
func missing(c domain.Campaign, t domain.Text) int {
	n := 0
	for _, lang := range c.Header.WrittenIn() {
		if t.Of(lang) == "" {
			n++
		}
	}
	return n
}

// Linked counts the segments the message is for. A message merged from elsewhere can
// name one that was removed here.
func Linked(c domain.Campaign, m domain.Message) int {
	n := 0
	for _, id := range m.Segments {
		if _, ok := c.Segment(id); ok {
			n++
		}
	}
	return n
}

// open counts the conversations that are not closed.
func open(comments []domain.Comment) int {
	n := 0
	for _, k := range comments {
		if k.Reply == domain.NoID && k.Open() {
			n++
		}
	}
	return n
}
