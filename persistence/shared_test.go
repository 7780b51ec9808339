package persistence

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"athar/domain"
)

// wantFree checks that the directory can be renamed and all in it be removed, which
// on Windows nothing can that is open or mapped somewhere.
func wantFree(t *testing.T, dir string) {
	t.Helper()
	away := dir + " away"
	mustDo(t, os.Rename(dir, away))
	err := filepath.WalkDir(away, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return os.Remove(path)
	})
	mustDo(t, err)
}

// The store compacts its tables while it is verified, be it by chance.
func TestTablesAreReplacedWhileTheyAreRead(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "data"), fast())
	w := newWriter(t, "somebody")
	c := newCampaign("wells", 3)
	w.keep(t, s, domain.Campaign{}, c)
	for _, title := range []string{"springs", "rivers", "rain"} {
		s = reopen(t, s) // each time there is one more table
		after := withTitle(c, title)
		w.keep(t, s, c, after)
		c = after
	}
	names, err := filepath.Glob(s.place.path(dirStore, "*.sst"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%d tables, %v", len(names), err)
	}
	in := tableInspection{dir: s.place.path(dirStore), found: 1, key: s.place.badgerKey, visit: func(sstBlock) error {
		return s.db.Flatten(1) // in the middle of reading a table
	}}
	if err := in.run(); err != nil && !os.IsNotExist(err) && err != errUnusable { // one may be gone: it is tried again
		t.Fatal(err)
	}
	if r, err := s.Verify(context.Background(), VerifyOptions{Deep: true}); err != nil || !r.OK() {
		t.Errorf("report is %+v, %v", r, err)
	}
	mustClose(t, s)
	wantFree(t, s.Dir())
}
