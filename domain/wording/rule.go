// Package wording finds words in a draft that a careful colleague would mention:
// labels for people, filler, promises that nobody can keep, shouting, hashtags
// that a screen reader cannot read. Every rule is data, written in files that
// people without a programmer's training can edit, with its reason and with
// examples of what it must find and must leave alone. This package reads the
// files and does the finding, all rules in one pass over the words.
//
// It must not hold a word of any language except what the grammar needs
// (endings, attached letters), and it never blocks anybody: style is a
// suggestion, no rule can be an error.
package wording

import "athar/domain/check"

// Kind is the way in which a rule finds. The strings stand in the files.
type Kind string

// The kinds.
const (
	Existence    Kind = "existence"    // words that are better left out or said otherwise
	Substitution Kind = "substitution" // words with better ones to put in their place
	Repetition   Kind = "repetition"   // a word written twice, also over the end of a line
	Metric       Kind = "metric"       // something counted, with a limit
	Script       Kind = "script"       // how something is written: hashtags, digits, marks
)

// Class is what a rule is about, for lists and settings.
type Class string

// Classes returns all classes in the order in which lists show them.
func Classes() []Class {
	return []Class{
		"label", "dignity", "violence", "gender", "age", "urgency", "clickbait", "authority", "absolute",
		"filler", "jargon", "cliche", "pressure", "access", "typing", "sentence",
	}
}

// Pack is the content of one file of rules.
type Pack struct {
	Version int    `json:"version"` // rises with every change to the file
	Lang    string `json:"lang"`    // code of the language; empty for rules that hold in every one
	// Sources says where the ideas of the rules come from, by code and then by
	// language. The choice of words is Athar's own.
	Sources map[string]map[string]string `json:"sources"`
	// Reasons are what a person is told, by code and then by language. They may
	// name {passage}, and where something is counted {n} and {limit}.
	Reasons map[string]map[string]string `json:"reasons"`
	Rules   []Rule                       `json:"rules"`
}

// Rule is one rule of a pack. What Find, Replace and Unless may hold is said at
// the function expand.
type Rule struct {
	ID    string      `json:"id"` // never changed or used again: people's choices name it
	Kind  Kind        `json:"kind"`
	Class Class       `json:"class"`
	Level check.Level `json:"level"`
	On    bool        `json:"on"` // whether it is on until a person decides

	Find    []string      `json:"find,omitempty"`    // of Existence
	Replace []Replacement `json:"replace,omitempty"` // of Substitution
	Unless  []string      `json:"unless,omitempty"`  // phrases in which the words are meant otherwise
	// Bare leaves out words with letters attached in front (و ف ب ك ل ال); all
	// other rules for Arabic find these as well.
	Bare bool `json:"bare,omitempty"`

	Measure Measure `json:"measure,omitempty"` // of Metric and Script
	Limit   float64 `json:"limit,omitempty"`   // of Metric: found is what is above it
	Least   int     `json:"least,omitempty"`   // of Metric: how much text there must be to judge

	ReasonCode string   `json:"reason"`
	Source     string   `json:"source"`
	Match      []string `json:"match"`    // texts in which it must find something
	NoMatch    []string `json:"no_match"` // texts in which it must not

	Lang   string            `json:"-"` // that of the pack
	Reason map[string]string `json:"-"` // by language
}

// Replacement is words and what can take their place.
type Replacement struct {
	Find []string `json:"find"`
	With []string `json:"with"`
}

// Measure names what a rule of the kind Metric counts or one of the kind Script
// looks at.
type Measure string

// What is counted, with the meaning of Limit and Least.
const (
	SentenceWords Measure = "sentence_words" // words in a sentence
	Exclamations  Measure = "exclamations"   // exclamation marks in the draft
	EmojiShare    Measure = "emoji_share"    // emoji for each word of the draft; Least words
	EmojiRun      Measure = "emoji_run"      // emoji one after the other
	CapitalsShare Measure = "capitals_share" // capitals among the Latin letters of a line, 0 to 1; Least letters
	HashtagCount  Measure = "hashtags"       // hashtags in the draft
)

// What is looked at.
const (
	HashtagCase     Measure = "hashtag_case"    // several words in lower case
	HashtagSpace    Measure = "hashtag_space"   // "# word"
	DirectionMarks  Measure = "direction_marks" // invisible, and counted by platforms
	MixedDigits     Measure = "mixed_digits"    // 2026 and ٢٠٢٦ in one paragraph
	Initials        Measure = "initials"        // capitals that nothing explains
	Stretched       Measure = "stretched"       // soooo, جداااا
	Tatweel         Measure = "tatweel"         // a word drawn out with U+0640
	FancyLetters    Measure = "fancy_letters"   // 𝗯𝗼𝗹𝗱 letters made of mathematical signs
	PunctuationRun  Measure = "punctuation_run" // ?!?!, ؟؟
	LatinMarks      Measure = "latin_marks"     // , ; ? after an Arabic word
	SpaceBeforeMark Measure = "space_before"    // a blank before , . ؟
	PersianLetters  Measure = "persian_letters" // ی ک where Arabic has ي ك
	Placeholder     Measure = "placeholder"     // [number], which a template has and nobody has filled in
)

// Switch returns the pack with the rules named in on turned on and those in off
// turned off. Ids it does not know are passed over.
func (p Pack) Switch(on, off []string) Pack {
	changed := make([]Rule, len(p.Rules))
	for i, rule := range p.Rules {
		rule.On = (rule.On || contains(on, rule.ID)) && !contains(off, rule.ID)
		changed[i] = rule
	}
	p.Rules = changed
	return p
}
