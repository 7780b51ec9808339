package channels

import (
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestEveryFieldIsShownInEveryLanguageOfTheCampaign(t *testing.T) {
	p := present(t, guitest.Printer(t, "ar"))
	c := domain.Campaign{}
	c.Header.Languages = []string{"en", "ar", "fr"}
	m := domain.Message{ID: domain.NewID()}.WithChannel("youtube", true).WithOutgoing("x", "", "so", "biyo")
	d := p.detail(c, m)
	for _, v := range d.Variants {
		if v.Channel != "youtube" {
			continue
		}
		if len(v.Fields) != 3 || v.Fields[0].ID != "" || v.Fields[1].ID != "title" || v.Fields[2].ID != "tags" {
			t.Fatalf("fields %+v", v.Fields)
		}
		var langs []string
		for _, w := range v.Fields[1].Texts {
			langs = append(langs, w.Lang)
		}
		// The reader's first, and what was written in a language the campaign gave up.
		if got := strings.Join(langs, " "); got != "ar en fr so" {
			t.Errorf("languages %q", got)
		}
		if got := v.Fields[1].Texts[2].Label; got != "العنوان (الفرنسية)" {
			t.Errorf("a text is called %q", got)
		}
	}
}

func TestATextSaysThatItFollowsTheCore(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "Follows the core text. What you change here counts for this channel only.",
		"ar": "يتبع النص الأساسي. ما تغيّرونه هنا يخص هذه القناة وحدها.",
	} {
		p := present(t, guitest.Printer(t, lang))
		m := domain.Message{ID: domain.NewID(), Core: domain.Text{Ar: "ماء"}}.WithChannel("x", true)
		d := p.detail(domain.Campaign{}, m)
		if w := textOf(d, "x", "", "ar"); !w.Follows || w.Text != "ماء" || w.State != want || w.NoReset == "" {
			t.Errorf("%s: %+v", lang, w)
		}
		if w := textOf(d, "x", "", "en"); w.Follows || w.State != p.printer.T("channels.no_core") {
			t.Errorf("%s: without a core text: %+v", lang, w)
		}
		if w := textOf(d, "x", "alt", "en"); w.State != "" || w.Resets {
			t.Errorf("%s: another field follows nothing: %+v", lang, w)
		}
	}
}

func TestTheRingSaysWhatIsLeft(t *testing.T) {
	for _, tt := range []struct {
		channel, text, figure, words string
		tone                         kit.Tone
	}{
		{"x", "", "280", "280 left", kit.ToneNeutral},
		{"x", strings.Repeat("a", 275), "5", "5 left", kit.ToneWarning},
		{"x", strings.Repeat("a", 283), "-3", "3 too many", kit.ToneDanger},
		{"facebook", "a", "", "63,205 left", kit.ToneNeutral}, // no room for the figure
		{"sms", strings.Repeat("م", 60), "10", "10 left", kit.ToneNeutral},
		{"sms", strings.Repeat("م", 80), "54", "54 left", kit.ToneWarning}, // of the second part
		{"poster", strings.Repeat("word ", 10), "-2", "2 too many", kit.ToneWarning},
	} {
		r := meterOf(t, "en", tt.channel, "en", tt.text).Ring
		if strings.Trim(r.Figure, "\u2066\u2069\u200e") != tt.figure || r.Words != tt.words || r.Tone != tt.tone {
			t.Errorf("%s: %+v, want %+v", tt.channel, r, tt)
		}
	}
}

func TestWhatCostsMostIsOffered(t *testing.T) {
	long := strings.Repeat("مَاءٌ نَظِيفٌ ", 10) // three parts with its marks, two without
	for _, tt := range []struct{ lang, channel, text, want string }{
		{"en", "sms", long, "Without its vowel marks it would be 2 parts instead of 3."},
		{"ar", "sms", long, "من دون التشكيل تصير الرسالة جزأين بدل 3."},
		{"en", "x", strings.Repeat("ماـء ", 60), "Without its stretched letters it would be shorter by 60."},
		{"ar", "x", strings.Repeat("ماـء ", 60), "من دون التطويل يقصر النص بمقدار 60."},
		{"en", "x", "مَاء", ""},        // there is room
		{"en", "sms", "مَاء", ""},      // one part stays one part
		{"en", "radio", "a  b  c", ""}, // spaces are no words
	} {
		p := present(t, guitest.Printer(t, tt.lang))
		m := domain.Message{ID: domain.NewID()}.WithOutgoing(tt.channel, "", "ar", tt.text)
		w := textOf(p.detail(domain.Campaign{}, m), tt.channel, "", "ar")
		var said string
		if len(w.Savings) > 0 {
			said = w.Savings[0].Sentence
		}
		if said != tt.want {
			t.Errorf("%s, %s: %q, want %q", tt.channel, tt.lang, said, tt.want)
		}
	}
}

