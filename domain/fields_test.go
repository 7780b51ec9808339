package domain_test

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/text"
)

func kinds() []domain.Kind {
	return domain.Kinds()
}

// record draws a record as an import or a damaged store might hold it: texts in
// any form, sets out of order, times in any zone.
func record(t *rapid.T) domain.Record {
	words := rapid.OneOf(
		rapid.String(), rapid.SampledFrom([]string{"", "ماء نظيف", "cafe\u0301", "a\r\nb ", "\uFEFB\x00\xff", "a/b%2F"}))
	number := rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{0, math.NaN(), math.Inf(1)}))
	draw := map[reflect.Type]func() any{
		reflect.TypeFor[domain.ID](): func() any {
			return domain.ID(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		},
		reflect.TypeFor[time.Time](): func() any {
			at := time.Unix(rapid.Int64Range(-1<<40, 1<<40).Draw(t, "second"), rapid.Int64Range(0, 999).Draw(t, "ns"))
			return rapid.SampledFrom([]time.Time{{}, at, at.UTC(), time.Now()}).Draw(t, "time")
		},
	}
	langs := rapid.SampledFrom([]string{"ar", "en", "fr", "ckb", "", "x", "zz"})
	draw[reflect.TypeFor[domain.Text]()] = func() any {
		t1 := domain.Text{Ar: words.Draw(t, "ar"), En: words.Draw(t, "en")}
		for range rapid.IntRange(0, 3).Draw(t, "languages") {
			t1 = t1.With(langs.Draw(t, "lang"), words.Draw(t, "written"))
		}
		return t1
	}
	draw[reflect.TypeFor[domain.Basis]()] = func() any {
		return domain.Basis{Lang: langs.Draw(t, "of"), From: langs.Draw(t, "from"), Text: words.Draw(t, "then")}
	}
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		if special, ok := draw[v.Type()]; ok {
			v.Set(reflect.ValueOf(special()))
			return
		}
		switch v.Kind() {
		case reflect.String:
			v.SetString(words.Draw(t, "words"))
		case reflect.Bool:
			v.SetBool(rapid.Bool().Draw(t, "bool"))
		case reflect.Int:
			v.SetInt(int64(rapid.Int().Draw(t, "int")))
		case reflect.Float64:
			v.SetFloat(number.Draw(t, "number"))
		case reflect.Pointer:
			if rapid.Bool().Draw(t, "there") {
				v.Set(reflect.New(v.Type().Elem()))
				fill(v.Elem())
			}
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), rapid.IntRange(0, 4).Draw(t, "length"), 4))
			for i := range v.Len() {
				fill(v.Index(i))
			}
		case reflect.Map:
			v.Set(reflect.MakeMap(v.Type()))
			for range rapid.IntRange(0, 3).Draw(t, "entries") {
				key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
				fill(key)
				fill(value)
				v.SetMapIndex(key, value)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				fill(v.Field(i))
			}
		default:
			t.Fatalf("a field of type %s is not known here", v.Type())
		}
	}
	v := reflect.New(reflect.TypeOf(rapid.SampledFrom([]domain.Record{
		domain.Header{},
		domain.Segment{},
		domain.Message{},
		domain.Answer{},
		domain.Indicator{},
		domain.Reading{},
		domain.DataSet{},
		domain.Core{},
		domain.Media{},
		domain.Alternative{},
		domain.Pretest{},
		domain.Comment{},
		domain.Claim{},
		domain.Evidence{},
	}).Draw(t, "kind"))).Elem()
	fill(v)
	return v.Interface().(domain.Record)
}

func canonical(t *rapid.T, r domain.Record) domain.Record {
	t.Helper()
	out, err := domain.RecordOf(r.Kind(), r.RecordID(), domain.FieldsOf(r))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestARecordAndItsFieldsSayTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := record(t)
		once := canonical(t, r)
		if twice := canonical(t, once); !reflect.DeepEqual(once, twice) {
			t.Fatalf("the canonical form has another one:\n%s", cmp.Diff(once, twice))
		}
		if diff := cmp.Diff(domain.FieldsOf(r), domain.FieldsOf(once), values()); diff != "" {
			t.Fatalf("the canonical form holds something else:\n%s", diff)
		}
	})
}

func values() cmp.Option {
	return cmp.Comparer(func(a, b journal.Value) bool { return a == b })
}

