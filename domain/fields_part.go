package domain

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"athar/domain/journal"
	"athar/domain/text"
)

// part ties a path to the place in a record where its value lives. Writing and
// reading use the same parts, so that neither can know a path the other does
// not.
type part struct {
	path string
	get  func() journal.Value
	set  func(journal.Value) // takes any value; a useless one clears the place

	text *Text // instead of get and set: a text, whose languages each have a path below this one
}

// prose is a text of which two people may edit different words.
func prose(path string, at *string) part {
	return part{
		path: path,
		get:  func() journal.Value { return journal.Text(*at) },
		set:  func(v journal.Value) { *at = wordsOf(v) },
	}
}

// name is a short text or a choice from a list, which the later edit replaces.
func name[T ~string](path string, at *T) part {
	return part{
		path: path,
		get:  func() journal.Value { return journal.String(string(*at)) },
		set:  func(v journal.Value) { *at = T(wordsOf(v)) },
	}
}

// wordsOf returns a text, be it prose or a name: a field that an early version
// kept as the one can still be read when it became the other. What another
// device sent need not be in the stored form.
func wordsOf(v journal.Value) string {
	if v.Type() == journal.TypeText || v.Type() == journal.TypeString {
		return text.Canonical(v.Text())
	}
	return ""
}

// words is a text in any of its languages: "core/ar", "core/fr".
func words(path string, at *Text) part { return part{path: path, text: at} }

func writeText(f journal.Fields, path string, t Text) {
	for _, lang := range t.Languages() {
		put(f, path+"/"+lang, journal.Text(t.Of(lang)))
	}
}

func readText(f journal.Fields, path string) Text {
	t := Text{Ar: wordsOf(f[path+"/ar"]), En: wordsOf(f[path+"/en"])}
	for name, v := range f {
		if lang, below := strings.CutPrefix(name, path+"/"); below && IsLanguage(lang) {
			t = t.With(lang, wordsOf(v))
		}
	}
	return t
}

func order(at *string) part {
	return part{
		path: "order",
		get:  func() journal.Value { return journal.Order(*at) },
		set: func(v journal.Value) {
			if *at = ""; v.Type() == journal.TypeOrder {
				*at = v.Text()
			}
		},
	}
}

func whole(path string, at *int) part {
	return part{
		path: path,
		get:  func() journal.Value { return countValue(*at) },
		set:  func(v journal.Value) { *at = countOf(v) },
	}
}

func countValue(n int) journal.Value {
	if n == 0 {
		return journal.None
	}
	return journal.Int(int64(n))
}

// countOf returns a whole number, 0 for one that the machine has no room for.
func countOf(v journal.Value) int {
	if n := v.Int(); int64(int(n)) == n {
		return int(n)
	}
	return 0
}

func flag(path string, at *bool) part {
	return part{
		path: path,
		get: func() journal.Value {
			if !*at {
				return journal.None
			}
			return journal.Bool(true)
		},
		set: func(v journal.Value) { *at = v.Bool() },
	}
}

// figure is a number that may be missing, which is not the same as 0.
func figure(path string, at **float64) part {
	return part{
		path: path,
		get: func() journal.Value {
			if *at == nil || !finite(**at) {
				return journal.None
			}
			return journal.Float(**at)
		},
		set: func(v journal.Value) {
			*at = nil
			if n := v.Float(); v.Type() == journal.TypeFloat && finite(n) {
				*at = &n
			}
		},
	}
}

// number is a number that is always there.
func number(path string, at *float64) part {
	return part{
		path: path,
		get:  func() journal.Value { return journal.Float(finiteOr0(*at)) },
		set:  func(v journal.Value) { *at = finiteOr0(v.Float()) },
	}
}

// finite reports whether a number is one that a person could have entered. The
// others equal nothing or cannot be written down.
func finite(n float64) bool { return !math.IsNaN(n) && !math.IsInf(n, 0) }

func finiteOr0(n float64) float64 {
	if !finite(n) {
		return 0
	}
	return n
}

func moment(path string, at *time.Time) part {
	return part{
		path: path,
		get:  func() journal.Value { return journal.Time(*at) },
		set:  func(v journal.Value) { *at = v.Time() },
	}
}

func set(path string, at *[]string) part {
	return part{
		path: path,
		get:  func() journal.Value { return elementsValue(*at) },
		set:  func(v journal.Value) { *at = elementsValue(v.Elements()).Elements() },
	}
}

// elementsValue returns the set of those elements that the journal takes.
func elementsValue(all []string) journal.Value {
	return journal.Set(slices.DeleteFunc(slices.Clone(all), tooLong)...)
}

func tooLong(element string) bool { return len(element) > maxFieldName }

func idSet(path string, at *[]ID) part {
	return part{
		path: path,
		get: func() journal.Value {
			all := make([]string, len(*at))
			for i, id := range *at {
				all[i] = id.String()
			}
			return journal.Set(all...)
		},
		set: func(v journal.Value) {
			*at = nil
			for _, e := range v.Elements() {
				if id, ok := idOf(e); ok {
					*at = append(*at, id)
				}
			}
		},
	}
}

func reference(path string, at *ID) part {
	return part{
		path: path,
		get: func() journal.Value {
			if *at == NoID {
				return journal.None
			}
			return journal.String(at.String())
		},
		set: func(v journal.Value) { *at, _ = idOf(wordsOf(v)) },
	}
}

// idOf reads an ID in the one form in which it is written.
func idOf(s string) (ID, bool) {
	id, err := uuid.Parse(s)
	if err != nil || id.String() != s {
		return NoID, false
	}
	return id, true
}
