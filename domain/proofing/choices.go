package proofing

import (
	"encoding/json"
	"maps"
	"slices"

	"athar/domain"
	"athar/domain/check"
	"athar/domain/spelling"
	"athar/domain/text"
)

// Preference is the name under which the choices of a workspace are kept; see
// domain.Preferences.
const Preference = "checks"

// NoDictionary is chosen where spelling is not to be checked in a language.
const NoDictionary = "-"

// Bounds of the choices. They keep a file that somebody meddled with from filling
// the memory, and a list from becoming one that nobody reads.
const (
	maxNever   = 5000
	maxPassage = 2000 // runes
)

// Choices is what a workspace chose about the checks. It is a value: what changes
// it returns another one. The zero Choices leave everything as it ships.
type Choices struct {
	Off   []string     `json:"off,omitempty"`   // rules that are off, sorted
	On    []string     `json:"on,omitempty"`    // rules that are on though they are not by themselves, sorted
	Never []check.Mute `json:"never,omitempty"` // passages that a rule does not mark again, the newest last
	Words []string     `json:"words,omitempty"` // the personal dictionary, sorted
	// Spelling is the dictionary for each language for which somebody chose one, by
	// its name, or NoDictionary.
	Spelling map[string]string `json:"spelling,omitempty"`
}

// ParseChoices reads choices. Nothing at all is the zero Choices; what is damaged
// is an error, so that it is not written over without a word.
func ParseChoices(data []byte) (Choices, error) {
	var c Choices
	if len(data) == 0 {
		return c, nil
	}
	if err := json.Unmarshal(data, &c); err != nil {
		return Choices{}, domain.Problem(domain.ErrUnknownValue, "preference")
	}
	return c.repaired(), nil
}

// Bytes returns the choices as they are kept.
func (c Choices) Bytes() []byte {
	data, err := json.Marshal(c.repaired())
	if err != nil {
		return nil // no field can fail to be written
	}
	return data
}

func (c Choices) repaired() Choices {
	c.Never = slices.DeleteFunc(slices.Clone(c.Never), func(m check.Mute) bool {
		return m.Rule == "" || m.Passage == "" || len([]rune(m.Passage)) > maxPassage
	})
	c.Never = c.Never[max(0, len(c.Never)-maxNever):]
	c.Words = spelling.NewPersonal(c.Words...).Words()
	return c
}

// Switched returns the choices with a rule on or off. usual is what it is when
// nobody decides.
func (c Choices) Switched(rule string, on, usual bool) Choices {
	c.Off = withWord(c.Off, rule, !on && usual)
	c.On = withWord(c.On, rule, on && !usual)
	return c
}

// Silenced returns the choices with a passage that a rule does not mark again, or
// marks again. Another spelling of the same words is the same passage.
func (c Choices) Silenced(m check.Mute, never bool) Choices {
	same := func(o check.Mute) bool { return o.Rule == m.Rule && text.Fold(o.Passage) == text.Fold(m.Passage) }
	c.Never = slices.DeleteFunc(slices.Clone(c.Never), same)
	if never {
		c.Never = append(c.Never, m)
	}
	return c.repaired()
}

// Taught returns the choices with a word in the personal dictionary, or without it.
func (c Choices) Taught(word string, known bool) Choices {
	p := spelling.NewPersonal(c.Words...)
	if known {
		p = p.Add(word)
	} else {
		p = p.Remove(word)
	}
	c.Words = p.Words()
	return c
}

// SpelledWith returns the choices with the dictionary for a language: its name,
// NoDictionary, or "" to leave it to what is found.
func (c Choices) SpelledWith(lang, name string) Choices {
	c.Spelling = maps.Clone(c.Spelling)
	if name == "" {
		delete(c.Spelling, lang)
		return c
	}
	if c.Spelling == nil {
		c.Spelling = map[string]string{}
	}
	c.Spelling[lang] = name
	return c
}

// withWord returns a sorted set with a word in it or not.
func withWord(set []string, word string, member bool) []string {
	i, there := slices.BinarySearch(set, word)
	switch {
	case member && !there:
		return slices.Insert(slices.Clone(set), i, word)
	case !member && there:
		return slices.Delete(slices.Clone(set), i, i+1)
	}
	return set
}
