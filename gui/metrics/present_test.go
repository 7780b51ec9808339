package metrics

import (
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/metric"
	"athar/gui/guitest"
)

func presenterIn(t testing.TB, lang string) presenter {
	return presenter{guitest.Printer(t, lang), guitest.Metrics(t)}
}

func day(month time.Month, d int) time.Time { return time.Date(2026, month, d, 0, 0, 0, 0, time.UTC) }

func TestProgressIsSaidInWords(t *testing.T) {
	for _, tt := range []struct {
		what             string
		baseline, target *float64
		actual           float64
		none             bool
		en, ar           string
	}{
		{"on the way", ptr(10), ptr(110), 72, false, "62% of the way from baseline to target", "قُطع 62% من الطريق"},
		{"without a baseline the way begins at zero", nil, ptr(200), 50, false, "25% of the way from zero to target", "من الصفر"},
		{"almost there is not there", ptr(0), ptr(1000), 999, false, "99% of the way from baseline to target", ""},
		{"there and further", ptr(0), ptr(1000), 1152, false, "Target reached: 115% of the way", "تحققت القيمة المستهدفة"},
		{"backwards", ptr(10), ptr(20), 5, false, "Further from the target than at the baseline", "أبعد"},
		{"a target to come down to", ptr(40), ptr(20), 30, false, "50% of the way from baseline to target", ""},
		{"no target", ptr(10), nil, 5, false, "", ""},
		{"no way to go", ptr(10), ptr(10), 5, false, "", ""},
		{"no figure", ptr(10), ptr(20), 0, true, "", ""},
	} {
		ind := domain.Indicator{Baseline: tt.baseline, Target: tt.target}
		r := reached{ok: !tt.none}
		r.actual.Value = tt.actual
		if got := presenterIn(t, "en").progress(ind, r); got != tt.en {
			t.Errorf("%s: %q, want %q", tt.what, got, tt.en)
		}
		marks := strings.NewReplacer("\u200e", "")
		if got := presenterIn(t, "ar").progress(ind, r); !strings.Contains(marks.Replace(got), marks.Replace(tt.ar)) {
			t.Errorf("%s: %q, want %q in it", tt.what, got, tt.ar)
		}
	}
}

func TestStandingComparesTheWayWithTheTime(t *testing.T) {
	since, due := day(time.June, 1), day(time.July, 30) // 60 days with the due day
	for _, tt := range []struct {
		what   string
		target *float64
		due    time.Time
		at     time.Time
		actual float64
		want   standing
	}{
		{"no target", nil, due, day(time.July, 1), 5, standingFree},
		{"reached early", ptr(100), due, day(time.June, 2), 100, standingReached},
		{"half of the way in half of the time", ptr(100), due, day(time.July, 1), 50, standingOn},
		{"a third of the way in half of the time", ptr(100), due, day(time.July, 1), 33, standingBehind},
		{"on the due day it is not late", ptr(100), due, due, 99, standingOn},
		{"after the due day it is", ptr(100), due, day(time.July, 31), 99, standingBehind},
		{"nothing to measure by", ptr(100), time.Time{}, day(time.July, 1), 5, standingUndue},
	} {
		r := reached{ok: true}
		r.actual.Value = tt.actual
		got := standingOf(domain.Indicator{Target: tt.target, Due: tt.due}, r, since, tt.at)
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.what, got, tt.want)
		}
	}
	if got := standingOf(domain.Indicator{Target: ptr(5)}, reached{}, since, due); got != standingNone {
		t.Errorf("without a figure it stands %q", got)
	}
}

func TestRatesAreTypedInPercentAndKeptAsShares(t *testing.T) {
	rate := domain.Indicator{Metric: metric.EngagementRate}
	for _, text := range []string{"7", "0.07", "12.5", "100"} {
		v, ok := readFigure(rate, text)
		if !ok {
			t.Fatalf("%q is not read", text)
		}
		if back := typed(rate, v); back != text {
			t.Errorf("%q comes back as %q", text, back)
		}
	}
	if v, _ := readFigure(rate, "٧"); *v != 0.07 {
		t.Errorf("7 %% is kept as %v", *v)
	}
	if got := presenterIn(t, "en").value(rate, 0.07); got != "7%" {
		t.Errorf("shown as %q", got)
	}
}

