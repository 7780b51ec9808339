package tabular

import (
	"slices"
	"strings"
	"testing"

	"athar/domain/metric"
)

func TestTheTableIsFoundInTheFile(t *testing.T) {
	tests := []struct {
		name, file, separator string
		header, above         int
	}{
		{"commas", "post id,likes,shares\n1,2,3\n", ",", 1, 0},
		{"semicolons", "post id;likes;shares\n1;2,5;3\n4;5,5;6\n", ";", 1, 0},
		{"tabs", "post id\tlikes\tshares\n1\t2\t3\n", "\t", 1, 0},
		{"bars", "post id|likes|shares\n1|2|3\n", "|", 1, 0},
		{"a declared separator", "sep=;\npost id;likes;shares\n1;2;3\n", ";", 2, 0},
		{"a declared separator in quotes", "\"sep=|\"\r\npost id|likes|shares\r\n1|2|3\r\n", "|", 2, 0},
		{"a sentence above", "Posts of this page; times in UTC, as always.\npost id,likes,shares\n1,2,3\n", ",", 2, 1},
		{"a report head above", "Report,Water day\nFrom,2026-01-01\n\nPost ID,Likes,Shares\n1,2,3\n4,5,6\n", ",", 4, 2},
		{"a header over two lines", "post id,likes,\"shares\nof all\"\n1,2,3\n", ",", 1, 0},
		{"unknown headers", "village,answers,visits\nNoor,2,3\n", ",", 1, 0},
		{"a data word that is a header elsewhere", "what,answers,visits\nLink,2,3\nLikes,2,3\n", ",", 1, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &readText(t, "a.csv", tt.file, Options{}).Report
			if r.Separator != tt.separator || r.HeaderRow != tt.header || r.Warning(CautionPreamble).Count != tt.above || len(r.Columns) != 2 {
				t.Errorf("%q, header in line %d, %v, %v", r.Separator, r.HeaderRow, r.Warnings, r.Columns)
			}
		})
	}
}

func TestATableWithoutAHeaderIsReadByNumber(t *testing.T) {
	r := &readText(t, "a.csv", "2026-01-01,5\n2026-01-02,6\n", Options{}).Report
	if find(r, "2").Sum != 11 || r.Warning(CautionNoHeader).Count != 1 || r.DayColumn != "1" || r.HeaderRow != 0 {
		t.Errorf("%+v", *r)
	}
}

func TestRowsThatAreNoDataAreSkippedWithAReason(t *testing.T) {
	file := "Post ID,Permalink,Type,Posted,Lifetime Post Total Reach,Lifetime Post Total Impressions\n" +
		",,,,The number of people,The number of times\n" +
		"1,https://x/1,photo,2026-01-01,10,20\n" +
		",,,,,\n" +
		"Post ID,Permalink,Type,Posted,Lifetime Post Total Reach,Lifetime Post Total Impressions\n" +
		"2,https://x/2,photo,2026-01-02,30,40\n" +
		"Made by a program\n" +
		"المجموع,,,,40,60\n"
	r := &readText(t, "a.csv", file, Options{}).Report
	want := []Skip{
		{Row: 1, Reason: ReasonDescription},
		{Row: 3, Reason: ReasonBlank},
		{Row: 4, Reason: ReasonHeader},
		{Row: 6, Reason: ReasonNote},
		{Row: 7, Reason: ReasonTotal},
	}
	if !slices.Equal(r.Skipped, want) || r.Rows != (Rows{7, 2, 5, 0}) || r.Shape != "facebook_page_insights" {
		t.Errorf("%v %+v %s", r.Skipped, r.Rows, r.Shape)
	}
	if find(r, "Lifetime Post Total Reach").Sum != 40 {
		t.Errorf("%+v", r.Columns)
	}
}

func TestRowsOfAnotherWidthAreKept(t *testing.T) {
	r := &readText(t, "a.csv", "post id,likes,shares\n1,2,3\n2,3\n3,4,5,6\n4,5,6,,,\n", Options{}).Report
	if r.Rows.Kept != 4 || find(r, "likes").Sum != 14 || find(r, "shares").Missing != 1 {
		t.Errorf("%+v", *r)
	}
	if r.Warning(CautionRagged).Count != 2 || r.Warning(CautionLostCells).Count != 1 {
		t.Errorf("%v", r.Warnings)
	}
}

