package kit

import (
	"testing"

	"athar/domain/text/bidi"
	"athar/gui/theme"
)

func TestALineHasTheDirectionOfItsLanguage(t *testing.T) {
	for _, c := range []struct {
		text   string
		en, ar bidi.Direction
	}{
		{"Clean water (2026).", bidi.LTR, bidi.LTR},
		{mixedArabic, bidi.RTL, bidi.RTL},
		{mixedEnglish, bidi.LTR, bidi.LTR},
		{"Join us today! #مياه_نظيفة", bidi.LTR, bidi.LTR},
		{"WhatsApp يعدّ الرموز والكلمات", bidi.LTR, bidi.RTL},
		{"75% (2026)", bidi.LTR, bidi.RTL},
		{"", bidi.LTR, bidi.RTL},
	} {
		if got := window(t, "en", theme.Options{}).base(c.text); got != c.en {
			t.Errorf("%q in an English window: %v, want %v", c.text, got, c.en)
		}
		if got := window(t, "ar", theme.Options{}).base(c.text); got != c.ar {
			t.Errorf("%q in an Arabic window: %v, want %v", c.text, got, c.ar)
		}
	}
}

func TestAnEnvironmentWithoutWindowCommandsOffersNothing(t *testing.T) {
	env := &Env{}
	env.hint("nobody listens")
	if env.offer(nil) {
		t.Error("a shortcut was used by nobody")
	}
}
