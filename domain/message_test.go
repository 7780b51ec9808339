package domain_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"athar/domain"
)

func TestATextHoldsAnyLanguageAndComparesByWhatItSays(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		want := map[string]string{}
		var a, b domain.Text
		langs := rapid.SampledFrom([]string{"ar", "en", "fr", "tr", "ckb", "so"})
		for range rapid.IntRange(0, 12).Draw(r, "steps") {
			lang, written := langs.Draw(r, "lang"), rapid.SampledFrom([]string{"", "x", "é:3:y", "ماء\nx", "\x00"}).Draw(r, "text")
			a = a.With(lang, written)
			if want[lang] = written; written == "" {
				delete(want, lang)
			}
		}
		for _, lang := range []string{"so", "fr", "en", "tr", "ckb", "ar"} { // in another order
			b = b.With(lang, want[lang])
			if got := a.Of(lang); got != want[lang] {
				r.Fatalf("%s says %q, want %q", lang, got, want[lang])
			}
		}
		if a != b || !a.Equal(b) || a.Empty() != (len(want) == 0) || len(a.Languages()) != len(want) {
			r.Fatalf("%+v and %+v differ", a, b)
		}
	})
}

func TestATextFallsBackToALanguageThatIsThere(t *testing.T) {
	french := domain.Text{}.With("fr", "eau")
	for _, tt := range []struct {
		t          domain.Text
		lang, want string
	}{
		{domain.Text{Ar: "ماء", En: "water"}, "ar", "ماء"},
		{domain.Text{Ar: "ماء", En: "water"}, "fr", "water"},
		{domain.Text{Ar: "ماء"}, "en", "ماء"},
		{french, "ar", "eau"},
		{french, "fr", "eau"},
		{domain.Text{}, "en", ""},
		{domain.Text{}.With("x", "no code"), "x", ""},
	} {
		if got := tt.t.In(tt.lang); got != tt.want {
			t.Errorf("%+v in %s is %q", tt.t, tt.lang, got)
		}
	}
	if !domain.IsRightToLeft("ckb") || domain.IsRightToLeft("ku") {
		t.Error("Sorani is written from right to left, Kurmanji is not")
	}
}

// campaignWith returns a campaign with the message.
func campaignWith(m domain.Message) domain.Campaign {
	return domain.Campaign{Header: domain.Header{ID: domain.NewID(), Title: "c"}, Messages: []domain.Message{m}}
}

func does(t *testing.T, c domain.Campaign, e domain.Edit) domain.Campaign {
	t.Helper()
	out, err := e.Apply(c)
	if err != nil {
		t.Fatalf("%T: %v", e, err)
	}
	return out
}

func TestATranslationGoesStaleWhenItsSourceChanges(t *testing.T) {
	m := domain.Message{ID: domain.NewID(), Title: "m"}
	c := campaignWith(m)
	write := func(lang, written string) {
		t.Helper()
		now, _ := c.Message(m.ID)
		now.Core = now.Core.With(lang, written)
		c = does(t, c, domain.ChangeMessage{Message: now, Field: "core." + lang})
	}
	stale := func() []string { now, _ := c.Message(m.ID); return now.StaleLanguages() }
	write("ar", "اغلوا الماء")
	write("en", "B")
	write("en", "Boil water")
	write("fr", "Bouillir l'eau")
	if got := stale(); got != nil {
		t.Fatalf("nothing changed since, and %v is stale", got)
	}
	write("ar", "اغلوا الماء دقيقة")
	if got := stale(); !slices.Equal(got, []string{"en", "fr"}) {
		t.Fatalf("the source changed, and %v is stale", got)
	}
	now, _ := c.Message(m.ID)
	if then, is, ok := now.Stale("en"); !ok || then != "اغلوا الماء" || is != "اغلوا الماء دقيقة" {
		t.Errorf("it was %q and is %q, %v", then, is, ok)
	}
	write("en", "Boil water for a minute")
	if got := stale(); !slices.Contains(got, "en") {
		t.Error("an edit of a translation says nothing about its source")
	}
	c = does(t, c, domain.ConfirmTranslation{ID: m.ID, Lang: "en"})
	c = does(t, c, domain.ConfirmTranslation{ID: m.ID, Lang: "fr", From: "en"})
	if got := stale(); got != nil {
		t.Errorf("confirmed, and %v is stale", got)
	}
	write("en", "")
	write("ar", "اغلوه")
	write("en", "Boil it")
	if got := stale(); !slices.Equal(got, []string{"fr"}) { // which came from the English before
		t.Errorf("English was written anew, and %v is stale", got)
	}
	if _, err := (domain.ConfirmTranslation{ID: m.ID, Lang: "tr"}).Apply(c); domain.CodeOf(err) != domain.ErrRequired {
		t.Errorf("a language without text was confirmed: %v", err)
	}
}

