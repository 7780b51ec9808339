package channels

import (
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/messages/gauge"
)

func present(t *testing.T, p *i18n.Printer) presenter {
	t.Helper()
	return presenter{p, guitest.Channels(t), gauge.New(guitest.Channels(t)), newMemory()}
}

// meterOf counts a text as the screen does.
func meterOf(t *testing.T, lang, channel, textLang, text string) meter {
	t.Helper()
	p := present(t, guitest.Printer(t, lang))
	m := domain.Message{ID: domain.NewID()}.WithVariant(domain.Variant{
		Channel: channel, Text: domain.Text{}.With(textLang, text),
	})
	return textOf(p.detail(domain.Campaign{}, m), channel, "", textLang).Meter
}

// textOf returns one text of what is shown; none ends in a zero one.
func textOf(d detail, channel, id, lang string) written {
	for _, v := range d.Variants {
		for _, f := range v.Fields {
			for _, w := range f.Texts {
				if v.Channel == channel && f.ID == id && w.Lang == lang {
					return w
				}
			}
		}
	}
	return written{}
}

func notes(m meter) string {
	var all []string
	for _, n := range m.Notes {
		all = append(all, n.Text)
	}
	return strings.Join(all, "|")
}

func TestACountSaysTheChannelsOwnUnit(t *testing.T) {
	for _, tt := range []struct {
		lang, channel, textLang, text, line string
	}{
		{"en", "x", "en", "", "0 of 280 · weighted characters"},
		{"en", "x", "ar", "ماء https://example.org/a/very/long/link/that/counts/as/twenty-three", "27 of 280 · weighted characters"},
		{"ar", "x", "ar", "ماء", "3 من 280 · بوزن الأحرف"},
		{"en", "facebook", "ar", "ماءٌ", "4 of 63,206 · characters"},
		{"ar", "bluesky", "ar", "ماءٌ", "3 من 300 · بالأحرف كما تُرى"},
		{"en", "youtube", "ar", "ماء", "6 of 5,000 · bytes"},
		{"ar", "youtube", "ar", "ماء", "6 من 5,000 · بالبايت"},
		{"en", "telegram", "en", "💧", "2 of 4,096 · UTF-16 units"},
		{"ar", "telegram", "en", "💧", "2 من 4,096 · بوحدات UTF-16"},
	} {
		m := meterOf(t, tt.lang, tt.channel, tt.textLang, tt.text)
		if m.Line != tt.line || m.Bad != "" || m.Style != kit.StyleCaption {
			t.Errorf("%s in %s: %+v, want %q", tt.channel, tt.lang, m, tt.line)
		}
	}
}

func TestATextThatIsTooLongSaysByHowMuch(t *testing.T) {
	for lang, want := range map[string]string{"en": "Too long by 20.", "ar": "النص أطول من الحد بمقدار 20."} {
		m := meterOf(t, lang, "x", "ar", strings.Repeat("م", 300))
		if m.Bad != want || m.Style != kit.StyleDanger {
			t.Errorf("%s: %+v", lang, m)
		}
	}
	// What no platform refuses is no mistake.
	m := meterOf(t, "en", "facebook", "en", strings.Repeat("a", 63_300))
	if m.Bad != "" || notes(m) != "Longer by 94 than is advised." || m.Style != kit.StyleWarning {
		t.Errorf("advice: %+v", m)
	}
}

func TestAnSMSIsCountedInParts(t *testing.T) {
	arabic := strings.Repeat("م", 104)
	for _, tt := range []struct{ lang, textLang, text, line, notes string }{
		{"en", "en", "", "0 of 160 in one part", ""},
		{"en", "ar", "", "0 of 70 in one part", ""},
		{"ar", "ar", "", "0 من 70 في جزء واحد", ""},
		{"en", "en", "hello", "1 part · 5 of 160 · Latin alphabet", ""},
		{"en", "ar", "ماء", "1 part · 3 of 70 · Arabic alphabet", ""},
		{"ar", "ar", "ماء", "جزء واحد · 3 من 70 · أحرف عربية", ""},
		{"en", "ar", arabic, "2 parts · 67 + 37 of 67 · Arabic alphabet", "Sent and paid for as 2 SMS."},
		{"ar", "ar", arabic, "جزءان · 67 + 37 من 67 · أحرف عربية", "تُرسَل وتُدفع عنها كلفة رسالتين."},
		{"ar", "ar", strings.Repeat("م", 201), "3 أجزاء · 67 + 67 + 67 من 67 · أحرف عربية", "تُرسَل وتُدفع عنها كلفة 3 رسائل."},
		{"en", "en", "It’s", "1 part · 4 of 70 · Unicode", "The character “’” turns this SMS into 70-character parts."},
		{"ar", "en", "It’s", "جزء واحد · 4 من 70 · ترميز يونيكود", "العلامة «’» تجعل كل جزء من هذه الرسالة 70 حرفًا."},
		{"en", "en", "a\u00a0b", "1 part · 3 of 70 · Unicode", "The character “U+00A0” turns this SMS into 70-character parts."},
		{"en", "en", "Well بئر", "1 part · 8 of 70 · Arabic alphabet", "The character “ب” turns this SMS into 70-character parts."},
	} {
		m := meterOf(t, tt.lang, "sms", tt.textLang, tt.text)
		if m.Line != tt.line || notes(m) != tt.notes || m.Bad != "" {
			t.Errorf("%s %q: %q, %q", tt.lang, tt.text, m.Line, notes(m))
		}
	}
	if m := meterOf(t, "en", "sms", "ar", strings.Repeat("م", 400)); m.Line != "6 parts · last one 65 of 67 · Arabic alphabet" {
		t.Errorf("many parts: %q", m.Line)
	}
}

