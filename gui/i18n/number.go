package i18n

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"athar/domain"
)

func asProblem(err error, to **domain.Error) bool { return errors.As(err, to) }

// NoFigure is shown where there is no figure. It is not zero.
const NoFigure = "–"

// Int writes a whole number with groups of three.
func (p *Printer) Int(n int) string { return p.sign(p.shape(grouped(strconv.Itoa(n)))) }

// Number writes a number with groups of three and at most two decimals.
func (p *Printer) Number(v float64) string { return p.Decimal(v, 2) }

// Decimal writes a number with at most the given count of decimals; zeros at
// the end are left out.
func (p *Printer) Decimal(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return NoFigure
	}
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		s = "0"
	}
	return p.sign(p.shape(grouped(s)))
}

// mark is the left-to-right mark. In an Arabic line a minus sign would jump
// behind the number and a percent sign before it; CLDR writes both with marks.
const mark = "\u200e"

// sign keeps a minus sign before its number.
func (p *Printer) sign(s string) string {
	if p.RTL() && strings.HasPrefix(s, "-") {
		return mark + s
	}
	return s
}

// Percent writes a share (0.045 is 4.5 %).
func (p *Printer) Percent(share float64) string {
	if math.IsNaN(share) || math.IsInf(share, 0) {
		return NoFigure
	}
	if p.digits == ArabicIndic {
		return p.Decimal(share*100, 1) + "٪"
	}
	if p.RTL() {
		return p.Decimal(share*100, 1) + mark + "%" + mark
	}
	return p.Decimal(share*100, 1) + "%"
}

// Plain writes a number as a person would type it into a field: no groups,
// Western digits, and "" for nil.
func Plain(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

// Bytes writes a size as KB, MB or GB (powers of 1,000).
func (p *Printer) Bytes(n int64) string {
	switch {
	case n >= 1e9:
		return p.T("unit.gb", "n", p.Decimal(float64(n)/1e9, 1))
	case n >= 1e6:
		return p.T("unit.mb", "n", p.Decimal(float64(n)/1e6, 0))
	}
	return p.T("unit.kb", "n", p.Decimal(math.Ceil(float64(n)/1e3), 0))
}

// grouped puts a comma between groups of three digits before the point.
func grouped(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	var b strings.Builder
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	if fraction != "" {
		b.WriteString("." + fraction)
	}
	return sign + b.String()
}

// shape turns Western digits and separators into the chosen digit system's.
func (p *Printer) shape(s string) string {
	if p.digits != ArabicIndic {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r - '0' + '٠'
		case r == ',':
			return '٬'
		case r == '.':
			return '٫'
		}
		return r
	}, s)
}

// Digits writes the digits of a text (a date, a time) in the chosen system and
// leaves everything else.
func (p *Printer) Digits(s string) string {
	if p.digits != ArabicIndic {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + '٠'
		}
		return r
	}, s)
}

// ParseNumber reads a number as people type it: Western, Arabic-Indic or
// Persian digits, group separators, a decimal point, comma or ٫. ok is false
// for anything else; an empty text is ok and nil.
func ParseNumber(s string) (v *float64, ok bool) {
	var b strings.Builder
	for _, r := range strings.TrimSpace(s) {
		switch {
		case r >= '٠' && r <= '٩':
			b.WriteRune(r - '٠' + '0')
		case r >= '۰' && r <= '۹':
			b.WriteRune(r - '۰' + '0')
		case r == '٫':
			b.WriteByte('.')
		case r == '٬' || r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u200e' || r == '\u200f':
		default:
			b.WriteRune(r)
		}
	}
	clean := b.String()
	if clean == "" {
		return nil, true
	}
	clean = withoutGroups(clean)
	if strings.ContainsAny(clean, "eExXpPnNiI_") {
		return nil, false
	}
	f, err := strconv.ParseFloat(clean, 64)
	if err != nil || math.IsInf(f, 0) {
		return nil, false
	}
	return &f, true
}

// withoutGroups drops commas that group thousands; a single comma that does
// not stand before exactly three digits is a decimal comma.
func withoutGroups(s string) string {
	commas := strings.Count(s, ",")
	if commas == 0 {
		return s
	}
	last := strings.LastIndexByte(s, ',')
	if commas == 1 && !strings.Contains(s, ".") && len(s)-last-1 != 3 {
		return strings.Replace(s, ",", ".", 1)
	}
	return strings.ReplaceAll(s, ",", "")
}
