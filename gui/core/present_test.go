package core

import (
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
)

func presenterIn(t testing.TB, lang string) presenter {
	t.Helper()
	return presenter{guitest.Printer(t, lang), guitest.Frameworks(t)}
}

func TestTheStateSaysWhatTheFrameworkAsksAndHowFarItIs(t *testing.T) {
	c := with("house", map[string]domain.Text{
		"roof": {En: "Boil it", Ar: "اغلوه"}, "pillar1": {Ar: "الماء الصافي قد يُمرض."},
	})
	for lang, want := range map[string]struct{ written, first, name, prompt string }{
		"en": {"Fields filled: 2 of 8", "en", "Roof", "What do you want people to remember, in one sentence?"},
		"ar": {"الحقول المملوءة: 2 من 8", "ar", "السقف", "ما الجملة الواحدة التي تريدون أن يتذكرها الناس؟"},
	} {
		s := presenterIn(t, lang).state(c)
		if s.Written != want.written || s.Languages[0].Code != want.first {
			t.Errorf("%s: %q, first %v", lang, s.Written, s.Languages)
		}
		if roof := s.Fields[0]; len(s.Fields) != 8 || roof.Name != want.name || roof.Prompt != want.prompt || roof.Text.En != "Boil it" {
			t.Errorf("%s: %+v", lang, s.Fields)
		}
		if len(s.Kept) != 0 || len(s.Warnings) != 0 {
			t.Errorf("%s: kept %v, warnings %v", lang, s.Kept, s.Warnings)
		}
	}
}

func TestEveryFrameworkIsOfferedWithWhatItIsFor(t *testing.T) {
	for lang, want := range map[string]string{"en": "Message house: Core of every campaign", "ar": "بيت الرسالة: أساس كل حملة"} {
		all := presenterIn(t, lang).options()
		if len(all) != 14 || all[0].Label != want {
			t.Errorf("%s: %d, the first %q", lang, len(all), all[0].Label)
		}
	}
}

func TestWhatIsWrittenElsewhereIsShownWithWhereItBelongs(t *testing.T) {
	c := with("before-after-bridge", map[string]domain.Text{
		"vision": domain.Text{En: "Nobody falls ill"}.With("fr", "Personne"), "myth": {Ar: "تسبب العقم"}, "of_tomorrow": {En: "?"},
	})
	for lang, want := range map[string][]kept{
		"en": {
			{"The rumour, once", []line{{"ar", "Arabic", "تسبب العقم"}}, "Belongs to: Fact, warning, myth once, fact"},
			{"A field of another framework", []line{{"en", "English", "?"}}, "Belongs to a framework of a newer version of Athar"},
			{"The world after", []line{{"fr", "French", "Personne"}}, "In a language the campaign is not written in now"},
		},
		"ar": {
			{"الإشاعة مرة واحدة", []line{{"ar", "العربية", "تسبب العقم"}}, "من حقول: حقيقة وتنبيه وإشاعة مرة واحدة وحقيقة"},
			{"حقل من إطار آخر", []line{{"en", "الإنجليزية", "?"}}, "من إطار في نسخة أحدث من أثر"},
			{"العالم بعدها", []line{{"fr", "الفرنسية", "Personne"}}, "بلغة لا تُكتب بها الحملة الآن"},
		},
	} {
		got := presenterIn(t, lang).state(c).Kept
		if len(got) != len(want) {
			t.Fatalf("%s: %+v", lang, got)
		}
		for i := range got {
			got[i].Where = guitest.Plain(got[i].Where)
			if got[i].Name != want[i].Name || got[i].Where != want[i].Where || !slices.Equal(got[i].Lines, want[i].Lines) {
				t.Errorf("%s: %+v, want %+v", lang, got[i], want[i])
			}
		}
	}
}

func TestAnAnswerToARumourIsCheckedForItsOrder(t *testing.T) {
	for _, tt := range []struct {
		name    string
		written map[string]domain.Text
		en      []string
	}{
		{"nothing written", nil, nil},
		{
			"whole",
			map[string]domain.Text{"fact": {En: "The tablets are safe."}, "warning": {En: "A voice message misleads."}, "myth": {En: "They make infertile."}, "fact_again": {En: "Safe for everybody."}},
			nil,
		},
		{
			"no warning in one language",
			map[string]domain.Text{"fact": {En: "The tablets are safe."}, "myth": {En: "They make infertile."}, "fact_again": {En: "Safe."}},
			[]string{"English: The answer to the rumour lacks a part: fact, warning, the myth once, fact again."},
		},
		{
			"the rumour has the last word",
			map[string]domain.Text{"fact": {En: "The tablets are safe."}, "warning": {En: "A voice message misleads."}, "myth": {En: "They make infertile."}},
			[]string{"English: The rumour has the last word. End with the fact."},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := presenterIn(t, "en").state(with("fact-myth-fact", tt.written)).Warnings
			for i := range got {
				got[i] = guitest.Plain(got[i])
			}
			if !slices.Equal(got, tt.en) {
				t.Errorf("%q, want %q", got, tt.en)
			}
			if ar := presenterIn(t, "ar").state(with("fact-myth-fact", tt.written)).Warnings; len(ar) != len(tt.en) {
				t.Errorf("in Arabic %q", ar)
			}
		})
	}
}

func TestAProposedTitleIsTheBeginningOfTheText(t *testing.T) {
	long := "Boiled water keeps the children of Wadi Noor healthy until the intake is repaired by the district"
	for lang, want := range map[string]map[string]string{
		"en": {
			"Boil it.\n\nOne minute.": "Boil it",
			long:                      "Boiled water keeps the children of Wadi Noor healthy until…",
			strings.Repeat("ن", 70):   strings.Repeat("ن", 60) + "…",
		},
	} {
		for text, title := range want {
			if got := presenterIn(t, lang).title(domain.Text{En: text}); got != title {
				t.Errorf("%q, want %q", got, title)
			}
		}
	}
	if got := presenterIn(t, "ar").title(domain.Text{En: "Boil it", Ar: "اغلوا الماء."}); got != "اغلوا الماء" {
		t.Errorf("in Arabic %q", got)
	}
}

func TestThePageHasTheHouseInBothDirections(t *testing.T) {
	c := with("house", map[string]domain.Text{
		"roof": {En: "Boil <it> & drink", Ar: "اغلوه"}, "proof3": {Ar: "أُصلح مثله خلال خمسة أسابيع."},
	})
	for lang, want := range map[string][]string{
		"en": {`<html lang="en" dir="ltr">`, "Boil &lt;it&gt; &amp; drink", `lang="ar" dir="rtl">اغلوه`, "Core message · Message house · 23 November 2026", "Nothing written yet"},
		"ar": {`<html lang="ar" dir="rtl">`, `lang="en" dir="ltr">Boil`, "الرسالة الأساسية · بيت الرسالة · 23 نوفمبر 2026", "لم يُكتب شيء بعد"},
	} {
		page, err := presenterIn(t, lang).page(c, now)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range append(want, `class="gable"`, "Clean water in Wadi Noor") {
			if !strings.Contains(string(page), w) {
				t.Errorf("%s: the page lacks %q", lang, w)
			}
		}
		if n := strings.Count(string(page), "<section"); n != 5 {
			t.Errorf("%s: %d parts of the house", lang, n)
		}
	}
	page, err := presenterIn(t, "en").page(with("crisis", nil), now)
	if err != nil || strings.Contains(string(page), "gable\"") || strings.Count(string(page), "<section") != 4 {
		t.Errorf("another framework: %v\n%s", err, page)
	}
}
