package plain

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/metric"
)

var at = time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)

// source is one campaign with hostile texts, and its rows.
type source struct {
	campaign domain.Campaign
	table    *metric.Table
	err      error
}

func newSource() *source {
	id := func(name string) domain.ID { return domain.DerivedID(domain.NoID, name) }
	target := -3.5
	return &source{
		campaign: domain.Campaign{
			Header:   domain.Header{ID: id("c"), Title: "=HYPERLINK(\"x\")", Goal: "ماء\nنظيف", Created: at},
			Segments: []domain.Segment{{ID: id("s"), Name: "@mothers", Languages: []string{"ar", "en"}, SizeLow: 5}},
			Messages: []domain.Message{{
				ID: id("m"), Title: "-1+1", Core: domain.Text{Ar: "اغلوا الماء", En: "+Boil, \"water\""},
				Variants: []domain.Variant{{Channel: "sms", Text: domain.Text{En: "x"}}}, Segments: []domain.ID{id("s")},
			}},
			Answers:    []domain.Answer{{ID: id("a"), Item: "consent"}},
			Indicators: []domain.Indicator{{ID: id("i"), Name: "\tTab", Target: &target}},
			Readings:   []domain.Reading{{ID: id("r"), Indicator: id("i"), At: at, Value: -2}},
			DataSets:   []domain.DataSet{{ID: id("d"), File: "posts.csv"}},
			Cores: []domain.Core{{ID: id("k"), Fields: []domain.FieldText{
				{Field: "roof", Text: domain.Text{Ar: "س"}.With("fr", "=Eau")},
			}}},
			Media:        []domain.Media{{ID: id("p"), Message: id("m"), File: "@a.jpg"}},
			Alternatives: []domain.Alternative{{ID: id("b"), Message: id("m"), Name: "+B"}},
			Pretests:     []domain.Pretest{{ID: id("q"), Message: id("m"), Readers: 5}},
			Comments:     []domain.Comment{{ID: id("x"), Message: id("m"), Body: "=1"}},
			Claims:       []domain.Claim{{ID: id("l"), Text: domain.Text{En: "@9"}}},
			Evidence:     []domain.Evidence{{ID: id("v"), Claim: id("l"), Title: "-1+1"}},
		},
		table: &metric.Table{
			Times: []int64{at.Unix(), metric.NoTime}, IDs: []string{"1", "=2"},
			Columns: []metric.Column{{Name: "Likes", Values: []float64{-7, metric.Missing}}},
			Dims:    []metric.Dim{{Name: "Type", Words: []string{"@photo"}, Index: []uint16{0, 0}}},
		},
	}
}

func (s *source) Summaries(context.Context) ([]domain.Summary, error) {
	return []domain.Summary{{ID: s.campaign.ID()}}, nil
}

func (s *source) Campaign(context.Context, domain.ID) (domain.Campaign, error) {
	return s.campaign, nil
}
func (s *source) Commit(context.Context, ...domain.Commit) error { return nil }

func (s *source) PutTable(context.Context, domain.ID, *metric.Table, func(float64)) error { return nil }

func (s *source) Table(context.Context, domain.ID) (*metric.Table, error) { return s.table, s.err }

