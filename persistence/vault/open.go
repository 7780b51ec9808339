package vault

import (
	"bytes"

	"athar/domain"
)

// Create makes new keys for a passphrase, which it wipes, and returns the
// recovery code that opens them as well. Nobody will ever see the code again.
//
// Errors have the codes of CheckPassphrase.
func Create(pass []byte, p Params) (*File, *Keys, string, error) {
	defer wipe(pass)
	if err := CheckPassphrase(pass); err != nil {
		return nil, nil, "", err
	}
	keys := &Keys{id: domain.NewID(), data: random(keySize)}
	secret := normal(pass)
	defer wipe(secret)
	f := (&File{id: keys.id}).with(kindPassphrase, secret, keys.data, p)
	f, code, err := f.NewRecoveryCode(keys, p)
	return f, keys, code, err
}

// Open opens the keys with what a person typed, the passphrase or the recovery
// code, and wipes it.
//
// Errors have the codes ErrWrongPassphrase and, for what looks like a recovery
// code with a mistake in it, ErrRecoveryTypo.
func (f *File) Open(typed []byte) (*Keys, error) {
	defer wipe(typed)
	if len(typed) > MaxPassphrase {
		return nil, domain.Problem(domain.ErrWrongPassphrase, "passphrase")
	}
	code, typo := parseCode(typed)
	defer wipe(code)
	if code != nil {
		if keys := f.try(kindRecovery, code); keys != nil {
			return keys, nil
		}
	}
	secret := normal(typed)
	defer wipe(secret)
	if keys := f.try(kindPassphrase, secret); keys != nil {
		return keys, nil
	}
	if typo != nil {
		return nil, typo
	}
	return nil, domain.Problem(domain.ErrWrongPassphrase, "passphrase")
}

// try opens the keys with the first slot of a kind that the secret fits.
func (f *File) try(kind string, secret []byte) *Keys {
	for _, s := range f.slots {
		if s.Kind != kind {
			continue
		}
		if key, err := s.open(f.id, secret); err == nil {
			return &Keys{id: f.id, data: key}
		}
	}
	return nil
}

// NewPassphrase returns the file with another passphrase, which it wipes. The
// one there was opens only older copies of the file from now on.
//
// Errors have the codes of CheckPassphrase, ErrKeyOther and ErrLocked.
func (f *File) NewPassphrase(keys *Keys, pass []byte, p Params) (*File, error) {
	defer wipe(pass)
	if err := CheckPassphrase(pass); err != nil {
		return nil, err
	}
	secret := normal(pass)
	defer wipe(secret)
	return f.renew(keys, kindPassphrase, secret, p)
}

// NewRecoveryCode returns the file with another recovery code, and the code.
//
// Errors have the codes ErrKeyOther and ErrLocked.
func (f *File) NewRecoveryCode(keys *Keys, p Params) (*File, string, error) {
	secret := random(codeSize)
	defer wipe(secret)
	out, err := f.renew(keys, kindRecovery, secret, p)
	if err != nil {
		return nil, "", err
	}
	return out, formatCode(secret), nil
}

func (f *File) renew(keys *Keys, kind string, secret []byte, p Params) (out *File, err error) {
	if keys.ID() != f.id {
		return nil, domain.Problem(domain.ErrKeyOther, "")
	}
	if !keys.use(func(key []byte) { out = f.with(kind, secret, key, p) }) {
		return nil, domain.Problem(domain.ErrLocked, "")
	}
	return out, nil
}

// with returns the file with one slot of a kind, for a secret.
func (f *File) with(kind string, secret, key []byte, p Params) *File {
	out := f.without(func(s slot) bool { return s.Kind == kind })
	out.slots = append(out.slots, newSlot(f.id, kind, secret, key, p))
	return out
}

// Same reports whether two files have the same keys and the same slots.
func (f *File) Same(o *File) bool { return bytes.Equal(f.Text(), o.Text()) }
