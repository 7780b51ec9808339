package domain

import "time"

// Claim is a sentence that can be true or false and that messages rest on, with
// what is known of it. The fields follow the claim ledger of the design (domain
// rules, 7). Its status and dates are judged in domain/claim.
type Claim struct {
	ID    ID
	Order string // fractional index; lists sort by Order, then ID

	Text     Text   // the exact sentence
	Type     string // one of ClaimTypes, "" when not said
	Origin   string // one of ClaimOrigins, "" when not said
	Messages []ID   // set of messages that use it, sorted

	FirstAppearance string // link, or words by which it is found again
	Appearances     string // more of them, one a line
	ClaimDate       time.Time
	DataDate        time.Time // of the figures; a statistic without one is incomplete
	Place           string

	Checks   []string // set of ClaimChecks that were done, sorted
	Risk     string   // one of ClaimRisks: what it would do if it were wrong; "" when not rated
	RiskType string   // one of ClaimRiskTypes, "" when none

	Verdict          string // one of ClaimVerdicts, "" while it was not checked
	Confidence       string // one of ClaimConfidences, "" when not said
	ConfidenceReason string
	AddedBy          string // who wrote it down
	CheckedBy        string // a second person where the risk is high
	CheckedOn        time.Time
	ReviewBy         time.Time // when it must be looked at again

	Correction Correction
}

// Correction is how a claim that was published and wrong was put right.
type Correction struct {
	Published string // what had been published
	Corrected string // what is right
	On        time.Time
	Where     string // where it was announced
}

// Evidence is a source that speaks for or against a claim, or explains it.
type Evidence struct {
	ID    ID
	Claim ID
	Order string // fractional index among those of the claim

	Title     string
	Publisher string
	Author    string
	Link      string // address or file
	Published time.Time
	Accessed  time.Time
	Page      string
	Source    string // one of EvidenceSources, "" when not said
	Archived  string // where a copy is kept
	Stance    string // one of EvidenceStances, "" when not said
}

// Kind implements Record.
func (Claim) Kind() Kind { return KindClaim }

// RecordID implements Record.
func (c Claim) RecordID() ID { return c.ID }

// Kind implements Record.
func (Evidence) Kind() Kind { return KindEvidence }

// RecordID implements Record.
func (e Evidence) RecordID() ID { return e.ID }

// WithMessage returns the claim with the message added to or taken from those that
// use it.
func (c Claim) WithMessage(id ID, member bool) Claim {
	c.Messages = withID(c.Messages, id, member)
	return c
}

// The verdicts. The strings are stored.
const (
	VerdictNotChecked  = ""
	VerdictSupported   = "supported"
	VerdictPartly      = "partly_supported"
	VerdictUnsupported = "unsupported"
	VerdictFalse       = "false"
	VerdictOpinion     = "opinion"
)

// The closed lists of a claim and its evidence. The strings are stored; the
// catalogs name them under "claim.<list>.<value>" and "evidence.<list>.<value>".

// ClaimTypes lists what a claim can be about.
func ClaimTypes() []string {
	return []string{"statistic", "quotation", "event", "legal", "scientific", "attribution", "image"}
}

// ClaimOrigins lists where a claim can come from.
func ClaimOrigins() []string {
	return []string{"own_data", "partner", "media", "social_media", "official", "academic"}
}

// ClaimVerdicts lists what a check can find, but for "not checked", which is "".
func ClaimVerdicts() []string {
	return []string{VerdictSupported, VerdictPartly, VerdictUnsupported, VerdictFalse, VerdictOpinion}
}

// ClaimChecks lists the boxes of a check: the four of SIFT (Caulfield), then those
// for pictures and video (Verification Handbook).
func ClaimChecks() []string {
	return append(ClaimSIFT(), "original", "source", "date", "place", "motivation")
}

// ClaimSIFT lists the boxes of SIFT: stop, investigate the source, find better
// coverage, trace claims to the original.
func ClaimSIFT() []string { return []string{"stop", "investigate", "find", "trace"} }

// ClaimRisks lists how much a claim would harm if it were wrong.
func ClaimRisks() []string { return []string{"low", "medium", "high"} }

// ClaimRiskTypes lists the seven types of First Draft (Wardle), in rising intent to
// deceive.
func ClaimRiskTypes() []string {
	return []string{"satire", "false_connection", "misleading", "imposter", "false_context", "manipulated", "fabricated"}
}

// ClaimConfidences lists how sure a verdict is.
func ClaimConfidences() []string { return []string{"low", "medium", "high"} }

// EvidenceSources lists how near a source is to what it tells of.
func EvidenceSources() []string { return []string{"primary", "secondary", "tertiary"} }

// EvidenceStances lists what evidence does to a claim.
func EvidenceStances() []string { return []string{"supports", "contradicts", "context"} }
