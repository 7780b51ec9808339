package persistence

import (
	"os"
	"path/filepath"
	"testing"

	"athar/domain"
	"athar/persistence/vault"
)

// newLocked makes an encrypted store with keys of its own, closed, and returns
// the options that open it.
func newLocked(t testing.TB, dir string) Options {
	t.Helper()
	opts := plainly()
	opts.NewKeys, opts.Keys = newKeys(t)
	s := mustOpen(t, dir, opts)
	newWriter(t, "somebody").keep(t, s, domain.Campaign{}, newCampaign("a", 2))
	mustClose(t, s)
	return opts
}

func TestAnEncryptedStoreOpensOnlyWithItsKeys(t *testing.T) {
	dir := t.TempDir()
	opts := newLocked(t, dir)
	before := tree(t, dir)
	_, others := newKeys(t)
	wiped, err := opts.NewKeys.Open([]byte(testPhrase))
	if err != nil {
		t.Fatal(err)
	}
	wiped.Wipe()
	for name, tt := range map[string]struct {
		keys *vault.Keys
		code domain.Code
	}{"none": {nil, domain.ErrLocked}, "other": {others, domain.ErrKeyOther}, "wiped": {wiped, domain.ErrLocked}} {
		o := opts
		o.Keys = tt.keys
		_, err := Open(dir, o)
		if got := domain.CodeOf(err); got != tt.code {
			t.Errorf("%s keys: %q, want %q", name, got, tt.code)
		}
		if _, err := os.Stat(filepath.Join(dir, fileClean)); err != nil {
			t.Errorf("%s keys: it was opened", name)
		}
	}
	if after := tree(t, dir); after != before {
		t.Errorf("there is now\n%s\nand was\n%s", after, before)
	}
	mustOpen(t, dir, opts)
}

func TestKeysForAStoreThatIsNotEncryptedAreRefused(t *testing.T) {
	dir := t.TempDir()
	mustClose(t, mustOpen(t, dir, plainly()))
	_, err := Open(dir, locked(plainly()))
	wantCode(t, err, domain.ErrNotEncrypted)
}

