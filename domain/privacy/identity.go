package privacy

import (
	"strconv"
	"time"
)

// proof is how much the form of a national number proves by itself.
type proof int

const (
	strong  proof = iota // nothing else looks like it
	checked              // a check digit: one random number in ten or more passes
	weak                 // nothing but a length: a word beside it has to say what it is
)

// identity is the number that a country gives to a person.
type identity struct {
	kind   Type
	length int
	proof  proof
	valid  func(digits string) bool
	shape  string // of the groups, which proves as much as a word; may be empty
}

// identities are the national numbers of digits only, the more certain ones first:
// the first that fits gives the finding its type.
var identities = []identity{
	{"NATIONAL_ID_AE", 15, strong, isEmirates, ""},
	{"NATIONAL_ID_FR", 15, strong, isFrench, ""},
	{"NATIONAL_ID_EG", 14, strong, isEgyptian, ""},
	{"NATIONAL_ID_KW", 12, checked, isKuwaiti, ""},
	{"NATIONAL_ID_TR", 11, checked, isTurkish, ""},
	{"NATIONAL_ID_SA", 10, checked, isSaudi, ""},
	{SSN, 9, weak, isAmerican, "3-2-4"},
	{"NATIONAL_ID_IL_PS", 9, weak, luhn, ""},
	{"NATIONAL_ID_BR", 11, weak, isBrazilian, "3.3.3-2"},
	{"NATIONAL_ID_PK", 13, weak, isPakistani, "5-7-1"},
	{"NATIONAL_ID_IN", 12, weak, isIndian, ""},
	{"NATIONAL_ID_IR", 10, weak, isIranian, ""},
	{"NATIONAL_ID_JO", 10, weak, isJordanian, ""},
	{"NATIONAL_ID_QA", 11, weak, isQatari, ""},
	{"NATIONAL_ID_SY", 11, weak, func(n string) bool { return n[0] == '0' || n[0] == '1' }, ""},
	{"NATIONAL_ID_LY", 12, weak, func(n string) bool { return n[0] == '1' || n[0] == '2' && isYear(n[1:5]) }, ""},
	{"NATIONAL_ID_IQ", 12, weak, func(n string) bool { return n[0] == '1' || n[0] == '2' }, ""},
	{"NATIONAL_ID_BH", 9, weak, func(n string) bool { return between(n[2:4], 1, 12) }, ""},
	{"NATIONAL_ID_DZ", 18, weak, func(n string) bool { return n[0] == '1' || n[0] == '2' }, ""},
	{"NATIONAL_ID_TN", 8, weak, func(n string) bool { return n[0] == '0' || n[0] == '1' }, ""},
}

// identify finds whose national number the groups are. said is what the words beside
// them say; without any, a number that is only a part of a longer row is none.
func (d *draft) identify(groups []group, digits string, said context, whole bool) (hit, bool) {
	h := hit{start: groups[0].start, end: groups[len(groups)-1].end}
	told := said&ofID != 0
	for _, id := range identities {
		shaped := id.shape != "" && d.shape(groups) == id.shape
		american := shaped || said&ofSSN != 0
		if id.length != len(digits) || !id.valid(digits) || american != (id.kind == SSN) && (id.kind == SSN || said&ofSSN != 0) {
			continue
		}
		h.kind = id.kind
		switch {
		case id.proof == strong, shaped && said&ofThing == 0, id.proof == checked && told, said&ofNational != 0:
			h.severity = High
		case id.proof == checked && whole && len(groups) == 1 && said&(ofThing|ofPhone|ofCase) == 0, told:
			h.severity = Medium
		default:
			continue
		}
		return h, true
	}
	return hit{}, false
}

// between reports whether the digits are a number from low to high.
func between(digits string, low, high int) bool {
	n, err := strconv.Atoi(digits)
	return err == nil && n >= low && n <= high
}

func isYear(digits string) bool { return between(digits, 1900, 2099) }

// isDay reports whether YYMMDD is a day in the century that the digit before it
// names: 2 for 1900 and 3 for 2000, in Egypt and Kuwait.
func isDay(digits string) bool {
	if digits[0] != '2' && digits[0] != '3' {
		return false
	}
	century := map[byte]string{'2': "19", '3': "20"}[digits[0]]
	_, err := time.Parse("20060102", century+digits[1:7])
	return err == nil
}

