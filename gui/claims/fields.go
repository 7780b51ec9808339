package claims

import (
	"strings"
	"time"

	"athar/domain"
)

// The fields of a claim and of evidence, named as domain.Place and the catalogs name
// them ("wording.claim.type"). The text of a claim is "text.<language>".
const (
	fieldText             = "text"
	fieldType             = "type"
	fieldOrigin           = "origin"
	fieldFirstAppearance  = "first_appearance"
	fieldAppearances      = "appearances"
	fieldClaimDate        = "claim_date"
	fieldDataDate         = "data_date"
	fieldPlace            = "place"
	fieldChecks           = "checks"
	fieldRisk             = "risk"
	fieldRiskType         = "risk_type"
	fieldVerdict          = "verdict"
	fieldConfidence       = "confidence"
	fieldConfidenceReason = "confidence_reason"
	fieldAddedBy          = "added_by"
	fieldCheckedBy        = "checked_by"
	fieldCheckedOn        = "checked_on"
	fieldReviewBy         = "review_by"
	fieldPublished        = "correction_published"
	fieldCorrected        = "correction_corrected"
	fieldCorrectionOn     = "correction_on"
	fieldCorrectionWhere  = "correction_where"
	fieldMessages         = "messages"
	fieldEvidence         = "evidence"
)

// claimText returns where a text of a claim lives, nil for a field of another sort.
func claimText(field string, c *domain.Claim) *string {
	switch field {
	case fieldFirstAppearance:
		return &c.FirstAppearance
	case fieldAppearances:
		return &c.Appearances
	case fieldPlace:
		return &c.Place
	case fieldConfidenceReason:
		return &c.ConfidenceReason
	case fieldAddedBy:
		return &c.AddedBy
	case fieldCheckedBy:
		return &c.CheckedBy
	case fieldPublished:
		return &c.Correction.Published
	case fieldCorrected:
		return &c.Correction.Corrected
	case fieldCorrectionWhere:
		return &c.Correction.Where
	}
	return claimChoice(field, c)
}

// claimChoice returns where the chosen value of a field lives.
func claimChoice(field string, c *domain.Claim) *string {
	switch field {
	case fieldType:
		return &c.Type
	case fieldOrigin:
		return &c.Origin
	case fieldRisk:
		return &c.Risk
	case fieldRiskType:
		return &c.RiskType
	case fieldVerdict:
		return &c.Verdict
	case fieldConfidence:
		return &c.Confidence
	}
	return nil
}

func claimDate(field string, c *domain.Claim) *time.Time {
	switch field {
	case fieldClaimDate:
		return &c.ClaimDate
	case fieldDataDate:
		return &c.DataDate
	case fieldCheckedOn:
		return &c.CheckedOn
	case fieldReviewBy:
		return &c.ReviewBy
	case fieldCorrectionOn:
		return &c.Correction.On
	}
	return nil
}

// claimLists are the closed lists of a claim.
func claimLists(field string) []string {
	return map[string][]string{
		fieldType: domain.ClaimTypes(), fieldOrigin: domain.ClaimOrigins(), fieldRisk: domain.ClaimRisks(),
		fieldRiskType: domain.ClaimRiskTypes(), fieldVerdict: domain.ClaimVerdicts(), fieldConfidence: domain.ClaimConfidences(),
	}[field]
}

// The fields of evidence.
const (
	evidenceTitle     = "title"
	evidencePublisher = "publisher"
	evidenceAuthor    = "author"
	evidenceLink      = "link"
	evidencePublished = "published"
	evidenceAccessed  = "accessed"
	evidencePage      = "page"
	evidenceSource    = "source"
	evidenceArchived  = "archived"
	evidenceStance    = "stance"
)

func evidenceText(field string, e *domain.Evidence) *string {
	switch field {
	case evidenceTitle:
		return &e.Title
	case evidencePublisher:
		return &e.Publisher
	case evidenceAuthor:
		return &e.Author
	case evidenceLink:
		return &e.Link
	case evidencePage:
		return &e.Page
	case evidenceArchived:
		return &e.Archived
	case evidenceSource:
		return &e.Source
	case evidenceStance:
		return &e.Stance
	}
	return nil
}

func evidenceDate(field string, e *domain.Evidence) *time.Time {
	switch field {
	case evidencePublished:
		return &e.Published
	case evidenceAccessed:
		return &e.Accessed
	}
	return nil
}

func evidenceLists(field string) []string {
	return map[string][]string{
		evidenceSource: domain.EvidenceSources(), evidenceStance: domain.EvidenceStances(),
	}[field]
}

// textField names the text of a claim in a language.
func textField(lang string) string { return fieldText + "." + lang }

// languageOf returns the language of such a name.
func languageOf(field string) (lang string, ok bool) { return strings.CutPrefix(field, fieldText+".") }
