package claim

import (
	"slices"
	"strings"
)

// readNumber finds numbers that count something.
func (p *reading) readNumber(i int) {
	if i < p.until {
		return
	}
	j := i // the last token of the passage
	if percent(p.sign(j+1)) || slices.Contains([]string{"percent", "percentage"}, p.word(j+1)) {
		p.readShare(i, j+1)
		return
	}
	switch two := p.word(j+1) + " " + p.word(j+2); two {
	case "per cent", "في المايه", "في الميه":
		p.readShare(i, j+2)
		return
	}
	if shares[p.word(j+1)] {
		p.readShare(i, j+1)
		return
	}
	money := strings.ContainsAny(p.sign(i-1), "$€£¥₪₺") || currencySign(p.sign(j+1))
	scaled := false
	for scales[p.word(j+1)] {
		j, scaled = j+1, true
	}
	next := p.word(j + 1)
	if next == "of" || next == "من" {
		j, next = j+1, p.word(j+2)
	}
	switch {
	case p.isNumbering(i), !scaled && p.isLabelled(i, next):
		return
	case next != "" && !notCounted[next] && !strings.HasSuffix(next, "'s"):
		j++
	case !money && !scaled:
		return
	}
	start := i
	if money && p.sign(i-1) != "" && p.tokens[i-1].end == p.tokens[i].start {
		start--
	}
	p.add(RuleNumber, start, j)
	p.until = j + 1
}

// readShare finds a share: with its base it is a number like others.
func (p *reading) readShare(i, j int) {
	p.until = j + 1
	switch next := p.word(j + 1); {
	case next == "off" || next == "discount" || next == "خصم" || next == "تخفيض":
		return
	case next == "of" || next == "من" || strings.HasPrefix(next, "لل") && len(next) > len("لل"):
		if p.word(j+2) != "" {
			p.add(RuleNumber, i, j+2)
			return
		}
	}
	p.add(RulePercent, i, j)
}

// isNumbering reports whether the number stands at the head of a line, as in "1." or
// "2)".
func (p *reading) isNumbering(i int) bool {
	head := i == 0 || p.tokens[i-1].sort == lineEnd || p.sign(i-1) == "(" && (i == 1 || p.tokens[i-2].sort == lineEnd)
	return head && strings.ContainsAny(p.sign(i+1), ".)-–:") && p.sign(i+1) != ""
}

// isLabelled reports whether the number says which one and not how many: a year, a
// page, an age.
func (p *reading) isLabelled(i int, next string) bool {
	before := p.word(i - 1)
	if s := p.sign(i - 1); s == "." || s == "#" || s == "№" { // "no. 5"
		before = p.word(i - 2)
		if s != "." {
			return true
		}
	}
	if labels[before] || labels[strings.TrimPrefix(before, "ال")] || ages[next] {
		return true
	}
	return isYear(p.tokens[i].folded) && (yearWords[before] || !people[next])
}

// readQuantity finds amounts in words: thousands of, half of, one in five.
func (p *reading) readQuantity(i int) bool {
	if i < p.until {
		return false
	}
	w, next := p.word(i), p.word(i+1)
	third := p.word(i + 2)
	switch {
	case crowds[w] && (next == "of" || next == "من") && third != "":
		p.add(RuleNumber, i, i+2)
	case crowds[w] && arabic(w) && next != "" && !notCounted[next]:
		p.add(RuleNumber, i, i+1)
	case fractions[w] && next == "of" && third != "":
		p.add(RuleNumber, i, i+2)
	case arabicFractions[w] && strings.HasPrefix(next, "ال"):
		p.add(RuleNumber, i, i+1)
	case (w == "one" || small[w]) && (next == "in" && small[third] || next == "out" && third == "of" && small[p.word(i+3)]):
		p.add(RuleNumber, i, i+2)
	case (w == "واحد" || w == "واحده" || strings.HasSuffix(w, "شخص")) && next == "من" && third == "كل" && p.word(i+3) != "":
		p.add(RuleNumber, i, i+3)
	default:
		return false
	}
	return true
}
