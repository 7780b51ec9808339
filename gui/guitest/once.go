package guitest

import (
	"testing"

	"athar/gui/i18n"
)

// perLanguage has what is read of a language once for all tests of a package, which
// run one after another and change nothing of it.
type perLanguage[T any] map[string]T

var (
	catalogs, pseudoCatalogs  = perLanguage[*i18n.Catalog]{}, perLanguage[*i18n.Catalog]{}
	catalogWords, pseudoWords = perLanguage[map[string][]string]{}, perLanguage[map[string][]string]{}
	catalogForms              = perLanguage[map[string][]form]{}
)

// of returns what there is of a language, and reads it the first time.
func (p perLanguage[T]) of(t testing.TB, lang string, read func() (T, error)) T {
	t.Helper()
	if v, ok := p[lang]; ok {
		return v
	}
	v := must(read())(t)
	p[lang] = v
	return v
}