func TestAVariantFollowsTheCoreUntilItIsWritten(t *testing.T) {
	m := domain.Message{ID: domain.NewID(), Title: "m", Core: domain.Text{Ar: "ماء"}}.WithChannel("youtube", true)
	wants := func(m domain.Message, field, lang, want string, own bool) {
		t.Helper()
		if got, is := m.Outgoing("youtube", field, lang); got != want || is != own {
			t.Errorf("%q in %s goes out as %q, %v", field, lang, got, is)
		}
	}
	wants(m, "", "ar", "ماء", false)
	wants(m, "title", "ar", "", false)
	m = m.WithOutgoing("youtube", "", "ar", "ماء نظيف").WithOutgoing("youtube", "title", "fr", "Eau")
	wants(m, "", "ar", "ماء نظيف", true)
	wants(m, "title", "fr", "Eau", true)
	m.Core.Ar = "ماء آخر"
	wants(m, "", "ar", "ماء نظيف", true)
	c := does(t, campaignWith(m), domain.ResetVariant{ID: m.ID, Channel: "youtube", All: true})
	m, _ = c.Message(m.ID)
	wants(m, "", "ar", "ماء آخر", false)
	wants(m, "title", "fr", "", false)
	if !m.OnChannel("youtube") || len(m.Variants[0].Parts) > 0 {
		t.Errorf("after the reset the variants are %+v", m.Variants)
	}
}

func TestSeveralMessagesAreChangedTogetherOrNotAtAll(t *testing.T) {
	var ids []domain.ID
	c := campaignWith(domain.Message{ID: domain.NewID(), Order: "V", Title: "a"})
	c = does(t, c, domain.AddMessage{Message: domain.Message{ID: domain.NewID(), Title: "b"}})
	c = does(t, c, domain.AddMessage{Message: domain.Message{ID: domain.NewID(), Title: "c"}})
	for _, m := range c.SortedMessages() {
		ids = append(ids, m.ID)
	}
	if _, err := (domain.SetStatus{IDs: append(ids[:2:2], domain.NewID()), Status: domain.MessageHold}).Apply(c); domain.CodeOf(err) != domain.ErrNotFound {
		t.Errorf("one of them is not there: %v", err)
	}
	c = does(t, c, domain.SetStatus{IDs: ids[:2], Status: domain.MessageHold})
	c = does(t, c, domain.SetChannel{IDs: ids, Channel: "sms", Member: true})
	media := domain.Media{ID: domain.NewID(), Message: ids[0], Type: "image"}
	claim := domain.Claim{ID: domain.NewID(), Messages: []domain.ID{ids[0]}}
	c = does(t, does(t, c, domain.AddRecord{Record: media}), domain.AddRecord{Record: claim})
	c = does(t, c, domain.DuplicateMessages{IDs: ids[:2], NewID: domain.NewID, Title: func(s string) string { return s + "'" }})
	var titles string
	for _, m := range c.SortedMessages() {
		titles += m.Title
		if !m.OnChannel("sms") {
			t.Errorf("%s does not go out", m.Title)
		}
	}
	if titles != "aa'bb'c" || len(c.Media) != 2 || len(c.Claims[0].Messages) != 2 {
		t.Errorf("the messages are %s, with %d media, %v", titles, len(c.Media), c.Claims)
	}
	c = does(t, c, domain.PlaceMessage{ID: ids[2], Before: ids[0]})
	c = does(t, c, domain.PlaceMessage{ID: ids[1]})
	titles = ""
	for _, m := range c.SortedMessages() {
		titles += m.Title
	}
	if titles != "caa'b'b" {
		t.Errorf("after the moves they are %s", titles)
	}
	c = does(t, c, domain.RemoveMessages{IDs: ids})
	if len(c.Messages) != 2 || len(c.Media) != 1 || slices.Contains(c.Claims[0].Messages, ids[0]) {
		t.Errorf("left are %d messages, %d media, %v", len(c.Messages), len(c.Media), c.Claims)
	}
}

func TestTakingEvidenceAwayReopensTheVerdict(t *testing.T) {
	claim := domain.Claim{ID: domain.NewID(), Verdict: domain.VerdictSupported, Confidence: "high", CheckedBy: "Rana", CheckedOn: time.Unix(1, 0)}
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID()}}
	c = does(t, c, domain.AddRecord{Record: claim})
	evidence := domain.Evidence{ID: domain.NewID(), Claim: claim.ID, Title: "report"}
	c = does(t, c, domain.AddRecord{Record: evidence})
	if got, _ := c.Claim(claim.ID); got.Verdict != domain.VerdictSupported {
		t.Errorf("more evidence changed the verdict to %q", got.Verdict)
	}
	c = does(t, c, domain.RemoveRecord{Kind: domain.KindEvidence, ID: evidence.ID})
	if got, _ := c.Claim(claim.ID); got.Verdict != domain.VerdictNotChecked || got.CheckedBy != "" || !got.CheckedOn.IsZero() {
		t.Errorf("the claim is %+v", got)
	}
}

