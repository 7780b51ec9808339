package vault

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"athar/domain"
)

// What a passphrase must be. Length is what keeps somebody who tries them out;
// more rules make worse passphrases.
const (
	MinPassphrase = 10   // characters
	MaxPassphrase = 1024 // bytes
	minDifferent  = 4
)

// CheckPassphrase says what is wrong with a new passphrase: ErrWeakPassphrase
// when it is too short or of too few different characters, ErrTooLong. It does
// not wipe it.
func CheckPassphrase(pass []byte) error {
	if len(pass) > MaxPassphrase {
		return domain.Problem(domain.ErrTooLong, "passphrase").With("limit", MaxPassphrase)
	}
	canonical := normal(pass)
	defer wipe(canonical)
	different := map[rune]bool{}
	for rest := canonical; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		different[r] = true
		rest = rest[size:]
	}
	if utf8.RuneCount(canonical) < MinPassphrase || len(different) < minDifferent {
		return domain.Problem(domain.ErrWeakPassphrase, "passphrase").With("min", MinPassphrase)
	}
	return nil
}

// normal returns the canonical form of a passphrase: systems write é, or a
// letter with its vowel marks, in different ways. The form is NFC and nothing
// more: who typed other digits or another case typed something else.
func normal(pass []byte) []byte {
	return norm.NFC.Append(make([]byte, 0, 3*len(pass)+8), pass...)
}