// Whatever a person can fill in must arrive, field by field: the laws above hold
// for records that lose everything as well.
func TestNothingThatAPersonFilledInIsLost(t *testing.T) {
	zero, some := 0.0, -2.5
	day := time.Date(2026, 3, 1, 0, 0, 0, 5, time.UTC)
	a, b := domain.DerivedID(domain.NoID, "a"), domain.DerivedID(domain.NoID, "b")
	ids := []domain.ID{a, b}
	if slices.SortFunc(ids, func(x, y domain.ID) int { return slices.Compare(x[:], y[:]) }); ids[0] == b {
		a, b = b, a
	}
	for _, r := range []domain.Record{
		domain.Header{
			ID: a, Title: "ماء", Goal: "g", Stage: domain.StageLive, Template: "t", Forced: []string{"e01", "e02"},
			Facts:  map[domain.Fact]bool{domain.FactImages: true, domain.FactChildren: false},
			Sample: true, Created: day, Trashed: day, Languages: []string{"fr", "ar"},
		},
		domain.Segment{
			ID: a, Order: "V", Name: "n", Description: "d", Role: "youth", SizeLow: 1, SizeHigh: 2, SizeSource: "s",
			AgeMin: 3, AgeMax: 4, Gender: "all", Place: "p", Languages: []string{"ar", "en"}, Dialect: "msa",
			Literacy: "low", Connectivity: "sms", DataCost: true, Channels: []string{"x"}, AccessNeeds: []string{"captions"},
			Stance: "neutral", Power: 5, Interest: 1, Readiness: "r", Values: "v", Barriers: "b", Messengers: "m",
			Ask: "a", Hours: "h", Risk: "high", RiskNote: "rn", DataSource: "none",
		},
		domain.Message{
			ID: a, Order: "V", Title: "t", Core: domain.Text{Ar: "ا", En: "a"}, Action: domain.Text{En: "x "},
			Status: domain.MessageReady, Segments: []domain.ID{a, b}, Purpose: "ask",
			Variants: []domain.Variant{
				{},
				{Channel: "a/b%2F"},
				{Channel: "sms", Text: domain.Text{Ar: "س"}.With("fr", "é"), Parts: []domain.FieldText{
					{Field: "a/b", Text: domain.Text{En: "t"}}, {Field: "title", Text: domain.Text{}.With("tr", "ı")},
				}},
			},
			Bases:    []domain.Basis{{Lang: "en", From: "ar", Text: "ماء"}, {Lang: "fr", From: "en", Text: "Water\nx"}},
			Call:     domain.Call{Who: domain.Text{Ar: "من"}, What: domain.Text{En: "w"}, Where: domain.Text{}.With("fr", "où"), By: day},
			Approval: domain.Approval{By: "Rana", At: day, Of: "x"}, Writers: []string{"Omar"}, Unsigned: []domain.ID{a, b}, Quiet: []string{"rule"},
		},
		domain.Core{ID: a, Framework: "house", Fields: []domain.FieldText{
			{Field: "a/b", Text: domain.Text{}.With("so", "biyo")}, {Field: "roof", Text: domain.Text{Ar: "س"}},
		}},
		domain.Media{
			ID: a, Message: b, Order: "V", Type: "image", File: "a.jpg", Alt: domain.Text{Ar: "ا"}, Caption: domain.Text{En: "c"},
			Credit: "c", People: "yes", Consent: "box 3", ConsentItem: "e05",
		},
		domain.Alternative{ID: a, Message: b, Order: "V", Name: "B", Hypothesis: "h", Text: domain.Text{En: "x"}},
		domain.Pretest{
			ID: a, Message: b, Alternative: a, Order: "V", Segment: b, On: day, Readers: 9, Attention: 1, Understood: 2,
			Believed: 3, ForMe: 4, Offensive: 5, WouldDo: 6, Meaning: "m", Hurt: "h", Missing: "x",
		},
		domain.Comment{
			ID: a, Message: b, Reply: a, Field: "core/ar", Anchor: text.Anchor{Quote: "q", Before: "b ", After: " a", At: 3},
			Author: "Rana", At: day, Body: "b\nb", Request: true, Resolved: day, ResolvedBy: "Omar",
		},
		domain.Claim{
			ID: a, Order: "V", Text: domain.Text{Ar: "ن"}, Type: "statistic", Origin: "partner", Messages: []domain.ID{a, b},
			FirstAppearance: "f", Appearances: "x\ny", ClaimDate: day, DataDate: day, Place: "p", Checks: []string{"find", "stop"},
			Risk: "high", RiskType: "satire", Verdict: domain.VerdictPartly, Confidence: "low", ConfidenceReason: "r",
			AddedBy: "a", CheckedBy: "b", CheckedOn: day, ReviewBy: day,
			Correction: domain.Correction{Published: "p", Corrected: "c", On: day, Where: "w"},
		},
		domain.Evidence{
			ID: a, Claim: b, Order: "V", Title: "t", Publisher: "p", Author: "a", Link: "l", Published: day, Accessed: day,
			Page: "3", Source: "primary", Archived: "x", Stance: "context",
		},
		domain.Answer{ID: a, Item: "e01", Value: domain.AnswerPartly, Reason: "r\nr", At: day},
		domain.Indicator{
			ID: a, Order: "V", Name: "n", Metric: "m", Aggregate: domain.AggregateMean, Tag: "vanity",
			Baseline: &zero, Target: &some, Due: day,
		},
		domain.Indicator{ID: a},
		domain.Reading{ID: a, Indicator: b, At: day, Value: -1.25, Note: "n"},
		domain.Reading{ID: a},
		domain.DataSet{
			ID: a, File: "f.csv", Hash: "h", Shape: "s", Encoding: "e", Read: 1, Kept: 2, Skipped: 3, Duplicate: 4,
			Damaged: 5, Columns: []domain.DataColumn{{}, {Name: "n", Metric: "m", Sum: 2.5, Missing: 3}, {}},
			From: day, To: day, Imported: day,
		},
	} {
		again, err := domain.RecordOf(r.Kind(), r.RecordID(), domain.FieldsOf(r))
		if err != nil || !reflect.DeepEqual(again, r) {
			t.Errorf("%T: %v\n%s", r, err, cmp.Diff(r, again))
		}
	}
}

