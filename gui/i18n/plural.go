package i18n

import (
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// form is a CLDR plural form.
type form = plural.Form

const other = plural.Other

// formNames are CLDR's names of the forms, as catalogs spell them.
var formNames = map[string]form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two,
	"few": plural.Few, "many": plural.Many, "other": plural.Other,
}

func formOf(name string) (form, bool) {
	f, ok := formNames[name]
	return f, ok
}

// pluralForm returns the form for a count.
func pluralForm(lang string, n int) form {
	if n < 0 {
		n = -n
	}
	return plural.Cardinal.MatchPlural(language.Make(lang), n, 0, 0, 0, 0)
}