func TestUpToThreeWaysToShortenATextAreOffered(t *testing.T) {
	p := present(t, guitest.Printer(t, "en"))
	said := func(channel, text string) (all []string) {
		m := domain.Message{ID: domain.NewID()}.WithOutgoing(channel, "", "ar", text)
		for _, s := range textOf(p.detail(domain.Campaign{}, m), channel, "", "ar").Savings {
			all = append(all, s.Sentence)
			if shorter := s.Text; len(shorter) >= len(text) {
				t.Errorf("%q is not shorter", s.Sentence)
			}
		}
		return all
	}
	dear := strings.Repeat("مَاءٌ نـظيف  \u200f💧 ", 20) // marks, a stretched letter, spaces, a direction, an emoji
	want := []string{
		"Without its vowel marks it would be shorter by 40.", "Without its emoji it would be shorter by 40.",
		"Without its invisible marks of direction it would be shorter by 40.",
	}
	got := said("x", dear)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("offered are %q, want %q", got, want)
	}
	// Where a class saves no part of a short message, it is not offered beside one that does.
	if got := said("sms", strings.Repeat("مَاءٌ نَظِيفٌ ", 10)+"💧"); len(got) != 1 {
		t.Errorf("offered are %q", got)
	}
}

func TestRadioPosterAndEmailGiveAdviceOnly(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "The numbers here are advice only: nothing refuses a longer text.",
		"ar": "الأعداد هنا للإرشاد فقط: لا شيء يرفض نصًا أطول.",
	} {
		p := present(t, guitest.Printer(t, lang))
		m := domain.Message{ID: domain.NewID()}
		for _, ch := range p.channels.Channels() {
			m = m.WithChannel(ch.ID, true)
		}
		for _, v := range p.detail(domain.Campaign{}, m).Variants {
			advised := v.Channel == "radio" || v.Channel == "poster" || v.Channel == "email"
			if (v.Advice == want) != advised {
				t.Errorf("%s, %s: %q", lang, v.Channel, v.Advice)
			}
		}
	}
}

func TestAPreviewMarksWhatIsPressedAndWhereMoreCuts(t *testing.T) {
	p := present(t, guitest.Printer(t, "en"))
	text := "اقرأ #ماء مع @wadi " + strings.Repeat("كلمة ", 30) + "https://example.org #صحة"
	c := domain.Campaign{}
	m := domain.Message{ID: domain.NewID()}.WithOutgoing("instagram", "", "ar", text)
	c.Media = []domain.Media{
		{ID: domain.NewID(), Message: m.ID, Order: "a", Type: "image", Alt: domain.Text{Ar: "بئر"}},
		{ID: domain.NewID(), Message: m.ID, Order: "b", Type: "video"},
		{ID: domain.NewID(), Message: m.ID, Order: "c", Type: "audio"},
	}
	d := p.detail(c, m)
	got := textOf(d, "instagram", "", "ar").Preview
	if len(got.Blocks) != 1 || got.Empty != "" {
		t.Fatalf("%+v", got)
	}
	b := got.Blocks[0]
	marked := func(text string, spans []kit.Span) string {
		var all []string
		for _, s := range spans {
			all = append(all, string([]rune(text)[s.Start:s.End]))
		}
		return strings.Join(all, " ")
	}
	if words := marked(b.Shown, b.ShownMarks); words != "#ماء @wadi" {
		t.Errorf("marked before the cut: %q", words)
	}
	if words := marked(b.Rest, b.RestMarks); words != "https://example.org #صحة" {
		t.Errorf("marked after it: %q", words)
	}
	if n := len([]rune(b.Shown)); n < 100 || n > 125 || strings.Fields(b.Shown + " " + b.Rest)[3] == "" {
		t.Errorf("%d characters are shown at once", n)
	}
	if got.Facts != "2 hashtags · 1 mention · 1 link" {
		t.Errorf("counted %q", got.Facts)
	}
	want := "Image: بئر|Video: the alternative text is missing in this language.|Audio"
	if told := notes(meter{Notes: got.Media}); told != want {
		t.Errorf("media %q", told)
	}
	if empty := textOf(d, "instagram", "", "en").Preview; empty.Empty == "" || len(empty.Blocks) > 0 {
		t.Errorf("of a language without a text: %+v", empty)
	}
	x := p.detail(c, m.WithOutgoing("x", "", "en", "See https://example.org/form"))
	if facts := textOf(x, "x", "", "en").Preview.Facts; !strings.HasPrefix(facts, "1 link") {
		t.Errorf("on X: %q", facts)
	}
}

func TestAnotherFieldIsPreviewedUnderItsName(t *testing.T) {
	p := present(t, guitest.Printer(t, "en"))
	m := domain.Message{ID: domain.NewID()}.
		WithOutgoing("youtube", "", "en", "A film about wells.").WithOutgoing("youtube", "title", "en", "Wells")
	blocks := textOf(p.detail(domain.Campaign{}, m), "youtube", "", "en").Preview.Blocks
	if len(blocks) != 2 || blocks[0].Name != "" || blocks[1].Name != "Title" || blocks[1].Shown != "Wells" {
		t.Errorf("%+v", blocks)
	}
}

func TestWhatWasWrittenForAChannelNobodyKnowsIsShown(t *testing.T) {
	p := present(t, guitest.Printer(t, "en"))
	m := domain.Message{ID: domain.NewID()}.
		WithOutgoing("pigeon", "", "en", "Coo").WithOutgoing("pigeon", "ring", "en", "7")
	d := p.detail(domain.Campaign{}, m)
	if len(d.Variants) != 1 || d.Variants[0].Known || textOf(d, "pigeon", "ring", "en").Text != "7" {
		t.Fatalf("%+v", d.Variants)
	}
}
