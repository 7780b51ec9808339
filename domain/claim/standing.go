package claim

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/text"
)

// Status says where a claim stands, after the evidence was looked at and not only the
// verdict that somebody gave. The strings stand in the catalogs and in JSON.
type Status string

// The statuses.
const (
	Incomplete  Status = "incomplete"       // it cannot be judged yet: what and of when is missing
	NotChecked  Status = "not_checked"      // nobody gave a verdict, or the evidence for it is gone
	Unproven    Status = "unproven"         // called supported, but the evidence does not carry it
	Supported   Status = "supported"        // and the evidence carries it
	Partly      Status = "partly_supported" // and the evidence carries as much
	Unsupported Status = "unsupported"
	False       Status = "false"
	Opinion     Status = "opinion" // nothing that could be proved
)

// Statuses returns every status.
func Statuses() []Status {
	return []Status{Incomplete, NotChecked, Unproven, Supported, Partly, Unsupported, False, Opinion}
}

// Gap is something that a claim lacks. The strings stand in the catalogs and in JSON.
type Gap string

// The gaps.
const (
	NoText         Gap = "text"
	NoType         Gap = "type"
	NoDataDate     Gap = "data_date"       // of a statistic: of when are the figures?
	NoEvidence     Gap = "evidence"        // nothing supports it
	NoTwoSources   Gap = "two_sources"     // one primary source, or two secondary ones of different publishers
	NoIndependence Gap = "two_independent" // at high risk: two publishers
	NoChecker      Gap = "checked_by"
	NoSecondPerson Gap = "second_person" // at high risk: not the one who wrote it down
	NoCheckDate    Gap = "checked_on"
	NoConfidence   Gap = "confidence"
	NoReview       Gap = "review_by"   // of a statistic
	OpenSIFT       Gap = "sift"        // boxes of SIFT are open
	OpenMedia      Gap = "media"       // boxes for pictures and video are open
	Contradicted   Gap = "contradicts" // some evidence says otherwise, and the verdict does not
	NoCorrection   Gap = "correction"  // it is wrong and messages use it
)

// Gaps returns every gap.
func Gaps() []Gap {
	return []Gap{
		NoText, NoType, NoDataDate, NoEvidence, NoTwoSources, NoIndependence, NoChecker, NoSecondPerson,
		NoCheckDate, NoConfidence, NoReview, OpenSIFT, OpenMedia, Contradicted, NoCorrection,
	}
}

// Standing is what there is to say of a claim on a day.
type Standing struct {
	Status      Status
	Gaps        []Gap     // in the order of Gaps
	Independent int       // publishers that support it
	Review      time.Time // when it has to be looked at again; zero when never
	Due         bool      // that day is over: amber
	Refuted     bool      // it is false, and evidence shows that
}

// Sourced reports whether a message may rest on the claim: evidence carries it, or it
// is marked as an opinion.
func (s Standing) Sourced() bool {
	return s.Status == Supported || s.Status == Partly || s.Status == Opinion
}

// highRisk is the value of Claim.Risk that asks for a second person and two publishers.
const highRisk = "high"

// statisticMonths is how long a figure may be used before somebody looks again.
const statisticMonths = 12

// Judge says where a claim stands today, with the evidence that belongs to it.
func Judge(c domain.Claim, evidence []domain.Evidence, today time.Time) Standing {
	support := weigh(evidence)
	s := Standing{Independent: len(support.publishers), Review: reviewOf(c)}
	s.Due = !s.Review.IsZero() && day(today).After(day(s.Review))
	missing := map[Gap]bool{
		NoText:     c.Text.Empty(),
		NoType:     c.Type == "",
		NoDataDate: c.Type == "statistic" && c.DataDate.IsZero(),
	}
	s.Status = Incomplete
	if !missing[NoText] && !missing[NoType] && !missing[NoDataDate] {
		s.Status = statusOf(c, support)
	}
	s.Refuted = s.Status == False && support.refuted
	if c.Verdict != domain.VerdictOpinion {
		addProofGaps(missing, c, support)
	}
	addCheckGaps(missing, c)
	for _, g := range Gaps() {
		if missing[g] {
			s.Gaps = append(s.Gaps, g)
		}
	}
	return s
}

// addProofGaps notes what the evidence lacks.
func addProofGaps(missing map[Gap]bool, c domain.Claim, w weight) {
	positive := c.Verdict == domain.VerdictSupported || c.Verdict == domain.VerdictPartly
	missing[NoEvidence] = w.supporting == 0 && (positive || c.Verdict == domain.VerdictNotChecked)
	missing[NoTwoSources] = positive && w.supporting > 0 && !w.carries()
	missing[NoIndependence] = positive && c.Risk == highRisk && len(w.publishers) < 2
	missing[Contradicted] = c.Verdict == domain.VerdictSupported && w.contradicting > 0
}

