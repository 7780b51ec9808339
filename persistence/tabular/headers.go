package tabular

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"athar/assets"
	"athar/domain/metric"
)

// role is what a column of a file is for.
type role uint8

const (
	roleUnknown role = iota // its cells decide
	roleFigure
	roleDim
	roleID
	roleTime
	roleLink
	rolePerson
	roleText
	roleNothing // the mapping leaves it out
)

// meaning is what a header stands for.
type meaning struct {
	role role
	key  string // metric or dimension key
	rank int    // among headers of the same role: lower is better
}

// catalog knows headers in five languages, by their folded form.
type catalog map[string]meaning

// pack is the content pack metrics.json as far as importing needs it.
type pack struct {
	Metrics []entry             `json:"metrics"`
	Dims    []entry             `json:"dims"`
	Columns map[string][]string `json:"columns"`
}

type entry struct {
	Key     string   `json:"key"`
	Aliases []string `json:"aliases"`
}

// headers returns the catalog of the content pack, read once.
var headers = sync.OnceValues(func() (catalog, error) {
	raw, err := assets.Content.ReadFile("content/metrics.json")
	if err != nil {
		return nil, fmt.Errorf("read the metrics pack: %w", err)
	}
	return newCatalog(raw)
})

func newCatalog(raw []byte) (catalog, error) {
	var p pack
	if err := json.Unmarshal(raw, &p); err != nil {
		return nil, fmt.Errorf("parse the metrics pack: %w", err)
	}
	c := make(catalog)
	for _, e := range p.Metrics {
		c.add(roleFigure, e.Key, e.Aliases)
	}
	for _, e := range p.Dims {
		c.add(roleDim, e.Key, e.Aliases)
	}
	for name, role := range map[string]role{
		"id": roleID, "date": roleTime, "link": roleLink, "person": rolePerson, "text": roleText,
	} {
		c.add(role, "", p.Columns[name])
	}
	return c, nil
}

func (c catalog) add(r role, key string, aliases []string) {
	for rank, alias := range aliases {
		name := fold(alias)
		if _, taken := c[name]; !taken {
			c[name] = meaning{r, key, rank}
		}
	}
}

// mapped returns what the person said a column is.
func mapped(value string) meaning {
	switch value {
	case MapNothing:
		return meaning{role: roleNothing}
	case MapID:
		return meaning{role: roleID, rank: -1}
	case MapTime:
		return meaning{role: roleTime, rank: -1}
	case metric.DimType, metric.DimWeekday, metric.DimHour, metric.DimMonth, metric.DimPaid,
		metric.DimCategory, metric.DimLanguage, metric.DimPlatform:
		return meaning{role: roleDim, key: value}
	}
	return meaning{role: roleFigure, key: value}
}

// fold makes headers that a person would call the same equal: letter case,
// spaces, invisible marks, Arabic vowels and the forms of alef do not count.
func fold(header string) string {
	var b strings.Builder
	space := false
	for _, r := range header {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case isMark(r) || r == 'ـ' || r >= '\u064B' && r <= '\u0652':
			continue
		case r == 'أ' || r == 'إ' || r == 'آ':
			r = 'ا'
		case r == '’':
			r = '\''
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// tidy returns a header as it is shown: without invisible marks and spaces
// around it, and bounded, since a file may claim anything to be a header.
func tidy(header string) string {
	header = strings.TrimSpace(strings.Map(func(r rune) rune {
		if isMark(r) {
			return -1
		}
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(header, "\uFFFD")))
	const longest = 200
	for i := range header {
		if i >= longest {
			return header[:i]
		}
	}
	return header
}

// isTotalWord reports whether a cell names the platform's own total.
func isTotalWord(cell string) bool {
	if len(cell) < 5 || len(cell) > 40 {
		return false
	}
	switch cell[0] | 0x20 {
	case 't', 'g', 'i', 's':
	default:
		if cell[0] < 0x80 {
			return false
		}
	}
	switch fold(cell) {
	case "total", "totals", "grand total", "gesamt", "insgesamt", "gesamtsumme", "summe",
		"totaux", "total général", "total general", "totales", "الاجمالي", "المجموع", "المجموع الكلي", "اجمالي":
		return true
	}
	return false
}

// isMissingWord reports whether a cell says in words that it has no figure.
func isMissingWord(cell string) bool {
	cell = strings.TrimSpace(cell)
	if len(cell) > 24 {
		return false
	}
	switch strings.ToLower(cell) {
	case "", "-", "–", "—", "--", "---", "n/a", "na", "#n/a", "n.a.", "n.d.", "nan", "null", "nil", "none", "undefined",
		"not available", "..", "...", "…", "nicht verfügbar", "non disponible", "no disponible", "k. a.", "k.a.",
		"غير متاح", "غير متوفر", "غير متوفرة", "غير محدد", "غير معروف", "لا يوجد", "لا ينطبق":
		return true
	}
	return false
}
