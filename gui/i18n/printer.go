package i18n

import (
	"fmt"
	"strings"

	"athar/domain"
	"athar/domain/calendar"
	"athar/domain/text/bidi"
	"athar/gui/typeset"
)

// Digits says with which digits numbers are written.
type Digits string

// The digit systems.
const (
	Western     Digits = "western"      // 0123456789
	ArabicIndic Digits = "arabic_indic" // ٠١٢٣٤٥٦٧٨٩
)

// Printer makes what a person reads. It is immutable: another language means
// another Printer.
type Printer struct {
	catalog *Catalog
	digits  Digits
	region  string // "" when not known
}

// NewPrinter returns a Printer for the catalog's language.
func NewPrinter(c *Catalog, digits Digits) *Printer { return &Printer{catalog: c, digits: digits} }

// In returns a Printer that writes dates as they are usual in a region, by its
// code of two letters.
func (p *Printer) In(region string) *Printer {
	local := *p
	local.region = region
	return &local
}

// Week returns the week of the Printer's region.
func (p *Printer) Week() calendar.Week { return calendar.WeekOf(p.region) }

// Lang returns the language, "ar" or "en".
func (p *Printer) Lang() string { return p.catalog.lang }

// RTL reports whether the language is read from right to left.
func (p *Printer) RTL() bool { return p.catalog.lang == "ar" }

// Direction returns the reading direction as the base for one-line text.
func (p *Printer) Direction() bidi.Direction {
	if p.RTL() {
		return bidi.RTL
	}
	return bidi.LTR
}

// T returns the text of the key. args are pairs of a place's name and its
// value, as in T("saved.at", "time", clock): strings are put in as they are,
// numbers are written with the person's digits. A key that does not exist
// comes back in brackets; a test keeps that from happening.
func (p *Printer) T(key string, args ...any) string {
	m, ok := p.catalog.messages[key]
	if !ok {
		return "[" + key + "]"
	}
	return p.fill(m[other], args)
}

// Fill returns a sentence that is no catalog's, such as a reason in a content pack,
// with its places filled as T does.
func (p *Printer) Fill(sentence string, args ...any) string { return p.fill(sentence, args) }

// Has reports whether the catalog has the key.
func (p *Printer) Has(key string) bool {
	_, ok := p.catalog.messages[key]
	return ok
}

// N returns the text of the key in the plural form for n; {n} stands for the
// number.
func (p *Printer) N(key string, n int, args ...any) string {
	m, ok := p.catalog.messages[key]
	if !ok {
		return "[" + key + "]"
	}
	text, ok := m[pluralForm(p.catalog.lang, n)]
	if !ok {
		text = m[other]
	}
	return p.fill(text, append([]any{"n", n}, args...))
}

func (p *Printer) fill(text string, args []any) string {
	return fill(text, func(name string) (string, bool) {
		for i := 0; i+1 < len(args); i += 2 {
			if args[i] == name {
				return p.value(args[i+1]), true
			}
		}
		return "", false
	})
}

func (p *Printer) value(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return p.Int(v)
	case int64:
		return p.Int(int(v))
	case float64:
		return p.Number(v)
	}
	return fmt.Sprint(v)
}

// Base returns the direction in which one line is read: see
// typeset.ReadingDirection.
func (p *Printer) Base(s string) bidi.Direction { return typeset.ReadingDirection(s, p.Direction()) }

// Visual returns one line of text in the order in which it must be painted.
// It is for the last moment before display only: never keep, compare or copy
// what it returns.
func (p *Printer) Visual(s string) string { return typeset.Visual(s, p.Base(s)) }

// Island returns a path or a file name fenced as a piece that reads from left
// to right (LRI … PDI, UAX #9), so that its slashes and dots stay where they
// belong inside an Arabic sentence. For display only.
func Island(path string) string { return "\u2066" + path + "\u2069" }

// Isolate returns a text that somebody typed fenced (FSI … PDI, UAX #9) so that
// it does not change the order of the sentence it is put into, whichever way it
// is read. For display only.
func Isolate(typed string) string { return "\u2068" + typed + "\u2069" }

// Error returns the sentence for what went wrong, and what to do about it.
// Whatever is not a domain error gets a general sentence; its details belong
// into the log.
func (p *Printer) Error(err error) string {
	if err == nil {
		return ""
	}
	var problem *domain.Error
	if !asProblem(err, &problem) || !p.Has("error."+string(problem.Code)) {
		return p.T("error.internal")
	}
	args := make([]any, 0, 2*len(problem.Args))
	for name, value := range problem.Args {
		if n, ok := value.(int64); ok && isBytes(name) {
			value = p.Bytes(n)
		}
		if path, ok := value.(string); ok && (name == "path" || name == "file" || name == "host" || name == "service") {
			value = Island(path)
		}
		args = append(args, name, value)
	}
	if n, counted := problem.Args["count"].(int); counted {
		return p.N("error."+string(problem.Code), n, args...)
	}
	return p.T("error."+string(problem.Code), args...)
}

// isBytes says which arguments of domain errors are sizes in bytes.
func isBytes(name string) bool {
	return name == "free" || name == "need" || strings.HasSuffix(name, "bytes")
}
