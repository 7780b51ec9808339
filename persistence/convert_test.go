package persistence

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"athar/domain"
)

// asItIs returns the options that open the store in a directory: with the keys
// of the tests, or without.
func asItIs(t testing.TB, dir string) Options {
	t.Helper()
	file, err := KeyFile(dir)
	if err != nil {
		t.Fatal(err)
	}
	if file == nil {
		return plainly()
	}
	return locked(plainly())
}

// wholeEither opens the store, whether it is encrypted or not, verifies it and
// returns everything in it.
func wholeEither(t testing.TB, dir string) string {
	t.Helper()
	s := mustOpen(t, dir, asItIs(t, dir))
	wantVerified(t, s)
	all := everything(t, s)
	mustClose(t, s)
	return all
}

// workedInPlainly is workedIn for a store that is not encrypted, with a backup
// and a store that a restore put aside.
func workedInPlainly(t testing.TB, dir string) string {
	t.Helper()
	s := mustOpen(t, dir, plainly())
	w := newWriter(t, "somebody")
	c := newCampaign("first", 3)
	w.keep(t, s, domain.Campaign{}, c)
	if err := s.PutTable(ctx, tableID(0), newTable(2500), nil); err != nil {
		t.Fatal(err)
	}
	info, err := s.Backup(ctx, filepath.Join(dir, DirBackups), BackupOptions{})
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, s)
	if err := os.WriteFile(filepath.Join(dir, fileSettings), []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	restorePlainly(t, dir, info.Path)
	s = mustOpen(t, dir, plainly())
	w.open(t, s, c.ID())
	w.keep(t, s, c, withTitle(c, "later"))
	mustClose(t, s)
	return wholeEither(t, dir)
}

