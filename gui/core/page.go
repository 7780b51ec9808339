package core

import (
	"time"

	"athar/domain"
	"athar/domain/paper"
)

// printed is what the page shows.
type printed struct {
	House      bool
	Roof       printedField
	Pillars    []pillar
	Foundation printedField
	Fields     []printedField // of the other frameworks
}

// pillar is one with its proof.
type pillar struct{ Pillar, Proof printedField }

// printedField is a field with its texts, or with a word where there are none.
type printedField struct {
	Name  string
	Lines []line
	None  string
}

// page makes the page on which the core message is printed.
func (p presenter) page(c domain.Campaign, today time.Time) ([]byte, error) {
	s := p.state(c)
	f, _ := p.library.Framework(s.Framework)
	return paper.Make(paper.Page{
		Lang: p.Lang(), Landscape: s.Framework == house,
		Title: c.Header.Title,
		Line:  p.T("core.print.line", "framework", f.Name.In(p.Lang()), "date", p.Date(today)),
		Style: printedStyle, Body: printedBody, Data: p.printed(s),
	})
}

func (p presenter) printed(s state) printed {
	of := func(x field) printedField {
		out := printedField{Name: x.Name, None: p.T("core.print.nothing")}
		for _, l := range s.Languages {
			if text := x.Text.Of(l.Code); text != "" {
				out.Lines = append(out.Lines, line{l.Code, l.Name, text})
			}
		}
		return out
	}
	out := printed{House: s.Framework == house && len(s.Fields) == houseFields}
	if !out.House {
		for _, x := range s.Fields {
			out.Fields = append(out.Fields, of(x))
		}
		return out
	}
	out.Roof, out.Foundation = of(s.Fields[0]), of(s.Fields[houseFields-1])
	for i := 1; i < houseFields-1; i += 2 {
		out.Pillars = append(out.Pillars, pillar{of(s.Fields[i]), of(s.Fields[i+1])})
	}
	return out
}

// houseFields is how many fields the house has: the roof, three pillars with a proof
// each, the foundation.
const houseFields = 8

const printedBody = `{{define "field"}}<h2 dir="auto">{{.Name}}</h2>
{{range .Lines}}<p class="text" lang="{{.Lang}}" dir="{{dir .Lang}}">{{.Text}}</p>
{{else}}<p class="none">{{.None}}</p>{{end}}{{end -}}
<main>
{{if .House}}<div class="gable"></div>
<section class="part roof">{{template "field" .Roof}}</section>
<div class="pillars">
{{range .Pillars}}<section class="part">{{template "field" .Pillar}}<hr>{{template "field" .Proof}}</section>
{{end}}</div>
<section class="part base">{{template "field" .Foundation}}</section>
{{else}}{{range .Fields}}<section class="part">{{template "field" .}}</section>
{{end}}{{end}}</main>`

const printedStyle = `.part { border: 1px solid #9aa7ad; padding: 3mm 4mm; margin-block-end: 3mm; break-inside: avoid; background: #fff; }
.gable { height: 14mm; background: #cfe0e6; clip-path: polygon(50% 0, 100% 100%, 0 100%); }
.roof { background: #e8f1f4; margin-block-start: 0; }
.roof .text { font-size: 14pt; font-weight: 600; }
.pillars { display: grid; grid-template-columns: repeat(3, 1fr); gap: 3mm; margin-block-end: 3mm; }
.pillars .part { margin: 0; }
.pillars hr { border: 0; border-block-start: 1px dashed #9aa7ad; margin: 3mm 0; }
.base { background: #f1efe6; }
`
