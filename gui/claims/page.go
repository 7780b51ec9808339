package claims

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/audit"
	"athar/domain/claim"
	"athar/domain/paper"
)

// printed is one claim on the page.
type printed struct {
	Texts    []printedText
	Status   string
	Tone     string // the class of the status
	Facts    []string
	Gaps     []string
	Evidence []string
	Messages string
}

// printedText is a claim in one language.
type printedText struct{ Lang, Text string }

// page makes the page on which the ledger is printed.
func (p presenter) page(c domain.Campaign, ledger []claim.Linked, today time.Time) ([]byte, error) {
	data := struct {
		None, Evidence, Gaps string
		Claims               []printed
	}{None: p.T("claims.none"), Evidence: p.T("claims.section.evidence"), Gaps: p.T("claims.gaps")}
	for _, l := range ledger {
		data.Claims = append(data.Claims, p.printed(c, l))
	}
	return paper.Make(paper.Page{
		Lang: p.Lang(), Title: c.Header.Title, Line: p.T("claims.print.line", "date", p.Date(today)),
		Style: printedStyle, Body: printedBody, Data: data,
	})
}

func (p presenter) printed(c domain.Campaign, l claim.Linked) printed {
	d := p.detail(c, l)
	out := printed{Status: d.Status, Tone: map[bool]string{true: "good", false: "open"}[l.Holds() && !l.Standing.Due]}
	for _, lang := range d.Languages {
		if text := l.Claim.Text.Of(lang.Code); text != "" {
			out.Texts = append(out.Texts, printedText{lang.Code, text})
		}
	}
	if len(out.Texts) == 0 {
		out.Texts = []printedText{{p.Lang(), p.T("claims.untitled")}}
	}
	for _, fact := range []string{d.Reason, d.Support, p.checked(l.Claim), d.Review} {
		if fact != "" {
			out.Facts = append(out.Facts, fact)
		}
	}
	for _, g := range d.Gaps {
		out.Gaps = append(out.Gaps, g.Sentence)
	}
	for _, e := range c.EvidenceOf(l.Claim.ID) {
		out.Evidence = append(out.Evidence, p.cited(e))
	}
	var titles []string
	for _, m := range d.Messages {
		titles = append(titles, m.Title)
	}
	if len(titles) > 0 {
		out.Messages = p.T("claims.print.messages", "messages", strings.Join(titles, p.T("claims.and")))
	}
	return out
}

// checked says who gave the verdict, and when.
func (p presenter) checked(k domain.Claim) string {
	switch {
	case k.CheckedBy == "":
		return ""
	case k.CheckedOn.IsZero():
		return p.T("claims.checked_by", "name", k.CheckedBy)
	}
	return p.T("claims.checked_by_on", "name", k.CheckedBy, "date", p.Date(k.CheckedOn))
}

// cited is a piece of evidence as a list of sources has it.
func (p presenter) cited(e domain.Evidence) string {
	line := p.evidence(e)
	parts := []string{line.Title, line.Line, e.Author}
	if !e.Published.IsZero() {
		parts = append(parts, p.Date(e.Published))
	}
	if e.Page != "" {
		parts = append(parts, p.T("claims.print.page", "page", e.Page))
	}
	parts = append(parts, e.Link, e.Archived)
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), p.T("claims.dot"))
}

const printedBody = `<main>
{{range .Claims}}<section class="claim">
{{range .Texts}}<p class="text strong" lang="{{.Lang}}" dir="{{dir .Lang}}">{{.Text}}</p>
{{end}}<p><span class="status {{.Tone}}">{{.Status}}</span></p>
{{range .Facts}}<p class="fact" dir="auto">{{.}}</p>
{{end}}{{with .Gaps}}<h2>{{$.Gaps}}</h2><ul>{{range .}}<li dir="auto">{{.}}</li>{{end}}</ul>
{{end}}{{with .Evidence}}<h2>{{$.Evidence}}</h2><ul>{{range .}}<li dir="auto">{{.}}</li>{{end}}</ul>
{{end}}{{with .Messages}}<p class="small" dir="auto">{{.}}</p>
{{end}}</section>
{{else}}<p class="none">{{.None}}</p>
{{end}}</main>`

const printedStyle = `.claim { border-block-end: 1px solid #c9d2d6; padding-block-end: 3mm; margin-block-end: 4mm; break-inside: avoid; }
.strong { font-size: 12.5pt; font-weight: 600; }
.fact { margin: 1mm 0; }
.claim ul { margin: 0; padding-inline-start: 6mm; }
.claim li { overflow-wrap: anywhere; text-align: start; }
.status { border: 1px solid #55636a; border-radius: 2mm; padding: 0 2mm; }
.good { background: #dcefe3; }
.open { background: #fbeed3; }
`

// table gives a row for every claim, under the names of its columns. Days are as in
// 2026-11-23, so that every spreadsheet can sort them.
func (p presenter) table(c domain.Campaign, ledger []claim.Linked) [][]string {
	var head, languages []string
	for _, l := range p.languages(c, domain.Claim{}) {
		head, languages = append(head, l.Name), append(languages, l.Code)
	}
	name := func(field string) string { return p.T("wording.claim." + field) }
	rows := [][]string{append(
		head, name(fieldType), p.T("claims.csv.status"), p.T("claims.gaps"), name(fieldVerdict), name(fieldRisk), name(fieldConfidence),
		name(fieldDataDate), name(fieldAddedBy), name(fieldCheckedBy), name(fieldCheckedOn), name(fieldReviewBy),
		p.T("claims.csv.support"), p.T("claims.section.evidence"), name(fieldMessages),
	)}
	for _, l := range ledger {
		rows = append(rows, p.cells(c, l, languages))
	}
	return rows
}

func (p presenter) cells(c domain.Campaign, l claim.Linked, languages []string) []string {
	k, d := l.Claim, p.detail(c, l)
	var cells, gaps, evidence, messages []string
	for _, lang := range languages {
		cells = append(cells, k.Text.Of(lang))
	}
	for _, g := range d.Gaps {
		gaps = append(gaps, g.Sentence)
	}
	for _, e := range c.EvidenceOf(k.ID) {
		evidence = append(evidence, p.cited(e))
	}
	for _, m := range d.Messages {
		messages = append(messages, m.Title)
	}
	return append(
		cells, p.named("claim.type.", k.Type), d.Status, strings.Join(gaps, "\n"), p.named("claim.verdict.", k.Verdict),
		p.named("claim.risk.", k.Risk), p.named("claim.confidence.", k.Confidence), isoDay(k.DataDate), k.AddedBy, k.CheckedBy,
		isoDay(k.CheckedOn), isoDay(l.Standing.Review), p.Int(l.Standing.Independent), strings.Join(evidence, "\n"), strings.Join(messages, "\n"),
	)
}

// named is the name of a value of a closed list; one of a newer Athar stays as it is.
func (p presenter) named(prefix, value string) string {
	if value == "" || !p.Has(prefix+value) {
		return value
	}
	return p.T(prefix + value)
}

func isoDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// unfenced takes the fences off that keep names apart on the screen: in a file they
// are in the way of whoever searches it.
var unfenced = strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "")

// csvFile makes the rows as a file.
func csvFile(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	err := audit.WriteCSV(&b, func(yield func([]string) bool) {
		for _, r := range rows {
			plain := make([]string, len(r))
			for i, cell := range r {
				plain[i] = unfenced.Replace(cell)
			}
			if !yield(plain) {
				return
			}
		}
	})
	return b.Bytes(), err
}
