package vault

import (
	"bytes"
	"testing"

	"athar/domain"
)

func TestAKeychainOpensTheKeysUntilItsSlotIsRemoved(t *testing.T) {
	f, keys, code := newFile(t)
	if f.HasKeychain() {
		t.Fatal("a new file has a slot for a keychain")
	}
	with, secret, err := f.WithKeychain(keys)
	if err != nil || len(secret) != keySize {
		t.Fatalf("%d bytes, %v", len(secret), err)
	}
	with = reread(t, with)
	given := bytes.Clone(secret)
	got, err := with.OpenKeychain(given)
	if err != nil || !same(got, keys) || !with.HasKeychain() {
		t.Fatalf("it does not open: %v", err)
	}
	if !bytes.Equal(given, make([]byte, keySize)) {
		t.Error("the secret was not wiped")
	}
	for _, typed := range []string{phrase, code} {
		if got, err := with.Open([]byte(typed)); err != nil || !same(got, keys) {
			t.Errorf("%q opens it no more: %v", typed, err)
		}
	}
	changed, err := with.NewPassphrase(keys, []byte(another), quick)
	if err != nil || !changed.HasKeychain() {
		t.Errorf("another passphrase removed the keychain: %v", err)
	}
	again, _, err := with.WithKeychain(keys)
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string]*File{"removed": with.WithoutKeychain(), "replaced": again, "of something else": f} {
		_, err := reread(t, file).OpenKeychain(bytes.Clone(secret))
		if domain.CodeOf(err) != domain.ErrWrongPassphrase {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

func TestNoOtherSecretIsTakenForThatOfAKeychain(t *testing.T) {
	f, keys, _ := newFile(t)
	with, secret, err := f.WithKeychain(keys)
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range [][]byte{nil, {1}, secret[:16], append(bytes.Clone(secret), 0), make([]byte, keySize), []byte(phrase)} {
		_, err := with.OpenKeychain(wrong)
		wantCode(t, err, domain.ErrWrongPassphrase)
	}
	_, err = with.Open(bytes.Clone(secret)) // what was typed is never tried on it
	wantCode(t, err, domain.ErrWrongPassphrase)
	keys.Wipe()
	_, _, err = f.WithKeychain(keys)
	wantCode(t, err, domain.ErrLocked)
	_, other, _ := newFile(t)
	_, _, err = f.WithKeychain(other)
	wantCode(t, err, domain.ErrKeyOther)
}

func TestASlotOfAKeychainWithAnythingElseInItIsDamage(t *testing.T) {
	f, keys, _ := newFile(t)
	with, _, err := f.WithKeychain(keys)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(s *slot){
		"another kdf": func(s *slot) { s.KDF = kdfName },
		"parameters":  func(s *slot) { s.Params = quick },
		"a salt":      func(s *slot) { s.Salt = random(saltSize) },
	} {
		bad := with.WithoutKeychain()
		s := with.slots[len(with.slots)-1]
		change(&s)
		bad.slots = append(bad.slots, s)
		if _, err := Parse(bad.Text()); domain.CodeOf(err) != domain.ErrKeyDamaged {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}