// addCheckGaps notes what the check lacks.
func addCheckGaps(missing map[Gap]bool, c domain.Claim) {
	judged := c.Verdict != domain.VerdictNotChecked
	proof := judged && c.Verdict != domain.VerdictOpinion
	missing[NoChecker] = judged && strings.TrimSpace(c.CheckedBy) == ""
	missing[NoSecondPerson] = judged && c.Risk == highRisk && !missing[NoChecker] && samePerson(c.CheckedBy, c.AddedBy)
	missing[NoCheckDate] = judged && c.CheckedOn.IsZero()
	missing[NoConfidence] = proof && c.Confidence == ""
	missing[NoReview] = proof && c.Type == "statistic" && reviewOf(c).IsZero()
	missing[OpenSIFT] = proof && !hasAll(c.Checks, domain.ClaimSIFT())
	missing[OpenMedia] = proof && c.Type == "image" && !hasAll(c.Checks, mediaChecks())
	wrong := c.Verdict == domain.VerdictFalse || c.Verdict == domain.VerdictUnsupported
	missing[NoCorrection] = wrong && len(c.Messages) > 0 && c.Correction.Corrected == ""
}

// statusOf is the verdict, unless the rules for it are not kept.
func statusOf(c domain.Claim, w weight) Status {
	switch c.Verdict {
	case domain.VerdictSupported, domain.VerdictPartly:
		second := c.Risk != highRisk || len(w.publishers) >= 2 && c.CheckedBy != "" && !samePerson(c.CheckedBy, c.AddedBy)
		if !w.carries() || !second {
			return Unproven
		}
		return Status(c.Verdict)
	case domain.VerdictUnsupported, domain.VerdictFalse, domain.VerdictOpinion:
		return Status(c.Verdict)
	}
	return NotChecked
}

// weight is what the evidence for a claim amounts to.
type weight struct {
	supporting, contradicting int
	refuted                   bool // enough contradicts, by the rule of carries
	primary                   bool
	publishers                []string // different ones that support it
	secondary                 []string // of these, of secondary sources
}

// carries reports whether the evidence is enough to call a claim supported: one
// primary source, or two secondary ones that do not copy from one house.
func (w weight) carries() bool { return w.primary || len(w.secondary) >= 2 }

func weigh(evidence []domain.Evidence) weight {
	w := sum(evidence, "supports")
	against := sum(evidence, "contradicts")
	w.contradicting, w.refuted = against.supporting, against.carries()
	return w
}

// sum is what the evidence of one stance amounts to.
func sum(evidence []domain.Evidence, stance string) (w weight) {
	for _, e := range evidence {
		if e.Stance != stance {
			continue
		}
		w.supporting++
		w.primary = w.primary || e.Source == "primary"
		publisher := publisherOf(e)
		if publisher == "" {
			continue
		}
		w.publishers = appendNew(w.publishers, publisher)
		if e.Source == "secondary" {
			w.secondary = appendNew(w.secondary, publisher)
		}
	}
	return w
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// publisherOf returns who stands for the evidence, in a form to compare: the
// publisher, or the host of the link, or the author.
func publisherOf(e domain.Evidence) string {
	if p := text.Fold(e.Publisher); p != "" {
		return p
	}
	if u, err := url.Parse(strings.TrimSpace(e.Link)); err == nil && u.Host != "" {
		return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	}
	return text.Fold(e.Author)
}

// reviewOf returns the day on which the claim has to be looked at again: the one that
// was set, and for a statistic no later than a year after the check.
func reviewOf(c domain.Claim) time.Time {
	if c.Type != "statistic" || c.CheckedOn.IsZero() {
		return c.ReviewBy
	}
	latest := c.CheckedOn.AddDate(0, statisticMonths, 0)
	if c.ReviewBy.IsZero() || c.ReviewBy.After(latest) {
		return latest
	}
	return c.ReviewBy
}

func day(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// samePerson compares names as people write them. Nobody is the same as nobody.
func samePerson(a, b string) bool { return text.Fold(a) == text.Fold(b) }

func hasAll(done, wanted []string) bool {
	return !slices.ContainsFunc(wanted, func(box string) bool { return !slices.Contains(done, box) })
}

// mediaChecks returns the boxes beside those of SIFT.
func mediaChecks() []string {
	return slices.DeleteFunc(domain.ClaimChecks(), func(box string) bool { return slices.Contains(domain.ClaimSIFT(), box) })
}
