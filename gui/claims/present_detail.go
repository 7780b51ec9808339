package claims

import (
	"slices"
	"strings"

	"athar/domain"
	"athar/domain/claim"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// detail is what is said of the claim that is selected, beside its fields.
type detail struct {
	Status     string
	StatusTone kit.Tone
	Due        string
	Reason     string // why the status is what it is
	Support    string // who supports it
	Review     string // until when it can be used
	Gaps       []gap
	Languages  []language
	Media      bool // the boxes for pictures and video apply
	Evidence   []evidenceLine
	Messages   []link
	Others     []kit.Option // messages that do not use it yet
	ReviewHelp string
}

// gap is something to do, and where.
type gap struct{ Sentence, Field string }

// language is one in which the claim can be written.
type language struct{ Code, Name string }

// evidenceLine is a piece of evidence in one line.
type evidenceLine struct {
	ID    domain.ID
	Title string
	Line  string
}

// link is a message that uses the claim.
type link struct {
	ID    domain.ID
	Title string
}

// detail says what there is to say of a claim.
func (p presenter) detail(c domain.Campaign, l claim.Linked) detail {
	s := l.Standing
	d := detail{
		Status: p.status(s.Status), StatusTone: statusTone(s.Status), Reason: p.T("claims.why." + string(s.Status)),
		Languages: p.languages(c, l.Claim), Media: hasMedia(l.Claim),
	}
	if s.Independent > 0 {
		d.Support = p.N("claims.support", s.Independent)
	}
	switch {
	case s.Due:
		d.Due, d.Review = p.T("claims.due"), p.T("claims.due_since", "date", p.Date(s.Review))
	case !s.Review.IsZero():
		d.Review = p.T("claims.review", "date", p.Date(s.Review))
	}
	if l.Claim.Type == "statistic" {
		d.ReviewHelp = p.T("claims.review_help")
	}
	for _, g := range s.Gaps {
		d.Gaps = append(d.Gaps, gap{p.T("claims.lacks." + string(g)), p.fieldOf(g)})
	}
	for _, e := range c.EvidenceOf(l.Claim.ID) {
		d.Evidence = append(d.Evidence, p.evidence(e))
	}
	d.Messages, d.Others = p.messages(c, l.Claim)
	return d
}

// fieldOf returns the field in which a gap is filled.
func (p presenter) fieldOf(g claim.Gap) string {
	switch g {
	case claim.NoText:
		return textField(p.Lang())
	case claim.NoEvidence, claim.NoTwoSources, claim.NoIndependence:
		return fieldEvidence
	case claim.NoSecondPerson:
		return fieldCheckedBy
	case claim.OpenSIFT, claim.OpenMedia:
		return fieldChecks
	case claim.Contradicted:
		return fieldVerdict
	case claim.NoCorrection:
		return fieldCorrected
	}
	return string(g) // the others are named for their field
}

// languages are those of the campaign, the reader's first, and others in which the
// claim has text.
func (p presenter) languages(c domain.Campaign, k domain.Claim) []language {
	codes := c.Header.WrittenIn()
	for _, code := range k.Text.Languages() {
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	if i := slices.Index(codes, p.Lang()); i > 0 {
		codes = slices.Insert(slices.Delete(codes, i, i+1), 0, p.Lang())
	}
	var all []language
	for _, code := range codes {
		name := code
		if key := "language." + code; p.Has(key) {
			name = p.T(key)
		}
		all = append(all, language{code, name})
	}
	return all
}

// mediaChecks are the boxes beside those of SIFT.
func mediaChecks() []string {
	return slices.DeleteFunc(domain.ClaimChecks(), func(box string) bool { return slices.Contains(domain.ClaimSIFT(), box) })
}

// hasMedia reports whether a claim is about a picture or video, or was checked as one.
func hasMedia(k domain.Claim) bool {
	return k.Type == "image" || slices.ContainsFunc(mediaChecks(), func(box string) bool { return slices.Contains(k.Checks, box) })
}

func (p presenter) evidence(e domain.Evidence) evidenceLine {
	line := evidenceLine{ID: e.ID, Title: e.Title}
	if line.Title == "" {
		line.Title = p.T("claims.evidence.untitled")
	}
	var parts []string
	if slices.Contains(domain.EvidenceStances(), e.Stance) {
		parts = append(parts, p.T("evidence.stance."+e.Stance))
	} else {
		parts = append(parts, p.T("claims.evidence.no_stance"))
	}
	if slices.Contains(domain.EvidenceSources(), e.Source) {
		parts = append(parts, p.T("evidence.source."+e.Source))
	}
	if e.Publisher != "" {
		parts = append(parts, i18n.Isolate(e.Publisher))
	}
	line.Line = strings.Join(parts, p.T("claims.dot"))
	return line
}

// messages are those that use the claim, in list order, and those that do not. A
// claim merged from elsewhere can name one that was removed here.
func (p presenter) messages(c domain.Campaign, k domain.Claim) (linked []link, others []kit.Option) {
	for _, m := range c.SortedMessages() {
		title := m.Title
		if title == "" {
			title = p.T("claims.untitled_message")
		}
		if slices.Contains(k.Messages, m.ID) {
			linked = append(linked, link{m.ID, title})
		} else {
			others = append(others, kit.Option{Value: m.ID.String(), Label: title})
		}
	}
	return linked, others
}
