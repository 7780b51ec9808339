// Package paper makes pages that any browser shows and prints.
//
// A page is one file that needs no other and asks no network: its look is in it,
// and it tells the browser to fetch nothing. What people wrote is put in as text
// and never as markup. The package writes no file itself, and has no words: those
// come with the page.
package paper

import (
	"bytes"
	"fmt"
	"html/template"

	"athar/domain"
)

// File is something to be saved where the person wants.
type File struct {
	Title     string // of the dialog that asks where to
	Name      string // proposed, with its ending
	Extension string // "html", "csv"
	// Make makes the content. It may run beside the window, so it must not touch
	// what the window works with.
	Make func() ([]byte, error)
}

// Page is what all pages have.
type Page struct {
	Lang      string // of the interface: that of the headings
	Title     string
	Line      string // under the title: the campaign, the date
	Landscape bool
	Style     string // rules of CSS of this page
	// Body is a template of html/template, and Data what it is given. The function
	// dir gives the direction of a language for the attribute of that name.
	Body string
	Data any
}

// Make returns the page as a file.
func Make(p Page) ([]byte, error) {
	t, err := template.New("page").Funcs(template.FuncMap{
		"dir": direction, "style": func() template.CSS { return template.CSS(look + p.Style) },
	}).Parse(frame)
	if err == nil {
		_, err = t.New("body").Parse(p.Body)
	}
	if err != nil {
		return nil, fmt.Errorf("read the template of a page: %w", err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return nil, fmt.Errorf("make a page: %w", err)
	}
	return b.Bytes(), nil
}

// direction is the value of the attribute dir for a language.
func direction(lang string) string {
	if domain.IsRightToLeft(lang) {
		return "rtl"
	}
	return "ltr"
}

// frame is around every page. The policy keeps a browser from fetching anything,
// whatever somebody wrote.
const frame = `<!DOCTYPE html>
<html lang="{{.Lang}}" dir="{{dir .Lang}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}}</title>
<style>
{{if .Landscape}}@page { size: A4 landscape; margin: 12mm; }{{else}}@page { size: A4; margin: 15mm; }{{end}}
{{style}}
</style>
</head>
<body>
<header>
<h1 dir="auto">{{.Title}}</h1>
<p dir="auto">{{.Line}}</p>
</header>
{{template "body" .Data}}
</body>
</html>
`

// look is what pages have in common. The fonts are those that a computer has: a
// page that brought its own would be too big to be sent. Texts keep their lines and
// break anywhere rather than be cut.
const look = `* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { font: 11pt/1.55 "IBM Plex Sans Arabic", "Noto Sans Arabic", "Segoe UI", "Noto Sans", Tahoma, Arial, sans-serif;
  color: #1b2429; background: #fff; margin: 0 auto; max-width: 277mm; padding: 6mm; }
@media print { body { padding: 0; max-width: none; } }
header { border-block-end: 1px solid #9aa7ad; margin-block-end: 5mm; }
h1 { font-size: 18pt; line-height: 1.35; margin: 0; }
h2 { font-size: 12pt; margin: 0 0 1mm; }
header p { margin: 1mm 0 2mm; color: #55636a; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; text-align: start; }
.text + .text { margin-block-start: 2mm; }
.none { color: #55636a; }
.small { font-size: 9.5pt; color: #55636a; }
`
