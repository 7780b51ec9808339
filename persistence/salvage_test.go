package persistence

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"athar/domain"
)

// ruined is a store that is going to be damaged: a campaign with a data set, and
// what it was at its last checkpoint.
type ruined struct {
	*shortened
	table  domain.ID
	before domain.Campaign // at the last checkpoint
}

func newRuined(t *testing.T) *ruined {
	t.Helper()
	r := &ruined{shortened: newShortened(t), table: domain.NewID()}
	if err := r.PutTable(ctx, r.table, newTable(3000), nil); err != nil {
		t.Fatal(err)
	}
	after := r.c
	after.DataSets = append(slices.Clone(after.DataSets), domain.DataSet{ID: r.table, File: "posts.csv"})
	r.w.keep(t, r.Store, r.c, after)
	r.c = after
	r.checkpoint(t)
	r.before = r.c
	r.edit(t, 20)
	return r
}

// path returns the one file that matches a pattern in the data directory, the
// last one of several.
func (r *ruined) path(t *testing.T, pattern string) string {
	t.Helper()
	list, err := filepath.Glob(r.place.path(pattern))
	if err != nil || len(list) == 0 {
		t.Fatalf("nothing is named %s: %v", pattern, err)
	}
	return list[len(list)-1]
}

func salvaged(t *testing.T, dir string, opts Options) *Salvage {
	t.Helper()
	s, err := OpenSalvage(ctx, dir, t.TempDir(), opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func mustDo(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatStillDecodesIsSalvaged(t *testing.T) {
	const (
		newest = iota // everything
		last          // as at the last checkpoint
	)
	tests := []struct {
		name   string
		killed bool // the store was not closed
		ruin   func(t *testing.T, r *ruined)
		want   int
		unread []string
	}{
		{"nothing is damaged", false, func(*testing.T, *ruined) {}, newest, nil},
		{"only the log is left", false, func(t *testing.T, r *ruined) {
			mustDo(t, os.RemoveAll(r.place.path(dirStore)))
		}, newest, []string{"store"}},
		{"only a checkpoint is left", false, func(t *testing.T, r *ruined) {
			for _, name := range []string{dirStore, dirJournal, fileFormat, fileEpochs} {
				mustDo(t, os.RemoveAll(r.place.path(name)))
			}
		}, last, []string{"journal", "store"}},
		{"only tables are left", false, func(t *testing.T, r *ruined) {
			mustDo(t, os.RemoveAll(r.place.path(dirJournal)))
			mustDo(t, os.RemoveAll(r.place.path(DirBackups)))
		}, newest, []string{"journal"}},
		{"only tables without a manifest are left", false, func(t *testing.T, r *ruined) {
			mustDo(t, os.RemoveAll(r.place.path(dirJournal)))
			mustDo(t, os.RemoveAll(r.place.path(DirBackups)))
			mustDo(t, os.Remove(r.place.path(dirStore, "MANIFEST")))
		}, newest, []string{"journal", "store/MANIFEST"}},
		{"only logs of Badger's are left", true, func(t *testing.T, r *ruined) {
			mustDo(t, os.RemoveAll(r.place.path(dirJournal)))
			mustDo(t, os.RemoveAll(r.place.path(DirBackups)))
		}, newest, []string{"journal"}},
		{"a table has a changed bit", false, func(t *testing.T, r *ruined) {
			mustDo(t, flip(r.path(t, "store/*.sst"), 40))
		}, newest, []string{"store/*.sst"}},
		{"a table is cut", false, func(t *testing.T, r *ruined) {
			mustDo(t, shorten(r.path(t, "store/*.sst"), 200))
		}, newest, []string{"store/*.sst"}},
		{"a table is gone", false, func(t *testing.T, r *ruined) {
			mustDo(t, os.Remove(r.path(t, "store/*.sst")))
		}, newest, []string{"store/*.sst"}},
		{"the newest checkpoint is cut, and there is no log", false, func(t *testing.T, r *ruined) {
			if testsEncrypted() {
				t.Skip("a cut takes the last 64 KB of a sealed checkpoint, and with them rows of the table")
			}
			mustDo(t, shorten(r.path(t, "checkpoints/*"), 40))
			mustDo(t, os.RemoveAll(r.place.path(dirJournal)))
			mustDo(t, os.RemoveAll(r.place.path(dirStore)))
		}, last, []string{"checkpoints/*", "journal", "store"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := newRuined(t)
			if test.killed {
				leave(t, r.Store)
			} else {
				mustClose(t, r.Store)
			}
			var names []string
			for _, pattern := range test.unread {
				if base, is := filepath.Base(pattern), filepath.Dir(pattern) != "."; is && base[0] == '*' {
					rest, _ := filepath.Rel(r.Dir(), r.path(t, pattern))
					pattern = filepath.ToSlash(rest)
				}
				names = append(names, pattern)
			}
			test.ruin(t, r)
			was := listing(t, r.Dir())
			s := salvaged(t, r.Dir(), r.opts)
			wantCampaign(t, s, map[int]domain.Campaign{newest: r.c, last: r.before}[test.want])
			wantTable(t, s, r.table, newTable(3000))
			var got []string
			for _, u := range s.Report().Unread {
				got = append(got, u.Place)
			}
			if slices.Sort(names); !slices.Equal(got, names) {
				t.Errorf("not read were %q, want %q", got, names)
			}
			if test.want == newest && len(s.Report().Lost) > 0 {
				t.Errorf("lost are %v", s.Report().Lost)
			}
			if now := listing(t, r.Dir()); !slices.Equal(now, was) {
				t.Errorf("the directory was changed from %q to %q", was, now)
			}
		})
	}
}

// leave lets go of a store as a killed process would, and without Badger putting
// anything in order.
func leave(t *testing.T, s *Store) {
	t.Helper()
	dir := t.TempDir()
	mustDo(t, os.CopyFS(filepath.Join(dir, dirStore), os.DirFS(s.place.path(dirStore))))
	mustClose(t, s)
	mustDo(t, os.RemoveAll(s.place.path(dirStore)))
	mustDo(t, os.Rename(filepath.Join(dir, dirStore), s.place.path(dirStore)))
}

// listing returns the names and sizes of all files in a directory.
func listing(t *testing.T, dir string) (out []string) {
	t.Helper()
	mustDo(t, filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			out = append(out, path+" "+info.ModTime().String())
		}
		return err
	}))
	return out
}