// fields draws fields as another device might send them: known and unknown
// paths with values of any type.
func fields(t *rapid.T, r domain.Record) journal.Fields {
	words := rapid.String()
	f := domain.FieldsOf(r)
	paths := []string{
		"", "title", "order", "languages", "segments", "from", "value", "fact/", "fact/x", "variant/", "variant//ar",
		"variant/a%/ar", "variant/a%25", "variant/sms/fr",
		"variant/x/title/ar", "variant/x//ar", "variant/x/a/b/ar", "field/roof/ar", "field//ar", "field/a%/ar", "field/x",
		"basis/fr/text", "basis/fr/from", "basis//text", "core/fr", "core/x/y", "status", "text/ckb", "messages", "column/1/sum", "column/0007/sum", "column/99999/sum",
		"column/-001/sum", "column/0001/name", "indicator", "newer", "fact/" + strings.Repeat("x", 2000),
	}
	for path := range f {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	for range rapid.IntRange(0, 12).Draw(t, "changes") {
		f[rapid.SampledFrom(paths).Draw(t, "path")] = rapid.SampledFrom([]journal.Value{
			journal.None, journal.Text(words.Draw(t, "text")), journal.String(words.Draw(t, "string")),
			journal.Int(rapid.Int64().Draw(t, "int")), journal.Float(rapid.Float64().Draw(t, "float")),
			journal.Float(math.NaN()), journal.Bool(true), journal.Bool(false), journal.Order("V"),
			journal.Time(time.Unix(rapid.Int64().Draw(t, "second"), 0)), journal.Set(words.Draw(t, "element"), "a"),
		}).Draw(t, "value")
	}
	return f
}

func TestFieldsOfANewerOrBrokenAtharMakeARecordThatSaysWhatIsKnown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := fields(t, record(t))
		kind := rapid.SampledFrom(kinds()).Draw(t, "as")
		r, err := domain.RecordOf(kind, domain.NewID(), f)
		if err != nil {
			t.Fatal(err)
		}
		if again := canonical(t, r); !reflect.DeepEqual(r, again) {
			t.Fatalf("not in canonical form:\n%s", cmp.Diff(r, again))
		}
	})
}

