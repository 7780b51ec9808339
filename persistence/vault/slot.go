package vault

import (
	"bytes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"runtime/debug"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"

	"athar/domain"
)

// Kinds of slots. Names are stored: never reuse one.
const (
	kindPassphrase = "passphrase"
	kindRecovery   = "recovery"
	kindKeychain   = "keychain"
)

// Names of how a secret becomes a key: Argon2id in version 1.3 (0x13) for what
// people remember, and nothing for what is a random key already.
const (
	kdfName = "argon2id13"
	kdfRaw  = "raw"
)

// Sizes in bytes.
const (
	keySize     = 32
	saltSize    = 16
	nonceSize   = chacha20poly1305.NonceSizeX
	wrappedSize = keySize + chacha20poly1305.Overhead
)

// errNotOpened says that a secret does not open a slot.
var errNotOpened = errors.New("secret does not open the slot")

// slot holds the data key, wrapped under one secret.
type slot struct {
	Kind string `json:"kind"`
	KDF  string `json:"kdf"`
	Params
	Salt    []byte `json:"salt"`
	Nonce   []byte `json:"nonce"`
	Wrapped []byte `json:"wrapped"`
}

// newSlot wraps a data key. It does not wipe the secret.
func newSlot(file domain.ID, kind string, secret, key []byte, p Params) slot {
	s := slot{
		Kind: kind, KDF: kdfName, Params: p,
		Salt: random(saltSize), Nonce: random(nonceSize),
	}
	kek := p.derive(secret, s.Salt)
	defer wipe(kek)
	s.Wrapped = aead(kek).Seal(nil, s.Nonce, key, s.about(file))
	return s
}

// open unwraps the data key. It does not wipe the secret.
func (s slot) open(file domain.ID, secret []byte) ([]byte, error) {
	kek := s.kek(secret)
	if kek == nil {
		return nil, errNotOpened
	}
	defer wipe(kek)
	key, err := aead(kek).Open(nil, s.Nonce, s.Wrapped, s.about(file))
	if err != nil {
		return nil, errNotOpened
	}
	return key, nil
}

// about is everything that a slot says in the clear. It is authenticated with
// the wrapped key: a slot whose parameters were lowered does not open.
func (s slot) about(file domain.ID) []byte {
	b := append([]byte("athar key slot 1\n"), file[:]...)
	for _, text := range []string{s.Kind, s.KDF} {
		b = append(append(b, byte(len(text))), text...)
	}
	b = binary.BigEndian.AppendUint32(b, s.Time)
	b = binary.BigEndian.AppendUint32(b, s.Memory)
	b = append(b, s.Threads)
	return append(b, s.Salt...)
}

// valid reports whether a slot that was read can be tried at all.
func (s slot) valid() bool {
	if len(s.Nonce) != nonceSize || len(s.Wrapped) != wrappedSize {
		return false
	}
	if s.Kind == kindKeychain {
		return s.KDF == kdfRaw && s.Params == (Params{}) && (len(s.Salt) == 0 || len(s.Salt) == keychainSize)
	}
	return (s.Kind == kindPassphrase || s.Kind == kindRecovery) && s.KDF == kdfName && s.Params.valid() &&
		len(s.Salt) == saltSize
}

// kek returns what the data key is wrapped under, nil for a secret that cannot
// be the right one.
func (s slot) kek(secret []byte) []byte {
	if s.KDF != kdfRaw {
		return s.derive(secret, s.Salt)
	}
	if len(secret) != keySize {
		return nil
	}
	return bytes.Clone(secret)
}

// derive makes a key of a secret. The memory it needs is given back to the
// system at once: it is far more than the rest of Athar needs.
func (p Params) derive(secret, salt []byte) []byte {
	key := argon2.IDKey(secret, salt, p.Time, p.Memory, p.Threads, keySize)
	if p.Memory >= 16<<10 {
		debug.FreeOSMemory()
	}
	return key
}

// aead returns the cipher for a key of the right size.
func aead(key []byte) cipher.AEAD {
	c, err := chacha20poly1305.NewX(key)
	if err != nil {
		panic("vault: a key of the wrong size") // a mistake in this package
	}
	return c
}

// random returns n random bytes. crypto/rand ends the process rather than give
// bad ones.
func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b)
	return b
}

// wipe overwrites a secret. Go may have made copies that nobody can reach; what
// is within reach goes.
func wipe(b []byte) { clear(b) }