func TestASalvageOfDamagedSegmentsHasEveryRecordThatIsLeft(t *testing.T) {
	tests := map[string]func(t *testing.T, path string){
		"cut": func(t *testing.T, path string) { mustDo(t, shorten(path, 2000)) },
		"with a changed bit": func(t *testing.T, path string) {
			mustDo(t, flip(path, 3000))
		},
		"without a header": func(t *testing.T, path string) { mustDo(t, flip(path, 9)) },
		"zeroed":           func(t *testing.T, path string) { mustDo(t, zero(path)) },
		"gone":             func(t *testing.T, path string) { mustDo(t, os.Remove(path)) },
	}
	for name, ruin := range tests {
		t.Run(name, func(t *testing.T) {
			r := newRuined(t)
			r.edit(t, 60)
			mustClose(t, r.Store)
			segments := r.segments(t)
			ruin(t, segments[len(segments)-2].path)
			mustDo(t, os.RemoveAll(r.place.path(dirStore)))
			s := salvaged(t, r.Dir(), r.opts)
			wantCampaign(t, s, r.c) // the newest title stands in the segment after it
			if s.Report().Whole() {
				t.Error("nothing is said of the damage")
			}
		})
	}
}

func TestASalvageSaysHowManyRecordsAreLost(t *testing.T) {
	if testsEncrypted() {
		t.Skip("looks for blocks in what is not encrypted")
	}
	r := newRuined(t)
	mustClose(t, r.Store)
	mustDo(t, os.RemoveAll(r.place.path(DirBackups)))
	mustDo(t, os.RemoveAll(r.place.path(dirJournal)))
	path := r.path(t, "store/*.sst")
	for _, at := range blocksWith(t, path, recordPrefix(domain.KindMessage, r.c.ID())) {
		mustDo(t, flip(path, at+20))
	}
	s := salvaged(t, r.Dir(), r.opts)
	report := s.Report()
	if report.Lost[domain.KindMessage] != len(r.c.Messages) || report.Whole() {
		t.Errorf("report is %+v", report)
	}
}

