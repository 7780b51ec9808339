package proofing

import (
	"slices"
	"unicode/utf8"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/check"
)

// The rules of this package. All but the last two are facts.
const (
	RuleTooLong   = "length_over"        // a channel does not take the text; Args: channel (id), over
	RuleRefused   = "length_refused"     // a channel refuses something else in it; Args: channel (id)
	RuleNoAlt     = "media_alt"          // a picture without words for those who do not see it
	RuleNoAltIn   = "media_alt_language" // the words are missing in a language of the message; Args: language (code)
	RuleNoAction  = "action_missing"     // nobody is asked to do anything
	RuleActionGap = "action_incomplete"  // Args: missing ([]string of "who", "what", "where", "by")
)

// Rules returns the id of every rule of the package.
func Rules() []string {
	return []string{RuleTooLong, RuleRefused, RuleNoAlt, RuleNoAltIn, RuleNoAction, RuleActionGap}
}

// facts returns what is to be said of a message without reading its words.
func facts(channels channel.Catalog, c domain.Campaign, m domain.Message) []Finding {
	var out []Finding
	out = append(out, lengths(channels, c, m)...)
	out = append(out, media(c, m)...)
	return append(out, action(m)...)
}

// lengths finds texts that a channel does not take. A text that follows the core
// is found at its channel, where it can be made shorter.
func lengths(channels channel.Catalog, c domain.Campaign, m domain.Message) []Finding {
	var out []Finding
	for _, v := range m.Variants {
		ch, ok := channels.Channel(v.Channel)
		if !ok {
			continue
		}
		for i, f := range ch.Fields {
			name, at := f.ID, "variant."+v.Channel
			if i == 0 || f.ID == ch.Default().ID {
				name = ""
			} else {
				at += "." + f.ID
			}
			for _, lang := range languages(c, m) {
				written, own := m.Outgoing(v.Channel, name, lang)
				if found, over := tooLong(f, written, own); over {
					found.Args["channel"] = v.Channel
					if !own {
						written = "" // no passage of the core can be shown at the channel
					}
					out = append(out, Finding{Finding: found, Text: Text{Field: at, Lang: lang, Words: written}})
				}
			}
		}
	}
	return out
}

// languages returns the languages of the campaign and those that the message has
// beside them.
func languages(c domain.Campaign, m domain.Message) []string {
	out := slices.Clone(c.Header.WrittenIn())
	for _, lang := range m.Core.Languages() {
		if !slices.Contains(out, lang) {
			out = append(out, lang)
		}
	}
	return out
}

// TooLong returns what is to be said of a text that was written for a field and that it
// does not take: Args has how much it is over, or nothing when it refuses something else.
func TooLong(f channel.Field, written string) (check.Finding, bool) { return tooLong(f, written, true) }

// tooLong returns what is to be said of a text that a field does not take. Where
// the text was written for the field, the passage is what is too much.
func tooLong(f channel.Field, written string, own bool) (check.Finding, bool) {
	if written == "" {
		return check.Finding{}, false
	}
	count := f.Count(written)
	if count.Fits() {
		return check.Finding{}, false
	}
	found := check.Finding{Rule: RuleRefused, Level: check.Error, Kind: check.Length, Args: map[string]any{}}
	over := count.Over
	if count.Soft {
		over = 0
	}
	if over == 0 && count.Second != nil && !count.Second.Soft {
		over = count.Second.Over
	}
	if over == 0 {
		return found, true
	}
	found.Rule, found.Args["over"] = RuleTooLong, over
	if own {
		found.Start, found.End = fits(f, written, over), utf8.RuneCountInString(written)
		found.Passage = string([]rune(written)[found.Start:])
	}
	return found, true
}

// fits returns how many runes of a text a field takes that is over its limit by some
// units. Most runes are a unit or two, so it looks from there on, and not in the middle:
// each look counts the text anew.
func fits(f channel.Field, written string, over int) int {
	runes := []rune(written)
	tooMany := func(n int) bool {
		c := f.Count(string(runes[:n]))
		return c.Over > 0 && !c.Soft || c.Second != nil && c.Second.Over > 0 && !c.Second.Soft
	}
	high := len(runes)
	low := max(0, high-over)
	for low > 0 && tooMany(low) {
		high, low = low, max(0, low-(len(runes)-low)) // twice as far from the end
	}
	for high-low > 1 { // low fits, high does not
		if mid := (low + high) / 2; tooMany(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	return low
}

// media finds pictures that not everybody can see.
func media(c domain.Campaign, m domain.Message) []Finding {
	var out []Finding
	for _, item := range c.MediaOf(m.ID) {
		if !item.NeedsAlt() {
			continue
		}
		at := Text{Field: "media", Item: item.ID.String(), Part: "alt"}
		if item.Alt.Empty() {
			out = append(out, Finding{Text: at, Finding: check.Finding{Rule: RuleNoAlt, Level: check.Error, Kind: check.Media}})
			continue
		}
		for _, lang := range m.Core.Languages() {
			if item.Alt.Of(lang) == "" {
				out = append(out, Finding{Text: at, Finding: check.Finding{
					Rule: RuleNoAltIn, Level: check.Suggestion, Kind: check.Media, Args: map[string]any{"language": lang},
				}})
			}
		}
	}
	return out
}

// action finds a call to action that leaves something open. A message that was not
// written yet is left alone.
func action(m domain.Message) []Finding {
	if m.Core.Empty() || m.Status == domain.MessageIdea {
		return nil
	}
	missing := m.Call.Missing()
	found := check.Finding{Rule: RuleNoAction, Level: check.Suggestion, Kind: check.Action}
	at := Text{Field: "action"}
	switch {
	case len(missing) == 0, len(missing) == 4 && !m.Action.Empty():
		return nil
	case len(missing) < 4:
		found.Rule, found.Args = RuleActionGap, map[string]any{"missing": missing}
		at.Field = "call_" + missing[0]
	}
	return []Finding{{Finding: found, Text: at}}
}
