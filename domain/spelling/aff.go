package spelling

import (
	"strconv"
	"strings"

	"athar/domain"
)

// What one dictionary may hold. The largest in use has some 40,000 affixes.
const (
	maxAffixes  = 1_000_000
	maxReplaces = 20_000
)

// replacement is a pair of REP, ICONV or OCONV, or of what a person may have meant.
type replacement struct{ from, to string }

// affReader reads the lines of an .aff file into a Dictionary.
type affReader struct {
	d      *Dictionary
	sets   *flagSets
	cross  map[flagSide]bool // of the affixes: the first line says so for all
	conds  map[string]condition
	count  int
	blocks map[string]bool // tables whose first line, a count, was read
}

type flagSide struct {
	flag   flag
	suffix bool
}

// read reads the text of an .aff file. A line that is not understood is passed over, as
// Hunspell does: dictionaries hold comments, mistakes and words of newer versions.
func (a *affReader) read(text string) error {
	for line := range strings.Lines(text) {
		if fields := strings.Fields(line); len(fields) >= 2 && fields[0] == "FLAG" {
			switch fields[1] {
			case "long":
				a.sets.kind = longFlags
			case "num":
				a.sets.kind = numFlags
			}
		}
	}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		if err := a.line(fields); err != nil {
			return err
		}
	}
	return nil
}

// line reads one line, which is not empty.
func (a *affReader) line(fields []string) error {
	d, rest := a.d, fields[1:]
	if f := a.flagOf(fields[0]); f != nil {
		if len(rest) > 0 {
			*f = a.sets.kind.one(rest[0])
		}
		return nil
	}
	switch fields[0] {
	case "PFX", "SFX":
		return a.affix(rest, fields[0] == "SFX")
	case "AF":
		if len(rest) > 0 && !a.first("AF") {
			a.sets.aliases = append(a.sets.aliases, a.sets.add(a.sets.kind.parseFlags(rest[0])))
		}
	case "FULLSTRIP":
		d.fullStrip = true
	case "CHECKCOMPOUNDDUP":
		d.compound.noDouble = true
	case "CHECKCOMPOUNDTRIPLE":
		d.compound.noTriple = true
	case "CHECKCOMPOUNDCASE":
		d.compound.noCapital = true
	case "COMPLEXPREFIXES":
		return nil
	}
	if len(rest) == 0 {
		return nil
	}
	switch fields[0] {
	case "IGNORE":
		d.ignore = rest[0]
	case "TRY":
		d.try = letters(d.without(rest[0]))
	case "KEY":
		d.keys = rest[0]
	case "COMPOUNDMIN":
		if n, err := strconv.Atoi(rest[0]); err == nil {
			d.compound.min = min(max(n, 1), maxWord)
		}
	case "COMPOUNDWORDMAX":
		if n, err := strconv.Atoi(rest[0]); err == nil && n > 0 {
			d.compound.most = n
		}
	default:
		a.table(fields[0], rest)
	}
	return nil
}

// flagOf returns where the flag of a keyword is kept, nil for other keywords.
func (a *affReader) flagOf(keyword string) *flag {
	d := a.d
	switch keyword {
	case "FORBIDDENWORD":
		return &d.forbidden
	case "NOSUGGEST":
		return &d.noSuggest
	case "KEEPCASE":
		return &d.keepCase
	case "NEEDAFFIX", "PSEUDOROOT":
		return &d.needAffix
	case "CIRCUMFIX":
		return &d.circumfix
	case "ONLYINCOMPOUND":
		return &d.compound.only
	case "COMPOUNDFLAG":
		return &d.compound.any
	case "COMPOUNDBEGIN":
		return &d.compound.begin
	case "COMPOUNDMIDDLE":
		return &d.compound.middle
	case "COMPOUNDEND", "COMPOUNDLAST":
		return &d.compound.end
	case "COMPOUNDPERMITFLAG":
		return &d.compound.permit
	case "COMPOUNDFORBIDFLAG":
		return &d.compound.forbid
	}
	return nil
}

// first reports whether this is the first line of a table, which says how long it is.
func (a *affReader) first(table string) bool {
	seen := a.blocks[table]
	a.blocks[table] = true
	return !seen
}

// table reads a line of a table of words.
func (a *affReader) table(name string, rest []string) {
	d := a.d
	switch name {
	case "REP", "ICONV", "OCONV":
		if a.first(name) || len(rest) < 2 || len(d.replace)+len(d.in)+len(d.out) >= maxReplaces {
			return
		}
		pair := replacement{rest[0], rest[1]}
		switch name {
		case "REP":
			pair.to = strings.ReplaceAll(pair.to, "_", " ")
			pair.from = strings.ReplaceAll(pair.from, "_", " ")
			d.replace = append(d.replace, pair)
		case "ICONV":
			d.in = append(d.in, pair)
		default:
			d.out = append(d.out, pair)
		}
	case "MAP":
		if !a.first(name) && len(d.alike) < maxReplaces {
			d.alike = append(d.alike, alikeOf(rest[0]))
		}
	case "BREAK":
		if a.first(name) {
			d.breaks = nil
			return
		}
		if len(d.breaks) < 100 {
			d.breaks = append(d.breaks, rest[0])
		}
	}
}

// alikeOf reads a line of MAP: letters, and groups of letters in parentheses.
func alikeOf(s string) []string {
	var out []string
	for s != "" && len(out) < 100 {
		if s[0] == '(' {
			if end := strings.IndexByte(s, ')'); end > 0 {
				out = append(out, s[1:end])
				s = s[end+1:]
				continue
			}
		}
		_, size := firstRune(s)
		out = append(out, s[:size])
		s = s[size:]
	}
	return out
}

// affix reads a line of PFX or SFX without its keyword: the flag with Y or N and a count,
// then the flag with what is taken off, what is put there, and the condition.
func (a *affReader) affix(rest []string, suffix bool) error {
	if len(rest) < 3 {
		return nil
	}
	f := a.sets.kind.one(rest[0])
	side := flagSide{f, suffix}
	if _, known := a.cross[side]; !known {
		a.cross[side] = rest[1] == "Y"
		return nil
	}
	if a.count++; a.count > maxAffixes {
		return domain.Problem(ErrShape, "aff")
	}
	strip, text := rest[1], rest[2]
	cond := ""
	if len(rest) > 3 {
		cond = rest[3]
	}
	text, cont, _ := strings.Cut(text, "/")
	if strip == "0" {
		strip = ""
	}
	if text == "0" {
		text = ""
	}
	one := affix{cond: a.condition(cond), flag: f, cross: a.cross[side]}
	if cont != "" {
		one.cont = a.sets.id(cont)
	}
	list := a.d.prefixes
	if suffix {
		list = a.d.suffixes
	}
	for _, added := range a.sets.sets[one.cont] {
		list.added[added] = true
	}
	if text, strip = a.d.without(text), a.d.without(strip); len(text) <= maxWord && len(strip) <= maxWord {
		list.add(text, strip, one)
	}
	return nil
}

// condition returns the condition written as s; there are few different ones.
func (a *affReader) condition(s string) condition {
	c, ok := a.conds[s]
	if !ok {
		c = parseCondition(s)
		a.conds[s] = c
	}
	return c
}
