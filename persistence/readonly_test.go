package persistence

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"athar/domain"
)

// lyingOn returns options of a place of a kind.
func lyingOn(s Site) Options {
	o := fast()
	o.Site = func(string) Site { return s }
	return o
}

// picture is what lies in a directory: every file with its time and a sum.
func picture(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		fmt.Fprintln(&b, path, info.Mode(), info.ModTime())
		if info.Mode().IsRegular() {
			raw, err := os.ReadFile(path)
			fmt.Fprintf(&b, "%x %v\n", sha256.Sum256(raw), err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNoStoreIsMadeWhereOtherComputersWrite(t *testing.T) {
	for site, code := range map[Site]domain.Code{
		{Kind: SiteNetwork}:    domain.ErrNetworkPlace,
		{SiteCloud, "Dropbox"}: domain.ErrCloudPlace,
		{Kind: SiteRemovable}:  "",
		{Kind: SiteLocal}:      "",
	} {
		dir := filepath.Join(t.TempDir(), "athar")
		s, err := Open(dir, lyingOn(site))
		wantCode(t, err, code)
		if err == nil {
			if s.Site() != site || s.Reading() != "" {
				t.Errorf("%v: %+v, %q", site, s.Site(), s.Reading())
			}
			mustClose(t, s)
			continue
		}
		if _, err := os.Stat(dir); !os.IsNotExist(err) {
			t.Errorf("%v: the folder was made", site)
		}
	}
}

func TestAStoreWhereOtherComputersWriteIsReadAndNotTouched(t *testing.T) {
	for site, want := range map[Site]Reading{
		{Kind: SiteNetwork}:    ReadingNetwork,
		{SiteCloud, "Dropbox"}: ReadingCloud,
	} {
		for name, end := range map[string]func(testing.TB, *Store){"closed": mustClose, "killed": crash} {
			t.Run(string(site.Kind)+" "+name, func(t *testing.T) {
				s := mustOpen(t, t.TempDir(), fast())
				c := history(t, s, 10)
				id := domain.NewID()
				if err := s.PutTable(ctx, id, newTable(1500), nil); err != nil {
					t.Fatal(err)
				}
				end(t, s)
				before := picture(t, s.Dir())

				r := mustOpen(t, s.Dir(), lyingOn(site))
				if r.Reading() != want || len(r.OpenReport().Problems) > 0 {
					t.Errorf("reading %q, report %+v", r.Reading(), r.OpenReport())
				}
				wantCampaign(t, r, c)
				wantTable(t, r, id, newTable(1500))
				wantVerified(t, r)
				wantCode(t, r.Commit(ctx, commitOf(c, withTitle(c, "no"))), domain.ErrReadOnly)
				wantCode(t, r.PutTable(ctx, domain.NewID(), newTable(3), nil), domain.ErrReadOnly)
				_, err := r.Backup(ctx, r.place.path(DirBackups), BackupOptions{})
				wantCode(t, err, domain.ErrReadOnly)
				wantCode(t, r.RotateBackups(ctx, r.place.path(DirBackups)), domain.ErrReadOnly)
				info, err := r.Backup(ctx, t.TempDir(), BackupOptions{})
				if err != nil {
					t.Fatalf("a copy elsewhere: %v", err)
				}
				mustClose(t, r)
				if picture(t, s.Dir()) != before {
					t.Error("something in the folder changed")
				}
				_, err = Restore(ctx, s.Dir(), info.Path, lyingOn(site), RestoreOptions{})
				if code := domain.CodeOf(err); code != domain.ErrNetworkPlace && code != domain.ErrCloudPlace {
					t.Errorf("restoring there: %v", err)
				}
				home := filepath.Join(t.TempDir(), "home")
				if _, err := Restore(ctx, home, info.Path, fast(), RestoreOptions{}); err != nil {
					t.Fatalf("restoring the copy elsewhere: %v", err)
				}
				wantCampaign(t, mustOpen(t, home, fast()), c)
			})
		}
	}
}

func TestAStoreThatSomebodyElseHasOpenCanBeRead(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 5)
	o := fast()
	o.ReadOnly = true
	r := mustOpen(t, s.Dir(), o)
	wantCampaign(t, r, c)
	if got := r.Reading(); got != ReadingAsked {
		t.Errorf("reading %q", got)
	}
	after := edit(t, s, c, 3) // and whoever has it goes on
	wantCampaign(t, r, c)
	mustClose(t, r)
	wantCampaign(t, mustOpen(t, s.Dir(), o), after)
	mustClose(t, s)
	wantCampaign(t, mustOpen(t, s.Dir(), fast()), after)
}

func TestWhoHasTheStoreOnAnotherComputerIsNamed(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	f, err := os.OpenFile(s.place.path(fileLock), os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteAt([]byte("4711 office-pc\n"), 1); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = Open(s.Dir(), fast())
	wantCode(t, err, domain.ErrOpenElsewhere)
	if !strings.Contains(err.Error(), "office-pc") {
		t.Errorf("%v", err)
	}
}

func TestWhatIsMissingOfALogThatIsReadIsTold(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	history(t, s, 20)
	path := s.journal.path
	mustClose(t, s)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := flip(path, int(info.Size()/2)); err != nil {
		t.Fatal(err)
	}
	o := fast()
	o.ReadOnly = true
	r := mustOpen(t, s.Dir(), o)
	if len(r.OpenReport().Problems) == 0 {
		t.Error("the damage is passed over")
	}
	if list, err := r.Summaries(ctx); err != nil || len(list) != 1 {
		t.Errorf("%d campaigns, %v", len(list), err)
	}
}

func TestAFolderWithoutAStoreIsNotReadAsOne(t *testing.T) {
	o := fast()
	o.ReadOnly = true
	dir := t.TempDir()
	_, err := Open(dir, o)
	wantCode(t, err, domain.ErrNotAthar)
	if names, _ := os.ReadDir(dir); len(names) > 0 {
		t.Errorf("%v was made", names)
	}
	_, err = Open(filepath.Join(dir, "none"), o)
	if err == nil {
		t.Error("a folder that is not there was opened")
	}
}

func TestALogThatWasShortenedIsReadFromACheckpointOn(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 5)
	for range 3 {
		if _, err := s.Backup(ctx, s.place.path(DirBackups), BackupOptions{}); err != nil {
			t.Fatal(err)
		}
		if err := s.RotateBackups(ctx, s.place.path(DirBackups)); err != nil {
			t.Fatal(err)
		}
		c = edit(t, s, c, 5)
	}
	segments, err := s.place.segments()
	if err != nil || segments[0].first == 1 {
		t.Fatalf("the log was not shortened: %+v, %v", segments, err)
	}
	before := picture(t, s.Dir())
	o := fast()
	o.ReadOnly = true
	r := mustOpen(t, s.Dir(), o)
	if p := r.OpenReport().Problems; len(p) > 0 {
		t.Errorf("problems %v", p)
	}
	wantCampaign(t, r, c)
	mustClose(t, r)
	if picture(t, s.Dir()) != before {
		t.Error("something in the folder changed")
	}
}
