package i18n_test

import (
	"slices"
	"testing"

	"athar/domain/claim"
	"athar/domain/privacy"
	"athar/domain/proofing"
	"athar/gui/i18n"
)

func TestEveryRuleThatIsNotDataHasASentence(t *testing.T) {
	for _, lang := range i18n.Languages() {
		p := printer(t, lang, i18n.Western)
		for _, rule := range slices.Concat(privacy.Rules(), claim.Rules(), proofing.Rules()) {
			if !p.Has("check." + rule) {
				t.Errorf("%s: no sentence for %s", lang, rule)
			}
		}
		for _, s := range []privacy.Severity{privacy.High, privacy.Medium, privacy.Low} {
			if !p.Has("check.severity." + string(s)) {
				t.Errorf("%s: no name for severity %s", lang, s)
			}
		}
		for _, s := range claim.Steps() {
			if !p.Has("check.answer_step." + s) {
				t.Errorf("%s: no sentence for step %s", lang, s)
			}
		}
		for _, s := range claim.Statuses() {
			if !p.Has("claim.status." + string(s)) {
				t.Errorf("%s: no name for status %s", lang, s)
			}
		}
		for _, g := range claim.Gaps() {
			if !p.Has("claim.gap." + string(g)) {
				t.Errorf("%s: no name for gap %s", lang, g)
			}
		}
	}
}