func mustEncrypt(t testing.TB, dir string) Converted {
	t.Helper()
	done, err := Encrypt(ctx, dir, locked(plainly()), ConvertOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func TestEncryptingKeepsEverythingAndLeavesNothingReadable(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "بيانات")
	want := workedInPlainly(t, dir)
	var last float64
	done, err := Encrypt(ctx, dir, locked(plainly()), ConvertOptions{Progress: func(share float64) {
		if share < last {
			t.Errorf("progress went back from %v to %v", last, share)
		}
		last = share
	}})
	if err != nil {
		t.Fatal(err)
	}
	if len(done.Removed) != 3 || len(done.Left) > 0 { // a backup, two stores
		t.Errorf("removed %v, left %v", done.Removed, done.Left)
	}
	if last != 1 {
		t.Errorf("the progress ended at %v", last)
	}
	if wholeEither(t, dir) != want {
		t.Error("the store is not what it was")
	}
	wantOnlyEncrypted(t, dir)
	if _, err := os.Stat(filepath.Join(dir, fileSettings)); err != nil {
		t.Errorf("the settings did not come along: %v", err)
	}
	_, err = Open(dir, plainly())
	wantCode(t, err, domain.ErrLocked)
}

// wantOnlyEncrypted checks that the only store beside the directory is the one
// in it, and that it and its backups are encrypted.
func wantOnlyEncrypted(t testing.TB, dir string) {
	t.Helper()
	names, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(names) != 1 {
		t.Errorf("beside the store are %v, %v", names, err)
	}
	if file, err := KeyFile(dir); err != nil || file == nil {
		t.Errorf("it is not encrypted: %v", err)
	}
	opts := locked(plainly())
	list, err := Backups(filepath.Join(dir, DirBackups), opts.Keys)
	if err != nil || len(list) == 0 {
		t.Errorf("%d backups, %v", len(list), err)
	}
	for _, b := range list {
		if _, err := ReadBackup(ctx, b.Path, opts.Keys, nil); err != nil || !b.Encrypted {
			t.Errorf("%s: encrypted %v, %v", b.Path, b.Encrypted, err)
		}
	}
	if _, err := os.Lstat(filepath.Join(dir, fileReadable)); err == nil {
		t.Error("the note is left")
	}
}

func TestDecryptingKeepsEverything(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	want := workedInPlainly(t, dir)
	mustEncrypt(t, dir)
	done, err := Decrypt(ctx, dir, locked(plainly()), ConvertOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if wholeEither(t, dir) != want {
		t.Error("the store is not what it was")
	}
	if file, err := KeyFile(dir); err != nil || file != nil {
		t.Errorf("it is still encrypted: %v", err)
	}
	if _, err := os.Lstat(filepath.Join(dir, fileKeys)); err == nil {
		t.Error("the key file came along")
	}
	mustClose(t, mustOpen(t, done.Kept, locked(plainly())))
	mustEncrypt(t, dir)
	if wholeEither(t, dir) != want {
		t.Error("encrypted once more, the store is not what it was")
	}
}

func TestWhatIsNotOfAtharsIsNeverRemoved(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	workedInPlainly(t, dir)
	foreign := filepath.Join(dir, "رسالة.txt")
	if err := os.WriteFile(foreign, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	other := dir + suffixBefore + "of somebody else"
	if err := os.MkdirAll(filepath.Join(other, "store"), 0o700); err != nil {
		t.Fatal(err)
	}
	done := mustEncrypt(t, dir)
	found := false
	for _, left := range done.Left {
		if text, err := os.ReadFile(filepath.Join(left, filepath.Base(foreign))); err == nil && string(text) == "mine" {
			found = true
		}
	}
	if !found || !slices.Contains(done.Left, other) {
		t.Errorf("left is %v", done.Left)
	}
}

func TestEncryptingTwiceOrDecryptingInTheClearIsRefused(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	workedInPlainly(t, dir)
	_, err := Decrypt(ctx, dir, locked(plainly()), ConvertOptions{})
	wantCode(t, err, domain.ErrNotEncrypted)
	mustEncrypt(t, dir)
	_, err = Encrypt(ctx, dir, locked(plainly()), ConvertOptions{})
	wantCode(t, err, domain.ErrEncrypted)
	_, err = Decrypt(ctx, dir, plainly(), ConvertOptions{})
	wantCode(t, err, domain.ErrLocked)
}

func TestAnEncryptionThatCannotBeDoneLeavesTheStoreAsItWas(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	want := workedInPlainly(t, dir)
	before := tree(t, filepath.Dir(dir))
	opts := locked(plainly())
	opts.FreeSpace = func(string) (uint64, error) { return minFreeOpen + 1, nil }
	_, err := Encrypt(ctx, dir, opts, ConvertOptions{})
	wantCode(t, err, domain.ErrDiskFull)
	if after := tree(t, filepath.Dir(dir)); after != before {
		t.Errorf("there is now\n%s\nand was\n%s", after, before)
	}
	if wholeEither(t, dir) != want {
		t.Error("the store is not what it was")
	}
}

// tree returns the names of the directories below a directory and of the files
// that are no part of a store.
func tree(t testing.TB, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if d.IsDir() && (d.Name() == dirStore || d.Name() == dirJournal) {
			return filepath.SkipDir
		}
		if d.Name() != fileClean {
			fmt.Fprintln(&b, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestADeathAtAnyStepOfEncryptingLeavesOneStoreWhole(t *testing.T) {
	for _, c := range []struct {
		step      string
		encrypted bool // which of the two is there afterwards
	}{
		{"writing", false},
		{"written", false},
		{"verified", false},
		{"named", false},
		{"copied", false},
		{"begun", false},
		{"built", false},
		{"given up", false},
		{"ready", false},
		{"backups moved", false},
		{"old aside", true},
		{"new in place", true},
		{"removing", true},
		{"removed", true},
	} {
		for _, way := range []string{encryptIt, decryptIt} {
			if way == decryptIt && strings.HasPrefix(c.step, "remov") {
				continue
			}
			t.Run(c.step+", "+way, func(t *testing.T) {
				t.Parallel()
				dir := filepath.Join(t.TempDir(), "data")
				want := workedInPlainly(t, dir)
				is := c.encrypted
				if way == decryptIt {
					mustEncrypt(t, dir)
					is = !is
				}
				epoch := epochOf(t, dir)
				dieAt(t, dir, way, c.step)
				if wholeEither(t, dir) != want {
					t.Error("the store is not what it was")
				}
				if epochOf(t, dir) != epoch {
					t.Error("the epoch is another one")
				}
				for _, aside := range pathsAside(dir) {
					if epochOf(t, aside) == epoch {
						t.Errorf("%s goes on in the same epoch", aside)
					}
				}
				if file, err := KeyFile(dir); err != nil || (file != nil) != is {
					t.Errorf("it is encrypted: %v, %v", file != nil, err)
				}
				if is && way == encryptIt {
					wantOnlyEncrypted(t, dir)
				}
				if _, err := os.Lstat(dir + suffixRestoring); err == nil {
					t.Error("the unfinished store is left")
				}
			})
		}
	}
}
