package search_test

import (
	"fmt"
	"testing"

	"athar/domain"
	"athar/domain/search"
)

func index() (*search.Index, domain.Campaign) {
	seg := domain.Segment{ID: domain.NewID(), Name: "أمهات الوادي", Barriers: "المسافة إلى البئر"}
	msg := domain.Message{ID: domain.NewID(), Title: "Safe water", Core: domain.Text{Ar: "اغلوا المياه قبل الشرب لمدة ٣ دقائق", En: "Boil water"}}
	c := domain.Campaign{
		Header:   domain.Header{ID: domain.NewID(), Title: "مياه نظيفة"},
		Segments: []domain.Segment{seg}, Messages: []domain.Message{msg},
	}
	x := &search.Index{}
	x.Add(c)
	return x, c
}

func TestFindFoldsArabic(t *testing.T) {
	x, c := index()
	for query, want := range map[string]domain.Place{
		"مياة نظيفه":  {Kind: domain.KindHeader, ID: c.ID()},
		"امهات":       {Kind: domain.KindSegment, ID: c.Segments[0].ID},
		"البئر مسافة": {Kind: domain.KindSegment, ID: c.Segments[0].ID, Field: "barriers"},
		"3 دقائق":     {Kind: domain.KindMessage, ID: c.Messages[0].ID, Field: "core"},
		"BOIL":        {Kind: domain.KindMessage, ID: c.Messages[0].ID, Field: "core"},
	} {
		hits := x.Find(query, 10)
		if len(hits) == 0 || hits[0].Place != want {
			t.Errorf("%q: %+v, want %+v", query, hits, want)
		}
	}
}

func TestEverythingOfAMessageAndAClaimIsFound(t *testing.T) {
	m := domain.Message{
		ID: domain.NewID(), Title: "Wells", Core: domain.Text{}.With("fr", "puits"), Call: domain.Call{Where: domain.Text{Ar: "العيادة"}},
		Variants: []domain.Variant{{Channel: "youtube", Parts: []domain.FieldText{{Field: "title", Text: domain.Text{En: "bucket"}}}}},
	}
	media := domain.Media{ID: domain.NewID(), Message: m.ID, Alt: domain.Text{En: "a nurse"}}
	comment := domain.Comment{ID: domain.NewID(), Message: m.ID, Body: "too long"}
	claim := domain.Claim{ID: domain.NewID(), Text: domain.Text{En: "Two wells are polluted"}}
	evidence := domain.Evidence{ID: domain.NewID(), Claim: claim.ID, Publisher: "laboratory"}
	c := domain.Campaign{
		Header: domain.Header{ID: domain.NewID()}, Messages: []domain.Message{m}, Media: []domain.Media{media},
		Comments: []domain.Comment{comment}, Claims: []domain.Claim{claim}, Evidence: []domain.Evidence{evidence},
	}
	c.Cores = []domain.Core{c.Core().WithField("roof", domain.Text{Ar: "السقف"})}
	x := &search.Index{}
	x.Add(c)
	in := func(field string) domain.Place { return domain.Place{Kind: domain.KindMessage, ID: m.ID, Field: field} }
	part := func(r domain.Record) domain.Place {
		return domain.Place{Kind: domain.KindMessage, ID: m.ID, Item: r.RecordID().String(), Field: r.Kind().Word()}
	}
	for query, want := range map[string]domain.Place{
		"puits":      in("core"),
		"عيادة":      in("call_where"),
		"bucket":     in("variant.youtube.title"),
		"nurse":      part(media),
		"too long":   part(comment),
		"polluted":   {Kind: domain.KindClaim, ID: claim.ID},
		"laboratory": {Kind: domain.KindClaim, ID: claim.ID, Item: evidence.ID.String(), Field: "evidence"},
		"سقف":        {Kind: domain.KindCore, ID: c.Core().ID, Field: "field.roof"},
	} {
		if hits := x.Find(query, 10); len(hits) != 1 || hits[0].Place != want {
			t.Errorf("%q: %+v, want %+v", query, hits, want)
		}
	}
}

func TestFindPutsTitlesFirstAndKeepsToTheLimit(t *testing.T) {
	x, c := index()
	hits := x.Find("مياه", 1)
	if len(hits) != 1 || hits[0].Place.ID != c.ID() {
		t.Fatalf("hits %+v", hits)
	}
	if got := x.Find("  ", 10); got != nil {
		t.Fatalf("an empty query found %v", got)
	}
	if got := x.Find("غير موجود", 10); len(got) != 0 {
		t.Fatalf("found %v", got)
	}
}

func BenchmarkFind10000(b *testing.B) {
	x := &search.Index{}
	for i := range 200 {
		c := domain.Campaign{Header: domain.Header{ID: domain.NewID(), Title: fmt.Sprint("حملة ", i)}}
		for range 50 {
			c.Messages = append(c.Messages, domain.Message{
				ID:   domain.NewID(),
				Core: domain.Text{Ar: "اغلوا المياه قبل الشرب لمدة ٣ دقائق ثم احفظوها في وعاء نظيف مغلق بعيدًا عن الأطفال"},
			})
		}
		x.Add(c)
	}
	b.ResetTimer()
	for b.Loop() {
		x.Find("وعاء نظيف 9", 50)
	}
}
