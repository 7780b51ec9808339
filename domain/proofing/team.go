package proofing

import (
	"maps"
	"slices"

	"athar/domain/channel"
	"athar/domain/check"
	"athar/domain/claim"
	"athar/domain/privacy"
	"athar/domain/spelling"
	"athar/domain/text/readability"
	"athar/domain/wording"
)

// Options are what checks are made from.
type Options struct {
	Packs        []wording.Pack
	Dictionaries map[string]*spelling.Dictionary // by language; one without is not checked
	Choices      Choices
	Regions      []string // where the people live of whom the texts speak; see privacy.Options
	Channels     channel.Catalog
}

// Team is all checks, as a workspace chose them. It does not change and is safe
// for concurrent use.
type Team struct {
	channels channel.Catalog
	silence  silence
	words    *wording.Rules
	spelling *spelling.Checker
	privacy  *privacy.Finder
	sources  map[string]map[string]string // of the rules in data, by code and then by language
}

// New puts a team together. It takes a tenth of a second. The error is that of
// wording.Compile.
func New(o Options) (*Team, error) {
	packs, sources := make([]wording.Pack, len(o.Packs)), map[string]map[string]string{}
	for i, p := range o.Packs {
		packs[i] = p.Switch(o.Choices.On, o.Choices.Off)
		maps.Copy(sources, p.Sources)
	}
	words, err := wording.Compile(packs...)
	if err != nil {
		return nil, err
	}
	return &Team{
		channels: o.Channels, sources: sources, silence: newSilence(o.Choices), words: words,
		spelling: spelling.NewChecker(o.Dictionaries, spelling.NewPersonal(o.Choices.Words...), 0),
		privacy:  privacy.New(privacy.Options{Regions: o.Regions}),
	}, nil
}

// Checkers returns the checks of a text for readers with a target.
func (t *Team) Checkers(target readability.Target) []check.Checker {
	return []check.Checker{readability.NewChecker(target), t.words, t.spelling, t.privacy, claim.Finder{}}
}

// Keep returns those findings of a text on its own that the workspace wants to
// see.
func (t *Team) Keep(found []check.Finding) []check.Finding {
	return slices.DeleteFunc(slices.Clone(t.once(found)), func(f check.Finding) bool { return t.silence.hides(f, nil) })
}

// Rule returns the rule in data with the id, on or off.
func (t *Team) Rule(id string) (wording.Rule, bool) { return t.words.Rule(id) }

// Source says in a language where the idea of a rule in data comes from, "" for one
// in code.
func (t *Team) Source(rule, lang string) string {
	r, _ := t.words.Rule(rule)
	return t.sources[r.Source][lang]
}

// Suggest returns what may have been meant by a word that no dictionary has. It
// takes milliseconds.
func (t *Team) Suggest(word, lang string) []string { return t.spelling.Suggest(word, lang, 5) }
