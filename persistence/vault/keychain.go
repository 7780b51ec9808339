package vault

import (
	"slices"

	"athar/domain"
)

// The slot of a keychain holds the data key wrapped under a random secret of 32
// bytes, which the keychain of the system keeps. There is at most one: the
// computer that made it last is the one that it opens the data on.

// HasKeychain reports whether some keychain opens the keys.
func (f *File) HasKeychain() bool {
	return slices.ContainsFunc(f.slots, func(s slot) bool { return s.Kind == kindKeychain })
}

// WithKeychain returns the file with a new slot for a keychain, and the secret to
// be kept there. The one there was opens only older copies of the file.
//
// Errors have the codes ErrKeyOther and ErrLocked.
func (f *File) WithKeychain(keys *Keys) (*File, []byte, error) {
	if keys.ID() != f.id {
		return nil, nil, domain.Problem(domain.ErrKeyOther, "")
	}
	secret := random(keySize)
	out := f.WithoutKeychain()
	made := keys.use(func(key []byte) {
		s := slot{Kind: kindKeychain, KDF: kdfRaw, Salt: []byte{}, Nonce: random(nonceSize)}
		s.Wrapped = aead(secret).Seal(nil, s.Nonce, key, s.about(f.id))
		out.slots = append(out.slots, s)
	})
	if !made {
		wipe(secret)
		return nil, nil, domain.Problem(domain.ErrLocked, "")
	}
	return out, secret, nil
}

// WithoutKeychain returns the file that no keychain opens.
func (f *File) WithoutKeychain() *File {
	return &File{id: f.id, slots: slices.DeleteFunc(slices.Clone(f.slots), func(s slot) bool { return s.Kind == kindKeychain })}
}

// OpenKeychain opens the keys with what a keychain kept, which it wipes.
//
// The error has the code ErrWrongPassphrase: it is not the secret of this file.
func (f *File) OpenKeychain(secret []byte) (*Keys, error) {
	defer wipe(secret)
	if keys := f.try(kindKeychain, secret); keys != nil {
		return keys, nil
	}
	return nil, domain.Problem(domain.ErrWrongPassphrase, "keychain")
}
