package main

import (
	"cmp"
	"fmt"
	"strings"

	"athar/domain"
	"athar/domain/calendar"
	"athar/domain/channel"
	"athar/domain/check"
	"athar/domain/privacy"
	"athar/domain/proofing"
	"athar/domain/text/language"
	"athar/domain/text/readability"
	"athar/gui/settings"
)

// checkJSON is the answer of `athar check`. Ranges are in runes of the text, which
// begins after a byte order mark.
type checkJSON struct {
	Language    string          `json:"language"`
	Readability readabilityJSON `json:"readability"`
	Findings    []findingJSON   `json:"findings"`
}

type readabilityJSON struct {
	Words           int                  `json:"words"`
	Sentences       int                  `json:"sentences"`
	AverageSentence float64              `json:"average_sentence"`
	AverageWord     float64              `json:"average_word"`
	LongSentences   int                  `json:"long_sentences"`
	Formula         readability.Formula  `json:"formula,omitempty"`
	Score           float64              `json:"score"`
	Band            readability.BandName `json:"band,omitempty"`
	Reliable        bool                 `json:"reliable"`
	Reason          readability.Reason   `json:"reason,omitempty"`
	Others          map[string]float64   `json:"others"` // by formula
}

type findingJSON struct {
	Rule         string      `json:"rule"`
	Level        check.Level `json:"level"`
	Kind         check.Kind  `json:"kind"`
	Start        int         `json:"start"`
	End          int         `json:"end"`
	Passage      string      `json:"passage"`
	Reason       string      `json:"reason"`
	Alternatives []string    `json:"alternatives"`
	Severity     string      `json:"severity,omitempty"` // of personal data
	Type         string      `json:"type,omitempty"`     // of personal data
}

// runCheck checks a text without a campaign: the public at large reads it.
func runCheck(in *invocation) error {
	fits, err := in.fitting()
	if err != nil {
		return err
	}
	written, err := in.readDraft()
	if err != nil {
		return err
	}
	lang := in.textLang
	if lang == "" {
		lang = language.Of(written).Lang
	}
	team, err := in.team(lang)
	if err != nil {
		return err
	}
	target := readability.TargetFor()
	found := team.Keep(check.NewDesk(team.Checkers(target)...).Check(written, lang))
	if long, over := fits(strings.TrimRight(written, "\r\n")); over {
		found = append(found, long)
		check.Sort(found)
	}
	answer := checkJSON{Language: lang, Readability: readabilityOf(readability.Read(written, lang, target))}
	answer.Findings = make([]findingJSON, 0, len(found))
	bad := false
	for _, f := range found {
		severity, _ := f.Args["severity"].(string)
		bad = bad || f.Level == check.Error || severity == string(privacy.High)
		answer.Findings = append(answer.Findings, in.finding(f, team))
	}
	if err := in.printCheck(written, answer, team.Entries(found)); err != nil {
		return err
	}
	if bad {
		return errProblems
	}
	return nil
}

// team returns the checks for a text in a language, as was chosen in the data folder.
// Choices that cannot be read count as none.
func (in *invocation) team(lang string) (*proofing.Team, error) {
	packs, err := loadWording()
	if err != nil {
		return nil, err
	}
	o := proofing.Options{Packs: packs, Regions: in.regions()}
	if c, err := proofing.ParseChoices(in.preference(proofing.Preference, "cli.check.sealed")); err == nil {
		o.Choices = c
	}
	o.Dictionaries = newBookshelf(in.data).spellers(o.Choices, lang)
	return proofing.New(o)
}

// regions returns where the people live of whom texts speak: what was chosen in the
// window, else the desktop's region.
func (in *invocation) regions() []string {
	if in.region != "" {
		return []string{in.region}
	}
	var chosen settings.Settings
	if in.findData() == nil {
		chosen = readSettings(in.data)
	}
	if region := cmp.Or(chosen.Region, systemRegion()); region != "" && region != calendar.World {
		return []string{region}
	}
	return nil
}

