package paper

import (
	"strings"
	"testing"
)

func TestAPageHoldsTheWordsAsTextAndFetchesNothing(t *testing.T) {
	hostile := "</style><script src=\"http://example.org/x.js\"></script> \u200fنص & <img onerror=x src=//example.org>"
	page, err := Make(Page{
		Lang: "ar", Title: hostile, Line: hostile,
		Body: `<p class="text" dir="{{dir .Lang}}" lang="{{.Lang}}">{{.Text}}</p>`,
		Data: struct{ Lang, Text string }{"ckb", hostile},
	})
	if err != nil {
		t.Fatal(err)
	}
	got := string(page)
	for _, bad := range []string{"<script", "<img", "<link", "@import", "url("} {
		if strings.Contains(got, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
	if n := strings.Count(got, "</style>"); n != 1 {
		t.Errorf("%d ends of the style", n)
	}
	for _, want := range []string{
		`<html lang="ar" dir="rtl">`, `default-src 'none'`, `dir="rtl" lang="ckb"`, "\u200fنص", "&lt;script",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func TestAPageIsReadInTheDirectionOfItsLanguage(t *testing.T) {
	page, err := Make(Page{Lang: "en", Title: "T", Landscape: true, Body: `{{range .}}<p dir="{{dir .}}">{{.}}</p>{{end}}`, Data: []string{"fr", "fa"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<html lang="en" dir="ltr">`, `<p dir="ltr">fr</p>`, `<p dir="rtl">fa</p>`, "A4 landscape"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func TestATemplateThatCannotBeReadIsAnError(t *testing.T) {
	if _, err := Make(Page{Body: "{{nothing}}"}); err == nil {
		t.Error("it is accepted")
	}
	if _, err := Make(Page{Body: "{{.Missing}}", Data: struct{}{}}); err == nil {
		t.Error("a field that is not there is accepted")
	}
}