func TestTheChartsOfOneFileGetAColumnEach(t *testing.T) {
	file := "sep=,\n\"Views\"\n\"Date\",\"Primary\"\n\"2026-08-22T00:00:00\",\"5\"\n\n\"Reach\"\n\"Date\",\"Primary\"\n\"2026-08-22T00:00:00\",\"7\"\n\"2026-08-23T00:00:00\",\"8\"\n"
	i := readText(t, "a.csv", file, Options{})
	views, _ := metric.Total(i.Table.Column(metric.Views).Values)
	reach, _ := metric.Total(i.Table.Column(metric.Reach).Values)
	if views != 5 || reach != 15 || i.Report.Rows.Kept != 3 {
		t.Errorf("views %v, reach %v, %+v", views, reach, i.Report)
	}
}

func TestAChartInAnotherLanguageIsRecognisedByItsTitle(t *testing.T) {
	i := readText(t, "a.csv", "sep=,\n\"الوصول\"\n\"التاريخ\",\"الأساسي\"\n\"2026-08-22T00:00:00\",\"٥\"\n", Options{})
	if c := i.Table.Column(metric.Reach); c == nil || c.Values[0] != 5 || i.Report.Shape != "meta_chart" {
		t.Errorf("%+v", i.Report)
	}
}

func TestThePersonSaysWhatAColumnIs(t *testing.T) {
	file := "code,village,asked on,a,b,likes\nn1,Noor,2026-01-05,1,2,3\nn2,Noor,2026-01-06,4,5,6\n"
	i := readText(t, "a.csv", file, Options{Mapping: map[string]string{
		"code": MapID, "village": metric.DimCategory, "asked on": MapTime, "a": metric.Reach, "b": MapNothing, "likes": "",
	}})
	reach, _ := metric.Total(i.Table.Column(metric.Reach).Values)
	if reach != 5 || len(i.Table.Columns) != 1 || i.Table.IDs[1] != "n2" || i.Table.Dim(metric.DimCategory) == nil || i.Report.From == nil {
		t.Errorf("%+v", i.Report)
	}
	if !slices.Equal(i.Report.LeftOut, []LeftOut{{"b", WhyAsked}, {"likes", WhyAsked}}) {
		t.Errorf("%v", i.Report.LeftOut)
	}
}

func TestRepeatedIDsAreKeptUnlessAskedOtherwise(t *testing.T) {
	file := "post id,likes\na,1\nb,2\na,4\n,8\n,16\n1.2E+17,32\n1.2E+17,64\n"
	r := &readText(t, "a.csv", file, Options{}).Report
	if r.Rows != (Rows{7, 7, 0, 1}) || find(r, "likes").Sum != 127 || r.Warning(CautionRepeatedIDs).Rows[0] != 3 || r.Warning(CautionDamagedIDs).Count != 2 {
		t.Errorf("%+v %v", r.Rows, r.Warnings)
	}
	r = &readText(t, "a.csv", file, Options{DropRepeats: true}).Report
	if r.Rows != (Rows{7, 6, 1, 1}) || find(r, "likes").Sum != 123 || r.Skipped[0] != (Skip{Row: 3, Reason: ReasonRepeated}) {
		t.Errorf("%+v %v", r.Rows, r.Skipped)
	}
}

func TestIDsRoundedByASpreadsheetAreToldOf(t *testing.T) {
	r := &readText(t, "a.csv", "post id,likes\n1465712230054430000,1\n1465712230054420000,2\n", Options{}).Report
	if r.Warning(CautionRoundedIDs).Count != 2 {
		t.Errorf("%v", r.Warnings)
	}
}

func TestManyWordsAreNoDimension(t *testing.T) {
	file := "post id,type,likes\n"
	for i := range 300 {
		file += "p,type " + strings.Repeat("x", i%60) + strings.Repeat("y", i/60) + ",1\n"
	}
	i := readText(t, "a.csv", file, Options{})
	if len(i.Table.Dims) != 0 || !slices.Contains(i.Report.LeftOut, LeftOut{"type", WhyWords}) {
		t.Errorf("%v", i.Report.LeftOut)
	}
}

func TestAnIDIsTakenOutOfALink(t *testing.T) {
	for link, want := range map[string]string{
		"https://twitter.com/a/status/920061541986250758":                      "920061541986250758",
		"https://x.com/a/status/920061541986250758/?s=20#x":                    "920061541986250758",
		"https://www.linkedin.com/feed/update/urn:li:activity:700000000000001": "700000000000001",
		"https://www.facebook.com/example/posts/1":                             "",
		"https://example.org/report-20261001":                                  "",
		"12345678901":                                                          "",
		"":                                                                     "",
	} {
		if got := idInLink(link); got != want {
			t.Errorf("%s: %q, want %q", link, got, want)
		}
	}
}
