package gui

import (
	"cmp"
	"slices"
	"strings"

	"athar/domain"
	"athar/domain/claim"
	"athar/domain/privacy"
	"athar/domain/proofing"
	"athar/domain/spelling"
	"athar/domain/text/readability"
	"athar/domain/wording"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/proofs"
)

// ruleGroup is rules that are about one thing.
type ruleGroup struct {
	Key   string
	Name  string
	Rules []ruleLine
}

// ruleLine is a rule that can be on or off.
type ruleLine struct {
	ID     string
	Name   string
	Reason string
	Usual  bool // it is on when nobody chooses
}

// isOn reports whether a rule is on as the workspace chose.
func isOn(c proofing.Choices, r ruleLine) bool {
	if r.Usual {
		return !slices.Contains(c.Off, r.ID)
	}
	return slices.Contains(c.On, r.ID)
}

// ruleGroups returns all rules that can be turned off: the classes of wording, then
// the other kinds of checks. Facts are not among them.
func ruleGroups(p *i18n.Printer, packs []wording.Pack) []ruleGroup {
	var all []ruleGroup
	for _, class := range wording.Classes() {
		g := ruleGroup{Key: string(class), Name: p.T("check.class." + string(class))}
		for _, pack := range packs {
			for _, r := range pack.Rules {
				if r.Class == class {
					g.Rules = append(g.Rules, dataLine(p, r))
				}
			}
		}
		if len(g.Rules) > 0 {
			all = append(all, g)
		}
	}
	for _, kind := range []struct {
		key   string
		rules []string
	}{
		{"readability", []string{readability.RuleHard, readability.RuleLongSentence}},
		{"privacy", privacy.Rules()},
		{"claim", []string{claim.RuleNumber, claim.RulePercent, claim.RuleSuperlative, claim.RuleQuotation, claim.RuleStudies, claim.RuleDue, claim.RuleAnswerOrder, claim.RuleAnswerUnlinked}},
		{"spelling", []string{spelling.RuleUnknown}},
		{"action", []string{proofing.RuleNoAction, proofing.RuleActionGap}},
		{"media", []string{proofing.RuleNoAltIn}},
	} {
		g := ruleGroup{Key: "kind." + kind.key, Name: p.T("check.kind." + kind.key)}
		for _, id := range kind.rules {
			g.Rules = append(g.Rules, codeLine(p, id))
		}
		all = append(all, g)
	}
	return all
}

// ownFirst puts the rules for a language first: they are what its readers write by.
func ownFirst(packs []wording.Pack, lang string) []wording.Pack {
	packs = slices.Clone(packs)
	slices.SortStableFunc(packs, func(a, b wording.Pack) int {
		return cmp.Compare(distance(a.Lang, lang), distance(b.Lang, lang))
	})
	return packs
}

func distance(pack, lang string) int {
	switch pack {
	case lang:
		return 0
	case "": // for every language
		return 1
	}
	return 2
}

// dataLine names a rule in data by words that it finds.
func dataLine(p *i18n.Printer, r wording.Rule) ruleLine {
	reason := p.Fill(r.Reason[p.Lang()], "passage", "…", "n", "…", "limit", p.Decimal(r.Limit, 1))
	line := ruleLine{ID: r.ID, Name: firstSentence(reason), Reason: reason, Usual: r.On}
	var samples []string
	for _, find := range append(firstFinds(r.Replace), r.Find...) {
		samples = append(samples, p.T("proofs.sample", "words", i18n.Isolate(sample(find))))
	}
	if len(samples) > 0 {
		line.Name = strings.Join(samples[:min(3, len(samples))], p.T("checks.missing.comma"))
	}
	return line
}

func firstFinds(all []wording.Replacement) []string {
	var finds []string
	for _, r := range all {
		finds = append(finds, r.Find[0])
	}
	return finds
}

// sample returns one of the texts that a pattern finds.
func sample(pattern string) string {
	words := strings.Fields(pattern)
	for i, w := range words {
		w, _, _ = strings.Cut(strings.Trim(w, "^()"), "/")
		words[i] = strings.Trim(w, "()")
	}
	return strings.Join(words, " ")
}

// codeLine names a rule in code by the beginning of its sentence.
func codeLine(p *i18n.Printer, id string) ruleLine {
	args := []any{}
	for _, name := range []string{"words", "most", "claim", "missing", "language", "word", "steps"} {
		args = append(args, name, "…")
	}
	reason := p.T("check."+id, args...)
	return ruleLine{ID: id, Name: firstSentence(reason), Reason: reason, Usual: true}
}

func firstSentence(s string) string {
	if i := strings.IndexAny(s, ".؟?:،"); i > 0 {
		return s[:i]
	}
	return s
}

// ruleName names a rule that may be of a later Athar.
func ruleName(p *i18n.Printer, packs []wording.Pack, id string) string {
	for _, pack := range packs {
		for _, r := range pack.Rules {
			if r.ID == id {
				return dataLine(p, r).Name
			}
		}
	}
	if p.Has("check." + id) {
		return codeLine(p, id).Name
	}
	return id
}

// speller is a language, and the dictionaries there are for it.
type speller struct {
	Lang    string
	Name    string
	Help    string // "" where there is a dictionary
	Options []kit.Option
}

// spellers returns the languages in which something is written, and those for which
// there is a dictionary.
func spellers(p *i18n.Printer, found []proofs.Dictionary, written []string) []speller {
	var all []speller
	for _, lang := range domain.Languages() {
		s := speller{Lang: lang, Name: p.T("language." + lang)}
		for _, d := range found {
			if d.Lang == lang {
				label := d.Name
				if d.Own {
					label = p.T("proofs.own_dictionary", "name", i18n.Isolate(d.Name))
				}
				s.Options = append(s.Options, kit.Option{Value: d.Name, Label: label})
			}
		}
		if len(s.Options) == 0 {
			s.Help = p.T("proofs.no_dictionary")
		}
		if len(s.Options) == 0 && !slices.Contains(written, lang) {
			continue
		}
		s.Options = append(s.Options, kit.Option{Value: proofing.NoDictionary, Label: p.T("proofs.not_checked")})
		all = append(all, s)
	}
	return all
}
