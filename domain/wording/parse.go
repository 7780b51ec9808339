package wording

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"athar/domain/check"
	"athar/domain/pack"
)

func contains(list []string, s string) bool { return slices.Contains(list, s) }

// Parse reads a file of rules and refuses one with an unknown key, an id used
// twice, a reason in one language only, a rule without examples, or a name that
// nothing answers to. The error tells whoever edits the file which entry is
// wrong.
func Parse(data []byte) (Pack, error) {
	var p Pack
	if err := pack.Decode(data, &p); err != nil {
		return Pack{}, fmt.Errorf("read wording rules: %w", err)
	}
	if err := p.check(); err != nil {
		return Pack{}, fmt.Errorf("read wording rules: %w", err)
	}
	for i := range p.Rules {
		p.Rules[i].Lang = p.Lang
		p.Rules[i].Reason = p.Reasons[p.Rules[i].ReasonCode]
	}
	return p, nil
}

func (p Pack) check() error {
	if p.Version < 1 {
		return errors.New("version must be 1 or more")
	}
	if len(p.Rules) == 0 {
		return errors.New("there are no rules")
	}
	for what, texts := range map[string]map[string]map[string]string{"source": p.Sources, "reason": p.Reasons} {
		for code, byLang := range texts {
			if byLang["en"] == "" || byLang["ar"] == "" {
				return fmt.Errorf("%s %q: is needed in both languages", what, code)
			}
		}
	}
	var all []error
	seen := map[string]bool{}
	for _, rule := range p.Rules {
		if seen[rule.ID] {
			all = append(all, fmt.Errorf("rule %q: the id is used twice", rule.ID))
		}
		seen[rule.ID] = true
		if err := p.checkRule(rule); err != nil {
			all = append(all, fmt.Errorf("rule %q: %w", rule.ID, err))
		}
	}
	return errors.Join(all...)
}

func (p Pack) checkRule(r Rule) error {
	prefix := p.Lang
	if prefix == "" {
		prefix = "all"
	}
	switch {
	case !ruleID.MatchString(r.ID) || !strings.HasPrefix(r.ID, prefix+"."):
		return fmt.Errorf("an id is %q and small letters, digits and _", prefix+".")
	case !slices.Contains(Classes(), r.Class):
		return fmt.Errorf("there is no class %q", r.Class)
	case r.Level != check.Suggestion:
		return errors.New(`the level must be "suggestion": style never blocks`)
	case p.Reasons[r.ReasonCode] == nil:
		return fmt.Errorf("there is no reason %q", r.ReasonCode)
	case p.Sources[r.Source] == nil:
		return fmt.Errorf("there is no source %q", r.Source)
	case len(r.Match) == 0 || len(r.NoMatch) == 0:
		return errors.New("examples are missing that must and must not match")
	}
	return errors.Join(r.checkKind(), r.checkPhrases())
}

var ruleID = regexp.MustCompile(`^[a-z]{2,3}\.[a-z0-9_]+$`)

// checkKind wants the fields that the kind needs, and no others.
func (r Rule) checkKind() error {
	var needs [4]bool // Find, Replace, Measure, Limit
	switch r.Kind {
	case Existence:
		needs = [4]bool{true, false, false, false}
	case Substitution:
		needs = [4]bool{false, true, false, false}
	case Repetition:
		needs[0] = len(r.Find) > 0 // may name the words; else it is any
	case Metric:
		needs = [4]bool{false, false, true, true}
	case Script:
		needs = [4]bool{false, false, true, false}
	default:
		return fmt.Errorf("there is no kind %q", r.Kind)
	}
	for i, has := range [4]bool{len(r.Find) > 0, len(r.Replace) > 0, r.Measure != "", r.Limit != 0} {
		if has != needs[i] {
			return fmt.Errorf("a rule of the kind %q has %q: %t", r.Kind, []string{"find", "replace", "measure", "limit"}[i], needs[i])
		}
	}
	metrics := []Measure{SentenceWords, Exclamations, EmojiShare, EmojiRun, CapitalsShare, HashtagCount}
	scripts := []Measure{
		HashtagCase, HashtagSpace, DirectionMarks, MixedDigits, Initials, Stretched, Tatweel,
		FancyLetters, PunctuationRun, LatinMarks, SpaceBeforeMark, PersianLetters, Placeholder,
	}
	if r.Kind == Metric && !slices.Contains(metrics, r.Measure) || r.Kind == Script && !slices.Contains(scripts, r.Measure) {
		return fmt.Errorf("a rule of the kind %q has no measure %q", r.Kind, r.Measure)
	}
	if r.Limit < 0 || r.Least < 0 {
		return errors.New("limit and least are not below zero")
	}
	return nil
}

func (r Rule) checkPhrases() error {
	phrases := slices.Concat(r.Find, r.Unless)
	for _, replacement := range r.Replace {
		if len(replacement.Find) == 0 || len(replacement.With) == 0 {
			return errors.New(`each replacement has a "find" and a "with"`)
		}
		phrases = append(phrases, replacement.Find...)
	}
	var all []error
	for _, phrase := range phrases {
		if _, err := expand(phrase, ""); err != nil {
			all = append(all, fmt.Errorf("%q: %w", phrase, err))
		}
	}
	return errors.Join(all...)
}
