package texts

import (
	"testing"

	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestTheReadersLanguageComesFirst(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		ar, en := guitest.Left(d.part.form.core.Ar), guitest.Left(d.part.form.core.En)
		// The start is at the right in Arabic and at the left in English.
		if ar <= en {
			t.Errorf("the Arabic text stands at %v, the English one at %v", ar, en)
		}
	})
}
