package part

import "testing"

func TestTheNameOfAFieldIsPartedFromItsLanguage(t *testing.T) {
	for name, want := range map[string][2]string{
		"title":             {"title", ""},
		"core.ar":           {"core", "ar"},
		"call_who.ckb":      {"call_who", "ckb"},
		"basis.fr.text":     {"basis.fr.text", ""},
		"variant.sms":       {"variant.sms", ""},
		"variant.ar":        {"variant.ar", ""}, // a channel may be called so
		"variant.x.en":      {"variant.x", "en"},
		"variant.yt.tags":   {"variant.yt.tags", ""},
		"variant.yt.tags.a": {"variant.yt.tags.a", ""},
		"variant.yt.tags.ar": {
			"variant.yt.tags", "ar",
		},
		"": {"", ""},
	} {
		if field, lang := Language(name); field != want[0] || lang != want[1] {
			t.Errorf("%q: %q and %q, want %q", name, field, lang, want)
		}
	}
}
