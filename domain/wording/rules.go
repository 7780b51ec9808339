package wording

import (
	"fmt"
	"strings"
	"sync"

	"athar/domain/check"
)

// Rules are the rules of several packs, ready to be used: all that are on. It
// does not change and is safe for concurrent use.
type Rules struct {
	byLang map[string]*language
	byID   map[string]Rule
	pool   sync.Pool // of *scratch
}

var _ check.DraftChecker = (*Rules)(nil)

// language is what is looked for in texts of one language.
type language struct {
	rules   []Rule // of the kinds Existence and Substitution
	phrases *phrases
	repeats []repeats
	others  []Rule // of the kinds Metric and Script
}

// scratch is the memory of one check, used again for the next.
type scratch struct {
	scanner
	folded        []byte // all words, one behind the other
	readings      []reading
	paths, longer []path
	matches       []match
	chosen        []match
	found         []check.Finding
}

// keepScratch is how many words a scratch may have room for to be kept: one
// huge text must not hold its memory for ever.
const keepScratch = 64 << 10

// Compile makes the rules of the packs ready. Every id is in one pack only.
func Compile(packs ...Pack) (*Rules, error) {
	r := &Rules{byLang: map[string]*language{}, byID: map[string]Rule{}}
	r.pool.New = func() any { return new(scratch) }
	for _, p := range packs {
		if r.byLang[p.Lang] == nil {
			r.byLang[p.Lang] = &language{phrases: newPhrases()}
		}
		for _, rule := range p.Rules {
			if _, twice := r.byID[rule.ID]; twice {
				return nil, fmt.Errorf("compile wording rules: rule %q is there twice", rule.ID)
			}
			r.byID[rule.ID] = rule
			if !rule.On {
				continue
			}
			if err := r.byLang[p.Lang].add(rule); err != nil {
				return nil, fmt.Errorf("compile wording rules: rule %q: %w", rule.ID, err)
			}
		}
	}
	return r, nil
}

// Rule returns the rule with the id, on or off: its reason, its class, its
// source.
func (r *Rules) Rule(id string) (Rule, bool) {
	rule, ok := r.byID[id]
	return rule, ok
}

func (l *language) add(rule Rule) error {
	switch rule.Kind {
	case Metric, Script:
		l.others = append(l.others, rule)
		return nil
	case Repetition:
		repeats, err := newRepeats(rule)
		l.repeats = append(l.repeats, repeats)
		return err
	}
	l.rules = append(l.rules, rule)
	index := int32(len(l.rules) - 1)
	for i, replacement := range rule.Replace {
		if err := l.addPhrases(replacement.Find, ending{rule: index, replacement: int32(i)}); err != nil {
			return err
		}
	}
	if err := l.addPhrases(rule.Find, ending{rule: index}); err != nil {
		return err
	}
	return l.addPhrases(rule.Unless, ending{rule: index, unless: true})
}

func (l *language) addPhrases(list []string, e ending) error {
	rule := l.rules[e.rule]
	for _, phrase := range list {
		expanded, err := expand(phrase, rule.Lang)
		if err != nil {
			return err
		}
		e.first = expanded.first
		e.bare = rule.Bare && !e.unless
		for _, words := range expanded.words {
			l.phrases.add(words, e)
		}
	}
	return nil
}

// Check returns what the rules find in the paragraphs of a text, in the order of
// check.Compare. The language is a code such as "ar" or "en-GB"; where it is
// empty each paragraph is read as Arabic or English by its letters. What counts
// over the whole draft is in CheckDraft.
func (r *Rules) Check(text, lang string) []check.Finding {
	var out []check.Finding
	s := r.pool.Get().(*scratch)
	defer r.put(s)
	for p := range check.Paragraphs(text) {
		s.scan(p.Text)
		s.fold()
		s.found = s.found[:0]
		own := r.language(lang, s)
		for _, l := range []*language{own, r.byLang[""]} {
			if l == nil {
				continue
			}
			l.words(s)
			l.paragraph(s)
		}
		check.Sort(s.found)
		for _, f := range s.found {
			f.Start += p.Start
			f.End += p.Start
			out = append(out, f)
		}
	}
	return out
}

// CheckDraft returns what the rules find that look at a draft as a whole.
func (r *Rules) CheckDraft(draft, lang string) []check.Finding {
	s := r.pool.Get().(*scratch)
	defer r.put(s)
	s.scan(draft)
	s.found = s.found[:0]
	for _, l := range []*language{r.language(lang, s), r.byLang[""]} {
		if l != nil {
			l.draft(s)
		}
	}
	check.Sort(s.found)
	return append([]check.Finding(nil), s.found...)
}

func (r *Rules) put(s *scratch) {
	if cap(s.tokens)+cap(s.signs) > keepScratch {
		return
	}
	s.text = ""
	clear(s.found[:cap(s.found)])
	r.pool.Put(s)
}

// language returns the rules for a language, nil if there are none.
func (r *Rules) language(lang string, s *scratch) *language {
	if lang == "" {
		arabic := 0
		for _, t := range s.tokens {
			if t.arabic {
				arabic++
			}
		}
		if lang = "en"; 2*arabic > len(s.tokens) {
			lang = "ar"
		}
	}
	base, _, _ := strings.Cut(lang, "-")
	if base == "" {
		return nil
	}
	return r.byLang[base]
}

// words finds phrases and words written twice.
func (l *language) words(s *scratch) {
	for _, rule := range l.repeats {
		rule.find(s)
	}
	if len(l.rules) == 0 {
		return
	}
	l.phrases.find(s)
	l.choose(s)
	for _, m := range s.chosen {
		rule := &l.rules[m.rule]
		from, to := s.tokens[m.from], s.tokens[m.to-1]
		passage := s.text[from.at:to.end]
		f := s.finding(rule, sign{at: from.at, end: to.end, from: from.from, to: to.to})
		if len(rule.Replace) > 0 && !from.tag {
			f.Alternatives = fit(rule.Replace[m.replacement].With, passage, m.cut)
		}
		s.found = append(s.found, f)
	}
}

// finding returns the finding of a rule at a place.
func (s *scratch) finding(rule *Rule, at sign) check.Finding {
	return check.Finding{
		Rule: rule.ID, Level: rule.Level, Kind: check.Wording,
		Start: int(at.from), End: int(at.to), Passage: s.text[at.at:at.end],
	}
}