func exported(t *testing.T) Result {
	t.Helper()
	r, err := Export(t.Context(), t.TempDir(), at, newSource())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func readCSV(t *testing.T, path string) [][]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(string(data), byteOrderMark)
	if !marked {
		t.Errorf("%s does not say that it is UTF-8", path)
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestEverythingIsExported(t *testing.T) {
	r := exported(t)
	if r.Campaigns != 1 || r.Records != 14 || r.DataSets != 1 || filepath.Base(r.Dir) != "athar-export-20261123-140500" {
		t.Errorf("exported %+v", r)
	}
	names, _ := filepath.Glob(r.Dir + "/*")
	if len(names) != 16 {
		t.Errorf("files are %v", names)
	}
	f, err := os.Open(filepath.Join(r.Dir, "records.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	kinds := map[string]map[string]any{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var line map[string]any
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		kinds[line["kind"].(string)] = line
	}
	if kinds["campaign"]["title"] != "=HYPERLINK(\"x\")" || kinds["campaign"]["goal"] != "ماء\nنظيف" {
		t.Errorf("a campaign is %v", kinds["campaign"])
	}
	if core := kinds["message"]["core"].(map[string]any); core["ar"] != "اغلوا الماء" {
		t.Errorf("a message is %v", kinds["message"])
	}
	if kinds["indicator"]["target"] != -3.5 || kinds["indicator"]["baseline"] != nil {
		t.Errorf("an indicator is %v", kinds["indicator"])
	}
}

func TestACampaignIsExportedWithoutAStore(t *testing.T) {
	r, err := ExportCampaign(t.TempDir(), at, newSource().campaign)
	if err != nil || r.Campaigns != 1 || r.Records != 14 || r.DataSets != 0 {
		t.Fatalf("exported %+v, %v", r, err)
	}
	if all, want := readCSV(t, filepath.Join(r.Dir, "data_sets.csv")), "posts.csv"; !slices.Contains(all[1], want) {
		t.Errorf("the data sets are %q", all)
	}
	if names, _ := filepath.Glob(r.Dir + "/rows-*"); len(names) > 0 {
		t.Errorf("there are rows: %v", names)
	}
}

// The names are an interface for other programs: one that is renamed in the
// domain must not be renamed here.
func TestTheNamesOfFieldsStay(t *testing.T) {
	want := map[string]string{
		"campaigns.csv":  "campaign id title goal stage template forced languages facts sample created trashed",
		"answers.csv":    "campaign id item value reason at",
		"readings.csv":   "campaign id indicator at value note",
		"indicators.csv": "campaign id order name metric aggregate tag baseline target due",
		"messages.csv": "campaign id order title purpose core_ar core_en core_more bases action_ar action_en action_more " +
			"call_who_ar call_who_en call_who_more call_what_ar call_what_en call_what_more call_where_ar call_where_en " +
			"call_where_more call_by status variants segments approval_by approval_at approval_of writers unsigned quiet",
		"cores.csv":        "campaign id framework fields",
		"media.csv":        "campaign id message order type file alt_ar alt_en alt_more caption_ar caption_en caption_more credit people consent consent_item",
		"alternatives.csv": "campaign id message order name hypothesis text_ar text_en text_more",
		"pretests.csv": "campaign id message alternative order segment on readers attention understood believed for_me offensive " +
			"would_do meaning hurt missing",
		"comments.csv": "campaign id message reply field anchor_quote anchor_before anchor_after anchor_at author at body request " +
			"resolved resolved_by",
		"claims.csv": "campaign id order text_ar text_en text_more type origin messages first_appearance appearances claim_date " +
			"data_date place checks risk risk_type verdict confidence confidence_reason added_by checked_by checked_on review_by " +
			"correction_published correction_corrected correction_on correction_where",
		"evidence.csv": "campaign id claim order title publisher author link published accessed page source archived stance",
		"data_sets.csv": "campaign id file hash shape encoding read kept skipped duplicate damaged columns from to " +
			"imported",
		"segments.csv": "campaign id order name description role size_low size_high size_source age_min age_max gender " +
			"place languages dialect literacy connectivity data_cost channels access_needs stance power interest " +
			"readiness values barriers messengers ask hours risk risk_note data_source",
	}
	dir := exported(t).Dir
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got := strings.Join(readCSV(t, filepath.Join(dir, name))[0], " "); got != want[name] {
			t.Errorf("%s has the columns\n%s, want\n%s", name, got, want[name])
		}
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	names, _ := filepath.Glob(exported(t).Dir + "/*.csv")
	quoted := 0
	for _, name := range names {
		for _, row := range readCSV(t, name) {
			for _, c := range row {
				if c != "" && strings.ContainsRune("=+@\t\r", rune(c[0])) || strings.HasPrefix(c, "-1") {
					t.Errorf("%s has the cell %q", name, c)
				}
				if strings.HasPrefix(c, "'") {
					quoted++
				}
			}
		}
	}
	if quoted != 13 {
		t.Errorf("%d cells were made harmless, want 13", quoted)
	}
}

func TestRowsKeepTheirFigures(t *testing.T) {
	names, _ := filepath.Glob(exported(t).Dir + "/rows-*.csv")
	rows := readCSV(t, names[0])
	want := [][]string{
		{"time", "id", "Type", "Likes"},
		{"2026-11-23T14:05:00Z", "1", "'@photo", "-7"},
		{"", "'=2", "'@photo", ""},
	}
	for i := range want {
		if !slices.Equal(rows[i], want[i]) {
			t.Errorf("row %d is %q, want %q", i, rows[i], want[i])
		}
	}
}

func TestAnExportThatFailsLeavesNothing(t *testing.T) {
	dir, s := t.TempDir(), newSource()
	s.err = domain.Problem(domain.ErrStoreDamaged, "")
	if _, err := Export(t.Context(), dir, at, s); domain.CodeOf(err) != domain.ErrStoreDamaged {
		t.Errorf("error is %v", err)
	}
	if names, _ := os.ReadDir(dir); len(names) > 0 {
		t.Errorf("%v is left", names)
	}
}