func TestALostKeyFileComesBackFromTheNewestBackup(t *testing.T) {
	dir := t.TempDir()
	opts := newLocked(t, dir)
	s := mustOpen(t, dir, opts)
	if _, err := s.Backup(ctx, filepath.Join(dir, DirBackups), BackupOptions{}); err != nil {
		t.Fatal(err)
	}
	mustClose(t, s)
	for what, harm := range map[string]func(string) error{
		"missing": os.Remove,
		"damaged": func(path string) error { return os.Truncate(path, 50) },
	} {
		for _, name := range []string{fileKeys, fileKeysCopy} {
			if err := harm(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
		file, err := KeyFile(dir)
		if err != nil || !file.Same(opts.NewKeys) {
			t.Fatalf("%s: %v", what, err)
		}
		mustClose(t, mustOpen(t, dir, opts))
	}
}

func TestAKeyFileThatIsLostForGoodIsTold(t *testing.T) {
	other, _ := newKeys(t)
	for name, tt := range map[string]struct {
		text []byte
		code domain.Code
	}{
		"missing": {nil, domain.ErrKeyMissing},
		"damaged": {[]byte("{"), domain.ErrKeyDamaged},
		"swapped": {other.Text(), domain.ErrKeyOther},
	} {
		dir := t.TempDir()
		opts := newLocked(t, dir)
		for _, file := range []string{fileKeys, fileKeysCopy} {
			path := filepath.Join(dir, file)
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			if tt.text == nil {
				continue
			}
			if err := os.WriteFile(path, tt.text, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		_, err := KeyFile(dir)
		if got := domain.CodeOf(err); got != tt.code {
			t.Errorf("%s: %q, want %q", name, got, tt.code)
		}
		_, err = Open(dir, opts)
		if got := domain.CodeOf(err); got != tt.code {
			t.Errorf("opening, %s: %q, want %q", name, got, tt.code)
		}
	}
}

func TestAKeyFileLostWhileTheStoreIsOpenIsWrittenAgain(t *testing.T) {
	dir := t.TempDir()
	opts := newLocked(t, dir)
	s := mustOpen(t, dir, opts)
	for _, name := range []string{fileKeys, fileKeysCopy} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Backup(ctx, t.TempDir(), BackupOptions{}); err != nil {
		t.Fatal(err)
	}
	if file, err := readKeys(dir, opts.Keys.ID()); err != nil || !file.Same(opts.NewKeys) {
		t.Errorf("it is not there: %v", err)
	}
}

func TestAStoreIsKnownToBeEncryptedWhateverFORMATSays(t *testing.T) {
	dir := t.TempDir()
	opts := newLocked(t, dir)
	path := filepath.Join(dir, fileFormat)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{
		"nothing of keys": whole[:len(whole)-len("keys 0193d3c5-0000-7000-8000-000000000000\n")],
		"a bad word":      append(whole[:len(whole)-10:len(whole)-10], "nonsense\n"...),
		"nothing":         nil,
	} {
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Open(dir, plainly())
		if got := domain.CodeOf(err); got != domain.ErrLocked {
			t.Errorf("%s: %q", name, got)
		}
		mustClose(t, mustOpen(t, dir, opts))
		if again, err := os.ReadFile(path); err != nil || string(again) != string(whole) {
			t.Errorf("%s: FORMAT is now %q", name, again)
		}
	}
}

func TestAnEncryptedStoreStaysSoWhateverIsRestored(t *testing.T) {
	plain := mustOpen(t, t.TempDir(), plainly())
	newWriter(t, "somebody").keep(t, plain, domain.Campaign{}, newCampaign("plain", 2))
	inTheClear, err := plain.Backup(ctx, t.TempDir(), BackupOptions{})
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := mustOpen(t, t.TempDir(), locked(plainly())).Backup(ctx, t.TempDir(), BackupOptions{})
	if err != nil {
		t.Fatal(err)
	}
	_, theirs := theKeys()
	for _, path := range []string{inTheClear.Path, sealed.Path} {
		dir := filepath.Join(t.TempDir(), "data")
		opts := newLocked(t, dir)
		_, err := Restore(ctx, dir, path, plainly(), RestoreOptions{Other: true, Keys: theirs})
		wantCode(t, err, domain.ErrLocked)
		if _, err := Restore(ctx, dir, path, opts, RestoreOptions{Other: true, Keys: theirs}); err != nil {
			t.Fatal(err)
		}
		wantVerified(t, mustOpen(t, dir, opts))
		if file, err := KeyFile(dir); err != nil || !file.Same(opts.NewKeys) {
			t.Errorf("the keys are others: %v", err)
		}
	}
	fresh := filepath.Join(t.TempDir(), "data")
	if _, err := Restore(ctx, fresh, sealed.Path, plainly(), RestoreOptions{Keys: theirs}); err != nil {
		t.Fatal(err)
	}
	wantVerified(t, mustOpen(t, fresh, locked(plainly())))
}

// A sealed record in another place, or of another store, is not taken for one
// that belongs there.
func TestASealedRecordCannotBeMoved(t *testing.T) {
	_, keys := newKeys(t)
	seal := func(store domain.ID) *recordSeal {
		sealer, err := keys.Sealer(vault.ForJournal)
		if err != nil {
			t.Fatal(err)
		}
		return &recordSeal{store, keys.ID(), sealer}
	}
	here, there := seal(domain.NewID()), seal(domain.NewID())
	raw := entry{7, entryDrop, make([]byte, idSize)}.encode()
	sealed := here.seal(raw)
	if got, err := here.open(sealed); err != nil || string(got) != string(raw) {
		t.Fatalf("it comes back as %x: %v", got, err)
	}
	if _, err := there.open(sealed); err == nil {
		t.Error("another store takes it")
	}
	if _, err := here.open(raw); err == nil {
		t.Error("a record that is not sealed is taken")
	}
	if _, err := (*recordSeal)(nil).open(sealed); err == nil {
		t.Error("a store that is not encrypted takes it")
	}
	for at := 8; at < recordHeader; at++ { // number, kind, flags
		moved := append([]byte(nil), sealed...)
		moved[at] ^= 1
		if _, err := here.open(moved); err == nil {
			t.Errorf("it is taken with byte %d of its head changed", at)
		}
	}
}
