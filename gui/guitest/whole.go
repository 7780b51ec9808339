package guitest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"

	"athar/gui/kit"
)

// SeeWhole fails the test for texts of the interface that are cut in the window,
// in the words that people read: with large text or in a narrow window there can
// be less room than the pseudo catalogs ask for. Of what people write only the
// beginning may be there.
func SeeWhole(t testing.TB, env *kit.Env, s Sight) {
	t.Helper()
	root, window := front(env), env.Window.Canvas().Size()
	Settle(root)
	for _, wrong := range shortened(pieces(root, window), newInterface(t, env, s.Short)) {
		t.Error(wrong)
	}
}

// interfaceTexts knows the texts of a catalog, whatever stands in their places.
type interfaceTexts struct {
	all, mayBeShort []*regexp.Regexp
	content         map[string]bool // that Athar ships
}

func newInterface(t testing.TB, env *kit.Env, short map[string]string) interfaceTexts {
	t.Helper()
	known := interfaceTexts{content: map[string]bool{}}
	// The sample and the templates have what a person could have written.
	eachContent(t, func(s string) { known.content[s] = true }, "sample.json", "templates.json")
	for key, texts := range formsOf(t, env.Printer.Lang()) {
		for _, text := range texts {
			if text.letters >= 3 { // of less almost everything could be made
				known.all = append(known.all, text.any)
			}
			for beginning := range short {
				if strings.HasPrefix(key, beginning) {
					known.mayBeShort = append(known.mayBeShort, text.any)
				}
			}
		}
	}
	return known
}

// form is a text of a catalog.
type form struct {
	any     *regexp.Regexp // matches it, whatever stands in its places
	letters int            // beside its places
}

// formsOf returns the forms of the texts that people read, by key.
func formsOf(t testing.TB, lang string) map[string][]form {
	t.Helper()
	return catalogForms.of(t, lang, func() (map[string][]form, error) {
		forms := map[string][]form{}
		for key, texts := range catalogTexts(t, lang) {
			for _, text := range texts {
				any := regexp.MustCompile("(?s)^" + quotedPlace.ReplaceAllString(regexp.QuoteMeta(text), ".*?") + "$")
				forms[key] = append(forms[key], form{any, letters(placeIn.ReplaceAllString(text, ""))})
			}
		}
		return forms, nil
	})
}

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// mustBeWhole reports whether a text is the interface's and none that may be
// short.
func (k interfaceTexts) mustBeWhole(text string) bool {
	matches := func(r *regexp.Regexp) bool { return r.MatchString(text) }
	return (k.content[text] || slices.ContainsFunc(k.all, matches)) && !slices.ContainsFunc(k.mayBeShort, matches)
}

// shortened finds texts of the interface that end in an ellipsis they were not
// written with, or reach over a side.
func shortened(all []piece, known interfaceTexts) (wrong []string) {
	drawn := map[fyne.CanvasObject]string{}
	for _, p := range all {
		drawn[p.owner] += p.text
	}
	for _, p := range all {
		text := logical(p.owner)
		over := p.ink.x < p.clip.x-1 || p.ink.right > p.clip.right+1
		cut := strings.Contains(p.text, "…") && strings.Count(drawn[p.owner], "…") > strings.Count(text, "…")
		if !over && !cut {
			continue
		}
		part := p.text
		if strings.Trim(part, "… ") == "" {
			part = drawn[p.owner] // the ellipsis is a piece of its own
		}
		for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\t' || r == '\n' }) {
			if isBegun(line, part) && known.mustBeWhole(line) {
				wrong = append(wrong, fmt.Sprintf("%q of a %T is there as %q", line, p.owner, part))
			}
		}
	}
	return wrong
}

// isBegun reports whether what is drawn can be the beginning of a text: its first
// word is in it, in either order.
func isBegun(text, drawn string) bool {
	drawn = strings.ReplaceAll(drawn, "…", "")
	first, _, _ := strings.Cut(withoutMarks(text), " ")
	short := []rune(first)
	first = string(short[:min(len(short), 2)])
	return strings.Contains(drawn, first) || strings.Contains(drawn, reversed(first))
}
