package vault

import (
	"crypto/sha256"
	"strings"
	"unicode"
	"unicode/utf8"

	"athar/domain"
)

// A recovery code is 128 random bits for paper. It is written in the alphabet
// of Crockford's Base32, in seven groups of four symbols and a check symbol:
//
//	7 × 4 symbols × 5 bits = 128 bits of the secret + 12 bits of its SHA-256
//
// A check symbol finds any one wrong symbol of its group, any two neighbours
// that changed places, and groups in the wrong order. So a person can be told
// which group to look at again.
const (
	codeSize   = 16 // bytes
	codeGroups = 7
	groupData  = 4
	groupSize  = groupData + 1

	// codeAlphabet has no I, L, O and U: the first three are read as 1, 1 and 0.
	codeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
)

// formatCode writes a secret of codeSize bytes as a code.
func formatCode(secret []byte) string {
	sum := sha256.Sum256(secret)
	data := append(append(make([]byte, 0, codeSize+2), secret...), sum[0], sum[1])
	defer wipe(data)
	var b strings.Builder
	for g := range codeGroups {
		var group [groupData]byte
		for i := range group {
			group[i] = fiveBits(data, 5*(g*groupData+i))
			b.WriteByte(codeAlphabet[group[i]])
		}
		b.WriteByte(codeAlphabet[checkSymbol(g, group)])
		if g < codeGroups-1 {
			b.WriteByte('-')
		}
	}
	return b.String()
}

// parseCode reads what a person typed. The secret is nil for what is no code;
// typo is set when it is one with a mistake in it, and says in which group,
// counted from 1.
func parseCode(typed []byte) (secret []byte, typo error) {
	symbols := codeSymbols(typed)
	defer wipe(symbols)
	if len(symbols) != codeGroups*groupSize {
		return nil, nil
	}
	data := make([]byte, codeSize+2)
	defer wipe(data)
	for g := range codeGroups {
		group := [groupData]byte(symbols[g*groupSize:])
		if checkSymbol(g, group) != symbols[g*groupSize+groupData] {
			return nil, domain.Problem(domain.ErrRecoveryTypo, "passphrase").With("group", g+1)
		}
		for i, v := range group {
			putFiveBits(data, 5*(g*groupData+i), v)
		}
	}
	secret = append([]byte(nil), data[:codeSize]...)
	sum := sha256.Sum256(secret)
	if data[codeSize] != sum[0] || data[codeSize+1] != sum[1]&0xF0 {
		wipe(secret)
		return nil, nil // mistakes in one group that make up for each other
	}
	return secret, nil
}

// codeSymbols returns the values of the symbols in a text; nil when there is
// something in it that belongs to no code.
func codeSymbols(typed []byte) []byte {
	out := make([]byte, 0, codeGroups*groupSize+1)
	for len(typed) > 0 && len(out) < cap(out) {
		r, size := utf8.DecodeRune(typed)
		typed = typed[size:]
		if isBetween(r) {
			continue
		}
		v := symbolValue(r)
		if v < 0 {
			wipe(out)
			return nil
		}
		out = append(out, byte(v))
	}
	return out
}

// isBetween reports whether a character may stand between symbols: spaces,
// dashes of every kind, the lengthening stroke, marks of direction.
func isBetween(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Pd, unicode.Cf) || strings.ContainsRune("_.ـ−", r)
}

// symbolValue returns the value of a symbol as people write it, -1 for none.
func symbolValue(r rune) int {
	switch {
	case r >= '٠' && r <= '٩': // Arabic-Indic
		return int(r - '٠')
	case r >= '۰' && r <= '۹': // Persian, Urdu
		return int(r - '۰')
	case r >= 'a' && r <= 'z':
		r -= 'a' - 'A'
	}
	switch r {
	case 'O':
		return 0
	case 'I', 'L':
		return 1
	}
	if r >= utf8.RuneSelf {
		return -1
	}
	return strings.IndexByte(codeAlphabet, byte(r))
}

// checkSymbol returns the check symbol of a group: its number and a sum of its
// symbols, each with a factor of its own, in the field of 32 elements.
func checkSymbol(group int, symbols [groupData]byte) byte {
	check, factor := byte(group+1), byte(1)
	for _, v := range symbols {
		factor = times(factor, 2)
		check ^= times(factor, v)
	}
	return check
}

// times multiplies in the field of 32 elements, modulo x⁵+x²+1.
func times(a, b byte) (product byte) {
	for ; b > 0; b >>= 1 {
		if b&1 != 0 {
			product ^= a
		}
		if a <<= 1; a&0x20 != 0 {
			a ^= 0x25
		}
	}
	return product
}

// fiveBits returns the five bits of data from bit at on.
func fiveBits(data []byte, at int) (v byte) {
	for i := at; i < at+5; i++ {
		v = v<<1 | data[i/8]>>(7-i%8)&1
	}
	return v
}

func putFiveBits(data []byte, at int, v byte) {
	for i := range 5 {
		data[(at+i)/8] |= v >> (4 - i) & 1 << (7 - (at+i)%8)
	}
}
