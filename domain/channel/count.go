package channel

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Count is what a field says about a text.
type Count struct {
	Measure
	// Second is the second limit that holds at the same time, nil if none does.
	Second *Measure `json:"second,omitempty"`

	Hashtags Tally `json:"hashtags"`
	Mentions Tally `json:"mentions"`
	Links    Tally `json:"links"` // different ones

	// Forbidden is the first character that the field refuses.
	Forbidden *Mark `json:"forbidden,omitempty"`
	// SMS is set for a field in septets only. Unit and Limit are then those of
	// the encoding the text needs.
	SMS *SMS `json:"sms,omitempty"`
}

// Measure is a length against a limit.
type Measure struct {
	Unit   Unit `json:"unit"`
	Length int  `json:"length"`
	Limit  int  `json:"limit"`
	Over   int  `json:"over"` // units beyond the limit, 0 if none
	Soft   bool `json:"soft"` // the limit is advice
}

// Left returns how many units remain, 0 when none do.
func (m Measure) Left() int { return max(m.Limit-m.Length, 0) }

// Tally is a number of things against a limit.
type Tally struct {
	Count   int  `json:"count"`
	Limited bool `json:"limited"` // false: any number is fine, Limit means nothing
	Limit   int  `json:"limit"`
	Over    int  `json:"over"`
	Soft    bool `json:"soft"`
}

// Fits reports whether the field takes the text: within every limit that is
// more than advice, without a refused character.
func (c Count) Fits() bool {
	hard := func(over int, soft bool) bool { return over > 0 && !soft }
	return !hard(c.Over, c.Soft) &&
		(c.Second == nil || !hard(c.Second.Over, c.Second.Soft)) &&
		!hard(c.Hashtags.Over, c.Hashtags.Soft) &&
		!hard(c.Mentions.Over, c.Mentions.Soft) &&
		!hard(c.Links.Over, c.Links.Soft) &&
		c.Forbidden == nil
}

// Count measures the text by the rules of the field. The text is not trimmed:
// whoever publishes it decides on white space at its ends.
func (f Field) Count(text string) Count {
	links := Links(text)
	c := Count{
		Hashtags:  f.Max.Hashtags.tally(len(hashtagsBeside(text, links))),
		Mentions:  f.Max.Mentions.tally(len(Mentions(text))),
		Links:     f.Max.Links.tally(different(text, links)),
		Forbidden: firstOf(text, f.Forbidden),
	}
	if f.Unit == Septet {
		f.countSMS(&c, text)
		return c
	}
	c.Measure = measure(f.Unit, f.length(text, links), f.Limit, f.Soft)
	if f.Second != nil {
		m := measure(f.Second.Unit, f.Second.Unit.Measure(text), f.Second.Limit, f.Soft)
		c.Second = &m
	}
	return c
}

func (f Field) countSMS(c *Count, text string) {
	sms := Segment(text)
	limit := f.Limit
	if sms.Encoding == UCS2 && f.Second != nil {
		limit = f.Second.Limit
	}
	c.SMS = &sms
	c.Measure = measure(sms.Unit(), sms.Units(), limit, f.Soft)
}

func measure(unit Unit, length, limit int, soft bool) Measure {
	return Measure{Unit: unit, Length: length, Limit: limit, Over: max(length-limit, 0), Soft: soft}
}

// tally works for a nil cap: there is no limit then.
func (c *Cap) tally(count int) Tally {
	if c == nil {
		return Tally{Count: count}
	}
	return Tally{Count: count, Limited: true, Limit: c.Limit, Over: max(count-c.Limit, 0), Soft: c.Soft}
}

// length returns the length of the text with the platform's own rules. The
// links are those X sees.
func (f Field) length(text string, links []Span) int {
	if f.Unit == Weight && norm.NFC.IsNormalString(text) {
		return weigh(text, links, true) // the links need not be found again
	}
	n := f.Unit.Measure(f.shortened(text))
	if f.EmojiAsBytes {
		n += emojiSurplus(text, f.Unit)
	}
	return n
}

// shortened returns the text as the platform counts it: a link as so many
// letters, a mention without its domain. Counting a written-out text instead
// of subtracting keeps grapheme clusters right at the seams.
func (f Field) shortened(text string) string {
	var links []Span
	if f.Links != nil {
		links = f.Links.Find.grammar().find(text)
	}
	var mentions []fediverseMention
	if f.ShortMentions {
		mentions = fediverseMentions(text)
	}
	if len(links) == 0 && len(mentions) == 0 {
		return text
	}
	var b strings.Builder
	done := 0
	put := func(s Span, instead string) {
		if s.Start < done {
			return // inside what has been replaced
		}
		b.WriteString(text[done:s.Start])
		b.WriteString(instead)
		done = s.End
	}
	for _, m := range mentions {
		for len(links) > 0 && links[0].Start <= m.Start {
			put(links[0], f.Links.letters())
			links = links[1:]
		}
		put(m.Span, m.name)
	}
	for _, l := range links {
		put(l, f.Links.letters())
	}
	b.WriteString(text[done:])
	return b.String()
}

func (r *LinkRule) letters() string { return strings.Repeat("x", r.Length) }

// emojiSurplus returns how much longer the text gets when an emoji counts as
// its bytes, as on Threads ("Emojis are counted as the number of UTF-8 bytes").
func emojiSurplus(text string, unit Unit) int {
	surplus := 0
	for i := 0; i < len(text); {
		if n := emojiLen(text[i:]); n > 0 {
			surplus += n - unit.Measure(text[i:i+n])
			i += n
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return surplus
}

// different returns how many of the spans have different texts.
func different(text string, spans []Span) int {
	seen := make(map[string]struct{}, len(spans))
	for _, s := range spans {
		seen[s.In(text)] = struct{}{}
	}
	return len(seen)
}

func firstOf(text, refused string) *Mark {
	if refused == "" {
		return nil
	}
	offset := strings.IndexAny(text, refused)
	if offset < 0 {
		return nil
	}
	r, _ := utf8.DecodeRuneInString(text[offset:])
	return &Mark{Rune: r, Index: utf8.RuneCountInString(text[:offset]), Offset: offset}
}
