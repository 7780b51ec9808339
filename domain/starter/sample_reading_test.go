package starter_test

import (
	"testing"
	"time"

	"athar/domain/check"
	"athar/domain/proofing"
	"athar/domain/wording"
)

// The sample is what people learn from: every remark on it is one that they are to
// see, and a whole list of them would say that Athar nags.
func TestSampleIsRemarkedOnAsAColleagueWould(t *testing.T) {
	const most = 5 // of a message with all its channels in two languages
	var packs []wording.Pack
	for _, name := range []string{"wording-all.json", "wording-ar.json", "wording-en.json"} {
		pack, err := wording.Parse(content(t, name))
		if err != nil {
			t.Fatal(err)
		}
		packs = append(packs, pack)
	}
	team, err := proofing.New(proofing.Options{Packs: packs, Channels: channels(t)})
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"ar", "en"} {
		c := sample(t, lang)
		for _, m := range c.Messages {
			reader := team.Reader()
			result := reader.Read(c, m, time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC))
			if n := result.Count().Suggestions; n > most {
				t.Errorf("%s: %q has %d remarks, more than %d", lang, m.Title, n, most)
			}
			for _, f := range result.Findings {
				t.Logf("%s, %q, %s %s: %s %q", lang, m.Title, f.Text.Field, f.Text.Lang, f.Rule, f.Passage)
				if f.Level == check.Error {
					t.Errorf("%s: %q has an error: %s %q", lang, m.Title, f.Rule, f.Passage)
				}
			}
		}
	}
}
