package settings

import (
	"encoding/json"
	"regexp"
	"slices"

	"athar/domain/text/bidi"
)

// MaxDirections is how many texts a direction is remembered of. The one that was
// turned longest ago is forgotten first.
const MaxDirections = 500

// Directions are those that people gave to texts, the newest last.
type Directions []TextDirection

// TextDirection is the direction that somebody gave to a text.
type TextDirection struct {
	Key string `json:"key"` // an ID and the name of a field, such as "<ID>.goal"
	To  string `json:"to"`  // "auto", "rtl" or "ltr"
}

// directionNames are how directions are stored.
var directionNames = map[bidi.Direction]string{bidi.Auto: "auto", bidi.RTL: "rtl", bidi.LTR: "ltr"}

// directionKey has no room for what a person wrote: no blanks and no Arabic, and
// little more than two IDs.
var directionKey = regexp.MustCompile(`^[0-9A-Za-z._-]{1,120}$`)

// Of returns the direction of a text, usual when none was given to it.
func (d Directions) Of(key string, usual bidi.Direction) bidi.Direction {
	i := d.index(key)
	if i < 0 {
		return usual
	}
	for direction, name := range directionNames {
		if name == d[i].To {
			return direction
		}
	}
	return usual
}

func (d Directions) index(key string) int {
	return slices.IndexFunc(d, func(t TextDirection) bool { return t.Key == key })
}

// UnmarshalJSON implements json.Unmarshaler. Directions in another shape are none
// at all; the rest of the settings is not to be lost with them.
func (d *Directions) UnmarshalJSON(data []byte) error {
	var all []TextDirection
	if err := json.Unmarshal(data, &all); err != nil {
		all = nil
	}
	*d = all
	return nil
}

// repaired leaves out what no window has written. Of several directions of one
// text the newest counts.
func (d Directions) repaired() Directions {
	var all Directions
	seen := map[string]bool{}
	for _, t := range slices.Backward(d) {
		known := t.To == "auto" || t.To == "rtl" || t.To == "ltr"
		if !known || seen[t.Key] || !directionKey.MatchString(t.Key) || len(all) == MaxDirections {
			continue
		}
		seen[t.Key] = true
		all = append(all, t)
	}
	slices.Reverse(all)
	return all
}

// WithDirection returns the settings with the direction of a text. The usual one
// is not kept, nor is anything under a key that is none.
func (s Settings) WithDirection(key string, d, usual bidi.Direction) Settings {
	all := slices.DeleteFunc(slices.Clone(s.Directions), func(t TextDirection) bool { return t.Key == key })
	if d != usual {
		all = append(all, TextDirection{key, directionNames[d]})
	}
	s.Directions = all.repaired()
	return s
}
