package claim

import (
	"slices"
	"strings"

	"athar/domain/check"
)

// The rules that find passages.
const (
	RuleNumber      = "claim_number"      // a number with what it counts
	RulePercent     = "claim_percent"     // a share that does not say of what
	RuleSuperlative = "claim_superlative" // the most, the only, the first
	RuleQuotation   = "claim_quotation"   // somebody's words
	RuleStudies     = "claim_studies"     // an authority that is not named
)

// Rules returns the id of every rule of the package.
func Rules() []string {
	return []string{
		RuleNumber, RulePercent, RuleSuperlative, RuleQuotation, RuleStudies, RuleUnsourced, RuleDue,
		RuleRumourMissing, RuleRumourFirst, RuleRumourRepeated, RuleRumourLast, RuleAnswerUnlinked, RuleAnswerOrder,
	}
}

// Finder finds passages that ask for a claim, in Arabic and in English; a text may mix
// them. It is safe for concurrent use.
type Finder struct{}

var _ check.Checker = Finder{}

// Check finds the passages of a paragraph, in order. The language does not matter:
// the words of both are looked for. It takes time in proportion to the text.
func (Finder) Check(paragraph, _ string) []check.Finding {
	p := reading{tokens: tokensOf(paragraph)}
	p.linked = hasLink(p.tokens)
	for i := range p.tokens {
		switch t := p.tokens[i]; t.sort {
		case number:
			p.readNumber(i)
		case word:
			if p.readStudies(i) || p.readSuperlative(i) || p.readQuantity(i) {
				continue
			}
		case other:
			p.readQuotation(i)
		}
	}
	if len(p.found) == 0 {
		return nil
	}
	runes := []rune(paragraph)
	for i := range p.found {
		f := &p.found[i]
		f.Passage = string(runes[f.Start:f.End])
	}
	check.Sort(p.found)
	return p.found
}

// reading is a paragraph and what was found so far.
type reading struct {
	tokens []token
	linked bool // it has a link
	found  []check.Finding
	until  int // tokens before it belong to a finding of a number
}

// add notes the tokens from i to j, both included.
func (p *reading) add(rule string, i, j int) {
	p.found = append(p.found, check.Finding{
		Rule: rule, Level: check.Suggestion, Kind: check.Claim,
		Start: p.tokens[i].start, End: p.tokens[j].end,
	})
}

// word returns the folded word at i, "" where there is none.
func (p *reading) word(i int) string {
	if i < 0 || i >= len(p.tokens) || p.tokens[i].sort != word {
		return ""
	}
	return p.tokens[i].folded
}

func (p *reading) sign(i int) string {
	if i < 0 || i >= len(p.tokens) || p.tokens[i].sort != other {
		return ""
	}
	return p.tokens[i].text
}

// readQuotation finds somebody's words between quotation marks: four words at least,
// fewer are the name of something.
func (p *reading) readQuotation(i int) {
	const fewest = 4
	closing, ok := quotes[p.tokens[i].text]
	if !ok || i < p.until {
		return
	}
	words := 0
	for j := i + 1; j < len(p.tokens) && j-i <= longestQuote; j++ {
		switch t := p.tokens[j]; {
		case t.sort == other && strings.Contains(closing, t.text):
			if words >= fewest {
				p.add(RuleQuotation, i, j)
			}
			p.until = j + 1
			return
		case t.sort == word:
			words++
		case t.sort == lineEnd:
			return
		}
	}
}

// longestQuote bounds the search for a closing mark, in tokens.
const longestQuote = 400

// readStudies finds an authority without a name, unless the paragraph has a link: then
// the reader can look.
func (p *reading) readStudies(i int) bool {
	w := p.word(i)
	j := 0
	switch next := p.word(i + 1); {
	case authorities[w]:
		j = p.verbAfter(i, showing)
	case showing[w] && arabic(w) && (authorities[next] || authorities[strings.TrimPrefix(next, "ال")]):
		j = i + 1
	case provenWords[w+" "+next]:
		j = i + 1
	}
	if j == 0 || p.linked {
		return false
	}
	p.add(RuleStudies, i, j)
	return true
}

// verbAfter returns where one of the verbs stands behind i, with up to two helping
// words between, or 0.
func (p *reading) verbAfter(i int, verbs map[string]bool) int {
	for j := i + 1; j <= i+3; j++ {
		w := p.word(j)
		if verbs[w] {
			return j
		}
		if !helping[w] {
			return 0
		}
	}
	return 0
}

// hasLink reports whether one of the tokens is a link.
func hasLink(tokens []token) bool {
	return slices.ContainsFunc(tokens, func(t token) bool {
		return t.sort == skipped && !strings.HasPrefix(t.text, "#") && !strings.HasPrefix(t.text, "@")
	})
}

// readSuperlative finds what is said to be beyond all others.
func (p *reading) readSuperlative(i int) bool {
	w, next := p.word(i), p.word(i+1)
	switch {
	case beyond[w+" "+next]:
		p.add(RuleSuperlative, i, i+1)
	case alone[w] || alone[strings.TrimPrefix(w, "ال")]:
		p.add(RuleSuperlative, i, i)
	case w == "the" && (next == "most" || next == "least") && p.word(i+2) != "" && !opinions[p.word(i+2)]:
		p.add(RuleSuperlative, i, i+2)
	case (w == "the" || strings.HasSuffix(w, "'s")) && isSuperlative(next) && !opinions[p.word(i+2)]:
		p.add(RuleSuperlative, i, i+1)
	case elatives[w] && next != "" && next != "من" && next != "بكثير":
		p.add(RuleSuperlative, i, i+1)
	case strings.HasPrefix(w, "ال") && elatives[strings.TrimPrefix(w, "ال")] && w != "الاكثر" && w != "الاقل":
		p.add(RuleSuperlative, i, i)
	case (w == "الاكثر" || w == "الاقل") && next != "":
		p.add(RuleSuperlative, i, i+1)
	default:
		return false
	}
	return true
}

// isSuperlative reports whether an English word is a superlative: the irregular ones,
// and what ends in -est and is no other word.
func isSuperlative(w string) bool {
	return irregular[w] || len(w) >= 6 && strings.HasSuffix(w, "est") && !plainEst[w]
}

func arabic(w string) bool { return w != "" && w[0] >= 0xD8 && w[0] <= 0xDB }
