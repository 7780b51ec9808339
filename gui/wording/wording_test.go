package wording_test

import (
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/journal"
	texts "athar/domain/text"
	"athar/gui/guitest"
	"athar/gui/wording"
)

func words(t *testing.T, lang string) wording.Wording {
	return wording.New(guitest.Printer(t, lang), wording.Content{
		Channels: guitest.Channels(t), Checklist: guitest.Checklist(t), Metrics: guitest.Metrics(t),
		Frameworks: guitest.Frameworks(t),
	})
}

func campaign() domain.Campaign {
	return domain.Campaign{
		Segments:   []domain.Segment{{ID: domain.ID{1}, Order: "a", Name: "Families"}, {ID: domain.ID{2}, Order: "c"}},
		Indicators: []domain.Indicator{{ID: domain.ID{3}, Name: "Wells"}},
	}
}

func TestRecordsFieldsAndValuesAreSaidAsInTheForms(t *testing.T) {
	day := journal.Time(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	for _, tt := range []struct {
		kind            domain.Kind
		field           journal.Field
		value           journal.Value
		fieldEn, said   string
		fieldAr, saidAr string
	}{
		{domain.KindMessage, journal.Field{Path: "core/ar"}, journal.Text("ماء"), "Core text in Arabic", "ماء", "النص الأساسي بالعربية", "ماء"},
		{domain.KindMessage, journal.Field{Path: "variant/sms/en"}, journal.Text("x"), "Text for SMS in English", "x", "نص قناة رسالة نصية قصيرة (SMS) بالإنجليزية", "x"},
		{domain.KindMessage, journal.Field{Path: "status"}, journal.String("ready"), "Status", "Ready", "الحالة", "جاهزة"},
		{domain.KindMessage, journal.Field{Path: "segments", Element: domain.ID{1}.String()}, journal.None, "Who it is for – Families", "Not chosen", "لمن هذه الرسالة؟ – Families", "غير مختار"},
		{domain.KindSegment, journal.Field{Path: "age_min"}, journal.Int(12), "Youngest age", "12", "أصغر عمر", "12"},
		{domain.KindSegment, journal.Field{Path: "languages"}, journal.Set("ar", "so"), "Languages", "Arabic, Somali", "اللغات", "العربية، الصومالية"},
		{domain.KindSegment, journal.Field{Path: "order"}, journal.Order("b"), "Place in the list", "Place 2", "الموضع في القائمة", "الموضع 2"},
		{domain.KindHeader, journal.Field{Path: "stage"}, journal.String("live"), "Stage", "Live", "المرحلة", "منشورة"},
		{domain.KindIndicator, journal.Field{Path: "target"}, journal.Float(0.5), "Target", "0.5", "القيمة المستهدفة", "0.5"},
		{domain.KindIndicator, journal.Field{Path: "due"}, day, "Due date", "23 November 2026", "تاريخ الاستحقاق", "23 نوفمبر 2026"},
		{domain.KindReading, journal.Field{Path: "indicator"}, journal.String(domain.ID{3}.String()), "Indicator", "Wells", "المؤشر", "Wells"},
		{domain.KindAnswer, journal.Field{Path: "value"}, journal.String("partly"), "Answer", "Partly", "الجواب", "جزئيًا"},
		{domain.KindSegment, journal.Field{Path: "data_cost"}, journal.Bool(true), "Cost of data", "Yes", "كلفة الإنترنت", "نعم"},
		{domain.KindMessage, journal.Field{}, journal.None, "The whole entry", "Removed", "العنصر كله", "محذوف"},
		{domain.KindMessage, journal.Field{Path: "title"}, journal.None, "Title", "Empty", "العنوان", "فارغ"},
	} {
		for lang, want := range map[string][2]string{"en": {tt.fieldEn, tt.said}, "ar": {tt.fieldAr, tt.saidAr}} {
			w := words(t, lang)
			if got := guitest.Plain(w.Field(tt.kind, tt.field, campaign())); got != want[0] {
				t.Errorf("%s: %v is %q, want %q", lang, tt.field, got, want[0])
			}
			if got := guitest.Plain(w.Value(tt.kind, tt.field, tt.value, campaign())); got != want[1] {
				t.Errorf("%s: the value of %v is %q, want %q", lang, tt.field, got, want[1])
			}
		}
	}
}

// Whoever adds a field to a record must say what people call it.
func TestEveryFieldOfEveryRecordHasAName(t *testing.T) {
	id, now := domain.ID{1}, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	text := domain.Text{Ar: "x", En: "x"}.With("fr", "x").With("ckb", "x")
	parts := []domain.FieldText{{Field: "title", Text: text}}
	for _, r := range []domain.Record{
		domain.Header{Title: "x", Goal: "x", Languages: []string{"fr"}},
		domain.Message{
			Order: "V", Title: "x", Purpose: "ask", Core: text, Action: text, Status: "done", Segments: []domain.ID{id},
			Bases:    []domain.Basis{{Lang: "en", From: "ar", Text: "x"}},
			Call:     domain.Call{Who: text, What: text, Where: text, By: now},
			Variants: []domain.Variant{{Channel: "youtube", Text: text, Parts: parts}},
			Approval: domain.Approval{By: "x", At: now, Of: "x"}, Writers: []string{"x"}, Unsigned: []domain.ID{id}, Quiet: []string{"x"},
		},
		domain.Core{Framework: "house", Fields: []domain.FieldText{{Field: "roof", Text: text}, {Field: "from elsewhere", Text: text}}},
		domain.Media{
			Message: id, Order: "V", Type: "image", File: "x", Alt: text, Caption: text, Credit: "x", People: "yes", Consent: "x", ConsentItem: "e05",
		},
		domain.Alternative{Message: id, Order: "V", Name: "x", Hypothesis: "x", Text: text},
		domain.Pretest{
			Message: id, Alternative: id, Order: "V", Segment: id, On: now, Readers: 1, Attention: 1, Understood: 1, Believed: 1,
			ForMe: 1, Offensive: 1, WouldDo: 1, Meaning: "x", Hurt: "x", Missing: "x",
		},
		domain.Comment{
			Message: id, Reply: id, Field: "core/ar", Anchor: texts.Anchor{Quote: "x", Before: "x", After: "x", At: 1}, Author: "x",
			At: now, Body: "x", Request: true, Resolved: now, ResolvedBy: "x",
		},
		domain.Claim{
			Order: "V", Text: text, Type: "image", Origin: "media", Messages: []domain.ID{id}, FirstAppearance: "x", Appearances: "x",
			ClaimDate: now, DataDate: now, Place: "x", Checks: domain.ClaimChecks(), Risk: "low", RiskType: "satire",
			Verdict: "false", Confidence: "low", ConfidenceReason: "x", AddedBy: "x", CheckedBy: "x", CheckedOn: now, ReviewBy: now,
			Correction: domain.Correction{Published: "x", Corrected: "x", On: now, Where: "x"},
		},
		domain.Evidence{
			Claim: id, Order: "V", Title: "x", Publisher: "x", Author: "x", Link: "x", Published: now, Accessed: now, Page: "x",
			Source: "primary", Archived: "x", Stance: "context",
		},
	} {
		for _, lang := range guitest.Languages() {
			w := words(t, lang)
			other := w.Field(r.Kind(), journal.Field{Path: "of_a_newer_athar"}, campaign())
			for path, v := range domain.FieldsOf(r) {
				field := journal.Field{Path: path}
				if got := w.Field(r.Kind(), field, campaign()); got == other || strings.ContainsAny(got, "_[") {
					t.Errorf("%s: %s of %T is %q", lang, path, r, got)
				}
				if got := w.Value(r.Kind(), field, v, campaign()); got == "" || strings.ContainsAny(got, "_[") {
					t.Errorf("%s: the value of %s of %T is %q", lang, path, r, got)
				}
			}
		}
	}
}

// The words of every closed list stand in both catalogs.
func TestEveryChoiceIsSaidInWords(t *testing.T) {
	statuses := []string{"published"} // of an older Athar
	for _, s := range domain.MessageStatuses() {
		statuses = append(statuses, string(s))
	}
	for _, tt := range []struct {
		kind   domain.Kind
		path   string
		values []string
	}{
		{domain.KindMessage, "status", statuses},
		{domain.KindMessage, "purpose", domain.MessagePurposes()},
		{domain.KindMedia, "type", domain.MediaTypes()},
		{domain.KindMedia, "people", domain.MediaPeople()},
		{domain.KindClaim, "type", domain.ClaimTypes()},
		{domain.KindClaim, "origin", domain.ClaimOrigins()},
		{domain.KindClaim, "checks", domain.ClaimChecks()},
		{domain.KindClaim, "risk", domain.ClaimRisks()},
		{domain.KindClaim, "risk_type", domain.ClaimRiskTypes()},
		{domain.KindClaim, "verdict", domain.ClaimVerdicts()},
		{domain.KindClaim, "confidence", domain.ClaimConfidences()},
		{domain.KindEvidence, "source", domain.EvidenceSources()},
		{domain.KindEvidence, "stance", domain.EvidenceStances()},
	} {
		for _, lang := range guitest.Languages() {
			for _, value := range tt.values {
				if got := words(t, lang).Value(tt.kind, journal.Field{Path: tt.path}, journal.String(value), campaign()); got == value {
					t.Errorf("%s: %s of %s has no words", lang, value, tt.path)
				}
			}
		}
	}
	for _, lang := range guitest.Languages() {
		for _, code := range domain.Languages() {
			if words(t, lang).Language(code) == code {
				t.Errorf("%s: the language %s has no name", lang, code)
			}
		}
	}
}

func TestRecordsAreSaidByTheirNames(t *testing.T) {
	item := guitest.Checklist(t).Items[0]
	for _, tt := range []struct {
		kind   domain.Kind
		fields journal.Fields
		want   string
	}{
		{domain.KindMessage, journal.Fields{"title": journal.String("Test your well")}, "Message “Test your well”"},
		{domain.KindSegment, nil, "Segment without a name"},
		{domain.KindAnswer, journal.Fields{"item": journal.String(item.ID)}, "Ethics answer “" + item.Name.En + "”"},
		{domain.KindReading, journal.Fields{"at": journal.Time(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))}, "Reading “23 November 2026”"},
		{'?', nil, "Entry without a name"},
	} {
		if got := guitest.Plain(words(t, "en").Record(tt.kind, tt.fields)); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

func TestEveryFactIsSaidByItsQuestion(t *testing.T) {
	for _, lang := range guitest.Languages() {
		other := words(t, lang).Field(domain.KindHeader, journal.Field{Path: "fact/later"}, campaign())
		for _, f := range domain.Facts() {
			if got := words(t, lang).Field(domain.KindHeader, journal.Field{Path: "fact/" + string(f)}, campaign()); got == other {
				t.Errorf("%s: %s has no question", lang, f)
			}
		}
	}
}

// What another device sent is not taken for a key of the catalog.
func TestStrangePathsAndValuesAreHarmless(t *testing.T) {
	for _, lang := range guitest.Languages() {
		w := words(t, lang)
		for _, path := range []string{"", "title_help.x", "core_ar.x", strings.Repeat("x", 5000), "fact/", "new.x"} {
			for _, k := range []domain.Kind{domain.KindHeader, domain.KindSegment, domain.KindReading, '?'} {
				if got := w.Field(k, journal.Field{Path: path, Element: ""}, campaign()); got == "" || strings.HasPrefix(got, "[") {
					t.Errorf("%s: %q is %q", lang, path, got)
				}
			}
		}
		if got := w.Value(domain.KindHeader, journal.Field{Path: "stage"}, journal.String("x.y"), campaign()); got != "x.y" {
			t.Errorf("%s: an unknown stage is %q", lang, got)
		}
	}
}