func TestFieldsComeBackUnlessTheyAreUnknownOrOfTheWrongType(t *testing.T) {
	for _, tt := range []struct {
		name     string
		kind     domain.Kind
		f, wants journal.Fields
	}{
		{
			"unknown path", domain.KindAnswer,
			journal.Fields{"later": journal.Text("x"), "item": journal.String("e01")},
			journal.Fields{"item": journal.String("e01")},
		},
		{"wrong type", domain.KindSegment, journal.Fields{
			"name": journal.Int(1), "power": journal.Text("x"), "languages": journal.Bool(true), "order": journal.Text("V"),
			"data_cost": journal.Int(1),
		}, journal.Fields{}},
		{
			"name kept as prose", domain.KindHeader,
			journal.Fields{"title": journal.Text("t")},
			journal.Fields{"title": journal.String("t")},
		},
		{"fact that is not a yes or no", domain.KindHeader, journal.Fields{"fact/images": journal.Int(1)}, journal.Fields{}},
		{
			"text in a variant that was taken away", domain.KindMessage,
			journal.Fields{"variant/sms/ar": journal.Text("س")},
			journal.Fields{"variant/sms": journal.Bool(true), "variant/sms/ar": journal.Text("س")},
		},
		{"variant that says it is none", domain.KindMessage, journal.Fields{"variant/sms": journal.Bool(false)}, journal.Fields{}},
		{"a part of a variant that is not known", domain.KindMessage, journal.Fields{"variant/sms/a/b/fr": journal.Text("x")}, journal.Fields{}},
		{
			"status of an early version", domain.KindMessage,
			journal.Fields{"status": journal.String("published")},
			journal.Fields{"status": journal.String("done")},
		},
		{
			"basis without a language", domain.KindMessage,
			journal.Fields{"basis/ar/text": journal.String("x")},
			journal.Fields{},
		},
		{
			"segment that is no ID", domain.KindMessage,
			journal.Fields{"segments": journal.Set("x", "{"+domain.NoID.String()+"}")},
			journal.Fields{},
		},
		{"columns with gaps", domain.KindDataSet, journal.Fields{
			"column/0002/sum": journal.Float(1), "column/77777/sum": journal.Float(2), "column/0005/name": journal.String("no sum"),
		}, journal.Fields{"column/0000/sum": journal.Float(1), "column/0001/sum": journal.Float(2)}},
		{"numbers that are none", domain.KindIndicator, journal.Fields{
			"baseline": journal.Float(math.NaN()), "target": journal.Float(math.Inf(-1)),
		}, journal.Fields{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := domain.RecordOf(tt.kind, domain.NewID(), tt.f)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.wants, domain.FieldsOf(r), values()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatIsAbsentIsNil(t *testing.T) {
	for _, kind := range kinds() {
		r, err := domain.RecordOf(kind, domain.NewID(), nil)
		if err != nil {
			t.Fatal(err)
		}
		v := reflect.ValueOf(r)
		for i := range v.NumField() {
			if f := v.Field(i); (f.Kind() == reflect.Slice || f.Kind() == reflect.Map) && !f.IsNil() {
				t.Errorf("%T.%s is empty, not nil", r, v.Type().Field(i).Name)
			}
		}
	}
	if _, err := domain.RecordOf('?', domain.NewID(), nil); domain.CodeOf(err) != domain.ErrUnknownValue {
		t.Errorf("an unknown kind: %v", err)
	}
}

func TestACampaignIsItsRecordsInTheJournal(t *testing.T) {
	c := campaign()
	c.Answers = []domain.Answer{{Item: "no ID"}}
	all := domain.JournalOf(c)
	if len(all) != 3 {
		t.Fatalf("%d records", len(all))
	}
	if got := all[domain.RefOf(domain.KindMessage, c.Messages[0].ID)]["title"].Text(); got != "m" {
		t.Errorf("title %q", got)
	}
}

func TestWhatTheJournalHasNoRoomForIsLeftOut(t *testing.T) {
	long := strings.Repeat("x", 1025)
	h := domain.Header{ID: domain.NewID(), Forced: []string{"e01", long}, Facts: map[domain.Fact]bool{domain.Fact(long): true}}
	if f := domain.FieldsOf(h); len(f) != 1 || len(f["forced"].Elements()) != 1 {
		t.Errorf("%d fields", len(f))
	}
	m := domain.Message{ID: domain.NewID(), Variants: []domain.Variant{{Channel: long, Text: domain.Text{En: "x"}}}}
	if f := domain.FieldsOf(m); len(f) != 0 {
		t.Errorf("%d fields of a variant", len(f))
	}
}