// blocksWith returns where the blocks of a table stand that hold some bytes.
func blocksWith(t *testing.T, path string, what []byte) (out []int) {
	t.Helper()
	f, err := os.Open(path)
	mustDo(t, err)
	defer f.Close()
	info, err := f.Stat()
	mustDo(t, err)
	mustDo(t, readSST(f, info.Size(), nil, func(b sstBlock) error {
		if bytes.Contains(b.plain, what) {
			out = append(out, int(b.at))
		}
		return nil
	}))
	return out
}

func TestWhatWasRemovedIsNotSalvagedFromAnOlderCheckpoint(t *testing.T) {
	r := newRuined(t)
	after := r.c
	after.Messages = after.Messages[1:]
	r.w.keep(t, r.Store, r.c, after)
	mustClose(t, r.Store)
	mustDo(t, os.RemoveAll(r.place.path(dirStore)))
	wantCampaign(t, salvaged(t, r.Dir(), r.opts), after)
}

func TestASalvageLeavesNothingAsideAndNothingReadableMeanwhile(t *testing.T) {
	r := newRuined(t)
	mustClose(t, r.Store)
	aside := t.TempDir()
	s, err := OpenSalvage(ctx, r.Dir(), aside, r.opts)
	mustDo(t, err)
	names, _ := filepath.Glob(filepath.Join(aside, "*"))
	if len(names) != 1 {
		t.Fatalf("aside are %v", names)
	}
	text, err := os.ReadFile(names[0])
	mustDo(t, err)
	if len(text) == 0 || bytes.Contains(text, []byte(r.c.Header.Title)) {
		t.Error("what lies aside can be read")
	}
	s.Close()
	if names, _ := os.ReadDir(aside); len(names) > 0 {
		t.Errorf("left are %v", names)
	}
}

func TestASealedStoreIsSalvagedWithItsKeysOnly(t *testing.T) {
	t.Setenv(encrypted, "1")
	r := newRuined(t)
	mustClose(t, r.Store)
	for _, name := range []string{fileKeys, fileKeysCopy} {
		mustDo(t, os.Remove(r.place.path(name)))
	}
	file, err := SalvageKeys(r.Dir())
	if err != nil || file == nil || file.ID() != r.opts.Keys.ID() {
		t.Fatalf("keys are %v, %v", file, err)
	}
	for name, ruin := range map[string]func(){
		"nothing": func() {},
		"the log": func() { mustDo(t, os.RemoveAll(r.place.path(dirStore))) },
		"a checkpoint": func() {
			mustDo(t, os.RemoveAll(r.place.path(dirJournal)))
			mustDo(t, shorten(r.path(t, "checkpoints/*"), 40))
		},
	} {
		ruin()
		opts := r.opts
		opts.Keys = nil
		_, err := OpenSalvage(ctx, r.Dir(), t.TempDir(), opts)
		wantCode(t, err, domain.ErrLocked)
		s := salvaged(t, r.Dir(), r.opts)
		if list, err := s.Summaries(ctx); err != nil || len(list) != 1 {
			t.Errorf("%s: campaigns are %v, %v", name, list, err)
		}
	}
}

func TestNothingIsSalvagedOfAFolderOfSomethingElse(t *testing.T) {
	dir := t.TempDir()
	mustDo(t, os.WriteFile(filepath.Join(dir, "letter.txt"), []byte("Dear"), 0o600))
	_, err := OpenSalvage(ctx, dir, t.TempDir(), fast())
	wantCode(t, err, domain.ErrNotAthar)
}

// Whatever stands in Badger's files, reading them ends without a panic.
func FuzzSalvagedTables(f *testing.F) {
	f.Add([]byte{}, []byte{})
	f.Add([]byte{0, 0, 9, 0, 'C', 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1}, make([]byte, 60))
	f.Fuzz(func(t *testing.T, block, log []byte) {
		spool, err := newSpool(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		defer spool.close()
		ts := tableSalvage{s: &Salvage{
			found: map[string]finding{}, bad: map[string]bool{}, records: map[uint64]uint64{}, spool: spool,
		}}
		_ = ts.block(block)
		for at, key := memHead, []byte(nil); ; {
			_, size, ok := readMemEntry(append(make([]byte, memHead), log...), at, key)
			if !ok {
				break
			}
			at += size
		}
	})
}