func TestEveryCodeOfAnImportHasASentenceInBothLanguages(t *testing.T) {
	codes := map[string][]string{
		"metrics.skip.": {"total", "blank", "header", "description", "note", "repeated", "newer_file", "same_file", "open_quote"},
		"metrics.why.":  {"text", "person", "link", "empty", "many_words", "asked"},
		"metrics.caution.": {
			"repeated_ids", "damaged_ids", "rounded_ids", "sum_unlike_parts", "ambiguous_dates", "mixed_dates",
			"dates_without_year", "year_assumed", "ambiguous_numbers", "mixed_numbers", "percent", "total_left_out",
			"only_total", "preamble_left_out", "no_header", "ragged_rows", "cells_beyond", "open_quote", "superseded",
			"same_days", "list_cut",
		},
		"metrics.shape.": {
			"x_tweet_activity", "x_content", "x_overview", "x_daily", "meta_facebook_posts", "meta_instagram_posts",
			"uci_facebook", "facebook_page_insights", "facebook_live", "tweet_list", "youtube_table", "tiktok_overview",
			"tiktok_followers", "tiktok_content", "tiktok_viewers", "linkedin_posts", "linkedin_metrics", "crowdtangle",
			"meta_chart", "meta_page_days", "generic",
		},
		"metrics.encoding.": {"utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1256"},
	}
	for _, lang := range guitest.Languages() {
		p := presenterIn(t, lang)
		for family, list := range codes {
			for _, code := range list {
				if !p.Has(family + code) {
					t.Errorf("%s has no %s%s", lang, family, code)
				}
			}
		}
	}
	if got := presenterIn(t, "en").shape("invented"); got != "A table of figures" {
		t.Errorf("an unknown export is called %q", got)
	}
}

func TestRemarksCountAndNameRowsInTheRightForm(t *testing.T) {
	in := incoming(t, "a.csv")
	var en, ar []string
	for _, r := range presenterIn(t, "en").remarks(in) {
		en = append(en, r.Sentence, r.Rows)
	}
	for _, r := range presenterIn(t, "ar").remarks(in) {
		ar = append(ar, r.Sentence, r.Rows)
	}
	for _, want := range []string{
		"3 rows have an id that came before.", "Rows 12, 13, 40",
		"Rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 and 25 more",
		"In 2 rows some letters were damaged and could not be read; their figures are kept.", "Rows 4, 19",
		"In 1 row there are words where a figure or a date should be; they count as missing.", "Row 21",
		"1 row skipped: the platform’s own totals, so that nothing counts twice", "2 rows skipped: nothing in it",
		"Left out because they name people or lead to them: User name, اسم الناشر. Athar keeps no personal data.",
	} {
		if !slices.Contains(en, want) {
			t.Errorf("not said: %q", want)
		}
	}
	for _, want := range []string{
		"في 3 صفوف معرّف سبق وروده.", "في صفين حروف تالفة تعذرت قراءتها؛ حُفظت الأرقام.", "الصفان 4، 19",
		"في صف واحد كلمات في موضع رقم أو تاريخ؛ تُعدّ ناقصة.", "تُرك صفان: لا شيء فيهما",
		"في 45 صفًا تاريخ يُقرأ بطريقتين (مثل 03/04/2026)؛ اعتُمد الترتيب المعتاد في هذا النوع من الملفات.",
	} {
		if !slices.Contains(ar, want) {
			t.Errorf("not said: %q", want)
		}
	}
	person := slices.IndexFunc(en, func(s string) bool { return strings.Contains(s, "personal data") })
	text := slices.IndexFunc(en, func(s string) bool { return strings.Contains(s, "words, not figures") })
	if person > text {
		t.Error("personal data are not the first reason to leave columns out")
	}
}

func TestARateOnASmallBaseIsNotShownAndSaysWhy(t *testing.T) {
	table := &metric.Table{Times: []int64{0, 86400}, Columns: []metric.Column{
		{Metric: metric.Engagements, Values: []float64{3, 2}},
		{Metric: metric.Impressions, Values: []float64{9, 8}},
		{Metric: metric.EngagementRate, Values: []float64{0.33, 0.25}},
	}}
	ind := domain.Indicator{ID: domain.NewID(), Metric: metric.EngagementRate, Target: ptr(0.5)}
	r := reach(ind, nil, []*metric.Table{table})
	p := presenterIn(t, "en")
	if got := p.actualOfTarget(ind, r); got != "No figure yet; the target is 50%" {
		t.Errorf("shown as %q", got)
	}
	if got := p.madeOf(ind, r, false); !strings.Contains(got, "fewer than 20") {
		t.Errorf("the reason given is %q", got)
	}
	if p.progress(ind, r) != "" {
		t.Error("there is progress without a figure")
	}
}