// fitting returns what says whether the channel that was named takes a text, with the
// limit that was given; without a channel, every text fits. A region is looked at, too,
// before anything is read.
func (in *invocation) fitting() (func(written string) (check.Finding, bool), error) {
	if in.region = strings.ToUpper(in.region); in.region != "" && !privacy.KnowsRegion(in.region) {
		return nil, errUsage{"cli.error.region", []any{"region", in.region}}
	}
	if in.channel == "" {
		if in.field != "" || in.limit != 0 {
			return nil, errUsage{key: "cli.error.limit_of"}
		}
		return func(string) (check.Finding, bool) { return check.Finding{}, false }, nil
	}
	ch, field, err := in.channelField()
	if err != nil {
		return nil, err
	}
	if in.limit < 0 || in.limit > channel.MaxLimit {
		return nil, errUsage{"cli.error.limit", []any{"max", channel.MaxLimit}}
	}
	if in.limit > 0 {
		field = field.Limited(in.limit)
	}
	return func(written string) (check.Finding, bool) {
		found, over := proofing.TooLong(field, written)
		if over {
			found.Args["channel"] = ch.Name.In(in.lang)
		}
		return found, over
	}, nil
}

// readDraft reads the text to check; there has to be some.
func (in *invocation) readDraft() (string, error) {
	data, name, err := in.readInput()
	switch {
	case err != nil:
		return "", err
	case strings.TrimSpace(data) == "":
		return "", fileProblem(domain.ErrFileEmpty, name)
	}
	return data, nil
}

func readabilityOf(r readability.Report) readabilityJSON {
	j := readabilityJSON{
		Words: r.Words, Sentences: r.Sentences, AverageSentence: r.AverageSentence, AverageWord: r.AverageWord,
		LongSentences: len(r.LongSentences), Formula: r.Formula, Score: r.Score, Band: r.Band.Name(),
		Reliable: r.Reliable, Reason: r.Reason, Others: map[string]float64{},
	}
	for _, o := range r.Others {
		j.Others[string(o.Formula)] = o.Value
	}
	return j
}

// finding words a finding for people.
func (in *invocation) finding(f check.Finding, team *proofing.Team) findingJSON {
	var args []any
	for name, value := range f.Args {
		args = append(args, name, value)
	}
	j := findingJSON{
		Rule: f.Rule, Level: f.Level, Kind: f.Kind, Start: f.Start, End: f.End, Passage: f.Passage,
		Alternatives: append([]string{}, f.Alternatives...),
	}
	if rule, ok := team.Rule(f.Rule); ok {
		j.Reason = in.printer.Fill(rule.Reason[in.lang], args...)
	} else if over, ok := f.Args["over"].(int); ok {
		j.Reason = in.printer.N(f.Key(), over, args...)
	} else if key := f.Key(); in.printer.Has(key) {
		j.Reason = in.printer.T(key, args...)
	}
	j.Severity, _ = f.Args["severity"].(string)
	j.Type, _ = f.Args["type"].(string)
	return j
}

// printCheck prints what a colleague would say, with the lines of the text that it is
// about: what is found at several places has its reason once.
func (in *invocation) printCheck(written string, a checkJSON, entries []proofing.Entry) error {
	if in.json {
		return in.printJSON(a)
	}
	in.say("cli.check.text", "words", a.Readability.Words, "sentences", a.Readability.Sentences)
	reasons := map[string]string{}
	for _, f := range a.Findings {
		reasons[placeOf(f.Rule, f.Start)] = f.Reason
	}
	for _, e := range entries {
		f := e.First()
		in.say("cli.check.finding", "line", lineOf(written, f.Start), "kind", in.printer.T("check.kind."+string(f.Kind)),
			"passage", oneLine(f.Passage), "reason", reasons[placeOf(f.Rule, f.Start)])
		for _, f := range e.Places[1:] {
			in.say("cli.check.also", "line", lineOf(written, f.Start), "passage", oneLine(f.Passage))
		}
	}
	if len(entries) == 0 {
		in.say("cli.check.nothing")
	}
	return nil
}

func placeOf(rule string, start int) string { return fmt.Sprint(rule, " ", start) }

func oneLine(passage string) string { return strings.Join(strings.Fields(passage), " ") }

// lineOf returns the number of the line on which a rune of the text stands.
func lineOf(written string, at int) int {
	line := 1
	for _, r := range written {
		if at == 0 {
			break
		}
		if at--; r == '\n' {
			line++
		}
	}
	return line
}
