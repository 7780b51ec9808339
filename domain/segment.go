package domain

// Segment is a group of people a campaign speaks to or about. It describes a
// group, never a person. The fields follow the audience field list of the
// design (domain rules, 8.3).
type Segment struct {
	ID    ID
	Order string // fractional index; lists sort by Order, then ID

	Name        string
	Description string
	Role        string // one of SegmentRoles, "" when not said

	SizeLow    int // people; 0 when not known
	SizeHigh   int // people; 0 when only one figure is known
	SizeSource string

	AgeMin int // years; 0 when not limited
	AgeMax int // years; 0 when not limited
	Gender string
	Place  string

	Languages    []string // set, sorted
	Dialect      string
	Literacy     string
	Connectivity string
	DataCost     bool     // the cost of data keeps them from looking
	Channels     []string // set of channel ids they use, sorted
	AccessNeeds  []string // set, sorted

	Stance    string
	Power     int // 1 to 5, 0 when not rated
	Interest  int // 1 to 5, 0 when not rated
	Readiness string

	Values     string
	Barriers   string
	Messengers string // whom they trust
	Ask        string // the one thing they are asked to do
	Hours      string // when they can be reached

	Risk       string // risk to them if reached or exposed
	RiskNote   string
	DataSource string // what is held about them
}

// Kind implements Record.
func (Segment) Kind() Kind { return KindSegment }

// RecordID implements Record.
func (s Segment) RecordID() ID { return s.ID }

// The closed lists of a segment. The strings are stored; the catalogs name
// them under "segment.<list>.<value>".
func SegmentRoles() []string {
	return []string{
		"beneficiaries", "donors", "volunteers", "public", "youth",
		"media", "decision_makers", "partners", "opponents",
	}
}

// SegmentGenders lists whom a segment includes.
func SegmentGenders() []string { return []string{"all", "women", "men"} }

// SegmentLanguages lists first languages a segment reads or hears.
func SegmentLanguages() []string { return []string{"ar", "en", "fr", "ku", "fa", "tr", "ur", "so"} }

// SegmentDialects lists the spoken forms of Arabic a text may be written for.
func SegmentDialects() []string {
	return []string{"msa", "egyptian", "levantine", "gulf", "iraqi", "maghrebi", "sudanese", "yemeni"}
}

// SegmentLiteracy lists how easily a segment reads.
func SegmentLiteracy() []string { return []string{"low", "medium", "high"} }

// SegmentConnectivity lists how a segment is connected.
func SegmentConnectivity() []string { return []string{"offline", "sms", "intermittent", "good"} }

// SegmentAccessNeeds lists what makes content reachable for a segment.
func SegmentAccessNeeds() []string {
	return []string{"screen_reader", "captions", "sign_language", "easy_language", "large_print"}
}

// SegmentStances is the spectrum of allies (Lakey, Training for Change).
func SegmentStances() []string {
	return []string{"active_ally", "passive_ally", "neutral", "passive_opponent", "active_opponent"}
}

// SegmentReadiness lists the readiness stages of the Smart Chart (Spitfire).
func SegmentReadiness() []string {
	return []string{"sharing_knowledge", "building_will", "reinforcing_action"}
}

// SegmentRisks lists how much being reached or exposed could hurt a segment.
func SegmentRisks() []string { return []string{"low", "medium", "high"} }

// SegmentDataSources lists what is held about the people of a segment.
func SegmentDataSources() []string { return []string{"none", "aggregated", "survey_consent"} }

// Limits of a segment's figures.
const (
	MaxAge    = 120
	MaxPeople = 10_000_000_000
	MaxRating = 5
	MaxName   = 200    // runes of a name or title
	MaxLong   = 20_000 // runes of a long text
)

// Validate returns what is wrong with the segment. It never keeps anything
// from being saved: a half-filled form is a normal state.
func (s Segment) Validate() Problems {
	var p Problems
	if s.Name == "" {
		p = append(p, Problem(ErrRequired, "name"))
	}
	if bad := ageProblem(s.AgeMin, s.AgeMax); bad != nil {
		p = append(p, bad)
	}
	switch {
	case s.SizeLow < 0 || s.SizeLow > MaxPeople || s.SizeHigh < 0 || s.SizeHigh > MaxPeople:
		p = append(p, Problem(ErrRange, "size").With("min", 0).With("max", MaxPeople))
	case s.SizeHigh > 0 && s.SizeLow > s.SizeHigh:
		p = append(p, Problem(ErrOrder, "size"))
	}
	if (s.SizeLow > 0 || s.SizeHigh > 0) && s.SizeSource == "" {
		p = append(p, Problem(ErrNeedsSource, "size_source"))
	}
	for _, r := range []struct {
		field string
		value int
	}{{"power", s.Power}, {"interest", s.Interest}} {
		if r.value < 0 || r.value > MaxRating {
			p = append(p, Problem(ErrRange, r.field).With("min", 1).With("max", MaxRating))
		}
	}
	return p
}

func ageProblem(low, high int) *Error {
	switch {
	case low < 0 || low > MaxAge || high < 0 || high > MaxAge:
		return Problem(ErrRange, "age").With("min", 0).With("max", MaxAge)
	case high > 0 && low > high:
		return Problem(ErrOrder, "age")
	}
	return nil
}

// Minors reports whether the segment includes people under 18, as far as the
// ages say.
func (s Segment) Minors() bool { return (s.AgeMin > 0 || s.AgeMax > 0) && s.AgeMin < 18 }
