package persistence

import (
	"os"
	"path/filepath"
	"testing"

	"athar/domain"
	"athar/domain/session"
	"athar/persistence/vault"
)

var _ session.Source = (*Store)(nil)

func TestASourceIsReadAndNotChanged(t *testing.T) {
	n := newNested(t)
	backup := mustBackup(t, n.Store, t.TempDir()).Path
	for _, c := range []struct {
		name string
		path func() string
	}{
		{"open elsewhere", n.Dir},
		{"a backup", func() string { return backup }},
		{"killed", func() string { crash(t, n.Store); return n.Dir() }},
		{"without its store", func() string { _ = os.RemoveAll(n.place.path(dirStore)); return n.Dir() }},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := c.path()
			before := filesIn(t, filepath.Dir(path))
			s, err := OpenSource(ctx, path, fast())
			if err != nil {
				t.Fatal(err)
			}
			wantSource(t, s, n.c)
			if _, err := s.Table(ctx, n.set); err != nil {
				t.Errorf("the rows are not there: %v", err)
			}
			wantCode(t, s.Commit(ctx, commitOf(n.c, withTitle(n.c, "other"))), domain.ErrReadOnly)
			mustClose(t, s)
			if after := filesIn(t, filepath.Dir(path)); after != before {
				t.Errorf("it was changed from\n%s\nto\n%s", before, after)
			}
		})
	}
}

// wantSource checks that a campaign and its history can be read.
func wantSource(t testing.TB, s *Store, c domain.Campaign) {
	t.Helper()
	if r := s.OpenReport(); len(r.Problems) > 0 {
		t.Errorf("report is %+v", r)
	}
	scopes, err := s.Scopes(ctx)
	if err != nil || len(scopes) != 1 || scopes[0] != c.ID() {
		t.Errorf("scopes are %v, %v", scopes, err)
	}
	wantCampaign(t, s, c)
	if len(historyOf(t, s, c.ID())) < 20 {
		t.Error("the history is not there")
	}
}

func TestWhatIsNoSourceIsRefused(t *testing.T) {
	text := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(text, []byte("notes"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, code := range map[string]domain.Code{
		text:                               domain.ErrNotBackup,
		t.TempDir():                        domain.ErrNotAthar,
		filepath.Join(t.TempDir(), "none"): domain.ErrFileRead,
		format1(t, "data"):                 domain.ErrSourceOld,
	} {
		_, err := OpenSource(ctx, path, fast())
		wantCode(t, err, code)
	}
}

func TestTheKeysOfASourceAreFoundWithoutTouchingIt(t *testing.T) {
	dir := t.TempDir()
	opts := newLocked(t, dir)
	sealed := filepath.Dir(mustBackup(t, mustOpen(t, dir, opts), t.TempDir()).Path)
	if err := os.Remove(filepath.Join(dir, fileKeysCopy)); err != nil {
		t.Fatal(err)
	}
	backups, err := os.ReadDir(sealed)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dir, filepath.Join(sealed, backups[0].Name())} {
		before := filesIn(t, filepath.Dir(path))
		file, err := SourceKeys(path)
		if err != nil || !file.Same(opts.NewKeys) {
			t.Errorf("%s: %v", path, err)
		}
		_, others := newKeys(t)
		for code, keys := range map[domain.Code]*vault.Keys{domain.ErrLocked: nil, domain.ErrKeyOther: others, "": opts.Keys} {
			o := plainly()
			o.Keys = keys
			s, err := OpenSource(ctx, path, o)
			wantCode(t, err, code)
			if err == nil {
				mustClose(t, s)
			}
		}
		if after := filesIn(t, filepath.Dir(path)); after != before {
			t.Errorf("it was changed from\n%s\nto\n%s", before, after)
		}
	}
	inTheClear := mustOpen(t, t.TempDir(), plainly())
	for _, path := range []string{inTheClear.Dir(), mustBackup(t, inTheClear, t.TempDir()).Path} {
		if file, err := SourceKeys(path); file != nil || err != nil {
			t.Errorf("%s: %v, %v", path, file, err)
		}
	}
	_, err = SourceKeys(filepath.Join(dir, "none"))
	wantCode(t, err, domain.ErrFileRead)
}
