package vault

import (
	"bytes"
	"testing"

	"athar/domain"
)

// Two computers.
var here, there = domain.NewID(), domain.NewID()

func TestAKeychainOpensTheKeysUntilItsSlotIsRemoved(t *testing.T) {
	f, keys, code := newFile(t)
	if f.HasKeychain(here) {
		t.Fatal("a new file has a slot for a keychain")
	}
	with, secret, err := f.WithKeychain(keys, here)
	if err != nil || len(secret) != keySize {
		t.Fatalf("%d bytes, %v", len(secret), err)
	}
	with = reread(t, with)
	given := bytes.Clone(secret)
	got, err := with.OpenKeychain(given)
	if err != nil || !same(got, keys) || !with.HasKeychain(here) {
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
	if err != nil || !changed.HasKeychain(here) {
		t.Errorf("another passphrase removed the keychain: %v", err)
	}
	again, _, err := with.WithKeychain(keys, here)
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string]*File{"removed": with.WithoutKeychain(here), "replaced": again, "of something else": f} {
		_, err := reread(t, file).OpenKeychain(bytes.Clone(secret))
		if domain.CodeOf(err) != domain.ErrWrongPassphrase {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

func TestNoOtherSecretIsTakenForThatOfAKeychain(t *testing.T) {
	f, keys, _ := newFile(t)
	with, secret, err := f.WithKeychain(keys, here)
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
	_, _, err = f.WithKeychain(keys, here)
	wantCode(t, err, domain.ErrLocked)
	_, other, _ := newFile(t)
	_, _, err = f.WithKeychain(other, here)
	wantCode(t, err, domain.ErrKeyOther)
}

func TestASlotOfAKeychainWithAnythingElseInItIsDamage(t *testing.T) {
	f, keys, _ := newFile(t)
	with, _, err := f.WithKeychain(keys, here)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(s *slot){
		"another kdf": func(s *slot) { s.KDF = kdfName },
		"parameters":  func(s *slot) { s.Params = quick },
		"half a salt": func(s *slot) { s.Salt = random(saltSize / 2) },
	} {
		bad := with.WithoutKeychain(here)
		s := with.slots[len(with.slots)-1]
		change(&s)
		bad.slots = append(bad.slots, s)
		if _, err := Parse(bad.Text()); domain.CodeOf(err) != domain.ErrKeyDamaged {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

func TestEveryComputerHasASlotOfItsOwn(t *testing.T) {
	f, keys, _ := newFile(t)
	first, secret, err := f.WithKeychain(keys, here)
	if err != nil {
		t.Fatal(err)
	}
	if first.HasKeychain(there) {
		t.Error("the slot of one computer counts for another")
	}
	both, second, err := reread(t, first).WithKeychain(keys, there)
	if err != nil {
		t.Fatal(err)
	}
	both = reread(t, both)
	for name, of := range map[string][]byte{"the first": secret, "the second": second} {
		if got, err := both.OpenKeychain(bytes.Clone(of)); err != nil || !same(got, keys) {
			t.Errorf("%s does not open it: %v", name, err)
		}
	}
	if both.KeychainName(here) == both.KeychainName(there) {
		t.Error("two computers that share a keychain take each other's secret away")
	}
	for name, file := range map[string]*File{"left": both.WithoutKeychain(there), "the only one": both.OnlyKeychain(here)} {
		file = reread(t, file)
		if _, err := file.OpenKeychain(bytes.Clone(second)); domain.CodeOf(err) != domain.ErrWrongPassphrase || file.HasKeychain(there) {
			t.Errorf("%s: the other computer opens it still, %v", name, err)
		}
		if _, err := file.OpenKeychain(bytes.Clone(secret)); err != nil || !file.HasKeychain(here) {
			t.Errorf("%s: it does not open any more, %v", name, err)
		}
	}
	if none := both.WithoutKeychains(); !none.Same(f) {
		t.Error("a slot is left")
	}
}

func TestTheComputerThatWasSetUpFirstMakesRoomForOneMore(t *testing.T) {
	f, keys, _ := newFile(t)
	made, computers := f, []domain.ID{here}
	for range maxSlots - len(f.slots) {
		computers = append(computers, domain.NewID())
	}
	var newest []byte
	for _, computer := range computers {
		var err error
		if made, newest, err = made.WithKeychain(keys, computer); err != nil {
			t.Fatal(err)
		}
		made = reread(t, made)
	}
	if made.HasKeychain(here) || !made.HasKeychain(computers[1]) || len(made.slots) != maxSlots {
		t.Errorf("the file has %d slots", len(made.slots))
	}
	if _, err := made.OpenKeychain(newest); err != nil {
		t.Errorf("the newest does not open it: %v", err)
	}
	if _, err := made.Open([]byte(phrase)); err != nil {
		t.Errorf("the passphrase does not open it any more: %v", err)
	}
}

func TestAFileFullOfOtherSlotsTakesNoKeychain(t *testing.T) {
	f, keys, _ := newFile(t)
	for len(f.slots) < maxSlots {
		f.slots = append(f.slots, f.slots[0])
	}
	_, _, err := reread(t, f).WithKeychain(keys, here)
	wantCode(t, err, domain.ErrKeyDamaged)
}

// The slot of an early version says nothing of a computer.
func TestASlotOfNoNamedComputerOpensUntilOneIsNamed(t *testing.T) {
	f, keys, _ := newFile(t)
	secret := random(keySize)
	early := slot{Kind: kindKeychain, KDF: kdfRaw, Salt: []byte{}, Nonce: random(nonceSize)}
	early.Wrapped = aead(secret).Seal(nil, early.Nonce, keys.data, early.about(f.id))
	old := &File{id: f.id, slots: append(f.slots[:len(f.slots):len(f.slots)], early)}
	old = reread(t, old)
	if !old.HasKeychain(here) || !old.HasKeychain(there) || old.KeychainName(here) != f.id.String() {
		t.Errorf("it is not found, under %q", old.KeychainName(here))
	}
	if got, err := old.OpenKeychain(bytes.Clone(secret)); err != nil || !same(got, keys) {
		t.Errorf("it does not open: %v", err)
	}
	named, _, err := old.WithKeychain(keys, here)
	if err != nil || len(named.slots) != len(old.slots) {
		t.Errorf("%d slots, %v", len(named.slots), err)
	}
	_, err = named.OpenKeychain(secret)
	wantCode(t, err, domain.ErrWrongPassphrase)
}
