package privacy

import "strings"

// ibanLength is how long an IBAN of each country is (SWIFT's registry).
var ibanLength = map[string]int{
	"ad": 24, "ae": 23, "al": 28, "at": 20, "az": 28, "ba": 20, "be": 16, "bg": 22, "bh": 22, "bi": 27, "br": 29, "by": 28,
	"ch": 21, "cr": 22, "cy": 28, "cz": 24, "de": 22, "dj": 27, "dk": 18, "do": 28, "dz": 26, "ee": 20, "eg": 29, "es": 24,
	"fi": 18, "fk": 18, "fo": 18, "fr": 27, "gb": 22, "ge": 22, "gi": 23, "gl": 18, "gr": 27, "gt": 28, "hr": 21, "hu": 28,
	"ie": 22, "il": 23, "iq": 23, "ir": 26, "is": 26, "it": 27, "jo": 30, "kw": 30, "kz": 20, "lb": 28, "lc": 32, "li": 21,
	"lt": 20, "lu": 20, "lv": 21, "ly": 25, "ma": 28, "mc": 27, "md": 24, "me": 22, "mk": 19, "mn": 20, "mr": 27, "mt": 31,
	"mu": 30, "ni": 28, "nl": 18, "no": 15, "om": 23, "pk": 24, "pl": 28, "ps": 29, "pt": 25, "qa": 29, "ro": 24, "rs": 22,
	"ru": 33, "sa": 24, "sc": 31, "sd": 18, "se": 24, "si": 19, "sk": 24, "sm": 27, "so": 23, "st": 25, "sv": 28, "tl": 23,
	"tn": 24, "tr": 26, "ua": 29, "va": 22, "vg": 24, "xk": 20, "ye": 30,
}

// findIBANs finds international bank account numbers. What has the form and a wrong
// check number is no account; it is no telephone either, so it is taken all the same.
func (d *draft) findIBANs() {
	for i := 0; i+4 < len(d.s); i++ {
		if !isLatin(d.s[i]) || !isLatin(d.s[i+1]) || !isDigit(d.s[i+2]) && d.s[i+2] != ' ' || isLatin(d.peek(i-1)) || isDigit(d.peek(i-1)) {
			continue
		}
		want := ibanLength[d.s[i:i+2]]
		end, plain := d.ibanFrom(i, want)
		if want == 0 || end == 0 || d.isTaken(i, end) {
			continue
		}
		whole := !strings.ContainsAny(d.s[i:end], " -")
		switch {
		case mod97(plain[4:]+plain[:4]) == 1 && (whole || d.upper[i] && d.upper[i+1]):
			d.add(hit{kind: IBAN, severity: High, start: i, end: end})
		case whole || strings.HasSuffix(strings.TrimRight(d.s[:i], " :"), "iban"):
			d.take(i, end)
		default: // "at 0599 …" is no Austrian account
			continue
		}
		i = end - 1
	}
}

// ibanFrom reads so many letters and digits, with single spaces or dashes between,
// of which the third and fourth are digits.
func (d *draft) ibanFrom(i, want int) (end int, plain string) {
	var b strings.Builder
	for ; i < len(d.s) && b.Len() < want; i++ {
		c := d.s[i]
		n := b.Len()
		switch {
		case isDigit(c) || isLatin(c) && n != 2 && n != 3:
			b.WriteByte(c)
		case (c == ' ' || c == '-') && n >= 2 && d.peek(i-1) != ' ' && d.peek(i-1) != '-':
		default:
			return 0, ""
		}
	}
	if b.Len() < want || isDigit(d.peek(i)) || isLatin(d.peek(i)) {
		return 0, ""
	}
	return i, b.String()
}

// mod97 returns the remainder of the number that the digits and letters stand for,
// a letter counting as two digits from 10 on (ISO 7064).
func mod97(s string) int {
	rest := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			rest = (rest*10 + int(s[i]-'0')) % 97
		} else {
			rest = (rest*100 + int(s[i]-'a') + 10) % 97
		}
	}
	return rest
}

// isCard reports whether the digits are a payment card: a length that the issuer
// uses, and Luhn's check digit. Rare issuers are taken only beside a word that says so.
func isCard(digits string, told bool) bool {
	n := len(digits)
	if n < 12 || n > 19 || !luhn(digits) || strings.Count(digits, digits[:1]) == n {
		return false
	}
	if told {
		return digits[0] != '0'
	}
	for _, is := range issuers {
		if n >= is.min && n <= is.max && digits[:len(is.from)] >= is.from && digits[:len(is.to)] <= is.to {
			return true
		}
	}
	return false
}

// issuers are the ranges of first digits (ISO/IEC 7812) of cards in common use.
var issuers = []struct {
	from, to string
	min, max int
}{
	{"4", "4", 16, 16}, {"51", "55", 16, 16}, {"2221", "2720", 16, 16}, // Visa, Mastercard
	{"34", "34", 15, 15}, {"37", "37", 15, 15}, // American Express
	{"6011", "6011", 16, 16}, {"644", "659", 16, 16}, {"622", "628", 16, 16}, {"62", "62", 16, 19}, // Discover, UnionPay
	{"3528", "3589", 16, 16}, {"300", "305", 14, 14}, {"36", "36", 14, 14}, {"38", "38", 14, 14}, // JCB, Diners Club
	{"9792", "9792", 16, 16}, {"5078", "5078", 16, 16}, {"6037", "6037", 16, 16}, {"5041", "5041", 16, 16}, // Troy, Meeza, Iran
	{"50", "50", 16, 16}, {"56", "59", 16, 16}, {"60", "69", 16, 16}, // Maestro, RuPay
}

// luhn reports whether the last digit is the check digit of the others.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		n := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}
