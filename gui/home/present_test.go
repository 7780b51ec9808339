package home

import (
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/ethics"
	"athar/domain/selfcheck"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func presenterIn(t testing.TB, lang string) presenter {
	t.Helper()
	return presenter{guitest.Printer(t, lang), func() time.Time { return now }, ninety, words{rules(t), guitest.Templates(t)}}
}

func TestARowSaysInWordsWhereACampaignStands(t *testing.T) {
	s := domain.Summary{
		Title: "Water", Stage: domain.StageReview, Sample: true, Updated: now.Add(-time.Hour),
		Segments: 2, Messages: 1, DataSets: 11, OpenMusts: 2,
	}
	want := map[string]row{
		"en": {
			Title: "Water", Stage: "In review", StageTone: kit.ToneInfo, Sample: "Sample", Open: "Open now",
			Musts: "Open musts: 2", MustsTone: kit.ToneWarning, When: "Changed: today 13:05",
			Counts: "2 segments · 1 message · 11 data sets",
		},
		"ar": {
			Title: "Water", Stage: "قيد المراجعة", StageTone: kit.ToneInfo, Sample: "نموذجية", Open: "مفتوحة الآن",
			Musts: "الواجبات المفتوحة: 2", MustsTone: kit.ToneWarning, When: "آخر تعديل: اليوم 13:05",
			Counts: "شريحتان · رسالة واحدة · 11 مجموعة بيانات",
		},
	}
	for lang, want := range want {
		if got := presenterIn(t, lang).row(s, true); got != want {
			t.Errorf("%s: %+v\nwant %+v", lang, got, want)
		}
	}
}

func TestARowOfACampaignWithoutOpenMustsSaysSo(t *testing.T) {
	for lang, want := range map[string]string{"en": "No open musts", "ar": "لا واجبات مفتوحة"} {
		got := presenterIn(t, lang).row(domain.Summary{Stage: domain.StageReady}, false)
		if got.Musts != want || got.MustsTone != kit.ToneSuccess || got.Open != "" || got.Sample != "" {
			t.Errorf("%s: %+v", lang, got)
		}
	}
}

func TestARowInTheTrashSaysSinceWhen(t *testing.T) {
	s := domain.Summary{Stage: domain.StageDraft, Updated: now, Trashed: now.AddDate(0, 0, -3)}
	for lang, want := range map[string]string{
		"en": "In the trash since: 20 November 2026", "ar": "في سلة المحذوفات منذ: 20 نوفمبر 2026",
	} {
		if got := presenterIn(t, lang).row(s, false).When; got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

func TestEveryCampaignLiesOnOneShelf(t *testing.T) {
	tests := []struct {
		name string
		s    domain.Summary
		want shelf
	}{
		{"a draft", domain.Summary{Stage: domain.StageDraft}, shelfActive},
		{"done", domain.Summary{Stage: domain.StageDone}, shelfActive},
		{"archived", domain.Summary{Stage: domain.StageArchived}, shelfArchived},
		{"archived, then put into the trash", domain.Summary{Stage: domain.StageArchived, Trashed: now}, shelfTrash},
	}
	for _, tt := range tests {
		if got := shelfOf(tt.s); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestTheFilterFindsWordsInTitlesHoweverTheyAreWritten(t *testing.T) {
	all := []domain.Summary{{Title: "مياه نظيفة 2026"}, {Title: "حملة الأسرة"}, {Title: "Éducation"}}
	tests := map[string][]string{
		"":              {"مياه نظيفة 2026", "حملة الأسرة", "Éducation"},
		"  ":            {"مياه نظيفة 2026", "حملة الأسرة", "Éducation"},
		"نظيفه ٢٠٢٦":    {"مياه نظيفة 2026"},
		"الاسره":        {"حملة الأسرة"},
		"EDUC":          {"Éducation"},
		"مياه الأسرة":   nil,
		"no such title": nil,
	}
	for query, want := range tests {
		var got []string
		for _, s := range onShelf(all, shelfActive, query) {
			got = append(got, s.Title)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
}

// findings is one finding of every code, with the campaign they are about.
func findings() (domain.Campaign, []selfcheck.Finding) {
	c := domain.Campaign{
		Header:     domain.Header{ID: domain.ID{1}},
		Segments:   []domain.Segment{{ID: domain.ID{2}, Name: "Families"}},
		Messages:   []domain.Message{{ID: domain.ID{3}, Title: "Boil"}},
		Indicators: []domain.Indicator{{ID: domain.ID{4}, Name: "Homes"}},
	}
	at := func(k domain.Kind, id byte, field string) domain.Place {
		return domain.Place{Kind: k, ID: domain.ID{id}, Field: field}
	}
	header, segment, message := domain.KindHeader, domain.KindSegment, domain.KindMessage
	item := domain.Place{Kind: domain.KindAnswer, Item: "e01"}
	return c, []selfcheck.Finding{
		{Code: selfcheck.GoalMissing, At: at(header, 1, "goal")},
		{Code: selfcheck.FactUnknown, At: at(header, 1, "fact.ai")},
		{Code: selfcheck.NoSegment, At: domain.Place{Kind: segment}},
		{Code: selfcheck.NoMessage, At: domain.Place{Kind: message}},
		{Code: selfcheck.NoIndicator, At: domain.Place{Kind: domain.KindIndicator}},
		{Code: selfcheck.OnlyVanity, At: domain.Place{Kind: domain.KindIndicator}},
		{Code: selfcheck.MinorsDenied, At: at(segment, 2, "age")},
		{Code: selfcheck.ChannelDenied, At: at(message, 3, "variant.x")},
		{
			Code: selfcheck.SegmentProblem, At: at(segment, 2, "size_source"),
			Problem: domain.Problem(domain.ErrNeedsSource, "size_source"),
		},
		{Code: selfcheck.SegmentWithoutMessage, At: at(segment, 2, "")},
		{Code: selfcheck.MessageProblem, At: at(message, 3, "core"), Problem: domain.Problem(domain.ErrRequired, "core")},
		{Code: selfcheck.MessageWithoutSegment, At: at(message, 3, "segments")},
		{Code: selfcheck.MessageWithoutAction, At: at(message, 3, "action")},
		{Code: selfcheck.MessageWithoutVariant, At: at(message, 3, "")},
		{Code: selfcheck.MessageOneLanguage, At: at(message, 3, "core"), Lang: "ar"},
		{Code: selfcheck.VariantTooLong, At: at(message, 3, "variant.youtube.title"), Lang: "en"},
		{Code: selfcheck.MustUnanswered, At: item},
		{Code: selfcheck.MustOpen, At: item},
		{
			Code: selfcheck.IndicatorProblem, At: at(domain.KindIndicator, 4, "name"),
			Problem: domain.Problem(domain.ErrRequired, "name"),
		},
		{Code: selfcheck.IndicatorWithoutTarget, At: at(domain.KindIndicator, 4, "target")},
	}
}

func TestEveryFindingIsASentenceThatNamesItsRecord(t *testing.T) {
	c, all := findings()
	if len(all) != len(selfcheck.Codes()) {
		t.Fatalf("%d findings for %d codes", len(all), len(selfcheck.Codes()))
	}
	for _, lang := range guitest.Languages() {
		p := presenterIn(t, lang)
		for _, f := range all {
			got := guitest.Plain(p.sentence(c, f))
			if strings.ContainsAny(got, "{}[]") || !strings.ContainsAny(got[len(got)-1:], ".?؟") && !strings.HasSuffix(got, "؟") {
				t.Errorf("%s %s: %q is no sentence", lang, f.Code, got)
			}
			for id, name := range map[domain.ID]string{{2}: "Families", {3}: "Boil", {4}: "Homes"} {
				if f.At.ID == id && !strings.Contains(got, name) {
					t.Errorf("%s %s: %q does not name %s", lang, f.Code, got, name)
				}
			}
		}
	}
}

func TestSentencesOfTheSelfCheck(t *testing.T) {
	c, all := findings()
	want := map[selfcheck.Code][2]string{
		selfcheck.ChannelDenied: {
			"The message “Boil” has a text for X, but the plan says that no social platform is used.",
			"للرسالة «Boil» نص لقناة إكس، لكن الخطة تقول إن منصات التواصل لن تُستخدم.",
		},
		selfcheck.SegmentProblem: {
			"Look at the source of the number in the segment “Families”. Please say where this figure comes from.",
			"راجعوا مصدر العدد في الشريحة «Families». يُرجى ذكر مصدر هذا الرقم.",
		},
		selfcheck.VariantTooLong: {
			"In the message “Boil”, the text for YouTube (Title) in English is longer than the channel allows.",
			"في الرسالة «Boil» نص القناة يوتيوب (العنوان) باللغة الإنجليزية أطول مما تسمح به القناة.",
		},
		selfcheck.MessageOneLanguage: {
			"The core text of the message “Boil” is missing in Arabic.",
			"النص الأساسي للرسالة «Boil» غير مكتوب باللغة العربية.",
		},
		selfcheck.MustUnanswered: {
			"Answer the ethics must “Who speaks”.", "أجيبوا عن الواجب الأخلاقي «من المتحدث».",
		},
		selfcheck.FactUnknown: {
			"Answer the question about the plan: Will AI make or alter text, images or sound?",
			"أجيبوا عن السؤال عن الخطة: هل سيُنتج الذكاء الاصطناعي نصوصًا أو صورًا أو أصواتًا، أو يعدّلها؟",
		},
	}
	for i, lang := range []string{"en", "ar"} {
		p := presenterIn(t, lang)
		for _, f := range all {
			if want, ok := want[f.Code]; ok && guitest.Plain(p.sentence(c, f)) != want[i] {
				t.Errorf("%s\ngot  %s\nwant %s", f.Code, guitest.Plain(p.sentence(c, f)), want[i])
			}
		}
	}
}

func TestARecordWithoutANameIsStillSpokenOf(t *testing.T) {
	c := domain.Campaign{Segments: []domain.Segment{{ID: domain.ID{2}}}}
	f := selfcheck.Finding{
		Code: selfcheck.SegmentWithoutMessage, At: domain.Place{Kind: domain.KindSegment, ID: domain.ID{2}},
	}
	for lang, want := range map[string]string{
		"en": "No message is for the segment without a name.", "ar": "لا رسالة موجَّهة إلى الشريحة التي بلا اسم.",
	} {
		if got := presenterIn(t, lang).sentence(c, f); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestMustsComeFirstAndAreCountedInTheReadersGrammar(t *testing.T) {
	c := domain.Campaign{}
	found := []selfcheck.Finding{
		{Code: selfcheck.NoIndicator, Level: ethics.Should},
		{Code: selfcheck.NoSegment, Level: ethics.Must},
		{Code: selfcheck.NoMessage, Level: ethics.Must},
	}
	for lang, want := range map[string][2]string{
		"en": {"2 things must be settled", "1 thing is worth doing"},
		"ar": {"أمران لا بد من حسمهما", "أمر واحد يُستحسن فعله"},
	} {
		m := presenterIn(t, lang).missing(c, found)
		if m.Musts.Title != want[0] || m.Shoulds.Title != want[1] || len(m.Musts.Lines) != 2 || len(m.Shoulds.Lines) != 1 {
			t.Errorf("%s: %+v", lang, m)
		}
	}
}

func TestTheListOfWhatIsMissingHasAnEnd(t *testing.T) {
	found := slices.Repeat([]selfcheck.Finding{{Code: selfcheck.NoMessage, Level: ethics.Must}}, mostLines+11)
	for lang, want := range map[string]string{
		"en": "11 more come after these.", "ar": "يأتي بعد هذه 11 أمرًا آخر.",
	} {
		m := presenterIn(t, lang).missing(domain.Campaign{}, found).Musts
		if len(m.Lines) != mostLines || m.More != want {
			t.Errorf("%s: %d lines, %q", lang, len(m.Lines), m.More)
		}
	}
}

func TestThePageSaysHowFarMessagesAndClaimsHaveCome(t *testing.T) {
	c := titled("Wells", domain.StageDraft)
	c.Messages = []domain.Message{
		{ID: domain.ID{1}, Status: domain.MessageReview}, {ID: domain.ID{2}, Status: domain.MessageReview}, {ID: domain.ID{3}, Status: domain.MessageDone},
	}
	c.Comments = []domain.Comment{{ID: domain.ID{4}, Message: domain.ID{1}, Request: true}}
	c.Claims = []domain.Claim{{ID: domain.ID{5}, ReviewBy: now.AddDate(0, 0, -2)}}
	for lang, want := range map[string][]string{
		"en": {"Messages: In review (2) · Done (1) · Requested changes still open (1)", "Claims: 1 · Without enough evidence (1) · Review is due (1)"},
		"ar": {"الرسائل: قيد المراجعة (2) · مكتملة (1) · تعديلات مطلوبة ما زالت مفتوحة (1)", "الادعاءات: 1 · بلا أدلة كافية (1) · حان وقت المراجعة (1)"},
	} {
		got := presenterIn(t, lang).open(domain.Summary{}, c, nil).Progress
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q", lang, got)
		}
	}
	if got := presenterIn(t, "en").open(domain.Summary{}, titled("New", domain.StageDraft), nil).Progress; got != nil {
		t.Errorf("of nothing it says %q", got)
	}
}

func TestHowFarItHasComeIsSeenAndFollowsEdits(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := guitest.Sample(t, env.Printer.Lang(), now)
		b := open(t, env, 0, c)
		for _, line := range b.screen.present.open(domain.Summary{}, c, nil).Progress {
			if !b.Sees(line) {
				t.Errorf("%q is not seen", line)
			}
		}
	})
}
