package persistence

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"athar/domain"
)

// pathsAside returns where the stores lie that were put aside.
func pathsAside(dir string) []string {
	var out []string
	for _, a := range PutAside(dir) {
		out = append(out, a.Path)
	}
	return out
}

// withAside makes a store with another that a restore put aside, and returns the
// directory of each.
func withAside(t *testing.T) (dir, aside string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "بيانات")
	s := workedIn(t, dir)
	info := mustBackup(t, s, filepath.Join(dir, DirBackups))
	mustClose(t, s)
	return dir, mustRestore(t, dir, info.Path).Kept
}

func TestAStoreThatWasPutAsideIsNamedAndRemoved(t *testing.T) {
	dir, aside := withAside(t)
	want := wholeStore(t, dir)
	all := PutAside(dir)
	if len(all) != 1 || all[0].Path != aside || all[0].Halved || all[0].Put.IsZero() || SizeOf(aside) == 0 {
		t.Fatalf("put aside are %+v", all)
	}
	if err := RemoveAside(dir, aside, fast()); err != nil {
		t.Fatal(err)
	}
	if names, _ := os.ReadDir(filepath.Dir(dir)); len(names) != 1 || len(PutAside(dir)) > 0 {
		t.Errorf("left are %v", names)
	}
	_, err := Revert(dir, fast())
	wantCode(t, err, domain.ErrNoRevert)
	if wholeStore(t, dir) != want {
		t.Error("the store is another one")
	}
}

func TestAStoreWhoseRemovalWasCutShortIsNeverBroughtBack(t *testing.T) {
	dir, aside := withAside(t)
	opts := fast()
	opts.step = func(step string) {
		if step == "aside renamed" {
			panic(step)
		}
	}
	func() {
		defer func() { _ = recover() }()
		_ = RemoveAside(dir, aside, opts)
		t.Fatal("it went on")
	}()
	if path, _ := KeptStore(dir); path != "" {
		t.Errorf("it would go back to %s", path)
	}
	left := PutAside(dir)
	if len(left) != 1 || !left[0].Halved {
		t.Fatalf("put aside are %+v", left)
	}
	if err := RemoveAside(dir, left[0].Path, fast()); err != nil || len(PutAside(dir)) > 0 {
		t.Errorf("it is left: %v", err)
	}
}

func TestProtectingRemovesWhatWasToBeRemoved(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	workedInPlainly(t, dir)
	half := dir + suffixRemoving + "20261123T140612Z"
	other := dir + suffixRemoving + "of somebody else"
	for _, path := range []string{half, other} {
		if err := os.MkdirAll(filepath.Join(path, "store"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if done := mustEncrypt(t, dir); !slices.Contains(done.Removed, half) || slices.Contains(done.Removed, other) {
		t.Errorf("removed is %v", done.Removed)
	}
	if _, err := os.Lstat(half); err == nil {
		t.Error("it is still there")
	}
}

func TestOnlyWhatAtharPutAsideIsRemoved(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(dir, aside string) (remove string, err error)
		code domain.Code
	}{
		{"another folder", func(dir, _ string) (string, error) {
			other := dir + suffixBefore + "of somebody else"
			return other, os.Mkdir(other, 0o700)
		}, domain.ErrNotFound},
		{"the data", func(dir, _ string) (string, error) { return dir, nil }, domain.ErrNotFound},
		{"a file in it", func(_, aside string) (string, error) {
			return aside, os.WriteFile(filepath.Join(aside, "رسالة.txt"), []byte("mine"), 0o600)
		}, domain.ErrNotOurs},
		{"a file beside its backups", func(_, aside string) (string, error) {
			if err := os.MkdirAll(filepath.Join(aside, DirBackups), 0o700); err != nil {
				return aside, err
			}
			return aside, os.WriteFile(filepath.Join(aside, DirBackups, "list.xlsx"), []byte("mine"), 0o600)
		}, domain.ErrNotOurs},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir, aside := withAside(t)
			path, err := c.make(dir, aside)
			if err != nil {
				t.Fatal(err)
			}
			wantCode(t, RemoveAside(dir, path, fast()), c.code)
			if _, err := os.Stat(path); err != nil || wholeStore(t, aside) == "" {
				t.Errorf("something went: %v", err)
			}
		})
	}
}

func TestAStoreThatIsOpenIsNotRemoved(t *testing.T) {
	dir, aside := withAside(t)
	s := mustOpen(t, aside, fast())
	wantCode(t, RemoveAside(dir, aside, fast()), domain.ErrAlreadyOpen)
	mustClose(t, s)
	if err := RemoveAside(dir, aside, fast()); err != nil {
		t.Error(err)
	}
}
