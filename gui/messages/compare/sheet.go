package compare

import (
	"fmt"

	"athar/domain"
	"athar/domain/paper"
	"athar/gui/kit"
)

// sheetData is what the page to print holds.
type sheetData struct {
	Segment, Date, Reader, Yes, Words string
	Wordings                          []printed
}

// printed is a wording with its own sheet of tallies.
type printed struct {
	Name      string
	Texts     []printedText
	Questions []string
	Open      []string
	Readers   []string
}

type printedText struct{ Lang, Text string }

// readersOnPaper is how many readers a printed sheet has room for.
const readersOnPaper = 10

// paperOf makes the sheet on which answers are counted in the field: a page for each
// wording, to be read out in turned order.
func paperOf(env *kit.Env, title string, d detail) paper.File {
	data := sheetData{Segment: env.T("compare.print.segment"), Date: env.T("compare.print.date"), Reader: env.T("compare.print.reader")}
	for _, w := range d.Wordings {
		one := printed{Name: w.Called}
		for _, lang := range w.Text.Languages() {
			one.Texts = append(one.Texts, printedText{lang, w.Text.Of(lang)})
		}
		if len(one.Texts) == 0 {
			continue
		}
		for _, count := range (domain.Pretest{}).Counts() {
			one.Questions = append(one.Questions, env.T("compare.ask."+count.Field))
		}
		for _, key := range []string{"meaning", "hurt", "missing"} {
			one.Open = append(one.Open, env.T("compare.ask."+key))
		}
		for i := range readersOnPaper {
			one.Readers = append(one.Readers, env.Printer.Int(i+1))
		}
		data.Wordings = append(data.Wordings, one)
	}
	page := paper.Page{
		Lang: env.Printer.Lang(), Title: env.T("compare.print.title", "message", title), Line: env.T("compare.print.how"),
		Style: sheetLook, Body: sheetBody, Data: data,
	}
	return paper.File{
		Title: env.T("compare.print"), Name: "athar-pretest.html", Extension: "html",
		Make: func() ([]byte, error) {
			out, err := paper.Make(page)
			if err != nil {
				return nil, fmt.Errorf("make the pretest sheet: %w", err)
			}
			return out, nil
		},
	}
}

const sheetBody = `{{range $i, $w := .Wordings}}<section>
<h2 dir="auto">{{.Name}}</h2>
<p class="line">{{$.Segment}} <span></span> {{$.Date}} <span></span></p>
{{range .Texts}}<p class="text" lang="{{.Lang}}" dir="{{dir .Lang}}">{{.Text}}</p>
{{end}}<table>
<tr><th scope="col">{{$.Reader}}</th>{{range .Readers}}<th scope="col">{{.}}</th>{{end}}</tr>
{{range .Questions}}<tr><th scope="row">{{.}}</th>{{range $w.Readers}}<td></td>{{end}}</tr>
{{end}}</table>
{{range .Open}}<p>{{.}}</p><p class="lines"></p>
{{end}}</section>
{{end}}`

const sheetLook = `section { break-after: page; }
section:last-child { break-after: auto; }
table { border-collapse: collapse; width: 100%; margin-block: 4mm; }
th, td { border: 1px solid #9aa7ad; padding: 1.5mm; }
th[scope=row] { text-align: start; font-weight: normal; width: 45%; }
.line span { display: inline-block; min-width: 50mm; border-block-end: 1px solid #9aa7ad; margin-inline-end: 6mm; }
.lines { height: 14mm; border-block-end: 1px solid #9aa7ad; margin: 0; }
`
