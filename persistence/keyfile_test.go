package persistence

import (
	"os"
	"path/filepath"
	"testing"

	"athar/domain"
	"athar/persistence/vault"
)

// quickKeys makes trying a passphrase nearly free.
var quickKeys = vault.Params{Time: 1, Memory: 8, Threads: 1}

const testPhrase = "olive lantern ferry 48"

// theKeyFile opens with testPhrase. It is the same in every process, so that a
// test and its child use the same store.
const theKeyFile = `{
  "app": "athar keys",
  "version": 1,
  "id": "01a207af-3ca0-7ea9-8846-928426b759e8",
  "slots": [
    {
      "kind": "passphrase",
      "kdf": "argon2id13",
      "t": 1,
      "m": 8,
      "p": 1,
      "salt": "xD50gzEhj3WpkspszbCGwQ==",
      "nonce": "62naE3Ex/2EWO8y/4wTxNeJWSg/G/jll",
      "wrapped": "PaGs+nkFw4ndjvwyNSXow0iluMf7SQZegaEfQFQeMjGk+WnfPX8GT0cC7CBAmz2q"
    },
    {
      "kind": "recovery",
      "kdf": "argon2id13",
      "t": 1,
      "m": 8,
      "p": 1,
      "salt": "4Rjib7GeL21igfuFfY3UHQ==",
      "nonce": "uRfMmVSTZUf+DQwuHqG3xstgdlHp9wlW",
      "wrapped": "w9KroeOrjnUp4enqVb6/cvZZ3EoaycBO78/PjZOBrW/2qR4sGCAQ9pJtlR2bHTt5"
    }
  ],
  "sum": "f3f8f732cc58aee7"
}
`

func newKeys(t testing.TB) (*vault.File, *vault.Keys) {
	t.Helper()
	f, keys, _, err := vault.Create([]byte(testPhrase), quickKeys)
	if err != nil {
		t.Fatal(err)
	}
	return f, keys
}

func TestEitherKeyFileIsMadeAgainFromTheOther(t *testing.T) {
	f, _ := newKeys(t)
	other, _ := newKeys(t)
	for what, harm := range map[string]func(path string) error{
		"missing":       os.Remove,
		"empty":         func(path string) error { return os.Truncate(path, 0) },
		"cut":           func(path string) error { return os.Truncate(path, 100) },
		"of other data": func(path string) error { return os.WriteFile(path, other.Text(), 0o600) },
		"far too long":  func(path string) error { return os.Truncate(path, 1<<30) },
	} {
		for _, name := range []string{fileKeys, fileKeysCopy} {
			dir := t.TempDir()
			if err := writeKeys(dir, f); err != nil {
				t.Fatal(err)
			}
			if err := harm(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
			got, err := readKeys(dir, f.ID())
			if err != nil || !got.Same(f) {
				t.Errorf("%s %s: %v", name, what, err)
			}
			again, err := readKeyFile(filepath.Join(dir, name), f.ID())
			if err != nil || !again.Same(f) {
				t.Errorf("%s %s was not made again: %v", name, what, err)
			}
		}
	}
}

func TestTheKeyFileIsNewerThanItsCopy(t *testing.T) {
	f, keys := newKeys(t)
	changed, err := f.NewPassphrase(keys, []byte("another passphrase"), quickKeys)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := writeKeys(dir, f); err != nil { // as a crash leaves it between the two
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, fileKeys), changed.Text(), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if got, err := readKeys(dir, f.ID()); err != nil || !got.Same(changed) {
			t.Fatalf("the old one was taken: %v", err)
		}
	}
	if got, err := readKeyFile(filepath.Join(dir, fileKeysCopy), f.ID()); err != nil || !got.Same(changed) {
		t.Fatalf("the copy stayed behind: %v", err)
	}
}

func TestWhatIsWrongWithBothKeyFilesIsTold(t *testing.T) {
	f, _ := newKeys(t)
	other, _ := newKeys(t)
	write := func(texts ...string) string {
		dir := t.TempDir()
		for i, name := range []string{fileKeys, fileKeysCopy} {
			if texts[i] == "" {
				continue
			}
			if err := os.WriteFile(filepath.Join(dir, name), []byte(texts[i]), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		return dir
	}
	theirs, newer := string(other.Text()), `{"app":"athar keys","version":2}`
	for _, tt := range []struct {
		main, copied string
		code         domain.Code
	}{
		{"", "", domain.ErrKeyMissing},
		{"x", "", domain.ErrKeyDamaged},
		{"", "x", domain.ErrKeyDamaged},
		{"", theirs, domain.ErrKeyOther},
		{theirs, theirs, domain.ErrKeyOther},
		{newer, newer, domain.ErrStoreNewer},
	} {
		_, err := readKeys(write(tt.main, tt.copied), f.ID())
		if got := domain.CodeOf(err); got != tt.code {
			t.Errorf("%.10q and %.10q: %q, want %q", tt.main, tt.copied, got, tt.code)
		}
	}
	if got, err := readKeys(write("", theirs), domain.NoID); err != nil || !got.Same(other) {
		t.Errorf("any keys were asked for: %v", err)
	}
}