// A conversation is a chain of answers, which merging can break or close to a ring.
func TestConversationsAreToldTogetherAndLoseNoComment(t *testing.T) {
	m := domain.ID{1}
	at := func(n int, reply byte) domain.Comment {
		k := domain.Comment{ID: domain.ID{byte(n)}, Message: m, At: time.Unix(int64(n), 0)}
		if reply > 0 {
			k.Reply = domain.ID{reply}
		}
		return k
	}
	c := domain.Campaign{Comments: []domain.Comment{
		at(5, 3), at(4, 1), at(2, 0), at(3, 1), at(1, 0), at(6, 99), at(8, 9), at(9, 8), {ID: domain.ID{7}},
	}}
	var got []byte
	for _, k := range c.CommentsOf(m) {
		got = append(got, k.ID[0])
	}
	if want := []byte{1, 3, 4, 5, 2, 6, 8, 9}; !reflect.DeepEqual(got, want) {
		t.Errorf("told as %v, want %v", got, want)
	}
}

func TestACopyIsWholeAndSharesNothingWithItsOriginal(t *testing.T) {
	m := domain.Message{ID: domain.NewID(), Title: "m", Core: domain.Text{Ar: "ماء"}, Status: domain.MessageApproved, Approval: domain.Approval{By: "Rana"}}
	c := campaignWith(m)
	c.Cores = []domain.Core{c.Core().WithField("roof", domain.Text{Ar: "س"})}
	c.Segments = []domain.Segment{{ID: domain.NewID()}}
	c.Media = []domain.Media{{ID: domain.NewID(), Message: m.ID}}
	c.Alternatives = []domain.Alternative{{ID: domain.NewID(), Message: m.ID}}
	c.Pretests = []domain.Pretest{{ID: domain.NewID(), Message: m.ID, Alternative: c.Alternatives[0].ID, Segment: c.Segments[0].ID}}
	c.Comments = []domain.Comment{{ID: domain.NewID(), Message: m.ID}}
	c.Claims = []domain.Claim{{ID: domain.NewID(), Messages: []domain.ID{m.ID}}}
	c.Evidence = []domain.Evidence{{ID: domain.NewID(), Claim: c.Claims[0].ID}}
	out := c.Copy(domain.NewID, time.Unix(1, 0), "copy")
	if out.Core().Field("roof").Ar != "س" || len(out.Comments) > 0 {
		t.Errorf("the core is %+v, and there are %d comments", out.Core(), len(out.Comments))
	}
	id := out.Messages[0].ID
	if out.Messages[0].Approval.By != "" || out.Messages[0].Status == domain.MessageApproved {
		t.Error("the copy is approved")
	}
	if out.Media[0].Message != id || out.Alternatives[0].Message != id || out.Claims[0].Messages[0] != id ||
		out.Pretests[0].Alternative != out.Alternatives[0].ID || out.Pretests[0].Segment != out.Segments[0].ID ||
		out.Evidence[0].Claim != out.Claims[0].ID {
		t.Error("something refers to what is not its own")
	}
	old := map[domain.ID]bool{}
	for _, r := range c.Records() {
		old[r.RecordID()] = true
	}
	for _, r := range out.Records() {
		if old[r.RecordID()] {
			t.Errorf("%s has the ID of the original", r.Kind().Word())
		}
	}
}

func TestPretestsAreAddedUpByWording(t *testing.T) {
	m, b := domain.ID{1}, domain.ID{2}
	c := domain.Campaign{Pretests: []domain.Pretest{
		{ID: domain.ID{3}, Message: m, Readers: 5, Understood: 2},
		{ID: domain.ID{4}, Message: m, Readers: 6, Understood: 3},
		{ID: domain.ID{5}, Message: m, Alternative: b, Readers: 5, Understood: 5},
	}}
	if got := c.PretestSum(m, domain.NoID); got.Readers != 11 || got.Understood != 5 {
		t.Errorf("the message as it is: %+v", got)
	}
	if got := c.PretestSum(m, b); got.Readers != 5 || got.Understood != 5 {
		t.Errorf("the alternative: %+v", got)
	}
	bad := domain.Pretest{Readers: 5, WouldDo: 6}
	if bad.Validate().Field("would_do") == nil {
		t.Error("more would do it than were asked")
	}
}