// weighted returns the sum of the first digits, each by its weight.
func weighted(digits string, weights ...int) int {
	sum := 0
	for i, w := range weights {
		sum += int(digits[i]-'0') * w
	}
	return sum
}

func digit(digits string, i int) int { return int(digits[i] - '0') }

// isEmirates: 784, the year of birth, seven digits and Luhn's check digit.
func isEmirates(n string) bool { return n[:3] == "784" && isYear(n[3:7]) && luhn(n) }

// isFrench: sex, year, month, place and order in 13 digits, then 97 less their
// remainder. Departments with a letter are in findLettered.
func isFrench(n string) bool {
	month := n[3:5]
	born := between(month, 1, 12) || between(month, 20, 42) || between(month, 50, 99)
	number, _ := strconv.ParseInt(n[:13], 10, 64)
	key, _ := strconv.ParseInt(n[13:], 10, 64)
	return n[0] >= '1' && n[0] <= '8' && n[0] != '5' && n[0] != '6' && born && key == 97-number%97
}

// isEgyptian: century, day of birth, governorate (01 to 35, 88 abroad), order.
func isEgyptian(n string) bool { return isDay(n) && (between(n[7:9], 1, 35) || n[7:9] == "88") }

// isKuwaiti: century, day of birth, order, and a check digit modulo 11.
func isKuwaiti(n string) bool {
	return isDay(n) && 11-weighted(n, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)%11 == digit(n, 11)
}

// isSaudi: 1 for citizens, 2 for residents, and Luhn's check digit.
func isSaudi(n string) bool { return (n[0] == '1' || n[0] == '2') && luhn(n) }

// isTurkish: two check digits, over odd and even places and over all.
func isTurkish(n string) bool {
	odd := weighted(n, 1, 0, 1, 0, 1, 0, 1, 0, 1)
	even := weighted(n, 0, 1, 0, 1, 0, 1, 0, 1)
	tenth := ((odd*7-even)%10 + 10) % 10
	return n[0] != '0' && tenth == digit(n, 9) && (odd+even+tenth)%10 == digit(n, 10)
}

// isAmerican: the area is never 000, 666 or 9xx, no part is all zero.
func isAmerican(n string) bool {
	return n[:3] != "000" && n[:3] != "666" && n[0] != '9' && n[3:5] != "00" && n[5:] != "0000"
}

func isBrazilian(n string) bool {
	check := func(weights ...int) int { return weighted(n, weights...) * 10 % 11 % 10 }
	return check(10, 9, 8, 7, 6, 5, 4, 3, 2) == digit(n, 9) && check(11, 10, 9, 8, 7, 6, 5, 4, 3, 2) == digit(n, 10)
}

func isPakistani(n string) bool { return n[0] >= '1' && n[0] <= '7' }

// isIndian: never begins with 0 or 1, and ends in a check digit by Verhoeff.
func isIndian(n string) bool {
	if n[0] < '2' {
		return false
	}
	c := 0
	for i := range len(n) {
		c = dihedral(c, verhoeffTurn(i, digit(n, len(n)-1-i)))
	}
	return c == 0
}

// dihedral multiplies in the dihedral group of order ten.
func dihedral(a, b int) int {
	switch {
	case a < 5 && b < 5:
		return (a + b) % 5
	case a < 5:
		return (a+b)%5 + 5
	case b < 5:
		return (a-b)%5 + 5
	}
	return (a - b + 5) % 5
}

// verhoeffTurn applies Verhoeff's permutation i times.
func verhoeffTurn(i, digit int) int {
	for range i % 8 {
		digit = [10]int{1, 5, 7, 6, 2, 8, 3, 0, 9, 4}[digit]
	}
	return digit
}

// isIranian: nine digits and a check digit modulo 11.
func isIranian(n string) bool {
	rest := weighted(n, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11
	if rest >= 2 {
		rest = 11 - rest
	}
	return rest == digit(n, 9)
}

// isJordanian: 9 for those born before 2000, 2 and the year after it.
func isJordanian(n string) bool { return n[0] == '9' || n[:2] == "20" }

// isQatari: century, year of birth, country of birth (ISO 3166), order.
func isQatari(n string) bool { return n[0] == '2' || n[0] == '3' }
