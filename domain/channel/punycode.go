package channel

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxLabel is the longest label of a domain name in its encoded form (RFC 1035,
// 2.3.4).
const maxLabel = 63

// validHost reports whether every label of the host fits into the domain name
// system once it is encoded. A name that claims to be encoded already must be
// in ASCII.
func validHost(host string) bool {
	if strings.HasPrefix(host, "xn--") && len(latinHosts(host)) == 0 {
		return false
	}
	for label := range strings.SplitSeq(host, ".") {
		if n := encodedLen(label); n < 1 || n > maxLabel {
			return false
		}
	}
	return true
}

// encodedLen returns the length of a label in its ASCII form. The full stops of
// Chinese and Japanese separate labels, too (RFC 3490, 3.1), but twitter-text
// measures what lies between ASCII ones as a whole.
func encodedLen(label string) int {
	parts := strings.FieldsFunc(label, isIdeographicStop)
	total := strings.Count(label, "。") + strings.Count(label, "．") + strings.Count(label, "｡")
	for _, part := range parts {
		total += punycodedLen(part)
	}
	return total
}

func isIdeographicStop(r rune) bool { return r == '。' || r == '．' || r == '｡' }

// punycodedLen returns the length of the label after Punycode (RFC 3492, 6.3),
// with the prefix xn--, or a number above maxLabel if that is enough to know.
func punycodedLen(label string) int {
	var basic, other int
	for _, r := range label {
		if r < utf8.RuneSelf {
			basic++
		} else {
			other++
		}
	}
	switch {
	case other == 0:
		return basic
	case basic+other > maxLabel: // each takes a digit at least
		return basic + other
	}
	p := punycode{runes: []rune(label), bias: 72, handled: basic, length: len("xn--") + basic}
	if basic > 0 {
		p.length++ // the hyphen between the two
	}
	return p.run()
}

// punycode is the state of RFC 3492's encoder. It adds up the digits only.
type punycode struct {
	runes   []rune
	bias    int
	handled int // code points written so far
	length  int // of the output
}

// run inserts the code points that are not ASCII in ascending order.
func (p *punycode) run() int {
	sorted := slices.Clone(p.runes)
	slices.Sort(sorted)
	delta, first := 0, true
	next := rune(utf8.RuneSelf)
	for _, r := range slices.Compact(sorted) {
		if r < utf8.RuneSelf {
			continue
		}
		delta += int(r-next) * (p.handled + 1)
		for _, c := range p.runes {
			if c < r {
				delta++
			}
			if c == r {
				p.write(delta)
				p.adapt(delta, first)
				first, delta = false, 0
				p.handled++
			}
		}
		delta++
		next = r + 1
	}
	return p.length
}

// The parameters of Punycode (RFC 3492, 5).
const (
	punyBase = 36
	punyMin  = 1
	punyMax  = 26
	punySkew = 38
	punyDamp = 700
)

// write counts the digits of a number of variable length.
func (p *punycode) write(delta int) {
	for k := punyBase; ; k += punyBase {
		p.length++
		threshold := min(max(k-p.bias, punyMin), punyMax)
		if delta < threshold {
			return
		}
		delta = (delta - threshold) / (punyBase - threshold)
	}
}

// adapt changes the bias for the next number.
func (p *punycode) adapt(delta int, first bool) {
	if first {
		delta /= punyDamp
	} else {
		delta /= 2
	}
	delta += delta / (p.handled + 1)
	k := 0
	for delta > (punyBase-punyMin)*punyMax/2 {
		delta /= punyBase - punyMin
		k += punyBase
	}
	p.bias = k + (punyBase-punyMin+1)*delta/(delta+punySkew)
}
