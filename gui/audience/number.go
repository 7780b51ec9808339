package audience

import (
	"math"

	"athar/domain"
	"athar/gui/i18n"
)

// parseWhole reads a count of people or years: a whole number from 0 to limit,
// in either kind of digits. An empty text is 0, "not known". For anything else
// it returns what is wrong: ErrNotNumber (which a fraction is, too) or ErrRange.
func parseWhole(text string, limit int) (int, *domain.Error) {
	v, ok := i18n.ParseNumber(text)
	switch {
	case !ok:
		return 0, domain.Problem(domain.ErrNotNumber, "")
	case v == nil:
		return 0, nil
	case *v < 0 || *v > float64(limit):
		return 0, domain.Problem(domain.ErrRange, "").With("min", 0).With("max", limit)
	case *v != math.Trunc(*v):
		return 0, domain.Problem(domain.ErrNotNumber, "")
	}
	return int(*v), nil
}

// plainWhole writes a count as a person would type it; what is not known is
// empty.
func plainWhole(n int) string {
	if n == 0 {
		return ""
	}
	v := float64(n)
	return i18n.Plain(&v)
}