func TestTheRingOfAnEmptySMSHasTheRoomThatTheLineNames(t *testing.T) {
	for textLang, want := range map[string]string{"ar": "70", "en": "160"} {
		if m := meterOf(t, "en", "sms", textLang, ""); m.Ring.Figure != want || m.Ring.Words != want+" left" || m.Ring.Share != 0 {
			t.Errorf("%s: %q has the ring %+v", textLang, m.Line, m.Ring)
		}
	}
}

func TestWhatIsLimitedBesideTheLengthIsTold(t *testing.T) {
	for _, tt := range []struct{ lang, channel, text, bad, notes string }{
		{"en", "instagram", "#ماء #بئر", "", "Hashtags: 2 of 5"},
		{"ar", "instagram", "#ماء #بئر", "", "الوسوم: 2 من 5"},
		{"en", "instagram", "#a #b #c #d #e #f", "Too many hashtags: 6, the limit is 5.", ""},
		{"ar", "tiktok", "#a #b #c #d #e #f", "", "عدد الوسوم 6، والحد 5."},
		{"en", "x", "#a #b #c #d #e #f", "", ""},
		{"en", "youtube", "1 < 2", "YouTube does not accept the character “<”.", ""},
		{"ar", "youtube", "1 < 2", "لا تقبل قناة يوتيوب العلامة «<».", ""},
		{"en", "bluesky", strings.Repeat("👨‍👩‍👧‍👦", 130), "A second limit is exceeded: 3,250 of 3,000 · bytes.", ""},
	} {
		m := meterOf(t, tt.lang, tt.channel, "en", tt.text)
		if m.Bad != tt.bad || notes(m) != tt.notes {
			t.Errorf("%s %s: %q, %q", tt.lang, tt.channel, m.Bad, notes(m))
		}
	}
}

func TestEveryChannelExplainsHowItCounts(t *testing.T) {
	for _, lang := range guitest.Languages() {
		p := present(t, guitest.Printer(t, lang))
		for _, ch := range guitest.Channels(t).Channels() {
			if rules := p.rules(ch); rules == "" || strings.ContainsAny(rules, "[{") {
				t.Errorf("%s %s: %q", lang, ch.ID, rules)
			}
		}
	}
	p := present(t, guitest.Printer(t, "en"))
	facebook, _ := guitest.Channels(t).Channel("facebook")
	for _, want := range []string{"About 477 characters show", "does not publish this limit"} {
		if !strings.Contains(p.rules(facebook), want) {
			t.Errorf("facebook: %q lacks %q", p.rules(facebook), want)
		}
	}
	eastern := present(t, arabicDigits(t))
	sms, _ := guitest.Channels(t).Channel("sms")
	if rules := eastern.rules(sms); strings.ContainsAny(rules, "0123456789") {
		t.Errorf("Western digits in %q", rules)
	}
}

func arabicDigits(t *testing.T) *i18n.Printer {
	t.Helper()
	return i18n.NewPrinter(guitest.Catalog(t, "ar"), i18n.ArabicIndic)
}

func TestADetailListsTheChannelsThatAreLeft(t *testing.T) {
	p := present(t, guitest.Printer(t, "ar"))
	m := message().WithVariant(domain.Variant{Channel: "carrier-pigeon"})
	d := p.detail(domain.Campaign{}, m)
	var names []string
	for _, v := range d.Variants {
		names = append(names, v.Name)
	}
	if want := []string{"إكس", "إنستغرام", "رسالة نصية قصيرة (SMS)", "carrier-pigeon"}; !slices.Equal(names, want) {
		t.Errorf("variants %q, want %q", names, want)
	}
	if got, want := len(d.Unused), len(guitest.Channels(t).Channels())-3; got != want {
		t.Errorf("%d channels are left, want %d", got, want)
	}
	if w := textOf(d, "carrier-pigeon", "", "ar"); w.Meter.Line != "" || !w.Follows {
		t.Errorf("a channel nobody knows has no count, and follows the core: %+v", w)
	}
}
