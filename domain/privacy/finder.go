package privacy

import (
	"cmp"
	"slices"
	"strings"

	"athar/domain/check"
)

// Type says what was found. The strings stand in Args["type"] of a finding and in
// the program's JSON and never change.
type Type string

// The types. A national number is NATIONAL_ID_ and its country; the American one
// keeps the name by which it is known.
const (
	Email      Type = "EMAIL"
	Phone      Type = "PHONE"
	IBAN       Type = "IBAN"
	Card       Type = "CREDIT_CARD"
	GPS        Type = "GPS"
	Birth      Type = "DATE_OF_BIRTH"
	Passport   Type = "PASSPORT"
	Case       Type = "CASE_ID"
	Plate      Type = "VEHICLE"
	IP         Type = "IP"
	MAC        Type = "MAC"
	Name       Type = "NAME"
	Minor      Type = "MINOR"
	Sensitive  Type = "SENSITIVE" // health, religion and the like beside a name
	Handle     Type = "HANDLE"    // only of columns: in a draft a handle is a mention
	SSN        Type = "US_SSN"
	NationalID Type = "NATIONAL_ID_" // followed by the country
)

// rule returns the id of the rule that finds the type.
func (t Type) rule() string {
	switch {
	case t == SSN || strings.HasPrefix(string(t), string(NationalID)):
		return "privacy_national_id"
	case t == Card:
		return "privacy_card"
	case t == Birth:
		return "privacy_birth"
	case t == Case:
		return "privacy_case"
	}
	return "privacy_" + strings.ToLower(string(t))
}

// Rules returns the id of every rule of the package.
func Rules() []string {
	types := []Type{Email, Phone, IBAN, Card, SSN, GPS, Birth, Passport, Case, Plate, IP, MAC, Name, Minor, Sensitive, Handle}
	rules := make([]string, len(types))
	for i, t := range types {
		rules[i] = t.rule()
	}
	return rules
}

// Severity says how bad it would be to publish what was found.
type Severity string

// The severities.
const (
	High   Severity = "high"   // leads to one person: a number of theirs, their door
	Medium Severity = "medium" // leads to one person together with other things, or is not certain
	Low    Severity = "low"    // probably meant for the public, or only a hint
)

// rank orders severities, the worst first.
func (s Severity) rank() int { return slices.Index([]Severity{High, Medium, Low}, s) }

// Options say where the people live of whom the texts speak.
type Options struct {
	// Regions are ISO 3166 codes in upper case, the most likely first. A telephone
	// number without a country code is looked up in them, then in the regions that
	// Regions returns. What is written like a mobile number of one of them is found
	// without a zero in front and without a word that speaks of telephones.
	Regions []string
}

// Finder finds personal data. It is immutable and safe for concurrent use.
type Finder struct {
	home    []string // those that were named
	regions []string // home and then the others
}

var _ check.Checker = (*Finder)(nil)

// New returns a finder.
func New(o Options) *Finder {
	f := &Finder{home: slices.Clone(o.Regions), regions: slices.Clone(o.Regions)}
	for _, r := range Regions() {
		if !slices.Contains(f.regions, r) {
			f.regions = append(f.regions, r)
		}
	}
	return f
}

// Check finds the personal data in a paragraph, in order; no two findings overlap.
// The language does not matter: people mix them, and numbers have none. It takes
// time in proportion to the length of the text, whatever the text is.
func (f *Finder) Check(paragraph, _ string) []check.Finding {
	d := f.read(paragraph)
	if len(d.hits) == 0 {
		return nil
	}
	runes := []rune(paragraph)
	found := make([]check.Finding, 0, len(d.hits))
	for _, h := range d.hits {
		start, end := d.original(h.start, h.end)
		found = append(found, check.Finding{
			Rule: h.kind.rule(), Level: check.Suggestion, Kind: check.Privacy,
			Start: start, End: end, Passage: string(runes[start:end]),
			Alternatives: h.instead,
			Args:         map[string]any{"severity": string(h.severity), "type": string(h.kind)},
		})
	}
	return found
}

// read lets every kind of search look at the text. The order matters: who comes
// first takes the passage, so the surest forms come before those that would take a
// part of them for something else.
func (f *Finder) read(text string) *draft {
	d := newDraft(text)
	d.findMail()
	if d.digits {
		d.findMACs()
		d.findIPs()
		d.findIBANs()
		d.findPlaces()
		d.findLinks()
		d.findDates()
		d.findDocuments()
		d.findLettered()
		d.findNumbers(f)
	}
	d.findWords()
	d.findNames()
	d.findSensitive()
	slices.SortFunc(d.hits, func(a, b hit) int { return cmp.Compare(a.start, b.start) })
	return d
}

// hit is something found, as a range of bytes of the folded draft.
type hit struct {
	kind       Type
	severity   Severity
	start, end int
	instead    []string
}

// add keeps a hit unless somebody has taken a part of its range, and says so.
func (d *draft) add(h hit) bool {
	if d.isTaken(h.start, h.end) {
		return false
	}
	d.take(h.start, h.end)
	d.hits = append(d.hits, h)
	return true
}
