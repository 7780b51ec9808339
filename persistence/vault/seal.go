package vault

import (
	"errors"

	"golang.org/x/crypto/chacha20poly1305"

	"athar/domain"
)

// ErrBroken says that sealed bytes are not what was sealed, or not where it was
// sealed, or were sealed with another key.
var ErrBroken = errors.New("seal is broken")

// SealSize is how many bytes a seal adds: nonce and tag.
const SealSize = nonceSize + chacha20poly1305.Overhead

// Sealer seals records with a subkey, each with a nonce of its own. It may be
// used from several goroutines.
type Sealer struct{ key []byte }

// Sealer returns the sealer for a use; the error has the code ErrLocked when
// the keys are wiped.
func (k *Keys) Sealer(use Use) (*Sealer, error) {
	key := k.Subkey(use)
	if key == nil {
		return nil, domain.Problem(domain.ErrLocked, "")
	}
	return &Sealer{key}, nil
}

// Seal appends the sealed form of plain to dst. about says what it is and where
// it belongs; it is not kept, and Open needs the same.
//
// A nonce of 24 random bytes never comes twice, however many records there are.
func (s *Sealer) Seal(dst, plain, about []byte) []byte {
	nonce := random(nonceSize)
	return aead(s.key).Seal(append(dst, nonce...), nonce, plain, about)
}

// Open returns what was sealed, in memory of its own, or ErrBroken.
func (s *Sealer) Open(sealed, about []byte) ([]byte, error) {
	if len(sealed) < SealSize {
		return nil, ErrBroken
	}
	plain, err := aead(s.key).Open(nil, sealed[:nonceSize], sealed[nonceSize:], about)
	if err != nil {
		return nil, ErrBroken
	}
	return plain, nil
}

// Wipe overwrites the sealer's key. It must not be used any more.
func (s *Sealer) Wipe() {
	wipe(s.key)
	s.key = nil
}
