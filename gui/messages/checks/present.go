package checks

import (
	"strings"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/check"
	"athar/domain/claim"
	"athar/domain/privacy"
	"athar/domain/proofing"
	"athar/domain/text/readability"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// model is all that is shown in the list.
type model struct {
	Summary     string
	Reading     []reading
	Errors      []item
	Suggestions []item
}

// reading says how hard the core text in one language is to read.
type reading struct {
	Line     string
	Why      string // it is not to be relied on, or harder than it should be; "" for neither
	Reliable bool
	Hard     bool
}

// item is one entry, at one of its places.
type item struct {
	finding proofing.Finding // at the place
	key     entryKey
	at, all int // which place it is, from 0, and how many there are

	Kind         string
	Tone         kit.Tone
	Where        string
	Passage      string // as much as is shown, "" for a remark on no passage
	Reason       string
	Source       string       // of the rule, "" when none is told
	Alternatives []string     // other words; "" is to leave the passage out
	Claim        string       // what can be done about a claim, "" for nothing
	See          domain.Place // where Claim leads to, the zero Place where it does something
	Word         bool         // it can be put into the personal dictionary
	Fact         bool         // it cannot be muted
	Place        string       // which place of how many, "" where it is the only one
}

// entryKey tells the entries of a message from one another, as long as they are shown.
type entryKey struct {
	rule, severity string
	of             int // how many of the same come before it
}

// keys returns what tells the entries from one another.
func keys(entries []proofing.Entry) []entryKey {
	out, seen := make([]entryKey, len(entries)), map[entryKey]int{}
	for i, e := range entries {
		severity, _ := e.First().Args["severity"].(string)
		out[i] = entryKey{rule: e.First().Rule, severity: severity}
		seen[out[i]]++
		out[i].of = seen[entryKey{rule: out[i].rule, severity: severity}] - 1
	}
	return out
}

// presenter words what was found.
type presenter struct {
	printer  *i18n.Printer
	team     *proofing.Team
	channels channel.Catalog
	words    map[word][]string
	at       map[entryKey]int // the places to which somebody went on
}

// maxPassage is how many runes of a passage the list shows.
const maxPassage = 90

func (k *Checks) presenter() presenter {
	return presenter{k.deps.Env.Printer, k.team, k.deps.Channels, k.words, k.at}
}

func (k *Checks) present() model { return k.presenter().model(k.campaign, k.result) }

// model says what is shown of a result.
func (p presenter) model(c domain.Campaign, r proofing.Result) model {
	m := model{Summary: summary(p.printer, r.Count())}
	for _, t := range r.Texts {
		if t.Field == "core" {
			m.Reading = append(m.Reading, p.reading(t.Lang, r.Reading[t.Lang], r.Target))
		}
	}
	keys := keys(r.Entries)
	for i, e := range r.Entries {
		it := p.entry(c, e, keys[i])
		if e.First().Level == check.Error {
			m.Errors = append(m.Errors, it)
		} else {
			m.Suggestions = append(m.Suggestions, it)
		}
	}
	return m
}

// summary says how many findings there are.
func summary(p *i18n.Printer, n proofing.Count) string {
	switch {
	case n.Errors == 0 && n.Suggestions == 0:
		return p.T("checks.nothing")
	case n.Errors == 0:
		return p.N("checks.suggestions", n.Suggestions)
	case n.Suggestions == 0:
		return p.N("checks.errors", n.Errors)
	}
	return p.T("checks.both", "errors", p.N("checks.errors", n.Errors), "suggestions", p.N("checks.suggestions", n.Suggestions))
}

// entry is an entry at the place to which somebody went on.
func (p presenter) entry(c domain.Campaign, e proofing.Entry, key entryKey) item {
	at := min(p.at[key], len(e.Places)-1)
	it := p.item(c, e.Places[at])
	it.key, it.at, it.all = key, at, len(e.Places)
	if it.all > 1 {
		it.Place = p.printer.T("checks.place", "at", at+1, "n", it.all)
	}
	return it
}

func (p presenter) item(c domain.Campaign, f proofing.Finding) item {
	it := item{
		finding: f, Kind: p.printer.T("check.kind." + string(f.Kind)), Tone: tone(f), Where: p.where(f.Text),
		Passage: shortened(f.Passage), Reason: p.reason(c, f), Source: p.team.Source(f.Rule, p.printer.Lang()),
		Alternatives: f.Alternatives, Word: isUnknownWord(f), Fact: proofing.IsFact(f.Rule),
	}
	if severity, ok := f.Args["severity"].(string); ok && f.Kind == check.Privacy {
		it.Kind = p.printer.T("checks.severity", "kind", it.Kind, "severity", p.printer.T("check.severity."+severity))
	}
	if it.Word {
		it.Alternatives = p.words[word{f.Text.Lang, f.Passage}]
	}
	switch {
	case f.Kind == check.Claim && f.Args["id"] != nil:
		it.Claim, it.See = p.printer.T("checks.see_claim"), claimPlace(f)
	case f.Rule == claim.RuleAnswerUnlinked:
		it.Claim, it.See = p.printer.T("checks.see_claims"), domain.Place{Kind: domain.KindClaim}
	case f.Rule == claim.RuleAnswerOrder: // the core message has the rumour
	case f.Kind == check.Claim && f.Passage != "":
		it.Claim = p.printer.T("checks.make_claim")
		if _, known := claimWith(c, f); known {
			it.Claim = p.printer.T("checks.link_claim")
		}
	}
	return it
}

// claimPlace returns where the claim stands that a finding is about.
func claimPlace(f proofing.Finding) domain.Place {
	id, _ := f.Args["id"].(domain.ID)
	return domain.Place{Kind: domain.KindClaim, ID: id}
}

func tone(f proofing.Finding) kit.Tone {
	switch severity := f.Args["severity"]; {
	case f.Level == check.Error, severity == string(privacy.High):
		return kit.ToneDanger
	case severity == string(privacy.Medium):
		return kit.ToneWarning
	}
	return kit.ToneInfo
}

// where says in which text a finding is, "" for the message as a whole.
func (p presenter) where(t proofing.Text) string {
	field, rest, _ := strings.Cut(t.Field, ".")
	name := ""
	switch field {
	case "":
		return ""
	case "variant":
		name = p.channel(rest)
	case "media", "alternative":
		name = p.printer.T("checks.where." + field + "_" + t.Part)
	default:
		name = p.printer.T("checks.where." + field)
	}
	if t.Lang == "" {
		return name
	}
	return p.printer.T("checks.where", "field", i18n.Isolate(name), "language", p.language(t.Lang))
}

// channel names a channel, and its field where that is not the main one.
func (p presenter) channel(path string) string {
	id, field, _ := strings.Cut(path, ".")
	ch, ok := p.channels.Channel(id)
	if !ok {
		return id
	}
	name := ch.Name.In(p.printer.Lang())
	if f, ok := ch.Field(field); ok {
		return p.printer.T("checks.where.channel_field", "channel", i18n.Isolate(name), "field", f.Name.In(p.printer.Lang()))
	}
	return name
}

func (p presenter) language(code string) string {
	if key := "language." + code; p.printer.Has(key) {
		return p.printer.T(key)
	}
	return code
}

// reason says why a finding is shown. A rule in data brings its reason along.
func (p presenter) reason(c domain.Campaign, f proofing.Finding) string {
	args := []any{}
	for name, value := range f.Args {
		switch {
		case name == "channel":
			value = i18n.Isolate(p.channel(value.(string)))
		case name == "claim":
			said := value.(string)
			if known, ok := c.Claim(claimPlace(f).ID); ok { // in the language of whoever reads this
				said = known.Text.In(p.printer.Lang())
			}
			value = i18n.Isolate(shortened(said))
		case name == "language":
			value = p.language(value.(string))
		case name == "steps":
			value = p.steps(value.([]string))
		case name == "missing":
			value = p.missing(value.([]string))
		}
		args = append(args, name, value)
	}
	if rule, ok := p.team.Rule(f.Rule); ok {
		return p.printer.Fill(rule.Reason[p.printer.Lang()], append(args, "passage", i18n.Isolate(shortened(f.Passage)))...)
	}
	if f.Rule == proofing.RuleTooLong {
		return p.printer.N("check.length_over", f.Args["over"].(int), args...)
	}
	return p.printer.T(f.Key(), args...)
}

// steps says what an answer to a rumour lacks, a sentence each.
func (p presenter) steps(steps []string) string {
	sentences := make([]string, len(steps))
	for i, step := range steps {
		sentences[i] = p.printer.T("check.answer_step." + step)
	}
	return strings.Join(sentences, " ")
}

// missing lists the parts of a call to action.
func (p presenter) missing(parts []string) string {
	names := make([]string, len(parts))
	for i, part := range parts {
		names[i] = p.printer.T("checks.missing." + part)
	}
	return strings.Join(names, p.printer.T("checks.missing.comma"))
}

// shortened returns a passage in one line that is not too long.
func shortened(passage string) string {
	line := strings.Join(strings.Fields(passage), " ")
	if runes := []rune(line); len(runes) > maxPassage {
		return strings.TrimSpace(string(runes[:maxPassage])) + "…"
	}
	return line
}

// reading says how hard a text is to read, for whom it is meant.
func (p presenter) reading(lang string, r readability.Report, target readability.Target) reading {
	out := reading{Reliable: r.Reliable}
	language := p.language(lang)
	if r.Band == readability.NoBand {
		out.Line = p.printer.T("checks.reading.counts", "language", language,
			"words", p.printer.N("checks.words", r.Words), "average", r.AverageSentence)
		out.Reliable = true // nothing is claimed
		return out
	}
	out.Line = p.printer.T("checks.reading", "language", language, "band", p.printer.T("check.reading_band."+string(r.Band.Name())),
		"score", p.printer.Decimal(r.Score, 0), "average", p.printer.Decimal(r.AverageSentence, 0))
	if r.Reason != "" {
		out.Why = p.printer.T("check.reading_reason." + string(r.Reason))
	} else if r.Band < target.Band {
		out.Hard = true
		out.Why = p.printer.T("checks.reading.target", "band", p.printer.T("check.reading_band."+string(target.Band.Name())))
	}
	return out
}
