package i18n_test

import (
	"testing"

	"athar/domain/spelling"
	"athar/domain/text/readability"
	"athar/gui/i18n"
)

func TestReadingAndSpellingHaveASentenceForAllTheySay(t *testing.T) {
	keys := []string{readability.RuleHard, readability.RuleLongSentence, spelling.RuleUnknown}
	for _, b := range readability.BandNames() {
		keys = append(keys, "reading_band."+string(b))
	}
	for _, r := range []readability.Reason{readability.FewWords, readability.NoTashkeel} {
		keys = append(keys, "reading_reason."+string(r))
	}
	for _, f := range readability.Formulas() {
		keys = append(keys, "reading_formula."+string(f))
	}
	for _, c := range readability.LongCases() {
		keys = append(keys, readability.RuleLongSentence+"."+c)
	}
	for _, lang := range i18n.Languages() {
		p := printer(t, lang, i18n.Western)
		for _, key := range keys {
			if !p.Has("check." + key) {
				t.Errorf("%s: no text for %s", lang, key)
			}
		}
	}
}
