package vault

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"athar/domain"
)

// The slot of a keychain holds the data key wrapped under a random secret of 32
// bytes, which the keychain of a system keeps. There is one for each computer that
// was set up, so that data on a stick opens on all of them. A slot says in its salt,
// which it needs for nothing else, whose it is; in the files of early versions it is
// empty, and there is only one.

// keychainSize is how many bytes tell a computer.
const keychainSize = saltSize

// keychainOf tells a computer from others, for these keys. Nothing can be learned
// from it of the computer, nor that another file has a slot of the same.
func (f *File) keychainOf(computer domain.ID) []byte {
	sum := sha256.Sum256(slices.Concat([]byte("athar keychain 1\n"), f.id[:], computer[:]))
	return sum[:keychainSize]
}

// opensOn reports whether a slot is of the keychain of a computer. One that does
// not say may be of any.
func (f *File) opensOn(s slot, computer domain.ID) bool {
	return s.Kind == kindKeychain && (len(s.Salt) == 0 || bytes.Equal(s.Salt, f.keychainOf(computer)))
}

// HasKeychain reports whether the keychain of a computer opens the keys.
func (f *File) HasKeychain(computer domain.ID) bool {
	return slices.ContainsFunc(f.slots, func(s slot) bool { return f.opensOn(s, computer) })
}

// KeychainName is under which name the keychain of a computer has the secret. It
// names the computer too: some keychains are the same on several.
func (f *File) KeychainName(computer domain.ID) string {
	old := func(s slot) bool { return s.Kind == kindKeychain && len(s.Salt) == 0 }
	if slices.ContainsFunc(f.slots, old) {
		return f.id.String()
	}
	return f.id.String() + "." + hex.EncodeToString(f.keychainOf(computer))
}

// WithKeychain returns the file with a new slot for the keychain of a computer, and
// the secret to be kept there. The one it had opens only older copies of the file.
// Where there is no room for one more computer, the one that was set up first goes.
//
// Errors have the codes ErrKeyOther, ErrLocked, and ErrKeyDamaged for a file that is
// full of other slots, as Athar writes none.
func (f *File) WithKeychain(keys *Keys, computer domain.ID) (*File, []byte, error) {
	if keys.ID() != f.id {
		return nil, nil, domain.Problem(domain.ErrKeyOther, "")
	}
	out := f.WithoutKeychain(computer)
	if len(out.slots) == maxSlots {
		first := slices.IndexFunc(out.slots, func(s slot) bool { return s.Kind == kindKeychain })
		if first < 0 {
			return nil, nil, damaged()
		}
		out.slots = slices.Delete(out.slots, first, first+1)
	}
	secret := random(keySize)
	made := keys.use(func(key []byte) {
		s := slot{Kind: kindKeychain, KDF: kdfRaw, Salt: f.keychainOf(computer), Nonce: random(nonceSize)}
		s.Wrapped = aead(secret).Seal(nil, s.Nonce, key, s.about(f.id))
		out.slots = append(out.slots, s)
	})
	if !made {
		wipe(secret)
		return nil, nil, domain.Problem(domain.ErrLocked, "")
	}
	return out, secret, nil
}

// WithoutKeychain returns the file that the keychain of a computer does not open.
func (f *File) WithoutKeychain(computer domain.ID) *File {
	return f.without(func(s slot) bool { return f.opensOn(s, computer) })
}

// OnlyKeychain returns the file that no keychain but that of a computer opens.
func (f *File) OnlyKeychain(computer domain.ID) *File {
	return f.without(func(s slot) bool { return s.Kind == kindKeychain && !f.opensOn(s, computer) })
}

// WithoutKeychains returns the file that no keychain opens.
func (f *File) WithoutKeychains() *File {
	return f.without(func(s slot) bool { return s.Kind == kindKeychain })
}

func (f *File) without(goes func(slot) bool) *File {
	return &File{id: f.id, slots: slices.DeleteFunc(slices.Clone(f.slots), goes)}
}

// OpenKeychain opens the keys with what a keychain kept, which it wipes.
//
// The error has the code ErrWrongPassphrase: it is not a secret of this file.
func (f *File) OpenKeychain(secret []byte) (*Keys, error) {
	defer wipe(secret)
	if keys := f.try(kindKeychain, secret); keys != nil {
		return keys, nil
	}
	return nil, domain.Problem(domain.ErrWrongPassphrase, "keychain")
}
